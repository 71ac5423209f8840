package store

import (
	"context"
	"iter"

	"github.com/parleyrecord/parley"
)

// Followed is what is known of a feed, page or folder that is followed. A store
// keeps it under its name; what State holds is the follower's own affair.
type Followed struct {
	Name  string
	State []byte
}

// Following is what a store remembers for following sources: their states, and
// the documents that came of them and wait to be read. Both are written in one
// transaction, so that what a state says has been taken is there to be read.
type Following interface {
	// Followed yields all that is followed, ordered by name.
	Followed(ctx context.Context) iter.Seq2[Followed, error]

	// Waiting yields up to limit of the documents that wait, in the order in
	// which they came.
	Waiting(ctx context.Context, limit int) iter.Seq2[parley.Document, error]
}

// FollowingTx writes what Following reads.
type FollowingTx interface {
	// PutFollowed keeps a state in place of any former one of that name.
	PutFollowed(ctx context.Context, followed Followed) error

	// DropFollowed forgets the state of that name; NotFound where there is
	// none.
	DropFollowed(ctx context.Context, name string) error

	// PutWaiting lets a document wait; one of the same key that waits already
	// is the same document.
	PutWaiting(ctx context.Context, doc parley.Document) error

	// DropWaiting ends the wait of the document with this key, if it waits.
	DropWaiting(ctx context.Context, key string) error
}
