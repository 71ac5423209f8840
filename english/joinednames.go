package english

// mendJoinedNames hangs two names that a hyphen joins before a noun both on it, with the preposition before them, where the
// parser took the first for a phrase of its own: "a round of Norland-Sudmark talks".
func mendJoinedNames(s *Sentence) {
	for noun := 3; noun < len(s.Tokens); noun++ {
		other, one := noun-1, noun-3
		o, n := &s.Tokens[other], &s.Tokens[one]
		if !s.hyphen(noun-2) || !s.adjoin(one) || !s.adjoin(noun-2) || n.UPOS != "PROPN" || o.UPOS != "PROPN" || o.Head != noun || !o.Is("compound") {
			continue
		}
		switch {
		case n.Head == noun && n.Is("compound"):
		case n.Head == s.Tokens[noun].Head && n.Is("nmod"):
			n.Head, n.Deprel = noun, "compound"
		default:
			continue
		}
		if before := s.Child(one, "case"); before >= 0 && s.Child(noun, "case") < 0 {
			s.Tokens[before].Head = noun
		}
	}
}

// mendJoinedTalks makes a noun, and the subject of what stands behind it, of "talks" behind two names that a title opens
// with and a hyphen joins, where the parser took it for a verb: "Norland-Sudmark talks resume".
func mendJoinedTalks(s *Sentence) {
	const noun = 3
	if s.Paragraph > 0 || len(s.Tokens) < noun+2 || s.Tokens[noun].XPOS != "VBZ" || !s.hyphen(1) || !s.adjoin(0) || s.Tokens[noun].Head >= 0 {
		return
	}
	for name := 0; name < noun; name += 2 {
		if t := &s.Tokens[name]; t.UPOS != "PROPN" || t.Head != noun {
			return
		}
	}
	next := noun + 1
	behind := &s.Tokens[next]
	if object := behind.Head == noun && behind.Is("obj"); !object && !behind.Is("acl") && behind.Lemma != "to" {
		return
	} else if object && !s.maybeVerb(next) && behind.XPOS != "VBP" {
		return
	}
	s.Tokens[0].Deprel, s.Tokens[2].Deprel = "compound", "compound"
	s.Tokens[noun].UPOS, s.Tokens[noun].XPOS, s.Tokens[noun].Feats = "NOUN", "NNS", "Number=Plur"
	if behind.Is("obj") {
		behind.Head, behind.Deprel = -1, "root"
		s.makeVerb(next)
		s.makeSubject(noun, next)
	}
}
