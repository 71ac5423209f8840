package intake

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
)

// Reader says what a document says. It is used by several goroutines at once.
type Reader interface {
	Read(parley.Document) (parley.Reading, error)
	// Version names the rules, lexicon and model behind the readings.
	Version() string
}

// ReadSafely reads a document and makes an error of the reader's panic: one document
// that nobody has thought of must not stop the rest, and so not those that come after
// it each time that the work is taken up again.
func ReadSafely(r Reader, d parley.Document) (reading parley.Reading, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &parley.Error{Kind: parley.Invalid, Subject: d.ID, Problem: fmt.Sprintf("the reader failed over it: %v", fault), Mend: "please report it, with the article"}
		}
	}()
	return r.Read(d)
}

// Intake takes documents into a record.
type Intake struct {
	Store   store.Store
	Reader  Reader
	Lexicon *lexicon.Lexicon
	// Workers is how many documents are read at once; at least one is.
	Workers int
	// Now is the clock for when a document is kept.
	Now func() time.Time
	// Dossiers, where it is set, says to which dossiers a document belongs. It is
	// used by several goroutines at once.
	Dossiers func(parley.Document) []string
	// Relevant tells that a document that belongs to none of the Dossiers is
	// passed over: neither read nor kept.
	Relevant bool
	// Report, where it is set, is called for each document, or error that
	// stands in for one, when it is done with; never twice at once.
	Report func(Outcome)
}

// Outcome is what became of one document.
type Outcome struct {
	ID    string // of the document; "" where it could not be opened
	Title string // likewise
	// Kept tells that it is new to the record, or was read anew; one that is
	// neither kept, passed over nor failed had been kept before.
	Kept bool
	// Passed tells that it belongs to no dossier and was passed over.
	Passed   bool
	Dossiers []string // to which it belongs
	Err      error
}

// Summary counts outcomes.
type Summary struct {
	Kept   int // new, or read anew
	Known  int // kept before, and left alone
	Passed int // passed over, since they belong to no dossier
	Failed int // reported with an error
	Moved  int // of all, how many belong since a rereading to other dossiers than before
}

// Add takes in documents until the sequence or ctx ends. A document that fails,
// and an error that the sequence yields, is reported, and the rest goes on.
// Add itself fails where the record does, or ctx ends; what was reported as
// kept is kept.
func (in *Intake) Add(ctx context.Context, documents iter.Seq2[parley.Document, error]) (Summary, error) {
	return in.add(ctx, documents, nil)
}

// readAhead is how many documents each worker reads while others are committed.
const readAhead = 4

// settling is what is to be written in the transaction that ends the work on a
// document, whatever became of it.
type settling func(ctx context.Context, tx store.Tx, key string) error

func (in *Intake) add(ctx context.Context, documents iter.Seq2[parley.Document, error], settle settling) (Summary, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := max(in.Workers, 1)
	incoming, read := make(chan work), make(chan work, readAhead*workers)
	go in.feed(ctx, documents, incoming)
	var readers sync.WaitGroup
	for range workers {
		readers.Go(func() { in.read(ctx, incoming, read) })
	}
	go func() {
		readers.Wait()
		close(read)
	}()
	k := keeping{in: in, settle: settle}
	if err := k.all(ctx, read); err != nil {
		stop()
		for range read { // let the workers end
		}
		return k.sum, err
	}
	if err := context.Cause(ctx); err != nil || len(k.unsettled) == 0 {
		return k.sum, err
	}
	return k.sum, in.settleAll(ctx, k.unsettled, settle)
}

// settleAll ends the work on many documents in one transaction. What a process
// that is killed before has not settled is passed over once more, and leaves as
// little.
func (in *Intake) settleAll(ctx context.Context, keys []string, settle settling) error {
	return in.Store.Update(ctx, func(tx store.Tx) error {
		for _, key := range keys {
			if err := settle(ctx, tx, key); err != nil {
				return err
			}
		}
		return nil
	})
}

// work is a document on its way.
type work struct {
	document parley.Document
	reading  parley.Reading
	dossiers []string
	known    bool
	signed   bool // it is known, and the record lacks its byline
	passed   bool
	err      error
	fatal    bool // the record itself failed
}

// isNew tells whether there is a reading to keep.
func (w *work) isNew() bool { return w.err == nil && !w.known && !w.passed }

// feed hands out the documents, one to each worker that asks.
func (in *Intake) feed(ctx context.Context, documents iter.Seq2[parley.Document, error], incoming chan<- work) {
	defer close(incoming)
	for d, err := range documents {
		select {
		case incoming <- work{document: d, err: err}:
		case <-ctx.Done():
			return
		}
	}
}

func (in *Intake) read(ctx context.Context, incoming <-chan work, read chan<- work) {
	for w := range incoming {
		if w.err == nil {
			in.readOne(ctx, &w)
		}
		select {
		case read <- w:
		case <-ctx.Done():
			return
		}
	}
}

// readOne reads a document unless it is to be passed over, or the record has this
// reader's reading of it.
func (in *Intake) readOne(ctx context.Context, w *work) {
	if w.err = w.document.Validate(); w.err != nil {
		return
	}
	if in.Dossiers != nil {
		w.dossiers = in.Dossiers(w.document)
		if w.passed = in.Relevant && len(w.dossiers) == 0; w.passed {
			return
		}
	}
	former, err := in.Store.Reading(ctx, w.document.Key())
	switch {
	case err == nil && (former.Reader == in.Reader.Version() || former.Reader == parley.ByHand):
		w.known = true
		w.signed, err = in.lacksByline(ctx, w.document)
		w.err, w.fatal = err, err != nil
		return
	case err != nil && parley.KindOf(err) != parley.NotFound:
		w.err, w.fatal = err, true
		return
	}
	if w.reading, w.err = ReadSafely(in.Reader, w.document); w.err != nil {
		return
	}
	if err := w.reading.Validate(w.document.Body()); err != nil {
		w.err = fmt.Errorf("the reading breaks a rule: %w", err)
	}
}

// lacksByline tells whether the record does not have the byline of a document that
// it knows. Of several the last by the alphabet is kept, whichever came first.
func (in *Intake) lacksByline(ctx context.Context, d parley.Document) (bool, error) {
	if d.Byline == "" {
		return false, nil
	}
	for kept, err := range in.Store.Documents(ctx, store.DocumentFilter{Keys: []string{d.Key()}}) {
		if err != nil || kept.Byline < d.Byline {
			return err == nil, err
		}
	}
	return false, nil
}
