package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// content marks the tokens that hold what is said or thought.
type content struct {
	tokens    []bool // nil where there are none
	clause    bool   // a clause or quotation, no mere phrase
	certainty float64
}

// contentOf finds what a verb says of what is said or thought.
func (c *clauses) contentOf(k *cueVerb, where place) content {
	if c.parseMissed(k) {
		return content{c.opened(k), true, 0.9}
	}
	if k.class == "ask" && where.passive {
		if set := c.opened(k); set != nil {
			return content{set, true, 0.8} // "was asked, "…""
		}
	}
	if set := c.besideParticiple(k, where); set != nil {
		return content{c.without(set, k), true, 0.7}
	}
	if set := c.objectClause(k); set != nil {
		return content{c.without(set, k), true, 0.8}
	}
	if answer := c.answered(k); answer >= 0 {
		return content{c.subtree(answer), true, 0.8}
	}
	if set := c.pointsBack(k); set != nil {
		return content{set, true, 0.8}
	}
	if set := c.passiveContent(k, where); set != nil {
		return content{set, false, 0.8}
	}
	if set, clause := c.complements(k); set != nil && k.class != "seem" {
		if about := c.antecedent(k); about != nil && !clause && c.toldOfNoun(k) && c.Child(k.token, "obj") < 0 {
			union(set, about) // "a claim the army dismissed as false"
		}
		if run := c.runsOn(k, set); run != nil {
			return content{c.without(run, k), true, 0.8}
		}
		if clause {
			set = c.stretch(c.mend(set, k, where), k, where)
		} else {
			set = c.phraseOn(set, k)
		}
		return content{c.without(set, k), clause, 0.9}
	}
	if k.class == "seem" {
		return content{c.seeming(k), false, 0.5}
	}
	if set := c.antecedent(k); set != nil {
		if count(set) < 3 && c.Tokens[k.token].Deprel == "acl" && (k.class == "say" || k.class == "show" || k.class == "announce") {
			return content{} // "the plan, outlined by the envoy"
		}
		return content{set, false, 0.75}
	}
	if !k.clause && !k.quote {
		return content{}
	}
	if set := c.afterThat(k); set != nil {
		return content{c.without(c.stretch(set, k, where), k), true, 0.8}
	}
	set := c.around(k, where)
	if set == nil {
		return content{}
	}
	return content{c.without(set, k), true, 0.7}
}

// complements marks the verb's own complements that the tables name, and tells
// whether a clause is among them.
func (c *clauses) complements(k *cueVerb) (set []bool, clause bool) {
	set = make([]bool, len(c.Tokens))
	infinitive := false
	for child := range c.Children(k.token) {
		switch {
		case c.isClause(k, child):
			union(set, c.subtree(child, k.token))
			clause = true
		case c.isInfinitive(k, child):
			union(set, c.subtree(child, k.token))
			infinitive = true
		}
	}
	for child := range c.Children(k.token) {
		if c.isThing(k, child, clause || infinitive) || c.isPhrase(k, child) {
			union(set, c.subtree(child, k.token))
		}
	}
	if object := c.Child(k.token, "obj"); clause && object >= 0 && object+1 < len(set) && set[object+1] && c.pastBehindObject(k, object+1) {
		union(set, c.subtree(object, k.token))
	}
	if subject := c.strandedSubject(k); clause && subject >= 0 {
		union(set, c.subtree(subject))
	}
	if subject := c.strayed(k.token); subject >= 0 {
		for token := range c.subtree(subject) {
			set[token] = set[token] && !c.Dominates(subject, token)
		}
	}
	if first, last, ok := c.forClause(k); ok {
		for i := first; i < last; i++ {
			set[i] = true
		}
		clause = true
	}
	for _, word := range k.words {
		set[word] = false
	}
	if count(set) == 0 {
		return nil, false
	}
	return set, clause
}

// strandedSubject is the object that the parse gives to a verb of saying, though
// it is the subject of the clause right after it, which then has none: "said the
// damage was slight".
func (c *clauses) strandedSubject(k *cueVerb) int {
	object, complement := c.Child(k.token, "obj", "iobj"), -1
	for child := range c.Children(k.token) {
		t := &c.Tokens[child]
		if t.Is("nsubj") && child > k.token && c.ofContent(child, k.token) {
			return child
		}
		if t.Is("ccomp") && child > object && complement < 0 {
			complement = child
		}
	}
	if k.whom || object < k.token || complement < object || c.Child(complement, "nsubj", "nsubj:pass", "mark", "expl") >= 0 {
		return -1
	}
	_, last := c.Subtree(object)
	if last > complement || c.Tokens[last].UPOS == "PUNCT" && !c.describedUpTo(object, last) {
		return -1
	}
	return object
}

// describedUpTo tells whether what two commas set off describes a noun, and the verb of its clause follows at the
// second: "the front, one of the largest groups, was …".
func (c *clauses) describedUpTo(noun, comma int) bool {
	if c.Tokens[comma].Text != "," || comma+1 >= len(c.Tokens) || !c.finite(comma+1) {
		return false
	}
	for child := range c.Children(noun) {
		if t := &c.Tokens[child]; child > noun && (t.Is("appos") || t.Deprel == "acl:relcl" || t.Is("acl")) {
			return true
		}
	}
	return false
}

// forClause is what somebody is called on to do behind "for": "called for Sudmark to
// withdraw".
func (c *clauses) forClause(k *cueVerb) (first, last int, ok bool) {
	for verb := k.token + 1; verb < len(c.Tokens); verb++ {
		if c.Tokens[verb].Head != k.token || !c.hasMark(verb, "to") {
			continue
		}
		mark := k.token + 1
		if len(k.words) > 1 {
			mark = k.words[1]
		}
		if mark >= verb-1 || c.lower(mark) != "for" {
			continue
		}
		_, last = c.Subtree(verb, "parataxis")
		return mark + 1, last, true
	}
	return 0, 0, false
}

// isClause tells whether a child is a clause of content: also where the parse
// takes it for a predicate although it has a subject of its own.
func (c *clauses) isClause(k *cueVerb, child int) bool {
	t := &c.Tokens[child]
	if c.meanwhile(k, child) {
		return false
	}
	switch {
	case t.Is("ccomp") && c.addedBefore(k, child):
		return false
	case t.Is("ccomp"):
		return (k.clause || k.quote && c.quoted(child)) && !c.circumstance(child)
	case k.clause && c.questions(k, child):
		return true
	case k.class == "ask" && c.whether(k, child):
		return k.clause && c.Child(k.token, "ccomp") < 0
	case t.Is("xcomp"), t.Is("advcl") && c.hasMark(child, "that"):
		return k.clause && (c.Child(child, "nsubj") > k.token || c.pastBehindObject(k, child))
	case t.Is("parataxis"):
		return (k.clause || k.quote) && child > k.token && c.Child(child, "nsubj") >= 0 && c.afterColon(k.token, child)
	}
	return false
}

// addedBefore tells whether a participle of saying stands between a verb and a quotation, and so
// opens it: `Kovar said, adding, "…"`.
func (c *clauses) addedBefore(k *cueVerb, clause int) bool {
	if !c.quoted(clause) {
		return false
	}
	for i := range c.cues {
		other := &c.cues[i]
		participle := c.Tokens[other.token].XPOS == "VBG" && c.behindAComma(other.token)
		if other.token > k.token && other.token < clause && participle && other.clause && c.quoteAfter(other) {
			return true
		}
	}
	return false
}

// circumstance holds for a participle without a subject at the head of a
// sentence, or behind a comma: "Asked whether talks go on, he replied …".
func (c *clauses) circumstance(child int) bool {
	t := &c.Tokens[child]
	if before := max(child-1, 0); c.lower(before) == "when" && c.behindAComma(before) || c.Tokens[before].Text == "," {
		participle := t.XPOS == "VBG" || t.XPOS == "VBN" || t.XPOS == "VBD" && c.lower(before) == "when"
		if participle && !c.quoted(child) && c.Child(child, "nsubj", "nsubj:pass", "mark", "aux", "aux:pass") < 0 {
			return true // "…, he said, citing sources", "…, he said, when asked to explain"
		}
	}
	return (t.XPOS == "VBN" || t.XPOS == "VBG") && c.Child(child, "nsubj", "mark", "aux", "cop") < 0 && child < 3 && !c.quoted(child)
}

// afterColon tells whether a colon or an opening mark stands between a verb and
// what may be its quotation.
func (c *clauses) afterColon(verb, child int) bool {
	set := c.subtree(child)
	first := slices.Index(set, true)
	for i := verb + 1; i <= first && i < len(c.Tokens); i++ {
		if c.Tokens[i].Text == ":" {
			return true
		}
	}
	return first >= 0 && c.quoted(first) && !c.quoted(verb)
}

func (c *clauses) isInfinitive(k *cueVerb, child int) bool {
	t := &c.Tokens[child]
	if !t.Is("xcomp") && !t.Is("advcl") && !t.Is("ccomp") {
		return false
	}
	to := c.hasMark(child, "to")
	callsOn := slices.Contains(k.prepositions, "on") || slices.Contains(k.prepositions, "upon")
	object := callsOn || c.Child(k.token, "obj", "iobj") >= 0
	switch {
	case to && t.Is("advcl"):
		return child > k.token && (k.asks() && object || k.inf && !object && !k.thought && c.finite(k.token)) // "threatened on Monday to leave"
	case t.Is("xcomp") && to:
		return k.inf && !object || k.person || k.whom && object && k.clause || k.inf && object
	case t.XPOS == "VBG" && (t.Is("xcomp") || t.Is("ccomp")):
		return k.ing || k.person && object
	case t.XPOS == "VBG" && child == k.words[len(k.words)-1]+1:
		return k.ing // "ruled out sending troops"
	case t.Is("xcomp"):
		return k.pred || k.person
	}
	return false
}

// asks tells whether the verb asks somebody to do something.
func (v *verb) asks() bool { return v.class == "demand" || v.class == "order" || v.class == "ask" }

func (c *clauses) hasMark(head int, word string) bool {
	for child := range c.Children(head) {
		if c.Tokens[child].Is("mark") && c.lower(child) == word {
			return true
		}
	}
	return false
}

// isThing tells whether an object is content: not where it is only the hearer of
// a clause, nor a pronoun that points to the clause.
func (c *clauses) isThing(k *cueVerb, child int, clause bool) bool {
	t := &c.Tokens[child]
	if t.Is("ccomp") && child > k.token && (k.thing || k.person) && c.calledSo(child) {
		return true
	}
	if !t.Is("obj") && !t.Is("iobj") && !(t.Is("nsubj:pass") && k.person) {
		return false
	}
	if knowledge().words["citing"][c.Tokens[k.token].Lemma] && c.citable(child) {
		return false // who is cited is a source, not what is said; who is recalled comes home
	}
	if strings.HasSuffix(c.lower(child), "self") || strings.HasSuffix(c.lower(child), "selves") {
		return false // "found himself in Oslo"
	}
	if slices.Contains(k.words, child) || t.Is("obj") && t.Feat("PronType") == "Rel" {
		return false
	}
	if k.class == "ask" && c.animate(child) && c.Child(k.token, "xcomp", "obl", "advcl") < 0 {
		return false // "asked the envoy"
	}
	switch {
	case k.class == "ask" && c.asksWhether(k):
		return false
	case k.whom && k.person && clause: // "warned Norland that …"
		return c.Child(k.token, "ccomp", "parataxis") < 0
	case k.whom && k.person: // "warned Norland against …"
		return !c.animate(child) || c.Child(k.token, "xcomp", "obl", "advcl") >= 0
	case k.person:
		return true
	case k.whom && k.thing && !clause && !c.animate(child):
		return true // "promised relief"
	case k.whom:
		return clause && c.Child(k.token, "xcomp") >= 0 && c.Child(k.token, "ccomp") < 0
	case k.thing:
		return true
	case k.word:
		return c.tellsWords(child)
	}
	return false
}

// tellsWords tells whether an object is a noun for words or documents, or a pronoun.
func (c *clauses) tellsWords(object int) bool {
	t := &c.Tokens[object]
	_, noun := knowledge().nouns[strings.ToLower(t.Lemma)]
	return noun || c.kindOf(object) == parley.DocumentSource || t.UPOS == "PRON" && t.Feat("PronType") != "Prs"
}

// citable tells whether a noun is a source rather than a matter.
func (c *clauses) citable(token int) bool {
	_, known := knowledge().sources[strings.ToLower(c.Tokens[token].Lemma)]
	return known || c.animate(token)
}

// isPhrase tells whether a child is a phrase with one of the verb's prepositions.
func (c *clauses) isPhrase(k *cueVerb, child int) bool {
	t := &c.Tokens[child]
	if !t.Is("obl") && !t.Is("advcl") && !t.Is("nmod") {
		return false
	}
	marker := c.marker(child)
	if slices.Contains(k.prepositions, marker) {
		return k.number || !c.occasion(child)
	}
	if k.pred && marker == "as" {
		ofHimself := k.person && c.ofWho(k.token) && c.Child(k.token, "obj", "iobj", "nsubj:pass") < 0 // "who identifies as a man"
		return !ofHimself && (child > k.token || c.quoted(child))
	}
	if !k.person || child < k.token || c.Child(k.token, "obj", "nsubj:pass", "obl:agent") < 0 {
		return false
	}
	switch marker {
	case "of", "for", "against", "as", "over", "from", "on", "with", "to":
		return !c.temporal(child)
	}
	return false
}

// seeming marks what seems to be: subject and predicate together.
func (c *clauses) seeming(k *cueVerb) []bool {
	set := make([]bool, len(c.Tokens))
	predicate := false
	for child := range c.Children(k.token) {
		t := &c.Tokens[child]
		if t.Is("xcomp") || t.Is("ccomp") || t.Is("nsubj") && c.lower(child) != "it" || t.Is("advcl") && c.hasMark(child, "to") {
			union(set, c.subtree(child))
			predicate = predicate || !t.Is("nsubj")
		}
	}
	if !predicate {
		return nil
	}
	return set
}

// antecedent marks what a relative clause is about, where that is the content:
// "conditions that Norland rejected", "the strike, which it blamed on rebels",
// "a demand rejected by Norland".
func (c *clauses) antecedent(k *cueVerb) []bool {
	t := &c.Tokens[k.token]
	relative := t.Deprel == "acl:relcl" || t.Deprel == "advcl:relcl"
	relative = relative || t.Deprel == "acl" && (k.thing || k.person) && c.Child(k.token, "nsubj") >= 0
	participle := t.Deprel == "acl" && t.XPOS == "VBN" && c.Child(k.token, "obl:agent") >= 0
	if t.Head < 0 || !(k.thing || k.person || k.clause) || !relative && !participle {
		return nil
	}
	if !k.thing && !k.person && c.Child(k.token, "obj") > k.token {
		return nil // "the extent to which she continued her work"
	}
	if !k.thing && !k.person && c.Tokens[t.Head].UPOS == "NOUN" && !c.tellsWords(t.Head) && c.Child(k.token, "ccomp", "xcomp") < 0 {
		return nil // "the third time that he ruled in her favour", "the aid that Norland has allowed in"
	}
	if subject := c.Child(k.token, "nsubj"); relative && (subject < 0 || c.Tokens[subject].Feat("PronType") == "Rel") {
		return nil
	}
	head := t.Head
	for c.Tokens[head].Is("appos") && knowledge().words["vague"][c.Tokens[head].Lemma] && c.Tokens[head].Head >= 0 {
		k, head = &cueVerb{verb: k.verb, token: head}, c.Tokens[head].Head // "the transfer, a move that Norland condemned"
	}
	if knowledge().words["vague"][c.Tokens[head].Lemma] && c.Child(head, "cop") >= 0 {
		if subject := c.Child(head, "nsubj"); subject >= 0 && subject < head && c.Tokens[subject].UPOS != "PRON" {
			head = subject // "the closure is a move condemned by Norland"
		}
	}
	if c.retort(k) {
		for a := range c.Ancestors(k.token) {
			if c.Tokens[a].XPOS == "VBG" && c.cueAt(a) < 0 {
				head = a // what the accusation was of
				break
			}
		}
	}
	set := c.subtree(head, k.token)
	for child := range c.Children(head) {
		set[child] = set[child] && !c.Tokens[child].Is("case") // "in what he called"
	}
	for child := range c.Children(k.token) {
		if c.isPhrase(k, child) || c.Tokens[child].Is("obl") && k.person && c.marker(child) == "on" {
			union(set, c.subtree(child))
		}
	}
	return set
}
