package attribution

// relays is the verb by which somebody is told to quote what another says: "…," the agency quoted
// Kovar as saying.
func (c *clauses) relays(k *cueVerb) (verb int, ok bool) {
	t := &c.Tokens[k.token]
	if t.XPOS != "VBG" || k.token == 0 || t.Head < 0 || t.Head > k.token || c.lower(k.token-1) != "as" {
		return 0, false
	}
	return t.Head, knowledge().words["quoting"][c.Tokens[t.Head].Lemma]
}

// relayed tells whether a verb quotes somebody as saying what another cue has for its content.
func (c *clauses) relayed(verb int) bool {
	for i := range c.cues {
		if relayer, ok := c.relays(&c.cues[i]); ok && relayer == verb {
			return true
		}
	}
	return false
}

// quotedBy is who is quoted by such a verb: its object or, of a passive, its subject.
func (c *clauses) quotedBy(verb int) place {
	if c.Child(verb, "aux:pass") >= 0 {
		return c.passiveSubject(verb, true)
	}
	return place{c.index, c.Child(verb, "obj"), false}
}
