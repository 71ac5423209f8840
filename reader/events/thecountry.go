package events

import (
	"slices"

	"github.com/parleyrecord/parley"
)

// ofTheCountry gives what is done to "the country", where the text does not tell nearby which that is, to the state besides
// the doer's that the text names most.
func (f *finder) ofTheCountry(m *mention) {
	switch m.sense.Type {
	case parley.Sanction, parley.Aid, parley.Assault, parley.Coerce:
	default:
		return
	}
	if len(m.actors) == 0 || phase(m.status.is) != 0 && m.status.is != parley.Planned {
		return
	}
	if s := &f.in.Text.Sentences[m.sentence]; !f.doneToTheCountry(m, m.token) && !(s.Tokens[m.token].Is("conj") && f.itsOwn(m) && f.doneToTheCountry(m, s.Tokens[m.token].Head)) {
		return
	}
	others := slices.DeleteFunc(slices.Clone(f.lands()), func(l spokenLand) bool {
		return slices.ContainsFunc(m.actors, func(doer filler) bool { return doer.side == l.side })
	})
	if len(others) == 0 || others[0].times < fewestNamings || len(others) > 1 && others[0].times < 2*others[1].times {
		return
	}
	m.recipients = []filler{others[0].filler}
}

// fewestNamings is how often a text has to name a state for "the country" to be that state.
const fewestNamings = 3

// itsOwn tells whether what a verb has for object is "its", said of what a verb before it tells of: "cut aid to the country and
// expelled its envoy".
func (f *finder) itsOwn(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Object(m.token)
	if object < 0 {
		return false
	}
	owner := s.Child(object, "nmod:poss")
	return owner >= 0 && s.Tokens[owner].Lemma == "its"
}

// doneToTheCountry tells whether a verb is done to no more than "the country".
func (f *finder) doneToTheCountry(m *mention, verb int) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for token := range s.Tokens {
		t := &s.Tokens[token]
		if !tables().nouns["statehood"][t.Lemma] || t.Head < 0 || s.Child(token, "amod", "nmod", "compound", "acl", "nmod:poss", "appos", "nummod") >= 0 {
			continue
		}
		det := s.Child(token, "det")
		if det < 0 || s.Tokens[det].Lemma != "the" {
			continue
		}
		above := t.Head == verb || s.Tokens[t.Head].Is("obj") && s.Tokens[t.Head].Head == verb
		role := s.Case(token)
		if role == "" && t.Is("obj") {
			role = "obj"
		}
		if above && (slices.Contains(m.sense.Recipients, role) || verb != m.token && (role == "obj" || role == "to" || role == "on")) {
			return true
		}
	}
	return false
}
