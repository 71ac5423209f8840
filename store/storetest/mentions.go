package storetest

import (
	"context"
	"reflect"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// mention is a mention of a document, with all that the store fills in.
func mention(d store.Document, id string, start int, blocks ...store.Block) store.Mention {
	return store.Mention{ID: id, Kind: parley.MeetingEntry, Doc: d.Key(), Outlet: d.Outlet, Told: d.Published, Kept: d.Kept, Group: d.Group,
		Start: start, End: start + 5, Blocks: blocks, Item: []byte("item of " + id)}
}

func readDocument(t *testing.T, s store.Store, d store.Document, mentions ...store.Mention) {
	t.Helper()
	put(t, s, d)
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return tx.PutReading(ctx, parley.Reading{Doc: d.ID, Version: d.Version, Reader: "r1"}, mentions)
	})
}

func mentionID(m store.Mention) string { return m.ID }

func readingComesBack(t *testing.T, s store.Store) {
	d := document("a", 1)
	reading := parley.Reading{Doc: d.ID, Version: d.Version, Reader: "r1",
		Events: []parley.Event{{Type: parley.Consult, Mode: "meeting", Status: parley.Happened, Actors: []string{"NLD"}, Certainty: .5,
			Spans: []parley.Evidence{{Field: "quotes", Span: parley.Span{Start: 3, End: 9}}}}}}
	readDocument(t, s, d, mention(d, "m1", 3))
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return tx.PutReading(ctx, reading, []store.Mention{mention(d, "m2", 7)})
	})
	found, err := s.Reading(t.Context(), d.Key())
	must(t, err)
	if !reflect.DeepEqual(found, reading) {
		t.Errorf("put  %+v\nback %+v", reading, found)
	}
	want(t, "mentions of the second reading", all(t, s.Mentions(t.Context(), store.MentionFilter{})), mentionID, "m2")
	err = s.Update(t.Context(), func(tx store.Tx) error {
		return tx.PutReading(t.Context(), parley.Reading{Doc: "nobody", Version: "0"}, nil)
	})
	if parley.KindOf(err) != parley.NotFound {
		t.Errorf("a reading of a document that was not put: %v, want NotFound", err)
	}
}

func mentionsByFilter(t *testing.T, s store.Store) {
	a, b := document("a", 2), document("b", 1)
	m1 := mention(a, "m1", 9, store.Block{Name: "NLD|SDL", Day: 10}, store.Block{Name: "NLD|SDL", Day: 11})
	m2 := mention(a, "m2", 3, store.Block{Name: "NLD|SDL", Day: 20})
	m3 := mention(b, "m3", 4, store.Block{Name: "NLD|SDL", Day: 12}, store.Block{Name: "round 5"})
	readDocument(t, s, a, m1, m2)
	readDocument(t, s, b, m3)
	entry := func(id string) []parley.Entry { return []parley.Entry{{ID: id, Kind: parley.MeetingEntry}} }
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return tx.Replace(ctx, day(9), nil, []store.Fold{{Entries: entry("m1"), Core: []byte("core")}, {Entries: entry("m2")}})
	})
	for what, c := range map[string]struct {
		filter store.MentionFilter
		ids    []string
	}{
		"all":        {store.MentionFilter{}, []string{"m3", "m2", "m1"}},
		"stretch":    {store.MentionFilter{Near: []store.Near{{Name: "NLD|SDL", First: 10, Last: 12}}}, []string{"m3", "m1"}},
		"stretches":  {store.MentionFilter{Near: []store.Near{{Name: "round 5"}, {Name: "NLD|SDL", First: 12, Last: 20}}}, []string{"m3", "m2"}},
		"ids":        {store.MentionFilter{IDs: []string{"m1", "m3", "m9"}}, []string{"m3", "m1"}},
		"document":   {store.MentionFilter{Docs: []string{a.Key()}}, []string{"m2", "m1"}},
		"but some":   {store.MentionFilter{Not: []string{"m1", "m3"}}, []string{"m2"}},
		"coreless":   {store.MentionFilter{Coreless: true}, []string{"m3", "m2"}},
		"told until": {store.MentionFilter{Until: a.Published}, []string{"m3"}},
		"near, until": {store.MentionFilter{Near: []store.Near{{Name: "NLD|SDL", First: 0, Last: 99}}, Until: a.Published},
			[]string{"m3"}},
	} {
		want(t, what, all(t, s.Mentions(t.Context(), c.filter)), mentionID, c.ids...)
	}
	found := all(t, s.Mentions(t.Context(), store.MentionFilter{IDs: []string{"m1"}}))
	m1.Blocks = nil // not given back
	if len(found) != 1 || !reflect.DeepEqual(found[0], m1) {
		t.Errorf("put  %+v\nback %+v", m1, found)
	}
}
