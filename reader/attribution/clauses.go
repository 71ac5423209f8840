package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
)

// clauses is one sentence with its reporting verbs.
type clauses struct {
	*english.Sentence
	*finder
	index int
	cues  []cueVerb // in order
}

// cueVerb is a verb of the tables as it stands in a sentence.
type cueVerb struct {
	verb
	token   int
	words   []int // the verb with what belongs to it
	adopter int   // index of the cue whose subject this one shares although the parse hangs it elsewhere; -1
}

// findCues lists the sentence's reporting verbs.
func (c *clauses) findCues() {
	for i := range c.Tokens {
		t := &c.Tokens[i]
		if t.Is("amod") || t.Is("case") || t.Is("compound") || t.Is("fixed") {
			continue
		}
		if t.UPOS != "VERB" && !(t.UPOS == "AUX" && t.Deprel == "root") && !c.headsTitle(i) {
			continue
		}
		for _, v := range knowledge().verbs[knowledge().lemma(c.lower(i), strings.ToLower(t.Lemma))] {
			if words, ok := c.fits(i, v); ok {
				c.cues = append(c.cues, cueVerb{verb: v, token: i, words: words, adopter: -1})
				break
			}
		}
		if last := len(c.cues) - 1; (last < 0 || c.cues[last].token != i) && c.closesQuotation(i) {
			c.cues = append(c.cues, cueVerb{verb: verb{class: "say", agent: true}, token: i, words: []int{i}, adopter: -1}) // "…," Kovar laughed
		}
	}
	for k := range c.cues {
		c.cues[k].adopter = c.adopter(c.cues[k].token)
	}
}

// headsTitle tells whether what the tagger took for nouns in the plural is the verb of a title: it has a
// subject and an object.
func (c *clauses) headsTitle(i int) bool {
	t := &c.Tokens[i]
	if c.Paragraph > 0 || t.UPOS != "NOUN" || t.Deprel != "root" || !strings.HasSuffix(t.Text, "s") {
		return false
	}
	return c.Child(i, "nsubj") >= 0 && c.Child(i, "obj", "ccomp", "xcomp") > i
}

// fits tells whether the word that belongs to the verb stands with it.
func (c *clauses) fits(token int, v verb) ([]int, bool) {
	if v.second == "" {
		if particle := c.Child(token, "compound:prt"); particle == token+1 && knowledge().words["elsewhere"][c.lower(particle)] {
			return nil, false // "called off" is another verb than "called"
		}
		return []int{token}, !v.onlyQuotes() || c.mayQuote()
	}
	if v.number && !c.hasNumber(token, v.second) {
		return nil, false
	}
	preposition := slices.Contains(v.prepositions, v.second)
	if preposition && v.second == "with" && c.saysOn(token) {
		return nil, false // "agreed with Norland to send a force"
	}
	if next := token + 1; next < len(c.Tokens) && c.lower(next) == v.second {
		switch class := c.Tokens[next].UPOS; {
		case preposition && class == "ADP" && !c.saysWhen(next):
			return []int{token, next}, true
		case !preposition && (class == "ADP" || class == "ADV"):
			return []int{token, next}, true // a particle, wherever the parse hangs it
		}
	}
	for child := range c.Children(token) {
		t := &c.Tokens[child]
		if strings.EqualFold(t.Text, v.second) && (t.Is("compound:prt") || t.Is("advmod") || t.Is("xcomp") || t.Is("obj") || t.Is("expl")) {
			return []int{token, child}, true
		}
		if t.Is("obl") && (!c.occasion(child) || v.number) || t.Is("advcl") {
			for mark := range c.Children(child) {
				if m := &c.Tokens[mark]; mark > token && preposition && (m.Is("case") || m.Is("mark")) && strings.EqualFold(m.Text, v.second) {
					return []int{token, mark}, true
				}
			}
		}
	}
	return nil, false
}

// saysOn tells whether what a verb tells stands in an infinitive or behind "on", and behind "with"
// with whom it was said.
func (c *clauses) saysOn(verb int) bool {
	if told := c.Child(verb, "xcomp", "ccomp"); told > verb {
		return true
	}
	for child := range c.Children(verb) {
		if c.Tokens[child].Is("obl") && c.marker(child) == "on" && !c.occasion(child) {
			return true
		}
	}
	return false
}

// onlyQuotes tells whether a verb reports nothing but a quotation.
func (v *verb) onlyQuotes() bool {
	return v.quote && !v.clause && !v.inf && !v.ing && !v.thing && !v.person && !v.pred && !v.word && len(v.prepositions) == 0
}

// mayQuote tells whether a mark or colon of the sentence may open a quotation.
func (c *clauses) mayQuote() bool {
	return c.hasQuotation(c.index) || slices.ContainsFunc(c.Tokens, func(t english.Token) bool {
		return t.Text == ":" || strings.ContainsAny(t.Text, "'‘’`") && t.XPOS != "POS"
	})
}

// hasQuotation tells whether words of a sentence stand in a double quotation.
func (f *finder) hasQuotation(sentence int) bool {
	return slices.ContainsFunc(f.marks[sentence], func(mark int16) bool { return mark > 0 })
}

// hasNumber tells whether a verb has a phrase with a preposition and a number: "put the toll at nine".
func (c *clauses) hasNumber(token int, preposition string) bool {
	for child := range c.Children(token) {
		if !c.Tokens[child].Is("obl") || c.marker(child) != preposition || c.temporal(child) && c.Tokens[child].UPOS != "NUM" {
			continue
		}
		first, last := c.Subtree(child)
		if hasClass(c.Tokens[first:last], "NUM") {
			return true
		}
	}
	return false
}

// saysWhen tells whether a preposition stands before a time or a medium: "insisted on Sunday", "commented on social
// media".
func (c *clauses) saysWhen(preposition int) bool {
	noun := c.Tokens[preposition].Head
	if !c.Tokens[preposition].Is("case") || noun < preposition || !c.Tokens[noun].Is("obl") {
		return false
	}
	return c.occasion(noun)
}

// occasion tells whether a phrase says when or in which medium something is said.
func (c *clauses) occasion(noun int) bool {
	return c.temporal(noun) || c.marker(noun) == "on" && c.lex.OfClass("medium", strings.ToLower(c.Tokens[noun].Lemma))
}

// cueAt returns the index of the cue whose verb is a token, -1 where it is none.
func (c *clauses) cueAt(token int) int {
	return slices.IndexFunc(c.cues, func(k cueVerb) bool { return k.token == token })
}

// adopter finds the cue above a verb of saying that the parse has hung into that
// cue's content: "adding" in "Kovar said the talks failed, adding that …".
func (c *clauses) adopter(token int) int {
	t := &c.Tokens[token]
	comma, marker := c.behindAComma(token), c.marker(token)
	participle := t.XPOS == "VBG" && (marker == "" && (comma || t.Is("advcl")) || marker == "after" || marker == "before") &&
		(t.Is("advcl") || t.Is("parataxis") || t.Is("acl") || t.Is("ccomp") && comma)
	conjunct := t.Is("conj")
	own := c.cueAt(token)
	adds := participle && comma && own >= 0 && c.cues[own].clause && !c.cues[own].thought // what nobody does by thinking
	if !participle && !conjunct || c.Child(token, "nsubj") >= 0 || t.Head < 0 {
		return -1
	}
	if above := c.cueAt(t.Head); above >= 0 && !(adds && (c.cues[above].thought || !c.cues[above].clause)) {
		return -1
	}
	if participle && !c.quoted(token) && c.quoted(t.Head) {
		return c.lastCueBefore(token)
	}
	if c.quoted(token) {
		return -1
	}
	odd := conjunct && !c.goesOnWith(t.Head, token)
	if subject := c.Child(t.Head, "nsubj"); conjunct && !odd && c.animate(subject) && !c.hasAnother(token, subject) {
		return -1
	}
	beyond := -1
	for a := range c.Ancestors(token) {
		if k := c.cueAt(a); k >= 0 {
			if c.quoted(a) == c.quoted(token) && (c.cues[k].clause && !c.cues[k].thought || odd && c.tense(a) == c.tense(token)) {
				return k
			}
			if adds && (c.cues[k].thought || !c.cues[k].clause) && c.quoted(a) == c.quoted(token) {
				if !c.cues[k].thought && t.Is("acl") {
					beyond = k // "called for a probe of the envoy's deals, saying …"
				}
				continue // "said he wanted to leave, adding …"
			}
			return beyond
		}
	}
	return beyond
}

// tense is the form that verbs in a row share: that of the verb or its first auxiliary.
func (c *clauses) tense(token int) string {
	if aux := c.Child(token, "aux", "aux:pass", "cop"); aux >= 0 {
		return c.Tokens[aux].XPOS
	}
	return c.Tokens[token].XPOS
}

// longBefore tells whether a verb tells, with "had", what came before what another tells behind a comma and "and":
// "said that Norland had stalled, and accused its envoys".
func (c *clauses) longBefore(verb, other int) bool {
	aux, and := c.Child(verb, "aux"), c.Child(other, "cc")
	if aux < 0 || c.lower(aux) != "had" || and <= verb || c.Tokens[and-1].Text != "," {
		return false
	}
	return c.Tokens[other].XPOS == "VBD" && c.Child(other, "aux") < 0
}

// goesOnWith tells whether a verb behind "and" may go on with what another tells, and is not just hung beside it: both
// stand in one form, or both are gerunds.
func (c *clauses) goesOnWith(verb, other int) bool {
	if c.Tokens[verb].XPOS == "VBG" && c.Tokens[other].XPOS == "VBG" {
		return true
	}
	return c.tense(verb) == c.tense(other) && !c.longBefore(verb, other)
}

// hasAnother tells whether a verb behind "and" must have another subject than the verb before it: it is done to that
// subject, or to somebody of its side.
func (c *clauses) hasAnother(verb, subject int) bool {
	return c.speaksToOwn(verb, subject) || c.speaksOfOwn(verb, subject)
}

// behindAComma tells whether a comma stands right before a token or before the quotation mark
// that does.
func (c *clauses) behindAComma(token int) bool {
	for at := token - 1; at >= 0 && c.edge(at); at-- {
		if c.Tokens[at].Text == "," {
			return true
		}
	}
	return false
}

// speaksToOwn tells whether a verb is addressed to the side of what would be its
// subject, and so must have another: "Kovar said that Sudmark had stalled, and
// called on the Sudmark envoy to return".
func (c *clauses) speaksToOwn(verb, subject int) bool {
	of, ok := c.cast.At(c.index, subject)
	if !ok || of.Affiliation == "" {
		return false
	}
	for child := range c.Children(verb) {
		if t := &c.Tokens[child]; child > verb && (t.Is("obj") || t.Is("iobj") || t.Is("obl") && c.marker(child) == "on") {
			to, ok := c.cast.At(c.index, child)
			return ok && to.Affiliation == of.Affiliation
		}
	}
	return false
}

// speaksOfOwn tells whether a verb is done to a pronoun that means who would be its subject, and so must have
// another: "Kovar said that the rebels had broken the truce, and accused them of theft". Somebody else whom
// the clause before names may be meant as well.
func (c *clauses) speaksOfOwn(verb, subject int) bool {
	pronoun, means := c.Child(verb, "obj"), ""
	if pronoun < verb || c.Tokens[pronoun].UPOS != "PRON" {
		return false
	}
	switch c.lower(pronoun) {
	case "them":
		means = "Plur"
	case "him", "her", "it":
		means = "Sing"
	default:
		return false
	}
	number := func(token int) string {
		if c.Child(token, "conj") > token {
			return "Plur"
		}
		return c.Tokens[token].Feat("Number")
	}
	for i := subject + 1; i < verb; i++ {
		t := &c.Tokens[i]
		named := t.Is("obj") || t.Is("iobj") || t.Is("obl") || t.Is("nmod")
		if named && (t.UPOS == "PROPN" || c.animate(i)) && number(i) == means {
			return false
		}
	}
	return number(subject) == means && c.Tokens[subject].UPOS != "PRON"
}

// lastCueBefore is the cue of saying outside quotations that stands last before
// a token; -1 where there is none.
func (c *clauses) lastCueBefore(token int) int {
	for k := len(c.cues) - 1; k >= 0; k-- {
		if v := &c.cues[k]; v.token < token && v.clause && !v.thought && !c.quoted(v.token) {
			return k
		}
	}
	return -1
}

// ofWho tells whether the subject of a verb is the pronoun of a relative clause.
func (c *clauses) ofWho(verb int) bool {
	subject := c.Child(verb, "nsubj", "nsubj:pass")
	return subject >= 0 && (c.Tokens[subject].XPOS == "WP" || c.Tokens[subject].XPOS == "WDT") && subject < verb
}

// animate tells whether a token may head the name of a speaker.
func (c *clauses) animate(token int) bool {
	if token < 0 {
		return false
	}
	if _, ok := c.cast.At(c.index, token); ok {
		return true
	}
	t := &c.Tokens[token]
	if t.UPOS == "PRON" {
		switch strings.ToLower(t.Text) {
		case "he", "she", "they", "who", "we", "i", "you":
			return true
		}
	}
	s, ok := knowledge().sources[strings.ToLower(t.Lemma)]
	return ok && s.kind != "document"
}

// quoted tells whether a token stands in a double quotation.
func (c *clauses) quoted(token int) bool { return c.marks[c.index][token] > 0 }

// subtree marks the tokens under head, itself included, save the subtrees of
// the tokens in without.
func (c *clauses) subtree(head int, without ...int) []bool {
	set := make([]bool, len(c.Tokens))
	for i := range c.Tokens {
		at := i
		for range c.Tokens {
			if slices.Contains(without, at) {
				break
			}
			if at == head {
				set[i] = true
				break
			}
			if at = c.Tokens[at].Head; at < 0 {
				break
			}
		}
	}
	return set
}

// marker is the preposition or conjunction of a phrase or clause, in lower case.
func (c *clauses) marker(head int) string {
	for child := range c.Children(head) {
		if t := &c.Tokens[child]; t.Is("case") || t.Is("mark") {
			return strings.ToLower(t.Text)
		}
	}
	return ""
}

func (c *clauses) lower(token int) string { return strings.ToLower(c.Tokens[token].Text) }

func union(a, b []bool) []bool {
	for i := range b {
		a[i] = a[i] || b[i]
	}
	return a
}

func count(set []bool) int {
	n := 0
	for _, in := range set {
		if in {
			n++
		}
	}
	return n
}
