package view

import (
	"context"
	"fmt"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// texts gives the documents of a view, each asked for once.
type texts struct {
	ctx  context.Context
	r    store.Reader
	seen map[string]store.Document
}

func newTexts(ctx context.Context, r store.Reader) *texts {
	return &texts{ctx: ctx, r: r, seen: map[string]store.Document{}}
}

func (t *texts) document(key string) (store.Document, error) {
	if d, ok := t.seen[key]; ok {
		return d, nil
	}
	d, err := t.r.Document(t.ctx, key)
	if err != nil {
		return d, fmt.Errorf("ask for document %s: %w", key, err)
	}
	if len(t.seen) >= mostTexts {
		clear(t.seen)
	}
	t.seen[key] = d
	return d, nil
}

// fetch asks for several documents at once, which costs less than one by one.
func (t *texts) fetch(keys []string) error {
	if len(keys) == 0 {
		return nil // a filter without keys asks for all
	}
	slices.Sort(keys)
	found, err := collect("documents", t.r.Documents(t.ctx, store.DocumentFilter{Keys: slices.Compact(keys), Text: true}))
	for _, d := range found {
		t.seen[d.Key()] = d
	}
	return err
}

// mostTexts bounds the memory of a view over a large record.
const mostTexts = 2000

// at are the words that stand at a span.
func (t *texts) at(s parley.Span) (string, error) {
	d, err := t.document(s.Doc)
	if err != nil {
		return "", err
	}
	words, err := s.Of(d.Body())
	if err != nil {
		return "", &parley.Error{Kind: parley.Invalid, Subject: s.Doc, Err: err, Mend: "read the document again"}
	}
	return words, nil
}
