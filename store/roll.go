package store

import (
	"context"
	"iter"
)

// Leaf is a part of the roll of a block: what the fold keeps of the mentions in
// it, so that it need not load them all to see what a further one changes. What
// the body holds is the fold's own affair.
type Leaf struct {
	Number int
	Body   []byte
	// Drawn is where the fold may leave what it has made of the leaf, for the next
	// time that a transaction hands out the same one; nil where the store keeps none.
	Drawn *any
}

// Rolls are kept by block.
type Rolls interface {
	// Roll yields the leaves of a block's roll in the order of their numbers.
	Roll(ctx context.Context, block string) iter.Seq2[Leaf, error]
}

// RollsTx writes rolls.
type RollsTx interface {
	// PutLeaf puts a leaf in place of the block's former one of that number; one
	// with an empty body takes that away.
	PutLeaf(ctx context.Context, block string, leaf Leaf) error
}
