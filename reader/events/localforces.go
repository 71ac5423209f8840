package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// localForces lets what an army or the police do at a place, of whom nobody tells whose they are, be done by the state
// there: "security forces in Osten detained ten protesters". Of what police do to single people most is crime.
func (f *finder) localForces(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	doer := s.Subject(m.token)
	if doer < 0 && m.sense.Type == parley.Mobilize && !m.sense.Noun && s.Passive(m.token) {
		f.deployedAtHome(m)
	}
	if m.sense.Noun || doer < 0 || !slices.Contains(m.sense.Actors, "subj") || partisan(m.actors) || !f.state(m.placeOf) || !f.homeForce(m.sentence, doer) {
		return
	}
	army := soldiers(s, doer) && !police(s, doer)
	if m.sense.Type == parley.Assault && army || m.sense.Type == parley.Coerce && (army || m.sense.Code == restraining || f.persecutes(m)) {
		m.actors = []filler{bySide(m.placeOf, spanOf(s, doer), m.place)}
	}
}

// deployedAtHome lets forces that are told to have been deployed in a land, and nobody tells whose they are, be those of its
// state: "tanks were deployed in Osten".
func (f *finder) deployedAtHome(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	forces := s.Object(m.token)
	if forces < 0 || partisan(m.actors) || !f.state(m.placeOf) || !hasCase(s, m.token, "in") && !hasCase(s, m.token, "across") && !hasCase(s, m.token, "on") {
		return
	}
	if !f.homeForce(m.sentence, forces) && !f.homeForce(m.sentence, f.numbered(m.sentence, forces)) {
		return
	}
	own := bySide(m.placeOf, spanOf(s, forces), m.place)
	m.actors, m.recipients = []filler{own}, without(m.recipients, []filler{own})
}

// soldiers tells whether a noun is one for an army or those who serve in it: "military officers".
func soldiers(s *english.Sentence, noun int) bool {
	lemma := s.Tokens[noun].Lemma
	return tables().nouns["soldiery"][lemma] || tables().nouns["serviceman"][lemma] && hasOneBelow(s, noun, tables().nouns["service"])
}

// homeForce tells whether a noun is of an army, what it moves in, or police that no word before it tells to be another's.
func (f *finder) homeForce(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	armored := tables().nouns["armor"][s.Tokens[noun].Lemma] || hasOneBelow(s, noun, tables().nouns["armored"])
	if !soldiers(s, noun) && !armored && !police(s, noun) || s.Child(noun, "nmod:poss", "acl") >= 0 {
		return false
	}
	for child := range s.Children(noun) {
		t := &s.Tokens[child]
		word := strings.ToLower(t.Lemma)
		named := child > 0 && strings.ToLower(t.Text) != t.Text
		if (t.Is("amod") || t.Is("compound")) && (named || tables().nouns["alien"][word] || tables().nouns["siding"][word]) {
			return false
		}
	}
	return true
}

// persecutes tells whether those held or searched are so for what they stand for: "30 supporters of the opposition".
func (f *finder) persecutes(m *mention) bool { return f.heldAs(m, tables().nouns["persecuted"]) }

// heldAs tells whether the phrase for those to whom something is done has one of some words.
func (f *finder) heldAs(m *mention, words map[string]bool) bool {
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Object(m.token)
	if object < 0 {
		return false
	}
	first, last := s.Subtree(object, "acl")
	for token := first; token < last; token++ {
		if words[strings.ToLower(s.Tokens[token].Lemma)] {
			return true
		}
	}
	return false
}

// locksDown tells whether a state lays something on a whole land: a curfew, an emergency that no disaster has brought
// about, the end of the internet.
func (f *finder) locksDown(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Object(m.token)
	if m.sense.Code != restraining || object < 0 {
		return false
	}
	if slices.ContainsFunc(s.Tokens, func(t english.Token) bool { return tables().nouns["mishap"][t.Lemma] }) {
		return false
	}
	first, last := s.Subtree(object, "acl")
	return slices.ContainsFunc(s.Tokens[first:last], func(t english.Token) bool {
		return tables().nouns["lockdown"][t.Lemma] || f.in.Lexicon.OfClass("medium", strings.ToLower(t.Lemma))
	})
}

// keepsOut tells whether people are told in the present to be kept from something: "has barred reporters from the town".
func (f *finder) keepsOut(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	xpos := s.Tokens[m.token].XPOS
	return slices.Contains(m.sense.With, "@kept") && m.when == nil && (xpos == "VBZ" || xpos == "VBP" || auxiliary(s, m.token, "have", "Pres") || auxiliary(s, m.token, "be", "Pres"))
}

// inOrder gives force against a crowd, or shots, the people whom it is told to have been meant to disperse: "used water cannon
// to disperse protesters".
func (f *finder) inOrder(m *mention) {
	if m.sense.Noun || len(m.recipients) > 0 || m.sense.Code != restraining && m.mode != "shooting" {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	for aim := range s.Children(m.token) {
		crowd := s.Child(aim, "obj")
		if t := &s.Tokens[aim]; crowd >= 0 && (t.Is("advcl") || t.Is("xcomp") || t.Is("acl")) && s.Infinitive(aim) && f.crowd(m.sentence, crowd) {
			m.recipients = append(m.recipients, f.called(m.sentence, f.numbered(m.sentence, crowd)))
		}
	}
}
