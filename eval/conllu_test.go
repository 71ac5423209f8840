package eval

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func readSample(t *testing.T) []treebankSentence {
	t.Helper()
	sentences, err := readTreebank("testdata/sample.conllu")
	if err != nil {
		t.Fatal(err)
	}
	place(sentences)
	return sentences
}

func TestTreebankTextIsRebuilt(t *testing.T) {
	t.Parallel()
	if got, want := rawText(readSample(t)), "Kovar didn't sign. The ships left. "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAPerfectAnswerScoresOne(t *testing.T) {
	t.Parallel()
	gold := readSample(t)
	words := flatten(gold)
	for i, g := range alignWords(words, words) {
		if g != i {
			t.Errorf("word %d is aligned to %d", i, g)
		}
	}
}

// retokenised returns the sample with the contraction left whole and the stop
// glued to the last word.
func retokenised(t *testing.T) []treebankSentence {
	system := readSample(t)
	first := &system[0]
	first.words = []treebankWord{
		{form: "Kovar", head: 2}, {form: "didn't", head: 2}, {form: "sign", head: -1}, {form: ".", head: 2},
	}
	first.tokens = []surfaceToken{
		{form: "Kovar", first: 0, last: 1}, {form: "didn't", first: 1, last: 2},
		{form: "sign", first: 2, last: 3}, {form: ".", first: 3, last: 4},
	}
	second := &system[1]
	second.words = []treebankWord{{form: "The", head: 1}, {form: "ships", head: 2}, {form: "left.", head: -1}}
	second.tokens = []surfaceToken{{form: "The", first: 0, last: 1}, {form: "ships", first: 1, last: 2}, {form: "left.", first: 2, last: 3}}
	place(system)
	return system
}

func TestWordsAreAlignedByTheirCharacters(t *testing.T) {
	t.Parallel()
	gold, system := flatten(readSample(t)), flatten(retokenised(t))
	want := []int{0, -1, 3, 4, 5, 6, -1} // the gold word of each system word
	for i, g := range alignWords(gold, system) {
		if g != want[i] {
			t.Errorf("%q is aligned to %d, want %d", system[i].form, g, want[i])
		}
	}
}

func TestRawScores(t *testing.T) {
	t.Parallel()
	var tally treebankTally
	tally.spans("sample", readSample(t), retokenised(t))
	if want := (Counts{Correct: 6, Gold: 8, System: 7}); tally.tokens != want {
		t.Errorf("tokens %+v, want %+v", tally.tokens, want)
	}
	if want := (Counts{Correct: 2, Gold: 2, System: 2}); tally.sentences != want {
		t.Errorf("sentences %+v, want %+v", tally.sentences, want)
	}
}

func TestCoNLLUOnTheSample(t *testing.T) {
	t.Parallel()
	scores, err := CoNLLU("testdata/sample.conllu")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tokens_f1", "sentences_f1", "uas_gold", "lemma_gold"} {
		if v, ok := scores.Get(name); !ok || v != 1 {
			t.Errorf("%s is %v; errors: %v", name, v, scores.Errors)
		}
	}
	out, err := json.Marshal(scores)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(out), `{"tokens_f1":1,"sentences_f1":1,"upos":`) {
		t.Errorf("JSON is %s", out)
	}
}

func TestCharactersThatDoNotShowAreLeftOut(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "odd.conllu")
	lines := "1\t\u200bHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tle\ufefft\tlet\tVERB\tVB\t_\t0\troot\t_\t_\n\n"
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := CoNLLU(path); err != nil {
		t.Error(err)
	}
}

func TestAFaultyTreebankIsNamed(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "bad.conllu")
	if err := os.WriteFile(path, []byte("# text = x\n1\tx\tx\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := CoNLLU(path); err == nil || !strings.Contains(err.Error(), "bad.conllu:2") {
		t.Errorf("error is %v", err)
	}
}

// TestWebTreebank keeps the shipped model above its floors.
func TestWebTreebank(t *testing.T) {
	t.Parallel()
	scores, err := CoNLLU(unpacked(t, "ud-ewt.tar.gz", "en_ewt-ud-dev.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]float64{
		"tokens_f1": 0.99, "sentences_f1": 0.85, "las": 0.825,
		"upos_gold": 0.955, "lemma_gold": 0.97, "uas_gold": 0.88, "las_gold": 0.855,
	}
	for name, floor := range floors {
		if v, _ := scores.Get(name); v < floor {
			t.Errorf("%s is %.4f, below %.4f", name, v, floor)
		}
	}
}

// unpacked returns the path of a file from an archive of the shared data, or
// skips the test where there is none.
func unpacked(t *testing.T, archive, name string) string {
	t.Helper()
	file, err := os.Open(filepath.Join("../../shared/data", archive))
	if err != nil {
		t.Skip("the shared data is not here: ", err)
	}
	defer file.Close()
	plain, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for entries := tar.NewReader(plain); ; {
		entry, err := entries.Next()
		if err != nil {
			t.Fatalf("%s is not in %s: %v", name, archive, err)
		}
		if !strings.HasSuffix("/"+entry.Name, "/"+name) {
			continue
		}
		data, err := io.ReadAll(entries)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), filepath.Base(name))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
}
