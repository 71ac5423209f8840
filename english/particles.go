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
	mendKeptOn(s)
	mendBehindParticle(s)
}

// mendKeptOn makes a particle of "on" between a verb of going on and a gerund, where the parser took it for what opens the
// gerund's clause: "went on shelling the town".
func mendKeptOn(s *Sentence) {
	for on := 1; on+1 < len(s.Tokens); on++ {
		t, gerund, verb := &s.Tokens[on], &s.Tokens[on+1], on-1
		if t.Text == "on" && t.Is("mark") && t.Head == on+1 && gerund.XPOS == "VBG" && gerund.Head == verb && loadTables().keepingOn[s.Tokens[verb].Lemma] {
			t.Head, t.UPOS, t.XPOS, t.Deprel = verb, "ADP", "RP", "compound:prt"
		}
	}
}

// mendBehindParticle makes an object of the noun with an article or owner right behind a particle, where the parser took it
// for a circumstance though no preposition opens one, and a complement of a gerund right behind it: "called off their
// strike", "put off meeting them".
func mendBehindParticle(s *Sentence) {
	for particle := range len(s.Tokens) - 1 {
		verb, noun := s.Tokens[particle].Head, s.Tokens[particle+1].Head
		if !s.Tokens[particle].Is("compound:prt") || verb > particle || s.Child(verb, "obj") >= 0 {
			continue
		}
		if gerund := &s.Tokens[particle+1]; gerund.Is("advcl") && gerund.XPOS == "VBG" && gerund.Head == verb {
			gerund.Deprel = "xcomp"
		}
		if noun <= particle {
			continue
		}
		o, opens := &s.Tokens[noun], &s.Tokens[particle+1]
		owned := opens.Is("nmod:poss") && opens.UPOS == "PRON" || opens.Is("det") && (opens.Lemma == "the" || opens.Lemma == "a")
		if owned && o.Is("obl") && o.Head == verb && s.Case(noun) == "" && !loadTables().calendar[o.Text] {
			o.Deprel = "obj"
		}
	}
}
