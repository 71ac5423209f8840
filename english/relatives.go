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

// mendOwnSubject gives a relative clause on its own object the nouns between its pronoun and its verb for subject, which
// the parser hung on the verb over the clause, or took for a clause of their own: "The deal that Norland and Sudmark
// signed has held".
func mendOwnSubject(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		if !v.Is("acl:relcl") || v.UPOS != "VERB" || v.Head > verb || s.Child(verb, "nsubj", "aux:pass") >= 0 {
			continue
		}
		pronoun := s.pronounOver(verb)
		last := verb - 1
		for last > pronoun && s.Tokens[last].Head == verb && (s.Tokens[last].Is("aux") || s.Tokens[last].Is("advmod")) {
			last--
		}
		if pronoun < 0 || last <= pronoun || !s.Tokens[last].isNoun() || !s.nominal(pronoun+1, last) {
			continue
		}
		s.ownSubject(pronoun, last, verb)
	}
}

// pronounOver is the relative pronoun before the verb of a clause on the noun right before it; -1 where none stands there.
func (s *Sentence) pronounOver(verb int) int {
	for at := verb - 1; at > s.Tokens[verb].Head; at-- {
		switch t := &s.Tokens[at]; t.XPOS {
		case "WDT", "WP":
			return at
		case "IN":
			if t.Lemma != "that" {
				return -1
			}
			return at
		}
	}
	return -1
}

// nominal tells whether all words of a stretch may be of one noun phrase.
func (s *Sentence) nominal(first, last int) bool {
	for at := first; at <= last; at++ {
		switch t := &s.Tokens[at]; t.UPOS {
		case "NOUN", "PROPN", "ADJ", "DET", "NUM", "CCONJ":
		case "PUNCT":
			if t.Text != "," && t.Text != "-" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// ownSubject makes a noun phrase the subject of the verb of a relative clause, whose object its pronoun is.
func (s *Sentence) ownSubject(pronoun, last, verb int) {
	strays := 0
	top := -1
	for at := pronoun + 1; at <= last; at++ {
		if head := s.Tokens[at].Head; head <= pronoun || head > last {
			strays++
			top = at
		}
	}
	if strays != 1 {
		return
	}
	if !s.Tokens[top].isNoun() { // "that Norlandic and Sudmarkian forces signed"
		s.Tokens[top].Head, s.Tokens[top].Deprel = last, "amod"
		top = last
	}
	s.makeSubject(top, verb)
	s.Tokens[pronoun].Head, s.Tokens[pronoun].Deprel = verb, "obj"
	if v := &s.Tokens[verb]; v.XPOS == "VBN" && !s.isHelped(verb) {
		v.setPast()
	}
}

// mendWhose makes a noun of what the parser took for the verb right behind "whose", and its object that noun's clause: "the
// envoy, whose demands Norland rejects".
func mendWhose(s *Sentence) {
	for noun := 1; noun < len(s.Tokens); noun++ {
		t, whose := &s.Tokens[noun], &s.Tokens[noun-1]
		if whose.XPOS != "WP$" || t.XPOS != "VBZ" || t.Deprel != "acl:relcl" && !t.Is("advcl") {
			continue
		}
		clause, owner := s.Child(noun, "ccomp"), t.Head
		if clause < noun || !s.hasSubject(clause) {
			continue
		}
		if before := noun - 3; t.Is("advcl") && before >= 0 && s.Tokens[before].isNoun() {
			owner = before // right before the comma
		}
		s.Tokens[clause].Head, s.Tokens[clause].Deprel = owner, "acl:relcl"
		t.UPOS, t.XPOS, t.Feats, t.Lemma = "NOUN", "NNS", "Number=Plur", lemmaOf(t.Text, "NNS")
		t.Head, t.Deprel = clause, "obj"
		whose.Head, whose.Deprel = noun, "nmod:poss"
	}
}
