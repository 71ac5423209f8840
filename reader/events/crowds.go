package events

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// nameCrowds names people who protest, and rebels, by the state whose they are where the text has no more than a common
// noun for them: "thousands" who march in Oslo, and Norlandic citizens who do, are "Norlandic protesters".
func (f *finder) nameCrowds(m *mention) {
	for i := range m.actors {
		f.nameCrowd(m, &m.actors[i], m.sense.Type == parley.Protest)
	}
	for i := range m.recipients {
		f.nameCrowd(m, &m.recipients[i], false)
	}
}

// nameCrowd names one who takes part in a mention, where it is such a crowd; marches tells that whoever it is protests.
func (f *finder) nameCrowd(m *mention, one *filler, marches bool) {
	nouns := tables().nouns
	people := -1
	if marches {
		people = f.ofPeople(m, *one)
	}
	switch {
	case people >= 0:
		f.nameByPeople(m, one, people)
		return
	case one.side != "":
		return
	case nouns["demonstrator"][strings.TrimSuffix(one.name, "s")], marches && nouns["throng"][strings.TrimSuffix(one.name, "s")]:
		one.name = protesters
	case !one.common && !nouns["rebellious"][strings.TrimSuffix(one.name, "s")]:
		return
	}
	if venue(m) {
		if one.home == "" {
			one.home = cmp.Or(f.in.Cast.Torn, f.stateFought(m))
		}
	} else if one.home == "" && f.state(m.placeOf) {
		one.home = m.placeOf
	}
	land := one.home
	if land == "" && m.placeOf == "" {
		land = f.mainLand().side
	}
	if of := f.in.Lexicon.Demonym(land); of != "" {
		one.name = of + " " + one.name
	}
}

// venue tells whether the place of a mention is where sides come together, and the home of neither.
func venue(m *mention) bool {
	switch m.sense.Type {
	case parley.Consult, parley.Agree, parley.Propose, parley.Cooperate:
		return true
	}
	return false
}

// stateFought is the only state that takes part in a mention; "" where there is none, or several do.
func (f *finder) stateFought(m *mention) string {
	only := ""
	for _, o := range slices.Concat(m.actors, m.recipients) {
		switch {
		case !f.state(o.side) || o.side == only:
		case only != "":
			return ""
		default:
			only = o.side
		}
	}
	return only
}

// nameByPeople names those who protest by the noun that tells of which people they are: "Norlandic students" by that,
// "Norlanders" and "Norlandic demonstrators" as "Norlandic protesters".
func (f *finder) nameByPeople(m *mention, one *filler, noun int) {
	t := &f.in.Text.Sentences[m.sentence].Tokens[noun]
	if one.name = f.in.Lexicon.Demonym(one.side) + " " + protesters; noun != m.token && t.XPOS == "NNS" && !massed(t) {
		one.name = f.in.Lexicon.Demonym(one.side) + " " + strings.ToLower(t.Text)
	}
	one.side, one.home = "", one.side
}

// massed tells whether a noun for people says no more of them than that they are many or protest: "thousands", "residents",
// "demonstrators".
func massed(t *english.Token) bool {
	nouns := tables().nouns
	return t.UPOS == "NUM" || nouns["demonstrator"][t.Lemma] || numberNoun(t.Lemma) || nouns["citizenry"][t.Lemma]
}

// protesters is what people are called who protest and are no more than a crowd.
const protesters = "protesters"

// ofPeople is the noun for the people by whom a state is told to protest, and not for those who act for it: "Norlanders", the
// students of "Norlandic students", the protests of "Norlandic protests", but not the police of "Norlandic police"; -1 where
// there is none.
func (f *finder) ofPeople(m *mention, one filler) int {
	if !f.state(one.side) || one.name != one.side {
		return -1
	}
	s, nouns := &f.in.Text.Sentences[m.sentence], tables().nouns
	for k := range f.in.Cast.Matches[m.sentence] {
		o := &f.in.Cast.Matches[m.sentence][k]
		if landOf(o) != one.side || !slices.ContainsFunc(one.spans, func(span parley.Span) bool { return span.Covers(matchSpan(s, o)) }) {
			continue
		}
		noun := s.Anchor(o.First, o.Last+1)
		if t := &s.Tokens[noun]; t.Head >= 0 && (t.Is("amod") || t.Is("compound") || t.Is("nmod:poss") || t.Is("nmod")) {
			noun = t.Head
		}
		lemma := s.Tokens[noun].Lemma
		switch {
		case m.sense.Noun && m.sense.Code != riots && !police(s, noun):
			if f.crowd(m.sentence, noun) {
				return noun // "doctors in Norland"
			}
			return m.token
		case o.Kind == lexicon.DemonymMatch && !nouns["soldiery"][lemma] && !police(s, noun) && !nouns["power"][lemma] && !nouns["officer"][lemma]:
			return noun
		}
	}
	return -1
}
