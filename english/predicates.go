package english

// mendRemaining hangs a participle on the verb of staying right before it, where the parser hung both on the verb of the
// sentence: "While Norland remains committed to talks, it cannot wait".
func mendRemaining(s *Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t, over := &s.Tokens[i], &s.Tokens[i-1]
		if over.Lemma != "remain" && over.Lemma != "stay" || over.UPOS != "VERB" || t.XPOS != "VBN" || t.Head != over.Head || !t.Is("advcl") {
			continue
		}
		if !s.hasSubject(i) && s.Child(i, "mark", "aux", "aux:pass") < 0 {
			t.Head, t.Deprel = i-1, "xcomp"
		}
	}
}

// mendSaidObject makes a subject of what the parser took for the object of a verb of saying, where it stands right before
// the "was" of what is said of it: "He said the share that the guild had paid was a joke".
func mendSaidObject(s *Sentence) {
	for clause := range s.Tokens {
		t := &s.Tokens[clause]
		copula := s.Child(clause, "cop")
		if !t.Is("ccomp") || t.Head < 0 || copula < 0 || s.hasSubject(clause) || s.Child(clause, "mark") >= 0 {
			continue
		}
		object := s.Child(t.Head, "obj")
		if object < t.Head || object > copula {
			continue
		}
		if _, last := s.Subtree(object); last == copula {
			s.makeSubject(object, clause)
		}
	}
}

// mendSaidSubject makes a subject of what the parser took for the object of a verb of saying, where no more than a clause
// between commas parts it from the finite verb of what is said: "She said the strikes, which had grown, would go on".
func mendSaidSubject(s *Sentence) {
	for clause := range s.Tokens {
		t := &s.Tokens[clause]
		object := -1
		if t.Is("ccomp") && t.UPOS == "VERB" && t.Head >= 0 && loadTables().clausal[s.Tokens[t.Head].Lemma] {
			object = s.Child(t.Head, "obj")
		}
		if object < 0 || s.hasSubject(clause) || s.Child(clause, "mark") >= 0 || !s.tells(clause) && !s.willDo(clause) {
			continue
		}
		first, _ := s.Subtree(clause, "punct")
		if _, last := s.Subtree(object, "punct"); object > t.Head && last == first-1 && s.Tokens[last].Text == "," {
			s.makeSubject(object, clause)
		}
	}
}

// mendCalledDemand makes one object of a state and the noun right behind it, which the parser took for what the state is
// called, and lets the noun behind its clause say what it is called: "called the Norlandic demand that it pay a mistake".
func mendCalledDemand(s *Sentence) {
	for noun := 2; noun < len(s.Tokens); noun++ {
		t, state := &s.Tokens[noun], &s.Tokens[noun-1]
		if !t.Is("xcomp") || !t.isNoun() || t.Head < 0 || !state.Is("obj") || state.Head != t.Head {
			continue
		}
		if s.Child(noun, "det", "cop") >= 0 || s.Child(noun-1, "det") < 0 {
			continue
		}
		verb, clause := t.Head, s.Child(noun, "ccomp", "acl")
		if clause < noun {
			continue
		}
		t.Head, t.Deprel = verb, "obj"
		state.Head, state.Deprel = noun, "compound"
		for child := range s.Tokens[:noun-1] {
			if c := &s.Tokens[child]; c.Head == noun-1 {
				c.Head = noun
			}
		}
		s.callIt(verb, clause)
	}
}

// callIt lets the second of two objects below a clause say what the object of a verb is called.
func (s *Sentence) callIt(verb, clause int) {
	object := -1
	for i := clause; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if !t.Is("obj") || t.Head < clause {
			continue
		}
		if object >= 0 && s.Tokens[object].Head == t.Head && s.Child(i, "det") >= 0 {
			t.Head, t.Deprel = verb, "xcomp"
			for behind := i + 1; behind < len(s.Tokens); behind++ {
				if b := &s.Tokens[behind]; b.Is("advcl") && b.Head == s.Tokens[clause].Head {
					b.Head = verb // "called it a mistake, saying that"
				}
			}
			return
		}
		object = i
	}
}

// mendHoped hangs a clause on the verb right before it that has no object, where the parser made both what somebody said:
// "said that she hoped the owners would yield".
func mendHoped(s *Sentence) {
	for clause := 2; clause < len(s.Tokens); clause++ {
		t := &s.Tokens[clause]
		if !t.Is("ccomp") || t.Head < 0 || !s.hasSubject(clause) || s.Child(clause, "mark", "cc") >= 0 {
			continue
		}
		first, _ := s.Subtree(clause)
		over := first - 1
		if over <= t.Head || !s.Tokens[over].Is("ccomp") || s.Tokens[over].Head != t.Head || s.Tokens[over].UPOS != "VERB" {
			continue
		}
		if s.hasSubject(over) && s.Child(over, "obj", "ccomp", "xcomp", "aux:pass") < 0 {
			t.Head = over
		}
	}
}
