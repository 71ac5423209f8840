package store

import (
	"time"

	"github.com/parleyrecord/parley"
)

// Extent sums up the documents of a record or dossier.
type Extent struct {
	Documents int
	Outlets   int
	// First and Last are when the earliest and the latest of those that are
	// dated were published; zero where none is.
	First, Last time.Time
	// Kept is when the latest was taken in.
	Kept time.Time
}

// Month counts the entries that begin in a month on a time line, as Days places
// them.
type Month struct {
	Month   parley.Date
	Entries int
}

// StatementFilter narrows Statements. The zero filter passes every statement.
// Fields that are set must all hold.
type StatementFilter struct {
	// Words must all stand in the statement or in its speaker's name, in
	// whatever case and with or without accents. A phrase in double quotes
	// must stand as it is; the last word may be the beginning of one where it
	// ends in "*".
	Words   string
	Speaker string            // its whole name
	Kind    parley.SourceKind // of the source
	// Since (inclusive) and Until (exclusive) bound when it was first told; one
	// told by undated documents only passes both.
	Since, Until time.Time
	Dossier      string
}
