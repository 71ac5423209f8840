package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// former tells what an entry said in a few words: its status, or that there was
// none.
func former(f store.Former) string {
	if f.Gist == nil {
		return f.Entry + " was not"
	}
	words := append([]string{f.Entry, string(f.Gist.Kind), string(f.Gist.Status)}, f.Dossiers...)
	return strings.Join(words, " ")
}

// denied is a fold of a meeting alone, with its meeting denied.
func denied(f store.Fold) store.Fold {
	f.Entries = []parley.Entry{f.Entries[0]}
	meeting := *f.Entries[0].Meeting
	meeting.Status = parley.Denied
	f.Entries[0].Meeting = &meeting
	return f
}

func journalRemembers(t *testing.T, s store.Store) {
	if m, err := s.Latest(t.Context()); err != nil || m != (store.Moment{}) {
		t.Errorf("the journal of an empty record ends at %+v, %v", m, err)
	}
	put := set(t, s) // on day 9
	first, err := s.Latest(t.Context())
	must(t, err)
	if !first.At.Equal(day(9)) || first.N == 0 {
		t.Errorf("the journal ends at %+v, want day 9", first)
	}
	denied := denied(put.meeting)
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return errors.Join(tx.Replace(ctx, day(10), nil, []store.Fold{denied, put.position}), tx.Replace(ctx, day(11), nil, []store.Fold{put.meeting}),
			tx.Replace(ctx, day(12), nil, []store.Fold{put.meeting})) // which changes nothing
	})
	encoded, err := json.Marshal(put.meeting.Entries[0])
	must(t, err)
	for f := range s.Formers(t.Context(), first) {
		if wanted := store.GistOf(put.meeting.Entries[0], encoded); f.Entry == put.meeting.ID() && !reflect.DeepEqual(*f.Gist, wanted) {
			t.Errorf("the gist of what it said is %+v, want %+v", *f.Gist, wanted)
		}
	}
	for what, c := range map[string]struct {
		after store.Moment
		want  []string
	}{
		"a new entry was not":            {store.Moment{}, []string{"11111111aa was not", "22222222cc was not", "33333333dd was not"}},
		"what it said before it changed": {first, []string{"11111111aa meeting happened", "33333333dd dispute  norland"}},
		"by time":                        {store.Moment{At: day(10)}, []string{"11111111aa meeting happened", "33333333dd dispute  norland"}},
		"of the last change":             {store.Moment{At: day(11)}, []string{"11111111aa meeting denied", "33333333dd was not"}},
		"after the last change":          {store.Moment{At: day(11).Add(time.Nanosecond)}, nil},
	} {
		want(t, what, all(t, s.Formers(t.Context(), c.after)), former, c.want...)
	}
}

func madeAnew(t *testing.T, s store.Store) {
	put := set(t, s)
	first, err := s.Latest(t.Context())
	must(t, err)
	wanted := all(t, s.Entries(t.Context(), store.EntryFilter{}))
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return errors.Join(tx.PutLeaf(ctx, "NLD", store.Leaf{Number: 7, Body: []byte("july")}), tx.Anew(ctx, day(10), func(store.Progress) error {
			want(t, "entries while they are made anew", all(t, tx.Entries(ctx, store.EntryFilter{})), entryID)
			want(t, "a roll then", all(t, tx.Roll(ctx, "NLD")), func(l store.Leaf) string { return string(l.Body) })
			return tx.Replace(ctx, day(10), nil, []store.Fold{put.meeting, put.position})
		}))
	})
	if found := all(t, s.Entries(t.Context(), store.EntryFilter{})); !reflect.DeepEqual(found, wanted) {
		t.Errorf("made anew from the same folds the record holds %+v, want %+v", found, wanted)
	}
	want(t, "what that changed", all(t, s.Formers(t.Context(), first)), former)

	denied := denied(put.meeting)
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return tx.Anew(ctx, day(11), func(store.Progress) error { return tx.Replace(ctx, day(11), nil, []store.Fold{denied}) })
	})
	want(t, "what else changed", all(t, s.Formers(t.Context(), first)), former, "11111111aa meeting happened", "22222222cc position ", "33333333dd dispute  norland")
}

func memosComeBack(t *testing.T, s store.Store) {
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return errors.Join(
			tx.PutMemo(ctx, store.Memo{Kind: "seen", Name: "jon", Body: []byte("1")}),
			tx.PutMemo(ctx, store.Memo{Kind: "seen", Name: "ines", Body: []byte("2")}),
			tx.PutMemo(ctx, store.Memo{Kind: "seen", Name: "jon", Body: []byte("3")}),
			tx.PutMemo(ctx, store.Memo{Kind: "seen", Name: "paul"}),
			tx.PutMemo(ctx, store.Memo{Kind: "told", Name: "jon", Body: []byte("4")}),
			tx.DropMemo(ctx, "seen", "paul"), tx.DropMemo(ctx, "seen", "nobody"))
	})
	want(t, "memos", all(t, s.Memos(t.Context(), "seen")), func(m store.Memo) string { return m.Name + " " + string(m.Body) }, "ines 2", "jon 3")
}
