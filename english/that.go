package english

// mendThat makes the clause right behind a verb what the verb tells, where the parser took it for one with
// "that" about a noun: "The indictment alleges that he sold the plans".
func mendThat(s *Sentence) {
	for verb := 0; verb+2 < len(s.Tokens); verb++ {
		that := &s.Tokens[verb+1]
		if s.Tokens[verb].UPOS != "VERB" || that.Text != "that" || that.UPOS != "PRON" || that.Head < verb {
			continue
		}
		clause := &s.Tokens[that.Head]
		if clause.Deprel != "acl:relcl" || clause.Head != verb || that.Is("nsubj") || s.Child(that.Head, "nsubj", "expl") < 0 {
			continue
		}
		that.UPOS, that.XPOS, that.Feats, that.Deprel = "SCONJ", "IN", "", "mark"
		clause.Deprel = "ccomp"
	}
}

// mendThatItself makes "that" the subject of a clause that has no other, where the parser took it for the clause's
// conjunction: "That in itself is progress".
func mendThatItself(s *Sentence) {
	for that := range s.Tokens {
		t := &s.Tokens[that]
		if t.Is("mark") && t.UPOS == "PRON" && t.Text != "it" && t.Head > that && !s.hasSubject(t.Head) && s.tells(t.Head) {
			t.Deprel = "nsubj"
		}
	}
}

// mendBeforeThat gives a verb of saying the clause behind "before that", where the parser took both for conjunctions of it:
// "have complained before that others cheat".
func mendBeforeThat(s *Sentence) {
	for before := range len(s.Tokens) - 1 {
		b, that := &s.Tokens[before], &s.Tokens[before+1]
		if b.Text != "before" || that.Text != "that" || !that.Is("mark") || that.Head != b.Head {
			continue
		}
		clause := &s.Tokens[that.Head]
		verb := clause.Head
		if !clause.Is("advcl") || verb < 0 || verb > before || s.followsComma(before) || s.Child(verb, "ccomp") >= 0 || !loadTables().clausal[s.Tokens[verb].Lemma] {
			continue
		}
		b.Head, b.UPOS, b.XPOS, b.Deprel = verb, "ADV", "RB", "advmod"
		clause.Deprel = "ccomp"
	}
}

// mendThatBehindHearer gives a verb with a hearer the clause with "that" which tells what was heard, where the parser took it
// for one about a noun, though "that" is neither its subject nor its object: "notified the council that it would yield".
func mendThatBehindHearer(s *Sentence) {
	for clause := range s.Tokens {
		c := &s.Tokens[clause]
		that := s.Child(clause, "mark")
		if !c.Is("acl:relcl") || that < 0 || that < c.Head || s.Tokens[that].Text != "that" || !s.hasSubject(clause) {
			continue
		}
		verb := s.Tokens[c.Head].Head
		if verb >= 0 && verb < c.Head && loadTables().hearers[s.Tokens[verb].Lemma] && s.Child(verb, "obj", "iobj") >= 0 && s.Child(verb, "ccomp", "xcomp") < 0 {
			c.Head, c.Deprel = verb, "ccomp"
		}
	}
}
