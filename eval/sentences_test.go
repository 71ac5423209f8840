package eval

import (
	"testing"

	"github.com/parleyrecord/parley/english"
)

func TestBreaksAreCountedInsideTheirStretch(t *testing.T) {
	t.Parallel()
	text := &english.Text{Source: "One. Two. Three. Four.", Sentences: []english.Sentence{
		{Start: 0, End: 4}, {Start: 5, End: 16}, {Start: 17, End: 19}, {Start: 19, End: 22},
	}}
	var s Scores
	var counts Counts
	compareBreaks(&s, &counts, markedBreaks{Document: "d", From: 5, To: 22, Breaks: []int{9, 16, 22}}, text)
	if want := (Counts{Correct: 2, Gold: 3, System: 3}); counts != want {
		t.Errorf("counts %+v, want %+v", counts, want)
	}
	if len(s.Errors) != 2 || s.Errors[0].Kind != "false break" || s.Errors[1].Kind != "missed break" {
		t.Errorf("errors %v", s.Errors)
	}
}

func TestMarksAreInOrder(t *testing.T) {
	t.Parallel()
	marks, err := readBreaks()
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, document := range marks {
		for _, m := range document {
			last := m.From
			for _, end := range m.Breaks {
				if end <= last || end > m.To {
					t.Errorf("%s: break at %d after %d", m.Document, end, last)
				}
				last = end
			}
			total += len(m.Breaks)
		}
	}
	if total < 900 {
		t.Errorf("%d marks", total)
	}
}

// TestSentencesOfNews keeps the engine above its floor on the marked news.
func TestSentencesOfNews(t *testing.T) {
	t.Parallel()
	scores, err := Sentences("../../shared/gold/dev/docs", unpacked(t, "news.tar.gz", "newsdump-2025-05-21/items.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	const floor = 0.985
	if v, _ := scores.Get("breaks_f1"); v < floor {
		t.Errorf("breaks_f1 is %.4f, below %.4f", v, floor)
		for _, e := range scores.Errors {
			t.Log(e.Kind, e.Place, e.Text)
		}
	}
}
