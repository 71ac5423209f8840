package view

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Progress says how far a negotiation has come.
type Progress string

const (
	UnderWay  Progress = "under way"  // a meeting was held in the last two weeks, or is going on
	Announced Progress = "announced"  // none was, but one is planned for a day to come
	OnHold    Progress = "on hold"    // the last word is that a meeting waits, and no other is to come
	CalledOff Progress = "called off" // the last word is that a meeting will not be, and no other is to come
	Paused    Progress = "paused"     // the last meeting was more than two weeks ago
	Silent    Progress = "silent"     // the record tells of no meeting in the time looked at
)

// State is how a negotiation stands on a day.
type State struct {
	On       parley.Date `json:"on"`
	Progress Progress    `json:"progress"`
	// Trend is 1 where the last Days brought more that leads on than back, -1
	// where they brought less, else 0. Where fewer than two independent sources
	// tell of what leads on or back it is 0, and Counted false.
	Trend   int  `json:"trend"`
	Days    int  `json:"days"`
	Counted bool `json:"counted"`
	// Sources is how many independent sources, by outlet, tell of it.
	Sources int `json:"sources"`
	// Last is the last meeting that was held, Stopped the one that waits or
	// was called off since, Next the one to come; nil where there is none.
	Last    *Line `json:"last,omitempty"`
	Stopped *Line `json:"stopped,omitempty"`
	Next    *Line `json:"next,omitempty"`
	// Forward and Back are what leads on and back, the weightiest first.
	Forward []Line `json:"forward"`
	Back    []Line `json:"back"`
}

// stateDays is how far a state looks back for a meeting.
const stateDays = 60

// StateOf is the state of talks at the end of the look's last day or, where
// that is open, on the look's today.
func StateOf(ctx context.Context, r store.Reader, look Look) (State, error) {
	on := cmp.Or(look.Until, look.Today)
	end := on.Last().AddDate(0, 0, 1)
	s := State{On: on, Days: cmp.Or(look.TrendDays, lately)}
	look.Today = on
	var lines []Line
	for _, part := range []struct {
		days  int
		kinds []parley.EntryKind
	}{
		{max(stateDays, s.Days), []parley.EntryKind{parley.MeetingEntry}},
		{s.Days, []parley.EntryKind{parley.EventEntry, parley.PositionEntry}},
	} {
		told := look.told(part.kinds...)
		told.ToldSince, told.ToldUntil = end.AddDate(0, 0, -part.days), end
		found, err := entries(ctx, r, "the state of talks", told)
		if err != nil {
			return State{}, err
		}
		lines = append(lines, look.lines(slices.DeleteFunc(found, func(e parley.Entry) bool { return e.Told.IsZero() }))...)
	}
	s.meet(lines)
	s.Progress = s.progress()
	s.weigh(lines, end.AddDate(0, 0, -s.Days))
	return s, nil
}

// meet finds the meetings that decide.
func (s *State) meet(lines []Line) {
	today := s.On.First()
	for i := range lines {
		l := &lines[i]
		if l.Meeting == nil {
			continue
		}
		switch status := l.Meeting.Status; {
		case tookPlace(l.Entry) && !dayOf(l.Entry).First().After(today):
			if s.Last == nil || later(l, s.Last) {
				s.Last = l
			}
		case (status == parley.Planned || status == parley.Proposed) && l.Start != "" && !l.Start.Last().Before(today):
			if s.Next == nil || soonest(l.Entry, s.Next.Entry) < 0 {
				s.Next = l
			}
		case status == parley.OnHold || status == parley.Cancelled:
			if s.Stopped == nil || l.Again.After(s.Stopped.Again) {
				s.Stopped = l
			}
		}
	}
	if s.Stopped != nil && s.Last != nil && !s.Stopped.Again.After(s.Last.Told) {
		s.Stopped = nil
	}
}

// later tells whether a meeting ended after another or, on the same day, is told
// by more sources.
func later(a, b *Line) bool {
	first, second := cmp.Or(a.End, dayOf(a.Entry)).Last(), cmp.Or(b.End, dayOf(b.Entry)).Last()
	return cmp.Or(first.Compare(second), a.Sources-b.Sources) > 0
}

func (s *State) progress() Progress {
	switch {
	case s.Stopped != nil && s.Next == nil && s.Stopped.Meeting.Status == parley.OnHold:
		return OnHold
	case s.Stopped != nil && s.Next == nil:
		return CalledOff
	case s.Last != nil && (s.Last.Meeting.Status == parley.Ongoing || !cmp.Or(s.Last.End, dayOf(s.Last.Entry)).Last().Before(s.On.First().AddDate(0, 0, -lately))):
		return UnderWay
	case s.Next != nil:
		return Announced
	case s.Last != nil:
		return Paused
	}
	return Silent
}

// weigh sorts what was told since a moment into what leads on and what leads
// back.
func (s *State) weigh(lines []Line, since time.Time) {
	for _, l := range lines {
		if l.Told.Before(since) {
			continue
		}
		switch leads := leadsOn(l.Entry); {
		case leads > 0:
			s.Forward = append(s.Forward, l)
		case leads < 0:
			s.Back = append(s.Back, l)
		}
	}
	s.Sources = independent(slices.Concat(s.Forward, s.Back))
	if s.Counted = s.Sources >= fewestSources; s.Counted {
		s.Trend = cmp.Compare(len(s.Forward), len(s.Back))
	}
	byWeight := func(a, b Line) int { return cmp.Or(b.Sources-a.Sources, b.Told.Compare(a.Told)) }
	slices.SortStableFunc(s.Forward, byWeight)
	slices.SortStableFunc(s.Back, byWeight)
}

// fewestSources is how many independent sources a trend needs.
const fewestSources = 2

// independent counts the outlets that tell any of some lines or, of a line
// that more sources tell than outlets are named, the sources of that line.
func independent(lines []Line) int {
	outlets, most := map[string]bool{}, 0
	for _, l := range lines {
		most = max(most, l.Sources)
		for _, o := range l.Outlets {
			outlets[o] = true
		}
	}
	return max(len(outlets), most)
}

// leadsOn is 1 for what brings a settlement nearer, -1 for what puts it off, 0
// for what does neither.
func leadsOn(e parley.Entry) int {
	switch {
	case e.Position != nil:
		return softer(e.Position)
	case e.Meeting != nil && (e.Meeting.Status == parley.OnHold || e.Meeting.Status == parley.Cancelled):
		return -1
	case !tookPlace(e):
		return 0
	case e.Meeting != nil, e.Event.Type == parley.Agree, e.Event.Type == parley.Retreat:
		return 1
	case e.Event.Type == parley.Coerce, e.Event.Type == parley.Sanction:
		return -1
	}
	return 0
}

// softer is 1 where a stance moved towards the others, -1 where it moved away, by the
// party's own word.
func softer(s *parley.Standing) int {
	if !s.Own {
		return 0
	}
	switch s.Change {
	case parley.Softened:
		return 1
	case parley.Hardened, parley.NewCondition:
		return -1
	case parley.Reversed:
		return cmp.Compare(slices.Index(parley.Stances, parley.Undecided), slices.Index(parley.Stances, s.Stance))
	}
	return 0
}
