package english

// longTitle is how many tokens before its last a name with its titles begins, at most.
const longTitle = 12

// mendTold gives a clause that somebody is told to have said the subject that stands before it, and the
// verb of saying behind it the one who said it, where the parser took the former for the speaker: "The
// talks on grain will be held in Oslo, Minister Anna Kovar said"; and likewise where the parser gave the
// speaker to the clause, or to nobody.
func mendTold(s *Sentence) {
	over, verb := s.toldBehind()
	if verb < 0 || s.Child(verb, "aux", "cop") < 0 {
		return
	}
	comma, ok := s.behindComma(over-1, longTitle)
	if !ok || comma < verb {
		return
	}
	top, subject := s.headOf(over-1, comma), s.Child(over, "nsubj")
	switch {
	case subject < 0:
	case subject < verb && (!s.hasSubject(verb) || s.Child(verb, "nsubj") == top):
		s.makeSubject(subject, verb)
	default:
		return
	}
	s.Tokens[top].Head, s.Tokens[top].Deprel = over, "nsubj"
	s.Tokens[comma].Head = over
}

// toldBehind are a verb in the past at the end of a sentence and the one before it that it tells, or stands loosely
// beside; the latter is -1 where there is none.
func (s *Sentence) toldBehind() (over, verb int) {
	root := s.Root()
	if root < 0 {
		return -1, -1
	}
	if verb = s.Child(root, "ccomp"); root >= 4 && s.Tokens[root].XPOS == "VBD" && verb < root {
		return root, verb
	}
	for child := range s.Children(root) {
		if t := &s.Tokens[child]; child > root && t.Is("parataxis") && t.XPOS == "VBD" && loadTables().reporting[t.Text] {
			return child, root
		}
	}
	return -1, -1
}

// mendSaidBehind makes what somebody is told to have said of the clause before a comma, the speaker and the verb of
// saying, where the parser took it for a circumstance though no word opens it as one: "Four soldiers were killed by a
// mine near the town, the army said on Monday".
func mendSaidBehind(s *Sentence) {
	for clause := range s.Tokens {
		over := s.Tokens[clause].Head
		if !s.Tokens[clause].Is("advcl") || over < clause || !loadTables().reporting[s.Tokens[over].Text] || s.Child(over, "ccomp") >= 0 || s.Child(clause, "mark") >= 0 || !s.hasSubject(clause) {
			continue
		}
		helper := s.Child(clause, "aux", "cop")
		if helper < 0 && !s.Tokens[clause].isFinite() || helper >= 0 && s.Tokens[helper].Feat("VerbForm") != "Fin" {
			continue
		}
		start, _ := s.Subtree(clause)
		if speaker := s.Child(over, "nsubj"); speaker > clause && s.Tokens[start].XPOS != "WRB" {
			if first, _ := s.Subtree(speaker); s.followsComma(first) {
				s.Tokens[clause].Deprel = "ccomp"
			}
		}
	}
}

// mendHearer gives a verb the one who was told, where the parser took that name for a second subject of what was told:
// "Kovar told the Olvik Post the plan was dead", "Norland notified the council it will not yield". But for "tell", it takes
// a pronoun to tell the two apart.
func mendHearer(s *Sentence) {
	for verb := 1; verb+2 < len(s.Tokens); verb++ {
		clause := s.Child(verb, "ccomp")
		if clause < verb || !loadTables().hearers[s.Tokens[verb].Lemma] || s.Child(verb, "obj", "iobj") >= 0 {
			continue
		}
		hearer := s.Child(clause, "nsubj")
		if hearer < verb || !s.Tokens[hearer].isNoun() || !s.Tokens[hearer].Is("nsubj") {
			continue
		}
		for i := verb + 1; i < hearer; i++ {
			if !s.Dominates(hearer, i) {
				hearer = verb
				break
			}
		}
		for subject := s.nextChild(hearer); hearer > verb && subject >= 0 && subject < clause; subject = s.nextChild(subject) {
			if s.Tokens[subject].Is("nsubj") && (s.Tokens[verb].Lemma == "tell" || s.Tokens[subject].Feat("PronType") == "Prs") {
				s.Tokens[hearer].Head, s.Tokens[hearer].Deprel = verb, "iobj"
				break
			}
		}
	}
}

// mendJoinedHearer gives "tell" the one who was told, which has to be said, where the parser joined the name to the subject
// of what was told: "told Reuters heavy fighting was under way", "told Reuters Kovar's troops had left", "told lawmakers
// rebels were near".
func mendJoinedHearer(s *Sentence) {
	for verb := 1; verb+3 < len(s.Tokens); verb++ {
		clause, name := s.Child(verb, "ccomp"), &s.Tokens[verb+1]
		if s.Tokens[verb].Lemma != "tell" || s.Tokens[verb].UPOS != "VERB" || clause < verb || s.Child(verb, "obj", "iobj") >= 0 || s.Passive(verb) {
			continue
		}
		subject := s.Child(clause, "nsubj")
		joined := name.Is("compound") || name.Is("amod") || name.Is("nmod:poss")
		if name.UPOS != "PROPN" && name.XPOS != "NNS" || !joined || s.Tokens[verb+2].XPOS == "POS" || subject < verb+2 || !s.Dominates(subject, verb+1) || s.Child(clause, "mark") >= 0 {
			continue
		}
		if next := &s.Tokens[verb+2]; next.UPOS == "PROPN" && s.Tokens[verb+3].XPOS != "POS" {
			continue // a name of two words, or of a company and what it owns
		}
		if mark := s.Child(verb+1, "case"); mark > verb+1 {
			s.Tokens[mark].Head = mark - 1
		}
		name.Head, name.Deprel = verb, "iobj"
	}
}

// mendSecondHearer makes a noun right before a clause its subject, where the parser took it for a second one who was told:
// "told reporters talks had failed".
func mendSecondHearer(s *Sentence) {
	for noun := 2; noun+1 < len(s.Tokens); noun++ {
		t := &s.Tokens[noun]
		if !t.Is("iobj") && !t.Is("obj") || !t.isNoun() || t.Head < 0 || s.Tokens[t.Head].Lemma != "tell" {
			continue
		}
		clause, told := s.Child(t.Head, "ccomp"), s.Child(t.Head, "iobj", "obj")
		if clause < noun || told < 0 || told >= noun || s.hasSubject(clause) || s.Child(clause, "mark") >= 0 {
			continue
		}
		if _, last := s.Subtree(noun); last < len(s.Tokens) && s.Tokens[last].Head == clause {
			s.makeSubject(noun, clause)
		}
	}
}

// mendHeard makes what somebody is told of a clause that the parser took for one about the hearer: "told
// reporters he feels good about the vote".
func mendHeard(s *Sentence) {
	for verb := range s.Tokens {
		hearer := s.Child(verb, "iobj", "obj")
		if s.Tokens[verb].Lemma != "tell" || hearer < verb || s.Child(verb, "ccomp", "xcomp") >= 0 {
			continue
		}
		clause := s.Child(hearer, "acl:relcl")
		if clause < hearer {
			continue
		}
		subject := s.Child(clause, "nsubj")
		if first, _ := s.Subtree(clause); subject != first || s.Tokens[subject].Feat("Case") != "Nom" || s.Tokens[subject].Feat("PronType") != "Prs" {
			continue
		}
		s.Tokens[clause].Head, s.Tokens[clause].Deprel = verb, "ccomp"
	}
}

// mendGerund gives a participle the clause right behind it, where the parser hung it on that clause though no
// comma parts it from its subject: "said, while arguing the union should act".
func mendGerund(s *Sentence) {
	for verb := 1; verb+1 < len(s.Tokens); verb++ {
		v := &s.Tokens[verb]
		if v.XPOS != "VBG" || v.UPOS != "VERB" || !v.Is("advcl") || s.Child(verb, "obj", "ccomp", "xcomp", "aux") >= 0 {
			continue
		}
		clause := v.Head
		if clause <= verb || s.Tokens[clause].Head < 0 || s.Tokens[clause].Head > verb {
			continue
		}
		subject := s.Child(clause, "nsubj")
		if subject < 0 {
			continue
		}
		if first, _ := s.Subtree(subject); first != verb+1 {
			continue
		}
		v.Head, v.Deprel = s.Tokens[clause].Head, "advcl"
		s.Tokens[clause].Head, s.Tokens[clause].Deprel = verb, "ccomp"
	}
}

// mendGerundSubject gives a gerund that is a subject the noun right behind it for its object, where the parser took
// that for the subject: "Condemning Norland helps the rebels".
func mendGerundSubject(s *Sentence) {
	for noun := 1; noun < len(s.Tokens); noun++ {
		n := &s.Tokens[noun]
		first, _ := s.Subtree(noun)
		if !n.Is("nsubj") || n.Head < noun || first < 1 || s.Tokens[first-1].XPOS != "VBG" || s.parted(first-1, n.Head) {
			continue
		}
		gerund, verb := &s.Tokens[first-1], &s.Tokens[n.Head]
		clausal := gerund.Is("csubj") || gerund.Is("advcl") || gerund.Is("ccomp")
		if !clausal || gerund.Head != n.Head && gerund.Head != verb.Head || s.Child(first-1, "obj", "ccomp", "xcomp", "aux") >= 0 {
			continue
		}
		gerund.Head, gerund.Deprel = n.Head, "csubj"
		n.Head, n.Deprel = first-1, "obj"
	}
}
