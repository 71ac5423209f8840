package english

// mendResumed coordinates a bare infinitive with the one that it goes on from, where the parser coordinated it with the
// finite verb of a clause between the two: "urged them to honour the pact that they signed and withdraw".
func mendResumed(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		if v.XPOS != "VB" || !v.Is("conj") || v.Head < 0 || v.Head > verb || s.Child(verb, "cc") < 0 || s.Child(verb, "nsubj", "aux", "mark") >= 0 {
			continue
		}
		inner := &s.Tokens[v.Head]
		if inner.XPOS != "VBD" && inner.XPOS != "VBZ" || s.Child(v.Head, "aux") >= 0 || !inner.Is("acl") {
			continue
		}
		for above := range s.Ancestors(v.Head) {
			if s.Tokens[above].XPOS == "VB" && (s.Infinitive(above) || s.Child(above, "aux") >= 0) {
				v.Head = above
				break
			}
		}
	}
}
