package archive

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// format counts the versions of a whole export.
const format = 1

// line is one line of a whole export; exactly one of its fields is set.
type line struct {
	Parley     int                `json:"parley,omitempty"` // the format, in the first line
	Correction *parley.Correction `json:"correction,omitempty"`
	Document   *document          `json:"document,omitempty"`
	Followed   *store.Followed    `json:"followed,omitempty"`
	Waiting    *parley.Document   `json:"waiting,omitempty"`
	Memo       *store.Memo        `json:"memo,omitempty"`
}

// document is a version of a document with all that belongs to it.
type document struct {
	parley.Document
	Kept     time.Time      `json:"kept"`
	Dossiers []string       `json:"dossiers,omitempty"`
	Reading  parley.Reading `json:"reading"`
}

// memoKinds are the kinds of memos that go with a record.
var memoKinds = []string{store.SeenMemo, store.AlertMemo, store.SheetMemo}

// Export writes all that a record was made from, one JSON object a line, in a
// stable order: two records of the same content give the same bytes. Nobody
// writes to the record meanwhile.
func Export(ctx context.Context, w io.Writer, s store.Store) error {
	return s.Update(ctx, func(tx store.Tx) error { return export(ctx, w, tx) })
}

func export(ctx context.Context, w io.Writer, r store.Tx) error {
	e := exporter{out: json.NewEncoder(w)}
	e.out.SetEscapeHTML(false)
	e.put(line{Parley: format})
	for c, err := range r.Corrections(ctx, store.CorrectionFilter{}) {
		e.putIf(err, line{Correction: &c})
	}
	for d, err := range r.Documents(ctx, store.DocumentFilter{Text: true}) {
		if err != nil {
			return err
		}
		reading, err := r.Reading(ctx, d.Key())
		e.putIf(err, line{Document: &document{Document: d.Document, Kept: d.Kept, Dossiers: d.Dossiers, Reading: reading}})
	}
	for f, err := range r.Followed(ctx) {
		e.putIf(err, line{Followed: &f})
	}
	for d, err := range r.Waiting(ctx, math.MaxInt) {
		e.putIf(err, line{Waiting: &d})
	}
	for _, kind := range memoKinds {
		for m, err := range r.Memos(ctx, kind) {
			e.putIf(err, line{Memo: &m})
		}
	}
	return e.err
}

// exporter holds its first error.
type exporter struct {
	out *json.Encoder
	err error
}

func (e *exporter) put(l line) {
	if e.err == nil {
		e.err = e.out.Encode(l)
	}
}

func (e *exporter) putIf(err error, l line) {
	e.err = errors.Join(e.err, err)
	e.put(l)
}

// Begins tells whether what follows is a whole export; it takes nothing away.
func Begins(name string, r *bufio.Reader) error {
	const beginning = `{"parley":`
	head, err := r.Peek(len(beginning))
	switch {
	case string(head) == beginning:
		return nil
	case err != nil && !errors.Is(err, io.EOF):
		return parley.Unopened(name, err)
	}
	return &parley.Error{Kind: parley.Invalid, Subject: name, Place: "line 1", Problem: "it does not begin as a whole export does", Mend: "give a file that 'parley export --whole' wrote"}
}

// Taken counts what an import took in.
type Taken struct {
	Documents, Corrections int
}

// Import takes a whole export, called name, into a record, beside what that holds: all of
// it or, where it is not whole or cannot be read, nothing.
func Import(ctx context.Context, into store.Store, l *lexicon.Lexicon, name string, lines *bufio.Reader) (taken Taken, err error) {
	err = into.Update(ctx, func(tx store.Tx) error {
		in := importer{ctx: ctx, tx: tx, words: l, name: name}
		for {
			content, err := lines.ReadBytes('\n')
			if len(bytes.TrimSpace(content)) > 0 {
				if err := in.take(content); err != nil {
					return err
				}
			}
			if errors.Is(err, io.EOF) {
				taken = in.taken
				return nil
			}
			if err != nil {
				return fmt.Errorf("read %s: %w", name, err)
			}
		}
	})
	return taken, err
}

type importer struct {
	ctx   context.Context
	tx    store.Tx
	words *lexicon.Lexicon
	name  string
	row   int
	taken Taken
}

func (in *importer) fault(problem, mend string, err error) error {
	return &parley.Error{Kind: parley.Invalid, Subject: in.name, Place: fmt.Sprintf("line %d", in.row), Problem: problem, Mend: mend, Err: err}
}

func (in *importer) take(content []byte) error {
	in.row++
	var l line
	if err := json.Unmarshal(content, &l); err != nil {
		return in.fault("it is no JSON of an export", "give a file that 'parley export --whole' wrote, whole", err)
	}
	switch {
	case l.Parley > format:
		return &parley.Error{Kind: parley.Newer, Subject: in.name, Problem: fmt.Sprintf("a later version of Parley wrote it (format %d; this one knows %d)", l.Parley, format), Mend: "use that version of Parley"}
	case l.Correction != nil:
		return in.correction(*l.Correction)
	case l.Document != nil:
		return in.document(*l.Document)
	case l.Followed != nil:
		return in.tx.PutFollowed(in.ctx, *l.Followed)
	case l.Waiting != nil:
		return in.tx.PutWaiting(in.ctx, *l.Waiting)
	case l.Memo != nil:
		return in.tx.PutMemo(in.ctx, *l.Memo)
	}
	return nil
}

func (in *importer) correction(c parley.Correction) error {
	sealed := c
	if err := sealed.Seal(); err != nil || sealed.ID != c.ID {
		return in.fault("correction "+c.ID+" was changed after it was made", "export the record again", err)
	}
	if err := record.Correct(in.ctx, in.tx, in.words, c); err != nil {
		return in.fault("the correction cannot be taken", "export the record again", err)
	}
	in.taken.Corrections++
	return nil
}

func (in *importer) document(d document) error {
	version := d.Version()
	if err := d.Validate(); err != nil {
		return in.fault("the document cannot be taken", "export the record again", err)
	}
	if d.Reading.Key() != d.Key() {
		return in.fault("document "+d.Key()+" was changed after it was exported: its reading is of "+d.Reading.Key(), "export the record again", nil)
	}
	if err := d.Reading.Validate(d.Body()); err != nil {
		return in.fault("the reading of "+d.ID+" breaks a rule", "export the record again", err)
	}
	kept := store.Document{Document: d.Document, Version: version, Kept: d.Kept, Dossiers: d.Dossiers}
	if err := record.Add(in.ctx, in.tx, in.words, kept, d.Reading); err != nil {
		return err
	}
	in.taken.Documents++
	return nil
}
