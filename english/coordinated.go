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

// mendPlaceOfRow takes out of a row a name behind a preposition of place that no "and" joins to it: Oslo is no party in
// "talks between Norland and Sudmark in Oslo".
func mendPlaceOfRow(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !t.Is("conj") || t.UPOS != "PROPN" || t.Head < 0 || t.Head > i || s.Child(i, "cc") >= 0 {
			continue
		}
		if place := s.Child(i, "case"); place < t.Head || s.Tokens[place].Text != "in" && s.Tokens[place].Text != "near" || s.Tokens[place-1].Text == "," {
			continue
		}
		if over := s.Tokens[t.Head].Head; over >= 0 && s.Tokens[t.Head].Is("nmod") {
			t.Head = over
		}
		t.Deprel = "nmod"
	}
}
