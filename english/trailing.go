package english

// mendTrailing hangs what stands before the words that say who said a thing on the thing said, where the parser
// hung it on the verb of saying behind: "Two were killed when rebels shelled the town on Monday, the army said".
func mendTrailing(s *Sentence) {
	for over := range s.Tokens {
		clause := s.Child(over, "ccomp")
		if s.Tokens[over].UPOS != "VERB" || clause < 0 || clause > over {
			continue
		}
		speaker := s.Child(over, "nsubj")
		if speaker < clause {
			continue
		}
		end := over
		if speaker < over {
			end, _ = s.Subtree(speaker)
		}
		if end < clause || !s.followsComma(end) {
			continue
		}
		for i := clause + 1; i < end; i++ {
			if t := &s.Tokens[i]; t.Head == over && (t.Is("obl") || t.Is("advcl") || t.Is("advmod")) {
				t.Head = clause
			}
		}
	}
}
