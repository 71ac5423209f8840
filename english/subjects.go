package english

// mendSubjects gives one subject to a verb to which the parser gave two: a phrase with a
// preposition belongs to the noun before it ("the cabinet under Minister Holm plans …"), and
// a noun behind the verb to the clause behind it that has none ("Kovar said the attempt to
// cut prices failed"). So does one before a clause without a subject that another noun tells of ("envoys met in
// Oslo, the ministry said"). A noun within the words that are quoted before does not say them
// ("“Concerns remain everywhere,” he said"), and a name between commas is that of who is told before
// it ("Norland's minister, Anna Kovar, said"). The second of those between whom something is told belongs to the first
// ("talks between Norland's government and the rebels ended").
func mendSubjects(s *Sentence) {
	for verb := range s.Tokens {
		first := s.Child(verb, "nsubj")
		if first < 0 || first > verb || s.Tokens[verb].UPOS != "VERB" {
			continue
		}
		if told := s.toldBefore(verb, first); told >= 0 {
			s.Tokens[first].Head = told
			continue
		}
		s.relateWho(verb)
		clause := -1
		for child := range s.Children(verb) {
			if t := &s.Tokens[child]; t.Is("ccomp") && child > verb {
				clause = child
			}
		}
		for second := first + 1; second < len(s.Tokens); second++ {
			t := &s.Tokens[second]
			if t.Head != verb || !t.Is("nsubj") {
				continue
			}
			switch preposition, pair := s.Child(second, "case"), s.betweenWhom(first, second); {
			case second < verb && pair >= 0:
				t.Head, t.Deprel = pair, "conj"
			case second < verb && clause > verb && s.insertedTold(first, second, verb) && !s.hasSubject(clause):
				s.Tokens[first].Head = clause
			case second < verb && s.unquoted(first, second):
				s.Tokens[first].Deprel = "ccomp"
			case second < verb && (s.setOffBetween(first, second, verb) || s.namesBearer(first, second)):
				t.Head, t.Deprel = first, "appos"
			case second < verb && preposition > first && s.Tokens[preposition].UPOS == "ADP" && !s.parted(first, second):
				t.Head, t.Deprel = first, "nmod"
			case second > verb && clause > second && !s.hasSubject(clause) && !s.parted(verb, second) && !s.parted(s.relativeEnd(second), clause):
				t.Head = clause
				if s.Child(clause, "aux:pass") >= 0 {
					t.Deprel = "nsubj:pass"
				}
			}
		}
	}
}

// betweenWhom is the first of two between whom a noun tells something, where "and" joins another noun to it: "talks
// between Norland's government and the rebels"; -1 where there is none.
func (s *Sentence) betweenWhom(noun, second int) int {
	and := s.Child(second, "cc")
	if and < 0 || s.Tokens[and].Text != "and" || s.Child(second, "case") >= 0 {
		return -1
	}
	for child := range s.Children(noun) {
		if _, end := s.Subtree(child); s.Tokens[child].Is("nmod") && s.Case(child) == "between" && s.Child(child, "conj") < 0 && end == and {
			return child
		}
	}
	return -1
}

// toldBefore is the clause without a subject between the two that the parser gave to a verb: "met", in "envoys met in
// Oslo, the ministry said"; -1 where there is none.
func (s *Sentence) toldBefore(verb, first int) int {
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		if !t.Is("ccomp") || t.UPOS != "VERB" || child < first || child > verb || s.Passive(child) || s.hasSubject(child) || s.Child(child, "mark") >= 0 {
			continue
		}
		for second := child + 1; second < verb; second++ {
			if s.Tokens[second].Head == verb && s.Tokens[second].Is("nsubj") && s.parted(child, second) {
				return child
			}
		}
	}
	return -1
}

// mendTeller gives a verb without a subject the noun between a comma and it, who says what stands before, where the
// parser coordinated that with a noun there or set it beside one: "will host talks between Norland and the rebels,
// its minister, Anna Kovar, said", "“There will be no pause,” an envoy, who was in Oslo, said".
func mendTeller(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		clause := s.Child(verb, "ccomp")
		if v.XPOS != "VBD" && v.XPOS != "VBZ" || clause < 0 || clause > verb || s.hasSubject(verb) {
			continue
		}
		for noun := clause + 1; noun < verb; noun++ {
			if t := &s.Tokens[noun]; t.isNoun() && (t.Is("conj") && s.Child(noun, "cc") < 0 || t.Is("appos") && s.Child(noun, "acl:relcl") > noun) && s.tellsBetween(noun, verb) {
				t.Head, t.Deprel = verb, "nsubj"
				break
			}
		}
	}
}

// tellsBetween tells whether a noun with all that describes it fills the place between a comma and a verb.
func (s *Sentence) tellsBetween(noun, verb int) bool {
	first, last := s.Subtree(noun)
	if last == verb-1 && s.Tokens[last].Text == "," {
		last++
	}
	return last == verb && (s.Tokens[first].Text == "," || s.followsComma(first))
}

// mendNamedTeller gives a verb of saying at the end without a subject the name between commas before it, where the parser
// took that for what a noun of the clause before is called: "has massed troops near the town, Anna Kovar, a commander, said".
func mendNamedTeller(s *Sentence) {
	for verb := range s.Tokens {
		clause := s.Child(verb, "ccomp")
		if clause < 0 || clause > verb || s.hasSubject(verb) || !loadTables().reporting[s.Tokens[verb].Text] {
			continue
		}
		for name := clause + 1; name < verb; name++ {
			t := &s.Tokens[name]
			if t.UPOS != "PROPN" || !t.Is("appos") || !s.followsComma(name) || !s.inClause(t.Head) {
				continue
			}
			for fellow := name + 1; fellow < verb; fellow++ {
				if f := &s.Tokens[fellow]; f.Is("appos") && f.Head == t.Head {
					f.Head = name
				}
			}
			if s.tellsBetween(name, verb) {
				s.makeSubject(name, verb)
				break
			}
		}
	}
}

// inClause tells whether a common noun is an object or stands behind a preposition, with no comma before it.
func (s *Sentence) inClause(noun int) bool {
	first, _ := s.Subtree(noun)
	t := &s.Tokens[noun]
	return t.UPOS == "NOUN" && (t.Is("obj") || t.Is("obl") || t.Is("nmod")) && !s.followsComma(first)
}

// insertedTold tells whether commas set off, behind a noun, a pronoun and its verb: "The rebels, he claimed, had fled".
func (s *Sentence) insertedTold(first, second, verb int) bool {
	if s.Tokens[second].UPOS != "PRON" || first >= second-1 || !s.followsComma(second) {
		return false
	}
	_, behind := s.Subtree(second)
	return behind == verb && verb+1 < len(s.Tokens) && s.Tokens[verb+1].Text == ","
}

// setOffBetween tells whether commas set a noun off between another and a verb: "Norland, long the
// broker, welcomed the deal".
func (s *Sentence) setOffBetween(first, second, verb int) bool {
	comma := first + 1
	for comma < second && s.Tokens[comma].Head == first && s.Tokens[comma].Is("flat") {
		comma++
	}
	return s.Tokens[comma].Text == "," && s.Tokens[second].UPOS == "NOUN" && s.commaBefore(verb) > second
}

// mendReported makes the noun behind a verb the subject of the clause behind both, which has none
// and needs one, where the parser took it for an object: "The army said rebels late on Tuesday
// shelled the town", "Officials said the raid, which took place on Monday, killed two".
func mendReported(s *Sentence) {
	for clause := range s.Tokens {
		t := &s.Tokens[clause]
		verb := t.Head
		if verb < 0 || verb > clause || t.UPOS != "VERB" || t.Deprel != "ccomp" && t.Deprel != "advcl" || s.Tokens[verb].UPOS != "VERB" {
			continue
		}
		subject := s.Child(verb, "obj")
		if subject < verb || subject > clause || s.Tokens[subject].UPOS == "PRON" || s.parted(verb, subject) || s.parted(s.relativeEnd(subject), clause) || !s.finiteBehind(clause, subject) {
			continue
		}
		s.makeSubject(subject, clause)
		t.Deprel = "ccomp"
	}
}

// relateWho hangs a clause with "who" on the noun before its comma, where the parser took it for what is said: "said Kovar,
// who had not been seen since May, died".
func (s *Sentence) relateWho(verb int) {
	for clause := range s.Children(verb) {
		who := s.Child(clause, "nsubj")
		if clause < verb || !s.Tokens[clause].Is("ccomp") || who < verb || s.Tokens[who].XPOS != "WP" || !s.followsComma(who) {
			continue
		}
		for noun := who - 2; noun > verb; noun-- {
			if t := &s.Tokens[noun]; t.Head == verb && t.Is("nsubj") {
				s.Tokens[clause].Head, s.Tokens[clause].Deprel = noun, "acl:relcl"
				return
			}
		}
	}
}

// relativeEnd is the comma behind a noun's relative clause that commas set off, "rebels, who had come from Olvik,"; the
// noun itself where it has none.
func (s *Sentence) relativeEnd(noun int) int {
	relative := s.Child(noun, "acl:relcl")
	if relative < noun || s.Tokens[noun+1].Text != "," {
		return noun
	}
	_, end := s.Subtree(relative)
	if end >= len(s.Tokens) || s.Tokens[end].Text != "," {
		return noun
	}
	return end
}

// finiteBehind tells whether a verb without a subject is finite: by itself, or by a helper that stands right behind
// a noun phrase: "said drones flying in were shot down".
func (s *Sentence) finiteBehind(verb, noun int) bool {
	if s.hasSubject(verb) || s.Child(verb, "mark", "cop") >= 0 {
		return false
	}
	if helper := s.Child(verb, "aux"); helper >= 0 {
		_, last := s.Subtree(noun)
		return helper == last && s.Tokens[helper].Feat("VerbForm") == "Fin"
	}
	return s.Tokens[verb].isFinite()
}

// mendMeanwhile makes a clause of "as" and its subject out of what the parser took for a phrase
// before a verb without subject: "The army left, the minister said, as Norland, Sudmark and Osten
// pressed for talks".
func mendMeanwhile(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		if !v.isFinite() || !v.Is("ccomp") && !v.Is("advcl") || v.Head > verb || !s.isBare(verb) {
			continue
		}
		for child := range s.Children(verb) {
			t := &s.Tokens[child]
			as := s.Child(child, "case")
			if child > verb || !t.Is("obl") || t.XPOS != "NNP" && t.XPOS != "NNS" && t.XPOS != "NNPS" || as < 2 || as > child || s.Tokens[as].Text != "as" || s.Tokens[as-1].Text != "," {
				continue
			}
			if _, last := s.Subtree(child); last == verb && s.Tokens[last-1].Text != "," {
				t.Deprel, v.Deprel = "nsubj", "advcl"
				s.Tokens[as].Head, s.Tokens[as].Deprel, s.Tokens[as].UPOS = verb, "mark", "SCONJ"
				break
			}
		}
	}
}

// parted tells whether punctuation stands between two tokens.
func (s *Sentence) parted(first, last int) bool {
	for i := first + 1; i < last; i++ {
		if t := &s.Tokens[i]; t.UPOS == "PUNCT" && t.Text != "-" {
			return true
		}
	}
	return false
}

// unquoted tells whether a quotation ends between two tokens.
func (s *Sentence) unquoted(first, last int) bool {
	for i := first + 1; i < last; i++ {
		if s.Tokens[i].XPOS == "''" || s.Tokens[i].Text == "”" {
			return true
		}
	}
	return false
}

// namesBearer tells whether a name stands between commas right behind a common noun.
func (s *Sentence) namesBearer(noun, name int) bool {
	_, behind := s.Subtree(noun)
	_, last := s.Subtree(name)
	return s.Tokens[noun].UPOS == "NOUN" && s.Tokens[name].UPOS == "PROPN" && name == behind+1 && s.Tokens[behind].Text == "," &&
		last < len(s.Tokens) && (s.Tokens[last].Text == "," || s.Tokens[last-1].Text == ",")
}
