package record

import (
	"context"
	"fmt"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
)

// Correct keeps a correction and folds again what it touches. A document that
// it names and that is not kept yet is corrected when it comes.
func Correct(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, c parley.Correction) error {
	if err := c.Validate(); err != nil {
		return err
	}
	if err := tx.PutCorrection(ctx, c); err != nil {
		return err
	}
	if c.Document != "" || c.Outlet != "" {
		return nil // it says nothing of any mention
	}
	if err := renew(ctx, tx, l, c.When); err != nil {
		return err
	}
	var touched []store.Mention
	for _, key := range c.Documents() {
		doc, err := tx.Document(ctx, key)
		if parley.KindOf(err) == parley.NotFound {
			continue
		}
		if err != nil {
			return err
		}
		reading, err := tx.Reading(ctx, key)
		if err != nil {
			return err
		}
		changed, err := change(ctx, tx, l, doc, reading)
		if err != nil {
			return err
		}
		touched = append(touched, changed...)
	}
	return refold(ctx, tx, c.When, touched)
}

// change keeps a reading and returns the mentions that this changes, as they were
// and as they are.
func change(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, doc store.Document, reading parley.Reading) ([]store.Mention, error) {
	former, err := keptMentions(ctx, tx, store.MentionFilter{Docs: []string{doc.Key()}})
	if err != nil {
		return nil, err
	}
	now, err := redraw(ctx, tx, l, doc, reading)
	return difference(former, now), err
}

// redraw keeps a reading with the mentions that it gives under the corrections in
// force, and returns them.
func redraw(ctx context.Context, tx store.Tx, l *lexicon.Lexicon, doc store.Document, reading parley.Reading) ([]store.Mention, error) {
	corrections, err := store.Collect(tx.Corrections(ctx, store.CorrectionFilter{Documents: []string{doc.Key()}}))
	if err != nil {
		return nil, err
	}
	mentions, err := Mentions(l, doc, reading, parley.InForce(corrections))
	if err != nil {
		return nil, err
	}
	return mentions, tx.PutReading(ctx, reading, mentions)
}

// difference are the mentions of two lists that do not stand alike in both.
func difference(former, now []store.Mention) (differing []store.Mention) {
	byID := map[string]store.Mention{}
	for _, m := range former {
		byID[m.ID] = m
	}
	for _, m := range now {
		was, stood := byID[m.ID]
		delete(byID, m.ID)
		switch {
		case !stood:
			differing = append(differing, m)
		case string(was.Item) != string(m.Item) || was.Kind != m.Kind || !sameBlocks(was.Blocks, m.Blocks):
			differing = append(differing, was, m)
		}
	}
	for _, m := range former {
		if _, gone := byID[m.ID]; gone {
			differing = append(differing, m)
		}
	}
	return differing
}

func sameBlocks(a, b []store.Block) bool {
	set := map[store.Block]bool{}
	for _, block := range a {
		set[block] = true
	}
	for _, block := range b {
		if !set[block] {
			return false
		}
	}
	distinct := map[store.Block]bool{}
	for _, block := range b {
		distinct[block] = true
	}
	return len(distinct) == len(set)
}

// correct lays the corrections in force on the mentions that they name.
func (d *drawer) correct(l *lexicon.Lexicon, inForce []parley.Correction) {
	for _, c := range inForce {
		if c.Action == parley.Entering && len(c.About) == 1 && c.About[0].Doc == d.doc.Key() {
			d.enter(l, c)
		}
	}
	for _, c := range inForce {
		if c.Action == parley.Entering {
			continue
		}
		about, rest := c.About, c.Rest
		c.About, c.Rest = nil, nil
		for i, anchors := range [][]parley.Anchor{about, rest} {
			for _, at := range d.places(anchors) {
				d.lay(l, at, hand{Correction: c, Stays: i == 1})
			}
		}
	}
}

// lay lets a correction have its say on one mention.
func (d *drawer) lay(l *lexicon.Lexicon, at int, h hand) {
	m := d.drawn[at]
	if slices.ContainsFunc(m.Hands, func(other hand) bool { return other.ID == h.ID }) {
		return // two places that it names have become one
	}
	m.Hands = append(m.Hands, h)
	if f, ok := fieldOf(m.Kind, h.Field); ok && h.Action == parley.Setting && f.item != nil {
		f.item(d, l, &m.item, h.Value)
	}
}

// enter draws what a person has entered. It has an id of its own, whatever is
// read at the same place.
func (d *drawer) enter(l *lexicon.Lexicon, c parley.Correction) {
	for _, a := range c.Entered.Actors {
		d.know(a)
	}
	reading := parley.Reading{}
	switch e := c.Entered; {
	case e.Event != nil:
		reading.Events = []parley.Event{*e.Event}
	case e.Statement != nil:
		reading.Statements = []parley.Statement{*e.Statement}
	case e.Position != nil:
		reading.Positions = []parley.Position{*e.Position}
	case e.Proposal != nil:
		reading.Proposals = []parley.Proposal{*e.Proposal}
	}
	signed := c
	signed.About, signed.Entered = nil, nil
	before := len(d.drawn)
	d.read(l, reading)
	for n, m := range d.drawn[before:] {
		m.ID = hash(fmt.Sprintf("entered %s %d", c.ID, n))
		m.Hands = []hand{{Correction: signed}}
	}
}

// places are the drawn mentions that anchors in this document name, each once:
// the one with the anchor's id or, where its words are now read otherwise, the
// one that overlaps it most.
func (d *drawer) places(anchors []parley.Anchor) (found []int) {
	for _, a := range anchors {
		if a.Doc != d.doc.Key() {
			continue
		}
		if at := d.placeOf(a); at >= 0 && !slices.Contains(found, at) {
			found = append(found, at)
		}
	}
	return found
}

func (d *drawer) placeOf(a parley.Anchor) int {
	best, most := -1, 0
	for i, m := range d.drawn {
		if m.ID == a.ID {
			return i
		}
		if alike := likePlace(a, m.Mention); alike > most {
			best, most = i, alike
		}
	}
	return best
}

// likePlace weighs whether a mention stands where an anchor does: it must share
// a third of the bytes that either covers, and be of the same kind, or be a
// happening as the other is. Of several the same kind weighs more.
func likePlace(a parley.Anchor, m store.Mention) int {
	shared := min(a.End, m.End) - max(a.Start, m.Start)
	covered := max(a.End, m.End) - min(a.Start, m.Start)
	switch {
	case shared <= 0 || 3*shared < covered:
		return 0
	case m.Kind == a.Kind:
		return 2 * shared
	case happening(m.Kind) && happening(a.Kind):
		return shared
	}
	return 0
}

func happening(k parley.EntryKind) bool { return k == parley.MeetingEntry || k == parley.EventEntry }
