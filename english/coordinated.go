package english

// mendCoordinated coordinates a participle with the one before it where the parser coordinated it with what that one
// tells: "saying the duties were unjust and demanding talks".
func mendCoordinated(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.XPOS != "VBG" || !t.Is("conj") || t.Head < 0 || s.Child(i, "nsubj", "aux") >= 0 || s.Child(i, "cc") < 0 {
			continue
		}
		told := &s.Tokens[t.Head]
		if !told.Is("ccomp") || told.Head < 0 || told.Head > t.Head || told.XPOS == "VBG" || s.Child(t.Head, "nsubj", "nsubj:pass") < 0 {
			continue
		}
		if over := &s.Tokens[told.Head]; over.XPOS == "VBG" {
			t.Head = told.Head
		}
	}
}

// mendConditions makes a clause of the verb behind "if" or another such word that the parser took for a phrase: "will
// talk only if Norland withdraws".
func mendConditions(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if mark := s.Child(i, "mark"); t.UPOS == "VERB" && (t.Is("obl") || t.Is("nmod")) && mark >= 0 && s.Tokens[mark].UPOS == "SCONJ" && s.Child(i, "nsubj", "nsubj:pass") >= 0 {
			t.Deprel = "advcl"
		}
		if mark := s.Child(i, "mark"); t.XPOS == "NNS" && t.Is("advcl") && mark >= 0 && s.Tokens[mark].UPOS == "SCONJ" && s.Child(i, "nsubj") == i-1 && s.Child(i, "cop", "det", "amod") < 0 {
			t.UPOS, t.XPOS = "VERB", "VBZ" // "unless Norland withdraws from it"
			for child := i + 1; child < len(s.Tokens); child++ {
				if s.Tokens[child].Head == i && s.Tokens[child].Is("nmod") {
					s.Tokens[child].Deprel = "obl"
				}
			}
		}
	}
}
