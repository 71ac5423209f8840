package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// sideOf is the country whose adjective or name stands in a phrase.
func (c *clauses) sideOf(head int) string {
	first, last := c.Subtree(head, "acl", "conj", "appos", "punct")
	for k := range c.cast.Matches[c.index] {
		m := &c.cast.Matches[c.index][k]
		if m.First < first || m.Last >= last || c.cast.StandsApart(c.index, head, m) {
			continue
		}
		switch m.Kind {
		case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch, lexicon.BodyMatch, lexicon.GroupMatch:
			if m.Actor.Affiliation != "" || m.Actor.Kind == parley.BodyActor {
				return m.Actor.Affiliation
			}
			return m.Actor.ID
		}
	}
	return ""
}

// Text is the text of a token range with single blanks.
func (c *clauses) Text(first, last int) string {
	return strings.Join(strings.Fields(c.Sentence.Text(c.text.Source, first, last)), " ")
}

// phrase is the noun phrase under a head: without relative clauses, unless the
// source is known by them alone.
func (c *clauses) phrase(head int, clauses bool) parley.Span {
	out := outsidePhrase
	if clauses {
		out = outsideUnnamed
		if c.marker(head) != "" {
			out = append(slices.Clone(out), "case", "mark")
		}
	}
	first, last := c.contiguous(head, out)
	if day := last - 1; day > head+1 && c.isDayOn(day) && c.Tokens[day].Head == head {
		last = day - 1 // "Norland on Monday"
	}
	for last > first+1 && c.edge(last-1) {
		last--
	}
	for first < last-1 && c.edge(first) {
		first++
	}
	return c.span(first, last)
}

// outsidePhrase are the relations to a noun of what is no part of its phrase.
var outsidePhrase = []string{
	"conj", "cc", "acl:relcl", "advcl", "parataxis", "case", "cop", "aux", "nsubj", "obl", "ccomp", "mark", "discourse",
	"advmod", "punct",
}

// outsideUnnamed are the same for a source that is known by its clauses alone.
var outsideUnnamed = []string{"conj", "cc", "parataxis", "cop", "ccomp", "discourse", "nsubj"}

// isDayOn tells whether a name is that of a day behind "on".
func (c *clauses) isDayOn(token int) bool {
	return c.Tokens[token].UPOS == "PROPN" && c.time(token) && c.lower(token-1) == "on"
}

// contiguous is the token range around a head that its subtree fills without a
// gap but for punctuation.
func (c *clauses) contiguous(head int, without []string) (first, last int) {
	in := make([]bool, len(c.Tokens))
	for i := range c.Tokens {
		in[i] = c.under(i, head, without)
	}
	first, last = head, head+1
	for i := head - 1; i >= 0 && (in[i] || c.edge(i)); i-- {
		if in[i] {
			first = i
		}
	}
	for i := head + 1; i < len(in) && (in[i] || c.edge(i)); i++ {
		if in[i] {
			last = i + 1
		}
	}
	return first, last
}

func (c *clauses) under(i, head int, without []string) bool {
	for range c.Tokens {
		if i == head {
			return true
		}
		t := &c.Tokens[i]
		if t.Head == head && (slices.ContainsFunc(without, t.Is) || i == c.chargeBehind(head)) || i < 0 {
			return false
		}
		if i = t.Head; i < 0 {
			return false
		}
	}
	return false
}
