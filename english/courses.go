package english

import "strings"

// mendCourse makes a noun of "talks" and a verb of what they are told to do, where the parser took the one or the other for
// what it is not: "Norland talks in Doha end without progress", "Norland-Sudmark talks in Oslo ended on Monday", "Norland
// talks end without a deal". A title's "talks to resume" are the subject of their infinitive.
func mendCourse(s *Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		switch place := s.infinitiveAt(s.placeBehind(i)); {
		case t.XPOS == "VBZ" && strings.EqualFold(t.Text, "talks") && s.Tokens[i-1].isNoun() && s.takesCourse(place) && s.Child(i, "aux") < 0 && (s.Child(i, "obj") < 0 || s.Child(i, "obj") == place):
			s.courseOf(i, place)
			return
		case t.XPOS == "NNS" && t.Is("compound") && t.Head == i+1 && s.takesCourse(i+1) && s.Tokens[i+1].Deprel == "root" && s.Child(i+1, "det", "cop") < 0:
			s.courseOf(i, i+1)
			return
		}
	}
	noun := s.Root()
	if s.Paragraph > 0 || noun < 0 || s.Tokens[noun].XPOS != "NNS" || s.Child(noun, "case", "cop") >= 0 {
		return
	}
	if verb := s.Child(noun, "acl"); verb > noun && s.Infinitive(verb) && loadTables().courses[s.Tokens[verb].Text] && s.Child(verb, "obj", "nsubj") < 0 {
		s.riseOver(noun, verb)
		s.Tokens[noun].Head, s.Tokens[noun].Deprel = verb, "nsubj"
	}
}

// placeBehind is the token behind "in" and a name right behind a token, or right behind it where no place is told.
func (s *Sentence) placeBehind(token int) int {
	if token+2 >= len(s.Tokens) || s.Tokens[token+1].Text != "in" {
		return token + 1
	}
	next := token + 2
	for next < len(s.Tokens) && s.Tokens[next].UPOS == "PROPN" {
		next++
	}
	return next
}

// infinitiveAt is the verb behind "to" at a token, or the token itself.
func (s *Sentence) infinitiveAt(token int) int {
	if token+1 < len(s.Tokens) && s.Tokens[token].Text == "to" && s.Tokens[token+1].XPOS == "VB" && s.Child(token+1, "obj") < 0 {
		return token + 1
	}
	return token
}

// takesCourse tells whether a token is a verb that tells how talks go, whatever the parser takes it for.
func (s *Sentence) takesCourse(token int) bool {
	if token >= len(s.Tokens) || !loadTables().courses[s.Tokens[token].Text] {
		return false
	}
	t := &s.Tokens[token]
	return t.UPOS == "NOUN" || t.UPOS == "VERB" && !s.hasSubject(token) && (t.XPOS == "VB" || s.Child(token, "mark") < 0)
}

// courseOf makes a noun the subject of the verb that tells what becomes of it, and a place between them one of the noun's.
func (s *Sentence) courseOf(noun, verb int) {
	n, v := &s.Tokens[noun], &s.Tokens[verb]
	over, deprel := n.Head, n.Deprel
	if over == verb {
		over, deprel = v.Head, v.Deprel
	}
	n.UPOS, n.XPOS, n.Feats, n.Lemma = "NOUN", "NNS", "Number=Plur", lemmaOf(n.Text, "NNS")
	if v.UPOS == "NOUN" {
		v.UPOS, v.XPOS, v.Feats, v.Lemma = "VERB", "VBP", "Mood=Ind|Tense=Pres|VerbForm=Fin", lemmaOf(v.Text, "VBP")
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch inside := t.Head == noun || t.Head == verb; {
		case i == noun || i == verb || !inside && !(i > verb && t.Head > noun && t.Head < verb):
		case i < noun:
			if t.Head = noun; t.UPOS == "PROPN" || t.UPOS == "NOUN" {
				t.Deprel = "compound"
			}
		case i > verb:
			if t.Head = verb; t.Is("nmod") {
				t.Deprel = "obl"
			}
		}
	}
	if place := s.placeBehind(noun) - 1; place > noun {
		for i := noun + 1; i < place; i++ {
			s.Tokens[i].Head = place
		}
		s.Tokens[noun+1].Deprel = "case"
		s.Tokens[place].Head, s.Tokens[place].Deprel = noun, "nmod"
	}
	n.Head, n.Deprel = verb, "nsubj"
	v.Head, v.Deprel = over, deprel
}

// riseOver gives a clause on the root the root's place, and what stands behind it to it.
func (s *Sentence) riseOver(root, verb int) {
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == root && i > verb {
			t.Head = verb
		}
	}
	s.Tokens[verb].Head, s.Tokens[verb].Deprel = -1, "root"
}
