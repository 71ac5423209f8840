package english

// mendNounClause gives a sentence its verb back where the parser took a noun with "that" for all of it and hung the verb
// on the clause with "that": "Norland's warning that it would block the deal came as a surprise".
func mendNounClause(s *Sentence) {
	noun := s.rootNoun()
	if noun < 0 || s.Tokens[len(s.Tokens)-1].Text != "." {
		return
	}
	clause := s.thatClause(noun)
	if clause < 0 {
		return
	}
	for verb := clause + 1; verb < len(s.Tokens); verb++ {
		if t := &s.Tokens[verb]; t.UPOS == "PUNCT" || t.UPOS == "SCONJ" || t.UPOS == "CCONJ" || t.XPOS == "WDT" || t.XPOS == "WP" {
			return
		} else if t.UPOS == "VERB" && t.isFinite() {
			s.makeRoot(verb, noun, clause)
			return
		}
	}
}

// thatClause is the verb of the clause with "that" and a subject of its own about a noun, or that the parser hung on
// whoever that noun is of: "a claim by the rebels that they had shot down a jet"; -1 where there is none.
func (s *Sentence) thatClause(noun int) int {
	for _, over := range []int{noun, s.Child(noun, "nmod")} {
		clause := s.Child(over, "acl")
		if over < noun || clause < over || s.Tokens[clause].UPOS != "VERB" {
			continue
		}
		that, _ := s.Subtree(clause)
		if subject := s.Child(clause, "nsubj", "expl"); s.Tokens[that].Text == "that" && subject > that && subject < clause {
			return clause
		}
	}
	return -1
}

// makeRoot makes a verb that the parser hung on the clause about a noun the root, with that noun for its subject, and
// gives the clause the noun between the two verbs for its object.
func (s *Sentence) makeRoot(verb, noun, clause int) {
	for i := clause + 1; i < verb; i++ {
		if t := &s.Tokens[i]; t.Head == verb && t.Is("nsubj") {
			t.Head, t.Deprel = clause, "obj"
		}
	}
	for i := verb + 1; i < len(s.Tokens); i++ {
		if t := &s.Tokens[i]; t.Head == clause || t.Head == noun {
			t.Head = verb
		}
	}
	s.Tokens[verb].Head, s.Tokens[verb].Deprel = -1, "root"
	s.makeSubject(noun, verb)
}
