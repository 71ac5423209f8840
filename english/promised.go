package english

// mendPromised gives a verb that says what its subject means to do that infinitive, where the parser hung it on the
// noun of a phrase between the two: "agreed in principle to leave", "threatened in a letter to withdraw". A noun that
// takes an infinitive itself keeps it: "agreed in a bid to end the strike".
func mendPromised(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !t.Is("acl") || t.XPOS != "VB" || !s.Infinitive(i) || t.Head < 1 || t.Head > i {
			continue
		}
		noun := &s.Tokens[t.Head]
		if !noun.Is("obl") || noun.Head < 0 || noun.Head > t.Head || !loadTables().promises[s.Tokens[noun.Head].Lemma] || loadTables().undertakings[noun.Lemma] {
			continue
		}
		if s.Child(noun.Head, "obj", "xcomp", "ccomp") < 0 && s.beside(t.Head) {
			t.Head, t.Deprel = noun.Head, "xcomp"
		}
	}
}

// beside tells whether a phrase tells where, when or how something is done, and not what it is about.
func (s *Sentence) beside(noun int) bool {
	switch s.Case(noun) {
	case "in", "at", "under", "during", "after", "for", "by", "before":
		return true
	}
	return false
}

// mendPromisedWith gives such a verb its infinitive where the parser took that for a purpose, because a phrase set off
// by marks tells between the two with whom: "has agreed, with Norland and Sudmark, to send a force".
func mendPromisedWith(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !t.Is("advcl") || t.XPOS != "VB" || !s.Infinitive(i) || t.Head < 0 || t.Head > i || !loadTables().promises[s.Tokens[t.Head].Lemma] || s.Child(t.Head, "obj", "xcomp", "ccomp") >= 0 {
			continue
		}
		first, _ := s.Subtree(i)
		for first < i && s.Tokens[first].UPOS == "PUNCT" {
			first++
		}
		set := t.Head + 1
		if s.Tokens[set].UPOS != "PUNCT" || first < 1 || s.Tokens[first-1].UPOS != "PUNCT" || first-1 == set {
			continue
		}
		if with := s.Child(t.Head, "obl"); with > set && with < first && s.Case(with) == "with" {
			t.Deprel = "xcomp"
		}
	}
}
