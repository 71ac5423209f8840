package attribution

import (
	"slices"
	"strings"
)

// readAdjectives finds thoughts that an adjective tells, and what is said where somebody claims by it:
// "is confident that …", "voters weary of …", "was adamant that …".
func (c *clauses) readAdjectives() {
	for i := range c.Tokens {
		t := &c.Tokens[i]
		a, ok := knowledge().adjectives[strings.ToLower(t.Text)]
		if !ok || c.quoted(i) || t.UPOS != "ADJ" && (t.UPOS != "VERB" || c.Child(i, "cop", "aux:pass") < 0 && !c.grows(i)) {
			continue
		}
		if set, clause := c.adjectiveContent(i, a); set != nil && !c.tellingTo(i) {
			c.readAdjective(i, a, set, clause)
		}
	}
}

// tellingTo tells whether somebody says the thing that an adjective is about: "is proud to announce".
func (c *clauses) tellingTo(adjective int) bool {
	verb := c.Child(adjective, "xcomp", "advcl")
	k := -1
	if verb > adjective && c.hasMark(verb, "to") && knowledge().words["telling"][strings.ToLower(c.Tokens[adjective].Lemma)] {
		k = c.cueAt(verb)
	}
	return k >= 0 && !c.cues[k].thought
}

// grows tells whether a participle says what somebody becomes or remains: "grew irritated by".
func (c *clauses) grows(token int) bool {
	t := &c.Tokens[token]
	return t.Is("xcomp") && t.XPOS == "VBN" && t.Head >= 0 && t.Head < token && c.Child(t.Head, "obj", "iobj") < 0 && c.cueAt(t.Head) < 0
}

// adjectiveContent marks the clause or phrase behind an adjective that says what is thought.
func (c *clauses) adjectiveContent(token int, n noun) (set []bool, clause bool) {
	set = make([]bool, len(c.Tokens))
	for child := range c.Children(token) {
		t := &c.Tokens[child]
		marked := t.Is("advcl") && (c.hasMark(child, "that") || c.hasMark(child, "to"))
		that := n.clause && (marked || t.Is("ccomp") || t.Is("xcomp") || t.Is("csubj"))
		phrase := (t.Is("obl") || t.Is("advcl")) && c.opensWithOne(child, n.prepositions) && !c.temporal(child)
		if child > token && (that || phrase) {
			union(set, c.subtree(child))
			clause = clause || that
		}
	}
	if count(set) < 2 && !clause {
		return nil, false
	}
	return set, clause
}

// opensWithOne tells whether a phrase has one of several prepositions, or begins with it.
func (c *clauses) opensWithOne(phrase int, prepositions []string) bool {
	return slices.Contains(prepositions, c.marker(phrase)) || slices.Contains(prepositions, c.lower(c.begins(phrase)))
}

func (c *clauses) readAdjective(token int, n noun, set []bool, clause bool) {
	where := c.thinker(token)
	impersonal := where.token >= 0 && c.Tokens[where.token].Is("expl") && clause // "it is unclear whether"
	if where.token < 0 || !impersonal && !c.isPeople(where.token) && c.Tokens[where.token].UPOS != "PROPN" {
		return
	}
	a := Attribution{
		Sentence: c.index, Class: n.class, Thought: n.class != "claim" || !clause || impersonal, Continues: -1,
		Certainty: 0.7, cueTokens: []int{token}, source: where.token,
	}
	a.Cue = c.span(token, token+1)
	_, a.Unreal, a.Future = c.modality(token)
	a.content, a.Content = set, c.pieces(set)
	if !impersonal {
		a.Own, a.Sources = c.firstPerson(where), c.sources(where)
	}
	if len(a.Content) == 0 || len(a.Sources) == 0 && !impersonal {
		return
	}
	c.found = append(c.found, a)
}

// thinker is whose thought an adjective tells: its subject, the noun that it stands behind, or
// what somebody is made or left to be.
func (c *clauses) thinker(token int) place {
	t := &c.Tokens[token]
	if subject := c.Child(token, "nsubj", "nsubj:pass", "expl"); subject >= 0 {
		return c.resolveRelative(subject, token)
	}
	switch {
	case t.Head < 0:
	case t.Is("xcomp") && c.grows(token):
		return c.speakerOf(t.Head, 0)
	case t.Is("conj") && t.Head < token && (c.Tokens[t.Head].UPOS == "ADJ" || c.grows(t.Head)):
		return c.thinker(t.Head)
	case (t.Is("amod") || t.Is("acl") || t.Is("appos")) && t.Head < token:
		return place{c.index, t.Head, false}
	case t.Is("xcomp") && knowledge().words["rendering"][c.Tokens[t.Head].Lemma] && c.cueAt(t.Head) >= 0: // "made it clear that"
	case t.Is("xcomp") && c.Child(t.Head, "obj") >= 0:
		return place{c.index, c.Child(t.Head, "obj"), false}
	case t.Is("xcomp"), t.Is("conj"), t.Is("advcl"):
		return c.speakerOf(token, 0)
	}
	return place{c.index, -1, false}
}
