package english

// longTitle is how many tokens before its last a name with its titles begins, at most.
const longTitle = 12

// mendTold gives a clause that somebody is told to have said the subject that stands before it, and the
// verb of saying behind it the one who said it, where the parser took the former for the speaker: "The
// talks on grain will be held in Oslo, Minister Anna Kovar said".
func mendTold(s *Sentence) {
	over := s.Root()
	if over < 4 || s.Tokens[over].XPOS != "VBD" {
		return
	}
	verb, subject := s.Child(over, "ccomp"), s.Child(over, "nsubj")
	if verb < 0 || verb > over || subject < 0 || subject > verb || s.Child(verb, "nsubj", "csubj", "expl") >= 0 || s.Child(verb, "aux", "cop") < 0 {
		return
	}
	comma, ok := s.behindComma(over-1, longTitle)
	if !ok || comma < verb {
		return
	}
	top := s.headOf(over-1, comma)
	s.Tokens[subject].Head, s.Tokens[subject].Deprel = verb, "nsubj"
	if s.Child(verb, "aux:pass") >= 0 {
		s.Tokens[subject].Deprel = "nsubj:pass"
	}
	s.Tokens[top].Head, s.Tokens[top].Deprel = over, "nsubj"
	s.Tokens[comma].Head = over
}
