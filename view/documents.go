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
	Byline    string    `json:"byline,omitempty"`
	Title     string    `json:"title"`
	// Group is shared by documents that are copies of one text.
	Group string `json:"group"`
	// Edit is what this version changed in the one before it; nil for a first
	// version.
	Edit *Edit `json:"edit,omitempty"`
}

// Documents are those told within the look, undated ones included, in the order
// of their telling.
func Documents(ctx context.Context, r store.Reader, look Look) ([]Document, error) {
	from, to := look.days()
	kept, err := collect("documents", r.Documents(ctx, store.DocumentFilter{Since: from, Until: to, Dossier: look.Dossier}))
	if err != nil {
		return nil, err
	}
	return documentsShown(ctx, r, kept)
}

// documentsShown calls documents as ShownIDs does, with what each changed in its
// former version.
func documentsShown(ctx context.Context, r store.Reader, kept []store.Document) ([]Document, error) {
	keys := make([]string, len(kept))
	for i, d := range kept {
		keys[i] = d.Key()
	}
	names, err := ShownIDs(ctx, r, keys)
	if err != nil {
		return nil, err
	}
	changed, err := edits(ctx, r, kept, names)
	if err != nil {
		return nil, err
	}
	shown := make([]Document, len(kept))
	for i, d := range kept {
		shown[i] = Document{ID: names[d.Key()], Outlet: d.Outlet, URL: d.URL, Published: d.Published, Updated: d.Updated, Byline: d.Byline, Title: d.Title, Group: d.Group, Edit: changed[d.Key()]}
	}
	return shown, nil
}
