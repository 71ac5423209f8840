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
	if c.denialOfThing(token, n) {
		return
	}
	set, clause := c.nounContent(token, n)
	verb := c.Tokens[token].Head
	if c.turned(token, verb, n, clause) || set == nil {
		return
	}
	if c.Tokens[token].Is("obj") && verb >= 0 && c.carries(verb) {
		c.readCarried(token, verb, n, set, clause)
		return
	}
	where, ok := c.owner(token, n)
	if n.who {
		if where, ok = c.whoIs(token); !ok {
			return
		}
	}
	if !ok {
		n.thought = true // what somebody says is told by no verb of saying
		if where, ok = c.doer(token); !ok {
			c.readOwnerless(token, n, set, clause)
			return
		}
	}
	if c.quoted(token) && c.firstPerson(where) {
		return
	}
	a := c.beginNoun(token, n, clause)
	a.Own, a.source = c.firstPerson(where), where.token
	for at, own := range c.subtree(where.token, c.toldBehindOwner(token, n)) {
		set[at] = set[at] && (n.who || !own)
	}
	a.content, a.Content = set, c.pieces(set)
	a.Sources = c.ownerSources(where)
	if len(a.Content) == 0 || len(a.Sources) == 0 {
		return
	}
	a.Quoted = c.within(a.Content)
	c.found = append(c.found, a)
}

// denialOfThing tells whether a noun tells of what somebody will not let others have: "the denial of aid".
func (c *clauses) denialOfThing(token int, n noun) bool {
	for child := range c.Children(token) {
		of := c.Tokens[child].Is("nmod") && c.marker(child) == "of"
		if of && n.class == "deny" && knowledge().acts["deny "+strings.ToLower(c.Tokens[child].Lemma)] {
			return true
		}
	}
	return false
}

// turned reads who has what others think of him: "Kovar has the support of the farmers", and tells
// whether a noun is so told.
func (c *clauses) turned(token, verb int, n noun, clause bool) bool {
	holder := c.holder(token, verb, n)
	if clause || holder < 0 {
		return false
	}
	of := c.speakerOf(verb, 0)
	if of.token < 0 || of.sentence != c.index {
		return true
	}
	a := c.beginNoun(token, n, false)
	a.Thought, a.source = true, holder
	a.Negated, a.Unreal, a.Future = c.modality(verb)
	a.content = c.subtree(of.token, verb)
	a.Content, a.Sources = c.pieces(a.content), c.sources(place{c.index, holder, false})
	if len(a.Content) > 0 && len(a.Sources) > 0 {
		c.found = append(c.found, a)
	}
	return true
}

// holder is who supports or judges the subject of a verb by the noun that is its object: the farmers in "has the
// support of the farmers" and "drew praise from the farmers"; -1 where nobody does.
func (c *clauses) holder(token, verb int, n noun) int {
	if !c.Tokens[token].Is("obj") || verb < 0 {
		return -1
	}
	if lemma := strings.ToLower(c.Tokens[verb].Lemma); lemma != "have" && !knowledge().words["hearing"][lemma] {
		return -1
	}
	holder := c.Child(token, "nmod")
	if from := c.Child(verb, "obl"); holder < 0 && from > token && c.marker(from) == "from" {
		holder = from
	}
	if holder < token || !c.animate(holder) && !c.headcount(holder) {
		return -1
	}
	switch marker := c.marker(holder); n.class {
	case "support", "praise":
		if marker == "from" || marker == "of" {
			return holder
		}
	case "criticise", "reject":
		if marker == "from" {
			return holder
		}
	}
	return -1
}

func (c *clauses) beginNoun(token int, n noun, clause bool) Attribution {
	return Attribution{
		Sentence: c.index, Class: n.class, Thought: n.thought, Continues: -1, Certainty: 0.7, cueTokens: []int{token}, source: -1,
		Cue: c.span(token, token+1), Clause: clause,
	}
}

// readOwnerless reads a noun for what many say or think whose owner the text does not name:
// "calls for a truce".
func (c *clauses) readOwnerless(token int, n noun, set []bool, clause bool) {
	if !n.public || c.quoted(token) {
		return
	}
	a := c.beginNoun(token, n, clause)
	a.content, a.Content = set, c.pieces(set)
	if len(a.Content) > 0 {
		c.found = append(c.found, a)
	}
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
		isClause := n.clause && c.tellsNoun(child)
		isPhrase := (t.Is("nmod") || t.Is("acl") || t.Is("advcl")) && slices.Contains(n.prepositions, c.marker(child)) && !c.temporal(child)
		if isClause || isPhrase {
			union(set, c.subtree(child))
			clause = clause || isClause
		}
	}
	if told := c.toldBehindOwner(token, n); told >= 0 {
		union(set, c.subtree(told))
		clause = true
	}
	if count(set) == 0 {
		clause = c.behindNoun(token, n, set)
	}
	for i := range c.cues {
		if k := &c.cues[i]; k.adopter >= 0 && k.token > token && c.Tokens[k.token].XPOS == "VBG" && set[k.token] {
			for at := range c.subtree(k.token) {
				set[at] = set[at] && !c.Dominates(k.token, at) // "bristled at the idea that he lied, saying …"
			}
		}
	}
	if count(set) == 0 {
		return nil, false
	}
	return set, clause
}

// tellsNoun tells whether a clause below a noun says what the noun is about: "the claim that Kovar lied".
func (c *clauses) tellsNoun(clause int) bool {
	t := &c.Tokens[clause]
	switch {
	case c.ObjectRelative(clause):
		return false
	case t.Is("ccomp"):
		return true
	case !t.Is("xcomp") && !(t.Is("acl") && c.Child(clause, "nsubj") != c.Child(clause, "mark")):
		return false
	}
	return c.hasMark(clause, "that") || c.hasMark(clause, "to")
}

// toldBehindOwner is the verb of the clause that tells what the noun is about where the parse takes it
// for one about whose word the noun is, or about the noun, though it has a subject and more of its
// own: "warnings from the league that food was running out"; -1 where there is none.
func (c *clauses) toldBehindOwner(token int, n noun) int {
	owner := c.Child(token, "nmod")
	if !n.clause || owner < token || c.marker(owner) != "by" && c.marker(owner) != "from" {
		return -1
	}
	for _, over := range []int{owner, token} {
		clause := c.Child(over, "acl:relcl")
		if clause < owner {
			continue
		}
		that, subject := c.begins(clause), c.Child(clause, "nsubj", "nsubj:pass")
		if c.lower(that) != "that" || subject <= that {
			continue
		}
		for child := range c.Children(clause) {
			if t := &c.Tokens[child]; child > subject && (t.Is("obj") || t.Is("xcomp") || t.Is("obl") || t.Is("aux") || t.Is("cop")) {
				return clause
			}
		}
	}
	return -1
}

// behindNoun marks the phrase or clause right behind a noun that the parse hangs on the verb which
// carries the noun instead: "took a swipe at the envoy", "made the case to leave"; it tells whether
// it is a clause.
func (c *clauses) behindNoun(token int, n noun, set []bool) bool {
	verb := c.Tokens[token].Head
	if !c.Tokens[token].Is("obj") || verb < 0 || !c.carries(verb) {
		return false
	}
	_, end := c.Subtree(token)
	for child := range c.Children(verb) {
		t := &c.Tokens[child]
		if first, _ := c.Subtree(child); first != end {
			continue
		}
		switch {
		case n.clause && (t.Is("advcl") || t.Is("ccomp") || t.Is("xcomp")) && (c.hasMark(child, "to") || c.hasMark(child, "that")):
			union(set, c.subtree(child))
			return true
		case (t.Is("obl") || t.Is("advcl")) && slices.Contains(n.prepositions, c.marker(child)) && !c.temporal(child):
			union(set, c.subtree(child))
			return false
		}
	}
	return false
}

// carries tells whether a verb adds little to the noun of speech that is its object: to make a claim is to claim.
func (c *clauses) carries(verb int) bool {
	return knowledge().words["carrying"][strings.ToLower(c.Tokens[verb].Lemma)]
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
	if v := &c.Tokens[verb]; v.Is("advcl") && v.XPOS == "VBG" && knowledge().words["stirring"][v.Lemma] && knowledge().words["stirred"][c.Tokens[token].Lemma] {
		return // what is done "raises fears", it does not voice them
	}
	where := c.speakerOf(verb, 0)
	if where.token < 0 || c.quoted(token) && c.firstPerson(where) || !c.animate(where.token) {
		return
	}
	thought := n.thought && knowledge().words["harbouring"][c.Tokens[verb].Lemma]
	a := Attribution{
		Sentence: c.index, Class: n.class, Thought: thought, Continues: -1, Certainty: 0.75,
		cueTokens: []int{verb, token}, source: where.token,
	}
	a.Cue = c.span(min(verb, token), max(verb, token)+1)
	a.Negated, a.Unreal, a.Future = c.modality(verb)
	if det := c.Child(token, "det"); det >= 0 && noOne[c.lower(det)] {
		a.Negated = true // "made no comment on the plan"
	}
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
func (c *clauses) owner(token int, n noun) (place, bool) {
	for child := range c.Children(token) {
		if t := &c.Tokens[child]; t.Is("nmod:poss") && !c.time(child) {
			return place{c.index, child, false}, true
		}
	}
	for child := range c.Children(token) {
		t := &c.Tokens[child]
		switch marker := c.marker(child); {
		case !t.Is("nmod") && !t.Is("obl"):
		case marker == "by", marker == "from", marker == "among", marker == "of" && c.animate(child) && !slices.Contains(n.prepositions, "of"):
			return place{c.index, child, false}, true
		}
	}
	if by := c.judge(token, n); by >= 0 {
		return place{c.index, by, false}, true
	}
	for child := range c.Children(token) {
		if t := &c.Tokens[child]; !t.Is("amod") && !t.Is("compound") {
			continue
		}
		m, ok := c.matchAt(child)
		if !ok || m.Part {
			continue
		}
		switch m.Kind {
		case lexicon.DemonymMatch, lexicon.StateMatch, lexicon.BodyMatch, lexicon.GroupMatch:
			return place{c.index, child, false}, true
		}
	}
	return place{}, false
}

// judge is who judges or demands something that stands between him and the noun, and on which the parse hangs
// him: "criticism of the deal by Norland"; -1 where nobody does.
func (c *clauses) judge(token int, n noun) int {
	matter := c.Child(token, "nmod")
	if matter < 0 || len(c.lex.Verbs(c.Tokens[matter].Lemma, true)) > 0 { // "condemnation of a raid by Norland"
		return -1
	}
	if n.class != "criticise" && n.class != "praise" && n.class != "reject" && n.class != "demand" {
		return -1
	}
	for child := range c.Children(matter) {
		if c.Tokens[child].Is("nmod") && c.marker(child) == "by" && c.animate(child) {
			return child
		}
	}
	return -1
}

// whoIs is of whom a noun for somebody is told, by "is" or right behind the name: "Kovar, a critic of the
// plan".
func (c *clauses) whoIs(token int) (place, bool) {
	t := &c.Tokens[token]
	if t.Is("appos") && t.Head >= 0 && c.animate(t.Head) {
		return place{c.index, t.Head, false}, true
	}
	if subject := c.Child(token, "nsubj"); subject >= 0 && c.Child(token, "cop") >= 0 && c.animate(subject) {
		return c.resolveRelative(subject, token), true
	}
	return place{}, false
}

// doer is who does something with what a noun tells: "left in the hope that …", "told a joke
// about …". Who only hears of it, or will not have it, is not.
func (c *clauses) doer(token int) (place, bool) {
	t := &c.Tokens[token]
	if !t.Is("obl") && !t.Is("obj") || t.Head < 0 || c.Tokens[t.Head].UPOS != "VERB" {
		return place{}, false
	}
	if knowledge().words["hearing"][strings.ToLower(c.Tokens[t.Head].Lemma)] {
		return place{}, false
	}
	switch c.marker(token) {
	case "", "in", "with", "for", "on", "from":
		where := c.speakerOf(t.Head, 0)
		return where, where.token >= 0 && where.sentence == c.index && !where.passive && c.animate(where.token)
	}
	return place{}, false
}

func (c *clauses) matchAt(token int) (*lexicon.Match, bool) {
	return c.cast.MatchAt(c.index, token)
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
