package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// Finding is something that a person has found, in an article or elsewhere.
type Finding struct {
	Kind parley.EntryKind
	// Words tell it: those of the Document that stand in it just so or, where it
	// has a Source, those of the person.
	Words    string
	Document string // its id or key
	// Source is where the person has it from, where that is no article that is
	// kept: "the embassy, by telephone"; Published is when it was told there.
	Source    string
	Published time.Time
	Fields    map[string]string // see Enterable
	Note      string
}

// Enter adds an entry that no reading has. It stands on the person's words or on
// those of an article, joins what tells the same, is corrected like any other,
// and undone like a correction.
func (d *Desk) Enter(ctx context.Context, f Finding) (c parley.Correction, err error) {
	err = d.Store.Update(ctx, func(tx store.Tx) error {
		doc, err := d.documentOf(ctx, tx, f)
		if err != nil {
			return err
		}
		c, err = d.entering(doc, f)
		if err != nil {
			return err
		}
		return record.Correct(ctx, tx, d.Lexicon, c)
	})
	return c, err
}

// documentOf is the document in which a finding stands: one that is kept, or one
// made of the person's own words.
func (d *Desk) documentOf(ctx context.Context, tx store.Tx, f Finding) (store.Document, error) {
	switch {
	case strings.TrimSpace(f.Words) == "":
		return store.Document{}, &parley.Error{Kind: parley.Invalid, Subject: string(f.Kind), Place: "words", Problem: "no words tell it", Mend: "give the sentence that does"}
	case (f.Document == "") == (f.Source == ""):
		return store.Document{}, &parley.Error{Kind: parley.Invalid, Subject: string(f.Kind), Problem: "it needs one source", Mend: "name the article that tells it, or a source of your own, and not both"}
	case f.Document != "":
		return tx.Document(ctx, f.Document)
	}
	sum := sha256.Sum256([]byte(f.Source + "\n" + f.Published.UTC().String() + "\n" + f.Words))
	own := parley.Document{ID: "own-" + hex.EncodeToString(sum[:6]), Outlet: f.Source, Published: f.Published, Title: f.Source, Text: f.Words}
	kept := store.Document{Document: own, Version: own.Version(), Kept: d.Now().UTC()}
	if d.Dossiers != nil {
		kept.Dossiers = d.Dossiers(own)
	}
	return kept, record.Add(ctx, tx, d.Lexicon, kept, parley.Reading{Doc: own.ID, Version: kept.Version, Reader: parley.ByHand})
}

// entering is the correction that adds a finding.
func (d *Desk) entering(doc store.Document, f Finding) (parley.Correction, error) {
	c := parley.Correction{Action: parley.Entering, Note: f.Note, Who: d.Who, When: d.Now().UTC()}
	at := len(doc.Title) + 1
	if f.Document != "" {
		if at = strings.Index(doc.Body(), f.Words); at < 0 {
			return c, &parley.Error{Kind: parley.Invalid, Subject: doc.Key(), Place: "words", Problem: fmt.Sprintf("“%s” does not stand in it", f.Words), Mend: "copy the words just as the article has them"}
		}
	}
	span := parley.Span{Start: at, End: at + len(f.Words)}
	fields := map[string]told{}
	for name, value := range f.Fields {
		fields[name] = told{strings.TrimSpace(value), span}
	}
	if f.Kind == parley.MeetingEntry {
		asViewsCall(fields)
	}
	composing := composer{words: d.Lexicon, kind: f.Kind, fields: fields, quote: told{f.Words, span}}
	entered, err := composing.compose()
	if err != nil {
		return c, err
	}
	if err := readingOf(doc.Document, parley.ByHand, entered).Validate(doc.Body()); err != nil {
		return c, err
	}
	c.Entered = &entered
	span.Doc = doc.Key()
	c.About = []parley.Anchor{{Kind: f.Kind, Span: span}}
	if err := c.Seal(); err != nil {
		return c, err
	}
	return c, c.Validate()
}

// asViewsCall lets a meeting's status be called as views call it.
func asViewsCall(fields map[string]told) {
	if t, ok := fields["status"]; ok {
		t.value = storedStatus(t.value)
		fields["status"] = t
	}
}

// readingOf is a reading of single items.
func readingOf(doc parley.Document, reader string, items ...parley.Entered) parley.Reading {
	r := parley.Reading{Doc: doc.ID, Version: doc.Version(), Reader: reader}
	seen := map[string]bool{}
	for _, item := range items {
		switch {
		case item.Event != nil:
			r.Events = append(r.Events, *item.Event)
		case item.Statement != nil:
			r.Statements = append(r.Statements, *item.Statement)
		case item.Position != nil:
			r.Positions = append(r.Positions, *item.Position)
		case item.Proposal != nil:
			r.Proposals = append(r.Proposals, *item.Proposal)
		}
		for _, a := range item.Actors {
			if !seen[a.Name] {
				seen[a.Name] = true
				r.Actors = append(r.Actors, a)
			}
		}
	}
	return r
}
