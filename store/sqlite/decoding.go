package sqlite

import (
	"iter"

	"github.com/parleyrecord/parley"
)

const (
	// rowsABatch is how many rows are decoded by one goroutine, and
	// batchesAhead how many of those run while further rows are read.
	rowsABatch   = 128
	batchesAhead = 4
)

// batch is a run of rows that is decoded while the next ones are read. Once done is
// closed, entries are those of its rows, up to the first that err is of.
type batch struct {
	rows    []entryRow
	entries []parley.Entry
	err     error
	done    chan struct{}
}

func newBatch() *batch { return &batch{done: make(chan struct{})} }

func (b *batch) decode() {
	defer close(b.done)
	b.entries = make([]parley.Entry, 0, len(b.rows))
	for _, row := range b.rows {
		e, err := row.entry()
		if err != nil {
			b.err = err
			return
		}
		b.entries = append(b.entries, e)
	}
}

// yield gives what was decoded; false where no more is wanted.
func (b *batch) yield(yield func(parley.Entry, error) bool) bool {
	<-b.done
	for _, e := range b.entries {
		if !yield(e, nil) {
			return false
		}
	}
	if b.err != nil {
		yield(parley.Entry{}, b.err)
	}
	return b.err == nil
}

// decoded are the entries of rows in their order. Decoding thousands takes as long
// as finding them, so the two run side by side.
func decoded(found iter.Seq2[entryRow, error]) iter.Seq2[parley.Entry, error] {
	return func(yield func(parley.Entry, error) bool) {
		var ahead []*batch
		next := newBatch()
		for row, err := range found {
			if err != nil {
				next.err = err // of the row behind those that it holds
				break
			}
			if next.rows = append(next.rows, row); len(next.rows) < rowsABatch {
				continue
			}
			go next.decode()
			ahead, next = append(ahead, next), newBatch()
			if len(ahead) > batchesAhead {
				if !ahead[0].yield(yield) {
					return
				}
				ahead = ahead[1:]
			}
		}
		next.decode()
		for _, b := range append(ahead, next) {
			if !b.yield(yield) {
				return
			}
		}
	}
}
