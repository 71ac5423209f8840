package attribution

import (
	"strings"

	"github.com/parleyrecord/parley/reader/actors"
)

// tag is a cue that stands behind or inside its content: "…, Kovar said",
// "…," said the minister, "…, he said, …". News puts it so regularly that the
// words around it show it where the parse does not.
type tag struct {
	source  int
	content []bool
}

// tagSource is the source of a tag whose words begin with first, and whose verb stands there or further on.
// parsed is the one that the parse gives the verb.
func (c *clauses) tagSource(k *cueVerb, parsed place, first, verb, end int) (source int, ok bool) {
	if first == verb { // "…," said the minister
		head, ok := c.nominal(k.token+1, 1)
		if subject := c.Child(k.token, "nsubj"); c.Tokens[head].Is("obj") && c.Tokens[head].Head == k.token && subject >= 0 && subject < k.token {
			return 0, false // "Kovar, who met the envoys, posted the text"
		}
		if !ok || !c.mayFollow(head) || c.clauseAfter(k, head) {
			return 0, false
		}
		if c.headedBy(head, parsed.token) {
			return parsed.token, true
		}
		return head, true
	}
	head, ok := c.nominal(first, 1)
	inTag := parsed.sentence == c.index && parsed.token > first && parsed.token < min(verb, first+longestOpening)
	if !ok && inTag && c.Tokens[first].UPOS == "ADJ" {
		head, ok = parsed.token, true // "chief executive Anna Kovar", whose title the tagger took for adjectives
	}
	if !ok || head >= verb || c.clauseAfter(k, k.token) && !c.resumes(k) && !(c.quoted(end-1) && c.saidWhere(k)) {
		return 0, false
	}
	if _, relayed := c.relays(k); parsed.sentence == c.index && parsed.token >= first && (parsed.token < verb || relayed) {
		return parsed.token, true
	}
	if m, ok := c.mentionFrom(first, verb); ok && !c.owns(m) {
		return m, true
	}
	return head, true
}

// tagOf reads a verb of saying as a tag.
func (c *clauses) tagOf(k *cueVerb, parsed place) (tag, bool) {
	if !k.clause && !k.quote && !c.closesQuotation(k.token) || k.thought || c.quoted(k.token) || c.parseMissed(k) {
		return tag{}, false
	}
	if c.attitude(k) || c.ofWho(k.token) {
		return tag{}, false
	}
	verb := c.outerVerb(k.token)
	relayer, relayed := c.relays(k)
	if relayed {
		verb = relayer
	}
	end, first := c.contentEnd(verb)
	if end < 2 || c.opensWithParticiple() && !c.quoted(end-1) {
		return tag{}, false
	}
	if form := c.Tokens[k.token].XPOS; form == "VBG" && !relayed || form == "VB" && verb == k.token {
		return tag{}, false
	}
	if !k.clause && !c.quoted(end-1) || c.onlyFronted(k, end) {
		return tag{}, false // "Kovar, who thinks the vote was fair, called the law a mistake"
	}
	switch c.lower(first) {
	case "i", "we", "you", "which", "who", "whom", "that", "this":
		return tag{}, false
	}
	if !c.quoted(max(end-1, 0)) && first != verb && c.hasObject(k) {
		return tag{}, false
	}
	if c.lower(first) == "it" && !relayed && c.Child(k.token, "aux:pass") >= 0 {
		return tag{}, false // "…, it was reported"
	}
	source, ok := c.tagSource(k, parsed, first, verb, end)
	if !ok {
		return tag{}, false
	}
	t := tag{source: source}
	if name, ok := c.nameBehind(t.source, verb); ok {
		t.source = name
	}
	t.content = c.upTo(max(c.quotationFrom(end-1, t.source), c.behindLabel(end)), end)
	if c.resumes(k) {
		union(t.content, c.upTo(k.token+1, len(c.Tokens)))
	} else if from, to, ok := c.quotedAgain(k, end); ok {
		union(t.content, c.upTo(from, to))
	}
	return t, true
}

// attitude tells whether the verb of a title tells how somebody takes what stands before it rather than that he
// says it: "Norland calls for a truce, Sudmark demurs".
func (c *clauses) attitude(k *cueVerb) bool {
	if c.Paragraph > 0 || c.closesQuotation(k.token) {
		return false
	}
	return k.class == "reject" || k.class == "accept" || k.class == "support" || k.class == "criticise"
}

// quotedAgain is the quotation that goes on, behind a comma, after where or to whom somebody said what
// is quoted before: `"We won," Kovar told the crowd in Oslo, "but it was close"`. Where somebody else
// may say it there is none.
func (c *clauses) quotedAgain(k *cueVerb, end int) (from, to int, ok bool) {
	if !c.quoted(end - 1) {
		return 0, 0, false
	}
	for i := range c.cues {
		other := &c.cues[i]
		says := (other.clause || other.quote) && !other.thought
		if other.token > k.token && says && !c.quoted(other.token) {
			return 0, 0, false
		}
	}
	from, to = c.quotationBehind(k.token)
	return from, to, from < to && c.behindAComma(from)
}

// quotationBehind is the token range of the next quotation behind a token outside of one; empty where none follows.
func (c *clauses) quotationBehind(token int) (from, to int) {
	for from = token + 1; from < len(c.Tokens) && !c.quoted(from); from++ {
	}
	for to = from; to < len(c.Tokens) && c.marks[c.index][to] == c.marks[c.index][from]; to++ {
	}
	return from, to
}

// saidWhere tells whether a preposition stands right behind a verb, and no "that" behind it, so that no
// clause of content follows what is quoted before: `"…," he said on Meet the Chiefs`.
func (c *clauses) saidWhere(k *cueVerb) bool {
	next := k.token + 1
	return next < len(c.Tokens) && c.Tokens[next].UPOS == "ADP" && c.thatBehind(k.token) < 0 && !c.colonAfter(k)
}

// quotationFrom is where the content begins that ends at a token: at the head of the sentence
// or, of a quotation that a colon or bracket sets off, at its own.
func (c *clauses) quotationFrom(last, source int) int {
	mark := c.marks[c.index][last]
	first := last
	for first > 0 && mark > 0 && (c.marks[c.index][first-1] == mark || c.marks[c.index][first] == 0) {
		first--
	}
	if mark == 0 || first < 2 {
		return 0
	}
	if c.Tokens[source].UPOS == "PRON" && c.saidAhead(first) {
		return first // `Kovar said she would wait, "but not for long," she told reporters`
	}
	switch c.Tokens[first-2].Text {
	case ":", "(", ";", "—", "–", "--":
		return first
	}
	return 0
}

// saidAhead tells whether the last reporting verb before a token has its content behind it, and
// describes no noun: "said she would wait".
func (c *clauses) saidAhead(token int) bool {
	said := c.lastCueBefore(token)
	return said >= 0 && !c.Tokens[c.cues[said].token].Is("acl") && c.contentBehind(&c.cues[said])
}

// mayFollow tells whether a noun behind a verb may be its subject: somebody's, and not
// what the verb is about ("…, offered help").
func (c *clauses) mayFollow(head int) bool {
	_, known := knowledge().sources[strings.ToLower(c.Tokens[head].Lemma)]
	return known || c.animate(head) || c.Tokens[head].UPOS == "PROPN" || c.Tokens[head].UPOS == "PRON"
}

// hasObject tells whether what a verb takes as content stands behind it.
func (c *clauses) hasObject(k *cueVerb) bool {
	if object := c.Child(k.token, "obj"); object > k.token && !k.whom && !c.time(object) && !c.quoted(object) {
		return true
	}
	return !c.resumes(k) && c.contentBehind(k)
}

// contentBehind tells whether one of the verb's complements stands behind it.
func (c *clauses) contentBehind(k *cueVerb) bool {
	for child := range c.Children(k.token) {
		if child > k.token && (c.isClause(k, child) || c.isInfinitive(k, child) || c.isThing(k, child, false)) {
			return true
		}
	}
	return false
}

// mentionFrom is the head of a mention that begins at a token and ends
// before a verb.
func (c *clauses) mentionFrom(first, verb int) (int, bool) {
	for i := first; i < verb; i++ {
		if m, ok := c.cast.At(c.index, i); ok && m.First == first && m.Last <= verb {
			return i, true
		}
	}
	return 0, false
}

// nameBehind is the name that a comma sets behind the title of a source whom the
// title alone does not tell: "the head of the council, Per Holm, said".
func (c *clauses) nameBehind(title, verb int) (int, bool) {
	if m, ok := c.cast.At(c.index, title); ok && len(m.Who) > 0 || title < 0 || title >= verb || c.Tokens[title].UPOS == "PRON" {
		return 0, false
	}
	for i := title + 1; i < verb; i++ {
		if t := &c.Tokens[i]; t.UPOS == "AUX" || t.UPOS == "VERB" && c.finite(i) {
			return 0, false // whom a clause names: "the envoy, who met the president, Anna Kovar, said"
		}
		m, ok := c.cast.At(c.index, i)
		if ok && m.Form == actors.Named && c.onePerson(m) && m.First > 0 && c.Tokens[m.First-1].Text == "," {
			return i, true
		}
	}
	return 0, false
}

// outerVerb is the verb that a tag's subject stands beside: "went" in "he went
// on to say".
func (c *clauses) outerVerb(token int) int {
	for range c.Tokens {
		t := &c.Tokens[token]
		rightBehind := t.Head >= 0 && t.Head < token && token-t.Head < 4
		if !rightBehind || !t.Is("xcomp") && !t.Is("advcl") || !knowledge().words["implicative"][c.Tokens[t.Head].Lemma] {
			break
		}
		token = t.Head
	}
	return token
}

// clauseAfter tells whether a clause follows a cue that may be its content.
func (c *clauses) clauseAfter(k *cueVerb, from int) bool {
	for i := from + 1; i < len(c.Tokens); i++ {
		t := &c.Tokens[i]
		switch {
		case t.Text == "," && (i > from+1 || i+1 < len(c.Tokens) && c.Tokens[i+1].XPOS == "VBG"), c.circumstantial(i):
			return false
		case t.Text == ":" || c.lower(i) == "that" && t.XPOS == "IN":
			return true
		case (t.UPOS == "VERB" || t.UPOS == "AUX") && t.XPOS != "VBN" && t.XPOS != "VBG" && !t.Is("amod"):
			return true
		case c.quoted(i):
			return true
		}
	}
	return false
}

// circumstantial words open what is said about the speaking itself.
func (c *clauses) circumstantial(i int) bool {
	switch c.lower(i) {
	case "when", "after", "before", "while", "as", "who", "whose", "which":
		return true
	}
	return c.Tokens[i].XPOS == "VBG" && c.Tokens[i].Is("advcl")
}

// resumes tells whether the content goes on after a tag set into it: "…, he
// said, …".
func (c *clauses) resumes(k *cueVerb) bool {
	after := k.token + 1
	if after+2 >= len(c.Tokens) || c.Tokens[after].Text != "," || c.opensWithParticiple() {
		return false
	}
	next := after + 1
	for next < len(c.Tokens) && c.edge(next) {
		next++
	}
	if next >= len(c.Tokens) || c.circumstantial(next) {
		return false
	}
	t := &c.Tokens[next]
	return t.XPOS != "VBG" && t.XPOS != "VBN" && !(t.UPOS == "CCONJ" && c.cueAfter(next))
}

// cueAfter tells whether another reporting verb follows closely.
func (c *clauses) cueAfter(token int) bool {
	for i := token + 1; i < len(c.Tokens) && i < token+4; i++ {
		if c.cueAt(i) >= 0 {
			return true
		}
	}
	return false
}
