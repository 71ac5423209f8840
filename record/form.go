package record

import (
	"context"
	"strconv"
	"time"

	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
)

// form counts the ways in which mentions have been drawn and folded. A record keeps
// by which it was folded, and what is added to one of another form would not find
// its neighbours there: whoever changes what is made of the same readings raises it.
const form = 8

// formName is under which name the memo of the form is kept.
const formName = "record"

// Renew folds a record anew that has another form, as the first addition or
// correction does otherwise.
func Renew(ctx context.Context, s store.Store, l *lexicon.Lexicon, at time.Time) error {
	if current, err := hasForm(ctx, s); err != nil || current {
		return err // without waiting for those who write
	}
	return s.Update(ctx, func(tx store.Tx) error { return renew(ctx, tx, l, at) })
}

// renew folds a record anew unless it has this form.
func renew(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, at time.Time) error {
	if current, err := hasForm(ctx, tx); err != nil || current {
		return err
	}
	return Refold(ctx, tx, l, at)
}

func hasForm(ctx context.Context, r store.Reader) (bool, error) {
	memos, err := store.Collect(r.Memos(ctx, store.FormMemo))
	return len(memos) > 0 && string(memos[0].Body) == strconv.Itoa(form), err
}

func putForm(ctx context.Context, tx store.Tx) error {
	return tx.PutMemo(ctx, store.Memo{Kind: store.FormMemo, Name: formName, Body: []byte(strconv.Itoa(form))})
}
