package english

// mendWounds makes a verb of "wounds" behind a verb with a number for object, where the parser took it for a noun: "Blast
// kills two, wounds five", "kills two and wounds five".
func mendWounds(s *Sentence) {
	for wounds := 3; wounds+1 < len(s.Tokens); wounds++ {
		t, count := &s.Tokens[wounds], &s.Tokens[wounds+1]
		if t.Text != "wounds" || t.UPOS != "NOUN" || count.UPOS != "NUM" || s.Tokens[wounds-1].Text != "," && s.Tokens[wounds-1].UPOS != "CCONJ" {
			continue
		}
		verb, killed := wounds-3, wounds-2
		for verb > 0 && s.Tokens[verb].XPOS != "VBZ" && s.Tokens[verb].XPOS != "VBD" && wounds-verb < farthestHarm {
			verb--
		}
		if s.Tokens[verb].UPOS != "VERB" || s.Tokens[killed].UPOS != "NUM" && s.Child(verb, "obj") < 0 {
			continue
		}
		if s.Tokens[killed].UPOS == "NUM" {
			s.Tokens[killed].Head, s.Tokens[killed].Deprel = verb, "obj"
		}
		t.XPOS, t.UPOS, t.Lemma, t.Feats = "VBZ", "VERB", "wound", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
		t.Head, t.Deprel = verb, "conj"
		s.Tokens[wounds-1].Head = wounds
		if people := wounds + 2; count.Head == people && people < len(s.Tokens) && s.Tokens[people].isNoun() {
			s.Tokens[people].Head, s.Tokens[people].Deprel = wounds, "obj" // "wounds 20 others"
			continue
		}
		count.Head, count.Deprel = wounds, "obj"
	}
}

// farthestHarm is how many tokens before such a verb the one before it stands at most.
const farthestHarm = 6
