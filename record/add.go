package record

import (
	"context"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
)

// Article is a document with what it was read to say.
type Article struct {
	Document store.Document
	Reading  parley.Reading
}

// Add keeps a document with its reading and folds again what they touch.
// Adding the same version again, with the same reading, changes nothing; with
// another reading, it replaces the former one. Corrections that name the document
// hold for the new reading as they did for the former.
func Add(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, doc store.Document, reading parley.Reading) error {
	return AddAll(ctx, tx, l, Article{doc, reading})
}

// AddAll adds several documents and folds once for all of them, which makes the
// same record sooner.
func AddAll(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, articles ...Article) error {
	var at time.Time // when the last of them was kept
	for _, a := range articles {
		if a.Document.Kept.After(at) {
			at = a.Document.Kept
		}
	}
	if err := renew(ctx, tx, l, at); err != nil {
		return err
	}
	var touched []store.Mention
	for _, a := range articles {
		changed, err := keep(ctx, tx, l, a.Document, a.Reading)
		if err != nil {
			return err
		}
		touched = append(touched, changed...)
	}
	return refold(ctx, tx, at, touched)
}

// keep keeps a document and its reading, and returns the mentions that this
// changes.
func keep(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, doc store.Document, reading parley.Reading) (touched []store.Mention, err error) {
	if doc.Dossiers, err = Assigned(ctx, tx, doc.ID, doc.Dossiers); err != nil {
		return nil, err
	}
	moved, err := keepDocument(ctx, tx, &doc)
	if err != nil {
		return nil, err
	}
	if touched, err = change(ctx, tx, l, doc, reading); err != nil || len(moved) == 0 {
		return touched, err
	}
	// Copies count as one source: what they mention is counted again.
	regrouped, err := keptMentions(ctx, tx, store.MentionFilter{Docs: moved})
	return append(touched, regrouped...), err
}
