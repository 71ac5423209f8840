package storetest

import (
	"context"
	"errors"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

func followedComesBack(t *testing.T, s store.Store) {
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return errors.Join(
			tx.PutFollowed(ctx, store.Followed{Name: "https://post.example/b", State: []byte("1")}),
			tx.PutFollowed(ctx, store.Followed{Name: "https://post.example/a", State: []byte("2")}),
			tx.PutFollowed(ctx, store.Followed{Name: "https://post.example/b", State: []byte("3")}),
			tx.PutFollowed(ctx, store.Followed{Name: "https://post.example/c", State: nil}),
			tx.DropFollowed(ctx, "https://post.example/c"))
	})
	want(t, "followed", all(t, s.Followed(t.Context())), func(f store.Followed) string { return f.Name + " " + string(f.State) },
		"https://post.example/a 2", "https://post.example/b 3")
	err := s.Update(t.Context(), func(tx store.Tx) error { return tx.DropFollowed(t.Context(), "nothing") })
	if parley.KindOf(err) != parley.NotFound {
		t.Errorf("to forget what is not followed gives %v", err)
	}
}

func documentsWait(t *testing.T, s store.Store) {
	b, a := document("b", 1).Document, document("a", 2).Document
	edited := a
	edited.Title = "Ministers met"
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return errors.Join(tx.PutWaiting(ctx, b), tx.PutWaiting(ctx, a), tx.PutWaiting(ctx, b), tx.PutWaiting(ctx, edited))
	})
	want(t, "waiting", all(t, s.Waiting(t.Context(), 10)), parley.Document.Key, b.Key(), a.Key(), edited.Key())
	want(t, "the first that waits", all(t, s.Waiting(t.Context(), 1)), parley.Document.Key, b.Key())
	if found := all(t, s.Waiting(t.Context(), 1))[0]; found != b {
		t.Errorf("put  %+v\nback %+v", b, found)
	}
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return errors.Join(tx.DropWaiting(ctx, b.Key()), tx.DropWaiting(ctx, b.Key()))
	})
	want(t, "after one was read", all(t, s.Waiting(t.Context(), 10)), parley.Document.Key, a.Key(), edited.Key())
}
