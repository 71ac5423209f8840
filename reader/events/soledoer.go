package events

import (
	"slices"

	"github.com/parleyrecord/parley"
)

// soleDoer is the side that does all that a text tells of attacks, of coercion, and of
// what is let in, for a siege told without whose it is, or an attack on a land where only
// one side is told to attack; nobody where there are several or none. Those who are at home
// in that land are left out, and a siege is a state's.
func (f *finder) soleDoer(groups [][]*mention, m *mention, land string) filler {
	siege := tables().nouns["siege"][m.sense.Word]
	if !siege && (m.sense.Type != parley.Assault || land == "") {
		return filler{}
	}
	var doer filler
	for _, group := range groups {
		for _, o := range group {
			mutual := slices.ContainsFunc(o.actors, func(one filler) bool { return f.atHome(one.side, land) })
			if !hostile(o) || !siege && (mutual || !f.aimedAt(o, land) || f.justice(o)) {
				continue
			}
			for _, one := range o.actors {
				if one.side == "" || f.atHome(one.side, land) || siege && !f.state(one.side) {
					continue
				}
				if doer.side != "" && doer.side != one.side {
					return filler{}
				}
				doer = bySide(one.side, one.spans...)
			}
		}
	}
	return doer
}

// hostile tells whether a mention is of an attack or of coercion that was done, or of what
// a besieger lets in.
func hostile(m *mention) bool {
	if m.sense.Mode == "access" {
		return true
	}
	return (m.sense.Type == parley.Assault || m.sense.Type == parley.Coerce) && phase(m.status.is) == 0
}

// aimedAt tells whether an attack is, or may be, one on a land, or on those at home there.
func (f *finder) aimedAt(m *mention, land string) bool {
	return m.placeOf == "" && len(m.recipients) == 0 || m.placeOf == land || slices.ContainsFunc(m.recipients, func(one filler) bool { return f.atHome(one.side, land) })
}

// atHome tells whether a side is that of a land, or of an armed group there.
func (f *finder) atHome(side, land string) bool {
	return land != "" && (side == land || f.in.Lexicon.Home(side) == land)
}

// state tells whether a side is a state's.
func (f *finder) state(side string) bool {
	a, ok := f.in.Lexicon.Actor(side)
	return ok && a.Kind == parley.StateActor
}

// doneBySomebody tells whether the text says who did what a noun tells, though nobody knows
// whom it means: "the brigades declared a blockade".
func (f *finder) doneBySomebody(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	return m.sense.Noun && m.support >= 0 && s.Tokens[m.token].Is("obj") && tables().nouns["carrier"][s.Tokens[m.support].Lemma] && s.Subject(m.support) >= 0
}
