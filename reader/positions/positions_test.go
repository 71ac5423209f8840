package positions_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
	"github.com/parleyrecord/parley/reader/positions"
	"github.com/parleyrecord/parley/reader/timex"
)

// positionCase is a line of a text of a day with what must be found in it.
type positionCase struct {
	line int
	day  string
	text string
	want []string
}

// TestCases reads the files of testdata; the head of each tells its form.
func TestCases(t *testing.T) {
	t.Parallel()
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			for _, c := range readCases(t, file) {
				got := c.read(t, engine)
				slices.Sort(got)
				slices.Sort(c.want)
				if !slices.Equal(got, c.want) {
					t.Errorf("%s:%d: %s\n  found %s\n  want  %s", file, c.line, c.text, strings.Join(got, "; "), strings.Join(c.want, "; "))
				}
			}
		})
	}
}

func readCases(t *testing.T, name string) []positionCase {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var cases []positionCase
	lines := bufio.NewScanner(file)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line == "-" || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "=") || strings.HasPrefix(line, "*") {
			cases[len(cases)-1].want = append(cases[len(cases)-1].want, line)
			continue
		}
		day, text, _ := strings.Cut(line, " ")
		cases = append(cases, positionCase{line: number, day: day, text: text})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return cases
}

// read gives the positions of a case, or the proposals where it is about those.
func (c positionCase) read(t *testing.T, engine *english.Engine) []string {
	t.Helper()
	published, err := time.Parse(time.DateOnly, c.day)
	if err != nil {
		t.Fatal(err)
	}
	host, said, ok := strings.Cut(strings.TrimPrefix(c.text, "@"), " ")
	if !ok || !strings.HasPrefix(c.text, "@") {
		host, said = "", c.text
	}
	body := "\n" + strings.ReplaceAll(said, "|", "\n") // a bar parts paragraphs
	text := engine.ParseReport(body)
	lex := lexicon.Default()
	cast := actors.Find(text, lex, parley.Date(c.day), "")
	outlet, _ := lex.Outlet(host)
	in := positions.Input{
		Text: text, Cast: cast, Lexicon: lex, Attributions: attribution.Find(text, cast, lex, outlet),
		Times: timex.Find(text, published.Add(12*time.Hour), time.UTC), Day: parley.Date(c.day),
	}
	reading := parley.Reading{Doc: "case"}
	reading.Positions, reading.Proposals = positions.Find(in)
	if err := reading.Validate(body); err != nil {
		t.Errorf("%s: %v", c.text, err)
	}
	var found []string
	if len(c.want) > 0 && strings.HasPrefix(c.want[0], "*") {
		for _, p := range reading.Proposals {
			found = append(found, proposalLine(p))
		}
		return found
	}
	for _, p := range reading.Positions {
		found = append(found, positionLine(p))
	}
	return found
}

func positionLine(p parley.Position) string {
	line := fmt.Sprintf("= %s %s %s", p.Party, p.Issue, p.Stance)
	if p.Aim != "" {
		line += " its " + string(p.Aim)
	}
	for _, more := range []struct{ word, value string }{{"if", p.Condition}, {"was", string(p.Former)}, {"since", string(p.Since)}} {
		if more.value != "" {
			line += " " + more.word + " " + more.value
		}
	}
	return line
}

func proposalLine(p parley.Proposal) string {
	line := "* " + p.Name + " by " + strings.Join(p.By, " ")
	if p.Size > 0 {
		line += " size " + strconv.Itoa(p.Size)
	}
	for _, point := range p.Points {
		line += " . " + string(point.Issue)
	}
	for _, reply := range p.Responses {
		line += " > " + reply.Party + " " + string(reply.Response)
	}
	return line
}
