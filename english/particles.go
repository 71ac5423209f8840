package english

// mendParticle makes an object of what stands behind a verb and its particle, where the parser took the
// particle for a preposition though the tagger did not: "shrugged off the decision", "brushed aside the offer".
func mendParticle(s *Sentence) {
	for particle := 1; particle+1 < len(s.Tokens); particle++ {
		t := &s.Tokens[particle]
		verb, object := particle-1, t.Head
		if t.XPOS != "RP" && t.XPOS != "RB" || !t.Is("case") || object <= particle || s.Tokens[verb].UPOS != "VERB" {
			continue
		}
		o := &s.Tokens[object]
		oblique := t.XPOS == "RP" && (o.Is("obl") || o.Is("nmod")) && s.Child(verb, "obj") < 0
		if o.Head == verb && (oblique || o.Is("obj")) {
			t.Head, t.Deprel = verb, "compound:prt"
			o.Deprel = "obj"
		}
	}
}
