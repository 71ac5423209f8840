package export

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// documentLine is a version of a document as an export holds it.
type documentLine struct {
	Kind string `json:"kind"` // "document"
	Key  string `json:"key"`
	parley.Document
	Group string    `json:"group"`
	Kept  time.Time `json:"kept,omitzero"`
}

// Record writes all that a record holds as JSON Lines: the documents in the
// order of their publication, then the entries by kind, told time and id. Two
// records of the same documents give the same bytes, whenever and in whatever
// order they were added, unless kept asks for the times of adding too.
func Record(ctx context.Context, w io.Writer, r store.Reader, kept bool) error {
	for d, err := range r.Documents(ctx, store.DocumentFilter{Text: true}) {
		if err != nil {
			return fmt.Errorf("export documents: %w", err)
		}
		line := documentLine{Kind: "document", Key: d.Key(), Document: d.Document, Group: d.Group}
		if kept {
			line.Kept = d.Kept
		}
		if err := JSON(w, line); err != nil {
			return fmt.Errorf("export document %s: %w", line.Key, err)
		}
	}
	for e, err := range r.Entries(ctx, store.EntryFilter{}) {
		if err != nil {
			return fmt.Errorf("export entries: %w", err)
		}
		if !kept {
			e.Kept = time.Time{}
		}
		if err := JSON(w, e); err != nil {
			return fmt.Errorf("export entry %s: %w", e.ID, err)
		}
	}
	return nil
}
