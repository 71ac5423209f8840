package english

// mendFronted gives a sentence that opens with a participle its finite verb, where the
// parser took the participle for the root and the verb for another: "Hosted by Minister
// Anna Kovar, the meeting focused on grain". The noun behind the comma is the subject of
// the verb right after it.
func mendFronted(s *Sentence) {
	if len(s.Tokens) < 6 || s.Tokens[0].XPOS != "VBN" || s.Tokens[0].Head >= 0 || s.Child(0, "aux", "cop", "nsubj") >= 0 {
		return
	}
	for verb := 3; verb < len(s.Tokens); verb++ {
		subject := verb - 1
		comma, ok := s.behindComma(subject, shortPhrase)
		if !ok || !s.mistakenVerb(verb, subject) {
			continue
		}
		// What stands behind the verb and hung on the participle is the verb's.
		for i := comma; i < len(s.Tokens); i++ {
			if s.Tokens[i].Head == 0 && i != verb {
				s.Tokens[i].Head = verb
			}
		}
		top := s.headOf(subject, comma)
		v := &s.Tokens[verb]
		v.setPast()
		v.Head, v.Deprel = -1, "root"
		s.Tokens[top].Head, s.Tokens[top].Deprel = verb, "nsubj"
		s.Tokens[comma].Head = verb
		s.Tokens[0].Head, s.Tokens[0].Deprel = verb, "advcl"
		return
	}
}

// shortPhrase is how many tokens before its last a noun phrase begins behind a comma, at most.
const shortPhrase = 6

// behindComma finds the comma right before the noun phrase that ends with a token and is no longer than
// some reach.
func (s *Sentence) behindComma(last, reach int) (int, bool) {
	switch s.Tokens[last].UPOS {
	case "NOUN", "PROPN":
	default:
		return 0, false
	}
	for i := last - 1; i > 1 && last-i <= reach; i-- {
		switch s.Tokens[i].UPOS {
		case "PUNCT":
			return i, s.Tokens[i].Text == ","
		case "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART":
		default:
			if s.Tokens[i].Text != "of" {
				return 0, false
			}
		}
	}
	return 0, false
}

// headOf is the head of a noun phrase from a comma to its last token.
func (s *Sentence) headOf(last, comma int) int {
	for s.Tokens[last].Head > comma && s.Tokens[last].Head < last {
		last = s.Tokens[last].Head
	}
	return last
}

// mistakenVerb tells whether a past form behind a noun hangs on that noun, or on the
// participle at the head of the sentence, without anything that would make it a passive
// or a subordinate clause.
func (s *Sentence) mistakenVerb(verb, subject int) bool {
	v := &s.Tokens[verb]
	if v.XPOS != "VBD" && v.XPOS != "VBN" || s.Child(verb, "aux", "mark", "nsubj", "obl:agent") >= 0 {
		return false
	}
	switch {
	case v.Is("acl"):
		return v.Head == subject || v.Head == s.Tokens[subject].Head
	case v.Is("advcl"):
		return v.Head == 0
	}
	return false
}

// mendSubject gives a finite verb without a subject the name right before it, where the
// parser took the name for a part of the phrase that opens the sentence: "On Friday Kovar
// said", "at a meeting in Oslo on Tuesday Kovar rejected the offer".
func mendSubject(s *Sentence) {
	calendar := func(i int) bool { return loadTables().calendar[s.Tokens[i].Text] || s.Tokens[i].UPOS == "NUM" }
	for verb := 3; verb < len(s.Tokens); verb++ {
		v := &s.Tokens[verb]
		if v.UPOS != "VERB" || v.Feat("VerbForm") != "Fin" || v.Feat("Mood") == "Imp" || s.Tokens[verb-1].UPOS != "PROPN" || s.hasSubject(verb) {
			continue
		}
		first := verb - 1
		for first > 0 && s.Tokens[first-1].UPOS == "PROPN" && !calendar(first-1) {
			first--
		}
		top := s.Anchor(first, verb)
		t := &s.Tokens[top]
		if first == 0 || !calendar(first-1) || calendar(top) || t.Head < 0 || t.Head >= first || s.Child(top, "cc") >= 0 || !s.Dominates(verb, t.Head) {
			continue
		}
		if preposition := s.Child(top, "case"); preposition >= first-1 {
			continue
		} else if preposition >= 0 {
			s.Tokens[preposition].Head = first - 1 // "on", which is the day's
		}
		t.Head, t.Deprel = verb, "nsubj"
		for i := first; i < verb; i++ {
			if i != top && s.Tokens[i].Head < first {
				s.Tokens[i].Head, s.Tokens[i].Deprel = top, "flat"
			}
		}
		return
	}
}

// mendOpening gives a finite verb without a subject the noun phrase between a comma and it, where the parser coordinated
// that without an "and" with the phrase that opens the sentence: "Behind closed doors, envoys of both sides met".
func mendOpening(s *Sentence) {
	for verb := 4; verb < len(s.Tokens); verb++ {
		if v := &s.Tokens[verb]; !v.isFinite() || v.UPOS != "VERB" || v.Is("conj") || v.Is("acl") || s.hasSubject(verb) || s.Child(verb, "aux:pass", "mark", "expl") >= 0 {
			continue
		}
		for child := range s.Children(verb) {
			if child > verb || !s.Tokens[child].Is("obl") || s.Child(child, "case") < 0 {
				continue
			}
			if noun := s.joinedInside(child, verb); noun >= 0 {
				s.takeFellows(noun, verb)
				s.makeSubject(noun, verb)
				break
			}
		}
	}
}

// joinedInside is the noun behind a comma that was coordinated without an "and" inside the phrase that opens a sentence, and
// that with its fellows reaches to a verb: "Following talks in Oslo, the envoys of Norland and Sudmark agreed"; -1 for none.
func (s *Sentence) joinedInside(opening, verb int) int {
	for noun := opening + 1; noun < verb; noun++ {
		t := &s.Tokens[noun]
		if !t.Is("conj") || !t.isNoun() || !s.Dominates(opening, noun) || s.Child(noun, "cc", "case") >= 0 {
			continue
		}
		first, last := s.Subtree(noun)
		if s.Tokens[first].Text != "," && !s.followsComma(first) {
			continue
		}
		for fellow := range s.Children(t.Head) {
			if t.UPOS == "NOUN" && fellow > noun && s.Tokens[fellow].Is("conj") && s.Child(fellow, "cc") == last {
				_, last = s.Subtree(fellow)
			}
		}
		if last == verb {
			return noun
		}
	}
	return -1
}

// takeFellows gives a noun the fellows behind it that were coordinated with what it was itself, or the last name inside it, if
// they are names too.
func (s *Sentence) takeFellows(noun, verb int) {
	for fellow := noun + 1; fellow < verb; fellow++ {
		t := &s.Tokens[fellow]
		if t.Head != s.Tokens[noun].Head || !t.Is("conj") {
			continue
		}
		t.Head = noun
		if inside := s.Child(noun, "nmod"); t.UPOS == "PROPN" && inside > noun && inside < fellow && s.Tokens[inside].UPOS == "PROPN" {
			t.Head = inside
		}
	}
}

// mendAnother gives a verb in the past without a subject the name between it and "and", where the parser
// coordinated that name with what the verb before has done: "Norland voiced concern, and Sudmark called
// for calm".
func mendAnother(s *Sentence) {
	for verb := 4; verb < len(s.Tokens); verb++ {
		v := &s.Tokens[verb]
		if !s.isJoined(verb) || v.XPOS != "VBD" || s.Child(verb, "nsubj", "csubj", "expl", "aux") >= 0 {
			continue
		}
		first := verb
		for first > 1 && s.Tokens[first-1].UPOS == "PROPN" {
			first--
		}
		if first == verb || first < 2 || s.Tokens[first-1].UPOS != "CCONJ" || s.Tokens[first-2].Text != "," {
			continue
		}
		top := s.Anchor(first, verb)
		if t := &s.Tokens[top]; t.Is("conj") && t.Head > v.Head && t.Head < first {
			t.Head, t.Deprel = verb, "nsubj"
			s.Tokens[first-1].Head = verb
		}
	}
}
