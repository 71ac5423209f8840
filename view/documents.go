package view

import (
	"context"
	"time"

	"github.com/parleyrecord/parley/store"
)

// Document is a document of the record, as a list of documents shows it.
type Document struct {
	ID        string    `json:"id"` // as ShownIDs gives it
	Outlet    string    `json:"outlet"`
	URL       string    `json:"url"`
	Published time.Time `json:"published,omitzero"`
	Updated   time.Time `json:"updated,omitzero"`
	Title     string    `json:"title"`
	// Group is shared by documents that are copies of one text.
	Group string `json:"group"`
}

// Documents are those published within the look, undated ones included, in the
// order of their publication.
func Documents(ctx context.Context, r store.Reader, look Look) ([]Document, error) {
	kept, err := collect("documents", r.Documents(ctx, store.DocumentFilter{Dossier: look.Dossier}))
	if err != nil {
		return nil, err
	}
	versions := countVersions(kept)
	from, to := look.days()
	var shown []Document
	for _, d := range kept {
		dated := !d.Published.IsZero()
		if dated && d.Published.Before(from) || dated && !to.IsZero() && !d.Published.Before(to) {
			continue
		}
		shown = append(shown, Document{ID: shownID(d.Key(), versions), Outlet: d.Outlet, URL: d.URL, Published: d.Published, Updated: d.Updated, Title: d.Title, Group: d.Group})
	}
	return shown, nil
}
