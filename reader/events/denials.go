package events

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// deniedAbove is the status of what somebody denies to have been done: "denied that it had shelled the town",
// "rejected claims that it had shelled the town".
func deniedAbove(s *english.Sentence, verb int) (state, bool) {
	head := s.Tokens[verb].Head
	switch t := &s.Tokens[verb]; {
	case head < 0:
		return state{}, false
	case t.Is("ccomp"):
		if tables().nouns["hearsay"][s.Tokens[head].Lemma] && s.Tokens[head].Is("obj") {
			return deniedWord(s, head)
		}
		if !denies(s, head) {
			return state{}, false
		}
	case t.Is("acl") && s.Child(verb, "mark") >= 0:
		return deniedWord(s, head)
	default:
		return state{}, false
	}
	return state{is: parley.Denied, span: spanOf(s, head), certainty: .7}, true
}

// deniedWord is the status of what is told in a word that somebody denies: "claims" in "rejected claims".
func deniedWord(s *english.Sentence, noun int) (state, bool) {
	over := s.Tokens[noun].Head
	if over < 0 || !tables().nouns["hearsay"][s.Tokens[noun].Lemma] || s.Object(over) != noun {
		return state{}, false
	}
	if lemma := s.Tokens[over].Lemma; !denies(s, over) && (!tables().nouns["rejecting"][lemma] || s.Negated(over)) {
		return state{}, false
	}
	return state{is: parley.Denied, span: spanOf(s, over), certainty: .7}, true
}

// denies tells whether a verb is one of denying, and not denied itself.
func denies(s *english.Sentence, verb int) bool {
	return tables().status["governor"][s.Tokens[verb].Lemma] == "denied" && !s.Negated(verb)
}

// keptFrom is the status of what a gerund says that somebody kept from doing: "backed away from imposing tariffs",
// "stopped short of leaving", "backed off joining the talks".
func keptFrom(s *english.Sentence, verb int) (state, bool) {
	t := &s.Tokens[verb]
	if t.XPOS != "VBG" || t.Head < 0 {
		return state{}, false
	}
	over := t.Head
	if s.Tokens[over].UPOS != "VERB" && s.Tokens[over].Head >= 0 {
		over = s.Tokens[over].Head // over "short"
	}
	if over > verb || s.Child(over, "obj") >= 0 || joined(s, over) != string(parley.Cancelled) {
		return state{}, false
	}
	for i := over; i < verb; i++ {
		switch strings.ToLower(s.Tokens[i].Text) {
		case ",", "after", "before", "by", "while", "without":
			return state{}, false // "called off the raid, citing rain"
		}
	}
	return state{is: parley.Cancelled, span: spanOf(s, over), certainty: .6}, !s.Negated(over)
}
