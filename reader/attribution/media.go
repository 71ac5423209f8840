package attribution

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// medium makes a source of a phrase whose head is a word for a medium: of the
// outlet that it names ("the news site Norland Today", "Reuters news agency"),
// or else by the phrase itself ("Norland state media").
func (c *clauses) medium(head int) (Source, bool) {
	n, ok := knowledge().sources[strings.ToLower(c.Tokens[head].Lemma)]
	if !ok || n.kind != parley.MediaSource || c.knownBody(head) {
		return Source{}, false
	}
	s := Source{Text: c.phrase(head, false), Kind: parley.MediaSource, Affiliation: c.sideOf(head)}
	s.Evidence = []parley.Span{s.Text}
	if name, side, ok := c.outletIn(head); ok {
		s.Name = name
		if side != "" {
			s.Affiliation = side
		}
		c.media[strings.ToLower(name)] = s.Affiliation
		return s, true
	}
	if before, ok := c.mediumBefore(s.Affiliation, head); ok {
		return before, true
	}
	s.Name = c.bare(head)
	return s, true
}

// knownBody tells whether a phrase names a body that is no medium: the
// International Atomic Energy Agency.
func (c *clauses) knownBody(head int) bool {
	m, ok := c.cast.At(c.index, head)
	if !ok || len(m.Who) != 1 {
		return false
	}
	a := c.cast.Actors[m.Who[0]]
	return a.Known && a.Kind != parley.MediaActor && a.Sector != "JRN" && a.Sector != "MED"
}

// outletIn finds the outlet that a phrase names: one of the lexicon, or a name
// beside the head.
func (c *clauses) outletIn(head int) (name, side string, ok bool) {
	first, last := c.Subtree(head, "acl", "parataxis", "conj")
	for k := range c.cast.Matches[c.index] {
		m := &c.cast.Matches[c.index][k]
		if m.Kind == lexicon.MediaMatch && m.First >= first && m.Last < last {
			return m.Actor.Name, m.Actor.Affiliation, true
		}
	}
	for _, n := range c.text.Names {
		if n.Sentence == c.index && n.First >= first && n.Last <= last && n.Kind != english.Location && (n.First > head || n.Last <= head && n.Kind == english.Organisation) {
			if a, ok := c.cast.At(c.index, n.Last-1); ok && len(a.Who) == 1 && c.cast.Actors[a.Who[0]].Known {
				continue
			}
			return c.Text(n.First, n.Last), "", true
		}
	}
	return "", "", false
}

// mediumBefore is the medium that "the agency" or a country's "state media"
// means: the one that was a source before, of that country if one is given.
func (f *finder) mediumBefore(side string, head int) (Source, bool) {
	for k := len(f.found) - 1; k >= 0; k-- {
		for _, s := range f.found[k].Sources {
			if s.Kind == parley.MediaSource && s.Name != "" && (side == "" || side == s.Affiliation) {
				return s, true
			}
		}
	}
	return Source{}, false
}

// reporter tells whether a person's phrase says that they work for an outlet,
// whose voice they are: "Norland Times correspondent Per Holm".
func (c *clauses) reporter(head int) (side string, ok bool) {
	first, last := c.Subtree(head, "acl", "parataxis", "conj")
	found := false
	for i := first; i < last; i++ {
		switch strings.ToLower(c.Tokens[i].Lemma) {
		case "correspondent", "reporter", "journalist", "columnist", "editor", "anchor":
			found = true
		}
	}
	if !found {
		return "", false
	}
	for k := range c.cast.Matches[c.index] {
		if m := &c.cast.Matches[c.index][k]; m.Kind == lexicon.MediaMatch && m.First >= first && m.Last < last {
			return m.Actor.Affiliation, true
		}
	}
	return "", false
}
