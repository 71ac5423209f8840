package english

// mendPrefaced gives the participle of a headline the noun at its head for subject, where the parser gave it what stands
// behind a preposition: "Aide to President Kovar shot dead".
func mendPrefaced(s *Sentence) {
	for verb := range s.Tokens {
		t := &s.Tokens[verb]
		subject := s.Child(verb, "nsubj")
		if t.Head < 0 || t.Head > verb || !t.Is("acl") && !t.Is("nmod") || subject < 0 || s.Child(subject, "case") < 0 {
			continue
		}
		first, _ := s.Subtree(subject)
		noun := t.Head
		if t.UPOS != "VERB" || first != noun+1 || !s.Tokens[first].Is("case") || s.Tokens[noun].Head >= 0 {
			continue
		}
		s.Tokens[subject].Head, s.Tokens[subject].Deprel = noun, "nmod"
		t.Head, t.Deprel = -1, "root"
		s.makeSubject(noun, verb)
	}
}
