package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/actors"
)

// place is where a source stands; token is -1 where there is none.
type place struct {
	sentence, token int
	passive         bool
}

// sourceOf finds the token that heads the source of a verb.
func (c *clauses) sourceOf(k *cueVerb) place {
	if k.adopter >= 0 {
		return c.sourceOf(&c.cues[k.adopter])
	}
	if p, ok := c.adjunctSpeaks(k); ok {
		return p
	}
	if verb, ok := c.relays(k); ok && (c.finite(verb) || c.Child(verb, "aux:pass") >= 0) {
		return c.quotedBy(verb)
	}
	return c.speakerOf(k.token, 0)
}

// adjunctSpeaks finds the source of a participle that goes on with what a phrase
// before it began: "according to the agency, adding that …".
func (c *clauses) adjunctSpeaks(k *cueVerb) (place, bool) {
	if c.Tokens[k.token].XPOS != "VBG" || k.token < 4 || c.Tokens[k.token-1].Text != "," {
		return place{}, false
	}
	for i := k.token - 3; i >= 0 && i > k.token-14; i-- {
		if head, last, ok := c.sourcePhrase(i); ok && head > last && head < k.token {
			return place{c.index, head, false}, true
		}
	}
	return place{}, false
}

// speakerOf is the subject of a verb: its own, the agent of a passive, or that
// of the verb which governs it.
func (c *clauses) speakerOf(token, depth int) place {
	nowhere := place{c.index, -1, false}
	if depth > 8 {
		return nowhere
	}
	if c.Child(token, "nsubj:pass", "aux:pass") >= 0 || c.answersAbove(token) {
		return c.agentOf(token)
	}
	if c.Child(token, "csubj") >= 0 {
		return nowhere // "condemning Norland encourages the rebels to fight on"
	}
	if subject := c.subjectBeside(token); subject >= 0 {
		return c.resolveRelative(subject, token)
	}
	if subject := c.absolute(token); subject >= 0 {
		return place{c.index, subject, false}
	}
	if c.Tokens[token].XPOS == "VBN" || c.Child(token, "obl:agent") >= 0 {
		if p := c.agentOf(token); p.token >= 0 {
			return p
		}
	}
	return c.inherited(token, depth)
}

// answersAbove tells whether a participle says by whom what a clause told is answered, behind a noun set beside that: "…, a
// claim denied by Norland".
func (c *clauses) answersAbove(token int) bool {
	t := &c.Tokens[token]
	if !t.Is("acl") || t.XPOS != "VBN" || t.Head < 0 || c.Child(token, "obl:agent") < 0 {
		return false
	}
	return c.Tokens[t.Head].Is("appos") || c.Tokens[t.Head].Is("parataxis")
}

// subjectBeside is the subject of a verb that stands nearest to it: none that
// says when, nor a word of a quotation that the verb is outside of. A verb of
// saying may be followed by its subject.
func (c *clauses) subjectBeside(token int) int {
	best := -1
	for child := range c.Children(token) {
		onlyWhen := c.time(child) && !c.counts(child) && !c.namesPerson(child)
		if !c.Tokens[child].Is("nsubj") || onlyWhen || c.marks[c.index][child] != c.marks[c.index][token] {
			continue
		}
		if c.Tokens[child].XPOS == "WP" && best >= 0 {
			break // "Kovar, who with four envoys met Holm, said"
		}
		if c.ofContent(child, token) {
			continue
		}
		if best >= 0 && c.marker(child) != "" {
			continue
		}
		if best < 0 || c.nearer(child, best, token) || c.headedBy(best, child) {
			best = child
		}
	}
	if best < 0 {
		best = c.strayed(token)
	}
	if it := c.Child(token, "expl"); best < 0 && it >= 0 && it < token && c.reportsClause(token) {
		best = it // "it also warned that …"
	}
	if best < 0 || !c.animate(best) && c.Tokens[best].UPOS != "PROPN" {
		if person := c.setOff(token); person >= 0 {
			return person
		}
		if person := c.describedBefore(token); person >= 0 {
			return person
		}
	}
	if k := c.cueAt(token); best < 0 && k >= 0 && (c.cues[k].clause || c.cues[k].quote) && !c.doneTo(token) {
		return c.adjoining(token)
	}
	return best
}

// headedBy tells whether a body's name is part of the title of a person whom the parse takes for
// a subject besides: "said Olvik Harbour Council head Anna Kovar".
func (c *clauses) headedBy(body, person int) bool {
	m, ok := c.cast.At(c.index, person)
	return ok && c.namesPerson(person) && m.First == body+1 && m.First < person
}

// reportsClause tells whether a verb of speech in the active has a clause of content, so that
// "it" before it is somebody.
func (c *clauses) reportsClause(verb int) bool {
	k := c.cueAt(verb)
	if k < 0 || !c.cues[k].clause || c.cues[k].thought {
		return false
	}
	return c.finite(verb) && c.Child(verb, "ccomp") > verb && c.Child(verb, "aux:pass", "cop") < 0
}

// counts tells whether a numeral stands for people: "one", "six in ten", "46 percent".
func (c *clauses) counts(token int) bool {
	if c.lower(token) == "one" {
		return true
	}
	if token+1 >= len(c.Tokens) || c.Tokens[token].UPOS != "NUM" {
		return false
	}
	switch c.lower(token + 1) {
	case "in", "of", "percent", "per", "%":
		return c.Child(token, "nmod", "obl") >= 0 || c.lower(token+1) != "in"
	}
	return false
}

// absolute is the noun behind "with" of which a participle right after it tells
// something: "with the envoy saying that …".
func (c *clauses) absolute(token int) int {
	if c.Tokens[token].XPOS != "VBG" {
		return -1
	}
	first := token
	for first > 0 && slices.Contains([]string{"NOUN", "PROPN", "ADJ", "DET", "NUM", "PART"}, c.Tokens[first-1].UPOS) {
		first--
	}
	if first == 0 || first == token || c.lower(first-1) != "with" {
		return -1
	}
	for i := first; i < token; i++ {
		if head := c.Tokens[i].Head; (head < first || head >= token) && c.isNoun(i) {
			return i
		}
	}
	return -1
}

// strayed is the subject of a verb that the parse has given to the verb of what it
// says, though that has one of its own behind it: "Kovar, an envoy, said talks went
// well". It is -1 where there is none.
func (c *clauses) strayed(verb int) int {
	for clause := range c.Children(verb) {
		if !c.Tokens[clause].Is("ccomp") || clause < verb {
			continue
		}
		before, behind := -1, -1
		for child := range c.Children(clause) {
			switch {
			case !c.Tokens[child].Is("nsubj"):
			case child < verb:
				before = child
			case child < clause:
				behind = child
			}
		}
		if before >= 0 && behind >= 0 {
			return before
		}
	}
	return -1
}

// nearer tells which of two subjects is the verb's own: one before the verb
// unless a comma or quotation mark shows that the verb comes first.
func (c *clauses) nearer(a, b, verb int) bool {
	if (a < verb) != (b < verb) {
		after := verb > 0 && c.edge(verb-1) && distance(max(a, b), verb) < 8
		return (a > verb) == after
	}
	return distance(a, verb) < distance(b, verb)
}

func distance(a, b int) int { return max(a-b, b-a) }

// adjoining finds the head of a noun phrase right after or before a verb of
// saying, where the parse has found it no subject: "said Anna Kovar".
func (c *clauses) adjoining(token int) int {
	gerund := c.Tokens[token].XPOS == "VBG"
	opens := token == 0 && c.finite(0) || token > 0 && c.edge(token-1)
	if head, ok := c.nominal(token+1, 1); ok && !gerund && opens && c.mayFollow(head) {
		if name := &c.Tokens[head]; !name.Is("nsubj") || name.Head == token {
			return head
		}
	}
	if person := c.personAhead(token); person >= 0 {
		return person
	}
	if m, ok := c.cast.At(c.index, 0); ok && token == 1 && m.Form == actors.Named {
		return m.Head // whatever the tagger takes it for
	}
	if head, ok := c.nominal(token-1, -1); ok && !gerund && c.quoted(head) == c.quoted(token) && c.Tokens[head].Deprel != "nsubj" {
		if c.Tokens[head].Is("appos") && c.namedBehindQuotation(c.Tokens[head].Head) {
			return c.Tokens[head].Head // "the plan is sound," Anna Kovar, an analyst in Oslo told reporters
		}
		return head
	}
	return -1
}

// namedBehindQuotation tells whether a token is the name of a person right behind a quotation, or of one whom the parse
// takes for who is spoken to in it: `"The plan is sound," Anna Kovar`.
func (c *clauses) namedBehindQuotation(name int) bool {
	if name < 0 || !c.namesPerson(name) {
		return false
	}
	return c.Tokens[name].Is("vocative") || name > 1 && c.quoted(name-2) && !c.quoted(name)
}

// personAhead is the person whose name and auxiliaries alone stand before a verb, behind "and":
// "Norland sent ships and Anna Kovar has said …"; -1 where none does.
func (c *clauses) personAhead(token int) int {
	at := token - 1
	for at > 0 && (c.Tokens[at].UPOS == "AUX" || c.Tokens[at].UPOS == "ADV") {
		at--
	}
	if at < 1 || c.Tokens[token].XPOS == "VBG" || !c.finite(token) && c.Tokens[token-1].UPOS != "AUX" {
		return -1
	}
	m, ok := c.cast.At(c.index, at)
	if !ok || m.First == 0 || m.Last != at+1 || c.lower(m.First-1) != "and" {
		return -1
	}
	if !c.namesPerson(m.Head) || c.quoted(m.Head) != c.quoted(token) {
		return -1
	}
	return m.Head
}

// nominal finds the head of the noun phrase that begins (step 1) or ends
// (step -1) at a token: its topmost noun, name or pronoun.
func (c *clauses) nominal(at, step int) (int, bool) {
	if at < 0 || at >= len(c.Tokens) {
		return 0, false
	}
	switch t := &c.Tokens[at]; t.UPOS {
	case "PROPN", "NOUN":
	case "PRON":
		if step > 0 && t.Is("nmod:poss") && t.Head > at {
			break // "its spokesman"
		}
		return at, t.Feat("Case") != "Acc" && (t.Feat("PronType") == "Prs" || t.Feat("PronType") == "Rel")
	case "DET", "ADJ", "NUM":
		if step < 0 {
			return 0, false
		}
	default:
		return 0, false
	}
	head := at
	for range c.Tokens {
		up := c.Tokens[head].Head
		outside := step > 0 && up < at || step < 0 && up > at
		if up < 0 || outside || distance(up, at) > 6 || !c.isNoun(up) || c.Tokens[head].Is("conj") {
			break
		}
		head = up
	}
	if c.Tokens[head].UPOS == "NUM" && c.nmodOf(head) >= 0 {
		return head, true // "two of the envoys"
	}
	return head, c.isNoun(head) && !c.time(head)
}

// nmodOf is the noun behind "of" right after a numeral; -1 where there is none.
func (c *clauses) nmodOf(token int) int {
	if child := c.Child(token, "nmod"); child > token && token+1 < len(c.Tokens) && c.lower(token+1) == "of" {
		return child
	}
	return -1
}

// onePerson tells whether a mention means one person and nobody else.
func (f *finder) onePerson(m *actors.Mention) bool {
	return len(m.Who) == 1 && f.cast.Actors[m.Who[0]].Kind == parley.PersonActor
}

// namesPerson tells whether a token heads the name of one person.
func (c *clauses) namesPerson(token int) bool {
	m, ok := c.cast.At(c.index, token)
	return ok && m.Form == actors.Named && c.onePerson(m)
}

// inherited is the subject that a verb without one shares with its governor.
func (c *clauses) inherited(token, depth int) place {
	t := &c.Tokens[token]
	head := t.Head
	switch {
	case head < 0:
		return place{c.index, -1, false}
	case t.XPOS == "VBG" && token > 0 && c.lower(token-1) == "as" && c.Child(head, "obj") >= 0:
		return place{c.index, c.Child(head, "obj"), false} // "cited the envoy as saying"
	case t.Is("parataxis") && t.XPOS != "VBG" && !c.goesOnBehind(token, head):
		return place{c.index, -1, false}
	case c.doneTo(token):
		return place{c.index, -1, false}
	case t.Is("conj"), t.Is("advcl"), t.Is("parataxis"):
		if governor := c.Tokens[head]; t.Is("advcl") && governor.UPOS != "VERB" && governor.UPOS != "AUX" && c.Child(head, "nsubj") < 0 {
			return place{c.index, -1, false}
		}
		if p := c.passiveSubject(head, t.Is("advcl")); p.token >= 0 {
			return p
		}
		return c.speakerOf(head, depth+1)
	case t.Is("ccomp") && c.lentSubject(token) >= 0:
		return place{c.index, c.lentSubject(token), false} // "rebels said they would go, said Kovar"
	case t.Is("xcomp"), t.Is("ccomp") && c.Child(token, "mark") < 0:
		if object := c.Child(head, "obj", "iobj"); object >= 0 && t.Is("xcomp") && !(t.XPOS == "VBG" && c.BareSingular(object)) { // but "took office promising"
			return place{c.index, object, false}
		}
		if p := c.passiveSubject(head, t.Is("xcomp") || t.XPOS == "VBG"); p.token >= 0 {
			return p
		}
		return c.speakerOf(head, depth+1)
	case t.Is("acl") && t.XPOS == "VBG":
		p := c.modified(head, depth)
		if p.token == head {
			p.token = c.predicateOf(head) // "Kovar is among those demanding"
		}
		return p
	case t.Is("acl"):
		return c.modified(head, depth)
	}
	return place{c.index, -1, false}
}

// undergone tells whether a participle says what has been done to the noun right before it, with a phrase behind
// that says where or when and not by whom: "criticism expressed in letters", "tales told in Olvik".
func (c *clauses) undergone(k *cueVerb) bool {
	t := &c.Tokens[k.token]
	describes := t.Is("acl") && t.XPOS == "VBN" && t.Head == k.token-1
	if !describes || len(c.cueWords(k)) > 1 || k.token+1 >= len(c.Tokens) {
		return false
	}
	if c.Child(k.token, "obj", "ccomp", "xcomp", "nsubj", "aux", "mark") >= 0 {
		return false
	}
	next := c.Tokens[k.token+1].UPOS
	return (next == "ADP" || next == "ADV") && c.agentOf(k.token).token < 0 && c.kindOf(t.Head) != parley.DocumentSource
}

// goesOnBehind tells whether a verb that commas part from another goes on with what its
// subject did: "Kovar praised the plan, thanked the hosts and said …".
func (c *clauses) goesOnBehind(token, head int) bool {
	subject := c.Child(head, "nsubj")
	return subject >= 0 && subject < head && head < token && c.finite(token) && c.finite(head) && c.quoted(head) == c.quoted(token)
}

// doneTo tells whether a participle says what is done to the noun before it, which thus says
// nothing: "a firm called Olvik", "the envoy blamed for the leak".
func (c *clauses) doneTo(token int) bool {
	t, k := &c.Tokens[token], c.cueAt(token)
	if k >= 0 && t.Is("advcl") && t.XPOS == "VBN" && c.cues[k].class == "describe" && c.Child(token, "aux", "nsubj") < 0 {
		return true // "Compared with the summer, …"
	}
	if !t.Is("acl") || t.XPOS != "VBN" || k < 0 || !c.cues[k].person || c.cues[k].second != "" || c.Child(token, "ccomp", "nsubj") >= 0 {
		return false
	}
	return c.cues[k].class == "describe" || c.Child(token, "obj") < 0
}

// passiveSubject is the subject of a passive that a participle shares: "was
// quoted as saying".
func (c *clauses) passiveSubject(head int, adverbial bool) place {
	subject := c.Child(head, "nsubj:pass")
	if subject < 0 && c.Child(head, "aux:pass") >= 0 {
		subject = c.Child(head, "nsubj")
	}
	if adverbial && subject >= 0 {
		return c.resolveRelative(subject, head)
	}
	return place{c.index, -1, false}
}

// modified is the source of a participle that describes a noun: the noun itself,
// or whoever issued it where the noun is what somebody made: "issued a statement
// saying". What says nothing leaves it to the subject: "defended the cuts, saying".
func (c *clauses) modified(noun, depth int) place {
	t := &c.Tokens[noun]
	made := t.Head >= 0 && t.Is("obj") && (c.mute(noun) || c.tellsOrIssued(noun))
	if made || t.Head >= 0 && t.Is("obl") && c.mute(noun) {
		if p := c.speakerOf(t.Head, depth+1); p.token >= 0 {
			return p
		}
	}
	return place{c.index, noun, false}
}

// tellsOrIssued tells whether a noun is one of speech or for a document that somebody issues: "claim", "statement".
func (c *clauses) tellsOrIssued(noun int) bool {
	lemma := c.Tokens[noun].Lemma
	s, ok := knowledge().sources[strings.ToLower(lemma)]
	_, speech := knowledge().nouns[strings.ToLower(lemma)]
	return speech || ok && (s.issued || knowledge().words["wording"][lemma])
}
