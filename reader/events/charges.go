package events

import (
	"strings"

	"github.com/parleyrecord/parley/english"
)

// charged tells whether a gerund says what its verb's object is accused of: "accused
// Norland of shelling the town".
func charged(s *english.Sentence, verb int) bool { return chargedBy(s, verb) >= 0 }

// chargedBy is the verb by which somebody is accused of what a gerund says; -1 where there is none.
func chargedBy(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	if t.XPOS != "VBG" || t.Head < 0 || s.Child(verb, "nsubj") >= 0 {
		return -1
	}
	over, mark := t.Head, s.Child(verb, "mark")
	if head := &s.Tokens[over]; t.Is("conj") && mark < 0 {
		if head.XPOS == "VBG" {
			return chargedBy(s, over) // "of shelling the town and burning it"
		}
		if head.Is("obl") && s.Case(over) == "of" && tables().nouns["charging"][s.Tokens[head.Head].Lemma] {
			return head.Head // "of aggression and shelling the town"
		}
		if head.XPOS != "VBG" && tables().nouns["charging"][head.Lemma] {
			return over // in a wrong tree
		}
	}
	if mark < 0 || !tables().nouns["charging"][s.Tokens[over].Lemma] {
		return -1
	}
	if word := s.Tokens[mark].Text; !strings.EqualFold(word, "of") && !strings.EqualFold(word, "for") {
		return -1
	}
	return over
}

// punishedFor is the verb behind which a gerund says for what somebody has sanctions laid on him: "imposed sanctions on two
// firms for arming Norland"; -1 where there is none.
func punishedFor(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	mark := s.Child(verb, "mark")
	if t.XPOS != "VBG" || t.Head < 0 || mark < 0 || !strings.EqualFold(s.Tokens[mark].Text, "for") || s.Child(verb, "nsubj") >= 0 {
		return -1
	}
	if object := s.Object(t.Head); object < 0 || !tables().nouns["sanction"][s.Tokens[object].Lemma] {
		return -1
	}
	return t.Head
}
