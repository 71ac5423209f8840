package english

// mendVerbless finds the verb of a sentence that the parser left without one, having taken it for a part of its object's
// name or for a noun with "over": "Rebels fire rockets at the town", "Norland hands over the remains".
func mendVerbless(s *Sentence) {
	root := s.Root()
	if root < 1 || s.Tokens[root].UPOS == "VERB" || s.hasFinite() {
		return
	}
	for verb := 1; verb+1 < len(s.Tokens); verb++ {
		subject := verb - 1
		if t := &s.Tokens[subject]; !s.maybeVerb(verb) || !t.isNoun() || t.Head < verb {
			continue
		}
		switch {
		case s.Tokens[verb].Head == root && s.isDeed(verb) && s.agrees(verb, subject):
			s.raise(verb, root)
			s.joinObjects(root)
		case s.handsOver(verb):
			s.takeParticle(verb)
		default:
			continue
		}
		s.makeVerb(verb)
		s.giveSubject(subject, verb)
		return
	}
}

// mendUnjoined makes the noun that a sentence opens with the subject of the finite verb that the parser coordinated with
// it, though nothing joins the two: "Talks between the army and the rebels resumed".
func mendUnjoined(s *Sentence) {
	noun := s.rootNoun()
	if noun < 0 {
		return
	}
	for verb := noun + 1; verb < len(s.Tokens); verb++ {
		t := &s.Tokens[verb]
		if t.Head != noun || !t.Is("conj") || t.UPOS != "VERB" {
			continue
		}
		finite := t.isFinite() || s.Child(verb, "aux") >= 0
		if first, _ := s.Subtree(verb); finite && s.Child(verb, "cc") < 0 && !s.hasSubject(verb) && !s.followsComma(first) {
			t.Head, t.Deprel = -1, "root"
			s.makeSubject(noun, verb)
		}
		return
	}
}

// hasFinite tells whether any verb of a sentence stands in the past or present or has a modal verb.
func (s *Sentence) hasFinite() bool {
	for i := range s.Tokens {
		if s.Tokens[i].isFinite() || s.Tokens[i].XPOS == "MD" {
			return true
		}
	}
	return false
}

// isDeed tells whether a word before the noun that it belongs to is the plain form of a verb.
func (s *Sentence) isDeed(token int) bool {
	t := &s.Tokens[token]
	return t.XPOS != "NNS" && t.Head > token && (t.Is("compound") || t.Is("amod")) && inSet(loadTables().deeds, t.Text)
}

// joinObjects makes one object of a noun and another that the parser gave it for object: "Police fire tear gas at crowds".
func (s *Sentence) joinObjects(object int) {
	whole := object + 1
	if whole >= len(s.Tokens) || s.Tokens[whole].Head != object || !s.Tokens[whole].Is("obj") {
		return
	}
	verb := s.Tokens[object].Head
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == object {
			t.Head = verb
		}
	}
	s.Tokens[object].Head, s.Tokens[object].Deprel = whole, "compound"
}

// handsOver tells whether a word in "s" is one of the verbs that take "over" for a particle, with an object behind that.
func (s *Sentence) handsOver(token int) bool {
	t, over := &s.Tokens[token], &s.Tokens[token+1]
	if t.XPOS != "NNS" || over.Text != "over" || !over.Is("case") || over.Head < token || s.Tokens[over.Head].Head != token && t.Head != over.Head {
		return false
	}
	switch t.Lemma {
	case "hand", "take", "turn":
		return true
	}
	return false
}

// takeParticle gives a verb the particle right behind it, and for object what the parser had hung that on.
func (s *Sentence) takeParticle(verb int) {
	particle := &s.Tokens[verb+1]
	object := particle.Head
	if s.Tokens[verb].Head == object {
		s.raise(verb, object)
	}
	s.Tokens[object].Deprel = "obj"
	particle.Head, particle.Deprel = verb, "compound:prt"
}

// mendPredicate makes a past of an adjective that ends as one and has a subject but nothing that joins the two: "Rebels
// advanced on the town".
func mendPredicate(s *Sentence) {
	for verb := 1; verb+1 < len(s.Tokens); verb++ {
		t := &s.Tokens[verb]
		if !s.isPastForm(verb) || t.UPOS != "ADJ" || s.Tokens[verb+1].UPOS != "ADP" || s.Child(verb, "cop", "aux") >= 0 {
			continue
		}
		subject := s.Child(verb, "nsubj")
		if about := t.Head; subject < 0 && about == verb-1 && about == s.rootNoun() && t.Is("acl") {
			t.Head, t.Deprel = -1, "root"
			s.makeSubject(about, verb)
			subject = about
		}
		if subject == verb-1 && s.Tokens[subject].isNoun() {
			s.makeVerb(verb)
		}
	}
}
