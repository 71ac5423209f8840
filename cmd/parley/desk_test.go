package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/sample"
)

// TestDayAtTheDesk runs one script over the sample articles, and over the news of
// a real day where that stands beside the repository.
func TestDayAtTheDesk(t *testing.T) {
	if testing.Short() {
		t.Skip("a day takes its time")
	}
	t.Parallel()
	for name, news := range map[string]func(testing.TB) []string{"the sample": sampleNews, "21 May 2025": newsOfTheDay} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			articles := news(t)
			testscript.Run(t, testscript.Params{
				Dir:                 "testdata/desk",
				RequireExplicitExec: true,
				RequireUniqueNames:  true,
				Setup: func(env *testscript.Env) error {
					for i, variable := range []string{"FIRST", "SECOND"} {
						file := filepath.Join(env.WorkDir, strings.ToLower(variable)+".news.jsonl")
						half := articles[i*len(articles)/2 : (i+1)*len(articles)/2]
						if err := os.WriteFile(file, []byte(strings.Join(half, "\n")+"\n"), 0o644); err != nil {
							return err
						}
						env.Setenv(variable, file)
					}
					return setUp(env)
				},
				Cmds: map[string]func(*testscript.TestScript, bool, []string){"lines": lines, "keep": keepLines, "field": fieldOf, "apart": apart, "undo": undoLines},
			})
		})
	}
}

// sampleNews are the articles that parley brings, one a line.
func sampleNews(t testing.TB) (articles []string) {
	t.Helper()
	names, err := sample.Files.ReadDir("articles")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := sample.Files.ReadFile("articles/" + name.Name())
		if err != nil {
			t.Fatal(err)
		}
		var d parley.Document
		if err := json.Unmarshal(content, &d); err != nil {
			t.Fatal(err)
		}
		line, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, string(line))
	}
	return articles
}

// mostNews bounds the articles of the real day in this test.
const mostNews = 200

func newsOfTheDay(t testing.TB) (articles []string) {
	t.Helper()
	file, err := os.Open("../../../shared/gold/day/items.jsonl.gz")
	if err != nil {
		t.Skip("the news of 21 May 2025 does not stand in ../shared")
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	scanner := bufio.NewScanner(unpacked)
	scanner.Buffer(nil, 1<<24)
	for scanner.Scan() && len(articles) < mostNews {
		articles = append(articles, scanner.Text())
	}
	if err := scanner.Err(); err != nil {
		t.Fatal(err)
	}
	return articles
}

// keepLines writes the lines of a file that match: keep TO FROM REGEXP.
func keepLines(ts *testscript.TestScript, _ bool, args []string) {
	want := regexp.MustCompile(args[2])
	var kept strings.Builder
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		if want.MatchString(line) {
			kept.WriteString(line)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(kept.String()), 0o644))
}

// jsonLine is the object on a line of a file, counted from 1.
func jsonLine(ts *testscript.TestScript, file, number string) map[string]any {
	n, err := strconv.Atoi(number)
	ts.Check(err)
	all := slices.Collect(strings.Lines(ts.ReadFile(file)))
	if n > len(all) {
		ts.Fatalf("%s has %d lines, no line %d", file, len(all), n)
	}
	var object map[string]any
	ts.Check(json.Unmarshal([]byte(all[n-1]), &object))
	return object
}

// fieldOf sets a variable to a field of the object on a line, of a list to its
// first member: field VARIABLE FILE LINE FIELD.
func fieldOf(ts *testscript.TestScript, _ bool, args []string) {
	value := jsonLine(ts, args[1], args[2])[args[3]]
	if list, ok := value.([]any); ok && len(list) > 0 {
		value = list[0]
	}
	ts.Setenv(args[0], fmt.Sprint(value))
}

// apart wants no entry told as new in two files.
func apart(ts *testscript.TestScript, _ bool, files []string) {
	told := map[any]bool{}
	for _, file := range files {
		in := map[any]bool{}
		for n := range slices.Collect(strings.Lines(ts.ReadFile(file))) {
			change := jsonLine(ts, file, strconv.Itoa(n+1))
			if in[change["id"]] {
				ts.Fatalf("%s tells %v twice", file, change["id"])
			}
			in[change["id"]] = true
			if change["change"] == "new" && told[change["id"]] {
				ts.Fatalf("%v is told as new twice", change["id"])
			}
		}
		maps.Copy(told, in)
	}
}

// undoLines undoes the corrections on some lines of a list: undo FILE LINE...
func undoLines(ts *testscript.TestScript, _ bool, args []string) {
	for _, number := range args[1:] {
		ts.Check(ts.Exec("parley", "undo", fmt.Sprint(jsonLine(ts, args[0], number)["id"])))
	}
}
