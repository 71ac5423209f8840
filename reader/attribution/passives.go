package attribution

// agentOf is who does a passive: "by the minister"; "was quoted as saying" is
// said by its subject.
func (c *clauses) agentOf(token int) place {
	if agent := c.Child(token, "obl:agent"); agent >= 0 {
		return place{c.index, agent, true}
	}
	for child := range c.Children(token) {
		if t := &c.Tokens[child]; t.Is("obl") && c.marker(child) == "by" {
			return place{c.index, child, true}
		}
		if t := &c.Tokens[child]; !t.Is("obl") && !t.Is("xcomp") && !t.Is("obj") {
			continue
		}
		if by := c.Child(child, "nmod"); by > child && c.marker(by) == "by" && c.animate(by) {
			return place{c.index, by, true} // "was hailed as a milestone by both sides"
		}
	}
	return place{c.index, -1, true}
}

// passiveContent marks what is said by a passive: its subject, what it is called, of what it is accused and the
// like, without who says so: "the talks were announced by the minister".
func (c *clauses) passiveContent(k *cueVerb, where place) []bool {
	subject := c.Child(k.token, "nsubj:pass")
	if k.class == "ask" || k.class == "seem" || k.whom || !k.thing && !k.person {
		return nil // who is asked or told is not what is said
	}
	if !where.passive || where.token < 0 || subject < 0 || c.Child(k.token, "ccomp") >= 0 {
		return nil
	}
	set := make([]bool, len(c.Tokens))
	for child := range c.Children(k.token) {
		switch t := &c.Tokens[child]; {
		case child == subject, t.Is("xcomp"), t.Is("obj"), t.Is("obl") && !t.Is("obl:agent"):
			union(set, c.subtree(child, where.token))
		case c.isPhrase(k, child), c.marker(child) == "as" && child > k.token:
			union(set, c.subtree(child, where.token))
		}
	}
	if charge := c.chargeBehind(where.token); k.person && charge >= 0 {
		union(set, c.subtree(charge))
	}
	if told := c.subtree(subject); c.Tokens[subject].UPOS == "PRON" && count(set) > count(told) {
		for i := range set {
			set[i] = set[i] && !told[i] // "it was called a victory by both"
		}
	}
	return set
}

// chargeBehind is what the parse has hung on who accuses instead of on the accused: "was accused by Norland of
// stalling"; -1 where there is none.
func (c *clauses) chargeBehind(agent int) int {
	for child := range c.Children(agent) {
		if child < agent || !c.Tokens[child].Is("acl") && !c.Tokens[child].Is("nmod") {
			continue
		}
		first := c.begins(child)
		if word := c.lower(first); (word == "of" || word == "for") && first+1 < len(c.Tokens) && c.Tokens[first+1].XPOS == "VBG" {
			return child
		}
	}
	return -1
}
