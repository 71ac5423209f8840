package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// claimsReach is how many sentences behind an attack a group's claim to it may stand.
const claimsReach = 3

// ownUp gives an attack that is told without anybody's name the group that claims responsibility in a sentence behind
// it: "A bomb killed ten. The Norland Liberation Front claimed responsibility."
func (f *finder) ownUp() {
	for sentence := range f.in.Text.Sentences {
		s := &f.in.Text.Sentences[sentence]
		for verb := range s.Tokens {
			if !ownsUp(s, verb) {
				continue
			}
			if m := f.unowned(sentence); m != nil {
				doers := slices.DeleteFunc(f.subject(sentence, verb), func(one filler) bool { return !one.fights })
				m.actors = append(m.actors, without(doers, m.actors)...)
			}
		}
	}
}

// ownsUp tells whether a verb says that somebody claims to have done something: "claimed responsibility".
func ownsUp(s *english.Sentence, verb int) bool {
	if !tables().nouns["owningup"][s.Tokens[verb].Lemma] || s.Negated(verb) || ofNone(s, verb) {
		return false
	}
	object := s.Child(verb, "obj")
	return object >= 0 && tables().nouns["owning"][s.Tokens[object].Lemma]
}

// unowned is the last attack told before a sentence whose doers are of no party, where the sentence tells of none
// itself; nil where there is none.
func (f *finder) unowned(sentence int) *mention {
	for i := range slices.Backward(f.found) {
		m := &f.found[i]
		if m.sense.Type != parley.Assault || m.sentence > sentence || phase(m.status.is) != 0 {
			continue
		}
		if m.sentence == sentence || sentence-m.sentence > claimsReach || partisan(m.actors) {
			return nil
		}
		return m
	}
	return nil
}
