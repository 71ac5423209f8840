package english

// mendApposed sets a person's name beside the noun that it names, where a phrase stands
// between them and the parser took the name for the end of that phrase or for another one:
// "the envoy for grain Peter Holm", "the spokesman for the ministry Anna Kovar".
func (t *Text) mendApposed() {
	for i := range t.Names {
		if n := &t.Names[i]; n.Kind == Person && n.Last > n.First+1 {
			t.Sentences[n.Sentence].apposeName(n.First, n.Last)
		}
	}
}

func (s *Sentence) apposeName(first, last int) {
	top := s.Anchor(first, last)
	name := &s.Tokens[top]
	if name.Deprel != "nmod" || name.Head < 0 || name.Head >= first || s.Tokens[name.Head].UPOS != "NOUN" {
		return
	}
	between := -1 // the noun of the phrase that stands between
	for i := name.Head + 1; i < first; i++ {
		switch t := &s.Tokens[i]; {
		case t.UPOS == "PUNCT" && t.Text != "-", t.UPOS == "VERB", t.UPOS == "CCONJ":
			return
		case t.Is("nmod") && t.Head == name.Head:
			between = i
		}
	}
	if between < 0 {
		return
	}
	if preposition := s.Child(top, "case"); preposition >= 0 {
		if preposition > between || s.Child(between, "case") >= 0 {
			return // "the envoy of Norland to Anna Kovar"
		}
		s.Tokens[preposition].Head = between
	}
	for i := range s.Tokens[:first] {
		if s.Tokens[i].Head == top {
			s.Tokens[i].Head = between // "the", before "ministry"
		}
	}
	name.Deprel = "appos"
}
