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

// mostTexts bounds the memory of a view over a large record.
const mostTexts = 2000

// words are those behind an entry's first span of the field, "" where it has
// none. Where the entry has come to a status, words that say so go before those
// that told of an earlier one.
func (t *texts) words(e parley.Entry, field string) (string, error) {
	var best *parley.Evidence
	telling := tellingOfStatus(e)
	for i, s := range e.Spans {
		if s.Field == field && (best == nil || slices.Contains(telling, s.Doc) && !slices.Contains(telling, best.Doc)) {
			best = &e.Spans[i]
		}
	}
	if best == nil {
		return "", nil
	}
	return t.at(best.Span)
}

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

// tellingOfStatus are the documents that say that the entry has come to its
// status.
func tellingOfStatus(e parley.Entry) []string {
	steps, status := StepsOf(e), statusOf(e)
	for _, step := range slices.Backward(steps) {
		if step.Status == status {
			return step.Documents
		}
	}
	return nil
}
