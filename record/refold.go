package record

import (
	"context"
	"time"

	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
)

// Refold draws the mentions of all kept readings anew and folds them all: what
// a later version of Parley, or another lexicon, makes of the same readings. Of
// a record that is as it should be it changes nothing.
func Refold(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, at time.Time) error {
	var touched []store.Mention
	for doc, err := range tx.Documents(ctx, store.DocumentFilter{Text: true}) {
		if err != nil {
			return err
		}
		reading, err := tx.Reading(ctx, doc.Key())
		if err != nil {
			return err
		}
		changed, err := redraw(ctx, tx, l, doc, reading)
		if err != nil {
			return err
		}
		touched = append(touched, changed...)
	}
	mentions, err := all(tx.Mentions(ctx, store.MentionFilter{}))
	if err != nil {
		return err
	}
	return refold(ctx, tx, at, append(touched, mentions...))
}
