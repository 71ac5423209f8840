package attribution

import (
	"strings"

	"github.com/parleyrecord/parley"
)

// byMaker is the name of a document that speaks for itself, with that of who made it where the
// phrase tells: "Olvik University study" for "a 2024 study from Olvik University".
func (c *clauses) byMaker(head int) string {
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		marker := c.marker(child)
		if !t.Is("nmod") || child < head || t.UPOS != "PROPN" || marker != "by" && marker != "from" && marker != "of" {
			continue
		}
		all := c.sources(place{c.index, child, false})
		if len(all) == 1 && all[0].Name != "" && all[0].Kind == parley.BodySource {
			return all[0].Name + " " + strings.ToLower(c.kindOf(head))
		}
	}
	return c.bare(head)
}

// kindOf is a document's noun with the nouns that say of what kind it is: "draft resolution".
func (c *clauses) kindOf(head int) string {
	first := head
	for first > 0 && c.Tokens[first-1].Is("compound") && c.Tokens[first-1].Head == head && c.Tokens[first-1].UPOS == "NOUN" {
		first--
	}
	return c.Text(first, head+1)
}

// reportOf is the name of a report by who made it; a statement or a letter bears the name of
// whoever issued it and no more.
func (c *clauses) reportOf(maker string, head int) string {
	if c.Tokens[head].Lemma != "report" || c.Tokens[head].Feat("Number") == "Plur" {
		return maker
	}
	return maker + " report"
}
