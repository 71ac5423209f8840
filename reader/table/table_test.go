package table

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

func TestRows(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"words.tsv": {Data: []byte("# what talks are called\nword\tkind\tnote\n\ntalk\tnoun\tplain\nparley\tnoun\r\n")}}
	want := [][]string{{"talk", "noun", "plain"}, {"parley", "noun", ""}}
	if got := Rows(files, "words.tsv"); !reflect.DeepEqual(got, want) {
		t.Errorf("Rows = %q, want %q", got, want)
	}
}

func TestByRole(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"words.tsv": {Data: []byte("role\twords\ntalk\tparley|summit\ndeed\tstrike\ntalk\tmeeting\n")}}
	want := map[string]map[string]bool{"talk": {"parley": true, "summit": true, "meeting": true}, "deed": {"strike": true}}
	if got := ByRole(files, "words.tsv"); !reflect.DeepEqual(got, want) {
		t.Errorf("ByRole = %v, want %v", got, want)
	}
}

func TestRowsNamesThePlaceOfAFault(t *testing.T) {
	t.Parallel()
	defer func() {
		if fault, _ := recover().(string); !strings.HasPrefix(fault, "words.tsv:2: ") {
			t.Errorf("the fault is %q, want its place first", fault)
		}
	}()
	Rows(fstest.MapFS{"words.tsv": {Data: []byte("word\tkind\ntalk\tnoun\tplain\n")}}, "words.tsv")
}

func TestEachWord(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"words.tsv": {Data: []byte("kind\twords\nnoun\ttalk|parley\nverb\tmeet\nadj\n")}}
	var got []string
	EachWord(files, "words.tsv", 1, func(word string, cells []string) { got = append(got, cells[0]+" "+word) })
	if want := []string{"noun talk", "noun parley", "verb meet"}; !reflect.DeepEqual(got, want) {
		t.Errorf("EachWord gave %q, want %q", got, want)
	}
}

func TestRowsMissesNoTable(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("a table that is missing is no fault")
		}
	}()
	Rows(fstest.MapFS{}, "words.tsv")
}

func TestRowsPassesOverLinesWithoutCells(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"words.tsv": {Data: []byte("word\n\n# none\ntalk\n\n")}}
	if got := Rows(files, "words.tsv"); !reflect.DeepEqual(got, [][]string{{"talk"}}) {
		t.Errorf("Rows = %q, want one row", got)
	}
}

func TestRowsFillsWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"words.tsv": {Data: []byte("word\tkind\tnote\ntalk\n")}}
	if got := Rows(files, "words.tsv"); !reflect.DeepEqual(got, [][]string{{"talk", "", ""}}) {
		t.Errorf("Rows = %q, want the empty cells", got)
	}
}
