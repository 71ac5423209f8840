package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// onTeller lets an attack on what a pronoun says to be somebody's, of which one side tells that another made it, be on
// the side that tells: "Norland said that Sudmark had shelled its positions", "accused Sudmark of firing at one of
// its boats", "blamed Sudmark for an attack on its port".
func (f *finder) onTeller(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	t := &s.Tokens[m.token]
	if len(m.actors) == 0 || len(m.recipients) > 0 || m.sense.Type != parley.Assault && m.sense.Type != parley.Coerce {
		return
	}
	blamed := m.sense.Noun && t.Head >= 0 && blamesFor(s, m.token, t.Head)
	if t.Head < 0 || !blamed && (m.sense.Noun || !t.Is("ccomp") && !charged(s, m.token)) {
		return
	}
	if !slices.ContainsFunc(s.Tokens, func(o english.Token) bool {
		return o.Is("nmod:poss") && (o.Lemma == "its" || o.Lemma == "their") && (f.ofTarget(m, o.Head) || blamed && s.Dominates(m.token, o.Head))
	}) {
		return
	}
	if teller := s.Subject(t.Head); teller >= 0 {
		if all := sided(f.fillersAt(m.sentence, teller)); partisan(all) && !overlaps(all, m.actors) {
			m.recipients = all
		}
	}
}

// ofTarget tells whether a noun is, or counts out, what the verb of a mention has for its target.
func (f *finder) ofTarget(m *mention, noun int) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for _, at := range []int{noun, s.Tokens[noun].Head} { // "one of its boats"
		if at >= 0 && s.Tokens[at].Head == m.token && (s.Tokens[at].Is("obj") || slices.Contains(m.sense.Recipients, s.Case(at))) {
			return true
		}
	}
	return false
}

// byTeller lets fighters of no party who are told by an official of the land where it was to have been killed or caught
// be so by that land: "Norland's army said that three militants were killed in the south".
func (f *finder) byTeller(m *mention) {
	teller := m.voice.Side
	if m.sense.Noun || len(m.actors) > 0 || f.acts(m) || m.sense.Type != parley.Assault && m.sense.Type != parley.Coerce {
		return
	}
	if teller == "" || teller != m.placeOf || !f.state(teller) || len(m.recipients) == 0 {
		return
	}
	if !slices.ContainsFunc(m.recipients, func(one filler) bool { return !one.fights }) {
		m.actors = []filler{bySide(teller, m.voice.Spans...)}
	}
}

// laidByTeller lets sanctions that a body of many states tells to have been passed, with nobody who passed them, be its own:
// "a new package was adopted, the Commission said".
func (f *finder) laidByTeller(m *mention) {
	if m.sense.Type != parley.Sanction || m.sense.Noun || !slices.Contains(m.sense.With, "sanction") || len(m.actors) > 0 || f.acts(m) || !f.in.Text.Sentences[m.sentence].Passive(m.token) {
		return
	}
	if teller := bySide(m.voice.Side, m.voice.Spans...); f.ofManyStates(teller.side) && !slices.ContainsFunc(m.recipients, teller.meets) {
		m.actors = []filler{teller}
	}
}
