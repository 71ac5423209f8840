package press_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/parleyrecord/parley/eval/press"
)

func TestEveryFieldOfAReadingHasItsWords(t *testing.T) {
	t.Parallel()
	n := 0
	for a := range press.New(1, 500).Articles() {
		n++
		if err := a.Document.Validate(); err != nil {
			t.Fatal(err)
		}
		if err := a.Reading.Validate(a.Document.Body()); err != nil {
			t.Fatal(err)
		}
	}
	if n != 500 {
		t.Errorf("%d articles, want 500", n)
	}
}

func TestOneSeedGivesOnePress(t *testing.T) {
	t.Parallel()
	print := func(seed uint64) (lines []string) {
		for a := range press.New(seed, 200).Articles() {
			line, err := json.Marshal(a)
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, string(line))
		}
		return lines
	}
	if !slices.Equal(print(1), print(1)) {
		t.Error("two presses of one seed differ")
	}
	if slices.Equal(print(1), print(2)) {
		t.Error("presses of two seeds are the same")
	}
}

func TestOneDossierIsLargeAndHasABusyMonth(t *testing.T) {
	t.Parallel()
	p := press.New(3, 2000)
	largest, busy, dossiers := 0, 0, map[string]int{}
	for a := range p.Articles() {
		dossiers[a.Document.Dossiers[0]]++
		if a.Document.Dossiers[0] != p.Dossiers()[0] {
			continue
		}
		largest++
		if at := a.Document.Published; at.Year() == press.Busiest.Year() && at.Month() == press.Busiest.Month() {
			busy++
		}
	}
	if len(dossiers) != 20 || largest != 400 || busy < 18 || busy > 40 {
		t.Errorf("%d dossiers, %d articles in the largest, %d in its busiest month", len(dossiers), largest, busy)
	}
}
