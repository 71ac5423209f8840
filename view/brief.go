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

// Brief is what an editor needs to know on a morning.
type Brief struct {
	Since     time.Time `json:"since,omitzero"`
	Until     time.Time `json:"until,omitzero"`
	Documents int       `json:"documents"` // told in that time
	Outlets   int       `json:"outlets"`
	Changed   []News    `json:"changed"`  // in the order in which it was told
	Left      int       `json:"left"`     // how many more changes a longer brief would hold
	Next      []News    `json:"next"`     // what is planned, soonest first, without a date last
	Moved     []News    `json:"moved"`    // positions that changed
	Disputes  []News    `json:"disputes"` // open ones that were told, or whose accounts were, in that time
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

// lately is how many days ago a plan without a date may last have been told
// to count as one that still stands.
const lately = 30

// BriefOf is the brief of the days of the look. Without Since it looks back a
// week from Until or, where that is open too, from the last thing told. It
// holds at most lines changes: those with the most independent sources.
func BriefOf(ctx context.Context, r store.Reader, look Look, lines int) (Brief, error) {
	documents, err := collect("documents", r.Documents(ctx, store.DocumentFilter{}))
	if err != nil {
		return Brief{}, err
	}
	b := briefer{look: look, r: r, ctx: ctx, texts: newTexts(ctx, r), versions: countVersions(documents)}
	b.from, b.to = look.window(documents)
	if err := b.load(); err != nil {
		return Brief{}, err
	}
	brief := Brief{Since: b.from, Until: b.to}
	brief.Documents, brief.Outlets = b.count(documents)
	for _, part := range []struct {
		into *[]News
		pick func(parley.Entry) (before string, ok bool)
	}{{&brief.Changed, b.changed}, {&brief.Next, b.next}, {&brief.Moved, b.moved}, {&brief.Disputes, b.disputed}} {
		if *part.into, err = b.news(part.pick); err != nil {
			return Brief{}, err
		}
	}
	slices.SortStableFunc(brief.Next, func(x, y News) int { return soonest(x.Entry, y.Entry) })
	brief.Changed, brief.Left = weightiest(brief.Changed, lines)
	return brief, nil
}

// window is the time of a brief: from its first moment to the first moment
// after it; both zero where the record has no dated document.
func (l Look) window(documents []store.Document) (from, to time.Time) {
	from, to = l.days()
	if to.IsZero() && len(documents) > 0 {
		last := documents[len(documents)-1].Published
		if last.IsZero() {
			return from, to
		}
		to = parley.DayOf(last.UTC()).First().AddDate(0, 0, 1)
	}
	if from.IsZero() && !to.IsZero() {
		from = to.AddDate(0, 0, -week)
	}
	return from, to
}

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
		Kinds: []parley.EntryKind{parley.MeetingEntry, parley.EventEntry, parley.PositionEntry, parley.ProposalEntry, parley.DisputeEntry}, ToldUntil: b.to,
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
	for _, step := range stepsOf(e) {
		if b.within(step.Told) && status != "" && step.Status != status {
			return string(status), true
		}
		status = step.Status
	}
	return "", false
}

func stepsOf(e parley.Entry) []parley.Step {
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

// news are the entries that pick passes, in the order in which they were told.
func (b *briefer) news(pick func(parley.Entry) (before string, ok bool)) ([]News, error) {
	var picked []parley.Entry
	var befores []string
	for _, e := range b.entries {
		if before, ok := pick(e); ok {
			picked = append(picked, e)
			befores = append(befores, before)
		}
	}
	lines, err := b.look.lines(b.ctx, b.r, picked)
	if err != nil {
		return nil, err
	}
	news := make([]News, len(lines))
	for i, line := range lines {
		from, err := b.sources(line.Entry)
		if err != nil {
			return nil, err
		}
		news[i] = News{Line: line, Before: befores[i], From: from}
	}
	slices.SortStableFunc(news, func(x, y News) int {
		return cmp.Or(x.Told.Compare(y.Told), strings.Compare(x.ID, y.ID))
	})
	return news, nil
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

// weightiest keeps the n lines with the most independent sources, meetings
// before other things, later ones before earlier; their order stays.
func weightiest(news []News, n int) (kept []News, left int) {
	if len(news) <= n {
		return news, 0
	}
	byWeight := make([]int, len(news))
	for i := range news {
		byWeight[i] = i
	}
	slices.SortStableFunc(byWeight, func(i, j int) int {
		x, y := news[i].Entry, news[j].Entry
		return cmp.Or(y.Sources-x.Sources, rank(x)-rank(y), y.Told.Compare(x.Told))
	})
	chosen := byWeight[:n]
	slices.Sort(chosen)
	for _, i := range chosen {
		kept = append(kept, news[i])
	}
	return kept, len(news) - n
}

func rank(e parley.Entry) int { return slices.Index(parley.EntryKinds, e.Kind) }
