package view_test

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// dated reads, of documents in a record, that each of their sentences which
// ends in a day of the form 2031-03-04 tells of it.
func (r *kept) dated(t *testing.T) {
	t.Helper()
	for _, d := range r.docs {
		reading := parley.Reading{Doc: d.ID, Version: d.Version, Reader: "test"}
		body, from := d.Body(), 0
		for sentence := range strings.SplitSeq(body, ". ") {
			span := parley.Span{Start: from, End: from + len(sentence)}
			from = span.End + len(". ")
			if _, day, ok := strings.Cut(sentence, " on "); ok {
				words := parley.Span{Start: span.End - len(day), End: span.End}
				reading.Dated = append(reading.Dated, parley.DatedSentence{Day: parley.Date(day), Span: span, Words: words})
			}
		}
		if err := reading.Validate(body); err != nil {
			t.Fatal(err)
		}
		err := r.Update(t.Context(), func(tx store.Tx) error { return tx.PutReading(t.Context(), reading, nil) })
		if err != nil {
			t.Fatal(err)
		}
	}
}

// accord is a record in which many tell of the accord, for weeks, and one of
// the rest.
func accord(t *testing.T) *kept {
	t.Helper()
	r := recordOf(t,
		news(t, "wire-1", "2031-03-02", "Norland and Sudland signed the border accord on 2031-03-01. The envoys had dinner on 2031-02-28"),
		news(t, "post-1", "2031-03-09", "The border accord was signed by Norland and Sudland on 2031-03-01. A bridge opens on 2031-03-15"),
		news(t, "herald-1", "2031-03-20", "Fishing resumed under the border accord that was signed on 2031-03-01. A bridge opened on 2031-03-15"),
		news(t, "leaf-1", "", "A storm closed the ports on 2031-03-10"),
	)
	r.dated(t)
	return r
}

func daysOf(t *testing.T, r store.Reader, look view.Look, n, lines int) (said []string) {
	t.Helper()
	days, err := view.Days(t.Context(), r, look, n, lines)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range days {
		line := fmt.Sprintf("%s in %d:", d.Day, d.Texts)
		for _, s := range d.Sentences {
			line += " " + s.Document
		}
		said = append(said, line)
	}
	return said
}

func TestDaysThatManyTellOfAndThatAreToldAgainMatterMost(t *testing.T) {
	t.Parallel()
	r := accord(t)
	want := []string{"2031-03-01 in 3: post-1", "2031-03-15 in 2: post-1"}
	if got := daysOf(t, r, view.Look{}, 2, 1); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestDaysOfTheLookOnly(t *testing.T) {
	t.Parallel()
	r := accord(t)
	want := []string{"2031-03-10 in 1: leaf-1", "2031-03-15 in 2: post-1 herald-1"}
	if got := daysOf(t, r, view.Look{Since: "2031-03-02", Until: "2031-03"}, 10, 2); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestDaysAsTheyWereKnown(t *testing.T) {
	t.Parallel()
	r := accord(t)
	then := view.AsOf(r, at(t, "2031-03-03"))
	want := []string{"2031-02-28 in 1: wire-1", "2031-03-01 in 1: wire-1", "2031-03-10 in 1: leaf-1"}
	if got := daysOf(t, then, view.Look{}, 5, 2); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestASentenceOfADayIsInTheDocumentsOwnWords(t *testing.T) {
	t.Parallel()
	r := accord(t)
	days, err := view.Days(t.Context(), r, view.Look{Since: "2031-03-10", Until: "2031-03-10"}, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(days) != 1 || len(days[0].Sentences) != 1 {
		t.Fatalf("found %+v", days)
	}
	s := days[0].Sentences[0]
	if words := r.docs["leaf-1"].Body()[s.Start:s.End]; words != s.Text || !strings.Contains(words, "storm") {
		t.Errorf("the sentence is %q, and %q stands there", s.Text, words)
	}
}

// nothingButWhatIsAsked fails where all documents are asked for.
type nothingButWhatIsAsked struct {
	store.Reader
	t *testing.T
}

func (r nothingButWhatIsAsked) Documents(ctx context.Context, f store.DocumentFilter) iter.Seq2[store.Document, error] {
	if len(f.Keys) == 0 {
		r.t.Errorf("asked for all documents: %+v", f)
	}
	return r.Reader.Documents(ctx, f)
}

func TestDaysOfATimeThatNobodyNamesReadNothing(t *testing.T) {
	t.Parallel()
	r := nothingButWhatIsAsked{accord(t), t}
	if got := daysOf(t, r, view.Look{Since: "1999-01", Until: "1999-01"}, 5, 2); len(got) > 0 {
		t.Errorf("found %q", got)
	}
}

func TestADayIsToldByWhatTheOtherDaysAreAbout(t *testing.T) {
	t.Parallel()
	r := recordOf(t,
		news(t, "leaf-1", "2031-03-01", "A painter showed her harbours on 2031-03-01"),
		news(t, "wire-1", "2031-03-02", "Envoys signed the border accord on 2031-03-01"),
		news(t, "post-1", "2031-03-06", "The border accord opened a first crossing on 2031-03-05"),
	)
	r.dated(t)
	want := []string{"2031-03-01 in 2: wire-1", "2031-03-05 in 1: post-1"}
	if got := daysOf(t, r, view.Look{}, 2, 1); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestADayIsToldShortly(t *testing.T) {
	t.Parallel()
	sung := strings.Repeat("the choir of the border sang the accord and ", 8)
	r := recordOf(t,
		news(t, "post-1", "2031-03-01", "While "+sung+"all stood, the border accord was signed by the choir on 2031-03-01"),
		news(t, "wire-1", "2031-03-02", "The border accord was signed on 2031-03-01"),
	)
	r.dated(t)
	want := []string{"2031-03-01 in 2: wire-1"}
	if got := daysOf(t, r, view.Look{}, 1, 1); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestADayIsToldByWhatHappenedRatherThanByWhatWasSaidOfIt(t *testing.T) {
	t.Parallel()
	r := recordOf(t,
		news(t, "post-1", "2031-03-01", "\"The border accord was signed by both sides\" on 2031-03-01"),
		news(t, "wire-1", "2031-03-01", "Envoys of both sides signed the border accord late on 2031-03-01"),
	)
	r.dated(t)
	want := []string{"2031-03-01 in 2: wire-1"}
	if got := daysOf(t, r, view.Look{}, 1, 1); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
