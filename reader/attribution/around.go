package attribution

// mend lets the content reach to the ends of a quotation that it overlaps,
// where the parse has cut it short.
func (c *clauses) mend(set []bool, k *cueVerb, where place) []bool {
	if !k.clause && !k.quote {
		return set
	}
	for i, mark := range c.marks[c.index] {
		if mark == 0 || mark == c.marks[c.index][k.token] || set[i] {
			continue
		}
		touches := false
		for j, other := range c.marks[c.index] {
			touches = touches || other == mark && set[j]
		}
		set[i] = touches && !c.ofCue(k, where, i)
	}
	return set
}

// ofCue tells whether a token belongs to the cue or its source.
func (c *clauses) ofCue(k *cueVerb, where place, token int) bool {
	if token == k.token {
		return true
	}
	return where.sentence == c.index && where.token >= 0 && c.Dominates(where.token, token)
}

// around marks the content of a verb of saying whose clause the parse has not
// hung under it: a quotation in the sentence, the clause into which the cue is
// set, what stands before ", Kovar said", or what follows the verb.
func (c *clauses) around(k *cueVerb, where place) []bool {
	if where.sentence != c.index || where.token < 0 || c.Tokens[k.token].XPOS == "VBG" && !c.colonAfter(k) {
		return nil
	}
	if set := c.quotedRest(k, where); set != nil {
		return set
	}
	if !k.clause {
		return nil
	}
	t := &c.Tokens[k.token]
	switch {
	case t.Is("parataxis"), t.Is("advcl") && c.hasMark(k.token, "as"):
		return c.subtree(t.Head, k.token)
	case c.Child(k.token, "obj") >= 0 && !k.whom && !k.thing && c.index == 0:
		return c.subtree(c.Child(k.token, "obj"))
	case c.Child(k.token, "obj") >= 0 && !k.whom:
		return nil
	}
	return c.before(k, where)
}

func (c *clauses) colonAfter(k *cueVerb) bool {
	for i := k.token + 1; i < len(c.Tokens); i++ {
		if c.Tokens[i].Text == ":" {
			return true
		}
	}
	return false
}

// quotedRest marks the quoted words of the sentence outside the verb's own
// quotation.
func (c *clauses) quotedRest(k *cueVerb, where place) []bool {
	set := make([]bool, len(c.Tokens))
	inside := c.marks[c.index][k.token]
	any := 0
	for i, mark := range c.marks[c.index] {
		set[i] = mark > 0 && mark != inside && !c.ofCue(k, where, i)
		if set[i] {
			any++
		}
	}
	if any < 2 {
		return nil
	}
	return set
}

// before marks what stands before a comma that parts it from source and verb.
func (c *clauses) before(k *cueVerb, where place) []bool {
	first, _ := c.Subtree(where.token)
	first = min(first, k.token)
	comma := first - 1
	for comma > 0 && c.edge(comma) && c.Tokens[comma].Text != "," {
		comma--
	}
	if comma < 2 || c.Tokens[comma].Text != "," && c.Tokens[first-1].UPOS != "PUNCT" {
		return nil
	}
	set := make([]bool, len(c.Tokens))
	for i := range comma {
		set[i] = true
	}
	return set
}
