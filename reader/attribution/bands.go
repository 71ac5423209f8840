package attribution

import (
	"cmp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// band is a body that the text names by a plural alone: "the rebels", "aid agencies".
func (c *clauses) band(s Source, head int) (Source, bool) {
	t := &c.Tokens[head]
	camp, risen := c.cast.Camp(c.index, head)
	if knowledge().words["combatant"][t.Lemma] {
		return Source{}, false // "rebel fighters" are not all the rebels
	}
	if !c.inPlural(head) || t.UPOS == "PROPN" || !risen && !c.actsAsOne(head) {
		return Source{}, false
	}
	for child := range c.Children(head) {
		if child > head && c.setsApart(head, child) {
			return Source{}, false
		}
		if c.Tokens[child].Is("nummod") || someWords[c.lower(child)] {
			return Source{}, false
		}
	}
	s.Kind, s.Name = parley.BodySource, c.bare(head)
	if before, ok := c.bandBefore(head); ok && !risen {
		s.Name, s.Affiliation = before.Name, before.Affiliation
	}
	if risen {
		s.Name, s.Affiliation = camp.Name, cmp.Or(camp.Of, s.Affiliation, c.cast.Torn)
		if named := c.cast.Rebels(c.index, head); len(named) == 1 {
			s.Name, s.Affiliation = named[0].Name, named[0].Affiliation
		}
	}
	s.Text = c.phrase(head, false)
	s.Evidence = []parley.Span{s.Text}
	return s, s.Name != ""
}

// someWords are the words for a part of those whom a noun tells.
var someWords = map[string]bool{"some": true, "many": true, "several": true, "few": true, "most": true}

// actsAsOne tells whether a noun is one for people who speak as one body, and no agencies of news: "lawmakers".
func (c *clauses) actsAsOne(head int) bool {
	lemma := c.Tokens[head].Lemma
	return knowledge().words["band"][strings.ToLower(lemma)] && !(knowledge().words["agency"][lemma] && c.ofNews(head))
}

// setsApart tells whether words behind a noun for people without "the" say which of them speak: "rebels in the
// town", "rebels who had fled".
func (c *clauses) setsApart(head, behind int) bool {
	if c.Paragraph == 0 || c.definite(head) || c.kindOf(head) == parley.BodySource {
		return false
	}
	marker := c.marker(behind)
	if c.Tokens[behind].Is("acl") {
		return c.Tokens[head+1].Text != ","
	}
	return c.Tokens[behind].Is("nmod") && standing[marker] && marker != "of" && marker != "from"
}

// bandBefore is the body of several that spoke before by the noun by which alone it is told now: "the
// lawmakers" after "Norlandic lawmakers".
func (c *clauses) bandBefore(head int) (Source, bool) {
	if !c.behindThe(head) {
		return Source{}, false
	}
	for a := range c.backTo(0) {
		for _, s := range a.Sources {
			if s.Kind == parley.BodySource && strings.HasSuffix(s.Name, " "+c.lower(head)) {
				return s, true
			}
		}
	}
	return Source{}, false
}

// concert is a body of those who govern several states, which a text tells by a region or by the
// body that they are in: "Western powers", "G7 foreign ministers".
func (c *clauses) concert(s Source, head int) (Source, bool) {
	if t := &c.Tokens[head]; !c.inPlural(head) || t.UPOS != "NOUN" || !knowledge().words["together"][t.Lemma] || c.of(head) {
		return Source{}, false
	}
	told := false
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		if t.Is("nummod") || t.Is("det") && c.lower(child) != "the" || c.lower(child) == "several" || c.lower(child) == "many" {
			return Source{}, false
		}
		if child > head || !t.Is("amod") && !t.Is("compound") {
			continue
		}
		m, ok := c.matchAt(child)
		told = told || knowledge().words["region"][c.lower(child)] || ok && m.Kind == lexicon.BodyMatch && m.Actor.Sector == "IGO"
	}
	s.Kind, s.Name, s.Text, s.Reason = parley.BodySource, c.bare(head), c.phrase(head, false), parley.Span{}
	s.Evidence = []parley.Span{s.Text}
	return s, told
}

// of tells whether "of" follows a noun: "ministers of the bloc".
func (c *clauses) of(head int) bool {
	for child := range c.Children(head) {
		if c.Tokens[child].Is("nmod") && child > head && c.marker(child) == "of" {
			return true
		}
	}
	return false
}
