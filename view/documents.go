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

// Documents are those told within the look, undated ones included, in the order
// of their telling.
func Documents(ctx context.Context, r store.Reader, look Look) ([]Document, error) {
	from, to := look.days()
	kept, err := collect("documents", r.Documents(ctx, store.DocumentFilter{Since: from, Until: to, Dossier: look.Dossier}))
	if err != nil {
		return nil, err
	}
	keys := make([]string, len(kept))
	for i, d := range kept {
		keys[i] = d.Key()
	}
	names, err := ShownIDs(ctx, r, keys)
	if err != nil {
		return nil, err
	}
	shown := make([]Document, len(kept))
	for i, d := range kept {
		shown[i] = Document{ID: names[d.Key()], Outlet: d.Outlet, URL: d.URL, Published: d.Published, Updated: d.Updated, Title: d.Title, Group: d.Group}
	}
	return shown, nil
}
