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
		if !t.Is("appos") || t.Head < 0 || t.Head > top || t.UPOS != "PROPN" {
			continue
		}
		first, last := s.Subtree(top)
		if last > verb || !s.opensAtComma(first) || !s.opens(t.Head, verb, first) {
			continue
		}
		t.Head, t.Deprel = verb, "nsubj"
		s.Tokens[verb].setUnhelped()
		return
	}
}

// opensAtComma tells whether a phrase begins with a comma, or with a word right behind one.
func (s *Sentence) opensAtComma(first int) bool {
	return s.Tokens[first].Text == "," || s.Tokens[first].UPOS != "PUNCT" && s.followsComma(first)
}

// opens tells whether a word stands in a phrase with a preposition or participle that opens the sentence, reaches to
// end and hangs on the verb alone: "On Sunday", "Speaking in Oslo".
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
	v := &s.Tokens[verb]
	return v.UPOS == "VERB" && (v.isFinite() || v.XPOS == "VBN" && !s.isHelped(verb)) && !s.hasSubject(verb)
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
		if !t.Is("nsubj") || t.Head <= verb || t.UPOS == "PRON" && t.Feat("PronType") == "Rel" {
			continue
		}
		if _, last := s.Subtree(top); last != verb {
			continue
		}
		t.Head, t.Deprel = verb, "nsubj"
		s.Tokens[verb].setUnhelped()
		return
	}
}
