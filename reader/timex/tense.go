package timex

import (
	"strings"

	"github.com/parleyrecord/parley/english"
)

// tense is where a clause lies seen from its writing.
type tense uint8

const (
	unclear tense = iota
	likelyPast
	likelyFuture
	onceFuture // to come as seen from a time gone by: "was to meet"
	scheduled  // to come, as a timetable has it or as somebody told: "the talks open", "would meet"
	past
	future
)

func (t tense) behind() bool { return t == past || t == likelyPast }

func (t tense) ahead() bool {
	return t == future || t == likelyFuture || t == onceFuture || t == scheduled
}

// clause reads the tense of what governs an expression.
type clause struct {
	tokens  []english.Token
	outlook map[string]outlook
	signal  Signal // before the expression
	follows bool   // the expression is the second of two: "on Monday and on Tuesday"
	caption bool   // the sentence is the caption of a picture
}

// isBounded tells whether the expression is an end: "before Friday".
func (c clause) isBounded() bool { return c.signal == Before || c.isTerm() }

// isTerm tells whether what is told lasts up to the expression, or is to be done by it: "until Friday", "by Friday".
func (c clause) isTerm() bool { return c.signal == Until || c.signal == By }

// tenseOver is the tense of the words that govern tokens first to last, read
// upwards from the nearest. Without a parse the nearest verb stands in for them.
func (c clause) tenseOver(first, last int) tense {
	if c.signal == Since && first > 0 && c.tokens[first-1].UPOS != "VERB" { // but "starting Wednesday"
		return past
	}
	if t := c.asEarlyAs(first, last); t != unclear {
		return t
	}
	switch {
	case c.signal == "" && c.leadsUp(first):
		return onceFuture
	case c.isPresent(first, last): // "the deadline is Friday"
		return likelyFuture
	case c.isDone(first, last):
		return past
	}
	at := c.governor(first, last)
	if at >= 0 && c.isQuotedTitle(at, first) {
		at = c.tokens[at].Head
	}
	if at >= 0 && c.arranges(at, first, last) {
		if c.finitePast(at) {
			return onceFuture
		}
		if c.signal == Until {
			return likelyFuture
		}
	}
	if at >= 0 && !c.isTerm() && c.finitePast(at) {
		return past
	}
	t := c.tenseUpwards(at)
	if c.caption && t == scheduled { // "refugees arrive on Monday"
		return past
	}
	if at >= last && c.tokens[at].UPOS == "NOUN" && !c.isPurpose(at) { // "a June summit"
		return c.tenseOfDescribed(at, t)
	}
	return t
}

// tenseOfDescribed is the tense of a time that describes a noun, in a clause of some tense.
func (c clause) tenseOfDescribed(noun int, t tense) tense {
	looks := c.looks(noun)
	switch {
	case looks&maturity != 0: // "July futures"
		return likelyFuture
	case looks&term != 0 && !t.behind(): // "a Tuesday deadline looms"
		return likelyFuture
	case t == likelyFuture || t == scheduled:
		return unclear
	}
	return t
}

// isPurpose tells whether a noun is what something is done for: "they gather for Friday's summit".
func (c clause) isPurpose(noun int) bool {
	at := c.preposition(noun-phraseReach, noun)
	return at >= 0 && c.tokens[at].Lemma == "for"
}

// phraseReach is how many words before a noun its preposition stands, at most.
const phraseReach = 8

// preposition is the first preposition of a noun from a word on; -1 where there is none.
func (c clause) preposition(from, noun int) int {
	for i := max(0, from); i < noun; i++ {
		if token := &c.tokens[i]; token.Head == noun && token.Deprel == "case" {
			return i
		}
	}
	return -1
}

// tenseUpwards is the tense of the first word that tells one, from a word upwards.
func (c clause) tenseUpwards(at int) tense {
	infinitive, below, prior, from := false, false, false, -1
	for steps := 0; at >= 0 && steps < 12; steps++ {
		if tag := c.tokens[at].UPOS; below && (tag == "VERB" || tag == "NOUN") && c.looks(at)&bid != 0 { // "ordered them to leave by Friday", "the order to leave"
			return onceFuture
		}
		own := (steps == 0 || from < at && c.standsAside(from) || from > at && c.isSetting(from)) && !c.isTerm()
		t, isInfinitive := c.tenseAt(at, own)
		if t == unclear {
			t = c.tenseOfPhrase(at)
		}
		if t == future && prior {
			return likelyFuture
		}
		if t != unclear {
			return t
		}
		prior = prior || c.isPrior(at)
		infinitive, below, from = infinitive || isInfinitive, isInfinitive, at
		at = c.across(at, c.tokens[at].Head)
	}
	if infinitive {
		return likelyFuture
	}
	return unclear
}

// standsAside tells whether a word that stands before its governor is nothing that this brings about: "at talks
// on Monday they agreed to meet", "the summit in March agreed on talks", "speaking on Monday, he proposed talks".
func (c clause) standsAside(at int) bool {
	relation, _, _ := strings.Cut(c.tokens[at].Deprel, ":")
	return relation == "obl" || relation == "nsubj" || relation == "advcl"
}

// isSetting tells whether a word behind its governor is that amid which this came about: "agreed in a call on Sunday to
// meet".
func (c clause) isSetting(at int) bool {
	if !strings.HasPrefix(c.tokens[at].Deprel, "obl") {
		return false
	}
	before := c.preposition(at-phraseReach, at)
	return before >= 0 && settings[c.tokens[before].Lemma]
}

// settings are the prepositions of what something comes about amid.
var settings = map[string]bool{"in": true, "at": true, "during": true, "after": true}

// isPrior tells whether a verb tells what comes before the rest: "agreed to yield after losing the port in March".
func (c clause) isPrior(at int) bool {
	return c.tokens[at].XPOS == "VBG" && c.opensWith("after", at)
}

// opensWith tells whether a word opens what a verb a few words behind it tells: "whether to vote", "after losing the port".
func (c clause) opensWith(lemma string, verb int) bool {
	const reach = 4
	for i := max(0, verb-reach); i < verb; i++ {
		if c.tokens[i].Lemma == lemma && c.tokens[i].Head == verb {
			return true
		}
	}
	return false
}

// asEarlyAs is the tense of what "as early as" or "as recently as" before the expression tells.
func (c clause) asEarlyAs(first, last int) tense {
	if first < 2 || c.tokens[first-1].Lemma != "as" {
		return unclear
	}
	switch c.tokens[first-2].Lemma {
	case "early", "soon":
		if at := c.governor(first, last); at >= 0 && c.finitePast(at) { // "as early as May the army fled"
			return past
		}
		return likelyFuture
	case "recently":
		return past
	}
	return unclear
}

// finitePast tells whether a verb is in the simple past. The past of many verbs
// looks like their participle; without an auxiliary and outside a noun phrase it
// is taken for the past.
func (c clause) finitePast(at int) bool {
	token := &c.tokens[at]
	if c.bids(at) {
		return false
	}
	switch token.XPOS {
	case "VBD":
		return true
	case "VBN":
		main := token.Deprel == "root" || token.Deprel == "ccomp" || token.Deprel == "parataxis"
		return main && c.auxiliaries(at) == auxiliaries{}
	}
	return false
}

// tenseOfPhrase reads the preposition of a noun: "after the call on Monday" is
// over, "ahead of the call on Monday" is not.
func (c clause) tenseOfPhrase(noun int) tense {
	for i := c.preposition(noun-phraseReach, noun); i >= 0; i = c.preposition(i+1, noun) {
		token := &c.tokens[i]
		if c.outlook[token.Lemma]&ahead != 0 && c.tokens[i+1].Lemma != "to" { // "is due in court on Thursday"
			return future
		}
		switch token.Lemma {
		case "after", "following", "since", "accord", "according":
			return past
		case "ahead":
			return likelyFuture
		}
	}
	return unclear
}

// auxiliaries are the words around a predicate that carry its tense.
type auxiliaries struct {
	will, would, modal, could, not, past, present, have, had, to, due bool
}

// tenseAt reads one governing word; unclear where it says nothing of its own. For
// the word that the expression belongs to itself, a resolve does not look ahead.
func (c clause) tenseAt(at int, own bool) (t tense, infinitive bool) {
	token := &c.tokens[at]
	aux := c.auxiliaries(at)
	looks := ahead | resolve
	if own {
		looks = ahead
	}
	outlook := token.UPOS != "NOUN" && c.looks(at)&looks != 0
	wasPast := aux.past || token.XPOS == "VBD"
	switch {
	case c.isBounded() && wasPast && c.supposed(at): // "if no deal was reached by Friday"
		return onceFuture, false
	case !wasPast && (c.supposed(at) || c.hangsOnSupposed(at)):
		return likelyFuture, false
	case aux.will, aux.due:
		return future, false
	case aux.have && !aux.had && !aux.modal && c.signal == Until: // "has been closed until Friday"
		return likelyFuture, false
	case aux.modal && aux.have, aux.had, aux.have && !outlook, aux.could && aux.not && !c.isBounded():
		return past, false
	case aux.to && !aux.present && !aux.past && c.opensWith("whether", at): // "whether to vote on Friday"
		return likelyFuture, false
	case aux.to && !aux.present && !aux.past:
		return unclear, true
	case outlook && (aux.past || c.overtaken(at) || token.XPOS == "VBD" && c.looks(at)&ahead != 0), aux.to && aux.past:
		return onceFuture, false
	case outlook:
		return future, false
	case aux.would:
		return scheduled, false
	case aux.modal, aux.to && (aux.present || aux.past): // "may meet", "was to meet"
		return likelyFuture, false
	case aux.past:
		return past, false
	case aux.present && token.XPOS == "VBG":
		return likelyFuture, false
	case aux.present && token.XPOS == "VBN":
		return likelyPast, false
	}
	return c.tenseOfForm(at, aux.present || aux.modal), false
}

// tenseOfForm reads a governing word by its own form, where what helps it says nothing.
func (c clause) tenseOfForm(at int, helped bool) tense {
	token := &c.tokens[at]
	if token.UPOS == "VERB" && c.bids(at) { // "Meet me on Monday"
		return likelyFuture
	}
	switch token.XPOS {
	case "VBD":
		return past
	case "VBN":
		if token.Deprel == "xcomp" && token.Head >= 0 && token.Head < at { // "would stay closed"
			return unclear
		}
		return likelyPast
	case "VB":
		if c.demanded(at) {
			return likelyFuture
		}
	case "VBZ", "VBP", "JJ":
		switch {
		case token.XPOS == "JJ" && (helped || !c.isRoot(at)): // but for "the polls close on Friday", taken for an adjective
		case c.outlook[token.Lemma]&timetable != 0:
			return scheduled
		case c.demanded(at):
			return likelyFuture
		}
	}
	return unclear
}

// isRoot tells whether a word is the head of its sentence or of the noun that is: "talks open on Tuesday".
func (c clause) isRoot(at int) bool {
	token := &c.tokens[at]
	if token.Deprel == "acl" || token.Deprel == "conj" {
		noun := &c.tokens[token.Head]
		return noun.Deprel == "root" && (noun.UPOS == "NOUN" || noun.UPOS == "PROPN")
	}
	return token.Deprel == "root"
}

// belongs tells whether a word is a predicate or its subject.
func (c clause) belongs(at, predicate int) bool {
	return at == predicate || at >= 0 && c.tokens[at].Head == predicate && strings.HasPrefix(c.tokens[at].Deprel, "nsubj")
}

func (c clause) auxiliaries(predicate int) auxiliaries {
	var aux auxiliaries
	for i := max(0, predicate-10); i < min(len(c.tokens), predicate+4); i++ {
		token := &c.tokens[i]
		if token.Head == predicate && token.Deprel == "mark" && c.outlook[token.Lemma]&ahead != 0 {
			aux.due = true // "are due to arrive"
		}
		aux.not = aux.not || c.outlook[token.Lemma]&denying != 0 && c.belongs(token.Head, predicate)
		if i == predicate || !c.attends(i, predicate) {
			continue
		}
		switch token.Lemma {
		case "will", "shall":
			aux.will = aux.will || token.XPOS != "VBD"
		case "may", "might", "can", "must", "should", "would", "could", "ought":
			aux.modal = true
			aux.would = aux.would || token.Lemma == "would" || strings.EqualFold(token.Text, "would")
			aux.could = aux.could || strings.EqualFold(token.Text, "could")
		case "have":
			aux.had = aux.had || token.XPOS == "VBD"
			aux.have = true
		case "be", "do", "get":
			aux.past = aux.past || token.XPOS == "VBD"
			aux.present = aux.present || token.XPOS == "VBZ" || token.XPOS == "VBP"
		case "to":
			aux.to = true
		}
	}
	return aux
}

// attends tells whether a word is an auxiliary, copula or infinitive mark of the
// predicate.
func (c clause) attends(at, predicate int) bool {
	token := &c.tokens[at]
	if token.UPOS != "AUX" && token.XPOS != "TO" {
		return false
	}
	if token.Head >= 0 {
		return token.Head == predicate
	}
	for i := at + 1; i < predicate; i++ {
		if tag := c.tokens[i].UPOS; tag != "ADV" && tag != "PART" && tag != "AUX" {
			return false
		}
	}
	return at < predicate && !c.parsed()
}
