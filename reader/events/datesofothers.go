package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/timex"
)

// datesAnother tells whether a time expression stands before, or behind "of" or
// "in" with, a noun that is another event or a thing of its own: "the 2015
// deal", "last year's election".
func (f *finder) datesAnother(s *english.Sentence, t trigger, anchor int) bool {
	a := &s.Tokens[anchor]
	if a.Head >= 0 && s.Tokens[a.Head].Head == t.token && s.Tokens[a.Head].Is("nsubj") && t.sense.Type == parley.Assault && f.harmful(&s.Tokens[a.Head]) {
		return false // "Friday's blast killed six"
	}
	if over := a.Head; (a.Is("compound") || a.Is("nummod") || a.Is("amod")) && over > anchor && s.Tokens[over].Head == t.token && !t.sense.Noun &&
		(s.Tokens[over].Is("obj") && t.sense.Mode == "ease-sanctions" || t.sense.Type != parley.Agree && tables().nouns["pact"][s.Tokens[over].Lemma]) {
		return true // "lifted a 1992 ban", "left the 2015 deal"
	}
	if a.Head < 0 || a.Head == t.token || s.Tokens[a.Head].Head == t.token && !t.sense.Noun && s.Case(a.Head) != "over" && s.Case(a.Head) != "for" || !f.common(&s.Tokens[a.Head]) || a.Head < anchor {
		return false
	}
	if measures(s.Tokens[a.Head].Lemma) {
		return false
	}
	return a.Is("compound") || a.Is("nummod") || a.Is("amod") || a.Is("nmod:poss") || a.Is("nmod:unmarked") || a.Is("nmod:desc")
}

// withinAnother tells whether an expression belongs to another event noun below a trigger, "the war
// since Norland's attack in October", "the anger over the raid on May 2", or to whatever it came about in
// spite of: "freed two, despite the deadline last Monday".
func (f *finder) withinAnother(s *english.Sentence, t trigger, anchor int) bool {
	if !s.Dominates(t.token, anchor) {
		return false
	}
	for over := s.Tokens[anchor].Head; over >= 0 && over != t.token; over = s.Tokens[over].Head {
		switch s.Case(over) {
		case "despite":
			return s.Tokens[over].UPOS == "NOUN"
		case "since", "after", "following", "over":
		default:
			continue
		}
		if s.Tokens[over].UPOS == "NOUN" && !measures(s.Tokens[over].Lemma) && slices.ContainsFunc(f.senses(&s.Tokens[over], true), func(v lexicon.Verb) bool {
			return v.Type == parley.Assault || v.Type == parley.Consult && t.sense.Type != parley.Consult
		}) {
			return true
		}
	}
	return false
}

// widerThan tells whether an expression of more than a week is about what is told at talks and
// not about them: "said during a meeting that exports are growing this year".
func widerThan(s *english.Sentence, t trigger, anchor int, e *timex.Expression) bool {
	if !t.sense.Noun || t.sense.Type != parley.Consult || e.From.Granularity() == parley.Day || s.Dominates(t.token, anchor) {
		return false
	}
	prep := s.Case(t.token)
	return prep == "during" || prep == "at"
}

// ofWhatFollowed tells whether a day is told of what was done after a deed, before that is brought up:
// "suspended the talks on Friday after an attack".
func ofWhatFollowed(s *english.Sentence, t trigger, e *timex.Expression) bool {
	if !t.sense.Noun || t.sense.Type == parley.Consult {
		return false
	}
	top := measured(s, t.token)
	switch s.Case(top) {
	case "after", "following", "over", "despite":
		return e.Last <= s.Child(top, "case")
	}
	return false
}

// measured is the noun that says how much or how long there was of what a noun tells: "days" of "five days of talks"; else
// that noun itself.
func measured(s *english.Sentence, noun int) int {
	if over := s.Tokens[noun].Head; s.Tokens[noun].Is("nmod") && over >= 0 {
		if lemma := s.Tokens[over].Lemma; measures(lemma) || tables().nouns["span"][lemma] {
			return over
		}
	}
	return noun
}

// endedThen tells whether a day is told of what has brought an attack to an end: "signed a truce on Monday, ending five
// days of clashes".
func endedThen(s *english.Sentence, t trigger, e *timex.Expression) bool {
	noun := t.token
	if s.Tokens[noun].Is("acl") {
		noun = s.Tokens[noun].Head // "clashes that killed ten"
	}
	top := measured(s, noun)
	return t.sense.Type == parley.Assault && broughtToEnd(s, top) && !s.Dominates(top, s.Anchor(e.First, e.Last))
}

// broughtToEnd tells whether a noun is the object of a verb that ends what it tells: "ended five days of clashes".
func broughtToEnd(s *english.Sentence, noun int) bool {
	over := s.Tokens[noun].Head
	return over >= 0 && s.Tokens[noun].Is("obj") && tables().nouns["ending"][s.Tokens[over].Lemma]
}
