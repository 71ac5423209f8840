package record

import (
	"context"
	"iter"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// AsOf yields the entries that pass the filter, in the order of an export, as
// they could be known at an instant: folded from what had been told before it,
// and from what undated documents tell. It folds the whole of that anew.
//
// Copies that came later are counted into the groups as they stand now, which
// changes no count: they have no members yet.
func AsOf(ctx context.Context, r store.Reader, instant time.Time, filter store.EntryFilter) iter.Seq2[parley.Entry, error] {
	return func(yield func(parley.Entry, error) bool) {
		entries, err := foldAt(ctx, r, instant, filter)
		if err != nil {
			yield(parley.Entry{}, err)
			return
		}
		for _, e := range entries {
			if filter.Passes(e) && !yield(e, nil) {
				return
			}
		}
	}
}

func foldAt(ctx context.Context, r store.Reader, instant time.Time, filter store.EntryFilter) ([]parley.Entry, error) {
	mentions, err := all(r.Mentions(ctx, store.MentionFilter{Until: instant}))
	if err != nil {
		return nil, err
	}
	entries, err := Fold(mentions)
	if err != nil || filter.Dossier == "" && filter.KeptSince.IsZero() {
		return entries, err
	}
	wanted, err := documentsOf(ctx, r, filter)
	if err != nil {
		return nil, err
	}
	kept := entries[:0]
	for _, e := range entries {
		for _, m := range e.Members {
			if wanted[m.Doc] {
				kept = append(kept, e)
				break
			}
		}
	}
	return kept, nil
}

// documentsOf are the keys of the documents of the filter's dossier that were
// kept since its bound.
func documentsOf(ctx context.Context, r store.Reader, filter store.EntryFilter) (map[string]bool, error) {
	keys := map[string]bool{}
	for d, err := range r.Documents(ctx, store.DocumentFilter{Dossier: filter.Dossier, KeptAt: filter.KeptSince}) {
		if err != nil {
			return nil, err
		}
		keys[d.Key()] = true
	}
	return keys, nil
}
