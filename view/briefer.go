package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// lately is how many days ago a plan without a date may last have been told
// to count as one that still stands.
const lately = 14

// briefer picks the lines of a brief.
type briefer struct {
	ctx      context.Context
	r        store.Reader
	look     Look
	from, to time.Time
	texts    *texts
	versions map[string]int
	entries  []parley.Entry
	byID     map[string]parley.Entry
}

func (b *briefer) load() (err error) {
	b.entries, err = entries(b.ctx, b.r, "the brief", store.EntryFilter{
		Kinds: []parley.EntryKind{parley.MeetingEntry, parley.EventEntry, parley.PositionEntry, parley.ProposalEntry, parley.DisputeEntry}, ToldUntil: b.to, Dossier: b.look.Dossier,
	})
	b.byID = map[string]parley.Entry{}
	for _, e := range b.entries {
		b.byID[e.ID] = e
	}
	return err
}

func (b *briefer) count(documents []store.Document) (n, outlets int) {
	seen := map[string]bool{}
	for _, d := range documents {
		if b.within(d.Published) {
			n++
			if d.Outlet != "" {
				seen[d.Outlet] = true
			}
		}
	}
	return n, len(seen)
}

// within tells whether something was told in the brief's time. What is undated
// was told at no known time.
func (b *briefer) within(told time.Time) bool {
	return !told.IsZero() && !told.Before(b.from) && told.Before(b.to)
}

// changed picks what was first told in the brief's time, and what took another
// status in it. Stances have a part of their own.
func (b *briefer) changed(e parley.Entry) (before string, ok bool) {
	if e.Kind == parley.PositionEntry || e.Kind == parley.DisputeEntry {
		return "", false
	}
	if b.within(e.Told) {
		return "", true
	}
	status := parley.Status("")
	for _, step := range StepsOf(e) {
		if b.within(step.Told) && status != "" && step.Status != status {
			return string(status), true
		}
		status = step.Status
	}
	return "", false
}

// StepsOf is the life of a meeting or event; nil for other entries.
func StepsOf(e parley.Entry) []parley.Step {
	switch {
	case e.Meeting != nil:
		return e.Meeting.Steps
	case e.Event != nil:
		return e.Event.Steps
	}
	return nil
}

// next picks meetings to come: dated ones, undated ones that were told of
// lately, and those whose day passed in the brief's time without a word of
// what became of them.
func (b *briefer) next(e parley.Entry) (before string, ok bool) {
	if e.Meeting == nil || !slices.Contains([]parley.Status{parley.Planned, parley.Proposed, parley.OnHold}, e.Meeting.Status) {
		return "", false
	}
	last := cmp.Or(e.End, e.Start)
	switch {
	case last == "" || e.Meeting.Status == parley.OnHold:
		told := lastTold(e)
		return "", told.Before(b.to) && told.After(b.to.AddDate(0, 0, -lately))
	case b.look.overdue(e.Meeting.Status, e.Start, e.End):
		return "", !last.Last().Before(b.from)
	}
	return "", true
}

func lastTold(e parley.Entry) time.Time {
	last := e.Told
	for _, m := range e.Members {
		if m.Told.After(last) {
			last = m.Told
		}
	}
	return last
}

func (b *briefer) moved(e parley.Entry) (before string, ok bool) {
	if e.Position == nil || e.Position.Change == "" || !b.within(e.Told) {
		return "", false
	}
	if former, ok := b.byID[e.Position.Replaces]; ok {
		before = string(former.Position.Stance)
	}
	return before, true
}

func (b *briefer) disputed(e parley.Entry) (before string, ok bool) {
	return "", e.Dispute != nil && b.within(lastTold(e))
}

// news are the n weightiest entries that pick passes, in the order in which
// they were told, and how many others it passes.
func (b *briefer) news(pick func(parley.Entry) (before string, ok bool), n int) (news []News, left int, err error) {
	var picked []parley.Entry
	befores := map[string]string{}
	for _, e := range b.entries {
		if before, ok := pick(e); ok {
			picked = append(picked, e)
			befores[e.ID] = before
		}
	}
	picked, left = weightiest(picked, n)
	slices.SortStableFunc(picked, func(x, y parley.Entry) int {
		return cmp.Or(x.Told.Compare(y.Told), strings.Compare(x.ID, y.ID))
	})
	lines, err := b.look.lines(b.ctx, b.r, picked)
	if err != nil {
		return nil, 0, err
	}
	for _, line := range lines {
		from, err := b.sources(line.Entry)
		if err != nil {
			return nil, 0, err
		}
		line.Dispute = disputeShown(line.Dispute, func(key string) string { return shownID(key, b.versions) })
		news = append(news, News{Line: line, Before: befores[line.ID], From: from})
	}
	return news, left, nil
}

func (b *briefer) sources(e parley.Entry) ([]Source, error) {
	keys := documentsOf(e)
	if e.Dispute != nil {
		for _, a := range e.Dispute.Accounts {
			keys = append(keys, a.Documents...)
		}
	}
	var found []Source
	for _, key := range keys {
		d, err := b.texts.document(key)
		if err != nil {
			return nil, fmt.Errorf("sources of %s: %w", e.ID, err)
		}
		if d.Published.Before(b.to) || b.to.IsZero() {
			found = append(found, Source{Document: shownID(key, b.versions), Outlet: d.Outlet, Published: d.Published, Title: d.Title, URL: d.URL})
		}
	}
	slices.SortStableFunc(found, func(x, y Source) int {
		if b.within(x.Published) != b.within(y.Published) {
			return y.Published.Compare(x.Published)
		}
		return x.Published.Compare(y.Published)
	})
	seen := map[string]bool{}
	return slices.DeleteFunc(found, func(s Source) bool {
		twice := s.Outlet != "" && seen[s.Outlet]
		seen[s.Outlet] = true
		return twice
	}), nil
}

// soonest orders plans by day, those without one last.
func soonest(x, y parley.Entry) int {
	if (x.Start == "") != (y.Start == "") {
		return strings.Compare(string(y.Start), string(x.Start))
	}
	return x.Start.First().Compare(y.Start.First())
}

// weightiest keeps the n entries with the most independent sources, meetings
// before other things, later ones before earlier.
func weightiest(entries []parley.Entry, n int) (kept []parley.Entry, left int) {
	slices.SortStableFunc(entries, func(x, y parley.Entry) int {
		return cmp.Or(y.Sources-x.Sources, rank(x)-rank(y), y.Told.Compare(x.Told))
	})
	if len(entries) <= n {
		return entries, 0
	}
	return entries[:n], len(entries) - n
}

func rank(e parley.Entry) int { return slices.Index(parley.EntryKinds, e.Kind) }
