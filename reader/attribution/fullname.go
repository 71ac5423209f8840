package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// bare is a noun with what stands before it, without article and owner; of a
// name all that is written in capitals.
func (c *clauses) bare(head int) string {
	first := head
	for first > 0 && c.partOfNoun(head, first-1) {
		first--
	}
	for first == head && first > 0 && c.sharesVerb(first-1, head) {
		first--
	}
	for first < head && (c.Tokens[first].UPOS == "CCONJ" || c.Tokens[first].XPOS == "PRP$") {
		first++
	}
	for i := head - 1; i >= first && c.Tokens[head].UPOS == "PROPN"; i-- {
		if t := &c.Tokens[i]; (t.UPOS == "NOUN" || t.UPOS == "ADJ" || t.UPOS == "VERB" || i == first) && strings.ToLower(t.Text) == t.Text {
			first = i + 1 // "rebel" before the name of a council
		}
	}
	for i, end := 0, c.throughName(head); first == 0 && c.Paragraph > 0 && i+1 < end; i++ {
		if c.Tokens[i+1].UPOS == "PROPN" && actors.BeforeFirm(c.Tokens[i].Text) {
			return c.Text(i+1, end) // "Carmaker Norvik", "Gold miner Norvik"
		}
	}
	if first < head && (c.genitive(first) || first > 0 && c.Tokens[first-1].Text == "-" && c.Tokens[first].UPOS == "VERB") {
		first++ // "the city's board", "the city-run board"
	}
	for i := first + 1; i < head; i++ {
		if m, ok := c.matchAt(i - 1); c.genitive(i) && ok && m.Kind == lexicon.StateMatch {
			first = i + 1 // "Norway's National Harbour Centre"
		}
	}
	end := c.throughName(head)
	if c.closesName(head, end) {
		end++
	}
	return c.Text(first, end)
}

// partOfNoun tells whether a word before a noun is a part of what a body is called by it, as no article is and no mark
// but one that joins, and that of a genitive only in a name: "harbour" and "rights" before "board".
func (c *clauses) partOfNoun(head, word int) bool {
	t, genitive := &c.Tokens[word], c.genitive(word)
	switch {
	case !c.Dominates(head, word), t.Is("det"):
		return false
	case t.UPOS == "PUNCT" && !(t.Text == "-" && c.joins(word)), t.UPOS == "ADP" && !genitive:
		return false
	}
	return !t.Is("case") || c.proper(head) && genitive
}

// sharesVerb tells whether the parse gives a verb two words of one name for subjects: "Hagen Norvik said".
func (c *clauses) sharesVerb(word, head int) bool {
	a, b := &c.Tokens[word], &c.Tokens[head]
	return a.UPOS == "PROPN" && b.UPOS == "PROPN" && a.Is("nsubj") && b.Is("nsubj") && a.Head == b.Head && !c.time(word)
}

// closesName tells whether the mark of a genitive ends a company's name rather than tell whose something is: "Norvik's
// said".
func (c *clauses) closesName(head, mark int) bool {
	name := &c.Tokens[head]
	if !c.genitive(mark) || name.UPOS != "PROPN" || name.Is("nmod:poss") {
		return false
	}
	return name.Is("nsubj") || c.marker(head) == "to"
}

// throughName is the end of the name that a token heads, with what it is of: "Department of
// Health and Human Services".
func (c *clauses) throughName(head int) int {
	last := head + 1
	for last < len(c.Tokens) && (c.Tokens[last].Is("flat") || c.hyphenBeforeFlat(last)) {
		last++
	}
	for of := false; c.proper(head) && last+1 < len(c.Tokens); {
		within := c.taggedBody(head, last+1)
		switch word := c.lower(last); {
		case (word == "of" || word == "for") && c.capitalInName(last+1) && (c.Dominates(head, last+1) || within):
			of = true
		case c.Tokens[last].UPOS == "ADP" && word != c.Tokens[last].Text && c.capitalInName(last+1): // "Fishermen Against Nets"
		case word == "to" && c.Tokens[last+1].UPOS == "VERB" && c.hasCapital(last+1) && c.Dominates(head, last+1):
			last++ // "Front to Defend the Harbour"
		case (word == "and" || word == "&" || word == ",") && of && c.capitalInName(last+1) && c.Dominates(head, last+1):
		default:
			return last
		}
		for last++; c.goesOnWithName(last) && (c.Dominates(head, last) || within && c.taggedBody(head, last)); last++ {
		}
	}
	return last
}

// hyphenBeforeFlat tells whether a hyphen joins a further word of a name: "Norvik-Olvik".
func (c *clauses) hyphenBeforeFlat(token int) bool {
	return c.Tokens[token].Text == "-" && c.joins(token) && c.Tokens[token+1].Is("flat")
}

// hasCapital tells whether a word has a capital anywhere: "Harbour", "eNorvik".
func (c *clauses) hasCapital(token int) bool {
	return strings.ToLower(c.Tokens[token].Text) != c.Tokens[token].Text
}

// capitalInName tells whether there is a word with a capital at a token that may go on a body's name, and so is neither
// an office nor a person.
func (c *clauses) capitalInName(token int) bool {
	if m, ok := c.matchAt(token); ok && m.Title.Class == lexicon.OfficeClass || c.namesPerson(token) {
		return false
	}
	if token >= len(c.Tokens) || !c.hasCapital(token) {
		return false
	}
	switch c.Tokens[token].UPOS {
	case "PROPN", "ADJ", "NOUN", "DET":
		return true
	}
	return false
}

// goesOnWithName tells whether a body's name goes on at a token with a capital, or with a hyphen before one.
func (c *clauses) goesOnWithName(token int) bool {
	hyphen := token+1 < len(c.Tokens) && c.Tokens[token].Text == "-"
	return c.capitalInName(token) || hyphen && c.capitalInName(token+1)
}

// taggedBody tells whether the tagger takes two tokens for parts of one organisation's name, whatever the parse
// has hung the second on.
func (c *clauses) taggedBody(head, token int) bool {
	return slices.ContainsFunc(c.text.Names, func(n english.Name) bool {
		return n.Sentence == c.index && n.Kind == english.Organisation && n.First <= head && token < n.Last
	})
}

// proper tells whether a noun is a name or the noun of one, which has a capital within a sentence.
func (c *clauses) proper(token int) bool {
	if c.Tokens[token].UPOS == "PROPN" {
		return true
	}
	if token == 0 || c.Paragraph == 0 || !capital(c.Tokens[token].Text) {
		return false
	}
	before := token - 1
	return !c.edge(before) || c.genitive(before) || c.joins(before) && capital(c.Tokens[before-1].Text)
}

// capitalAlone tells whether a noun that nobody knows is a name by its capital within a sentence whose other
// nouns have none: "according to Norvik".
func (c *clauses) capitalAlone(head int) bool {
	if c.Tokens[head].UPOS != "NOUN" || c.Paragraph == 0 || c.inPlural(head) {
		return false
	}
	if !c.proper(head) && !c.properElsewhere(head) {
		return false
	}
	return slices.ContainsFunc(c.Tokens, func(t english.Token) bool { return t.UPOS == "NOUN" && !capital(t.Text) })
}

// properElsewhere tells whether the word with which a sentence begins has its capital within another one too.
func (c *clauses) properElsewhere(head int) bool {
	if head != 0 || !capital(c.Tokens[0].Text) {
		return false
	}
	same := func(t english.Token) bool { return t.Text == c.Tokens[0].Text && t.UPOS == "PROPN" }
	return slices.ContainsFunc(c.text.Sentences, func(s english.Sentence) bool {
		return s.Paragraph > 0 && len(s.Tokens) > 1 && slices.ContainsFunc(s.Tokens[1:], same)
	})
}
