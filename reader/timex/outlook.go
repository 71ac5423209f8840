package timex

import (
	"fmt"
	"strings"
)

// outlook is what a word says of the time of what hangs on it.
type outlook uint16

const (
	ahead     outlook = 1 << iota // it is to come
	resolve                       // what it governs is to come, its own time is not
	timetable                     // it is to come where the word is in the present tense
	appoint                       // it is to come, what the word tells itself is not
	grant                         // it is to come up to the time that is named
	bid                           // it is to come where it is told as a demand
	done                          // a noun of what has come about
	toward                        // it is to come where "for" or "to" follows
	deferral                      // it is to come, but not behind "on"
	term                          // a noun that names the end of a time
	maturity                      // a noun of what is bought for the time that it is named by
	credit                        // a word of the credit of a picture
	fix                           // the time that is its object is to come
	denying                       // it makes "could" tell what was not possible
)

var outlookNames = map[string]outlook{
	"ahead": ahead, "resolve": resolve, "timetable": timetable, "appoint": appoint, "grant": grant, "bid": bid, "done": done,
	"toward": toward, "deferral": deferral, "term": term, "maturity": maturity, "credit": credit, "fix": fix, "denying": denying,
}

// addOutlook reads a line of tables/outlook.tsv: a class and its lemmas.
func (g *grammar) addOutlook(line string) error {
	class, lemmas, _ := strings.Cut(line, "\t")
	bit, ok := outlookNames[class]
	if !ok {
		return fmt.Errorf("no outlook is called %q", class)
	}
	for _, lemma := range strings.Fields(lemmas) {
		g.outlook[lemma] |= bit
	}
	return nil
}

// looks is what a word says of the time of what hangs on it, here.
func (c clause) looks(at int) outlook {
	found, next := c.outlook[c.tokens[at].Lemma], at+1
	if next < len(c.tokens) && c.tokens[next].Deprel == "compound:prt" {
		found |= c.outlook[c.tokens[at].Lemma+"-"+c.tokens[next].Lemma] // "put-off"
		next++
	}
	if next == len(c.tokens) {
		return found
	}
	switch word := c.tokens[next].Lemma; {
	case found&toward != 0 && (word == "for" || word == "to"):
		found |= ahead
	case found&deferral != 0 && word == "on":
		found &^= ahead
	}
	return found
}

// isPresent tells whether the words of an expression are what something is said to be now.
func (c clause) isPresent(first, last int) bool {
	for i := max(0, first-6); i < first; i++ {
		token := &c.tokens[i]
		if token.Head >= first && token.Head < last && token.Deprel == "cop" {
			return token.XPOS == "VBZ" || token.XPOS == "VBP"
		}
	}
	return false
}

// isRanked tells whether an expression stands behind a noun that is told to be the first or the greatest of its kind: "its
// first visit in four years".
func (c clause) isRanked(first int) bool {
	for i := first - 1; i > 0; i-- {
		switch token := &c.tokens[i]; {
		case token.UPOS == "VERB" || token.UPOS == "AUX" || token.UPOS == "PUNCT":
			return false
		case token.Lemma == "first" || token.XPOS == "JJS":
			return c.tokens[i].Deprel == "amod"
		}
	}
	return false
}

// arranges tells whether a verb tells of what lies ahead of it at the time that is named: "gave the
// rebels until Friday", "planned a rally on Friday", "proposed talks for Friday".
func (c clause) arranges(verb, first, last int) bool {
	looks := c.looks(verb)
	switch {
	case verb >= first || c.tokens[verb].UPOS != "VERB":
		return false
	case looks&fix != 0 && verb == first-1 && c.isAppointed(last): // "set May 5 as the date"
		return true
	case c.signal == Until:
		return looks&grant != 0
	case c.tokens[first-1].Lemma == "for":
		return looks&(ahead|resolve|appoint) != 0
	case c.tokens[first-1].Lemma == "to": // "postponed the vote to Thursday"
		return looks&ahead != 0
	case looks&appoint == 0:
		return false
	}
	for i := verb + 1; i < first; i++ {
		if c.tokens[i].Head == verb && c.tokens[i].Deprel == "obj" {
			return true
		}
	}
	return false
}

// isAppointed tells whether what follows an expression says what that time is set for: "set May 5 as the date".
func (c clause) isAppointed(last int) bool {
	return last < len(c.tokens) && (c.tokens[last].Lemma == "as" || c.tokens[last].Lemma == "for")
}

// leadsUp tells whether an expression belongs to what something comes ahead of: "ahead of Sunday's
// vote", "on the eve of a summit on Friday".
func (c clause) leadsUp(first int) bool {
	const reach = 6
	for i := first - 1; i > 0 && i >= first-reach; i-- {
		token := &c.tokens[i]
		switch token.UPOS {
		case "VERB", "AUX", "PUNCT", "PRON":
			return false
		}
		before := &c.tokens[i-1]
		switch {
		case token.Lemma == "of" && (before.Lemma == "ahead" || before.Lemma == "eve" || before.Lemma == "advance"):
			return i+1 == first || c.tokens[i+1].Lemma != "schedule"
		case token.Lemma == "to" && before.Lemma == "up" && before.UPOS == "NOUN", token.Lemma == "to" && (before.Lemma == "run-up" || before.Lemma == "runup"):
			return true
		}
	}
	return false
}

// demanded tells whether a verb in its bare form says what somebody demands: "demanded that the
// rebels leave", "an order that the boy remain".
func (c clause) demanded(at int) bool {
	token := &c.tokens[at]
	if token.XPOS == "VBZ" || token.Head < 0 {
		return false
	}
	isContent := token.Deprel == "ccomp" || strings.HasPrefix(token.Deprel, "acl")
	return isContent && c.outlook[c.tokens[token.Head].Lemma]&bid != 0
}

// supposed tells whether a verb is what is supposed: "unless the rebels yield by Friday".
func (c clause) supposed(at int) bool {
	if c.tokens[at].Deprel != "advcl" {
		return false
	}
	for i := max(0, at-10); i < at; i++ {
		if token := &c.tokens[i]; token.Head == at && token.Deprel == "mark" && (token.Lemma == "if" || token.Lemma == "unless") {
			return true
		}
	}
	return false
}

// hangsOnSupposed tells whether a verb in the present tells what follows from what is supposed:
// "unless the rebels yield, the duties rise on Monday".
func (c clause) hangsOnSupposed(at int) bool {
	if tag := c.tokens[at].XPOS; tag != "VBZ" && tag != "VBP" {
		return false
	}
	for i := range c.tokens {
		if c.tokens[i].Head == at && c.supposed(i) {
			return true
		}
	}
	return false
}

// overtaken tells whether a participle describes what the clause tells of in the past: "the talks
// planned for Tuesday were cancelled".
func (c clause) overtaken(at int) bool {
	noun := c.tokens[at].Head
	if c.tokens[at].XPOS != "VBN" || c.tokens[at].Deprel != "acl" || noun < 0 || c.tokens[noun].Head < 0 {
		return false
	}
	verb := c.tokens[noun].Head
	return c.tokens[verb].XPOS == "VBD" || c.auxiliaries(verb).past
}

// bids tells whether a word that opens its sentence is a command whose form could be the past as
// well: "Set a meeting for Friday".
func (c clause) bids(at int) bool {
	token := &c.tokens[at]
	return at == 0 && token.Deprel == "root" && strings.EqualFold(token.Text, token.Lemma)
}

// isDone tells whether an expression dates a noun of what has come about, that something else is
// to follow: "vowed to respond to Friday's attack".
func (c clause) isDone(first, last int) bool {
	at := c.headOf(first, last)
	return at >= 0 && c.tokens[at].UPOS == "NOUN" && c.outlook[c.tokens[at].Lemma]&done != 0 && !strings.HasPrefix(c.tokens[at].Deprel, "nsubj")
}

// isQuotedTitle tells whether a verb opens a title in quotation marks that ends before the expression: "told
// 'Meet the People' on Friday".
func (c clause) isQuotedTitle(at, first int) bool {
	if at == 0 || c.tokens[at].UPOS != "VERB" || !isQuote(c.tokens[at-1].Text) || strings.ToLower(c.tokens[at].Text) == c.tokens[at].Text {
		return false
	}
	for i := at + 1; i < first; i++ {
		if isQuote(c.tokens[i].Text) {
			return true
		}
	}
	return false
}

func isQuote(text string) bool { return strings.Trim(text, "\"'`“”‘’") == "" }
