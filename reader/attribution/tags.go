package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
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
	if !ok && c.Tokens[first].UPOS == "ADJ" && parsed.sentence == c.index && parsed.token > first && parsed.token < min(verb, first+longestOpening) {
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
	if end < 2 || c.opensWithParticiple() && !c.quoted(end-1) || c.Tokens[k.token].XPOS == "VBG" && !relayed || c.Tokens[k.token].XPOS == "VB" && verb == k.token {
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
		if other := &c.cues[i]; other.token > k.token && (other.clause || other.quote) && !other.thought && !c.quoted(other.token) {
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
	if said := c.lastCueBefore(first); said >= 0 && c.Tokens[source].UPOS == "PRON" && !c.Tokens[c.cues[said].token].Is("acl") && c.contentBehind(&c.cues[said]) {
		return first // `Kovar said she would wait, "but not for long," she told reporters`
	}
	switch c.Tokens[first-2].Text {
	case ":", "(", ";", "—", "–", "--":
		return first
	}
	return 0
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
		if (t.Is("xcomp") || t.Is("advcl")) && t.Head >= 0 && t.Head < token && token-t.Head < 4 && knowledge().words["implicative"][c.Tokens[t.Head].Lemma] {
			token = t.Head
			continue
		}
		break
	}
	return token
}

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
		case t.UPOS == "VERB" && !t.Is("amod") && !t.Is("acl") || t.Text == ":" || t.Text == ";" || t.UPOS == "CCONJ" && i == verb-1 || t.UPOS == "SCONJ":
			phrase = false
		}
		if verb-i > 40 {
			break
		}
	}
	return -1, -1
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
		if t := &c.Tokens[i]; t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP") && !t.Is("acl") || t.Text == ":" || t.Text == ";" {
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
	return slices.ContainsFunc(c.Tokens[last+1:min(last+3, len(c.Tokens))], func(t english.Token) bool { return t.Text == "," })
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
		return !inverted || !c.mayFollow(head) || k >= 0 && c.cues[k].whom && c.Tokens[verb].Lemma == "tell" // "…, who leads the club, told the daily"
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
	if t.Head < 0 || t.Head > comma || !t.Is("conj") && !t.Is("parataxis") || c.Child(verb, "cc", "nsubj") >= 0 || c.Child(t.Head, "nsubj", "nsubj:pass") < 0 {
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
	if next >= len(c.Tokens) || c.circumstantial(next) || c.Tokens[next].XPOS == "VBG" || c.Tokens[next].XPOS == "VBN" || c.Tokens[next].UPOS == "CCONJ" && c.cueAfter(next) {
		return false
	}
	return true
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
