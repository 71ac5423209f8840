package english

// mendTitlePair coordinates two names that a title opens with, which only a comma parts, where the parser took one for
// something else beside the verb of both: "Norland, Sudmark leaders to meet", "Kovar, Holm discuss truce".
func mendTitlePair(s *Sentence) {
	comma, verb := s.titlePair()
	if verb < 0 {
		return
	}
	last := verb - 1
	if s.Tokens[last].Lemma == "to" {
		last--
	}
	one, other := s.Anchor(0, comma), s.Anchor(comma+1, last+1)
	if s.Infinitive(verb) {
		for child := range s.Tokens {
			if t := &s.Tokens[child]; child > verb && (t.Head == one || t.Head == other) {
				t.Head = verb
			}
		}
		s.Tokens[verb].Head, s.Tokens[verb].Deprel = -1, "root"
	}
	if s.Tokens[one].UPOS == "ADJ" { // "Norlandic, Sudmarkian troops clash"
		s.Tokens[other].Head, s.Tokens[other].Deprel = verb, "nsubj"
		s.Tokens[one].Head, s.Tokens[one].Deprel = other, "amod"
		s.Tokens[comma+1].Head, s.Tokens[comma+1].Deprel = one, "conj"
		return
	}
	s.Tokens[one].Head, s.Tokens[one].Deprel = verb, "nsubj"
	s.Tokens[other].Head, s.Tokens[other].Deprel = one, "conj"
}

// mendTitleThree coordinates three names or more that a title opens with, which only commas part, where the parser took
// the last for the subject of the verb alone: "Kovar, Holm, Lind sign pact".
func mendTitleThree(s *Sentence) {
	if s.Paragraph > 0 || len(s.Tokens) == 0 || s.Tokens[0].UPOS != "PROPN" {
		return
	}
	names, at := []int{}, 0
	for at < len(s.Tokens) && s.Tokens[at].UPOS == "PROPN" {
		first := at
		for at < len(s.Tokens) && s.Tokens[at].UPOS == "PROPN" {
			at++
		}
		names = append(names, s.Anchor(first, at))
		if at < len(s.Tokens) && s.Tokens[at].Text == "," {
			at++
		}
	}
	if len(names) < 3 || at >= len(s.Tokens) || s.Tokens[at].UPOS != "VERB" || s.Tokens[at].XPOS != "VBP" {
		return
	}
	last := names[len(names)-1]
	if s.Tokens[last].Head != at || !s.Tokens[last].Is("nsubj") || s.Tokens[at-1].Text == "," {
		return
	}
	s.makeSubject(names[0], at)
	for _, name := range names[1:] {
		s.Tokens[name].Head, s.Tokens[name].Deprel = names[0], "conj"
	}
}

// titlePair finds the comma between two names that a title opens with and the verb of both, which agrees with more than
// one; -1 where there are none.
func (s *Sentence) titlePair() (comma, verb int) {
	const longest = 4
	if s.Paragraph > 0 {
		return -1, -1
	}
	named := func(from int) int { // the token behind a name
		at := from
		for at < len(s.Tokens) && at-from < longest && (s.Tokens[at].UPOS == "PROPN" || s.Tokens[at].UPOS == "ADJ" || s.Tokens[at].UPOS == "NOUN" && at > from) {
			at++
		}
		return at
	}
	if comma = named(0); comma == 0 || comma+2 >= len(s.Tokens) || s.Tokens[comma].Text != "," || s.Tokens[comma-1].UPOS == "NOUN" {
		return -1, -1
	}
	verb = named(comma + 1)
	if verb+1 >= len(s.Tokens) || verb == comma+1 || !startsUpper(s.Tokens[comma+1].Text) || !startsUpper(s.Tokens[comma-1].Text) || s.Tokens[verb-1].UPOS == "ADJ" {
		return -1, -1
	}
	if s.Tokens[verb].Lemma == "to" && s.Tokens[verb+1].XPOS == "VB" {
		return comma, verb + 1
	}
	if s.Tokens[verb].UPOS != "VERB" || s.Tokens[verb].XPOS != "VBP" {
		return -1, -1
	}
	return comma, verb
}
