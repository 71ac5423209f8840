package record

import (
	"context"
	"iter"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
)

// Add keeps a document with its reading and folds again what they touch.
// Adding the same version again, with the same reading, changes nothing; with
// another reading, it replaces the former one. Corrections that name the document
// hold for the new reading as they did for the former.
func Add(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, doc store.Document, reading parley.Reading) error {
	var err error
	if doc.Dossiers, err = Assigned(ctx, tx, doc.ID, doc.Dossiers); err != nil {
		return err
	}
	moved, err := keepDocument(ctx, tx, &doc)
	if err != nil {
		return err
	}
	touched, err := redraw(ctx, tx, l, doc, reading)
	if err != nil {
		return err
	}
	if len(moved) > 0 {
		// Copies count as one source: what they mention is counted again.
		regrouped, err := all(tx.Mentions(ctx, store.MentionFilter{Docs: moved}))
		if err != nil {
			return err
		}
		touched = append(touched, regrouped...)
	}
	return refold(ctx, tx, doc.Kept, touched)
}

func all[T any](sequence iter.Seq2[T, error]) (values []T, err error) {
	for v, err := range sequence {
		if err != nil {
			return nil, err
		}
		values = append(values, v)
	}
	return values, nil
}
