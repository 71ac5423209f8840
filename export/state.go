package export

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// StateLine writes the state of talks as one sentence without a full stop:
// "Talks under way: meeting of A and B in Miami, 20–21 Dec 2025; no date is set
// for another".
func StateLine(s view.State, name func(party string) string) string {
	p := &page{Paper: Paper{Name: name}}
	switch s.Progress {
	case view.UnderWay:
		return "Talks under way: " + p.met(s.Last) + p.further(s.Next)
	case view.OnHold:
		return "Talks on hold: " + p.meets(s.Stopped) + p.further(s.Next)
	case view.CalledOff:
		return "Called off: " + p.meets(s.Stopped) + p.further(s.Next)
	case view.Announced:
		return "Talks announced: " + p.meets(s.Next)
	case view.Paused:
		return "No talks for two weeks and more; the last was " + p.meets(s.Last) + p.further(s.Next)
	}
	return "The record tells of no talks in this time"
}

// didMeet are the verbs for meetings of two and more; other modes have a noun
// only.
var didMeet = map[parley.Mode]string{"": "met", "meeting": "met", "negotiation": "negotiated", "call": "spoke"}

// met writes a meeting that was held.
func (p *page) met(l *view.Line) string {
	who := p.whoOf(l.Meeting)
	verb := didMeet[l.Meeting.Mode]
	if verb == "" || len(who) < 2 || l.Meeting.Round > 0 {
		return p.meets(l)
	}
	on := Interval(l.Start, l.End)
	if l.Start.Granularity() == parley.Day {
		on = "on " + on
	}
	return strings.TrimSpace(fewest(who) + " " + verb + IfSome(" in ", l.Meeting.Place) + " " + on)
}

// meets writes a meeting in a few words: who, where, when.
func (p *page) meets(l *view.Line) string {
	m := l.Meeting
	kind := Kind(parley.Consult, m.Mode)
	if m.Round > 0 {
		kind = round(m.Round) + " of talks"
	}
	return kind + IfSome(" of ", fewest(p.whoOf(m))) + IfSome(" in ", m.Place) + IfSome(", ", Interval(l.Start, l.End))
}

// whoOf are those who meet: the people where they are few, else the parties.
func (p *page) whoOf(m *parley.Meeting) []string {
	if n := len(m.Participants); n >= 2 && n <= mostNames || len(m.Parties) < 2 {
		return p.names(m.Participants)
	}
	return p.names(m.Parties)
}

func (p *page) further(next *view.Line) string {
	if next == nil {
		return "; no date is set for another"
	}
	return "; next: " + p.meets(next)
}

// mostNames is how many names a sentence gives.
const mostNames = 4

// fewest writes the first of the names as prose does, and how many others there
// are.
func fewest(names []string) string {
	if len(names) > mostNames {
		return strings.Join(names[:mostNames-1], ", ") + " and " + Counted(len(names)-mostNames+1, "other")
	}
	return Series(names)
}

// Series writes names as prose does: "A, B and C".
func Series(names []string) string {
	if len(names) < 2 {
		return list(names)
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
