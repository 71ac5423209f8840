package view

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// AsOf is the record as it could be known before a moment: the mentions told
// until then, folded by themselves, so that nothing told later shows through.
// Undated documents count at all times. What a view asks for is folded when it
// asks. The Reader answers the questions of views; it knows no mentions or folds.
func AsOf(r store.Reader, moment time.Time) store.Reader {
	return &past{Reader: r, moment: moment, known: map[string]parley.Entry{}}
}

// past answers from a folding of its own, and leaves questions about single
// documents to the record.
type past struct {
	store.Reader
	moment time.Time
	turn   sync.Mutex
	known  map[string]parley.Entry // some that were folded, by id
}

// mostKnown bounds the memory of a past that is looked at for long.
const mostKnown = 5000

// fold folds what entries of the record, which come with their members, were
// then.
func (p *past) fold(ctx context.Context, entries []parley.Entry) ([]parley.Entry, error) {
	folded, err := record.FoldBefore(ctx, p.Reader, p.moment, entries)
	if err != nil {
		return nil, fmt.Errorf("fold what was told before %s: %w", p.moment.Format(time.RFC3339), err)
	}
	p.turn.Lock()
	defer p.turn.Unlock()
	if len(p.known) > mostKnown {
		clear(p.known)
	}
	for _, e := range folded[:min(len(folded), mostKnown)] {
		p.known[e.ID] = e
	}
	return folded, nil
}

// knows is an entry that was folded lately, by its own id.
func (p *past) knows(id string) (parley.Entry, bool) {
	p.turn.Lock()
	defer p.turn.Unlock()
	e, ok := p.known[id]
	return e, ok
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
		found, err := p.found(ctx, filter)
		if err != nil {
			yield(parley.Entry{}, err)
			return
		}
		for _, e := range found {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// found are the entries that pass a filter.
func (p *past) found(ctx context.Context, filter store.EntryFilter) ([]parley.Entry, error) {
	var found []parley.Entry
	var err error
	if len(filter.IDs) > 0 {
		found, err = p.byIDs(ctx, filter.IDs)
	} else {
		var now []parley.Entry
		if now, err = p.mayPass(ctx, filter); err == nil {
			found, err = p.fold(ctx, now)
		}
	}
	if err != nil {
		return nil, err
	}
	told, err := p.toldIn(ctx, filter.Dossier, found)
	return slices.DeleteFunc(found, func(e parley.Entry) bool { return !filter.Passes(e) || !told(e) }), err
}

// byIDs are the entries that have these ids as their own.
func (p *past) byIDs(ctx context.Context, ids []string) (found []parley.Entry, err error) {
	var open []string
	for _, id := range ids {
		if e, ok := p.knows(id); ok {
			found = append(found, e)
		} else {
			open = append(open, id)
		}
	}
	for _, id := range open {
		e, err := p.Entry(ctx, id)
		switch {
		case parley.KindOf(err) == parley.NotFound:
		case err != nil:
			return nil, err
		case e.ID == id:
			found = append(found, e)
		}
	}
	record.SortEntries(found)
	return found, nil
}

// mayPass are the entries of the record, as they stand, of which some member may
// belong to one that passed a filter then. What was told since may have moved an
// entry to another day: such entries all may. A stance stands where it was first
// told, unless its text says since when.
func (p *past) mayPass(ctx context.Context, filter store.EntryFilter) ([]parley.Entry, error) {
	now := filter
	now.Part, now.KeptSince = store.WithoutSpans, time.Time{}
	if now.ToldUntil.IsZero() || p.moment.Before(now.ToldUntil) {
		now.ToldUntil = p.moment
	}
	if now.ToldAgainSince.Before(now.ToldSince) {
		now.ToldAgainSince = now.ToldSince
	}
	now.ToldSince = time.Time{}
	if p.moment.Before(now.StandingAt) {
		now.StandingAt = p.moment
	}
	now.Kinds = disputable(now.Kinds)
	found, err := collect("entries", p.Reader.Entries(ctx, now))
	if err != nil || now.Since == "" && now.Until == "" {
		return found, err
	}
	now.Since, now.Until, now.ToldAgainSince = "", "", p.moment
	told, err := collect("entries", p.Reader.Entries(ctx, now))
	return append(found, slices.DeleteFunc(told, func(e parley.Entry) bool { return e.Position != nil && e.Start == "" })...), err
}

// disputable are kinds, with those that disputes lie in for disputes.
func disputable(kinds []parley.EntryKind) []parley.EntryKind {
	if !slices.Contains(kinds, parley.DisputeEntry) {
		return kinds
	}
	all := []parley.EntryKind{parley.MeetingEntry, parley.EventEntry, parley.StatementEntry, parley.PositionEntry}
	for _, k := range kinds {
		if k != parley.DisputeEntry && !slices.Contains(all, k) {
			all = append(all, k)
		}
	}
	return all
}

// toldIn tells whether a document of a dossier tells an entry, which is one of
// some; where no dossier is asked for, all are.
func (p *past) toldIn(ctx context.Context, dossier string, entries []parley.Entry) (func(parley.Entry) bool, error) {
	if dossier == "" {
		return func(parley.Entry) bool { return true }, nil
	}
	var asked []string
	for _, e := range entries {
		for _, m := range e.Members {
			asked = append(asked, m.Doc)
		}
	}
	slices.Sort(asked)
	keys := map[string]bool{}
	if len(asked) > 0 {
		documents, err := collect("documents", p.Reader.Documents(ctx, store.DocumentFilter{Dossier: dossier, Keys: slices.Compact(asked)}))
		if err != nil {
			return nil, err
		}
		for _, d := range documents {
			keys[d.Key()] = true
		}
	}
	return func(e parley.Entry) bool {
		return slices.ContainsFunc(e.Members, func(m parley.Member) bool { return keys[m.Doc] })
	}, nil
}

// statementsAtOnce is how many statements are folded together.
const statementsAtOnce = 100

// Statements implements store.Reader: those of the record told until then, each
// as it was folded then.
func (p *past) Statements(ctx context.Context, filter store.StatementFilter) iter.Seq2[parley.Entry, error] {
	if filter.Until.IsZero() || p.moment.Before(filter.Until) {
		filter.Until = p.moment
	}
	return func(yield func(parley.Entry, error) bool) {
		var waiting []parley.Entry
		give := func() bool {
			_, err := p.fold(ctx, waiting)
			for _, e := range waiting {
				if err == nil {
					e, err = p.Entry(ctx, e.ID)
				}
				if !yield(e, err) || err != nil {
					return false
				}
			}
			waiting = waiting[:0]
			return true
		}
		for e, err := range p.Reader.Statements(ctx, filter) {
			if err != nil {
				yield(e, err)
				return
			}
			if waiting = append(waiting, e); len(waiting) == statementsAtOnce && !give() {
				return
			}
		}
		give()
	}
}

// Months implements store.Reader: the record's, with those entries that were told
// again since counted where they stood then.
func (p *past) Months(ctx context.Context, filter store.EntryFilter) ([]store.Month, error) {
	until := store.EntryFilter{Kinds: filter.Kinds, Dossier: filter.Dossier, ToldUntil: p.moment}
	months, err := p.Reader.Months(ctx, until)
	if err != nil {
		return nil, err
	}
	count := map[parley.Date]int{}
	for _, m := range months {
		count[m.Month] = m.Entries
	}
	add := func(entries []parley.Entry, n int) {
		for _, e := range entries {
			first, last, ok := store.Days(e)
			if month, in := store.MonthOf(first, last); ok && in {
				count[month] += n
			}
		}
	}
	since := until
	since.ToldAgainSince, since.Part = p.moment, store.WithoutSpans
	now, err := collect("entries", p.Reader.Entries(ctx, since))
	if err != nil {
		return nil, err
	}
	add(now, -1)
	then, err := p.fold(ctx, now)
	if err != nil {
		return nil, err
	}
	told, err := p.toldIn(ctx, filter.Dossier, then)
	if err != nil {
		return nil, err
	}
	add(slices.DeleteFunc(then, func(e parley.Entry) bool { return !until.Passes(e) || !told(e) }), 1)
	months = months[:0]
	for _, month := range slices.Sorted(maps.Keys(count)) {
		if count[month] > 0 {
			months = append(months, store.Month{Month: month, Entries: count[month]})
		}
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
func (p *past) Entry(ctx context.Context, id string) (parley.Entry, error) {
	if e, ok := p.knows(id); ok {
		return e, nil
	}
	now, err := p.Reader.Entry(ctx, id)
	if err != nil {
		return now, err
	}
	then, err := p.fold(ctx, []parley.Entry{now})
	if err != nil {
		return parley.Entry{}, err
	}
	for _, is := range []func(string) bool{
		func(known string) bool { return known == id },
		func(known string) bool { return strings.HasPrefix(known, id) },
	} {
		for _, e := range then {
			if leadsTo(e, is) {
				return e, nil
			}
		}
	}
	return parley.Entry{}, &parley.Error{Kind: parley.NotFound, Subject: id, Problem: "the record held no such entry then"}
}

func leadsTo(e parley.Entry, is func(id string) bool) bool {
	return is(e.ID) || slices.ContainsFunc(e.Members, func(m parley.Member) bool { return is(m.ID) })
}
