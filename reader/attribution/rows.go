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
	return append(members[:1:1], slices.DeleteFunc(slices.Clone(members[1:]), func(m *actors.Mention) bool { return c.furtherTitle(members[0].Head, m.Head) })...)
}

// furtherTitle tells whether a noun is a second title of the person named at a token, to whom the parse joins it
// as another one: "Anna Kovar, chairman and chief economist", "Anna Kovar, an expert and a senior fellow".
func (c *clauses) furtherTitle(person, noun int) bool {
	if !c.Tokens[noun].Is("conj") || c.Tokens[noun].Head != person || !c.namesPerson(person) {
		return false
	}
	m, ok := c.cast.At(c.index, noun)
	first, and := c.Child(person, "appos"), c.Child(noun, "cc")
	if !ok || m.Form != actors.Unnamed || m.Plural || m.Title.Name == "" || first < 0 || first > noun || and < 1 || c.Tokens[and-1].Text == "," {
		return false
	}
	return c.Child(noun, "nmod:poss", "nummod") < 0
}

// exemplars are the named actors by whom a text tells whom it means: "allies,
// including Norland and Sudmark".
func (c *clauses) exemplars(head int) []*actors.Mention {
	if c.Tokens[head].Feat("Number") != "Plur" {
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
