package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
)

// aimedAtGuests are the people of some other side than the place's that an attack is told to be
// on, as the text calls them: "fired at a foreign delegation in Norland", or that shots are told to be
// fired near: "fired in the direction of a delegation"; nobody where it is not.
func (f *finder) aimedAtGuests(m *mention) filler {
	s, nouns := &f.in.Text.Sentences[m.sentence], tables().nouns
	told := slices.Collect(s.Children(m.token))
	for object := range s.Children(m.token) {
		if s.Tokens[object].Is("obj") {
			told = slices.AppendSeq(told, s.Children(object)) // "opened fire on a delegation"
		}
	}
	for _, child := range told {
		t := &s.Tokens[child]
		if whom := guestsIn(s, s.Child(child, "obj")); t.Is("advcl") && s.Infinitive(child) && whom >= 0 {
			return f.called(m.sentence, whom) // "opened fire to frighten a delegation"
		}
		if who := s.Child(child, "nsubj"); m.mode == "shooting" && t.Is("advcl") && asDone(s, child, m.token) && who >= 0 && nouns["guest"][s.Tokens[who].Lemma] {
			return f.called(m.sentence, who) // "fired as a delegation toured the town"
		}
		prep := s.Case(child)
		if prep == "" && preposed(s, child) {
			prep = strings.ToLower(s.Tokens[child-1].Text)
		}
		around := m.mode == "shooting" && (nouns["around"][t.Lemma] || nouns["around"][prep])
		if !around && !slices.Contains(m.sense.Recipients, prep) && !(t.Is("obj") && slices.Contains(m.sense.Recipients, "obj")) {
			continue
		}
		if nouns["guest"][t.Lemma] && len(f.governing(m.sentence, child)) == 0 { // but "an army convoy" is the state's
			return f.called(m.sentence, child)
		}
		if below := guestsBelow(s, child); below >= 0 && (nouns["number"][t.Lemma] || around) {
			return f.called(m.sentence, below) // "a group of foreigners", "the direction of a delegation"
		}
	}
	return filler{}
}

// guestsIn is a noun for people who are abroad, or the one that tells of whom a group consists: "a delegation", "a group of
// diplomats"; -1 where it is of others.
func guestsIn(s *english.Sentence, noun int) int {
	if noun < 0 || tables().nouns["guest"][s.Tokens[noun].Lemma] {
		return noun
	}
	if tables().nouns["number"][s.Tokens[noun].Lemma] {
		return guestsBelow(s, noun)
	}
	return -1
}

// guestsBelow is the noun for such people that stands below another: "the direction of a delegation"; -1 where none does.
func guestsBelow(s *english.Sentence, noun int) int {
	for below := range s.Children(noun) {
		if tables().nouns["guest"][s.Tokens[below].Lemma] {
			return below
		}
	}
	return -1
}
