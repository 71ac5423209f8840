package view_test

import (
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
)

// kept is a record under test, with the keys of its documents by id.
type kept struct {
	store.Store
	docs map[string]store.Document
}

// at is noon of a day.
func at(t *testing.T, day parley.Date) time.Time {
	t.Helper()
	if !day.Valid() || day == "" {
		t.Fatalf("%q is no day", day)
	}
	return day.First().Add(12 * time.Hour)
}

// news makes a document; its id names its outlet too: "wire-1" is of "wire".
func news(t *testing.T, id string, day parley.Date, text string) parley.Document {
	t.Helper()
	outlet, _, _ := strings.Cut(id, "-")
	d := parley.Document{ID: id, Outlet: outlet, URL: "https://" + outlet + ".example/" + id, Title: "News of " + id, Text: text}
	if day != "" {
		d.Published = at(t, day)
	}
	return d
}

func recordOf(t *testing.T, documents ...parley.Document) *kept {
	t.Helper()
	made, err := sqlite.Create(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { made.Close() })
	r := &kept{Store: made, docs: map[string]store.Document{}}
	err = made.Update(t.Context(), func(tx store.Tx) error {
		for _, d := range documents {
			doc := store.Document{Document: d, Version: d.Version(), Kept: at(t, "2026-01-01"), Group: d.ID}
			r.docs[d.ID] = doc
			if err := tx.PutDocument(t.Context(), doc); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// told gives an entry a member and evidence in each of the documents: the first
// of the words that stand in it support field.
func (r *kept) told(t *testing.T, e parley.Entry, field string, words map[string]string) parley.Entry {
	t.Helper()
	for _, d := range r.inOrder(t, words) {
		start := strings.Index(d.Body(), words[d.ID])
		if start < 0 {
			t.Fatalf("%q does not stand in %s", words[d.ID], d.ID)
		}
		span := parley.Span{Doc: d.Key(), Start: start, End: start + len(words[d.ID])}
		e.Spans = append(e.Spans, parley.Evidence{Field: field, Span: span})
		e.Members = append(e.Members, parley.Member{ID: e.ID + "-in-" + d.ID, Outlet: d.Outlet, Told: d.Published, Span: span})
		e.Outlets = append(e.Outlets, d.Outlet)
		if e.Told.IsZero() {
			e.Told = d.Published
		}
		if d.Published.After(e.Again) || e.Words == "" {
			e.Again, e.Words = d.Published, words[d.ID]
		}
	}
	e.Sources = len(e.Outlets)
	return e
}

func (r *kept) inOrder(t *testing.T, words map[string]string) []store.Document {
	t.Helper()
	var found []store.Document
	for d, err := range r.Documents(t.Context(), store.DocumentFilter{Text: true}) {
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := words[d.ID]; ok {
			found = append(found, d)
		}
	}
	return found
}

func (r *kept) keep(t *testing.T, entries ...parley.Entry) {
	t.Helper()
	var folds []store.Fold
	for _, e := range entries {
		fold := store.Fold{Entries: []parley.Entry{e}}
		for _, m := range e.Members {
			fold.Members = append(fold.Members, m.ID)
		}
		folds = append(folds, fold)
	}
	if err := r.Update(t.Context(), func(tx store.Tx) error { return tx.Replace(t.Context(), time.Now(), nil, folds) }); err != nil {
		t.Fatal(err)
	}
}

func (r *kept) key(id string) string { return r.docs[id].Key() }

func meeting(id string, start, end parley.Date, m parley.Meeting) parley.Entry {
	return parley.Entry{ID: id, Kind: parley.MeetingEntry, Start: start, End: end, Parties: m.Parties, Certainty: 1, Meeting: &m}
}

func position(id string, s parley.Standing) parley.Entry {
	return parley.Entry{ID: id, Kind: parley.PositionEntry, Parties: []string{s.Party}, Certainty: 1, Position: &s}
}
