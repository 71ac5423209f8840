package view

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Brief is what an editor needs to know on a morning.
type Brief struct {
	Since     time.Time `json:"since,omitzero"`
	Until     time.Time `json:"until,omitzero"`
	Documents int       `json:"documents"` // told in that time
	Outlets   int       `json:"outlets"`
	// State is how the talks stand on its last day.
	State    State  `json:"state"`
	Changed  []News `json:"changed"`  // in the order in which it was told
	Next     []News `json:"next"`     // what is planned, soonest first, without a date last
	Moved    []News `json:"moved"`    // positions that changed
	Disputes []News `json:"disputes"` // open ones that were told, or whose accounts were, in that time
	Left     Left   `json:"left"`
}

// Left counts the lines that a longer brief would hold.
type Left struct {
	Changed  int `json:"changed"`
	Next     int `json:"next"`
	Moved    int `json:"moved"`
	Disputes int `json:"disputes"`
}

// News is a line of a brief.
type News struct {
	Line
	// Before is where it stood at the beginning of the brief's time: the status
	// of what happened, the stance of a party; "" for what is new.
	Before string `json:"before,omitempty"`
	// From are its sources, those of the brief's time first, one for each
	// outlet.
	From []Source `json:"from"`
}

// Source is a document behind a line.
type Source struct {
	Document  string    `json:"document"` // as ShownIDs gives it
	Outlet    string    `json:"outlet"`
	Published time.Time `json:"published,omitzero"`
	Title     string    `json:"title"`
	URL       string    `json:"url"`
}

// week is how long a brief looks back where nobody says.
const week = 7

// BriefOf is the brief of the days of the look. Without Since it looks back a
// week from Until or, where that is open too, from the last thing told. It
// holds at most lines in each part: those with the most independent sources.
func BriefOf(ctx context.Context, r store.Reader, look Look, lines int) (Brief, error) {
	b := briefer{look: look, r: r, ctx: ctx}
	if err := b.setWindow(); err != nil {
		return Brief{}, err
	}
	if err := b.load(); err != nil {
		return Brief{}, err
	}
	brief := Brief{Since: b.from, Until: b.to}
	var err error
	if brief.Documents, brief.Outlets, err = b.count(); err != nil {
		return Brief{}, err
	}
	if !b.to.IsZero() {
		last := parley.DayOf(b.to.AddDate(0, 0, -1))
		if brief.State, err = StateOf(ctx, r, Look{Until: last, Today: last, Dossier: look.Dossier, TrendDays: look.TrendDays}); err != nil {
			return Brief{}, err
		}
	}
	for _, part := range []struct {
		into *[]News
		left *int
		pick func(parley.Entry) (before string, ok bool)
	}{
		{&brief.Changed, &brief.Left.Changed, b.changed}, {&brief.Next, &brief.Left.Next, b.next},
		{&brief.Moved, &brief.Left.Moved, b.moved}, {&brief.Disputes, &brief.Left.Disputes, b.disputed},
	} {
		if *part.into, *part.left, err = b.news(part.pick, lines); err != nil {
			return Brief{}, err
		}
	}
	slices.SortStableFunc(brief.Next, func(x, y News) int { return soonest(x.Entry, y.Entry) })
	return brief, nil
}

// setWindow sets the time of a brief: from its first moment to the first moment
// after it; both zero where the record has no dated document.
func (b *briefer) setWindow() error {
	b.from, b.to = b.look.days()
	if b.to.IsZero() {
		extent, err := b.r.Extent(b.ctx, b.look.Dossier)
		if err != nil {
			return fmt.Errorf("sum up the documents: %w", err)
		}
		if extent.Last.IsZero() {
			return nil
		}
		b.to = parley.DayOf(extent.Last.UTC()).First().AddDate(0, 0, 1)
	}
	if b.from.IsZero() {
		b.from = b.to.AddDate(0, 0, -week)
	}
	return nil
}
