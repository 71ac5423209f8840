package attribution

import (
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// contentEnd finds where the content before a tag ends, and the first word of
// the tag: after a closing quotation mark, else after a comma with nothing but
// a noun phrase between it and the verb. It is -1 where neither is so.
func (c *clauses) contentEnd(verb int) (end, first int) {
	if last := c.quotedBefore(verb); last >= 0 && c.closesSpeech(last) {
		return last + 1, c.skipMarks(last+1, verb)
	}
	phrase := true
	for i := verb - 1; i > 0 && !c.quoted(i); i-- {
		t := &c.Tokens[i]
		switch {
		case t.Text == "," && phrase && (c.verbBefore(i) || c.closesTitle(verb)) && i+1 < len(c.Tokens):
			if !c.apposition(i, verb) && !c.relativeAt(i+1) {
				return i, c.skipMarks(i+1, verb)
			}
		case endsPhrase(t) || t.UPOS == "CCONJ" && i == verb-1:
			phrase = false
		}
		if verb-i > 40 {
			break
		}
	}
	return -1, -1
}

// endsPhrase tells whether no noun phrase goes on over a word or mark: a verb of its own, "that", a colon.
func endsPhrase(t *english.Token) bool {
	verb := t.UPOS == "VERB" && !t.Is("amod") && !t.Is("acl")
	return verb || t.UPOS == "SCONJ" || t.Text == ":" || t.Text == ";"
}

// closesTitle tells whether a verb stands at the end of a title, but for those who are told by it: "Truce near, Kovar
// tells reporters".
func (c *clauses) closesTitle(verb int) bool {
	if c.Paragraph > 0 {
		return false
	}
	if verb == len(c.Tokens)-1 {
		return true
	}
	hearer := c.Child(verb, "iobj", "obj")
	if hearer < verb || !knowledge().words["strong"][c.Tokens[verb].Lemma] || !c.animate(hearer) && c.Tokens[hearer].UPOS != "PROPN" {
		return false
	}
	first, last := c.Subtree(hearer)
	return first == verb+1 && last == len(c.Tokens)
}

// behindLabel is where a title goes on behind the colon after a label that says what the text is or is about, before
// an end: "Norland war briefing: truce near, Kovar says"; 0 where there is none.
func (c *clauses) behindLabel(end int) int {
	if c.Paragraph > 0 {
		return 0
	}
	for i := 1; i < min(longestLabel, end); i++ {
		switch t := &c.Tokens[i]; {
		case c.Tokens[i-1].UPOS == "VERB", c.Tokens[i-1].UPOS == "AUX", c.quoted(i):
			return 0
		case t.Text == ":":
			return i + 1
		}
	}
	return 0
}

// relativeAt tells whether a clause about the noun before it begins at a token: "…, Kovar, who farms, said".
func (c *clauses) relativeAt(token int) bool {
	switch c.lower(token) {
	case "who", "whose", "which", "whom", "where":
		return c.Tokens[token].UPOS != "PROPN"
	}
	return false
}

// quotedBefore is the last quoted word before a verb with no other verb between
// but those of clauses that describe the source; -1 where there is none.
func (c *clauses) quotedBefore(verb int) int {
	for i := verb - 1; i >= 0 && verb-i < 40; i-- {
		if c.quoted(i) {
			return i
		}
		t := &c.Tokens[i]
		tells := t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP") && !t.Is("acl")
		if tells || t.Text == ":" || t.Text == ";" {
			return -1
		}
	}
	return -1
}

// closesSpeech tells whether quoted words end as speech does before a tag: with
// a comma or another mark, and so no mere quoted phrase.
func (c *clauses) closesSpeech(last int) bool {
	if !c.verbBefore(last) && !c.opensSentence(last) {
		return false
	}
	switch c.Tokens[last].Text {
	case ",", "?", "!", ".", "…", "—", "–", "-":
		return true
	}
	return hasWord(c.Tokens[last+1:min(last+3, len(c.Tokens))], ",")
}

// closesQuotation tells whether a verb stands with its subject, and with no object, right behind a quotation
// that opens the sentence and is a clause: whatever the verb, somebody says so then.
func (c *clauses) closesQuotation(verb int) bool {
	if t := &c.Tokens[verb]; t.XPOS != "VBD" && t.XPOS != "VBZ" || c.quoted(verb) {
		return false
	}
	last := c.quotedBefore(verb)
	if last < 0 || !c.closesSpeech(last) || !c.opensSentence(last) {
		return false
	}
	clause := false
	for i := 0; i <= last; i++ {
		clause = clause || c.finite(i) && c.quoted(i)
	}
	first := c.skipMarks(last+1, verb)
	if first == verb {
		first++
	}
	head, ok := c.nominal(first, 1)
	if !clause || !ok || !c.mayFollow(head) || distance(head, verb) > 8 {
		return false
	}
	for child := range c.Children(verb) {
		if t := &c.Tokens[child]; child > verb && child != head && (t.Is("obj") || t.Is("xcomp") || t.Is("ccomp") && !c.quoted(child)) {
			return false
		}
	}
	return true
}

// opensSentence tells whether the sentence begins with the quotation that a token stands in: "No comment," said …
func (c *clauses) opensSentence(token int) bool {
	return c.marks[c.index][min(1, token)] == c.marks[c.index][token]
}

func (c *clauses) skipMarks(i, limit int) int {
	for i < limit && c.edge(i) {
		i++
	}
	for i < limit && c.Tokens[i].UPOS == "ADV" {
		i++
	}
	return i
}

// verbBefore tells whether a verb or copula stands before a token: there is a
// clause that can be content.
func (c *clauses) verbBefore(i int) bool {
	for k := range i {
		if t := &c.Tokens[k]; t.UPOS == "AUX" && t.XPOS != "VBG" || t.UPOS == "VERB" && t.XPOS != "VBN" && t.XPOS != "VBG" {
			return true
		}
	}
	return false
}

// apposition tells whether a comma opens or closes an apposition of the subject:
// "Kovar, the envoy, said".
func (c *clauses) apposition(comma, verb int) bool {
	if comma+1 == verb {
		head, inverted := c.nominal(verb+1, 1)
		k := c.cueAt(verb)
		hears := k >= 0 && c.cues[k].whom && c.Tokens[verb].Lemma == "tell" // "…, who leads the club, told the daily"
		return !inverted || hears || !c.mayFollow(head)
	}
	next := c.skipMarks(comma+1, verb)
	if head, ok := c.mentionFrom(next, verb); ok && c.clauseEnds(comma) {
		m, _ := c.cast.At(c.index, head)
		if m.Form == actors.Named && c.onePerson(m) {
			return false
		}
	}
	if c.ownSubject(comma, verb) {
		return false
	}
	if subject := c.subjectBeside(verb); c.clauseEnds(comma) && (subject < 0 || subject > comma) {
		return false
	}
	head, ok := c.nominal(next, 1)
	return !ok || c.Tokens[head].Is("appos") && c.Tokens[head].Head < comma && c.Tokens[head].Head >= 0
}

// ownSubject tells whether the verb that ends a sentence can have no other subject than what stands between
// it and a comma: the clause before has a verb with a subject of its own and nothing joins the two
// ("… as an envoy to Norland, a person with knowledge of the matter said").
func (c *clauses) ownSubject(comma, verb int) bool {
	t := &c.Tokens[verb]
	besideOther := t.Head >= 0 && t.Head <= comma && (t.Is("conj") || t.Is("parataxis"))
	if !besideOther || c.Child(verb, "cc", "nsubj") >= 0 || c.Child(t.Head, "nsubj", "nsubj:pass") < 0 {
		return false
	}
	for i := verb + 1; i < len(c.Tokens); i++ {
		if c.Tokens[i].UPOS == "VERB" {
			return false
		}
	}
	for i := comma - 1; i > 0 && comma-i < longestSetOff; i-- {
		if m, ok := c.cast.At(c.index, i); ok && m.Last == comma && m.First > 0 && c.Tokens[m.First-1].Text == "," {
			return false // whom it describes: ", Anna Kovar, the envoy to Norland, said"
		}
	}
	head, ok := c.nominal(c.skipMarks(comma+1, verb), 1)
	return ok && c.mayFollow(head) && c.Tokens[head].UPOS == "NOUN"
}

// clauseEnds tells whether a finite verb stands between a comma and the one
// before it.
func (c *clauses) clauseEnds(comma int) bool {
	for i := comma - 1; i >= 0 && c.Tokens[i].Text != ","; i-- {
		if t := &c.Tokens[i]; t.UPOS == "AUX" || t.UPOS == "VERB" && t.XPOS != "VBN" && t.XPOS != "VBG" && !t.Is("acl") {
			return true
		}
	}
	return false
}
