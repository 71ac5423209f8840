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
	t.mendPeopleRow()
}

// mendPeopleRow makes a row of the people who are listed, each with a title, where the parser took one behind a comma for
// another name, or a part of the name, of the one before: "with Minister Anna Kovar, Envoy Peter Holm and Judge Ivo Brandt".
func (t *Text) mendPeopleRow() {
	for i := range t.Names {
		n := &t.Names[i]
		s := &t.Sentences[n.Sentence]
		top := s.Anchor(n.First, n.Last)
		name := &s.Tokens[top]
		if n.Kind != Person || !name.Is("appos") && !name.Is("flat") || s.Child(top, "nmod:desc") < 0 {
			continue
		}
		other, named := t.personBefore(i, name.Head)
		if !named {
			continue
		}
		if first, _ := s.Subtree(top); s.Tokens[first].Text == "," || s.followsComma(first) {
			name.Head, name.Deprel = s.rowOf(other), "conj"
		}
	}
}

// personBefore is the token that stands for the person whose name, before another name of the sentence, has a token in it.
func (t *Text) personBefore(name, token int) (top int, ok bool) {
	for i := name - 1; i >= 0 && t.Names[i].Sentence == t.Names[name].Sentence; i-- {
		if n := &t.Names[i]; n.Kind == Person && n.First <= token && token < n.Last {
			return t.Sentences[n.Sentence].Anchor(n.First, n.Last), true
		}
	}
	return 0, false
}

// rowOf is the first of the row that a token is a member of; the token itself where it is the first, or in none.
func (s *Sentence) rowOf(token int) int {
	for s.isJoined(token) {
		token = s.Tokens[token].Head
	}
	return token
}

func (s *Sentence) apposeName(first, last int) {
	top := s.Anchor(first, last)
	name := &s.Tokens[top]
	if s.besideOwner(top, first) {
		name.Head, name.Deprel = s.Tokens[name.Head].Head, "appos"
		return
	}
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

// besideOwner tells whether the parser set a name beside the other name right before its comma, which only says whose
// or where an office is: "the minister of Norland, Anna Kovar", "the envoy to Norland, Anna Kovar".
func (s *Sentence) besideOwner(top, first int) bool {
	name := &s.Tokens[top]
	if first < 2 || name.Head != first-2 || !s.followsComma(first) {
		return false
	}
	owner := &s.Tokens[first-2]
	beside := name.Deprel == "appos" || name.Deprel == "conj" && s.Child(top, "cc") < 0
	of := s.Case(first - 2)
	return beside && owner.UPOS == "PROPN" && owner.Is("nmod") && (of == "of" || (of == "to" || of == "for") && s.Tokens[owner.Head].UPOS == "NOUN")
}

// mendCounterpart sets a name beside the noun right before it, the last of a row, where the parser took the name for
// another of the row, for a second subject or for the name of the first: "Kovar and her Norlandic counterpart, Peter
// Holm, met".
func mendCounterpart(s *Sentence) {
	for name := range s.Tokens {
		n := &s.Tokens[name]
		if n.UPOS != "PROPN" || !n.Is("conj") && !n.Is("nsubj") && !n.Is("appos") || s.Child(name, "case") >= 0 {
			continue
		}
		noun := name - 1
		for noun > 0 && (s.Tokens[noun].Text == "," || s.Tokens[noun].Head == name && s.Tokens[noun].UPOS != "CCONJ") {
			noun-- // what stands before the name and is its own
		}
		if noun < 1 || s.Tokens[noun].UPOS != "NOUN" || !s.Tokens[noun].Is("conj") || s.Child(noun, "nmod:poss") < 0 {
			continue
		}
		if row := s.Tokens[noun].Head; row != n.Head && !(n.Is("nsubj") && s.Tokens[row].Is("nsubj") && s.Tokens[row].Head == n.Head) {
			continue
		}
		and := max(s.Child(noun, "cc"), s.Child(name, "cc"))
		if and < 0 || and > noun {
			continue
		}
		s.Tokens[and].Head = noun
		n.Head, n.Deprel = noun, "appos"
	}
}

// mendBearer sets a name behind a comma beside the noun right before it, the last of a row, where the parser set it beside
// the first of the row or gave the verb two subjects: "the minister, Anna Kovar, and her counterpart, Peter Holm, met".
func mendBearer(s *Sentence) {
	for name := range s.Tokens {
		n := &s.Tokens[name]
		if n.UPOS != "PROPN" || n.Head < 0 || !n.Is("appos") && !n.Is("nsubj") || s.Child(name, "case", "cc", "nmod:poss") >= 0 {
			continue
		}
		row := n.Head
		if n.Is("nsubj") {
			row = s.Child(n.Head, "nsubj")
		}
		comma, _ := s.Subtree(name)
		if s.followsComma(comma) {
			comma--
		}
		if noun := s.rowEnd(row, comma); noun >= 0 && s.Tokens[comma].Text == "," {
			n.Head, n.Deprel = noun, "appos"
		}
	}
}

// rowEnd is the common noun behind "and" that ends a row right before a token; -1 where none does.
func (s *Sentence) rowEnd(row, before int) int {
	for child := range s.Children(row) {
		if t := &s.Tokens[child]; !t.Is("conj") || t.UPOS != "NOUN" || child > before || s.Child(child, "cc") < row || s.Child(child, "appos") >= 0 {
			continue
		}
		if _, last := s.Subtree(child); last == before {
			return child
		}
	}
	return -1
}

// mendListed makes the members of a list of the names in it where the parser set the second beside the first: "the
// leaders of Norland, the UK and Sudmark".
func mendListed(s *Sentence) {
	for name := range s.Tokens {
		n := &s.Tokens[name]
		if n.UPOS != "PROPN" || !n.Is("appos") || n.Head < 0 || n.Head > name || s.Tokens[n.Head].UPOS != "PROPN" || s.Child(name, "case", "appos", "flat", "nmod") >= 0 {
			continue
		}
		last := s.Child(name, "conj")
		if last < 0 {
			last = s.Child(n.Head, "conj")
		}
		if last < name || s.Tokens[last].UPOS != "PROPN" || s.Child(last, "cc") < 0 || n.Head != name-2 && !(n.Head == name-3 && s.Tokens[name-1].UPOS == "DET") {
			continue
		}
		if s.Tokens[n.Head+1].Text == "," { // no "Norland Harbour Union (NHU) and the miners"
			n.Deprel = "conj"
		}
	}
}
