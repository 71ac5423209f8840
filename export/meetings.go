package export

import (
	"io"

	"github.com/parleyrecord/parley/view"
)

// Meetings prints the diary: each meeting with who was there and its life.
func Meetings(w io.Writer, paper Paper, meetings []view.Meeting) error {
	p := newPage(w, paper)
	p.heading("Meetings", Counted(len(meetings), "meeting"))
	l := ledger{page: p}
	for _, m := range meetings {
		l.entry(m.Start, m.End, false, kindAndStatus(m.Kind, m.Status, m.Unconfirmed), p.meeting(m)...)
	}
	p.nothing(len(meetings), "The record knows of no meeting in this time.")
	return p.err
}

func (p *page) meeting(m view.Meeting) []text {
	rows := []text{p.whoMet(m.Participants, m.Parties).and(Plain, dotted(m.Place, round(m.Round), ifAny("mediated by ", p.names(m.Mediators))))}
	if len(m.Steps) > 1 {
		rows = append(rows, life(m.Steps))
	}
	return append(rows, some(plain(quotation(m.Words)), styled(Dim, dotted(Counted(m.Sources, "source"), Counted(len(m.Documents), "document"), shortID(m.ID))))...)
}

// life is the way of a meeting through its statuses, each with those who tell
// it.
func life(steps []view.MeetingStep) text {
	var t text
	for i, s := range steps {
		again := i > 0 && s.Status == steps[i-1].Status && s.Start == steps[i-1].Start
		if i > 0 && !again {
			t = t.with(Dim, " → ")
		}
		if !again {
			words, style := stated(s.Status, false)
			t = t.with(style, words)
			if i == 0 || s.Start != steps[i-1].Start {
				t = t.with(Plain, IfSome(" for ", Interval(s.Start, s.End)))
			}
		}
		if teller := teller(s); teller != "" {
			t = t.with(Dim, " ("+teller+")")
		}
	}
	return t
}

// teller is who said that a meeting had reached a step, and when.
func teller(s view.MeetingStep) string {
	who := s.By
	if who == "" {
		who = list(s.Documents)
	}
	if s.Told.IsZero() {
		return who
	}
	return who + ", " + Day(s.Told)
}
