package record

import (
	"cmp"
	"slices"

	"github.com/parleyrecord/parley"
)

// wavering says of each meeting that lies ahead, by its place among a reading's events,
// which of the stances left open are about it: whether to come, where or when. A
// stance is about the nearest such meeting of its party in the text.
func wavering(d *drawer, reading parley.Reading) map[int][]parley.Position {
	about := map[int][]parley.Position{}
	for _, p := range reading.Positions {
		if p.Stance != parley.Undecided || p.Issue != "talks" && p.Issue != "venue-date" {
			continue
		}
		nearest, least := -1, 0
		for i, e := range reading.Events {
			if e.Type != parley.Consult || e.Status != parley.Planned && e.Status != parley.Proposed || !d.sits(&e, p.Party) {
				continue
			}
			if far := distance(spanOf(e.Spans, "quotes"), spanOf(p.Spans, "quotes")); nearest < 0 || far < least {
				nearest, least = i, far
			}
		}
		if nearest >= 0 {
			about[nearest] = append(about[nearest], p)
		}
	}
	return about
}

// sits tells whether a party takes part in a meeting.
func (d *drawer) sits(e *parley.Event, party string) bool {
	return slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients, e.Mediators), func(name string) bool { return d.sameSide(name, party) })
}

// distance is the number of bytes between two passages of one text.
func distance(a, b parley.Span) int { return max(0, a.Start-b.End, b.Start-a.End) }

// waver notes who has not decided about a meeting, with the words that say so.
func (d *drawer) waver(it *item, stances []parley.Position) {
	for _, p := range stances {
		by := cmp.Or(p.Holder, p.Party)
		if p.Holder == "" && it.Event.By != "" && d.sameSide(it.Event.By, p.Party) {
			by = it.Event.By // who says it of his own side
		}
		if slices.Contains(it.Undecided, by) {
			continue
		}
		it.Undecided = append(it.Undecided, by)
		e := *it.Event
		e.Spans = slices.Clone(e.Spans)
		for _, s := range p.Spans {
			switch s.Field {
			case "stance":
				e.Spans = append(e.Spans, parley.Evidence{Field: "status", Value: string(parley.NotDecided), Span: s.Span})
			case "holder", "party":
				if s.Field == "holder" || p.Holder == "" {
					e.Spans = append(e.Spans, parley.Evidence{Field: "by", Value: by, Span: s.Span})
				}
			}
		}
		it.Event = &e
	}
}
