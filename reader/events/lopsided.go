package events

import (
	"slices"

	"github.com/parleyrecord/parley"
)

// lopsided tells whether of an event that takes two sides the text tells one, and nothing else that
// would make it news of a negotiation: sanctions on nobody, an arrest of nobody of whom a side is
// known, a deal that a firm strikes.
func (f *finder) lopsided(group []*mention) bool {
	m := group[0]
	actors, recipients := sidesOf(group)
	dated := slices.ContainsFunc(group, func(o *mention) bool { return o.day() != "" })
	placed := slices.ContainsFunc(group, func(o *mention) bool { return o.place.End > 0 })
	counted := slices.ContainsFunc(group, func(o *mention) bool { return len(o.figures) > 0 })
	switch m.sense.Type {
	case parley.Sanction:
		return len(recipients) == 0 && !dated && !imposed(m, actors)
	case parley.Retreat:
		return f.halfEased(m, actors, recipients, dated || counted)
	case parley.Agree:
		return len(actors) == 1 && len(recipients) == 0 && (m.status.is == parley.Planned || m.status.is == parley.Proposed || f.unofficial(actors)) && !dated
	case parley.Propose:
		stated := tables().nouns["proposing"][m.sense.Word] && m.status.is == parley.Happened && f.bodies(m.sentence, m.actors) // "the Union has proposed a fee on parcels"
		return len(actors) == 1 && len(recipients) == 0 && !dated && !stated && !slices.ContainsFunc(group, f.ofPeace)
	case parley.Coerce:
		return len(recipients) == 0 && !counted && domestic[m.sense.Code] && !f.ofVessel(m) && !f.byForeigners(m) && !f.locksDown(m) && !f.persecutes(m)
	case parley.Assault:
		if len(actors) == 0 {
			news := f.rages(m) || slices.ContainsFunc(recipients, func(one filler) bool { return one.fights })
			return !dated && !counted && !remote[m.mode] && !f.personal(recipients) && !(placed && news)
		}
		return len(recipients) == 0 && !m.sense.Noun && (f.personal(actors) || tables().nouns["punishing"][m.sense.Word] && !f.fightersAlone(actors))
	case parley.Consult:
		return len(actors)+len(recipients) == 1 && !dated && !placed && !f.bodies(m.sentence, actors) && m.mode != "visit" && !f.receives(m) && !f.heldByOne(m)
	}
	return false
}

// fightersAlone tells whether all of some doers are armed groups or fighters, whose executions are no justice.
func (f *finder) fightersAlone(list []filler) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(one filler) bool { return !one.fights })
}

// unofficial tells whether none of some doers acts for a state, a group or a body of states: firms,
// and people without an office.
func (f *finder) unofficial(list []filler) bool {
	return !slices.ContainsFunc(list, func(one filler) bool {
		if a, ok := f.personNamed(one.name); ok {
			return len(a.Offices) > 0 || a.Sector == "GOV"
		}
		i := slices.IndexFunc(f.in.Cast.Actors, func(a parley.Actor) bool { return f.partyName(a) == one.name })
		return i < 0 || f.in.Cast.Actors[i].Sector != "BUS"
	})
}

// imposed tells whether a state or somebody in its office is told to have laid duties or sanctions on others
// or to have cut ties, which is news whoever the others are: "announced sweeping tariffs".
func imposed(m *mention, actors []filler) bool {
	return m.status.is == parley.Happened && !m.sense.Noun && partisan(actors) && m.sense.Code != banning
}

// halfEased tells whether a concession is told without who makes it or to whom, so that nobody
// learns from it who gave way.
func (f *finder) halfEased(m *mention, actors, recipients []filler, certain bool) bool {
	switch {
	case len(recipients) == 0 && m.sense.Mode == "access":
		return m.status.is != parley.Happened && m.status.is != parley.Ongoing && len(actors) < 2 && !certain
	case len(recipients) == 0 && m.sense.Mode == "release":
		return len(actors) < 2 && !certain && f.personal(actors)
	case len(actors) == 0:
		return m.sense.Mode == ""
	}
	return false
}

// sidesOf are all who take part in the event of a group of mentions, each once.
func sidesOf(group []*mention) (actors, recipients []filler) {
	for _, m := range group {
		actors = append(actors, without(m.actors, actors)...)
		recipients = append(recipients, without(m.recipients, recipients)...)
	}
	return actors, recipients
}

// ofPeace tells whether the clause of a mention, or the noun that it describes, speaks of what
// parties to a conflict negotiate on.
func (f *finder) ofPeace(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if over := s.Tokens[m.token].Head; over >= 0 && s.Tokens[m.token].Is("acl") {
		described := append(slices.Collect(s.Children(over)), over)
		if slices.ContainsFunc(described, func(i int) bool { return tables().nouns["negotiable"][s.Tokens[i].Lemma] }) {
			return true
		}
	}
	for i := range s.Tokens {
		if m.clause.Covers(spanOf(s, i)) && tables().nouns["negotiable"][s.Tokens[i].Lemma] {
			return true
		}
	}
	return false
}

// byForeigners tells whether a raid or an arrest in a land is another state's: "Norlandic troops raided an office in Osten".
func (f *finder) byForeigners(m *mention) bool {
	return m.sense.Code == arresting && f.state(m.placeOf) && len(m.actors) > 0 && !slices.ContainsFunc(m.actors, func(one filler) bool { return !f.state(one.side) || one.side == m.placeOf })
}
