package intake

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// Reader says what a document says. It is used by several goroutines at once.
type Reader interface {
	Read(parley.Document) (parley.Reading, error)
	// Version names the rules, lexicon and model behind the readings.
	Version() string
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
	// Dossiers, where it is set, says to which dossiers a document belongs.
	Dossiers func(parley.Document) []string
	// Report, where it is set, is called for each document, or error that
	// stands in for one, when it is done with; never twice at once.
	Report func(Outcome)
}

// Outcome is what became of one document.
type Outcome struct {
	ID string // of the document; "" where it could not be opened
	// Kept tells that it is new to the record, or was read anew; one that is
	// neither kept nor failed had been kept before.
	Kept bool
	Err  error
}

// Summary counts outcomes.
type Summary struct {
	Kept   int // new, or read anew
	Known  int // kept before, and left alone
	Failed int // reported with an error
}

// Add takes in documents until the sequence or ctx ends. A document that fails,
// and an error that the sequence yields, is reported, and the rest goes on.
// Add itself fails where the record does, or ctx ends; what was reported as
// kept is kept.
func (in *Intake) Add(ctx context.Context, documents iter.Seq2[parley.Document, error]) (Summary, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	incoming, read := make(chan work), make(chan work)
	go in.feed(ctx, documents, incoming)
	var readers sync.WaitGroup
	for range max(in.Workers, 1) {
		readers.Go(func() { in.read(ctx, incoming, read) })
	}
	go func() {
		readers.Wait()
		close(read)
	}()
	var sum Summary
	for w := range read {
		if err := in.keep(ctx, w, &sum); err != nil {
			stop()
			for range read { // let the workers end
			}
			return sum, err
		}
	}
	return sum, context.Cause(ctx)
}

// work is a document on its way.
type work struct {
	document parley.Document
	reading  parley.Reading
	known    bool
	err      error
	fatal    bool // the record itself failed
}

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

// readOne reads a document unless the record has this reader's reading of it.
func (in *Intake) readOne(ctx context.Context, w *work) {
	if w.err = w.document.Validate(); w.err != nil {
		return
	}
	former, err := in.Store.Reading(ctx, w.document.Key())
	switch {
	case err == nil && former.Reader == in.Reader.Version():
		w.known = true
		return
	case err != nil && parley.KindOf(err) != parley.NotFound:
		w.err, w.fatal = err, true
		return
	}
	if w.reading, w.err = in.Reader.Read(w.document); w.err != nil {
		return
	}
	if err := w.reading.Validate(w.document.Body()); err != nil {
		w.err = fmt.Errorf("the reading breaks a rule: %w", err)
	}
}

// keep commits one document and reports it.
func (in *Intake) keep(ctx context.Context, w work, sum *Summary) error {
	if w.err == nil && !w.known {
		w.err = in.commit(ctx, w)
		w.fatal = w.err != nil
	}
	if w.fatal {
		return fmt.Errorf("keep %s: %w", w.document.ID, w.err)
	}
	switch {
	case w.err != nil:
		sum.Failed++
	case w.known:
		sum.Known++
	default:
		sum.Kept++
	}
	if in.Report != nil {
		in.Report(Outcome{ID: w.document.ID, Kept: w.err == nil && !w.known, Err: w.err})
	}
	return nil
}

func (in *Intake) commit(ctx context.Context, w work) error {
	doc := store.Document{Document: w.document, Version: w.document.Version(), Kept: in.Now().UTC()}
	if in.Dossiers != nil {
		doc.Dossiers = in.Dossiers(w.document)
	}
	err := in.Store.Update(ctx, func(tx store.Tx) error {
		// Another process may have kept it while this one was reading.
		former, err := tx.Reading(ctx, doc.Key())
		if err == nil && former.Reader == w.reading.Reader {
			return errKnown
		}
		return record.Add(ctx, tx, in.Lexicon, doc, w.reading)
	})
	if errors.Is(err, errKnown) {
		return nil
	}
	return err
}

var errKnown = errors.New("known")
