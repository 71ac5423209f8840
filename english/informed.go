package english

// mendInformed makes the person who knows of a matter the subject of the verb behind it, where the
// parser read the words between as a clause or hung the person elsewhere: "A diplomat briefed on
// the talks said", "..., a source familiar with the talks said".
func mendInformed(s *Sentence) {
	for person := 0; person+4 < len(s.Tokens); person++ {
		knows := person + 1
		if !s.informs(knows) || !s.Tokens[person].isNoun() {
			continue
		}
		verb := s.sayingBehind(knows + 2)
		if verb < 0 || s.Tokens[verb].Head == person || !s.isBare(verb) {
			continue
		}
		p, k, v := &s.Tokens[person], &s.Tokens[knows], &s.Tokens[verb]
		if p.Head != knows && !p.Is("parataxis") {
			continue
		}
		if p.Is("parataxis") && p.Head != verb && v.Head != person {
			v.Head, v.Deprel = p.Head, "parataxis"
		}
		if k.Head != person {
			if k.Head != verb {
				v.Head, v.Deprel = k.Head, k.Deprel
			}
			if k.XPOS == "VBD" {
				k.setParticiple()
			}
			k.Head, k.Deprel = person, "acl"
		}
		p.Head, p.Deprel = verb, "nsubj"
	}
}

// informs tells whether a word and the preposition behind it say that the person before them knows
// of something: "familiar with", "briefed on", "close to".
func (s *Sentence) informs(token int) bool {
	switch s.Tokens[token].Text + " " + s.Tokens[token+1].Text {
	case "familiar with", "briefed on", "briefed about", "close to", "privy to", "involved in", "apprised of":
		return true
	}
	return false
}

// sayingBehind is the verb in the past or present right behind the one phrase of nouns that begins
// at a token; -1 where something else stands there.
func (s *Sentence) sayingBehind(token int) int {
	for at := token; at < len(s.Tokens); at++ {
		t := &s.Tokens[at]
		switch {
		case t.UPOS == "VERB" && at > token && t.isFinite():
			return at
		case !t.isNoun() && t.UPOS != "DET" && t.UPOS != "ADJ" && t.UPOS != "PRON" && t.XPOS != "POS":
			return -1
		}
	}
	return -1
}
