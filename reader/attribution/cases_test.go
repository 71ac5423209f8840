package attribution_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
)

// attributionCase is a text with what must be found in it.
type attributionCase struct {
	line int
	host string // of the outlet; "" for one that is not known
	body string
	want []string
}

// TestCases reads the files of testdata, whose form testdata/README.md tells.
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
	lex := lexicon.Default()
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			for _, c := range readCases(t, file) {
				got := statementsOf(engine, lex, c)
				for _, line := range missing(c.want, got) {
					t.Errorf("%s:%d: not found: %s\n  found: %s", file, c.line, line, strings.Join(got, "\n         "))
				}
				for _, line := range missing(got, c.want) {
					if thoughtsMatter(c.want) || !strings.HasPrefix(line, "~") {
						t.Errorf("%s:%d: found in vain: %s", file, c.line, line)
					}
				}
			}
		})
	}
}

// thoughtsMatter tells whether a case speaks of thoughts; else those found
// beside the statements are left alone.
func thoughtsMatter(want []string) bool {
	for _, line := range want {
		if strings.HasPrefix(line, "~") {
			return true
		}
	}
	return false
}

func statementsOf(engine *english.Engine, lex *lexicon.Lexicon, c attributionCase) []string {
	text := engine.ParseReport(c.body)
	cast := actors.Find(text, lex, "2025-05-21", "")
	outlet, _ := lex.Outlet(c.host)
	statements, beliefs := attribution.Statements(text, attribution.Find(text, cast, lex, outlet))
	var lines []string
	for _, s := range statements {
		lines = append(lines, lineOf(s))
	}
	for _, s := range beliefs {
		lines = append(lines, "~ "+lineOf(s))
	}
	return lines
}

func lineOf(s parley.Statement) string {
	return strings.Join([]string{s.Speaker, string(s.Kind), s.Affiliation, s.Cue, strings.Join(s.Content, " ## ")}, " | ")
}

func missing(from, in []string) []string {
	left := map[string]int{}
	for _, line := range in {
		left[line]++
	}
	var lines []string
	for _, line := range from {
		if left[line] == 0 {
			lines = append(lines, line)
			continue
		}
		left[line]--
	}
	return lines
}

func readCases(t *testing.T, path string) []attributionCase {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var cases []attributionCase
	var c attributionCase
	title := ""
	done := func() {
		if c.body != "" {
			c.body = title + c.body
			cases = append(cases, c)
		}
		c, title = attributionCase{}, ""
	}
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case line == "":
			done()
		case line[0] == '#':
		case strings.HasPrefix(line, "@ "):
			c.host = line[2:]
		case strings.HasPrefix(line, "= "):
			title = line[2:]
			c.body += "\n"
		case strings.HasPrefix(line, "> "):
			if c.line == 0 {
				c.line = n
			}
			if c.body == "" {
				c.body = "\n"
			} else if !strings.HasSuffix(c.body, "\n") {
				c.body += "\n"
			}
			c.body += line[2:]
		case line == "nothing":
		default:
			c.want = append(c.want, line)
		}
	}
	done()
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return cases
}
