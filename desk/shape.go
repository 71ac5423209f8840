package desk

import (
	"context"
	"fmt"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// Merge says that entries of one kind tell of one thing.
func (d *Desk) Merge(ctx context.Context, entries []string, note string) (parley.Correction, error) {
	c := parley.Correction{Action: parley.Merging, Note: note}
	var first parley.Entry
	var merged []string
	for i, id := range entries {
		e, err := d.Store.Entry(ctx, id)
		if err != nil {
			return c, err
		}
		if i == 0 {
			first = e
		}
		if err := mergeable(first, e); err != nil {
			return c, err
		}
		if slices.Contains(merged, e.ID) {
			continue
		}
		merged = append(merged, e.ID)
		anchors, err := anchorsOf(ctx, d.Store, e)
		if err != nil {
			return c, err
		}
		c.About = append(c.About, anchors...)
	}
	if len(merged) < 2 {
		return c, &parley.Error{Kind: parley.Invalid, Subject: first.ID, Problem: "there is nothing to merge it with", Mend: "name two entries or more that are not one yet"}
	}
	return d.make(ctx, c)
}

// mergeable says why two entries cannot be one.
func mergeable(a, b parley.Entry) error {
	fault := func(problem, mend string) error {
		return &parley.Error{Kind: parley.Invalid, Subject: b.ID, Problem: problem, Mend: mend}
	}
	switch {
	case a.Kind != b.Kind:
		return fault(fmt.Sprintf("it is of the kind %s, and %s of the kind %s", b.Kind, a.ID, a.Kind), "merge entries of one kind")
	case a.Position != nil:
		return fault("positions are not merged: each is one stance of a party on an issue", "set party, issue or stance, and they join")
	case a.Dispute != nil:
		return fault("disputes are not merged", "merge the entries that they are about")
	case a.Event != nil && a.Event.Type != b.Event.Type:
		return fault(fmt.Sprintf("it is of the type %s, and %s of the type %s", b.Event.Type, a.ID, a.Event.Type), "merge events of one type")
	}
	return nil
}

// Split says that what some documents tell of an entry is another thing.
func (d *Desk) Split(ctx context.Context, entry string, documents []string, note string) (parley.Correction, error) {
	c := parley.Correction{Action: parley.Splitting, Note: note}
	e, err := d.Store.Entry(ctx, entry)
	if err != nil {
		return c, err
	}
	if e.Position != nil || e.Dispute != nil {
		return c, &parley.Error{Kind: parley.Invalid, Subject: e.ID, Problem: fmt.Sprintf("a %s is not split", e.Kind), Mend: "of a position set party, issue or stance; of a dispute split the entry that it is about"}
	}
	anchors, err := anchorsOf(ctx, d.Store, e)
	if err != nil {
		return c, err
	}
	if c.About, c.Rest, err = parted(e, anchors, documents); err != nil {
		return c, err
	}
	if len(c.Rest) == 0 {
		return c, &parley.Error{Kind: parley.Invalid, Subject: e.ID, Problem: "nothing of it would stay", Mend: "name some of its documents, not all"}
	}
	return d.make(ctx, c)
}

// Undo takes a correction, named by its id or the beginning of it, out of force.
// To undo an undoing brings its correction back.
func (d *Desk) Undo(ctx context.Context, id, note string) (parley.Correction, error) {
	former, inForce, err := Find(ctx, d.Store, id)
	if err != nil {
		return former, err
	}
	if !inForce {
		return former, &parley.Error{Kind: parley.Invalid, Subject: former.ID, Problem: "it is undone already", Mend: "undo what undid it to bring it back: 'parley corrections' lists it"}
	}
	c := parley.Correction{Action: parley.Undoing, Undoes: former.ID, About: former.About, Rest: former.Rest, Document: former.Document,
		Dossier: former.Dossier, Outlet: former.Outlet, Note: note}
	if former.Document != "" {
		return d.assign(ctx, c)
	}
	return d.make(ctx, c)
}

// Find finds a correction by its id or the beginning of it, and tells whether it
// is in force: an undoing is as long as nothing undoes it.
func Find(ctx context.Context, r store.Reader, id string) (found parley.Correction, inForce bool, err error) {
	undone := map[string]bool{}
	var all []parley.Correction
	for c, err := range r.Corrections(ctx, store.CorrectionFilter{}) {
		if err != nil {
			return found, false, err
		}
		all = append(all, c)
	}
	var matching []parley.Correction
	for _, c := range slices.Backward(all) {
		if c.Action == parley.Undoing && !undone[c.ID] {
			undone[c.Undoes] = true
		}
		if len(id) >= shortestPrefix && len(c.ID) >= len(id) && c.ID[:len(id)] == id {
			matching = append(matching, c)
		}
	}
	switch len(matching) {
	case 0:
		return found, false, &parley.Error{Kind: parley.NotFound, Subject: id, Problem: "the record holds no such correction", Mend: "'parley corrections' lists them"}
	case 1:
		return matching[0], !undone[matching[0].ID], nil
	}
	return found, false, &parley.Error{Kind: parley.NotFound, Subject: id, Problem: "more than one correction's id begins so", Mend: "give more of the id"}
}

// shortestPrefix is how much of a correction's id is wanted at least.
const shortestPrefix = 6

// Assign says that a document, in all its versions, belongs to a dossier or,
// where out is set, does not.
func (d *Desk) Assign(ctx context.Context, document, dossier string, out bool, note string) (parley.Correction, error) {
	doc, err := d.Store.Document(ctx, document)
	if err != nil {
		return parley.Correction{}, err
	}
	c := parley.Correction{Action: parley.Assigning, Document: doc.ID, Dossier: dossier, Value: parley.In, Note: note}
	if out {
		c.Value = parley.Out
	}
	return d.assign(ctx, c)
}

// assign keeps an assignment, or its undoing, and says anew to which dossiers
// the document's versions belong.
func (d *Desk) assign(ctx context.Context, c parley.Correction) (parley.Correction, error) {
	c.Who, c.When = d.Who, d.Now().UTC()
	if err := c.Seal(); err != nil {
		return c, err
	}
	return c, d.Store.Update(ctx, func(tx store.Tx) error {
		if err := record.Correct(ctx, tx, d.Lexicon, c); err != nil {
			return err
		}
		versions, err := documents(ctx, tx, c.Document)
		if err != nil {
			return err
		}
		for _, doc := range versions {
			if doc.Dossiers, err = d.dossiersOf(ctx, tx, doc); err != nil {
				return err
			}
			if err := tx.PutDocument(ctx, doc); err != nil {
				return err
			}
		}
		return nil
	})
}

func documents(ctx context.Context, r store.Reader, id string) (found []store.Document, err error) {
	for doc, err := range r.Documents(ctx, store.DocumentFilter{Keys: []string{id}, Text: true}) {
		if err != nil {
			return nil, err
		}
		found = append(found, doc)
	}
	return found, nil
}

func (d *Desk) dossiersOf(ctx context.Context, tx store.Tx, doc store.Document) ([]string, error) {
	var computed []string
	if d.Dossiers != nil {
		computed = d.Dossiers(doc.Document)
	}
	return record.Assigned(ctx, tx, doc.ID, computed)
}
