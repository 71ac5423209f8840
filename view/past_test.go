package view_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
	"github.com/parleyrecord/parley/view"
)

// talks reads a document as saying of one round of talks in Vienna that it has
// a status; words are those that say so.
func talks(t *testing.T, d parley.Document, status parley.Status, words string) parley.Reading {
	t.Helper()
	start := strings.Index(d.Body(), words)
	if start < 0 {
		t.Fatalf("%q does not stand in %s", words, d.ID)
	}
	span := parley.Span{Start: start, End: start + len(words)}
	e := parley.Event{
		Type: parley.Consult, Mode: "negotiation", Status: status, Actors: []string{"AUT", "CHE"}, Start: "2025-12-04", End: "2025-12-04", Place: "Vienna",
		Quotes: []string{words}, Certainty: 0.9,
	}
	for _, field := range []string{"type", "mode", "status", "start", "end", "place", "quotes"} {
		e.Spans = append(e.Spans, parley.Evidence{Field: field, Span: span})
	}
	for _, actor := range e.Actors {
		e.Spans = append(e.Spans, parley.Evidence{Field: "actors", Value: actor, Span: span})
	}
	return parley.Reading{Doc: d.ID, Version: d.Version(), Reader: "test", Events: []parley.Event{e}}
}

// twoTellings is a record of one round of talks: planned, says the wire; held,
// says the post.
func twoTellings(t *testing.T) store.Store {
	t.Helper()
	made, err := sqlite.Create(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { made.Close() })
	before := news(t, "wire-1", "2025-12-01", "Austria and Switzerland will meet in Vienna on 4 December.")
	after := news(t, "post-1", "2025-12-05", "Austria and Switzerland met in Vienna on 4 December.")
	readings := map[string]parley.Reading{
		"wire-1": talks(t, before, parley.Planned, "Austria and Switzerland will meet in Vienna on 4 December"),
		"post-1": talks(t, after, parley.Happened, "Austria and Switzerland met in Vienna on 4 December"),
	}
	for _, d := range []parley.Document{before, after} {
		doc := store.Document{Document: d, Version: d.Version(), Kept: at(t, "2026-01-01")}
		err := made.Update(t.Context(), func(tx store.Tx) error {
			return record.Add(t.Context(), tx, lexicon.Default(), doc, readings[d.ID])
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return made
}

func TestEvidenceTellsWhatEachSentenceSays(t *testing.T) {
	t.Parallel()
	r := twoTellings(t)
	meetings, err := view.Meetings(t.Context(), r, view.Look{})
	if err != nil || len(meetings) != 1 {
		t.Fatalf("got %d meetings, %v", len(meetings), err)
	}
	e, err := view.EvidenceOf(t.Context(), r, meetings[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	var status []string
	for _, p := range e.Proofs {
		if p.Field == "status" {
			status = append(status, p.Document+" "+strings.Join(p.Values, ","))
		}
	}
	if want := []string{"post-1 happened", "wire-1 planned"}; !slices.Equal(status, want) {
		t.Errorf("got %q, want %q: the sentences for the status that it has stand first", status, want)
	}
}

func TestThePastKnowsNothingOfWhatWasToldLater(t *testing.T) {
	t.Parallel()
	kept := twoTellings(t)
	for day, want := range map[parley.Date]string{"2025-11-30": "", "2025-12-01": "planned", "2025-12-04": "planned", "2025-12-05": "held"} {
		then, err := view.AsOf(t.Context(), kept, day.First().AddDate(0, 0, 1))
		if err != nil {
			t.Fatal(err)
		}
		meetings, err := view.Meetings(t.Context(), then, view.Look{})
		if err != nil {
			t.Fatal(err)
		}
		status := ""
		for _, m := range meetings {
			status += m.Status
		}
		if status != want {
			t.Errorf("as of %s the talks are %q, want %q", day, status, want)
		}
		documents, err := view.Documents(t.Context(), then, view.Look{})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range documents {
			if parley.DayOf(d.Published).First().After(day.First()) {
				t.Errorf("as of %s the record holds %s, published later", day, d.ID)
			}
		}
		for _, m := range meetings {
			if e, err := view.EvidenceOf(t.Context(), then, m.ID[:10]); err != nil || len(e.Proofs) == 0 {
				t.Errorf("as of %s: evidence of %s: %v, %v", day, m.ID, e.Proofs, err)
			}
		}
	}
}
