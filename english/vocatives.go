package english

// mendVocative makes the name or noun that opens a sentence the subject of a finite verb without one, where the
// parser took it for who is spoken to: "Kovar, for her part, thanked the hosts".
func mendVocative(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !t.Is("vocative") || t.Head < i || !t.isNoun() || s.hasSubject(t.Head) {
			continue
		}
		verb := &s.Tokens[t.Head]
		first, _ := s.Subtree(i)
		if first == 0 && (verb.XPOS == "VBD" || verb.XPOS == "VBZ") && verb.UPOS == "VERB" && s.Child(t.Head, "aux:pass") < 0 {
			t.Deprel = "nsubj"
		}
	}
}
