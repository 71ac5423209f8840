package attribution

import (
	"slices"

	"github.com/parleyrecord/parley"
)

// readHeadline reads the forms of headlines: "Norland: talks will go on",
// "Talks to go on — minister". A thought in a headline stands for words that
// the article goes on to report.
func (c *clauses) readHeadline(before int) {
	for k := before; k < len(c.found); k++ {
		if words := c.found[k].cueTokens; len(c.found[k].Sources) > 0 && len(words) > 0 && c.Tokens[words[0]].UPOS == "VERB" {
			c.found[k].Thought = c.found[k].Thought && c.found[k].Class == "plan"
		}
	}
	for i := range c.Tokens {
		switch c.Tokens[i].Text {
		case ":", "—", "–", "--", "-":
			if c.splitHeadline(i, before) {
				return
			}
		}
	}
}

// splitHeadline attributes one side of a colon or dash to a source that the
// other side consists of.
func (c *clauses) splitHeadline(mark, before int) bool {
	if head, ok := c.wholly(mark+1, len(c.Tokens)); ok {
		return c.headlineFrom(head, 0, mark)
	}
	if head, ok := c.wholly(0, mark); ok && c.Tokens[mark].Text == ":" && len(c.found) == before {
		return c.headlineFrom(head, mark+1, len(c.Tokens))
	}
	return false
}

// wholly finds the source that a token range consists of.
func (c *clauses) wholly(first, last int) (int, bool) {
	for last > first && c.edge(last-1) {
		last--
	}
	if last-first == 0 || last-first > 7 {
		return 0, false
	}
	for i := first; i < last; i++ {
		if m, ok := c.cast.At(c.index, i); ok && m.First <= first+1 && m.Last >= last {
			return i, true
		}
	}
	if n, ok := knowledge().sources[c.Tokens[last-1].Lemma]; ok && last-first <= 3 && n.kind != parley.DocumentSource {
		return last - 1, true
	}
	return 0, false
}

func (c *clauses) headlineFrom(head, first, last int) bool {
	span, ok := c.trim(first, last)
	if !ok || last-first < 3 {
		return false
	}
	a := Attribution{Sentence: c.index, Class: "say", Content: []parley.Span{span}, Continues: -1, Certainty: 0.8, Clause: true, source: head}
	a.content = make([]bool, len(c.Tokens))
	for i := first; i < last; i++ {
		a.content[i] = true
	}
	a.Sources = c.sources(place{c.index, head, false})
	a.Sources = slices.DeleteFunc(a.Sources, func(s Source) bool { return s.Kind == parley.MediaSource })
	if len(a.Sources) == 0 {
		return false
	}
	c.found = append(c.found, a)
	return true
}
