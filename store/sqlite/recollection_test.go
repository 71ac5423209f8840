package sqlite

import (
	"context"
	"errors"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// putMention keeps a document with one mention of it.
func putMention(ctx context.Context, s *Store, item string) error {
	d := store.Document{Document: parley.Document{ID: "a", Outlet: "norland-post.example"}, Version: "v"}
	m := store.Mention{ID: "m", Kind: parley.EventEntry, Doc: d.Key(), End: 3, Item: []byte(item)}
	return s.Update(ctx, func(tx store.Tx) error {
		return errors.Join(tx.PutDocument(ctx, d), tx.PutReading(ctx, parley.Reading{Doc: d.ID, Version: d.Version}, []store.Mention{m}))
	})
}

// TestNewestAreOfTheirStamp: what is recollected holds for the first transaction, but not
// where another process has changed the record since.
func TestNewestAreOfTheirStamp(t *testing.T) {
	t.Parallel()
	for _, changed := range []bool{false, true} {
		ctx, dir := t.Context(), t.TempDir()
		mine, other := createHere(t, dir), createHere(t, dir)
		if err := putMention(ctx, other, "one"); err != nil {
			t.Fatal(err)
		}
		newest, err := mine.newest(ctx)
		if m, ok := newest.mention("m"); err != nil || !ok || string(m.Item) != "one" {
			t.Fatalf("recollected is %q (%v), want one", m.Item, err)
		}
		mine.first.end()
		came := make(chan remembered, 1)
		came <- newest
		mine.first = &recollection{stop: func() {}, came: came}
		if changed {
			if err := putMention(ctx, other, "two"); err != nil {
				t.Fatal(err)
			}
		}
		err = mine.Update(ctx, func(store.Tx) error {
			if _, known := mine.known.mention("m"); known == changed {
				t.Errorf("changed since: %t, and remembered: %t", changed, known)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func createHere(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Create(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}
