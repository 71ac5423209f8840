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
