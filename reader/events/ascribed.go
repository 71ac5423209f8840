package events

import (
	"strings"

	"github.com/parleyrecord/parley/english"
)

// ascribed are those on whom an attack is blamed that is told without another doer: "an attack blamed on
// Norland", "which Sudmark blamed on Norland".
func (f *finder) ascribed(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	verb := ascribing(s, t.token)
	if verb < 0 || s.Negated(verb) {
		return nil
	}
	prep := ascribes(s.Tokens[verb].Lemma)
	if all := f.behind(t.sentence, verb, prep); len(all) > 0 {
		return all
	}
	for child := range s.Children(t.token) {
		if child > verb && s.Tokens[child].Is("nmod") && s.Case(child) == prep {
			return f.fillersAt(t.sentence, child) // which a wrong tree hangs on the attack
		}
	}
	return nil
}

// ascribing is the verb behind a noun that says on whom what it tells is blamed; -1 where there is none.
func ascribing(s *english.Sentence, noun int) int {
	for child := range s.Children(noun) {
		if child > noun && s.Tokens[child].Is("acl") && ascribes(s.Tokens[child].Lemma) != "" {
			return child
		}
	}
	return -1
}

// ascribes is the preposition behind which a verb names whom a deed is blamed on; "" for any other verb.
func ascribes(verb string) string {
	for _, prep := range []string{"on", "to"} {
		if tables().nouns["ascribing"][verb+" "+prep] {
			return prep
		}
	}
	return ""
}

// ascribedTo tells whether a token names whom something is blamed on, which does not say where it was: "Norland" in "a
// raid blamed on Norland".
func ascribedTo(s *english.Sentence, token int) bool {
	for at := token; at >= 0; at = s.Tokens[at].Head {
		prep := s.Child(at, "case")
		if prep > 0 && prep < at {
			return ascribes(s.Tokens[prep-1].Lemma) == strings.ToLower(s.Tokens[prep].Text)
		}
		if s.Tokens[at].UPOS == "VERB" {
			break
		}
	}
	return false
}

// blamesFor tells whether a verb says who is to blame for what a noun tells: "blamed Norland for the attack", "accused
// Norland of a campaign".
func blamesFor(s *english.Sentence, noun, verb int) bool {
	switch s.Case(noun) {
	case "for":
		return tables().nouns["blaming"][s.Tokens[verb].Lemma]
	case "of":
		return tables().nouns["accusing"][s.Tokens[verb].Lemma]
	}
	return false
}

// aimedSomewhere tells whether a noun for an attack tells on what or where it was, or what it did, so that it speaks of a
// single one: "a cyberattack on its railways", "an attack that crippled the port".
func aimedSomewhere(s *english.Sentence, noun int) bool {
	if s.Tokens[noun].XPOS != "NN" {
		return false
	}
	for child := range s.Children(noun) {
		if s.Tokens[child].Is("acl") && s.Tokens[child].XPOS == "VBD" && !s.Negated(child) {
			return true
		}
		if !s.Tokens[child].Is("nmod") {
			continue
		}
		switch s.Case(child) {
		case "on", "against", "at", "in", "of":
			return true
		}
	}
	return false
}

// heldToBlame tells whether a land is the one that is said to be behind an attack, which was not there: "blames Norland
// for the attack".
func heldToBlame(s *english.Sentence, t trigger, land int) bool {
	over := s.Tokens[land].Head
	return t.sense.Noun && over >= 0 && over == s.Tokens[t.token].Head && s.Case(t.token) == "for"
}
