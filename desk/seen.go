package desk

import (
	"context"
	"encoding/json"

	"github.com/parleyrecord/parley/store"
)

// ReaderOf is the name under which it is remembered what a reader has seen of a dossier,
// or "" of all; what a dossier's alerts have, a reader without a name. It parts the two by
// what no name holds.
func ReaderOf(reader, dossier string) string {
	if dossier == "" {
		return reader
	}
	return reader + "\x00" + dossier
}

// LastSeen is up to where in the journal a reader has seen what changed; began is
// false for one who has never asked.
func LastSeen(ctx context.Context, r store.Reader, reader string) (seen store.Moment, began bool, err error) {
	for memo, err := range r.Memos(ctx, store.SeenMemo) {
		if err != nil {
			return seen, false, err
		}
		if memo.Name == reader {
			return seen, true, json.Unmarshal(memo.Body, &seen)
		}
	}
	return seen, false, nil
}

// MarkSeen remembers up to where a reader has seen.
func MarkSeen(ctx context.Context, tx store.Tx, reader string, seen store.Moment) error {
	body, err := json.Marshal(seen)
	if err != nil {
		return err
	}
	return tx.PutMemo(ctx, store.Memo{Kind: store.SeenMemo, Name: reader, Body: body})
}
