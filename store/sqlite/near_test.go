package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// TestFewAndManyStretches asks for one mention among more and more stretches that hold
// none, within transactions and outside.
func TestFewAndManyStretches(t *testing.T) {
	t.Parallel()
	ctx, s := t.Context(), create(t, t.TempDir())
	d := note("a")
	err := s.Update(ctx, func(tx store.Tx) error {
		mentions := []store.Mention{{ID: "m", Kind: parley.EventEntry, Doc: d.Key(), End: 3, Item: []byte("{}"), Blocks: []store.Block{{Name: "lake", Day: 7}, {Name: "shore", Day: 7}}}}
		return errors.Join(tx.PutDocument(ctx, d), tx.PutReading(ctx, parley.Reading{Doc: d.ID, Version: d.Version}, mentions))
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, many := range []int{0, 1, 7, 8, 9, 4095, 4096, 4097, 20000} {
		stretches := make([]store.Near, many)
		for i := range stretches {
			stretches[i] = store.Near{Name: fmt.Sprint("sea ", i), First: 0, Last: 99}
		}
		stretches = append(stretches, store.Near{Name: "lake", First: 7, Last: 8}, store.Near{Name: "shore", First: 0, Last: 7}, store.Near{Name: "lake", First: 8, Last: 9})
		found := func(ctx context.Context, r store.Reader) (n int, err error) {
			for m, err := range r.Mentions(ctx, store.MentionFilter{Near: stretches}) {
				if err != nil || m.ID != "m" {
					return n, fmt.Errorf("%s: %w", m.ID, err)
				}
				n++
			}
			return n, nil
		}
		outside, err := found(ctx, s)
		if err != nil {
			t.Fatal(err)
		}
		err = s.Update(ctx, func(tx store.Tx) error {
			for range 2 { // out of the file, then remembered
				if n, err := found(ctx, tx); err != nil || n != 1 {
					return fmt.Errorf("it is found %d times (%w)", n, err)
				}
			}
			return nil
		})
		if err != nil || outside != 1 {
			t.Errorf("among %d others it is found %d times, want once; in a transaction: %v", many, outside, err)
		}
	}
}
