package actors

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// possessor is the state, body or group that "its" means: where the noun gives the
// ground of what somebody does to another, that other ("sanctioned Norland over its
// attack"), where it is what somebody attacks, another than the attacker ("Norland said
// Sudmark had shelled its towns"), else the one named nearest before.
func (f *finder) possessor(sentence, token int) (int, bool) {
	s := f.sentence(sentence)
	noun := s.Tokens[token].Head
	if noun < 0 {
		return 0, false
	}
	attacker := f.attackerOf(s, noun)
	nearest, subject := -1, -1
	for k := range f.cast.Mentions {
		m := &f.cast.Mentions[k]
		if m.Sentence != sentence || m.Head >= token || m.Plural || len(m.Who) != 1 || f.cast.Actors[m.Who[0]].Kind == parley.PersonActor {
			continue
		}
		if attacker >= 0 && f.sideAt(sentence, attacker) == f.cast.Actors[m.Who[0]].Affiliation {
			continue
		}
		if nearest < 0 || m.Head > f.cast.Mentions[nearest].Head {
			nearest = k
		}
		if s.Tokens[m.Head].Is("nsubj") && s.Tokens[m.Head].Head == s.Tokens[noun].Head {
			subject = k
		}
	}
	if subject >= 0 && !grounds[s.Case(noun)] {
		nearest = subject
	}
	if told := f.toldBefore(sentence, noun); told >= 0 {
		for _, at := range []int{told, s.Child(told, "nmod:poss")} {
			if m, ok := f.cast.At(sentence, at); ok && !m.Plural && len(m.Who) == 1 && f.cast.Actors[m.Who[0]].Kind != parley.PersonActor {
				return m.Who[0], true
			}
		}
	}
	if nearest < 0 {
		return f.subjectBefore(sentence)
	}
	return f.cast.Mentions[nearest].Who[0], true
}

// subjectBefore is the state, body or group of which the sentence before tells in its main clause:
// "The council welcomed the plan. Its fighters ...".
func (f *finder) subjectBefore(sentence int) (int, bool) {
	if sentence == 0 || f.sentence(sentence-1).Paragraph == 0 {
		return 0, false
	}
	s := f.sentence(sentence - 1)
	for token := range s.Tokens {
		if s.Tokens[token].Head >= 0 {
			continue
		}
		subject := s.Child(token, "nsubj")
		if m, ok := f.cast.At(sentence-1, subject); subject >= 0 && ok && !m.Plural && len(m.Who) == 1 && f.cast.Actors[m.Who[0]].Kind != parley.PersonActor && f.cast.Actors[m.Who[0]].Kind != parley.MediaActor {
			return m.Who[0], true
		}
	}
	return 0, false
}

// attackerOf is who does the attack that a noun is the object of: Sudmark in "said Sudmark had shelled
// its towns", "accused Sudmark of shelling its towns"; -1 where it is the object of none.
func (f *finder) attackerOf(s *english.Sentence, noun int) int {
	verb := s.Tokens[noun].Head
	if verb < 0 || s.Tokens[verb].UPOS != "VERB" || !s.Tokens[noun].Is("obj") {
		return -1
	}
	if !slices.ContainsFunc(f.lex.Verbs(strings.ToLower(s.Tokens[verb].Lemma), false), func(v lexicon.Verb) bool { return v.Type == parley.Assault && len(v.With) == 0 }) {
		return -1
	}
	mark := s.Child(verb, "mark")
	if over := s.Tokens[verb].Head; s.Tokens[verb].Is("advcl") && s.Tokens[verb].XPOS == "VBG" && over >= 0 && s.Tokens[over].XPOS == "VBG" {
		verb, mark = over, s.Child(over, "mark") // "accused Sudmark of breaking the truce by shelling its towns"
	}
	if over := s.Tokens[verb].Head; over >= 0 && mark >= 0 && s.Tokens[verb].XPOS == "VBG" && (s.Tokens[mark].Lemma == "of" || s.Tokens[mark].Lemma == "for") {
		return s.Object(over)
	}
	return s.Subject(verb)
}

// sideAt is whose side the mention at a token is on, "" where there is none.
func (f *finder) sideAt(sentence, token int) string {
	m, ok := f.cast.At(sentence, token)
	if !ok {
		return ""
	}
	if m.Affiliation == "" && len(m.Who) == 1 {
		return f.cast.Actors[m.Who[0]].Affiliation
	}
	return m.Affiliation
}

// grounds are the prepositions behind which stands why, or since when, something
// is done to somebody.
var grounds = map[string]bool{"over": true, "for": true, "after": true, "since": true, "following": true}

// toldBefore is the subject of what a noun, the subject of a verb of saying, is told to say before it: "Norland will lower
// its duties on Sudmark cars, its trade ministry said"; -1 where there is none.
func (f *finder) toldBefore(sentence, noun int) int {
	s := f.sentence(sentence)
	if over := s.Tokens[noun].Head; s.Tokens[noun].Is("nmod:desc") && over > noun {
		noun = over // "its minister Anna Kovar said"
	}
	if !s.Tokens[noun].Is("nsubj") {
		return -1
	}
	verb := s.Tokens[noun].Head
	clause := s.Child(verb, "ccomp")
	if s.Tokens[verb].Is("parataxis") {
		clause = s.Tokens[verb].Head
	}
	if clause < 0 || clause > noun {
		return -1
	}
	return s.Subject(clause)
}
