package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// readAdjuncts finds sources that stand in a phrase beside the content:
// "according to the ministry", "per the agency", "in the minister's words".
func (c *clauses) readAdjuncts() {
	for i := range c.Tokens {
		if head, last, ok := c.sourcePhrase(i); ok && !knowledge().words["measure"][c.Tokens[head].Lemma] {
			c.readAdjunct(i, last, head)
		}
	}
}

// sourcePhrase tells whether a phrase that names a source begins at a token; it
// gives the source's head and the last word of the cue.
func (c *clauses) sourcePhrase(i int) (head, last int, ok bool) {
	word := func(k int) string {
		if k >= len(c.Tokens) {
			return ""
		}
		return c.lower(k)
	}
	switch {
	case word(i) == "according" && word(i+1) == "to":
		last = i + 1
	case c.Tokens[i].Text == "per" && c.Tokens[i].Is("case") && !c.unit(i+1):
		last = i
	case word(i) == "in" && word(i+1) == "the" && knowledge().words["inthe"][word(i+2)] && word(i+3) == "of":
		last = i + 3
	case word(i) == "in" && c.Tokens[i].Is("case") && c.Tokens[i].Head > i && c.survey(c.Tokens[i].Head):
		last = i
	default:
		return c.possessed(i)
	}
	if m, ok := c.mentionFrom(last+1, len(c.Tokens)); ok && !c.Tokens[m].Is("nmod") && !c.owns(m) {
		return m, last, true
	}
	if head = c.Tokens[i].Head; head > last {
		for c.Tokens[head].Is("nmod:desc") && c.Tokens[head].Head > head {
			head = c.Tokens[head].Head // "according to journalist Anna Kovar"
		}
		return head, last, true
	}
	for k := last + 1; k < len(c.Tokens); k++ {
		if t := &c.Tokens[k]; t.Head <= last && (t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON") {
			return k, last, true
		}
	}
	return 0, 0, false
}

// unit tells whether a noun is what something is counted by: "per month", not
// "per officials", "per a statement", "per the ministry".
func (c *clauses) unit(token int) bool {
	if token >= len(c.Tokens) || c.Tokens[token].UPOS == "NUM" {
		return true
	}
	for t := &c.Tokens[token]; (t.Is("compound") || t.Is("amod")) && t.Head > token && t.Head < token+3; t = &c.Tokens[token] {
		token = t.Head // "per troy ounce", "per diluted share"
	}
	if c.Tokens[token].UPOS != "NOUN" {
		return false
	}
	_, source := knowledge().sources[strings.ToLower(c.Tokens[token].Lemma)]
	return !source && !c.inPlural(token)
}

// owns tells whether a mention is the genitive of another: "Kovar's envoy".
func (c *clauses) owns(head int) bool {
	m, ok := c.cast.At(c.index, head)
	return ok && (c.genitive(m.Last) || c.genitive(m.Last-1))
}

// survey tells whether a noun is a poll, in which something is found.
func (c *clauses) survey(token int) bool {
	t := &c.Tokens[token]
	return knowledge().words["poll"][strings.ToLower(t.Lemma)] && t.Is("obl") && t.Feat("Number") != "Plur"
}

// possessed is "in her words", "in the minister's view".
func (c *clauses) possessed(i int) (head, last int, ok bool) {
	t := &c.Tokens[i]
	if c.lower(i) != "in" || !t.Is("case") || t.Head <= i {
		return 0, 0, false
	}
	if noun := t.Head; knowledge().words["inhis"][c.lower(noun)] {
		if owner := c.Child(noun, "nmod:poss"); owner >= 0 {
			return owner, noun, true
		}
	}
	return 0, 0, false
}

// readAdjunct attributes the clause in which the phrase stands, or the sentence
// before where the phrase is all that this one says.
func (c *clauses) readAdjunct(first, last, head int) {
	top := head
	for _, word := range []int{first, last, last - 1} {
		if word >= first && c.Tokens[word].UPOS != "ADP" && c.Dominates(word, head) {
			top = word
			break
		}
	}
	a := Attribution{Sentence: c.index, Class: "say", Continues: -1, Certainty: 0.95, Clause: true, source: head}
	outlook := first+1 < len(c.Tokens) && knowledge().words["outlook"][c.lower(last)]
	gaze := c.lower(last) == "of" && knowledge().words["gaze"][c.lower(last-1)]
	a.Thought = outlook || gaze
	a.cueTokens = []int{first, min(last, first+1)}
	a.Cue = c.span(first, min(last, first+1)+1)
	switch {
	case c.lower(last) == "of":
		a.Cue = c.span(first, last+1)
	case c.Tokens[last].UPOS == "NOUN":
		a.Cue, a.cueTokens = c.span(last, last+1), []int{last}
	}
	a.Sources = c.sources(place{c.index, head, false})
	if len(a.Sources) == 0 {
		return
	}
	if a.Sources[0].Kind == parley.PersonSource && knowledge().words["givenout"][c.lower(last)] {
		a.Thought = false // an opinion of somebody's that the text can tell was given
	}
	if c.refersBack(first) {
		if c.index == 0 {
			return
		}
		before := &c.text.Sentences[c.index-1]
		previous := clauses{Sentence: before, finder: c.finder, index: c.index - 1}
		if span, ok := previous.trim(0, len(before.Tokens)); ok && len(before.Tokens) > 0 {
			a.Content = []parley.Span{span}
			c.found = append(c.found, a)
		}
		return
	}
	a.content = c.withoutSetOff(c.clauseAround(top, first, head), first, head)
	if a.Content = c.pieces(a.content); len(a.Content) == 0 && first == 0 {
		a.content = c.withoutSetOff(c.behindComma(head), first, head)
		a.Content = c.pieces(a.content)
	}
	if len(a.Content) == 0 {
		return
	}
	a.Quoted = c.within(a.Content)
	c.found = append(c.found, a)
}

// withoutSetOff leaves out of a content what commas set off to describe the source that opens the
// sentence: "According to Olvik Post, the leading newspaper, …".
func (c *clauses) withoutSetOff(set []bool, first, head int) []bool {
	noun, end := c.setOffNoun(head)
	if noun < 0 || first > 0 {
		return set
	}
	if kind := c.kindOf(noun); kind != parley.MediaSource && kind != parley.BodySource {
		return set
	}
	for i := first; i <= end && i < len(set); i++ {
		set[i] = false
	}
	return set
}

// behindComma marks what follows the source phrase that opens a sentence, where the
// parse has found no clause for it to hang in.
func (c *clauses) behindComma(head int) []bool {
	last := head
	for _, m := range c.cast.Members(c.index, head) {
		last = max(last, m.Last-1)
	}
	for last++; last < len(c.Tokens) && c.Tokens[last].Text != ","; last++ {
	}
	if last >= len(c.Tokens)-fewestBehind {
		return nil
	}
	set := make([]bool, len(c.Tokens))
	for i := last + 1; i < len(set); i++ {
		set[i] = true
	}
	return set
}

// fewestBehind is how many words at least make a clause behind a source phrase.
const fewestBehind = 4

// refersBack tells whether the sentence is no more than "That's according to …".
func (c *clauses) refersBack(first int) bool {
	if first == 0 || first > 4 {
		return false
	}
	switch c.lower(0) {
	case "that", "this", "all":
		return slices.Contains([]string{"is", "'s", "’s", "was"}, c.lower(1))
	}
	return false
}

// clauseAround marks the clause that a source phrase speaks of: the one it hangs
// in, up to a clause that somebody else says or that a conjunction sets apart.
func (c *clauses) clauseAround(top, first, head int) []bool {
	at := c.Tokens[top].Head
	final := c.behindAComma(first)
	behindQuotation := final && c.Tokens[first-1].Text != ","
	for at >= 0 && c.Tokens[at].Head >= 0 {
		t := &c.Tokens[at]
		if c.saysNothing(at) && (at > head && t.Head < first || at < first && t.Head < at) {
			at = t.Head // "two died, according to the ministry, the agency reported", "two died, he said, according to the agency"
			continue
		}
		if t.Is("ccomp") && !final || t.Is("parataxis") || t.Is("conj") && c.Child(at, "nsubj") >= 0 && c.semicolon(at) {
			break
		}
		if (t.Is("advcl") || t.Is("acl")) && !final && first > 1 || t.Deprel == "acl:relcl" && behindQuotation {
			break
		}
		at = t.Head
	}
	if at < 0 {
		return nil
	}
	set := c.subtree(at, append(c.othersCues(at, first), top)...)
	if m, ok := c.cast.At(c.index, head); ok && m.First > first {
		for i := first; i < m.Last; i++ {
			set[i] = false
		}
	}
	if cc := c.Child(at, "cc"); cc >= 0 {
		set[cc] = false
	}
	return set
}

// othersCues are the verbs of saying with no content of their own that stand beside a clause, behind
// a source phrase: "the agency reported" in "two died, according to the ministry, the agency
// reported".
func (c *clauses) othersCues(at, first int) []int {
	var cues []int
	for child := range c.Children(at) {
		if child > first && c.saysNothing(child) {
			cues = append(cues, child)
		}
	}
	return cues
}

// saysNothing tells whether a verb of saying stands beside a clause with no content of its own.
func (c *clauses) saysNothing(verb int) bool {
	return c.cueAt(verb) >= 0 && c.Tokens[verb].Is("parataxis") && c.Child(verb, "ccomp", "obj", "xcomp") < 0
}

// semicolon tells whether a conjunct is set apart by a semicolon or "but".
func (c *clauses) semicolon(at int) bool {
	first, _ := c.Subtree(at)
	cc := c.Child(at, "cc")
	return cc >= 0 && c.lower(cc) == "but" || first > 0 && (c.Tokens[first].Text == ";" || c.Tokens[first-1].Text == ";")
}
