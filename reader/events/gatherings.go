package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// demonstrating is the sense of a protest told by no word for one, but by what those who make it do.
var demonstrating = lexicon.Verb{Word: "in the streets", Type: parley.Protest, Code: "141", Actors: []string{"subj"}, Recipients: []string{"against"}}

// gatherings finds the protest that a sentence tells by no word for one: by what those do who are called by it ("Protesters
// burned tyres in Oslo"), by a crowd that gathers for a cause ("Thousands gathered to demand his release"), or by where
// either is ("Students were in the streets").
func (f *finder) gatherings(s *english.Sentence, sentence int, found []trigger) []trigger {
	for token := range s.Tokens {
		told := slices.ContainsFunc(found, func(t trigger) bool {
			return t.token == token || t.sense.Type == parley.Protest && s.Clause(t.token) == s.Clause(token)
		})
		if !told && (f.inStreets(s, sentence, token) || f.publicly(s, sentence, token)) {
			return []trigger{{sentence: sentence, token: token, sense: demonstrating, support: -1}}
		}
	}
	return nil
}

// inStreets tells whether a noun is the streets that a crowd is told to be in.
func (f *finder) inStreets(s *english.Sentence, sentence, noun int) bool {
	if !tables().nouns["street"][s.Tokens[noun].Lemma] || s.Child(noun, "cop") < 0 || s.Case(noun) != "in" && s.Case(noun) != "on" {
		return false
	}
	doer := s.Child(noun, "nsubj")
	return doer >= 0 && f.crowd(sentence, doer)
}

// publicly tells whether what a verb says is done by people who protest, or that a crowd gathers for a cause.
func (f *finder) publicly(s *english.Sentence, sentence, verb int) bool {
	t := &s.Tokens[verb]
	if t.UPOS != "VERB" || t.Is("amod") || s.Passive(verb) || s.Negated(verb) || suffers(s, verb) {
		return false
	}
	doer := s.Subject(verb)
	if doer < 0 || !f.crowd(sentence, doer) {
		return false
	}
	nouns := tables().nouns
	if nouns["demonstrator"][s.Tokens[f.numbered(sentence, doer)].Lemma] {
		return !nouns["private act"][t.Lemma]
	}
	return nouns["gathering"][t.Lemma] && s.Child(verb, "obj") < 0 && (forCause(s, verb) || f.protestNear(sentence))
}

// forCause tells whether a verb says for what, or with what words, a crowd gathers: "gathered to demand elections",
// "gathered, chanting slogans", "poured into the streets".
func forCause(s *english.Sentence, verb int) bool {
	first, last := s.Subtree(verb)
	for token := first; token < last; token++ {
		if t := &s.Tokens[token]; token != verb && (tables().nouns["cause"][t.Lemma] || t.UPOS == "ADP" && t.Lemma == "against") {
			return true
		}
	}
	return false
}

// protestReach is within how many sentences behind a protest people who gather are told to protest.
const protestReach = 3

// protestNear tells whether the text has told of a protest right before a sentence.
func (f *finder) protestNear(sentence int) bool {
	return slices.ContainsFunc(f.found, func(m mention) bool {
		return m.sense.Type == parley.Protest && m.sentence < sentence && sentence-m.sentence <= protestReach
	})
}
