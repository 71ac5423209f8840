package export

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// Reason writes in a few words what leads talks on or back: "Ukraine hardened on
// territory", "Ukraine and United States met on 30 Nov 2025".
func Reason(l view.Line, name func(party string) string) string {
	p := &page{Paper: Paper{Name: name}}
	switch {
	case l.Position != nil:
		return p.Name(l.Position.Party) + " " + string(l.Position.Change) + " on " + Matter(l.Position.Aim, l.Position.Issue)
	case l.Meeting != nil && (l.Meeting.Status == parley.Happened || l.Meeting.Status == parley.Ongoing):
		return p.met(&l)
	case l.Meeting != nil:
		return p.meets(&l) + ": " + StatusWords(view.StatusOf(l.Entry, l.Meeting.Status), l.Unconfirmed)
	case l.Event != nil:
		return Kind(l.Event.Type, l.Event.Mode) + IfSome(": ", between(p.few(l.Event.Actors), p.few(l.Event.Recipients))) + IfSome(", ", l.Event.Place)
	}
	substance, _ := Saying(l.Entry, name)
	return substance
}

// few are the names of parties, cut short.
func (p *page) few(parties []string) []string {
	if len(parties) == 0 {
		return nil
	}
	return []string{fewest(p.names(parties))}
}
