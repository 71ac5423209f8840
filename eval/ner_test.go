package eval

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNamesAreReadFromEachFormat(t *testing.T) {
	t.Parallel()
	cases := []struct {
		path string
		want map[nameSpan]bool
	}{
		{"testdata/sample.iob1", map[nameSpan]bool{{0, 2, "PER"}: true, {3, 4, "LOC"}: true, {4, 5, "LOC"}: true}},
		{"testdata/sample.iob2", map[nameSpan]bool{{0, 1, "PER"}: true, {2, 4, "OTH"}: true}},
	}
	for _, c := range cases {
		sentences, err := readNames(c.path)
		if err != nil {
			t.Fatal(err)
		}
		if len(sentences) != 1 || !maps.Equal(sentences[0].names, c.want) {
			t.Errorf("%s: %v, want %v", c.path, sentences, c.want)
		}
	}
}

func TestColumnsAreToldApart(t *testing.T) {
	t.Parallel()
	cases := []struct{ line, form, tag string }{
		{"Mary NNP I-NP I-PER", "Mary", "I-PER"},
		{"Mary\tNNP\tI-NP\tI-PER", "Mary", "I-PER"},
		{"Mary I-PER", "Mary", "I-PER"},
		{"7\tMary\tB-PER\t-\tann", "Mary", "B-PER"},
		{"# # I-NP O", "#", "O"},
	}
	for _, c := range cases {
		form, tag, err := formAndTag(c.line)
		if err != nil || form != c.form || tag != c.tag || isComment(c.line) {
			t.Errorf("%q: %q %q %v", c.line, form, tag, err)
		}
	}
	if !isComment("# text = Mary left") {
		t.Error("a comment is read as a token")
	}
}

func TestNameScoresKeepOtherTypesApart(t *testing.T) {
	t.Parallel()
	tally := nameTally{byType: map[string]*Counts{}}
	s := namedSentence{
		forms: strings.Fields("Mary of Acme left the Euro Zone"),
		names: map[nameSpan]bool{{0, 1, "PER"}: true, {2, 3, "ORG"}: true, {5, 7, "OTH"}: true},
	}
	tally.add("x", s, map[nameSpan]bool{{0, 1, "PER"}: true, {2, 3, "LOC"}: true})
	scores := tally.scores()
	for name, want := range map[string]float64{"precision": 0.5, "recall": 0.5, "f1": 0.5, "f1_PER": 1, "f1_ORG": 0, "f1_OTH": 0} {
		if got, ok := scores.Get(name); !ok || got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	if len(scores.Errors) != 3 {
		t.Errorf("errors: %v", scores.Errors)
	}
}

func TestAFaultyTagIsNamed(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "bad.txt")
	if err := os.WriteFile(path, []byte("Mary X-PER\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := NER(path); err == nil || !strings.Contains(err.Error(), "bad.txt:1") {
		t.Errorf("error is %v", err)
	}
}

// TestNamesOfAgencyNews keeps the shipped model above its floor on text that
// it never learned from.
func TestNamesOfAgencyNews(t *testing.T) {
	t.Parallel()
	scores, err := NER(unpacked(t, "ner.tar.gz", "conll2003.testa"))
	if err != nil {
		t.Fatal(err)
	}
	const floor = 0.70
	if v, _ := scores.Get("f1"); v < floor {
		t.Errorf("f1 is %.4f, below %.4f", v, floor)
	}
}

func TestBenchEnglishMeasures(t *testing.T) {
	if testing.Short() {
		t.Skip("takes two seconds")
	}
	scores, err := BenchEnglish()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"words_per_second_1", "words_per_second_all", "peak_rss_mb", "load_ms"} {
		if v, ok := scores.Get(name); !ok || v < 0 {
			t.Errorf("%s is %v", name, v)
		}
	}
}
