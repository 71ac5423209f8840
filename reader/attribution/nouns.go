package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/lexicon"
)

// readNouns finds the attributions that hang on a noun: "her demand that …",
// "expressed doubt that …", "allegations by Norland of …".
func (c *clauses) readNouns() {
	for i := range c.Tokens {
		t := &c.Tokens[i]
		if t.UPOS != "NOUN" || t.Is("compound") {
			continue
		}
		if n, ok := knowledge().nouns[strings.ToLower(t.Lemma)]; ok {
			c.readNoun(i, n)
		}
	}
}

func (c *clauses) readNoun(token int, n noun) {
	set, clause := c.nounContent(token, n)
	if set == nil {
		return
	}
	verb := c.Tokens[token].Head
	if c.Tokens[token].Is("obj") && verb >= 0 && c.carries(verb) {
		c.readCarried(token, verb, n, set, clause)
		return
	}
	where, ok := c.owner(token)
	if !ok || c.quoted(token) && c.firstPerson(where) {
		return
	}
	own := c.firstPerson(where)
	a := Attribution{Sentence: c.index, Class: n.class, Thought: n.thought, Continues: -1, Certainty: 0.7, cueTokens: []int{token}, Own: own, source: where.token}
	a.Cue, a.Clause = c.span(token, token+1), clause
	for at := range c.subtree(where.token) {
		set[at] = set[at] && !c.Dominates(where.token, at)
	}
	a.content, a.Content = set, c.pieces(set)
	a.Sources = c.ownerSources(where)
	if len(a.Content) == 0 || len(a.Sources) == 0 {
		return
	}
	a.Quoted = c.within(a.Content)
	c.found = append(c.found, a)
}

func (c *clauses) firstPerson(where place) bool {
	switch c.lower(where.token) {
	case "my", "our", "your", "i", "we", "you":
		return true
	}
	return false
}

// nounContent marks the clause or phrase that says what the noun is about.
func (c *clauses) nounContent(token int, n noun) (set []bool, clause bool) {
	set = make([]bool, len(c.Tokens))
	for child := range c.Children(token) {
		t := &c.Tokens[child]
		isClause := n.clause && !c.ObjectRelative(child) && (t.Is("acl") && c.Child(child, "nsubj") != c.Child(child, "mark") || t.Is("ccomp") || t.Is("xcomp")) && (c.hasMark(child, "that") || c.hasMark(child, "to") || t.Is("ccomp"))
		isPhrase := (t.Is("nmod") || t.Is("acl") || t.Is("advcl")) && slices.Contains(n.prepositions, c.marker(child)) && !c.temporal(child)
		if isClause || isPhrase {
			union(set, c.subtree(child))
			clause = clause || isClause
		}
	}
	if count(set) == 0 {
		return nil, false
	}
	return set, clause
}

// carriers are the verbs that add little to the noun of speech that is their
// object: to make a claim is to claim.
var carriers = []string{
	"make", "issue", "give", "offer", "express", "voice", "deliver", "release", "publish", "post", "raise", "have", "hold", "share",
	"reiterate", "repeat", "renew", "reaffirm", "lodge", "level", "convey", "send", "put", "file", "submit", "state", "announce",
	"draw", "harbor", "harbour", "take", "show", "maintain", "press", "extend", "signal", "underline", "stress", "emphasize",
}

func (c *clauses) carries(verb int) bool {
	return slices.Contains(carriers, strings.ToLower(c.Tokens[verb].Lemma))
}

// readCarried attributes the noun's clause to the subject of the verb that
// carries it, in place of what the verb alone would have given.
func (c *clauses) readCarried(token, verb int, n noun, set []bool, clause bool) {
	for k := range c.found {
		if a := &c.found[k]; a.Sentence == c.index && slices.Contains(a.cueTokens, verb) {
			if clause && !a.Clause {
				a.content, a.Content, a.Clause = set, c.pieces(set), true
				a.Cue = c.span(min(verb, token), max(verb, token)+1)
			}
			return
		}
	}
	where := c.speakerOf(verb, 0)
	if where.token < 0 || c.quoted(token) && c.firstPerson(where) || !c.animate(where.token) {
		return
	}
	thought := n.thought && (c.Tokens[verb].Lemma == "have" || c.Tokens[verb].Lemma == "hold" || c.Tokens[verb].Lemma == "harbor" || c.Tokens[verb].Lemma == "harbour")
	a := Attribution{Sentence: c.index, Class: n.class, Thought: thought, Continues: -1, Certainty: 0.75, cueTokens: []int{verb, token}, source: where.token}
	a.Cue = c.span(min(verb, token), max(verb, token)+1)
	a.Negated, a.Unreal, a.Future = c.modality(verb)
	a.Clause = clause
	a.content, a.Content, a.Sources = set, c.pieces(set), c.sources(where)
	if len(a.Content) == 0 || len(a.Sources) == 0 {
		return
	}
	a.Quoted = c.within(a.Content)
	c.found = append(c.found, a)
}

// owner is whose word the noun is: a genitive, "by" or "from" somebody, or a
// country's adjective.
func (c *clauses) owner(token int) (place, bool) {
	for child := range c.Children(token) {
		if t := &c.Tokens[child]; t.Is("nmod:poss") && !c.time(child) {
			return place{c.index, child, false}, true
		}
	}
	for child := range c.Children(token) {
		t := &c.Tokens[child]
		if marker := c.marker(child); (t.Is("nmod") || t.Is("obl")) && (marker == "by" || marker == "from") {
			return place{c.index, child, false}, true
		}
	}
	for child := range c.Children(token) {
		if t := &c.Tokens[child]; t.Is("amod") || t.Is("compound") {
			if m, ok := c.matchAt(child); ok && (m.Kind == lexicon.DemonymMatch || m.Kind == lexicon.StateMatch || m.Kind == lexicon.BodyMatch || m.Kind == lexicon.GroupMatch) && !m.Part {
				return place{c.index, child, false}, true
			}
		}
	}
	return place{}, false
}

func (c *clauses) matchAt(token int) (*lexicon.Match, bool) {
	for k := range c.cast.Matches[c.index] {
		if m := &c.cast.Matches[c.index][k]; m.First <= token && token <= m.Last {
			return m, true
		}
	}
	return nil, false
}

// ownerSources names the owner; an adjective stands for its country.
func (c *clauses) ownerSources(where place) []Source {
	if _, ok := c.cast.At(c.index, where.token); ok || c.Tokens[where.token].UPOS != "ADJ" {
		return c.sources(where)
	}
	m, ok := c.matchAt(where.token)
	if !ok {
		return nil
	}
	s := Source{Text: c.span(where.token, where.token+1), Affiliation: m.Actor.Affiliation}
	s.Name, s.Kind = c.nameOf(m.Actor)
	s.Evidence = append(s.Evidence, s.Text)
	return []Source{s}
}
