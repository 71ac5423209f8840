package store

import (
	"context"
	"iter"
	"time"

	"github.com/parleyrecord/parley"
)

// CorrectionFilter narrows Corrections. The zero filter passes every
// correction. Fields that are set must all hold.
type CorrectionFilter struct {
	ID        string    // this one, or the one whose id begins so
	Documents []string  // names a place in any of the versions with these keys
	Since     time.Time // made at or after
	Actions   []parley.CorrectionAction
}

// Correcting holds what people have changed.
type Correcting interface {
	// Corrections yields the corrections that pass the filter in the order in
	// which they were made, then by id: those undone and those that undo too.
	Corrections(ctx context.Context, filter CorrectionFilter) iter.Seq2[parley.Correction, error]
}

// CorrectingTx writes what Correcting reads.
type CorrectingTx interface {
	// PutCorrection keeps a correction for good. Putting it again changes
	// nothing.
	PutCorrection(ctx context.Context, correction parley.Correction) error
}
