package english

import "strings"

// mendNominal makes a plural noun of a word that the parser took for a verb in the present although it stands where no such
// verb can, as a verb's subject or behind an adjective or preposition of its own: "Clashes between herders left ten dead",
// "won the town after heavy clashes".
func mendNominal(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.XPOS != "VBZ" || !strings.HasSuffix(t.Text, "s") || !s.standsAsNoun(i) {
			continue
		}
		t.UPOS, t.XPOS, t.Feats = "NOUN", "NNS", "Number=Plur"
		if over := t.Head; over >= 0 && (t.Is("advcl") || t.Is("ccomp")) && s.Child(i, "case", "mark") >= 0 {
			t.Deprel = "obl"
			if object := s.Child(i, "nsubj"); object > over && object < i && s.Child(over, "obj") < 0 {
				s.Tokens[object].Head, s.Tokens[object].Deprel = over, "obj"
			}
		}
		if verb := s.Child(i, "conj", "parataxis"); verb > i && i == s.Root() && s.Tokens[verb].UPOS == "VERB" && s.Child(verb, "cc", "nsubj") < 0 {
			s.Tokens[verb].Head, s.Tokens[verb].Deprel = -1, "root"
			s.makeSubject(i, verb)
		}
		for child := range s.Children(i) {
			switch c := &s.Tokens[child]; {
			case c.Is("mark"):
				c.UPOS, c.Deprel = "ADP", "case"
			case c.Is("obl"):
				c.Deprel = "nmod"
			}
		}
	}
}

// mendPremodifier makes a part of its noun of a name right before one that is itself a subject or object, where the parser
// took it for that noun's subject: "The Osten talks between Norland and Sudmark ended".
func mendPremodifier(s *Sentence) {
	for noun := 1; noun < len(s.Tokens); noun++ {
		n, name := &s.Tokens[noun], &s.Tokens[noun-1]
		if n.UPOS == "NOUN" && (n.Is("nsubj") || n.Is("obj") || n.Is("obl")) && name.UPOS == "PROPN" && name.Is("nsubj") && name.Head == noun && s.Child(noun, "cop") < 0 {
			name.Deprel = "compound"
		}
	}
}

// standsAsNoun tells whether a word that ends in "s" is in the place of a noun.
func (s *Sentence) standsAsNoun(token int) bool {
	if s.Child(token, "obj", "aux", "ccomp", "xcomp") >= 0 {
		return false
	}
	t := &s.Tokens[token]
	if t.Is("nsubj") || t.Is("obj") || t.Is("obl") || t.Is("nmod") {
		return true
	}
	before := token - 1
	if before < 0 && len(s.Tokens) > 1 && s.Tokens[1].UPOS == "ADP" && s.Child(token, "nsubj", "advcl") < 0 {
		return true // no verb in the present opens a sentence without a subject
	}
	return before >= 0 && s.Tokens[before].Head == token && (s.Tokens[before].Is("amod") || s.Tokens[before].Is("case")) && s.Child(token, "nsubj") < before
}
