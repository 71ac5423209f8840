package english

// mendParticle makes an object of what stands behind a verb and its particle, where the parser took the
// particle for a preposition though the tagger did not: "shrugged off the decision".
func mendParticle(s *Sentence) {
	for particle := 1; particle+1 < len(s.Tokens); particle++ {
		t := &s.Tokens[particle]
		verb, object := particle-1, t.Head
		if t.XPOS != "RP" || !t.Is("case") || object <= particle || s.Tokens[verb].UPOS != "VERB" || s.Child(verb, "obj") >= 0 {
			continue
		}
		if o := &s.Tokens[object]; o.Head == verb && (o.Deprel == "obl" || o.Deprel == "nmod") {
			t.Head, t.Deprel = verb, "compound:prt"
			o.Deprel = "obj"
		}
	}
}
