package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// captor lets the state in which somebody was arrested, and by no one who is told, be the one
// that arrested them: "a tourist was arrested in Norland".
func (f *finder) captor(m *mention) {
	if m.sense.Noun || len(m.actors) > 0 || m.placeOf == "" || !tables().nouns["custody"][m.sense.Word] || f.acts(m) {
		return
	}
	if _, ruled := f.rulerAt(m); ruled || !f.state(m.placeOf) || !f.speaksOf(m.placeOf) {
		return
	}
	m.actors = []filler{{name: m.placeOf, side: m.placeOf, spans: []parley.Span{m.place}}}
}

// speaksOf tells whether a text names a state or its people, so that a town of a common name is
// likely to be the one there.
func (f *finder) speaksOf(state string) bool {
	return slices.ContainsFunc(f.in.Cast.Matches, func(matches []lexicon.Match) bool {
		return slices.ContainsFunc(matches, func(m lexicon.Match) bool {
			return (m.Kind == lexicon.StateMatch || m.Kind == lexicon.DemonymMatch || m.Kind == lexicon.MetonymMatch) && m.Actor.Affiliation == state
		})
	})
}
