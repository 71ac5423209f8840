package attribution

import (
	"slices"
	"strings"
)

// phraseOn lets a phrase that is content go on with what stands right behind it and the
// parse has hung on the verb: "showed inconsistencies with the claim".
func (c *clauses) phraseOn(set []bool, k *cueVerb) []bool {
	end := len(set)
	for end > 0 && !set[end-1] {
		end--
	}
	if end <= k.token {
		return set
	}
	if c.goesOn(end, k) {
		return union(set, c.upTo(end, c.limit(end)))
	}
	alone := count(set) == 1 && c.Tokens[end-1].UPOS == "NOUN"
	for grown := true; grown; {
		grown = false
		for child := range c.Children(k.token) {
			if child < end {
				continue
			}
			first, last := c.Subtree(child)
			if first < end || !c.bridges(end, first) {
				continue
			}
			if c.goesWithPhrase(k, child, first) || alone && c.places(child) {
				for at := end; at < first; at++ {
					set[at] = true
				}
				union(set, c.subtree(child))
				end, grown = last, true
			}
		}
	}
	return set
}

// goesOn tells whether what the parse takes for the object of a verb of saying is the subject of a clause, whose verb
// follows it: "which stated many cases are to be heard".
func (c *clauses) goesOn(end int, k *cueVerb) bool {
	if !k.clause || end >= len(c.Tokens) || !c.isVerb(end) || !c.finite(end) {
		return false
	}
	return !c.Dominates(end, k.token) && !c.Dominates(c.Tokens[end].Head, k.token)
}

// answered is the word by which somebody says yes or no right behind a verb; -1 where none stands there.
func (c *clauses) answered(k *cueVerb) int {
	next := k.token + 1
	if !k.clause || k.class != "say" || c.Child(k.token, "ccomp") >= 0 || c.quoteAfter(k) {
		return -1
	}
	if next >= len(c.Tokens) || c.quoted(next) {
		return -1
	}
	if t := &c.Tokens[next]; t.UPOS == "INTJ" && t.Head == k.token {
		return next
	}
	return -1
}

// questions tells whether what hangs on a verb is a question though the parse has it as an object with a
// clause of its own, or as when something is known: "know what goes on", "remembers when they came".
func (c *clauses) questions(k *cueVerb, child int) bool {
	t := &c.Tokens[child]
	if child < k.token {
		return false
	}
	if t.Is("obj") && t.XPOS == "WP" {
		return c.Child(child, "acl:relcl") > child
	}
	return t.Is("advcl") && k.class == "know" && c.Tokens[c.begins(child)].XPOS == "WRB" && c.begins(child) == k.token+1
}

// whether tells whether a clause that the parse takes for a condition is what is asked: "asked the envoy
// if he would go".
func (c *clauses) whether(k *cueVerb, clause int) bool {
	return c.Tokens[clause].Is("advcl") && clause > k.token && (c.hasMark(clause, "if") || c.hasMark(clause, "whether"))
}

// asksWhether tells whether a verb of asking has its question in such a clause.
func (c *clauses) asksWhether(k *cueVerb) bool {
	for child := range c.Children(k.token) {
		if c.whether(k, child) {
			return true
		}
	}
	return false
}

// bridges tells whether nothing or adverbs alone part a phrase from what goes on with it: "addressed
// her warmly as a friend".
func (c *clauses) bridges(end, first int) bool {
	for at := end; at < first; at++ {
		if c.Tokens[at].UPOS != "ADV" && c.Tokens[at].XPOS != "''" {
			return false
		}
	}
	return true
}

// places tells whether a phrase says where something is, which belongs to a noun that says little alone: "described
// life in the camp".
func (c *clauses) places(child int) bool {
	lemma := c.Tokens[child].Lemma
	if _, speech := knowledge().nouns[strings.ToLower(lemma)]; speech || knowledge().words["utterance"][lemma] {
		return false
	}
	return c.Tokens[child].Is("obl") && !c.temporal(child) && standing[c.marker(child)]
}

// goesWithPhrase tells whether what hangs on a verb may belong to the phrase that is its content
// instead: a phrase with a preposition, a gerund behind one, what it is called, why, and what it is
// shown to do or be.
func (c *clauses) goesWithPhrase(k *cueVerb, child, first int) bool {
	t, marker := &c.Tokens[child], c.marker(child)
	if noun := c.Child(k.token, "obj"); noun >= 0 && c.takesWith(noun, marker) && !c.temporal(child) {
		return t.Is("obl") || t.Is("nmod") // "expressed concern at the move"
	}
	if c.Paragraph == 0 && t.Is("obl") && !c.temporal(child) && !besideTitle[marker] {
		return true // a title is too short to tell how something is said: "denies troops in Norland"
	}
	if first+1 < len(c.Tokens) && c.lower(first+1) == "which" && c.Tokens[first].UPOS == "ADP" {
		return true // "mocked the speed at which it went"
	}
	switch {
	case marker == "by" && c.temporal(child) && (k.asks() || k.class == "promise"):
		return true // "promised a vote by May"
	case c.lower(first) == "as" && (k.person || k.thing || len(k.prepositions) > 0):
		return t.Is("obl") || t.Is("advcl") && c.Child(child, "nsubj") < 0
	case k.class == "show":
		return !c.temporal(child) && (t.Is("obl") || t.Is("xcomp") || t.Is("compound:prt") || t.Is("advcl") && t.XPOS == "VBG")
	case marker == "because":
		return t.Is("advcl") && k.person
	case marker == "if" || marker == "unless":
		return t.Is("advcl") && !k.thought // "warned of unrest if prices rise"
	case knowledge().words["circumstance"][marker] && (!k.thought || t.Is("advcl")) || c.temporal(child):
		return false
	case t.Is("advcl"):
		return t.XPOS == "VBG" && marker != ""
	}
	return t.Is("obl") || t.Is("nmod")
}

// besideTitle are the prepositions, and none, of phrases that belong to the verb of a title.
var besideTitle = map[string]bool{"": true, "by": true, "as": true, "after": true}

// takesWith tells whether a noun of speech takes what it is about with a preposition: "concern at the move".
func (c *clauses) takesWith(noun int, preposition string) bool {
	return slices.Contains(knowledge().nouns[strings.ToLower(c.Tokens[noun].Lemma)].prepositions, preposition)
}
