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
		if t.Head != clause || t.UPOS != "VERB" || !s.finite(verb) || s.hasSubject(verb) || s.Child(verb, "mark", "cc") >= 0 {
			continue
		}
		comma := s.commaBefore(verb)
		if comma < clause {
			continue
		}
		t.Head, t.Deprel = -1, "root"
		s.makeSubject(noun, verb)
		for i := clause + 1; i < comma; i++ {
			if s.Tokens[i].Head == verb {
				s.Tokens[i].Head = clause // "in June" is when the deal was brokered
			}
		}
		return
	}
}

// mendParticiple hangs a participle that commas set off behind the subject of a clause on that subject,
// and gives the clause back its verb where the parser took the participle for it: "The deal, signed in
// May, sets up a fund".
func mendParticiple(s *Sentence) {
	for participle := range s.Tokens {
		t := &s.Tokens[participle]
		if t.XPOS != "VBN" || !s.followsComma(participle) || s.Child(participle, "aux", "nsubj", "mark", "cc") >= 0 {
			continue
		}
		verb := t.Head
		if !t.Is("advcl") {
			verb = s.verbBehind(participle)
		}
		if verb < participle || t.Head >= 0 && !t.Is("advcl") || !s.finite(verb) || s.commaBefore(verb) < participle || s.marked(participle, verb) {
			continue
		}
		subject := s.Child(verb, "nsubj")
		if subject < 0 || subject >= participle || s.Tokens[subject].UPOS == "PRON" {
			continue
		}
		if t.Head < 0 {
			s.Tokens[verb].Head, s.Tokens[verb].Deprel = -1, "root"
		}
		t.Head, t.Deprel = subject, "acl"
	}
}

// marked tells whether punctuation other than commas and hyphens stands between two tokens.
func (s *Sentence) marked(first, last int) bool {
	for i := first + 1; i < last; i++ {
		if t := &s.Tokens[i]; t.UPOS == "PUNCT" && t.Text != "," && t.Text != "-" {
			return true
		}
	}
	return false
}

// verbBehind is the verb of a clause that the parser hung on a participle before it; -1 where there is none.
func (s *Sentence) verbBehind(participle int) int {
	for verb := participle + 1; verb < len(s.Tokens); verb++ {
		if t := &s.Tokens[verb]; t.Head == participle && t.UPOS == "VERB" && (t.Is("parataxis") || t.Is("advcl") || t.Is("ccomp") || t.Is("conj")) {
			return verb
		}
	}
	return -1
}

// rootNoun is the noun that a parse has for the root of a sentence which says nothing of it; -1 where
// there is none.
func (s *Sentence) rootNoun() int {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Head >= 0 {
			continue
		}
		if !t.isNoun() || s.Child(i, "cop", "nsubj") >= 0 {
			return -1
		}
		return i
	}
	return -1
}

// finite tells whether a verb stands in the present or past, by itself or by its helper.
func (s *Sentence) finite(verb int) bool {
	t := &s.Tokens[verb]
	if t.isFinite() || t.XPOS == "VBN" && s.Child(verb, "obj") > verb { // a past that looks like a participle
		return true
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
