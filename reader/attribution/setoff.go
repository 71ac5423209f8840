package attribution

import (
	"slices"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// ofContent tells whether the parse has given a verb of saying the subject of what is said, a clause that has none
// of its own, though somebody else speaks: "Kovar, an envoy, said talks begun in May had failed", "Kovar was
// expected to go, his aide, Nils Holm, said".
func (c *clauses) ofContent(subject, verb int) bool {
	k := c.cueAt(verb)
	if k < 0 || !c.cues[k].clause || c.cues[k].thought {
		return false
	}
	for clause := range c.Children(verb) {
		if !c.Tokens[clause].Is("ccomp") || !c.finite(c.firstVerb(clause)) || c.quoted(clause) != c.quoted(subject) {
			continue
		}
		if c.Child(clause, "nsubj", "nsubj:pass", "csubj", "expl", "mark") >= 0 {
			continue
		}
		if verb < subject && subject < clause {
			return c.speaksBefore(verb)
		}
		if subject < clause && clause < verb {
			return c.setOff(verb) > clause || c.speaksBehind(verb)
		}
	}
	return false
}

// speaksBehind tells whether somebody stands right behind a verb as its subject: "…, said Kovar".
func (c *clauses) speaksBehind(verb int) bool {
	for child := range c.Children(verb) {
		if c.Tokens[child].Is("nsubj") && child > verb && c.begins(child) == verb+1 && c.animate(child) {
			return true
		}
	}
	return false
}

// lentSubject is the subject of a clause that the parse has given to the verb of saying above it; -1 where it has none.
func (c *clauses) lentSubject(clause int) int {
	verb := c.Tokens[clause].Head
	for child := range c.Children(verb) {
		if c.Tokens[child].Is("nsubj") && child < clause && clause < verb && c.ofContent(child, verb) {
			return child
		}
	}
	return -1
}

// firstVerb is the first of the verbs that make up a clause: its first auxiliary, or itself.
func (c *clauses) firstVerb(clause int) int {
	if first := c.Child(clause, "aux", "aux:pass", "cop"); first >= 0 {
		return first
	}
	return clause
}

// speaksBefore tells whether somebody who may speak stands right before a verb, or what commas set off behind him.
func (c *clauses) speaksBefore(verb int) bool {
	if verb == 0 {
		return false
	}
	if subject := c.Child(verb, "nsubj"); subject >= 0 && subject < verb && c.animate(subject) {
		return true
	}
	head, ok := c.nominal(verb-1, -1)
	return ok && c.animate(head) || c.describedBefore(verb) >= 0
}

// setOff is the person named right before what two commas set off before a verb of
// saying, and so its subject wherever the parse has hung the name: "Kovar, 70, said",
// "Kovar, contradicting the envoy, said"; -1 where there is none.
func (c *clauses) setOff(verb int) int {
	if k := c.cueAt(verb); k < 0 || !c.cues[k].clause || verb < 3 || c.Tokens[verb-1].Text != "," || c.Tokens[verb].XPOS == "VBG" {
		return -1
	}
	if m, ok := c.cast.At(c.index, verb-2); ok && m.First > 0 && m.Last == verb-1 {
		if c.Tokens[m.First-1].Text == "," && c.namesPerson(m.Head) {
			return m.Head // "but his son, Nils Holm, told"
		}
	}
	if head := c.beforeWho(verb); head >= 0 {
		return head
	}
	comma := verb - 2
	for comma > 0 && c.Tokens[comma].Text != "," && verb-comma < longestSetOff {
		comma--
	}
	first := &c.Tokens[comma+1]
	opens := first.UPOS == "NUM" || first.XPOS == "VBG" || first.XPOS == "VBN" || first.Is("appos")
	if c.Tokens[comma].Text != "," || comma == 0 || !opens && !c.opensPhrase(comma+1, verb-1) {
		return -1
	}
	m, ok := c.cast.At(c.index, comma-1)
	if !ok || m.Form != actors.Named || c.marks[c.index][m.Head] != c.marks[c.index][verb] || m.Head >= comma {
		return -1
	}
	return m.Head
}

// describedBefore is somebody of whom what two commas set off right before a verb tells: "after Kovar, who met
// Holm, said"; -1 where there is none.
func (c *clauses) describedBefore(verb int) int {
	if k := c.cueAt(verb); k < 0 || !c.cues[k].clause || verb < 4 || c.Tokens[verb-1].Text != "," || c.Tokens[verb].XPOS == "VBG" {
		return -1
	}
	for described := verb - 2; described > 1; described-- {
		t := &c.Tokens[described]
		if t.Head < 0 || t.Head > described || !t.Is("acl") && !t.Is("appos") {
			continue
		}
		if c.quoted(described) != c.quoted(verb) || c.quoted(t.Head) != c.quoted(verb) {
			continue
		}
		first, last := c.Subtree(described)
		if c.Tokens[max(first-1, 0)].Text == "," {
			first-- // wherever the parse has hung the comma
		}
		if c.Tokens[max(first, 0)].Text == "," && first > t.Head && last >= verb-1 && last <= verb && c.animate(t.Head) {
			return t.Head
		}
	}
	return -1
}

// beforeWho is the person named last before a verb of whom a clause with "who" and commas is told up to it: "Kovar,
// who met Holm, head of the board, added".
func (c *clauses) beforeWho(verb int) int {
	for who := verb - 3; who > 1; who-- {
		if c.lower(who) != "who" || c.Tokens[who-1].Text != "," {
			continue
		}
		m, ok := c.cast.At(c.index, who-2)
		if !ok || m.Form != actors.Named || m.Last != who-1 || !c.namesPerson(m.Head) || c.quoted(who) != c.quoted(verb) {
			return -1
		}
		for child := who; child < verb-1; child++ {
			if t := &c.Tokens[child]; t.Text == "," && c.Tokens[child+1].UPOS == "VERB" && c.finite(child+1) && child+1 != verb {
				return -1 // an earlier verb is the person's own
			}
		}
		return m.Head
	}
	return -1
}

// longestOpening is how many words a name with its titles has at most.
const longestOpening = 8

// opensPhrase tells whether a token range is a noun phrase without a verb: "Kovar, D-Oslo, said".
func (c *clauses) opensPhrase(first, last int) bool {
	if c.Tokens[first].UPOS == "CCONJ" || c.Tokens[first].UPOS == "ADP" || hasClass(c.Tokens[first:last], "VERB", "AUX", "SCONJ") {
		return false
	}
	return !slices.ContainsFunc(c.Tokens[first:last], func(t english.Token) bool { return t.Is("nsubj") })
}

// longestSetOff is how many words commas set off behind a name at most.
const longestSetOff = 16
