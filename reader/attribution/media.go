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
	if c.knownBody(head) {
		return Source{}, false
	}
	if !c.calledMedium(head) {
		return c.titledMedium(head)
	}
	if !c.ofNews(head) {
		return Source{}, false // "aid agencies", "the civil defence agency"
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

// ofNews tells whether an agency is one of news: by a word before it, a name, or because
// nothing tells what it is for.
func (c *clauses) ofNews(head int) bool {
	if c.Tokens[head].Lemma != "agency" || c.Tokens[head].UPOS == "PROPN" {
		return true
	}
	plain := true
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		if !t.Is("compound") && !t.Is("amod") || child > head {
			continue
		}
		switch c.lower(child) {
		case "news", "press", "wire", "media":
			return true
		}
		if m, ok := c.matchAt(child); t.UPOS == "NOUN" || t.UPOS == "ADJ" && (!ok || m.Actor.ID == "") && t.Lemma != "official" {
			plain = false
		}
	}
	return plain && c.Tokens[head].Feat("Number") != "Plur"
}

// calledMedium tells whether a noun is a word for a medium.
func (c *clauses) calledMedium(token int) bool {
	n, ok := knowledge().sources[strings.ToLower(c.Tokens[token].Lemma)]
	return ok && n.kind == parley.MediaSource
}

// titledMedium makes a source of a name that has such a word before it: "news
// site Norland Today".
func (c *clauses) titledMedium(head int) (Source, bool) {
	if c.Tokens[head].UPOS != "PROPN" {
		return Source{}, false
	}
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		if !c.calledMedium(child) || !t.Is("nmod") && !t.Is("compound") && !t.Is("appos") {
			continue
		}
		s := Source{Text: c.phrase(head, false), Kind: parley.MediaSource, Affiliation: c.sideOf(head)}
		first, last := head, c.nameEnd(head)
		if child > head {
			for first > 0 && c.Tokens[first-1].UPOS == "PROPN" {
				first--
			}
			last = min(last, child)
		}
		s.Name, s.Evidence = c.Text(first, last), []parley.Span{s.Text}
		if s.Name == "" {
			return Source{}, false
		}
		c.media[strings.ToLower(s.Name)] = s.Affiliation
		return s, true
	}
	return Source{}, false
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
	if end := c.nameEnd(head + 1); end > head+1 {
		return c.Text(head+1, end), "", true
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

// nameEnd is the end of the name that begins at a token; the token itself where
// none does.
func (c *clauses) nameEnd(first int) int {
	last := first
	for last < len(c.Tokens) && (c.Tokens[last].UPOS == "PROPN" && !c.time(last) || last > first && last+1 < len(c.Tokens) && c.Tokens[last].Text == "-" && c.Tokens[last+1].UPOS == "PROPN") {
		last++
	}
	return last
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

// correspondent is the medium whose reporter speaks without a name: "an agency
// correspondent".
func (c *clauses) correspondent(s Source, head int) (Source, bool) {
	if side, ok := c.reporter(head); ok {
		name, _, named := c.outletIn(head)
		s.Name, s.Kind, s.Affiliation, s.Evidence = name, parley.MediaSource, side, []parley.Span{s.Text}
		return s, named
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
