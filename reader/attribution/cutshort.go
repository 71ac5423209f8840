package attribution

// runsOn marks what stands behind the "that" which follows the cue, or the noun that is its object, where the
// parse has cut the clause that it opens out of what is said: "pointed out that some, in an attempt to hide
// it, have …", "expressed dismay that instead of talking, they …".
func (c *clauses) runsOn(k *cueVerb, set []bool) []bool {
	that := k.words[len(k.words)-1] + 1
	first := that
	if object := c.Child(k.token, "obj"); object >= that && set[object] && c.Tokens[object].UPOS == "NOUN" {
		if c.lower(that) != "that" {
			that = object + 1
		}
	}
	if k.thought || that >= len(c.Tokens) || c.lower(that) != "that" {
		return nil
	}
	if !c.Tokens[that].Is("mark") || c.quoted(that) != c.quoted(k.token) {
		return nil
	}
	clause := c.Tokens[that].Head
	if clause < that || set[clause] || c.Tokens[clause].Is("advcl") && first == that {
		return nil
	}
	end := c.limit(that)
	for i := range c.cues {
		other := &c.cues[i]
		if other.token <= that || other.token >= end {
			continue
		}
		if other.clause && !other.thought && c.finite(other.token) && !c.quoted(other.token) {
			if subject := c.Child(other.token, "nsubj"); subject > that && c.behindAComma(c.begins(subject)) {
				end = min(end, c.begins(subject)) // "while she welcomed that it had stopped, Kovar said"
			}
		}
	}
	run := c.upTo(that, end)
	if first < that {
		union(run, set)
	}
	return run
}

// pastBehindObject tells whether what the parse takes for a predicate of an object is the past of which it
// is the subject: "reveals Kovar called for a truce".
func (c *clauses) pastBehindObject(k *cueVerb, child int) bool {
	t, object := &c.Tokens[child], c.Child(k.token, "obj")
	if k.class != "say" || object <= k.token || object != child-1 || !c.animate(object) {
		return false
	}
	past := t.XPOS == "VBN" || t.XPOS == "VBD"
	return past && t.Is("xcomp") && c.Child(child, "aux", "mark", "obl:agent") < 0
}

// calledSo tells whether a clause stands for what it calls a thing: "condemned what he called a betrayal".
func (c *clauses) calledSo(clause int) bool {
	what := c.begins(clause)
	return c.lower(what) == "what" && c.Tokens[what].Head == clause && c.cueAt(clause) >= 0
}

// toldOfNoun tells whether a verb stands in a clause about a noun, which is what its phrases are told of: "a
// claim the army dismissed as false", "two firms it accused of fraud".
func (c *clauses) toldOfNoun(k *cueVerb) bool {
	t := &c.Tokens[k.token]
	if !k.pred && c.Child(k.token, "xcomp", "advcl", "ccomp") >= 0 {
		return false
	}
	return k.person && t.Deprel == "acl:relcl" && t.Head >= 0 && c.isNoun(t.Head) && !c.time(t.Head)
}
