package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// isNoun tells whether a token is a common noun or a name: "port", "Kovar".
func (c *clauses) isNoun(token int) bool {
	return c.Tokens[token].UPOS == "NOUN" || c.Tokens[token].UPOS == "PROPN"
}

// isVerb tells whether a token is a verb or an auxiliary: "met", "has".
func (c *clauses) isVerb(token int) bool {
	return c.Tokens[token].UPOS == "VERB" || c.Tokens[token].UPOS == "AUX"
}

// inPlural tells whether a noun stands in the plural: "envoys".
func (c *clauses) inPlural(noun int) bool { return c.Tokens[noun].Feat("Number") == "Plur" }

// kindOf is the kind of source that a noun is a word for, a body for "ministry"; "" where it is a word for none.
func (c *clauses) kindOf(noun int) parley.SourceKind {
	return knowledge().sources[strings.ToLower(c.Tokens[noun].Lemma)].kind
}

// hasWord tells whether one of a row of tokens is a word or mark as it stands: a comma in "said, on Monday".
func hasWord(tokens []english.Token, word string) bool {
	return slices.ContainsFunc(tokens, func(t english.Token) bool { return t.Text == word })
}

// hasClass tells whether one of a row of tokens is of a word class: a name in "the envoy Kovar".
func hasClass(tokens []english.Token, classes ...string) bool {
	return slices.ContainsFunc(tokens, func(t english.Token) bool { return slices.Contains(classes, t.UPOS) })
}
