package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// answers tells whether a verb says what was answered to a proposal: "rejected", "turned down".
func answers(s *english.Sentence, verb int) bool { return among(s, verb, tables().nouns["answer"]) }

// among tells whether a verb is one of some, alone or with its particle.
func among(s *english.Sentence, verb int, some map[string]bool) bool {
	lemma := s.Tokens[verb].Lemma
	if particle := s.Child(verb, "compound:prt", "advmod"); particle >= 0 && some[lemma+" "+s.Tokens[particle].Lemma] {
		return true
	}
	return some[lemma]
}

// hasAnswer tells whether a verb says what was answered to a proposal: "rejected the plan", "replied to the offer".
func hasAnswer(s *english.Sentence, n carried) bool {
	if n.head < 0 || !answers(s, n.head) {
		return false
	}
	top := &s.Tokens[n.top]
	return top.Is("obj") || top.Is("nsubj:pass") || top.Is("obl") && s.Case(n.top) == "to"
}

// answered lets a proposal without a recipient be one to whoever is told beside it to
// answer it: "Norland rejected the plan put forward by Sudmark".
func (f *finder) answered(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	offer := m.sense.Type == parley.Propose
	if !offer && (m.sense.Type != parley.Consult || m.status.is != parley.Proposed) || len(m.recipients) > 0 || len(m.actors) == 0 {
		return
	}
	if all := without(f.answerers(m), m.actors); len(all) > 0 && len(m.actors) == 1 {
		m.recipients = all
		return
	}
	if !offer {
		return
	}
	noun := m.token
	if !m.sense.Noun {
		noun = s.Tokens[m.token].Head // "the plan put forward by"
		if noun < 0 || !s.Tokens[m.token].Is("acl") {
			return
		}
	}
	verb := s.Tokens[noun].Head
	if verb < 0 || !answers(s, verb) {
		return
	}
	if n := &s.Tokens[noun]; !n.Is("obj") && !n.Is("obl") && !n.Is("nsubj:pass") {
		return
	}
	m.recipients = without(f.subject(m.sentence, verb), m.actors)
	for i, one := range m.recipients {
		if f.state(one.side) && !f.personal(m.recipients[i:i+1]) {
			m.recipients[i] = bySide(one.side, one.spans...) // for whom its ministry answers
		}
	}
}

// answerers are those who take up or turn down what somebody offers, in another clause of its sentence: "offered a
// truce, but Norland rejected it", "proposed talks, which Norland refused".
func (f *finder) answerers(m *mention) []filler {
	s := &f.in.Text.Sentences[m.sentence]
	for verb := m.token + 1; verb < len(s.Tokens); verb++ {
		if s.Tokens[verb].UPOS != "VERB" || s.Passive(verb) || !among(s, verb, tables().nouns["accepting"]) {
			continue
		}
		if doer := s.Child(verb, "nsubj"); doer <= m.token || !f.isOffered(s, s.Child(verb, "obj")) {
			continue
		}
		return f.subject(m.sentence, verb)
	}
	return nil
}

// isOffered tells whether an object of a sentence is what it has told to be offered: a pronoun, or talks or an offer of
// which it says no more.
func (f *finder) isOffered(s *english.Sentence, object int) bool {
	if object < 0 {
		return false
	}
	switch t := &s.Tokens[object]; {
	case t.UPOS == "PRON":
		word := strings.ToLower(t.Text)
		return word == "it" || word == "them" || word == "which" || word == "that"
	case s.Child(object, "nmod:poss", "compound", "amod", "nmod") >= 0:
		return false
	default:
		return slices.ContainsFunc(f.senses(t, true), func(v lexicon.Verb) bool { return v.Type == parley.Consult || v.Type == parley.Propose })
	}
}
