package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Line is an entry with what can be said of it from where the reader looks.
type Line struct {
	parley.Entry
	// Words are those that tell it best, verbatim; in lists of news, those that tell
	// best what a dispute is about.
	Words string `json:"words,omitempty"`
	// Unconfirmed tells that it was planned or proposed for a day that has
	// passed, and that no source says what became of it.
	Unconfirmed bool `json:"unconfirmed,omitempty"`
}

// LineOf is an entry as a look shows it.
func LineOf(l Look, e parley.Entry) Line {
	return Line{Entry: e, Words: e.Words, Unconfirmed: l.overdue(statusOf(e), e.Start, e.End)}
}

func (l Look) lines(found []parley.Entry) []Line {
	lines := make([]Line, len(found))
	for i, e := range found {
		lines[i] = LineOf(l, e)
	}
	return lines
}

// statusOf is how far the entry has come; "" where it is no event.
func statusOf(e parley.Entry) parley.Status {
	switch {
	case e.Meeting != nil:
		return e.Meeting.Status
	case e.Event != nil:
		return e.Event.Status
	}
	return ""
}

// dayOf is the day under which an entry stands in a timeline: when it happened,
// else when it was told; "" where neither is known.
func dayOf(e parley.Entry) parley.Date {
	switch {
	case e.Start != "":
		return e.Start
	case e.End != "":
		return e.End
	}
	return parley.DayOf(e.Told.UTC())
}

// byDay orders entries by day, those of unknown day last.
func byDay(a, b parley.Entry) int {
	first, second := dayOf(a), dayOf(b)
	if (first == "") != (second == "") {
		return strings.Compare(string(second), string(first))
	}
	return cmp.Or(first.First().Compare(second.First()), first.Last().Compare(second.Last()), a.Told.Compare(b.Told), strings.Compare(a.ID, b.ID))
}

// Timeline is what happened, is under way or is planned, by day: meetings,
// other events, proposals, and positions that moved.
func Timeline(ctx context.Context, r store.Reader, look Look) ([]Line, error) {
	found, err := entries(ctx, r, "the timeline", look.happened(parley.MeetingEntry, parley.EventEntry, parley.PositionEntry, parley.ProposalEntry))
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(e parley.Entry) bool { return e.Position != nil && e.Position.Change == "" })
	slices.SortStableFunc(found, byDay)
	return look.lines(found), nil
}

// Statements are those told within the look, in the order in which they were
// told.
func Statements(ctx context.Context, r store.Reader, look Look) ([]Line, error) {
	return look.toldLines(ctx, r, "statements", parley.StatementEntry)
}

// Proposals are those told within the look, in the order in which they were
// told.
func Proposals(ctx context.Context, r store.Reader, look Look) ([]Line, error) {
	return look.toldLines(ctx, r, "proposals", parley.ProposalEntry)
}

// Positions are the stances told within the look, those that were replaced
// included, by party and issue and in the order in which they were told.
func Positions(ctx context.Context, r store.Reader, look Look) ([]Line, error) {
	lines, err := look.toldLines(ctx, r, "positions", parley.PositionEntry)
	slices.SortStableFunc(lines, func(a, b Line) int {
		return cmp.Or(strings.Compare(a.Position.Party, b.Position.Party), issueOrder(a.Position.Issue, b.Position.Issue))
	})
	return lines, err
}

// History are the stances of one party on one issue told within the look, in the
// order in which they were told.
func History(ctx context.Context, r store.Reader, look Look, party string, issue parley.Issue) ([]Line, error) {
	filter := look.told(parley.PositionEntry)
	filter.Issue = issue
	found, err := entries(ctx, r, "stances", filter)
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(e parley.Entry) bool { return e.Position.Party != party })
	slices.SortStableFunc(found, func(a, b parley.Entry) int { return a.Told.Compare(b.Told) })
	return look.lines(found), nil
}

// MoveDays are the days on which a stance was first told to have changed, in
// order.
func MoveDays(ctx context.Context, r store.Reader, look Look) ([]parley.Date, error) {
	found, err := entries(ctx, r, "stances", look.told(parley.PositionEntry))
	if err != nil {
		return nil, err
	}
	var days []parley.Date
	for _, e := range found {
		if day := parley.DayOf(e.Told.UTC()); e.Position.Change != "" && day != "" {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	return slices.Compact(days), nil
}

func (l Look) toldLines(ctx context.Context, r store.Reader, what string, kind parley.EntryKind) ([]Line, error) {
	const many = 256
	var full [][]Line // of thousands, each is copied once
	lines := make([]Line, 0, many)
	for e, err := range r.Entries(ctx, l.told(kind)) {
		if err != nil {
			return nil, fmt.Errorf("ask for %s: %w", what, err)
		}
		if len(lines) == many {
			full, lines = append(full, lines), make([]Line, 0, many)
		}
		lines = append(lines, LineOf(l, e))
	}
	if full == nil {
		return lines, nil
	}
	return slices.Concat(append(full, lines)...), nil
}

// Search gives the statements that a filter finds within the look, the latest
// first: so many from a place on, and whether there are more.
func Search(ctx context.Context, r store.Reader, look Look, filter store.StatementFilter, from, most int) (lines []Line, more bool, err error) {
	filter.Since, filter.Until = look.days()
	filter.Dossier = look.Dossier
	var found []parley.Entry
	n := 0
	for e, err := range r.Statements(ctx, filter) {
		if err != nil {
			return nil, false, err
		}
		if n++; n <= from {
			continue
		}
		if len(found) == most {
			more = true
			break
		}
		found = append(found, e)
	}
	return look.lines(found), more, nil
}
