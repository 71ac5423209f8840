package attribution

import (
	"slices"

	"github.com/parleyrecord/parley/english"
)

// opened marks the quotation that a verb of saying opens with a comma or a colon: `Kovar
// declared, "…"`. It is nil where the verb opens none.
func (c *clauses) opened(k *cueVerb) []bool {
	first := k.token + 2
	if !k.clause && !k.quote || k.thought || c.quoted(k.token) || first+1 >= len(c.Tokens) || c.Tokens[first-1].Text != "," && c.Tokens[first-1].Text != ":" {
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
	if !slices.ContainsFunc(c.Tokens[first:], func(t english.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" }) {
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
				for rest := at; rest < len(set); rest++ {
					set[rest] = false
				}
				at = k.token
			}
		}
	}
}
