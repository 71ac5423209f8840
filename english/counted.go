package english

// mendCounted makes an object of people or things behind a verb that are counted with "at least" or "at most", which the
// parser took for a preposition of theirs: "killed at least ten soldiers".
func mendCounted(s *Sentence) {
	for noun := range s.Tokens {
		t := &s.Tokens[noun]
		if !t.Is("obl") || !t.isNoun() || t.Head < 0 || s.Passive(t.Head) || s.Child(t.Head, "obj", "ccomp") >= 0 {
			continue
		}
		count := s.Child(noun, "nummod")
		if count < t.Head || s.Child(noun, "case") >= 0 {
			continue
		}
		bound := s.Child(count, "nmod")
		if bound == t.Head+2 && (s.Tokens[bound].Text == "least" || s.Tokens[bound].Text == "most") {
			t.Deprel = "obj"
		}
	}
}
