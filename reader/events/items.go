package events

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// asItem reads an event noun that the text lists as part of something: what is demanded is told of as no more than that,
// what a plan includes is proposed, what an accord includes is to come. "Its demands include a withdrawal", "their main
// condition is the release of prisoners", "among them were".
func (f *finder) asItem(s *english.Sentence, n carried) (state, answer) {
	whole := f.wholeOf(s, n.trigger)
	switch nouns := tables().nouns; {
	case whole == nil:
	case nouns["demanded"][whole.Lemma]:
		return state{}, untold
	case nouns["drafted"][whole.Lemma]:
		return state{is: parley.Proposed, span: spanOf(s, n.token), certainty: .5}, told
	case nouns["accorded"][whole.Lemma]:
		return state{is: parley.Planned, span: spanOf(s, n.token), certainty: .5}, told
	}
	return state{}, unsaid
}

// wholeOf is the noun for the whole of which an event noun is told to be a part; nil for none. "These" and "among them"
// stand for the demands that the sentence before tells of.
func (f *finder) wholeOf(s *english.Sentence, t trigger) *english.Token {
	at := t.token
	for over := s.Tokens[at].Head; over >= 0 && (s.Tokens[at].Is("conj") || s.Tokens[at].Is("nmod")); over = s.Tokens[at].Head {
		at = over
	}
	top, whole := &s.Tokens[at], -1
	switch {
	case s.Child(at, "cop") >= 0:
		whole = s.Child(at, "nsubj")
		for child := range s.Children(at) {
			if whole < 0 && child < at && s.Case(child) == "among" {
				whole = child // "among them were"
			}
		}
	case top.Is("obj") && tables().nouns["containing"][s.Tokens[top.Head].Lemma]:
		whole = s.Child(top.Head, "nsubj")
	}
	if whole < 0 || whole > at {
		return nil
	}
	switch strings.ToLower(s.Tokens[whole].Text) {
	case "these", "those", "them", "they":
		return f.demandsBefore(t.sentence)
	case "which", "that":
		for over := s.Tokens[whole].Head; over >= 0; over = s.Tokens[over].Head {
			if s.Tokens[over].Is("acl") {
				return &s.Tokens[s.Tokens[over].Head]
			}
		}
	}
	return &s.Tokens[whole]
}

// demandsBefore is the plural noun for demands in the sentence before one; nil for none.
func (f *finder) demandsBefore(sentence int) *english.Token {
	if sentence == 0 {
		return nil
	}
	tokens := f.in.Text.Sentences[sentence-1].Tokens
	for i := range tokens {
		if t := &tokens[i]; t.XPOS == "NNS" && tables().nouns["demanded"][t.Lemma] {
			return t
		}
	}
	return nil
}
