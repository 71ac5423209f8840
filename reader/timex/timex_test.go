package timex

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley/english"
)

// TestReadings runs the cases of testdata/*.txt; testdata/README.md says how
// they are written.
func TestReadings(t *testing.T) {
	t.Parallel()
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for number, line := range strings.Split(string(data), "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			t.Run(fmt.Sprintf("%s:%d", filepath.Base(file), number+1), func(t *testing.T) {
				t.Parallel()
				checkCase(t, engine, line)
			})
		}
	}
}

func checkCase(t *testing.T, engine *english.Engine, line string) {
	t.Helper()
	columns := strings.Split(line, " | ")
	if len(columns) != 3 {
		t.Fatalf("a case has three columns: %q", line)
	}
	var published time.Time
	if day := strings.TrimSpace(columns[0]); day != "" {
		var err error
		if published, err = time.Parse("2006-01-02", day); err != nil {
			t.Fatal(err)
		}
	}
	text := strings.ReplaceAll(strings.TrimSpace(columns[1]), " / ", "\n")
	var got []string
	for _, e := range Find(engine.Parse(text), published, time.UTC) {
		got = append(got, describe(text, e))
	}
	want := strings.Split(strings.TrimSpace(columns[2]), "; ")
	if columns[2] == "none" {
		want = nil
	}
	for i := 0; i < max(len(got), len(want)); i++ {
		g, w := at(got, i), at(want, i)
		if g != w && shortened(g) != w && undated(g) != w {
			t.Errorf("%s\n found %s\n  want %s", text, strings.Join(got, "; "), strings.Join(want, "; "))
			return
		}
	}
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// describe writes an expression as the cases do: its words, the value, the
// modifier, the days, the signal.
func describe(text string, e Expression) string {
	d := fmt.Sprintf("%s = %s", text[e.Start:e.End], e.Value)
	if e.Mod != "" {
		d += " " + e.Mod
	}
	if e.From != "" || e.To != "" {
		d += fmt.Sprintf(" (%s..%s)", e.From, e.To)
	}
	if e.Signal != "" {
		d += " " + string(e.Signal)
	}
	return d
}

// shortened leaves out days that say the same as the value.
func shortened(d string) string {
	_, rest, ok := strings.Cut(d, " = ")
	value, _, _ := strings.Cut(rest, " ")
	if len(value) > 10 {
		value = value[:10]
	}
	if days := fmt.Sprintf(" (%s..%s)", value, value); ok && strings.Contains(d, days) {
		return strings.Replace(d, days, "", 1)
	}
	return d
}

// undated leaves out the days: a case need not say them.
func undated(d string) string {
	before, rest, ok := strings.Cut(d, " (")
	_, after, _ := strings.Cut(rest, ")")
	if !ok {
		return d
	}
	return before + after
}
