package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// Desk corrects a record in the name of one person. Its methods may be used by
// several goroutines at once; each is done as a whole or not at all.
//
// Entries are named by id, by that of a member, or by the beginning of either;
// documents by id or key.
type Desk struct {
	Store   store.Store
	Lexicon *lexicon.Lexicon
	// Who answers for the corrections.
	Who string
	// Now is the clock for when they are made.
	Now func() time.Time
	// Dossiers, where it is set, says to which dossiers a document belongs
	// before anybody has assigned it.
	Dossiers func(parley.Document) []string
}

// Accept says that an entry is right as it stands.
func (d *Desk) Accept(ctx context.Context, entry, note string) (parley.Correction, error) {
	return d.about(ctx, entry, nil, parley.Correction{Action: parley.Accepting, Note: note})
}

// Reject says that what an entry's mentions tell is no such thing, and takes it
// out of the record; where documents are given, of those in these only. Of a
// dispute it says that there is none.
func (d *Desk) Reject(ctx context.Context, entry string, documents []string, note string) (parley.Correction, error) {
	return d.about(ctx, entry, documents, parley.Correction{Action: parley.Rejecting, Note: note})
}

// Note puts words beside an entry.
func (d *Desk) Note(ctx context.Context, entry, words string) (parley.Correction, error) {
	return d.about(ctx, entry, nil, parley.Correction{Action: parley.Noting, Note: words})
}

// Set gives a field of an entry a value: see record.Settable. A meeting's status
// may be called as views call it.
func (d *Desk) Set(ctx context.Context, entry, field, value, note string) (parley.Correction, error) {
	e, err := d.Store.Entry(ctx, entry)
	if err != nil {
		return parley.Correction{}, err
	}
	if e.Meeting != nil && field == "status" {
		value = storedStatus(value)
	}
	if err := record.CheckField(e.Kind, field, value); err != nil {
		return parley.Correction{}, err
	}
	return d.about(ctx, entry, nil, parley.Correction{Action: parley.Setting, Field: field, Value: value, Note: note})
}

// storedStatus is a meeting's status by the word that views have for it, or as it
// is written.
func storedStatus(word string) string {
	for _, s := range parley.Statuses {
		if view.MeetingStatus(s) == word {
			return string(s)
		}
	}
	return word
}

// Grade says how reliable an outlet is, from A (completely) to F (cannot be judged),
// or how far an entry is to be believed, from 1 (confirmed) to 6 (cannot be judged).
func (d *Desk) Grade(ctx context.Context, name, grade, note string) (parley.Correction, error) {
	graded := parley.Correction{Action: parley.Grading, Value: grade, Note: note}
	for _, err := range d.Store.Documents(ctx, store.DocumentFilter{Outlet: name}) {
		if err != nil {
			return graded, err
		}
		graded.Outlet = name
		return d.make(ctx, graded)
	}
	c, err := d.about(ctx, name, nil, graded)
	if parley.KindOf(err) == parley.NotFound {
		err = &parley.Error{Kind: parley.NotFound, Subject: name, Problem: "the record holds neither an outlet nor an entry of this name",
			Mend: "name an outlet that 'parley documents' lists, or the id of an entry"}
	}
	return c, err
}

// about makes a correction that names an entry's mentions, or those of them that
// stand in some documents.
func (d *Desk) about(ctx context.Context, entry string, documents []string, c parley.Correction) (parley.Correction, error) {
	e, err := d.Store.Entry(ctx, entry)
	if err != nil {
		return c, err
	}
	anchors, err := anchorsOf(ctx, d.Store, e)
	if err != nil {
		return c, err
	}
	if len(documents) > 0 {
		if anchors, _, err = parted(e, anchors, documents); err != nil {
			return c, err
		}
	}
	if e.Dispute != nil {
		c.Field, c.Value = e.Dispute.Field, e.Dispute.About
	}
	c.About = anchors
	return d.make(ctx, c)
}

// make signs a correction, keeps it and folds what it touches.
func (d *Desk) make(ctx context.Context, c parley.Correction) (parley.Correction, error) {
	c.Who, c.When = d.Who, d.Now().UTC()
	if err := c.Seal(); err != nil {
		return c, err
	}
	if err := c.Validate(); err != nil {
		return c, err
	}
	return c, d.Store.Update(ctx, func(tx store.Tx) error { return record.Correct(ctx, tx, d.Lexicon, c) })
}

// anchorsOf are the places of an entry's mentions.
func anchorsOf(ctx context.Context, r store.Reader, e parley.Entry) (anchors []parley.Anchor, err error) {
	ids := make([]string, len(e.Members))
	for i, m := range e.Members {
		ids[i] = m.ID
	}
	for m, err := range r.Mentions(ctx, store.MentionFilter{IDs: ids}) {
		if err != nil {
			return nil, fmt.Errorf("find the mentions of %s: %w", e.ID, err)
		}
		anchors = append(anchors, parley.Anchor{ID: m.ID, Kind: m.Kind, Span: parley.Span{Doc: m.Doc, Start: m.Start, End: m.End}})
	}
	return anchors, nil
}

// parted are the anchors in any of the documents, and the others. Each document
// must tell the entry.
func parted(e parley.Entry, anchors []parley.Anchor, documents []string) (in, others []parley.Anchor, err error) {
	for _, doc := range documents {
		if !slices.ContainsFunc(anchors, func(a parley.Anchor) bool { return store.SameDocument(a.Doc, doc) }) {
			return nil, nil, &parley.Error{Kind: parley.Invalid, Subject: e.ID, Place: doc, Problem: "the entry is not told in this document", Mend: "see its documents with 'parley show " + e.ID[:min(len(e.ID), 10)] + "'"}
		}
	}
	for _, a := range anchors {
		if slices.ContainsFunc(documents, func(doc string) bool { return store.SameDocument(a.Doc, doc) }) {
			in = append(in, a)
		} else {
			others = append(others, a)
		}
	}
	return in, others, nil
}
