package english

// mendRelative gives a sentence back its verb where the parser took the noun that the sentence begins
// with for all of it, and hung the verb on the clause with "which" or "who" about the noun:
// "Norland, which brokered the deal in June, imposed sanctions".
func mendRelative(s *Sentence) {
	noun := s.rootNoun()
	if noun < 0 {
		return
	}
	clause := s.Child(noun, "acl:relcl")
	if clause < noun {
		return
	}
	for verb := clause + 1; verb < len(s.Tokens); verb++ {
		t := &s.Tokens[verb]
		if t.Head != clause || t.UPOS != "VERB" || !s.finite(verb) || s.Child(verb, "nsubj", "nsubj:pass", "csubj", "mark", "cc", "expl") >= 0 {
			continue
		}
		comma := s.commaBefore(verb)
		if comma < clause {
			continue
		}
		t.Head, t.Deprel = -1, "root"
		s.Tokens[noun].Head, s.Tokens[noun].Deprel = verb, "nsubj"
		if s.Child(verb, "aux:pass") >= 0 {
			s.Tokens[noun].Deprel = "nsubj:pass"
		}
		for i := clause + 1; i < comma; i++ {
			if s.Tokens[i].Head == verb {
				s.Tokens[i].Head = clause // "in June" is when the deal was brokered
			}
		}
		return
	}
}

// rootNoun is the noun that a parse has for the root of a sentence which says nothing of it; -1 where
// there is none.
func (s *Sentence) rootNoun() int {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Head >= 0 {
			continue
		}
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" || s.Child(i, "cop", "nsubj", "nsubj:pass") >= 0 {
			return -1
		}
		return i
	}
	return -1
}

// finite tells whether a verb stands in the present or past, by itself or by its helper.
func (s *Sentence) finite(verb int) bool {
	switch s.Tokens[verb].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		if s.Child(verb, "obj") > verb {
			return true // a past that looks like a participle
		}
	}
	return s.Child(verb, "aux") >= 0 && !s.Infinitive(verb)
}

// commaBefore is the comma right before a verb with its helpers and adverbs; -1 where none stands there.
func (s *Sentence) commaBefore(verb int) int {
	at := verb - 1
	for at >= 0 && s.Tokens[at].Head == verb && (s.Tokens[at].Is("aux") || s.Tokens[at].Is("advmod")) {
		at--
	}
	if at < 0 || s.Tokens[at].Text != "," {
		return -1
	}
	return at
}
