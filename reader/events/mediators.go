package events

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// mediators are who brings the parties of talks or an agreement together:
// "talks mediated by Norland", "under Norland's mediation".
func (f *finder) mediators(t trigger) []filler {
	if t.sense.Type != parley.Consult && t.sense.Type != parley.Agree && t.sense.Mode != "ceasefire" || t.sense.Mode == "mediation" {
		return nil
	}
	s := &f.in.Text.Sentences[t.sentence]
	var all []filler
	for token := range s.Tokens {
		if s.Case(token) == "as" && tables().nouns["mediator"][s.Tokens[token].Lemma] && s.Dominates(s.Clause(t.token), token) {
			all = append(all, f.serving(t.sentence, s.Child(token, "case"))...)
		}
		if !mediates(s, token) || !s.Dominates(s.Clause(t.token), token) {
			continue
		}
		all = append(all, f.optional(t.sentence, s.Subject(token))...)
		for child := range s.Children(token) {
			if s.Case(child) == "by" {
				all = append(all, f.fillersAt(t.sentence, child)...)
			}
		}
		if s.Tokens[token].UPOS == "NOUN" {
			all = append(all, f.dependents(t.sentence, token, "nmod:poss")...)
			all = append(all, f.modifiers(t.sentence, token)...)
			all = append(all, f.behind(t.sentence, token, "of")...) // "under the auspices of Norland"
		}
	}
	return all
}

// lendsGround lets a state that is told to host others of two sides or more, and nobody of which is named, be no side in
// their talks: "Norland hosted talks between Sudmark and Osten", which it brought together, and "Norland is ready to host
// the presidents of Sudmark and Osten".
func (f *finder) lendsGround(m *mention) {
	if m.sense.Type != parley.Consult || m.sense.Noun || m.sense.Word != "host" || len(m.actors) != 1 || m.actors[0].name != m.actors[0].side || !f.state(m.actors[0].side) {
		return
	}
	guests := mention{recipients: m.recipients}
	if sides := partiesOf(&guests); len(sides) < 2 || named(sides, m.actors[0].side) {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	if talks := s.Object(m.token); talks >= 0 && tables().nouns["talks"][s.Tokens[talks].Lemma] {
		m.mediators = append(m.mediators, m.actors...)
	}
	m.actors, m.recipients = m.recipients, nil
}

// serving are those right before an "as": "with Norland again as mediator".
func (f *finder) serving(sentence, as int) []filler {
	s := &f.in.Text.Sentences[sentence]
	last := as
	for last > 0 && s.Tokens[last-1].UPOS == "ADV" {
		last--
	}
	for i := range f.in.Cast.Mentions {
		if m := &f.in.Cast.Mentions[i]; m.Sentence == sentence && m.Last == last {
			return f.fillersOf(m)
		}
	}
	return nil
}

// mediates tells whether a word says in passing that talks are mediated: a
// participle or "mediation", not a verb with an object of its own.
func mediates(s *english.Sentence, token int) bool {
	t := &s.Tokens[token]
	switch nouns := tables().nouns; {
	case nouns["mediating"][t.Lemma]:
		return t.XPOS == "VBN" && s.Child(token, "obj", "aux") < 0 || s.Tokens[token].Is("acl") && s.Passive(token)
	case nouns["mediation"][t.Lemma]:
		prep := s.Case(token)
		return prep == "with" || prep == "through" || prep == "under" || prep == "by" || prep == "via"
	}
	return false
}
