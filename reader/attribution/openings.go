package attribution

import "slices"

// opened marks the quotation that a verb of saying opens with a comma or a colon: `Kovar
// declared, "…"`. It is nil where the verb opens none.
func (c *clauses) opened(k *cueVerb) []bool {
	first := k.token + 2
	if !k.clause && !k.quote || k.thought || c.quoted(k.token) || first+1 >= len(c.Tokens) {
		return nil
	}
	if mark := c.Tokens[first-1].Text; mark != "," && mark != ":" {
		return nil
	}
	if !c.quoted(first) {
		first++ // the mark itself
	}
	if !c.quoted(first) || c.quoted(first-1) && c.marks[c.index][first-1] != c.marks[c.index][first] {
		return nil
	}
	mark := c.marks[c.index][first]
	set := make([]bool, len(c.Tokens))
	for i := first; i < len(set); i++ {
		set[i] = c.marks[c.index][i] == mark
	}
	if !hasClass(c.Tokens[first:], "VERB", "AUX") {
		return nil
	}
	return set
}

// parseMissed tells whether a verb that stands behind another one of saying opens a quotation
// that the parse has not hung under it.
func (c *clauses) parseMissed(k *cueVerb) bool {
	if c.lastCueBefore(k.token) < 0 {
		return false
	}
	set := c.opened(k)
	first := slices.Index(set, true)
	return first >= 0 && !c.Dominates(k.token, first)
}

// beyond takes out of a cue's content the clause of another that opens a quotation of its own
// behind a conjunction: "Kovar said …, while Holm declared, "…"".
func (c *clauses) beyond(set []bool, k *cueVerb) {
	for i := range c.cues {
		other := &c.cues[i]
		if other.token <= k.token || !c.parseMissed(other) {
			continue
		}
		for at := other.token - 1; at > k.token; at-- {
			switch c.lower(at) {
			case "while", "whereas", "and", "but", "though", "although", "as":
				clear(set[at:])
				at = k.token
			}
		}
	}
}

// objectClause marks the clause that the parse takes for an object of "say", its verb for a
// participle: "said most members favoured a truce".
func (c *clauses) objectClause(k *cueVerb) []bool {
	object := c.Child(k.token, "obj")
	if c.Tokens[k.token].Lemma != "say" || c.quoted(k.token) || c.Child(k.token, "ccomp", "parataxis") >= 0 {
		return nil
	}
	if object <= k.token || c.tellsWords(object) {
		return nil
	}
	for verb := object + 1; verb < len(c.Tokens); verb++ {
		t := &c.Tokens[verb]
		if t.XPOS != "VBN" || t.Deprel != "acl" || c.Tokens[verb-1].Text == "," {
			continue
		}
		if !c.Dominates(object, verb) || c.Child(verb, "obl:agent") >= 0 {
			continue
		}
		if _, last := c.Subtree(object); last < len(c.Tokens) && c.Tokens[last].UPOS != "PUNCT" {
			return nil // a verb of the clause's own follows
		}
		return c.subtree(object)
	}
	return nil
}

// aside is where "with somebody saying" begins that a comma sets behind what another says; -1
// where a cue stands in no such phrase.
func (c *clauses) aside(k *cueVerb) int {
	subject := c.absolute(k.token)
	if subject < 0 || c.quoted(k.token) || k.thought || k.class == "seem" {
		return -1
	}
	for at := subject; at > 0 && at > subject-mostBeforeNoun-2; at-- {
		if c.lower(at) == "with" {
			if c.Tokens[at-1].Text == "," {
				return at
			}
			return -1
		}
	}
	return -1
}
