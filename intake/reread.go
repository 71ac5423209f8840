package intake

import (
	"context"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// Reread says anew to which dossiers the kept documents belong, folds the record as
// this version of Parley does, and reads all documents anew that another reader has
// read. Corrections hold as before. What a person entered, or a sheet gave, is
// left as it is.
func (in *Intake) Reread(ctx context.Context) (Summary, error) {
	moved, err := in.reassign(ctx)
	if err != nil {
		return Summary{}, err
	}
	err = in.Store.Update(ctx, func(tx store.Tx) error { return record.Refold(ctx, tx, in.Lexicon, in.Now().UTC()) })
	if err != nil {
		return Summary{}, err
	}
	sum, err := in.Add(ctx, func(yield func(parley.Document, error) bool) {
		for d, err := range in.Store.Documents(ctx, store.DocumentFilter{Text: true}) {
			if !yield(d.Document, err) {
				return
			}
		}
	})
	sum.Moved = moved
	return sum, err
}

// reassign says anew to which dossiers the kept documents belong, and counts those of
// which it says another thing than before.
func (in *Intake) reassign(ctx context.Context) (moved int, err error) {
	if in.Dossiers == nil {
		return 0, nil
	}
	err = in.Store.Update(ctx, func(tx store.Tx) error {
		for d, err := range tx.Documents(ctx, store.DocumentFilter{}) {
			if err != nil {
				return err
			}
			another, err := in.reassignOne(ctx, tx, d.Key())
			if err != nil {
				return err
			}
			if another {
				moved++
			}
		}
		return nil
	})
	return moved, err
}

func (in *Intake) reassignOne(ctx context.Context, tx store.Tx, key string) (another bool, err error) {
	d, err := tx.Document(ctx, key)
	if err != nil {
		return false, err
	}
	now, err := record.Assigned(ctx, tx, d.ID, in.Dossiers(d.Document))
	if err != nil || slices.Equal(now, d.Dossiers) {
		return false, err
	}
	d.Dossiers = now
	return true, tx.PutDocument(ctx, d)
}
