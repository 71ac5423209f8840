package sqlite

import (
	"fmt"

	"github.com/parleyrecord/parley/store"
)

// encodedEntry is an entry as its row keeps it.
type encodedEntry struct {
	entryRow
	gist string
}

// encodedFold is the entries of a fold, encoded.
type encodedFold struct {
	entries []encodedEntry
	err     error
}

// encoded are the entries of folds, fold by fold. Of those of famous talks, with hundreds
// of members, encoding takes as long as writing, so the two run side by side.
func encoded(folds []store.Fold) <-chan encodedFold {
	done := make(chan encodedFold, len(folds)) // whoever gives up leaves nobody waiting
	go func() {
		for _, f := range folds {
			done <- encodeFold(f)
		}
	}()
	return done
}

func encodeFold(f store.Fold) (of encodedFold) {
	for _, e := range f.Entries {
		parts, gist, err := rowOf(e)
		if err != nil {
			return encodedFold{err: fmt.Errorf("keep entry %s: %w", e.ID, err)}
		}
		of.entries = append(of.entries, encodedEntry{parts, gist})
	}
	return of
}
