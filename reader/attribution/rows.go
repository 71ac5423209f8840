package attribution

import (
	"slices"

	"github.com/parleyrecord/parley/reader/actors"
)

// withoutTitles leaves out of a row the further titles of a person who is named in it.
func (c *clauses) withoutTitles(members []*actors.Mention) []*actors.Mention {
	if len(members) < 2 {
		return members
	}
	if c.titleBefore(members[0], members[1]) {
		return members[1:] // "biologist and professor Anna Kovar"
	}
	if c.secondTrade(members[0], members[1]) {
		return append(members[:1:1], members[2:]...)
	}
	others := slices.DeleteFunc(slices.Clone(members[1:]), func(m *actors.Mention) bool {
		return c.furtherTitle(members[0].Head, m.Head)
	})
	return append(members[:1:1], others...)
}

// withoutFollowers leaves out of a row those who are told by no more than whose side they are on: "Norland and its
// allies".
func (c *clauses) withoutFollowers(members []*actors.Mention) []*actors.Mention {
	if len(members) < 2 || len(members[0].Who) == 0 {
		return members
	}
	return append(members[:1:1], slices.DeleteFunc(slices.Clone(members[1:]), c.follows)...)
}

// follows tells whether a mention tells of allies or partners with no name or adjective of theirs.
func (c *clauses) follows(m *actors.Mention) bool {
	return m.Sentence == c.index && knowledge().words["follower"][c.Tokens[m.Head].Lemma] && c.Child(m.Head, "amod", "compound") < 0
}

// furtherTitle tells whether a noun is a second title of the person named at a token, to whom the parse joins it
// as another one: "Anna Kovar, chairman and chief economist", "Anna Kovar, an expert and a senior fellow".
func (c *clauses) furtherTitle(person, noun int) bool {
	if !c.Tokens[noun].Is("conj") || c.Tokens[noun].Head != person || !c.namesPerson(person) {
		return false
	}
	m, ok := c.cast.At(c.index, noun)
	first, and := c.Child(person, "appos"), c.Child(noun, "cc")
	if !ok || m.Form != actors.Unnamed || m.Plural || m.Title.Name == "" {
		return false
	}
	behindFirst := first >= 0 && first <= noun && and > 0 && c.Tokens[and-1].Text != ","
	return behindFirst && c.Child(noun, "nmod:poss", "nummod") < 0
}

// titleBefore tells whether somebody told by a noun without an article and somebody named behind a title, whom "and"
// alone joins, are one: "biologist and Olvik University professor Anna Kovar".
func (c *clauses) titleBefore(title, named *actors.Mention) bool {
	if title.Sentence != c.index || named.Sentence != c.index || !c.namesPerson(named.Head) {
		return false
	}
	if title.Form == actors.Named || title.Plural || title.Title.Name == "" {
		return false
	}
	first, _ := c.Subtree(title.Head, "conj", "cc", "punct")
	if c.Child(title.Head, "det", "nmod:poss", "nummod") >= 0 || c.Tokens[first].UPOS == "DET" {
		return false
	}
	at := title.Head + 1
	if c.lower(at) != "and" {
		return false
	}
	for at++; at < named.Head && at < title.Head+longestOpening; at++ {
		if m, ok := c.matchAt(at); ok && m.Title.Name != "" && m.Last < named.Head {
			return true
		}
		if c.Tokens[at].UPOS == "PUNCT" || c.Tokens[at].UPOS == "DET" {
			return false
		}
	}
	return false
}

// secondTrade tells whether "and" joins to somebody without a name a second noun, without an article, for what he
// does: "a historian and writer".
func (c *clauses) secondTrade(one, other *actors.Mention) bool {
	if one.Form != actors.Unnamed || other.Form != actors.Unnamed || one.Plural || other.Plural {
		return false
	}
	if one.Sentence != c.index || other.Head != one.Head+2 || c.lower(one.Head+1) != "and" {
		return false
	}
	det := c.Child(one.Head, "det")
	return det >= 0 && (c.lower(det) == "a" || c.lower(det) == "an")
}

// exemplars are the named actors by whom a text tells whom it means: "allies,
// including Norland and Sudmark".
func (c *clauses) exemplars(head int) []*actors.Mention {
	if !c.inPlural(head) {
		return nil
	}
	for i := head + 1; i < min(head+3, len(c.Tokens)); i++ {
		switch c.lower(i) {
		case ",":
		case "including", "like", "such":
			if first := c.Tokens[i].Head; c.Tokens[i].Is("case") && first > i {
				return c.cast.Members(c.index, first)
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// namesBeside makes sources of the second of two names, which nobody knows: Volta in "Norvik and Volta said".
func (c *clauses) namesBeside(name int) []Source {
	and := name + 1
	for and < len(c.Tokens) && c.Tokens[and].Is("flat") && c.Tokens[and].Head == name {
		and++
	}
	if c.Tokens[name].UPOS != "PROPN" || and+1 >= len(c.Tokens) || c.lower(and) != "and" {
		return nil
	}
	fellow := c.Tokens[and].Head
	first, _ := c.Subtree(fellow)
	_, known := c.cast.At(c.index, fellow)
	_, inLexicon := c.matchAt(fellow)
	if known || inLexicon || first != and || c.quoted(fellow) != c.quoted(name) {
		return nil
	}
	if t := &c.Tokens[fellow]; !t.Is("conj") || t.Head != name || t.UPOS != "PROPN" {
		return nil
	}
	return c.describe(fellow, c.Tokens[fellow].Lemma)
}

// opensRow tells whether a name that nobody knows is the first in a row with a mention.
func (c *clauses) opensRow(name int, fellow *actors.Mention) bool {
	if _, inLexicon := c.matchAt(name); inLexicon || c.Tokens[name].UPOS != "PROPN" || fellow.Sentence != c.index {
		return false
	}
	second := &c.Tokens[fellow.Head]
	return second.Is("conj") && second.Head == name
}
