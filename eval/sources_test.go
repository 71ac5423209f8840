package eval_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/parleyrecord/parley/eval"
)

// least says what a suite must reach on a folder of the shared corpora.
func least(t *testing.T, score func(...string) (eval.Scores, error), folder string, want map[string]float64) {
	t.Helper()
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	scores, err := score(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range scores.Measures {
		t.Logf("%s %.4f", m.Name, m.Value)
	}
	for name, value := range want {
		if got, ok := scores.Get(name); !ok || got < value {
			t.Errorf("%s is %.4f, want %.3f or more", name, got, value)
		}
	}
}

func sharedFolder(parts ...string) string {
	return filepath.Join(append([]string{"..", "..", "shared"}, parts...)...)
}

func TestCopiesOfADay(t *testing.T) {
	t.Parallel()
	least(t, eval.Copies, sharedFolder("gold", "day"), map[string]float64{"f1": .95, "alike_kept_apart": 1})
}

func TestRelevanceOfADay(t *testing.T) {
	t.Parallel()
	least(t, eval.Relevance, sharedFolder("gold", "day"), map[string]float64{"f1_russia-ukraine": .88, "f1_iran-us": .88, "f1_israel-hamas": .88})
}

func write(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLabelsAreReadAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	write(t, folder, map[string]string{
		"items.jsonl": `{"id":"a","title":"Russia and Ukraine swap prisoners","text":"The exchange was agreed in Istanbul."}
{"id":"b","title":"Trucks with flour enter Gaza","text":"Russia and Ukraine said nothing of it."}
{"id":"c","title":"Storm closes schools","text":"Snow fell all night."}
{"id":"d","title":"Russia and Ukraine swap prisoners again","text":"The exchange was agreed in Istanbul."}`,
		"relevance.tsv": "id\tdossiers\na\trussia-ukraine\nb\tisrael-hamas,iran-us\nc\t\n",
		"copies.json":   `{"groups":[["a","d"]],"not_copies":[["a","b"]]}`,
	})
	scores, err := eval.Relevance(folder)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]float64{"f1_russia-ukraine": 1, "f1_israel-hamas": 1, "f1_iran-us": 0, "f1": 2. / 3} {
		if got, _ := scores.Get(name); got < want-.001 || got > want+.001 {
			t.Errorf("%s is %.3f, want %.3f", name, got, want)
		}
	}
	if scores, err = eval.Copies(folder); err != nil {
		t.Fatal(err)
	}
	if f1, _ := scores.Get("f1"); f1 != 1 {
		t.Errorf("copies: %+v", scores.Measures)
	}
	if _, err := eval.Relevance(t.TempDir()); err == nil {
		t.Error("a folder without articles was scored")
	}
}
