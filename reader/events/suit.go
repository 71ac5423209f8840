package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// suitReach is how many sentences back a deed may have been told that others are told to have done as well.
const suitReach = 2

// inSuit are the deeds of those who are told to have done what the deed told last was: "Norland lifted the sanctions
// in March and Sudmark followed suit in May".
func (f *finder) inSuit(s *english.Sentence, sentence int, told []mention) []mention {
	var all []mention
	for verb := range s.Tokens {
		if !followsSuit(s, verb) {
			continue
		}
		led := f.lastDeed(sentence, verb, told)
		if led == nil {
			continue
		}
		sense := led.sense
		sense.Noun, sense.With, sense.Actors, sense.Recipients = false, nil, []string{"subj"}, nil
		m, ok := f.read(trigger{sentence: sentence, token: verb, sense: sense, support: -1})
		m.recipients = without(led.recipients, m.actors)
		if ok && partisan(m.actors) && !overlaps(m.actors, led.actors) && f.reportable(&m) {
			all = append(all, m)
		}
	}
	return all
}

// followsSuit tells whether a verb says that somebody did what others had done: "followed suit".
func followsSuit(s *english.Sentence, verb int) bool {
	object := s.Child(verb, "obj")
	return s.Tokens[verb].Lemma == "follow" && object >= 0 && s.Tokens[object].Lemma == "suit"
}

// lastDeed is what one side was told, before a verb, to have done to another; nil where that is too far back.
func (f *finder) lastDeed(sentence, verb int, told []mention) *mention {
	done := slices.Concat(f.found, told)
	for i := range slices.Backward(done) {
		m := &done[i]
		if sentence-m.sentence > suitReach {
			return nil
		}
		if m.sentence == sentence && m.token > verb || len(m.actors) == 0 {
			continue
		}
		switch m.sense.Type {
		case parley.Sanction, parley.Retreat, parley.Aid, parley.Cooperate, parley.Coerce:
			return m
		}
	}
	return nil
}
