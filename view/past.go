package view

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// AsOf is the record as it could be known before a moment: the mentions told
// until then, folded by themselves, so that nothing told later shows through.
// Undated documents count at all times. The Reader answers the questions of
// views; it knows no mentions or folds.
func AsOf(ctx context.Context, r store.Reader, moment time.Time) (store.Reader, error) {
	mentions, err := collect("mentions", r.Mentions(ctx, store.MentionFilter{Until: moment}))
	if err != nil {
		return nil, err
	}
	entries, err := record.Fold(mentions)
	if err != nil {
		return nil, fmt.Errorf("fold what was told before %s: %w", moment.Format(time.RFC3339), err)
	}
	return &past{Reader: r, moment: moment, entries: entries}, nil
}

// past answers from a folding of its own, and leaves questions about single
// documents to the record.
type past struct {
	store.Reader
	moment  time.Time
	entries []parley.Entry
}

// Documents implements store.Reader.
func (p *past) Documents(ctx context.Context, filter store.DocumentFilter) iter.Seq2[store.Document, error] {
	if filter.Until.IsZero() || p.moment.Before(filter.Until) {
		filter.Until = p.moment
	}
	if filter.Superseded {
		return p.superseded(ctx, filter)
	}
	return p.Reader.Documents(ctx, filter)
}

// superseded are the versions that were not the latest then. Of what has several
// versions now, all but the last one told until then are.
func (p *past) superseded(ctx context.Context, filter store.DocumentFilter) iter.Seq2[store.Document, error] {
	return func(yield func(store.Document, error) bool) {
		several, err := collect("documents", p.Reader.Documents(ctx, store.DocumentFilter{Keys: filter.Keys, Superseded: true}))
		if err != nil || len(several) == 0 {
			if err != nil {
				yield(store.Document{}, err)
			}
			return
		}
		filter.Superseded, filter.Keys = false, nil
		for _, d := range several {
			filter.Keys = append(filter.Keys, d.ID)
		}
		last := map[string]store.Document{}
		for d, err := range p.Reader.Documents(ctx, filter) {
			former, seen := last[d.ID]
			last[d.ID] = d
			if (err != nil || seen) && !yield(former, err) {
				return
			}
		}
	}
}

// Tellings implements store.Reader.
func (p *past) Tellings(ctx context.Context, filter store.TellingFilter) iter.Seq2[store.Telling, error] {
	if filter.ToldUntil.IsZero() || p.moment.Before(filter.ToldUntil) {
		filter.ToldUntil = p.moment
	}
	return p.Reader.Tellings(ctx, filter)
}

// Entries implements store.Reader.
func (p *past) Entries(ctx context.Context, filter store.EntryFilter) iter.Seq2[parley.Entry, error] {
	return func(yield func(parley.Entry, error) bool) {
		told, err := p.toldIn(ctx, filter.Dossier)
		if err != nil {
			yield(parley.Entry{}, err)
			return
		}
		for _, e := range p.entries {
			if filter.Passes(e) && told(e) && !yield(e, nil) {
				return
			}
		}
	}
}

// toldIn tells whether a document of a dossier tells an entry; where no dossier is
// asked for, all are.
func (p *past) toldIn(ctx context.Context, dossier string) (func(parley.Entry) bool, error) {
	if dossier == "" {
		return func(parley.Entry) bool { return true }, nil
	}
	documents, err := collect("documents", p.Documents(ctx, store.DocumentFilter{Dossier: dossier}))
	keys := map[string]bool{}
	for _, d := range documents {
		keys[d.Key()] = true
	}
	return func(e parley.Entry) bool {
		return slices.ContainsFunc(e.Members, func(m parley.Member) bool { return keys[m.Doc] })
	}, err
}

// Statements implements store.Reader: those of the record told until then, each
// as it was folded then.
func (p *past) Statements(ctx context.Context, filter store.StatementFilter) iter.Seq2[parley.Entry, error] {
	if filter.Until.IsZero() || p.moment.Before(filter.Until) {
		filter.Until = p.moment
	}
	return func(yield func(parley.Entry, error) bool) {
		for e, err := range p.Reader.Statements(ctx, filter) {
			if err == nil {
				e, err = p.Entry(ctx, e.ID)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// Months implements store.Reader.
func (p *past) Months(ctx context.Context, filter store.EntryFilter) ([]store.Month, error) {
	told, err := p.toldIn(ctx, filter.Dossier)
	if err != nil {
		return nil, err
	}
	count := map[parley.Date]int{}
	for _, e := range p.entries {
		if first, _, ok := store.Days(e); ok && filter.Passes(e) && told(e) {
			count[parley.Date(store.DayAt(first).Format("2006-01"))]++
		}
	}
	var months []store.Month
	for _, month := range slices.Sorted(maps.Keys(count)) {
		months = append(months, store.Month{Month: month, Entries: count[month]})
	}
	return months, nil
}

// Extent implements store.Reader.
func (p *past) Extent(ctx context.Context, dossier string) (store.Extent, error) {
	var x store.Extent
	outlets := map[string]bool{"": true}
	for d, err := range p.Documents(ctx, store.DocumentFilter{Dossier: dossier}) {
		if err != nil {
			return x, err
		}
		x.Documents++
		outlets[d.Outlet] = true
		if x.First.IsZero() {
			x.First = d.Published
		}
		x.Last = d.Published
		if d.Kept.After(x.Kept) {
			x.Kept = d.Kept
		}
	}
	x.Outlets = len(outlets) - 1
	return x, nil
}

// Stamp implements store.Reader.
func (p *past) Stamp(ctx context.Context) (string, error) {
	stamp, err := p.Reader.Stamp(ctx)
	return stamp + "@" + p.moment.Format(time.RFC3339Nano), err
}

// Entry implements store.Reader.
func (p *past) Entry(_ context.Context, id string) (parley.Entry, error) {
	var found []parley.Entry
	for _, e := range p.entries {
		if leadsTo(e, func(known string) bool { return known == id }) {
			return e, nil
		}
		if len(id) >= shortestPrefix && leadsTo(e, func(known string) bool { return strings.HasPrefix(known, id) }) {
			found = append(found, e)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	if len(found) > 1 {
		return parley.Entry{}, &parley.Error{Kind: parley.Invalid, Subject: id, Problem: "several entries begin so", Mend: "give more of the id"}
	}
	return parley.Entry{}, &parley.Error{Kind: parley.NotFound, Subject: id, Problem: "the record held no such entry then"}
}

// shortestPrefix is how much of an id store.Reader wants at least.
const shortestPrefix = 8

func leadsTo(e parley.Entry, is func(id string) bool) bool {
	return is(e.ID) || slices.ContainsFunc(e.Members, func(m parley.Member) bool { return is(m.ID) })
}
