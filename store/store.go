package store

import (
	"context"
	"iter"
	"time"

	"github.com/parleyrecord/parley"
)

// Store keeps one record. It is safe for use by several goroutines.
//
// Errors that a caller can act on are *parley.Error: NotFound where there is no
// such document, reading or entry; ReadOnly where the data folder cannot be
// written; Newer where a later version of Parley wrote it; Invalid where the
// file is no record or is damaged; Unavailable where another process holds the
// record for too long or the disk fails.
type Store interface {
	Reader
	Following

	// Update runs change inside one transaction and commits it, or undoes it
	// all where change returns an error, which Update then returns. Updates
	// happen one after another, across processes too. Inside change only tx
	// may be used, not the store, and not after change has returned.
	Update(ctx context.Context, change func(tx Tx) error) error

	// Close releases the record. It may be called once.
	Close() error
}

// Reader holds the questions. Each answer shows the record between two
// updates, never half of one; inside a Tx it shows what the transaction has
// written so far. A sequence ends after the first error that it yields.
type Reader interface {
	Tellings
	Correcting
	Journal
	Memos
	Rolls

	// Documents yields the documents that pass the filter, ordered by
	// when they were told (undated first), then key.
	Documents(ctx context.Context, filter DocumentFilter) iter.Seq2[Document, error]

	// Document returns one version of a document with its text: the one that
	// a key ("id@version") names or, for a bare id, the latest.
	Document(ctx context.Context, key string) (Document, error)

	// Reading returns what the version of a document that key names was read
	// to say.
	Reading(ctx context.Context, key string) (parley.Reading, error)

	// Entries yields the entries that pass the filter, in the order of an
	// export: kind (as in parley.EntryKinds), told (undated first), id.
	Entries(ctx context.Context, filter EntryFilter) iter.Seq2[parley.Entry, error]

	// Entry returns the entry that has id as its own or as that of a member.
	// A prefix of eight characters or more does; where several ids have it, the
	// error is of kind Invalid.
	Entry(ctx context.Context, id string) (parley.Entry, error)

	// Statements yields the statements that pass the filter, the latest told
	// first, to the minute, and undated ones last.
	Statements(ctx context.Context, filter StatementFilter) iter.Seq2[parley.Entry, error]

	// Months counts the entries that pass the filter by month, in order,
	// months without any left out, by MonthOf. Of the filter, Kinds, Dossier and
	// ToldUntil count.
	Months(ctx context.Context, filter EntryFilter) ([]Month, error)

	// Extent sums up the documents of a dossier or, for "", of the record.
	Extent(ctx context.Context, dossier string) (Extent, error)

	// Stamp is another whenever the record has changed.
	Stamp(ctx context.Context) (string, error)

	// Mentions yields the mentions that pass the filter, in canonical order:
	// told (undated first), document key, offset, id.
	Mentions(ctx context.Context, filter MentionFilter) iter.Seq2[Mention, error]

	// Folds yields the folds that pass the filter, ordered by id, each once.
	Folds(ctx context.Context, filter FoldFilter) iter.Seq2[Fold, error]
}

// Tx is a Reader that can write.
type Tx interface {
	Reader
	Following
	FollowingTx
	CorrectingTx
	MemosTx
	RollsTx

	// PutDocument keeps a version of a document; putting the same version
	// again changes its Dossiers and nothing else, but that of several Bylines the
	// last by the alphabet stays.
	PutDocument(ctx context.Context, doc Document) error

	// PutReading keeps what a version of a document says, with the mentions
	// drawn from it, in place of any former reading and its mentions. The
	// document must have been put. Each mention's Doc is the reading's Key;
	// its Outlet, Told, Kept and Group are those of the document, whatever it
	// holds.
	PutReading(ctx context.Context, reading parley.Reading, mentions []Mention) error

	// Regroup sets the group of the documents with these keys.
	Regroup(ctx context.Context, group string, keys []string) error

	// Replace takes away the folds with the ids in gone, with their entries,
	// and puts folds in place of any that have the same id. What the entries
	// said before goes into the journal, as changed at that time.
	Replace(ctx context.Context, at time.Time, gone []string, folds []Fold) error

	// Anew takes away all folds, with their entries, and all rolls, and lets fold
	// make them again. What an entry said before goes into the journal, as changed
	// at that time, where it says something else afterwards. Fold tells how far it
	// has come, since it may take minutes.
	Anew(ctx context.Context, at time.Time, fold func(Progress) error) error
}

// Progress is told how far long work has come: after done of so many steps, from 0
// of them on.
type Progress func(done, of int)

// Collect fetches the values of a sequence, up to the first error.
func Collect[T any](sequence iter.Seq2[T, error]) (values []T, err error) {
	for v, err := range sequence {
		if err != nil {
			return nil, err
		}
		values = append(values, v)
	}
	return values, nil
}
