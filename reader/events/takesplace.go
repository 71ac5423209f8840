package events

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// standIn is the word of the sense that a pronoun has for talks told just before.
const standIn = "it"

// standsIn finds a pronoun that tells on of the talks told just before: where and when
// they take place, are held or would have been. "The meeting was called off. It was to
// take place in Oslo on Friday."
func (f *finder) standsIn(s *english.Sentence, sentence int) []trigger {
	talks, ok := f.lastTalks(sentence)
	if !ok {
		return nil
	}
	for verb := range s.Tokens {
		if !happens(s, verb) {
			continue
		}
		subject := s.Child(verb, "nsubj")
		if over := s.Tokens[verb].Head; subject < 0 && over >= 0 && s.Tokens[verb].Is("xcomp") {
			subject = s.Child(over, "nsubj")
		}
		if subject < 0 || s.Tokens[subject].UPOS != "PRON" {
			continue
		}
		switch strings.ToLower(s.Tokens[subject].Text) {
		case "it", "they":
			sense := lexicon.Verb{Word: standIn, Type: parley.Consult, Mode: talks.mode, Code: talks.sense.Code}
			return []trigger{{sentence: sentence, token: verb, sense: sense, support: -1}}
		}
	}
	return nil
}

// lastTalks are the talks told last, if no more than two sentences before.
func (f *finder) lastTalks(sentence int) (mention, bool) {
	for i := len(f.found) - 1; i >= 0 && sentence-f.found[i].sentence <= 2; i-- {
		if m := f.found[i]; m.sense.Type == parley.Consult && m.sentence < sentence && m.mode != "visit" {
			return m, true
		}
	}
	return mention{}, false
}

// happens tells whether a verb says of its subject that it takes place.
func happens(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	if t.UPOS != "VERB" {
		return false
	}
	switch {
	case t.Lemma == "take":
		object := s.Child(verb, "obj")
		return object >= 0 && s.Tokens[object].Lemma == "place"
	case tables().nouns["happening"][t.Lemma]:
		return true
	case tables().nouns["scheduling"][t.Lemma]:
		return s.Passive(verb) && s.Child(verb, "obj", "obl:agent") < 0
	}
	return false
}
