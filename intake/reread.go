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
	if err := in.reassign(ctx); err != nil {
		return Summary{}, err
	}
	err := in.Store.Update(ctx, func(tx store.Tx) error { return record.Refold(ctx, tx, in.Lexicon, in.Now().UTC()) })
	if err != nil {
		return Summary{}, err
	}
	return in.Add(ctx, func(yield func(parley.Document, error) bool) {
		for d, err := range in.Store.Documents(ctx, store.DocumentFilter{Text: true}) {
			if !yield(d.Document, err) {
				return
			}
		}
	})
}

// reassign says anew to which dossiers the kept documents belong.
func (in *Intake) reassign(ctx context.Context) error {
	if in.Dossiers == nil {
		return nil
	}
	return in.Store.Update(ctx, func(tx store.Tx) error {
		for d, err := range tx.Documents(ctx, store.DocumentFilter{}) {
			if err != nil {
				return err
			}
			if err := in.reassignOne(ctx, tx, d.Key()); err != nil {
				return err
			}
		}
		return nil
	})
}

func (in *Intake) reassignOne(ctx context.Context, tx store.Tx, key string) error {
	d, err := tx.Document(ctx, key)
	if err != nil {
		return err
	}
	now, err := record.Assigned(ctx, tx, d.ID, in.Dossiers(d.Document))
	if err != nil || slices.Equal(now, d.Dossiers) {
		return err
	}
	d.Dossiers = now
	return tx.PutDocument(ctx, d)
}
