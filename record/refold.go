package record

import (
	"context"
	"slices"
	"time"

	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
)

// Refold draws the mentions of all kept readings anew and folds them all: what
// a later version of Parley, or another lexicon, makes of the same readings. Of
// a record that is as it should be it changes nothing.
func Refold(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, at time.Time) error {
	return refoldInParts(ctx, tx, l, at, documentsAPart)
}

// documentsAPart is how many documents are drawn, or folded, together.
const documentsAPart = 500

func refoldInParts(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, at time.Time, part int) error {
	r := refolding{ctx: ctx, tx: tx, words: l, at: at, part: part, stances: map[string]string{}}
	for doc, err := range tx.Documents(ctx, store.DocumentFilter{}) {
		if err != nil {
			return err
		}
		r.documents = append(r.documents, doc.Key())
	}
	if err := tx.Anew(ctx, at, r.all); err != nil {
		return err
	}
	return putForm(ctx, tx)
}

// refolding is the work of folding a record anew, part by part: the whole would not
// fit into memory. All mentions are drawn before any is folded, so that each
// part finds its neighbours.
type refolding struct {
	ctx       context.Context
	tx        store.Tx
	words     *lexicon.Lexicon
	at        time.Time
	part      int               // of how many documents
	documents []string          // the keys of all, in the order of their telling
	stances   map[string]string // of each block of stances, the id of one
	steps     int               // done
	tell      store.Progress
}

func (r *refolding) all(tell store.Progress) error {
	r.tell = tell
	if len(r.documents) == 0 {
		return nil
	}
	r.step(0)
	for part := range slices.Chunk(r.documents, r.part) {
		if err := r.draw(part); err != nil {
			return err
		}
		r.step(len(part))
	}
	// A party's stances on an issue are told of for years: they are folded first,
	// those of one block at a time.
	for _, id := range r.stances {
		if err := r.fold(store.MentionFilter{IDs: []string{id}}); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(r.documents, r.part) {
		if err := r.fold(store.MentionFilter{Docs: part}); err != nil {
			return err
		}
		r.step(len(part))
	}
	return nil
}

// step tells how far the work has come: each document is drawn, and folded.
func (r *refolding) step(further int) {
	r.steps += further
	r.tell(r.steps, 2*len(r.documents))
}

// draw draws the mentions of documents.
func (r *refolding) draw(keys []string) error {
	for doc, err := range r.tx.Documents(r.ctx, store.DocumentFilter{Keys: keys, Text: true}) {
		if err != nil {
			return err
		}
		reading, err := r.tx.Reading(r.ctx, doc.Key())
		if err != nil {
			return err
		}
		drawn, err := redraw(r.ctx, r.tx, r.words, doc, reading)
		if err != nil {
			return err
		}
		for _, m := range drawn {
			if block := stanceBlock(m.Blocks); block != "" {
				r.stances[block] = m.ID
			}
		}
	}
	return nil
}

// fold folds mentions with their neighbours, but for those that were folded with
// the neighbours of others.
func (r *refolding) fold(which store.MentionFilter) error {
	mentions, err := keptMentions(r.ctx, r.tx, which)
	if err != nil {
		return err
	}
	ids := make([]string, len(mentions))
	for i, m := range mentions {
		ids[i] = m.ID
	}
	folded := map[string]bool{}
	for f, err := range r.tx.Folds(r.ctx, store.FoldFilter{Members: ids}) {
		if err != nil {
			return err
		}
		for _, id := range memberIDs(&f) {
			folded[id] = true
		}
	}
	return refold(r.ctx, r.tx, r.at, slices.DeleteFunc(mentions, func(m store.Mention) bool { return folded[m.ID] }))
}
