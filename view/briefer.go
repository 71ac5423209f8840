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
	entries  []parley.Entry
	byID     map[string]parley.Entry
}

// load asks for what was told in the brief's time, once or again, and for the
// meetings that may lie ahead.
func (b *briefer) load() error {
	news := store.EntryFilter{
		Kinds:     []parley.EntryKind{parley.EventEntry, parley.ProposalEntry, parley.DisputeEntry},
		ToldUntil: b.to, ToldAgainSince: b.from, Dossier: b.look.Dossier, Part: b.look.part(),
	}
	moved := b.look.told(parley.PositionEntry) // a stance told again is no news
	moved.ToldSince, moved.ToldUntil = b.from, b.to
	spoken := news
	spoken.Kinds = []parley.EntryKind{parley.MeetingEntry}
	if since := b.to.AddDate(0, 0, -lately); since.Before(b.from) {
		spoken.ToldAgainSince = since
	}
	ahead := spoken
	ahead.ToldAgainSince, ahead.Since = time.Time{}, parley.DayOf(b.from)
	b.byID = map[string]parley.Entry{}
	for _, filter := range []store.EntryFilter{spoken, ahead, news, moved} {
		found, err := entries(b.ctx, b.r, "the brief", filter)
		if err != nil {
			return err
		}
		for _, e := range found {
			if _, known := b.byID[e.ID]; !known {
				b.byID[e.ID] = e
				b.entries = append(b.entries, e)
			}
		}
	}
	return nil
}

// count counts the documents of the brief's time, and their outlets.
func (b *briefer) count() (n, outlets int, err error) {
	seen := map[string]bool{}
	for d, err := range b.r.Documents(b.ctx, store.DocumentFilter{Since: b.from, Until: b.to, Dossier: b.look.Dossier}) {
		if err != nil {
			return 0, 0, fmt.Errorf("ask for documents: %w", err)
		}
		if b.within(d.Told()) {
			n++
			if d.Outlet != "" {
				seen[d.Outlet] = true
			}
		}
	}
	return n, len(seen), nil
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
		return "", e.Again.Before(b.to) && e.Again.After(b.to.AddDate(0, 0, -lately))
	case b.look.overdue(e.Meeting.Status, e.Start, e.End):
		return "", !last.Last().Before(b.from)
	}
	return "", true
}

func (b *briefer) moved(e parley.Entry) (before string, ok bool) {
	if e.Position == nil || e.Position.Change == "" || !b.within(e.Told) {
		return "", false
	}
	return "", true
}

func (b *briefer) disputed(e parley.Entry) (before string, ok bool) {
	return "", e.Dispute != nil && b.within(e.Again)
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
	sources, err := b.sourcesOf(picked)
	if err != nil {
		return nil, 0, err
	}
	stances, err := b.formerStances(picked)
	if err != nil {
		return nil, 0, err
	}
	about, err := questioned(b.ctx, b.r, picked)
	if err != nil {
		return nil, 0, err
	}
	for _, e := range picked {
		line := LineOf(b.look, e)
		if e.Dispute != nil {
			line.Words = about[e.Dispute.Entry].Words
		}
		line.Dispute = disputeShown(line.Dispute, func(key string) string { return sources.shown[key] })
		before := befores[e.ID]
		if e.Position != nil {
			before = stances[e.Position.Replaces]
		}
		news = append(news, News{Line: line, Before: before, From: sources.of(e.ID)})
	}
	return news, left, nil
}

// formerStances are the stances that the entries replace, by id.
func (b *briefer) formerStances(picked []parley.Entry) (map[string]string, error) {
	var ids []string
	for _, e := range picked {
		if e.Position != nil && e.Position.Replaces != "" {
			ids = append(ids, e.Position.Replaces)
		}
	}
	former, err := byIDs(b.ctx, b.r, ids, store.Outline)
	stances := map[string]string{}
	for id, e := range former {
		stances[id] = string(e.Position.Stance)
	}
	return stances, err
}

// byIDs are the entries that have these ids as their own.
func byIDs(ctx context.Context, r store.Reader, ids []string, part store.EntryPart) (map[string]parley.Entry, error) {
	found := map[string]parley.Entry{}
	if len(ids) == 0 {
		return found, nil
	}
	all, err := entries(ctx, r, "entries", store.EntryFilter{IDs: ids, Part: part})
	for _, e := range all {
		found[e.ID] = e
	}
	return found, err
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
