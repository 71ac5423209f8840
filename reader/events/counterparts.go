package events

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// counterpart gives talks of which the words beside them name the other side alone the one that speaks of them or does
// something about them: "Norland struggles with ongoing talks with Sudmark". Only talks that go on, are put off, called off
// or denied, or are on a day or in a place, are: of others a text may as well speak in general. Where the text has told of that
// other side's talks with somebody else, they are theirs who were told of.
func (f *finder) counterpart(m *mention) {
	if m.sense.Type != parley.Consult || !m.sense.Noun || m.mode == "visit" || m.mode == "mediation" || len(m.actors) > 0 {
		return
	}
	sides := partiesOf(m)
	off := (undone(m.status.is) || m.status.is == parley.Denied) && f.in.Text.Sentences[m.sentence].Tokens[m.token].Is("nsubj")
	if len(sides) != 1 || m.status.is != parley.Ongoing && !off && m.day() == "" && m.place.End == 0 {
		return
	}
	doers := f.speakingOf(m)
	if len(doers) != 1 || doers[0].side == "" || doers[0].side == sides[0].side || overlaps(doers, m.mediators) || f.talksWithOthers(sides[0].side, doers[0].side) {
		return
	}
	m.actors = sided(doers)
}

// speakingOf are those who speak of talks, or do something about them, in the sentence that names them: whose the noun
// over them is, or who does what the verb over them says. Others who speak of them say nothing of whose they are.
func (f *finder) speakingOf(m *mention) []filler {
	s := &f.in.Text.Sentences[m.sentence]
	for at := s.Tokens[m.token].Head; at >= 0; at = s.Tokens[at].Head {
		switch s.Tokens[at].UPOS {
		case "NOUN":
			if owners := f.owners(m.sentence, at); len(owners) > 0 {
				return owners
			}
		case "VERB":
			doer := s.Subject(at)
			if doer >= 0 && s.Tokens[at].XPOS == "VBN" && s.Tokens[doer].Is("obj") {
				continue // "left Osten encouraged by Sunday's talks with Norland" tells of who left
			}
			if doer >= 0 && !within(s, m.token, doer) {
				return f.subject(m.sentence, at)
			}
		}
	}
	return nil
}

// within tells whether a token is a word or stands below it.
func within(s *english.Sentence, token, over int) bool {
	return token == over || s.Dominates(over, token)
}

// talksWithOthers tells whether the text has told of talks of one side, with others than another.
func (f *finder) talksWithOthers(side, other string) bool {
	told := false
	for i := range f.found {
		m := &f.found[i]
		if m.sense.Type != parley.Consult || m.mode == "visit" {
			continue
		}
		if sides := partiesOf(m); len(sides) > 1 && named(sides, side) {
			if named(sides, other) {
				return false
			}
			told = true
		}
	}
	return told
}

// takingPart are those of whose part in something a noun speaks: "with the participation of Norland and Sudmark".
func (f *finder) takingPart(sentence, token int) []filler {
	if !tables().nouns["participation"][f.in.Text.Sentences[sentence].Tokens[token].Lemma] {
		return nil
	}
	return f.directlyBehind(sentence, token, "of")
}
