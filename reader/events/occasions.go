package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// saidAt is the verb of saying whose speaker held the talks at which a thing was said, where the tree
// has hung them on what was said: "Kovar said that ties are improving, during a meeting with Holm"; -1
// where what is said may itself be told of the talks.
func (f *finder) saidAt(t trigger) int {
	s := &f.in.Text.Sentences[t.sentence]
	verb := s.Tokens[t.token].Head
	if t.sense.Type != parley.Consult || !t.sense.Noun || t.sense.Mode == "visit" || verb < 0 || !s.Tokens[t.token].Is("obl") || !s.Tokens[verb].Is("ccomp") || verb > t.token {
		return -1
	}
	if prep := s.Case(t.token); prep != "during" && prep != "at" {
		return -1
	}
	over := s.Tokens[verb].Head
	if over < 0 || !tables().nouns["saying"][s.Tokens[over].Lemma] || !f.personal(f.behind(t.sentence, t.token, "with")) {
		return -1
	}
	subject := s.Subject(verb)
	if subject >= 0 {
		if m, known := f.in.Cast.At(t.sentence, subject); known && m.Form != actors.ByCountry && m.Form != actors.ByBody {
			return -1 // "said Kovar was attacked at a meeting with Holm"
		}
	}
	return over
}

// saidIn tells whether somebody said something at a meeting that the text has not told of before: "he said at a meeting of
// the Council", "said when speaking at a meeting of the Union's ministers".
func (f *finder) saidIn(t trigger) bool {
	s := &f.in.Text.Sentences[t.sentence]
	verb, prep := s.Tokens[t.token].Head, s.Case(t.token)
	first, _ := s.Subtree(t.token)
	anew := slices.ContainsFunc(s.Tokens[first:t.token], func(o english.Token) bool { return o.Feat("Definite") == "Ind" })
	if verb < 0 || !anew || prep != "at" && prep != "during" {
		return false
	}
	if tables().nouns["speaking"][s.Tokens[verb].Lemma] && s.Tokens[verb].Is("advcl") && s.Tokens[verb].Head >= 0 {
		verb = s.Tokens[verb].Head
	}
	return s.Tokens[verb].XPOS == "VBD" && tables().nouns["saying"][s.Tokens[verb].Lemma]
}

// inPerson lets somebody in office who tells of a meeting of "ours" be there, not their state: "our
// meeting today was useful, Foreign Minister Kovar said".
func (f *finder) inPerson(m *mention) {
	if m.sense.Type != parley.Consult || m.voice.Side == "" || m.mode == "negotiation" && (m.when == nil || !f.fresh(m.when)) {
		return
	}
	a, ok := f.personNamed(m.voice.Name)
	if !ok || len(a.Offices) == 0 {
		return
	}
	for _, list := range [][]filler{m.actors, m.recipients} {
		for i, one := range list {
			if one.name == m.voice.Side && slices.Equal(one.spans, m.voice.Spans) {
				list[i].name = a.Name
			}
		}
	}
}

// claimed gives an attack whose toll is told by whose dead they are those people for its target:
// "the air strikes resulted in many Norlandic deaths", "two Norlandic soldiers died in an ambush".
func (f *finder) claimed(m *mention) {
	if m.sense.Type != parley.Assault || !m.sense.Noun || len(m.recipients) > 0 {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	if over := s.Tokens[m.token].Head; over >= 0 && s.Case(m.token) == "in" && dies(&s.Tokens[over]) {
		m.recipients = without(sided(f.subject(m.sentence, over)), m.actors)
		return
	}
	if m.support < 0 || !s.Tokens[m.token].Is("nsubj") || !tables().nouns["harming"][s.Tokens[m.support].Lemma] {
		return
	}
	for child := range s.Children(m.support) {
		t := &s.Tokens[child]
		if (t.Is("obj") || t.Is("obl")) && tables().nouns["toll"][t.Lemma] {
			m.recipients = without(append(f.modifiers(m.sentence, child), f.behind(m.sentence, child, "of")...), m.actors)
			return
		}
	}
}

// dies tells whether a word is a verb by which its subject is killed, as "die" and "perish" are and "kill" is not.
func dies(t *english.Token) bool {
	return t.UPOS == "VERB" && tables().figures["verb"][t.Lemma] == "killed" && !tables().nouns["undergone"][t.Lemma]
}

// commanders lets an attack that a leader of a state announces or orders, and an arrest that its
// police make, be one of the state.
func (f *finder) commanders(m *mention) {
	if m.sense.Type == parley.Coerce {
		f.authorities(m)
		return
	}
	if m.sense.Type != parley.Assault && m.sense.Type != parley.Mobilize || m.mode == "shooting" {
		return
	}
	if !m.sense.Noun && tables().nouns["figurative"][m.sense.Word] && len(m.recipients) == 0 && m.place.End == 0 {
		return // "often attacked other firms"
	}
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		if tables().nouns["armed"][s.Tokens[child].Lemma] {
			return // "led the rebel offensive"
		}
	}
	for i, one := range m.actors {
		if a, ok := f.personNamed(one.name); ok && len(a.Offices) > 0 && f.state(one.side) {
			m.actors[i].name = one.side
		}
	}
}

// authorities lets an arrest or sentence by a state's police or courts be one by the state.
func (f *finder) authorities(m *mention) {
	for i, one := range m.actors {
		noun := one.name[strings.LastIndexByte(one.name, ' ')+1:]
		if one.name != one.side && f.state(one.side) && tables().nouns["authority"][strings.ToLower(noun)] && !named(m.recipients, one.side) {
			m.actors[i].name = one.side
		}
	}
}
