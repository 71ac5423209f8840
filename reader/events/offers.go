package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// address gives offers that are told without whom they were made to the sides that they must be for:
// of what one side of the text's talks or war proposes, the other; of what somebody else offers to do
// for talks, or a body of states proposes for peace, both. Sanctions of one side are on the other as well.
func (f *finder) address(groups [][]*mention) {
	var pair []filler
	for _, group := range groups {
		m := group[0]
		offer := m.sense.Type == parley.Propose
		if !offer && !f.ofDispute(m) || len(m.actors) == 0 || slices.ContainsFunc(group, func(o *mention) bool { return len(o.recipients) > 0 }) {
			continue
		}
		if asked := without(append(f.awaiting(m), f.invited(m)...), m.actors); offer && len(asked) > 0 {
			m.recipients = asked
			continue
		}
		if pair == nil {
			pair = f.opponents()
		}
		var others []filler
		for _, side := range pair {
			if !slices.ContainsFunc(m.actors, side.meets) {
				others = append(others, side)
			}
		}
		if len(others) == 1 && len(pair) == 2 || len(others) == 2 && offer && (f.offersHelp(m) || f.bodies(m.sentence, m.actors) && f.ofPeace(m) && !f.resolution(m)) {
			m.recipients = others
		}
	}
}

// opponents are the two sides of the text's talks, or of the war or revolt that it tells of; nobody where
// it does not say.
func (f *finder) opponents() []filler {
	for _, pair := range [][]filler{f.onlyFoes(), f.usual(parley.Propose)} {
		if len(pair) == 2 && !slices.ContainsFunc(pair, func(one filler) bool { return !f.state(one.side) && f.in.Lexicon.Home(one.side) == "" }) {
			return pair
		}
	}
	if rebels, land := f.revolt(); rebels.name != "" {
		return []filler{f.spokenOf(land), rebels}
	}
	return nil
}

// awaiting are those who wait for, or ask for, an offer that somebody is to make: "Norland is waiting for
// Kovar to submit a proposal".
func (f *finder) awaiting(m *mention) []filler {
	s := &f.in.Text.Sentences[m.sentence]
	verb := m.token
	if m.sense.Noun {
		verb = m.support
	}
	if verb < 0 || !s.Infinitive(verb) {
		return nil
	}
	over := s.Tokens[verb].Head
	if over < 0 || !tables().nouns["awaiting"][s.Tokens[over].Lemma] {
		return nil
	}
	return f.subject(m.sentence, over)
}

// invited are those with whom somebody proposes to hold talks, or between whom a pact: "proposed a
// meeting with Kovar".
func (f *finder) invited(m *mention) []filler {
	s := &f.in.Text.Sentences[m.sentence]
	first, last := s.Subtree(m.token, "parataxis")
	for token := first; token < last; token++ {
		if s.Tokens[token].UPOS == "NOUN" && token != m.token && tables().nouns["pact"][s.Tokens[token].Lemma] {
			if all := append(f.behind(m.sentence, token, "between"), f.behind(m.sentence, token, "with")...); len(all) > 0 {
				return all // "proposed a truce between Norland and the rebels"
			}
		}
		if s.Tokens[token].UPOS == "NOUN" && token != m.token && f.convenes(s, token) {
			talks := trigger{sentence: m.sentence, token: token, support: -1}
			talks.sense.Type, talks.sense.Noun = parley.Consult, true
			return f.fill(talks, []string{"with", "between", "among", "of", "mod"})
		}
	}
	return nil
}

// offersHelp tells whether an offer is to mediate, or to host or help talks.
func (f *finder) offersHelp(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	first, last := s.Subtree(m.token, "parataxis")
	return slices.ContainsFunc(s.Tokens[first:last], func(t english.Token) bool {
		return tables().nouns["helping"][t.Lemma] || t.UPOS == "NOUN" && slices.ContainsFunc(f.senses(&t, true), func(v lexicon.Verb) bool { return v.Type == parley.Consult && v.Mode == "negotiation" })
	})
}

// resolution tells whether what is proposed is a resolution, which is for a council and not for the
// sides of a war.
func (f *finder) resolution(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	return slices.ContainsFunc(s.Tokens, func(t english.Token) bool {
		return tables().nouns["resolution"][t.Lemma] && m.clause.Covers(parley.Span{Start: t.Start, End: t.End})
	})
}

// ofDispute tells whether sanctions, or leaving a deal, belong to what two sides are at odds over, as tariffs
// and cuts of supplies need not.
func (f *finder) ofDispute(m *mention) bool {
	if m.sense.Type != parley.Sanction || phase(m.status.is) != 0 {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Object(m.token)
	return m.sense.Code == leaving || tables().nouns["sanction"][s.Tokens[m.token].Lemma] || object >= 0 && tables().nouns["sanction"][s.Tokens[object].Lemma]
}

// presentedWith is to whom something is told to be given, also where the parser has two objects for it: "gave Norland
// a plan", "presented Norland with a plan".
func (f *finder) presentedWith(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	if all := f.dependents(t.sentence, t.token, "iobj"); len(all) > 0 || t.sense.Type != parley.Propose || t.sense.Noun {
		return all
	}
	whom := s.Child(t.token, "obj")
	for child := range s.Children(t.token) {
		behind := whom >= 0 && child > whom && !companion(s, whom, t.sense)
		if behind && (s.Tokens[child].Is("obj") || s.Tokens[child].Is("obl") && s.Case(child) == "with") {
			return f.object(t.sentence, t.token)
		}
	}
	return nil
}

// makers are those whose proposal somebody is told to have received: "received a Norlandic proposal".
func (f *finder) makers(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	object := s.Object(t.token)
	if object < 0 {
		return nil
	}
	return append(f.modifiers(t.sentence, object), f.dependents(t.sentence, object, "nmod:poss")...)
}

// offering are those from whom an offer comes, where the parse hangs them on what is offered: "an offer of talks from
// Norland".
func (f *finder) offering(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	for child := range s.Children(t.token) {
		if s.Tokens[child].Is("nmod") && (s.Case(child) == "of" || s.Case(child) == "for") {
			if from := f.directlyBehind(t.sentence, child, "from"); len(from) > 0 {
				return from
			}
		}
	}
	return nil
}

// planForLand tells whether a state's bare name before a plan says what land it is for, and not who proposes it to whoever
// answers it: "the Norland peace plan", but not "Sudmark rejected the Norland plan".
func (f *finder) planForLand(t trigger, named []filler) bool {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Type != parley.Propose || !t.sense.Noun || len(named) != 1 || !tables().nouns["topical"][s.Tokens[t.token].Lemma] {
		return false
	}
	bare := slices.ContainsFunc(f.in.Cast.Matches[t.sentence], func(m lexicon.Match) bool {
		words := f.in.Text.Source[s.Tokens[m.First].Start:s.Tokens[m.Last].End]
		return m.Kind == lexicon.StateMatch && m.Last < t.token && slices.Contains(named[0].spans, matchSpan(s, &m)) && strings.ToUpper(words) != words
	})
	verb := s.Tokens[t.token].Head
	return bare && (verb < 0 || s.Child(t.token, "nmod:poss") >= 0 || !answers(s, verb))
}
