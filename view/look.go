package view

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Look is how a reader looks at the record.
type Look struct {
	// Since and Until bound what is shown, both days inclusive; "" leaves a
	// side open. Timeline, meetings and events are bound by when they happened,
	// all else by when it was told.
	Since, Until parley.Date
	// Today is the day that plans are held against; where it is "", no plan
	// counts as overdue.
	Today parley.Date
	// Dossier keeps to what some document of this dossier tells; "" shows the
	// whole record.
	Dossier string
	// Whole asks for lines with all members and spans behind them, as an
	// export has them; without it lines may lack both.
	Whole bool
	// TrendDays is over how many days the trend of the talks is counted; 0 for
	// two weeks.
	TrendDays int
}

// part is how much of each entry the lines of a look want.
func (l Look) part() store.EntryPart {
	if l.Whole {
		return store.Whole
	}
	return store.Outline
}

// happened is the filter of entries that happened within the look.
func (l Look) happened(kinds ...parley.EntryKind) store.EntryFilter {
	return store.EntryFilter{Kinds: kinds, Since: l.Since, Until: l.Until, Dossier: l.Dossier, Part: l.part()}
}

// told is the filter of entries first told within the look.
func (l Look) told(kinds ...parley.EntryKind) store.EntryFilter {
	from, to := l.days()
	return store.EntryFilter{Kinds: kinds, ToldSince: from, ToldUntil: to, Dossier: l.Dossier, Part: l.part()}
}

// days are the first moment of the look and the first moment after it; the
// zero time where a side is open.
func (l Look) days() (from, to time.Time) {
	from = l.Since.First()
	if l.Until != "" {
		to = l.Until.Last().AddDate(0, 0, 1)
	}
	return from, to
}

// overdue tells whether something planned for these days should have happened
// before today.
func (l Look) overdue(status parley.Status, start, end parley.Date) bool {
	if status != parley.Planned && status != parley.Proposed || l.Today == "" {
		return false
	}
	last := end
	if last == "" {
		last = start
	}
	return last != "" && last.Last().Before(l.Today.First())
}

func collect[T any](what string, found iter.Seq2[T, error]) ([]T, error) {
	all, err := store.Collect(found)
	if err != nil {
		return nil, fmt.Errorf("ask for %s: %w", what, err)
	}
	return all, nil
}

func entries(ctx context.Context, r store.Reader, what string, filter store.EntryFilter) ([]parley.Entry, error) {
	return collect(what, r.Entries(ctx, filter))
}
