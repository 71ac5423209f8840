package view_test

import (
	"encoding/json"
	"fmt"
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
		then := view.AsOf(kept, day.First().AddDate(0, 0, 1))
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

func TestAnEditedArticleShowsWhatItDroppedAndAdded(t *testing.T) {
	t.Parallel()
	r := recordOf(t,
		news(t, "wire-1", "2025-12-01", "Norland rejects a ceasefire. Its envoy left on Sunday."),
		news(t, "wire-1", "2025-12-03", "Norland rejects a ceasefire. Its envoy stays."),
		news(t, "wire-2", "2025-12-03", "A quiet day."))
	documents, err := view.Documents(t.Context(), r, view.Look{})
	if err != nil || len(documents) != 3 {
		t.Fatalf("%+v, %v", documents, err)
	}
	for _, d := range documents {
		switch edit := d.Edit; {
		case d.Published.Day() == 3 && strings.HasPrefix(d.ID, "wire-1"):
			if edit == nil || edit.Former != documents[0].ID || !slices.Equal(edit.Dropped, []string{"Its envoy left on Sunday."}) || !slices.Equal(edit.Added, []string{"Its envoy stays."}) {
				t.Errorf("%s: edit %+v", d.ID, edit)
			}
		case edit != nil:
			t.Errorf("%s changed nothing, but has %+v", d.ID, edit)
		}
	}
	if versions, err := view.DocumentVersions(t.Context(), r, "wire-1"); err != nil || len(versions) != 2 {
		t.Errorf("versions %+v, %v", versions, err)
	}
	if _, err := view.DocumentVersions(t.Context(), r, "wire-9"); parley.KindOf(err) != parley.NotFound {
		t.Errorf("got %v", err)
	}
}

// Each view of the past is that of a record which never heard what came later.
func TestEveryViewOfThePastIsThatOfItsDay(t *testing.T) {
	t.Parallel()
	late, moment := morePress(t, 1, 5), parley.Date("2025-12-03").First()
	early := view.AsOf(morePress(t, 1), moment)
	then := view.AsOf(late, moment)
	look := view.Look{Today: "2025-12-02"}
	for name, show := range map[string]func(store.Reader) (any, error){
		"timeline":   func(r store.Reader) (any, error) { return view.Timeline(t.Context(), r, look) },
		"meetings":   func(r store.Reader) (any, error) { return view.Meetings(t.Context(), r, look) },
		"statements": func(r store.Reader) (any, error) { return view.Statements(t.Context(), r, look) },
		"positions":  func(r store.Reader) (any, error) { return view.Positions(t.Context(), r, look) },
		"matrix":     func(r store.Reader) (any, error) { return view.MatrixOf(t.Context(), r, look) },
		"proposals":  func(r store.Reader) (any, error) { return view.Plans(t.Context(), r, look) },
		"disputes":   func(r store.Reader) (any, error) { return view.Disputes(t.Context(), r, look) },
		"documents":  func(r store.Reader) (any, error) { return view.Documents(t.Context(), r, look) },
		"brief":      func(r store.Reader) (any, error) { return view.BriefOf(t.Context(), r, look, 10) },
	} {
		was, err := show(early)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		is, err := show(then)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if a, b := inJSON(t, was), inJSON(t, is); a != b {
			t.Errorf("%s: as it was\n%s\nas of then\n%s", name, a, b)
		}
		now, err := show(late)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if inJSON(t, now) == inJSON(t, is) {
			t.Errorf("%s: what came later shows nowhere", name)
		}
	}
}

func inJSON(t *testing.T, v any) string {
	t.Helper()
	encoded, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(encoded)
}

// morePress is a record of articles told on days of December 2025, each of which
// says something of every kind.
func morePress(t *testing.T, days ...int) store.Store {
	t.Helper()
	made, err := sqlite.Create(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { made.Close() })
	for _, day := range days {
		d := news(t, fmt.Sprintf("wire-%d", day), parley.Date(fmt.Sprintf("2025-12-%02d", day)), fmt.Sprintf("Austria and Switzerland met on day %d.", day))
		doc := store.Document{Document: d, Version: d.Version(), Kept: at(t, "2026-01-01")}
		err := made.Update(t.Context(), func(tx store.Tx) error {
			return record.Add(t.Context(), tx, lexicon.Default(), doc, everyKind(t, d, day))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return made
}

func everyKind(t *testing.T, d parley.Document, day int) parley.Reading {
	t.Helper()
	words := d.Text
	r := talks(t, d, parley.Happened, words)
	span := r.Events[0].Spans[0].Span
	about := func(fields ...string) (spans []parley.Evidence) {
		for _, field := range fields {
			spans = append(spans, parley.Evidence{Field: field, Span: span})
		}
		return spans
	}
	r.Events[0].Start, r.Events[0].End = parley.Date(d.Published.Format("2006-01-02")), parley.Date(d.Published.Format("2006-01-02"))
	r.Statements = []parley.Statement{{Content: []string{words}, Cue: "denied", Speaker: "AUT", Kind: parley.BodySource, Manner: parley.Denies, Against: words, AgainstBy: "CHE",
		Certainty: 0.9, Spans: about("content", "against", "against_by", "speaker")}}
	stance := parley.Rejects
	if day > 1 {
		stance = parley.Accepts
	}
	r.Positions = []parley.Position{{Party: "AUT", Issue: "deal", Stance: stance, Quotes: []string{words}, Certainty: 0.9, Spans: about("party", "issue", "stance", "quotes")}}
	r.Proposals = []parley.Proposal{{Name: fmt.Sprintf("plan %d", day), By: []string{"CHE"}, Size: 10 + day, Quotes: []string{words}, Certainty: 0.9, Spans: about("name", "by", "quotes")}}
	return r
}
