package timex

import "strings"

// governor is the word that an expression hangs on, -1 where nothing tells.
func (c clause) governor(first, last int) int {
	if at := c.verbAhead(first, last); at >= 0 {
		return at
	}
	if at := c.verbBefore(first); at >= 0 {
		return at
	}
	if at := c.headOf(first, last); at >= 0 || c.parsed() {
		return c.across(last-1, at)
	}
	return c.nearestVerb(first, last)
}

// verbAhead is the verb of a second clause that an expression opens, "… and in January, he left", -1 elsewhere.
func (c clause) verbAhead(first, last int) int {
	at := c.before(first)
	if at < 1 || c.follows || c.tokens[at].UPOS != "CCONJ" || last >= len(c.tokens) || c.tokens[last].Text != "," {
		return -1
	}
	for i := last + 1; i < len(c.tokens); i++ {
		if token := &c.tokens[i]; token.UPOS == "VERB" && !strings.HasPrefix(token.Deprel, "acl") && token.Deprel != "amod" {
			return i
		}
	}
	return -1
}

// verbBefore is the verb, or the adjective that looks ahead, right before the
// expression or its preposition; -1 where another word stands there. It governs
// the expression whatever the parse says: "announced Friday", "payable on May 3".
func (c clause) verbBefore(first int) int {
	at := c.before(first)
	if at < 0 {
		return -1
	}
	token := &c.tokens[at]
	if token.UPOS == "VERB" || token.UPOS == "ADJ" && c.looks(at)&ahead != 0 {
		return at
	}
	return -1
}

// before is the word before an expression and its preposition, -1 where none is.
func (c clause) before(first int) int {
	if first > 1 && c.tokens[first-1].UPOS == "ADP" {
		return first - 2
	}
	return first - 1
}

// across mends what parsers often get wrong: what stands before a reporting verb
// does not belong to the clause reported ("On Monday the court said it will …"),
// nor what stands before an infinitive of purpose to that ("met on Monday to …").
func (c clause) across(at, head int) int {
	if head <= at {
		return head
	}
	above := c.tokens[head].Head
	switch c.tokens[head].Deprel {
	case "ccomp":
		if above > at && above < head {
			return above
		}
	case "advcl", "xcomp":
		if above >= 0 && above < at && c.auxiliaries(head).to {
			return above
		}
	}
	return head
}

// headOf is the word that the tokens first to last hang on, -1 where none does.
func (c clause) headOf(first, last int) int {
	for at := first; at < last; at++ {
		if head := c.tokens[at].Head; head >= 0 && (head < first || head >= last) {
			return head
		}
	}
	return -1
}

func (c clause) parsed() bool {
	for i := range c.tokens {
		if c.tokens[i].Head >= 0 {
			return true
		}
	}
	return false
}

// nearestVerb looks left, then right.
func (c clause) nearestVerb(first, last int) int {
	for i := first - 1; i >= 0; i-- {
		if c.tokens[i].UPOS == "VERB" {
			return i
		}
	}
	for i := last; i < len(c.tokens); i++ {
		if c.tokens[i].UPOS == "VERB" {
			return i
		}
	}
	return -1
}
