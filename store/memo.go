package store

import (
	"context"
	"iter"
)

// Memo is something that a desk or the fold remembers: what a reader has seen, what
// an alert has told, by which form the record was folded. A store keeps it under its kind and name; what Body holds is
// its owner's own affair.
type Memo struct {
	Kind, Name string
	Body       []byte
}

// Memos are what is remembered.
type Memos interface {
	// Memos yields those of a kind, ordered by name.
	Memos(ctx context.Context, kind string) iter.Seq2[Memo, error]
}

// MemosTx writes what Memos reads.
type MemosTx interface {
	// PutMemo keeps a memo in place of any former one of its kind and name.
	PutMemo(ctx context.Context, memo Memo) error

	// DropMemo forgets a memo, if there is one.
	DropMemo(ctx context.Context, kind, name string) error
}

// The kinds of memos.
const (
	SeenMemo  = "seen"  // up to where in the journal a reader has seen, by reader
	AlertMemo = "alert" // what an alert has told and has still to tell, by alert
	SheetMemo = "sheet" // how a sheet's columns are mapped, by sheet
	FormMemo  = "form"  // by which form the record was folded; it belongs to the folds, not to what they are made from
)
