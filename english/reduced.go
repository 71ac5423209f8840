package english

import "strings"

// mendReduced gives a clause back its verb where the parser took for it, or for another clause, the
// participle right behind the subject, which only says which one is meant: "The truce agreed in March
// has collapsed". Two verbs of one subject with neither a conjunction nor a comma between them are
// such a participle and the verb, and so are two of which commas set the first off: "The truce, agreed in March, has held".
func mendReduced(s *Sentence) {
	for participle := 1; participle+1 < len(s.Tokens); participle++ {
		if verb := s.verbOfDescribed(participle); verb > participle {
			s.agentOf(participle, verb)
			continue
		}
		if noun, verb := s.setOffNoun(participle); verb > participle {
			s.reduce(noun, participle, verb)
			continue
		}
		if !s.maybeParticiple(participle) {
			continue
		}
		subject := s.nounBefore(participle)
		if subject < 0 {
			continue
		}
		if verb := s.verbOf(subject, participle); verb > participle {
			s.reduce(subject, participle, verb)
		}
	}
}

// setOffNoun is the noun that a participle between commas describes, and the verb behind both that the parser took for what
// that tells, or for what tells that; the verb is -1 where there is none.
func (s *Sentence) setOffNoun(participle int) (noun, verb int) {
	if !s.followsComma(participle) {
		return -1, -1
	}
	noun, verb = s.Child(participle, "nsubj"), s.Child(participle, "ccomp")
	if t := &s.Tokens[participle]; verb < 0 && t.Is("ccomp") {
		verb = t.Head
	}
	if noun < 0 || verb < participle || s.Tokens[noun].UPOS != "NOUN" || !s.maybeParticiple(participle) {
		return noun, -1
	}
	if _, end := s.Subtree(noun, "punct"); end != participle-1 || s.commaBefore(verb) < participle || s.hasSubject(verb) || s.Child(verb, "cc") >= 0 || !s.predicates(verb) {
		return noun, -1
	}
	return noun, verb
}

// verbOfDescribed is the verb whose subject a participle describes in the parse; -1 where it describes none.
func (s *Sentence) verbOfDescribed(participle int) int {
	t := &s.Tokens[participle]
	if !t.Is("acl") || t.XPOS != "VBN" || t.Head < 0 || !s.Tokens[t.Head].Is("nsubj") {
		return -1
	}
	return s.Tokens[t.Head].Head
}

// maybeParticiple tells whether a word can be a participle that describes the noun before it, by its form and by what
// follows: "the truce agreed in March", but not "the envoys agreed a truce".
func (s *Sentence) maybeParticiple(token int) bool {
	t, next := &s.Tokens[token], &s.Tokens[token+1]
	captive := inSet(loadTables().captives, next.Text) && token+2 < len(s.Tokens)
	if captive {
		next = &s.Tokens[token+2] // "the pilot held captive in Oslo was freed"
	}
	switch {
	case t.UPOS != "VERB" || t.Is("acl") || t.XPOS != "VBD" && t.XPOS != "VBN":
		return false
	case !strings.HasSuffix(t.Text, "ed") && !inSet(loadTables().participles, t.Text):
		return false
	case next.UPOS != "ADP" && next.UPOS != "ADV" && !(next.Head > token && s.Tokens[next.Head].Deprel == "obl:unmarked"):
		return false
	}
	return captive || s.lacksObject(token)
}

// lacksObject tells whether a verb has neither a helper nor an object, but for a clause behind it that no "that"
// opens: the parser makes one of the verb that belongs to the noun, "the truce agreed in March collapsed".
func (s *Sentence) lacksObject(verb int) bool {
	if s.Child(verb, "aux", "cop", "obj", "xcomp", "expl") >= 0 {
		return false
	}
	content := s.Child(verb, "ccomp")
	return content < 0 || content > verb && s.Child(content, "mark") < 0
}

// nounBefore is the noun whose phrase ends right before a token, and that the parser took for the subject
// of it or of a verb behind it; -1 where there is none.
func (s *Sentence) nounBefore(token int) int {
	for noun := token - 1; noun >= 0; noun-- {
		t := &s.Tokens[noun]
		if t.Head >= token && (t.Deprel == "nsubj" || t.Deprel == "nsubj:pass") {
			if _, last := s.Subtree(noun); last == token && t.isNoun() {
				return noun
			}
			return -1
		}
		if t.UPOS == "PUNCT" || t.UPOS == "VERB" {
			return -1
		}
	}
	return -1
}

// verbOf is the finite verb behind a participle that has no subject but the noun before both: "collapsed" in "the
// truce agreed in March collapsed"; -1 where there is none.
func (s *Sentence) verbOf(subject, participle int) int {
	p := &s.Tokens[participle]
	for verb := participle + 2; verb < len(s.Tokens); verb++ {
		t := &s.Tokens[verb]
		switch {
		case t.UPOS == "PUNCT" && t.Text != "-", t.UPOS == "SCONJ", t.UPOS == "CCONJ" && t.Head > participle && s.Tokens[t.Head].UPOS == "VERB":
			return -1
		case !s.predicates(verb):
			continue
		}
		own := s.Child(verb, "nsubj", "csubj", "expl")
		switch {
		case own == participle && s.Tokens[subject].Head == verb: // "The envoy appointed last week resigned"
		case own >= 0 && own != subject:
			return -1
		case s.Child(verb, "mark", "cc") > participle:
			return -1
		case t.Head == participle || t.Head == p.Head || p.Head == verb:
		default:
			return -1
		}
		return verb
	}
	return -1
}

// predicates tells whether a word is the finite verb or the predicate of a clause: "covers", "was wounded", "is dead".
func (s *Sentence) predicates(token int) bool {
	if s.Child(token, "cop") >= 0 {
		return true
	}
	return s.Tokens[token].UPOS == "VERB" && (s.finite(token) || s.Child(token, "aux:pass") >= 0)
}

// agentOf hangs on a participle the noun with a preposition that the parser took for another subject, for a
// part or for a circumstance of the verb behind it: "The deal reached by the two sides covers trade".
func (s *Sentence) agentOf(participle, verb int) {
	marker := -1
	for i := participle + 1; i < verb; i++ {
		switch t := &s.Tokens[i]; {
		case t.Head == verb && t.Is("case"):
			marker = i
		case t.Head == verb && t.isNoun() && (marker >= 0 && t.Is("compound") || t.Is("nsubj") && s.Child(i, "case") >= 0):
			t.Head, t.Deprel = participle, "obl"
			if marker >= 0 {
				s.Tokens[marker].Head = i
			}
		case t.Head == verb && t.Is("obl") && s.Child(i, "case") > participle:
			t.Head = participle
		}
	}
}

// reduce hangs a participle on the noun that it describes and makes that the subject of the verb.
func (s *Sentence) reduce(subject, participle, verb int) {
	p, v := &s.Tokens[participle], &s.Tokens[verb]
	if p.Head != verb && v.Head == participle {
		v.Head, v.Deprel = p.Head, p.Deprel
	}
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == participle && i != verb && (i < participle || i > verb) {
			t.Head = verb
		}
	}
	s.agentOf(participle, verb)
	p.Head, p.Deprel = subject, "acl"
	p.setParticiple()
	if as := &s.Tokens[participle+1]; inSet(loadTables().captives, as.Text) {
		as.Deprel = "xcomp"
	}
	s.makeSubject(subject, verb)
}

// mendGathered makes a participle of a noun in "-ing" right behind a subject, where the parser took it for a second
// subject: "Leaders meeting in Oslo have called for a pause".
func mendGathered(s *Sentence) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		t, before := &s.Tokens[i], &s.Tokens[i-1]
		if t.XPOS != "NN" || t.Deprel != "nsubj" || !strings.HasSuffix(t.Text, "ing") || before.Deprel != "nsubj" || before.Head != t.Head || !before.isNoun() {
			continue
		}
		t.UPOS, t.XPOS, t.Feats, t.Lemma = "VERB", "VBG", "Tense=Pres|VerbForm=Part", strings.TrimSuffix(t.Text, "ing")
		t.Head, t.Deprel = i-1, "acl"
	}
}

// mendThose makes the participle right behind "those" and before an object a clause that tells who they are: "those
// demanding answers".
func mendThose(s *Sentence) {
	for verb := 1; verb < len(s.Tokens); verb++ {
		if t := &s.Tokens[verb]; t.Is("amod") && t.XPOS == "VBG" && t.Head == verb-1 && strings.EqualFold(s.Tokens[verb-1].Text, "those") && s.Child(verb, "obj", "ccomp", "obl") > verb {
			t.Deprel = "acl"
		}
	}
}
