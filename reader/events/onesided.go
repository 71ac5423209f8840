package events

import (
	"github.com/parleyrecord/parley"
)

// heldByOne tells whether talks of which the text names one side alone are told as held all the
// same: they began, somebody in office held them, an envoy without a name met somebody, or a
// state hosted them.
func (f *finder) heldByOne(m *mention) bool {
	if m.sense.Type != parley.Consult || m.mode == "visit" || !partisan(m.actors) && !partisan(m.recipients) {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	switch {
	case m.sense.Noun && m.support >= 0 && s.Tokens[m.token].Is("nsubj"):
		return tables().nouns["opening"][s.Tokens[m.support].Lemma] && len(m.recipients) > 0 // "talks have started with Norland"
	case m.sense.Noun && m.support >= 0 && s.Tokens[m.token].Is("obj"):
		return tables().nouns["holding"][s.Tokens[m.support].Lemma] && f.inOffice(m.actors) // "Kovar held talks on the crisis"
	case m.sense.Word == "meet" && len(m.recipients) > 0:
		doer := s.Subject(m.token)
		return doer >= 0 && (tables().nouns["officer"][s.Tokens[doer].Lemma] || tables().nouns["delegate"][s.Tokens[doer].Lemma])
	case m.sense.Word == "host" || m.sense.Word == "co-host":
		object := s.Object(m.token)
		return len(m.actors) > 0 && (m.day() != "" || m.place.End > 0 || object >= 0 && f.convenes(s, object))
	}
	return false
}

// inOffice tells whether one of those named holds an office.
func (f *finder) inOffice(list []filler) bool {
	for _, one := range list {
		if a, ok := f.personNamed(one.name); ok && len(a.Offices) > 0 {
			return true
		}
	}
	return false
}

// gathered tells whether people in office of no one side, "Arab ministers", are told to have met
// on a day and in a place.
func (f *finder) gathered(m *mention) bool {
	if m.sense.Type != parley.Consult || !m.sense.Noun || m.mode == "visit" || m.day() == "" || m.place.End == 0 {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	for token := range s.Tokens {
		if t := &s.Tokens[token]; t.XPOS == "NNS" && tables().nouns["officer"][t.Lemma] && t.Is("nsubj") {
			for _, one := range m.actors {
				for _, span := range one.spans {
					if span.Covers(spanOf(s, token)) {
						return true
					}
				}
			}
		}
	}
	return false
}
