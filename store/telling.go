package store

import (
	"context"
	"iter"
	"time"

	"github.com/parleyrecord/parley"
)

// Telling is a sentence of a kept document that names a day.
type Telling struct {
	Day   parley.Date
	Doc   string    // the key of its document
	Told  time.Time // when the document was published; zero where unknown
	Group string    // the group of copies that the document belongs to
	Start int       // the sentence, in bytes of the document's Body
	End   int
}

// TellingFilter narrows Tellings. Fields that are set must all hold.
type TellingFilter struct {
	Since, Until parley.Date // bound the day, both inclusive
	ToldUntil    time.Time   // told before; undated documents pass
	Dossier      string      // stands in a document of this dossier
}

// Tellings are the sentences that name days, as the readings give them.
type Tellings interface {
	// Tellings yields the sentences that pass the filter, ordered by day, then
	// told (undated first), document key, offset.
	Tellings(ctx context.Context, filter TellingFilter) iter.Seq2[Telling, error]
}
