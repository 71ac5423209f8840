package sqlite

import (
	"context"
	"iter"

	"github.com/parleyrecord/parley/store"
)

// Roll implements store.Reader.
func (q queries) Roll(ctx context.Context, block string) iter.Seq2[store.Leaf, error] {
	scan := func(row scanner) (l store.Leaf, err error) { return l, row.Scan(&l.Number, &l.Body) }
	return rows(ctx, q, "read the roll of "+block, "SELECT leaf, body FROM rolls WHERE block = ? ORDER BY leaf", []any{block}, scan)
}

// PutLeaf implements store.Tx.
func (t *tx) PutLeaf(ctx context.Context, block string, leaf store.Leaf) error {
	step := statement{"INSERT OR REPLACE INTO rolls (block, leaf, body) VALUES (?, ?, ?)", []any{block, leaf.Number, leaf.Body}}
	if len(leaf.Body) == 0 {
		step = statement{"DELETE FROM rolls WHERE block = ? AND leaf = ?", []any{block, leaf.Number}}
	}
	return t.run(ctx, "keep the roll of "+block, step)
}
