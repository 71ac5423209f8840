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
