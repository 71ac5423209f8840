package intake

import (
	"context"
	"fmt"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// Documents are committed together, since the record is then folded once for all of
// them: so many, or those with so many bytes of text, or what has come in so long a time
// since the first.
const (
	batchDocuments = 64
	batchBytes     = 1 << 20
	batchTime      = time.Second
)

// keeping commits what was read, and reports it when it is kept.
type keeping struct {
	in        *Intake
	settle    settling
	sum       Summary
	unsettled []string // keys of documents that leave nothing else to write
	waiting   []work   // read, and not yet committed
	bytes     int      // of their texts
}

// all keeps what comes until no more does.
func (k *keeping) all(ctx context.Context, read <-chan work) error {
	late := time.NewTimer(batchTime)
	defer late.Stop()
	for {
		select {
		case w, more := <-read:
			switch {
			case !more && ctx.Err() != nil:
				return context.Cause(ctx)
			case !more:
				return k.commit(ctx)
			}
			if len(k.waiting) == 0 {
				late.Reset(batchTime)
			}
			if err := k.take(ctx, w); err != nil {
				return err
			}
		case <-late.C:
			if err := k.commit(ctx); err != nil {
				return err
			}
		}
	}
}

// take lets a document wait for its batch; one that has nothing to commit is
// reported at once.
func (k *keeping) take(ctx context.Context, w work) error {
	if w.fatal {
		return fmt.Errorf("keep %s: %w", w.document.ID, w.err)
	}
	if w.signed {
		if err := k.sign(ctx, w.document); err != nil {
			return err
		}
	}
	if !w.isNew() {
		if k.settle != nil {
			k.unsettled = append(k.unsettled, w.document.Key())
		}
		k.report(w)
		return nil
	}
	k.waiting = append(k.waiting, w)
	k.bytes += len(w.document.Text)
	if len(k.waiting) < batchDocuments && k.bytes < batchBytes {
		return nil
	}
	return k.commit(ctx)
}

// sign gives a document that is kept its byline.
func (k *keeping) sign(ctx context.Context, signed parley.Document) error {
	return k.in.Store.Update(ctx, func(tx store.Tx) error {
		d, err := tx.Document(ctx, signed.Key())
		if err != nil {
			return err
		}
		d.Byline = signed.Byline
		return tx.PutDocument(ctx, d)
	})
}

// commit writes what the waiting documents say in one transaction.
func (k *keeping) commit(ctx context.Context) error {
	if len(k.waiting) == 0 {
		return nil
	}
	batch := k.waiting
	k.waiting, k.bytes = nil, 0
	err := k.in.Store.Update(ctx, func(tx store.Tx) error { return k.write(ctx, tx, batch) })
	if err != nil {
		return fmt.Errorf("keep %s and %d more: %w", batch[0].document.ID, len(batch)-1, err)
	}
	for _, w := range batch {
		k.report(w)
	}
	return nil
}

func (k *keeping) write(ctx context.Context, tx store.Tx, batch []work) error {
	var articles []record.Article
	seen := map[string]bool{}
	bylines := map[string]string{}
	for _, w := range batch {
		key := w.document.Key()
		bylines[key] = max(bylines[key], w.document.Byline)
	}
	for _, w := range batch {
		doc := store.Document{Document: w.document, Version: w.document.Version(), Kept: k.in.Now().UTC(), Dossiers: w.dossiers}
		if seen[doc.Key()] {
			continue
		}
		seen[doc.Key()] = true
		doc.Byline = bylines[doc.Key()]
		// Another process may have kept it while this one was reading.
		if former, err := tx.Reading(ctx, doc.Key()); err != nil || former.Reader != w.reading.Reader {
			articles = append(articles, record.Article{Document: doc, Reading: w.reading})
		}
	}
	if err := record.AddAll(ctx, tx, k.in.Lexicon, articles...); err != nil {
		return err
	}
	if k.settle == nil {
		return nil
	}
	for key := range seen {
		if err := k.settle(ctx, tx, key); err != nil {
			return err
		}
	}
	return nil
}

// report counts what became of a document, and tells it.
func (k *keeping) report(w work) {
	switch {
	case w.err != nil:
		k.sum.Failed++
	case w.passed:
		k.sum.Passed++
	case w.known:
		k.sum.Known++
	default:
		k.sum.Kept++
	}
	if k.in.Report != nil {
		k.in.Report(Outcome{ID: w.document.ID, Title: w.document.Title, Kept: w.isNew(), Passed: w.passed, Dossiers: w.dossiers, Err: w.err})
	}
}
