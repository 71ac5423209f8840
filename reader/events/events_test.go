package events_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/events"
	"github.com/parleyrecord/parley/reader/timex"
)

// The files of testdata hold cases: a line with the day of publication, " | " and
// a text, then a line for each event that must come out, in order, and no other:
//
//	TYPE mode status | actors > recipients | start | place | figures
//
// Members of a list stand between semicolons; what is empty stays so.
func TestEvents(t *testing.T) { checkCases(t, "testdata/*.txt", events.Find) }

// TestActs: likewise the verbal acts.
func TestActs(t *testing.T) { checkCases(t, "testdata/acts/*.txt", events.Acts) }

func checkCases(t *testing.T, pattern string, find func(events.Input) []parley.Event) {
	t.Helper()
	t.Parallel()
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range files {
		for _, c := range readCases(t, name) {
			t.Run(fmt.Sprintf("%s:%d", filepath.Base(name), c.line), func(t *testing.T) {
				t.Parallel()
				if got := read(engine, c.day, c.text, find); strings.Join(got, "\n") != strings.Join(c.events, "\n") {
					t.Errorf("%s\n got  %s\n want %s", c.text, strings.Join(got, "\n      "), strings.Join(c.events, "\n      "))
				}
			})
		}
	}
}

type testCase struct {
	line   int
	day    parley.Date
	text   string
	events []string
}

func readCases(t *testing.T, name string) []testCase {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var cases []testCase
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		day, text, found := strings.Cut(line, " | ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case found && parley.Date(day).Valid() && len(day) == 10:
			cases = append(cases, testCase{line: n, day: parley.Date(day), text: text})
		case len(cases) > 0:
			last := &cases[len(cases)-1]
			last.events = append(last.events, strings.TrimSpace(line))
		default:
			t.Fatalf("%s:%d: neither a case nor what it expects", name, n)
		}
	}
	return cases
}

func read(engine *english.Engine, day parley.Date, body string, find func(events.Input) []parley.Event) []string {
	title, rest, titled := strings.Cut(body, " ¶ ")
	if !titled {
		title, rest = "", body
	}
	text := engine.ParseReport(title + "\n" + rest)
	lex := lexicon.Default()
	in := events.Input{
		Text: text, Cast: actors.Find(text, lex, day, ""), Times: timex.Find(text, day.First().Add(12*time.Hour), time.UTC),
		Lexicon: lex, Day: day, Voice: func(int, int) events.Voice { return events.Voice{} },
	}
	var lines []string
	for _, e := range find(in) {
		lines = append(lines, show(e))
	}
	return lines
}

func show(e parley.Event) string {
	var figures []string
	for _, f := range e.Figures {
		figures = append(figures, fmt.Sprintf("%s %s %v", f.Qualifier, f.What, f.N))
	}
	kind := strings.Join(strings.Fields(fmt.Sprintf("%s %s %s", e.Type, e.Mode, e.Status)), " ")
	return strings.TrimRight(fmt.Sprintf("%s | %s > %s | %s | %s | %s", kind, strings.Join(e.Actors, "; "),
		strings.Join(e.Recipients, "; "), e.Start, e.Place, strings.Join(figures, "; ")), " |")
}
