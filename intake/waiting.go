package intake

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/follow"
	"github.com/parleyrecord/parley/store"
)

// atOnce is how many of the documents that wait are in memory at once.
const atOnce = 100

// Drain takes in the documents that wait, in the order in which they came, until
// none does or ctx ends. What a document says and that it no longer waits is
// written in one transaction: a process that is killed has taken it in once, or
// not yet. One that fails does not come again; it is reported.
func (in *Intake) Drain(ctx context.Context) (Summary, error) {
	var sum Summary
	for {
		waiting, err := store.Collect(in.Store.Waiting(ctx, atOnce))
		if err != nil || len(waiting) == 0 {
			return sum, err
		}
		done, err := in.add(ctx, each(waiting), func(ctx context.Context, tx store.Tx, key string) error { return tx.DropWaiting(ctx, key) })
		sum = sum.plus(done)
		if err != nil {
			return sum, err
		}
	}
}

func (s Summary) plus(t Summary) Summary {
	return Summary{Kept: s.Kept + t.Kept, Known: s.Known + t.Known, Passed: s.Passed + t.Passed, Failed: s.Failed + t.Failed}
}

func each(documents []parley.Document) iter.Seq2[parley.Document, error] {
	return func(yield func(parley.Document, error) bool) {
		for _, d := range documents {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// Followed keeps what a follower knows in a record, and lets the documents that it
// gives wait there. It is a follow.Keeper.
type Followed struct{ Store store.Store }

// States gives all that is followed, in the order of the addresses.
func (f Followed) States(ctx context.Context) ([]follow.State, error) {
	kept, err := store.Collect(f.Store.Followed(ctx))
	if err != nil {
		return nil, err
	}
	states := make([]follow.State, len(kept))
	for i, k := range kept {
		if err := json.Unmarshal(k.State, &states[i]); err != nil {
			return nil, &parley.Error{Kind: parley.Invalid, Subject: follow.Redact(k.Name), Problem: "what is known of it cannot be read", Err: err, Mend: "remove it from what is followed, and add it again"}
		}
	}
	return states, nil
}

// Keep keeps a state and lets documents wait, in one transaction.
func (f Followed) Keep(ctx context.Context, s follow.State, documents []parley.Document) error {
	state, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("keep what is known of %s: %w", follow.Redact(s.Address), err)
	}
	return f.Store.Update(ctx, func(tx store.Tx) error {
		for _, d := range documents {
			if err := tx.PutWaiting(ctx, d); err != nil {
				return err
			}
		}
		return tx.PutFollowed(ctx, store.Followed{Name: s.Address, State: state})
	})
}

// Drop forgets sources, all or, where one is not followed, none; what they gave stays.
func (f Followed) Drop(ctx context.Context, addresses ...string) error {
	return f.Store.Update(ctx, func(tx store.Tx) error {
		for _, address := range addresses {
			err := tx.DropFollowed(ctx, address)
			if parley.KindOf(err) == parley.NotFound {
				return &parley.Error{Kind: parley.NotFound, Subject: follow.Redact(address), Problem: "it is not followed", Mend: "'parley feeds' lists what is"}
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
