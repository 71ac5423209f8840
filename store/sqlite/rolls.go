package sqlite

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"github.com/parleyrecord/parley/store"
)

// Roll implements store.Reader.
func (q queries) Roll(ctx context.Context, block string) iter.Seq2[store.Leaf, error] {
	if q.known == nil {
		return q.leaves(ctx, block)
	}
	return listed(func() ([]store.Leaf, error) { return q.knownLeaves(ctx, block) })
}

// knownLeaves are the leaves of a block's roll, which are remembered from then on.
func (q queries) knownLeaves(ctx context.Context, block string) ([]store.Leaf, error) {
	leaves, ok := q.known.rolls.get(block)
	if ok {
		return leaves, nil
	}
	leaves, err := store.Collect(q.leaves(ctx, block))
	if err != nil {
		return nil, err
	}
	for i := range leaves {
		leaves[i].Drawn = new(any)
	}
	q.known.rolls.put(block, leaves, sizeOf(leaves))
	return leaves, nil
}

// leaves are those in the file.
func (q queries) leaves(ctx context.Context, block string) iter.Seq2[store.Leaf, error] {
	scan := func(row scanner) (l store.Leaf, err error) { return l, row.Scan(&l.Number, &l.Body) }
	return rows(ctx, q, "read the roll of "+block, "SELECT leaf, body FROM rolls WHERE block = ? ORDER BY leaf", []any{block}, scan)
}

// sizeOf is how many bytes leaves take in the file.
func sizeOf(leaves []store.Leaf) (size int) {
	for _, l := range leaves {
		size += len(l.Body)
	}
	return size
}

// PutLeaf implements store.Tx.
func (t *tx) PutLeaf(ctx context.Context, block string, leaf store.Leaf) error {
	step := statement{"INSERT OR REPLACE INTO rolls (block, leaf, body) VALUES (?, ?, ?)", []any{block, leaf.Number, leaf.Body}}
	if len(leaf.Body) == 0 {
		step = statement{"DELETE FROM rolls WHERE block = ? AND leaf = ?", []any{block, leaf.Number}}
	}
	if leaves, ok := t.known.rolls.get(block); ok {
		leaves = withLeaf(leaves, leaf)
		t.known.rolls.put(block, leaves, sizeOf(leaves))
	}
	return t.run(ctx, "keep the roll of "+block, step)
}

// withLeaf are leaves with another in place of that of its number; one with an empty
// body takes that away.
func withLeaf(leaves []store.Leaf, leaf store.Leaf) []store.Leaf {
	at, found := slices.BinarySearchFunc(leaves, leaf.Number, func(l store.Leaf, n int) int { return cmp.Compare(l.Number, n) })
	end := at
	if found {
		end++
	}
	if leaf.Drawn == nil {
		leaf.Drawn = new(any)
	}
	with := slices.Concat(leaves[:at], []store.Leaf{leaf}, leaves[end:])
	if len(leaf.Body) == 0 {
		with = slices.Delete(with, at, at+1)
	}
	return with
}
