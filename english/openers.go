package english

// mendOpeners gives the main verb of a sentence the name or noun between two commas before it, where the
// parser took that for an apposition of the phrase which opens the sentence: "On Sunday, Anna Kovar, the
// envoy, called for talks", "Speaking in Oslo, Kovar, without naming him, accused the envoy".
func mendOpeners(s *Sentence) {
	verb := s.Root()
	if verb < 4 || !s.wantsSubject(verb) {
		return
	}
	for top := 1; top < verb; top++ {
		t := &s.Tokens[top]
		first, last := s.Subtree(top)
		if !t.Is("appos") || t.Head < 0 || t.Head > top || t.UPOS != "PROPN" || s.Tokens[first].UPOS == "PUNCT" && s.Tokens[first].Text != "," || last > verb || !s.opens(t.Head, verb, first) {
			continue
		}
		if s.Tokens[first].Text != "," && (first == 0 || s.Tokens[first-1].Text != ",") {
			continue
		}
		t.Head, t.Deprel = verb, "nsubj"
		s.Tokens[verb].setPastOf()
		return
	}
}

// opens tells whether a word stands in the phrase with a preposition or participle that opens a sentence,
// hangs on its verb and ends where something begins.
func (s *Sentence) opens(word, verb, end int) bool {
	if t := &s.Tokens[0]; t.UPOS != "ADP" && t.XPOS != "VBG" && t.XPOS != "VBN" {
		return false
	}
	for i := range end {
		if t := &s.Tokens[i]; t.UPOS != "PUNCT" && t.Head >= end && t.Head != verb || t.Is("nsubj") && t.Head == verb {
			return false
		}
	}
	return word < end
}

// wantsSubject tells whether a verb is finite, or a participle that nothing helps, and has no subject.
func (s *Sentence) wantsSubject(verb int) bool {
	switch v := &s.Tokens[verb]; v.XPOS {
	case "VBD", "VBZ", "VBP", "VBN":
		return v.UPOS == "VERB" && s.Child(verb, "nsubj", "nsubj:pass", "csubj", "expl") < 0 && (v.XPOS != "VBN" || s.Child(verb, "aux", "aux:pass", "cop", "obl:agent") < 0)
	}
	return false
}

// setPastOf makes a participle a verb in the past and leaves other forms as they are.
func (t *Token) setPastOf() {
	if t.XPOS == "VBN" {
		t.setPast()
	}
}

// mendFarther gives the main verb the subject right before it, where the parser gave it to a verb farther
// on: "Members of the press accused Kovar of implying officers were guilty".
func mendFarther(s *Sentence) {
	verb := s.Root()
	if verb < 1 || !s.wantsSubject(verb) {
		return
	}
	for top := range verb {
		t := &s.Tokens[top]
		if _, last := s.Subtree(top); !t.Is("nsubj") || t.Head <= verb || last != verb || t.UPOS == "PRON" && t.Feat("PronType") == "Rel" {
			continue
		}
		t.Head, t.Deprel = verb, "nsubj"
		s.Tokens[verb].setPastOf()
		return
	}
}

// mendInfinitive lifts a verb in the past, which the parser coordinated with an infinitive, to the verb in
// the past over it: "said it was too early to go but added".
func mendInfinitive(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		if !v.Is("conj") || v.Head < 0 || v.Head > verb || v.UPOS != "VERB" || v.XPOS != "VBD" && v.XPOS != "VBN" || s.Child(verb, "nsubj", "csubj", "expl", "aux", "cop", "mark") >= 0 || s.Child(verb, "cc") < 0 {
			continue
		}
		if inner := &s.Tokens[v.Head]; inner.XPOS != "VB" || s.Child(v.Head, "mark") < 0 || s.Child(v.Head, "obj") < 0 && v.XPOS == "VBN" {
			continue
		}
		for above := range s.Ancestors(v.Head) {
			if s.Child(above, "nsubj") >= 0 && s.past(above) {
				v.Head = above
				v.setPastOf()
				break
			}
		}
	}
}

// mendGerund gives a participle the clause right behind it, where the parser hung it on that clause though no
// comma parts it from its subject: "said, while arguing the union should act".
func mendGerund(s *Sentence) {
	for verb := 1; verb+1 < len(s.Tokens); verb++ {
		v := &s.Tokens[verb]
		clause := v.Head
		if v.XPOS != "VBG" || v.UPOS != "VERB" || !v.Is("advcl") || clause <= verb || s.Tokens[clause].Head < 0 || s.Tokens[clause].Head > verb || s.Child(verb, "obj", "ccomp", "xcomp", "aux") >= 0 {
			continue
		}
		subject := s.Child(clause, "nsubj", "nsubj:pass")
		if subject < 0 {
			continue
		}
		if first, _ := s.Subtree(subject); first != verb+1 {
			continue
		}
		v.Head, v.Deprel = s.Tokens[clause].Head, "advcl"
		s.Tokens[clause].Head, s.Tokens[clause].Deprel = verb, "ccomp"
	}
}

// past tells whether the verb or predicate of a clause stands in the simple past.
func (s *Sentence) past(head int) bool {
	for child := range s.Children(head) {
		if t := &s.Tokens[child]; t.Is("aux") || t.Is("cop") {
			return t.XPOS == "VBD"
		}
	}
	return s.Tokens[head].XPOS == "VBD"
}
