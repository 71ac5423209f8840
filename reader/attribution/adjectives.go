package attribution

import (
	"slices"
	"strings"
)

// readAdjectives finds thoughts that a predicate tells: "is confident that …".
func (c *clauses) readAdjectives() {
	for i := range c.Tokens {
		t := &c.Tokens[i]
		a, ok := knowledge().adjectives[strings.ToLower(t.Text)]
		if !ok || t.UPOS != "ADJ" && t.UPOS != "VERB" || c.Child(i, "cop", "aux:pass") < 0 {
			continue
		}
		c.readAdjective(i, a)
	}
}

func (c *clauses) readAdjective(token int, n noun) {
	subject := c.Child(token, "nsubj", "nsubj:pass")
	if subject < 0 || c.quoted(token) {
		return
	}
	where := c.resolveRelative(subject, token)
	set := make([]bool, len(c.Tokens))
	for child := range c.Children(token) {
		t := &c.Tokens[child]
		clause := n.clause && (t.Is("ccomp") || t.Is("xcomp") || t.Is("advcl") && (c.hasMark(child, "that") || c.hasMark(child, "to")))
		phrase := (t.Is("obl") || t.Is("advcl") || t.Is("obl:agent")) && slices.Contains(n.prepositions, c.marker(child)) && !c.temporal(child)
		if child > token && (clause || phrase) {
			union(set, c.subtree(child))
		}
	}
	if count(set) == 0 || !c.animate(where.token) && c.Tokens[where.token].UPOS != "PROPN" {
		return
	}
	a := Attribution{Sentence: c.index, Class: n.class, Thought: true, Continues: -1, Certainty: 0.7, cueTokens: []int{token}, source: where.token}
	a.Cue = c.span(token, token+1)
	_, a.Unreal, a.Future = c.modality(token)
	a.Own = c.firstPerson(where)
	a.content, a.Content, a.Sources = set, c.pieces(set), c.sources(where)
	if len(a.Content) == 0 || len(a.Sources) == 0 {
		return
	}
	c.found = append(c.found, a)
}
