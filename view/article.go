package view

import (
	"context"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/store"
)

// Article is a document with all that was read in it.
type Article struct {
	store.Document
	// Versions are all of this document, in the order of their publication.
	Versions []store.Document
	// Copies are the other documents of the same text.
	Copies []store.Document
	// Items are the entries that it tells of, in the order in which it does.
	Items []Item
}

// Item is an entry as one document tells it.
type Item struct {
	Line
	Span parley.Span       // all of what the document says of it
	Says []parley.Evidence // the words that support its fields
}

// ArticleOf is the document that a key names or, for a bare id, its latest
// version.
func ArticleOf(ctx context.Context, r store.Reader, look Look, key string) (Article, error) {
	d, err := r.Document(ctx, key)
	if err != nil {
		return Article{}, err
	}
	a := Article{Document: d}
	if a.Versions, err = collect("versions", r.Documents(ctx, store.DocumentFilter{Keys: []string{d.ID}})); err != nil {
		return a, err
	}
	group, err := collect("copies", r.Documents(ctx, store.DocumentFilter{Group: d.Group}))
	if err != nil {
		return a, err
	}
	a.Copies = slices.DeleteFunc(group, func(c store.Document) bool { return c.ID == d.ID })
	found, err := entries(ctx, r, "what an article tells", store.EntryFilter{Document: d.Key()})
	if err != nil {
		return a, err
	}
	for _, l := range look.lines(found) {
		if l.Dispute == nil {
			a.Items = append(a.Items, itemsOf(l, d.Key())...)
		}
	}
	slices.SortStableFunc(a.Items, func(x, y Item) int {
		if x.Span.Start != y.Span.Start {
			return x.Span.Start - y.Span.Start
		}
		return strings.Compare(x.ID, y.ID)
	})
	return a, nil
}

// itemsOf are the places where a document tells of an entry: one for each of its
// members there.
func itemsOf(l Line, key string) []Item {
	var items []Item
	for _, m := range l.Members {
		if m.Doc != key {
			continue
		}
		item := Item{Line: l, Span: m.Span}
		for _, s := range l.Spans {
			if s.Doc == key && (len(items) == 0 || m.Span.Overlaps(s.Span)) {
				item.Says = append(item.Says, s)
			}
		}
		items = append(items, item)
	}
	return items
}

// SentenceStarts are where the sentences of a text begin, in bytes.
func SentenceStarts(body string) []int {
	var starts []int
	engine, err := english.New()
	if err != nil {
		return nil // without the engine nothing could have been read
	}
	for _, s := range engine.Segment(body).Sentences {
		starts = append(starts, s.Start)
	}
	return starts
}
