package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// atTown tells whether the seat of a government that stands before an attack is the town where it was, and not the
// government whose it was: "the Osten nightclub attack", "the Osten shooting". One from afar, and one that is told to be on
// somebody, may well be the government's.
func (f *finder) atTown(m *mention, o *lexicon.Match) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if o.Kind != lexicon.MetonymMatch || o.Place.Name == "" || o.Part || !s.Tokens[o.Last].Is("compound") || !premodifies(s, m.token, o) || hyphened(s, o.First, o.Last) {
		return false
	}
	if nouns := tables().nouns; nouns["mutual"][m.sense.Word] || remote[m.mode] && !nouns["outrage"][m.sense.Word] {
		return false
	}
	return !slices.ContainsFunc([]string{"on", "against", "at"}, func(prep string) bool { return f.under(m, prep) })
}

// under tells whether something other than a time stands behind a preposition below the word of a mention.
func (f *finder) under(m *mention, prep string) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		if (s.Tokens[child].Is("nmod") || s.Tokens[child].Is("obl")) && s.Case(child) == prep && !f.insideTime(m.sentence, child) {
			return true
		}
	}
	return false
}

// longestSentence is from how many bytes on what stands between two stops is no sentence but a list of headlines, such as
// sites put above their articles.
const longestSentence = 640

// headlineList tells whether a sentence is a list of headlines.
func headlineList(s *english.Sentence) bool {
	return len(s.Tokens) > 0 && s.Tokens[len(s.Tokens)-1].End-s.Tokens[0].Start > longestSentence
}

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

// tookLives tells whether a relative clause says of an attack that it killed or hurt somebody.
func (f *finder) tookLives(s *english.Sentence, attack int) bool {
	for child := range s.Children(attack) {
		if t := &s.Tokens[child]; t.Is("acl") && t.XPOS == "VBD" && tables().nouns["undergone"][t.Lemma] && !s.Negated(child) {
			return true
		}
	}
	return false
}
