package english

// mendHyphened makes one verb of a noun and the verb that a hyphen joins to it, where the parser took the noun and what
// stands before it for a phrase of its own: "Norland test-fired a missile".
func mendHyphened(s *Sentence) {
	for verb := 3; verb < len(s.Tokens); verb++ {
		noun := verb - 2
		t, n, before := &s.Tokens[verb], &s.Tokens[noun], &s.Tokens[noun-1]
		if t.UPOS != "VERB" || n.UPOS != "NOUN" || n.Head != verb || n.Is("compound") || !s.hyphen(noun+1) || !s.adjoin(noun) || !s.adjoin(noun+1) {
			continue
		}
		if before.Head == noun && !s.hasSubject(verb) || n.Is("nsubj") && before.UPOS == "PROPN" {
			s.makeSubject(noun-1, verb)
			s.rehang(noun, noun-1)
		}
		n.Deprel = "compound"
	}
}

// rehang puts what stands before a noun and hangs on it under the word right before it.
func (s *Sentence) rehang(noun, before int) {
	for i := range before {
		if s.Tokens[i].Head == noun {
			s.Tokens[i].Head = before
		}
	}
}
