package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// byMaker is the name of a document that speaks for itself: that of the body that made it where the phrase tells,
// "Olvik University" for "a 2024 study from Olvik University", else what the document is called.
func (c *clauses) byMaker(head int) string {
	if owner, first, ok := c.ownerNamed(head); ok {
		if c.Child(head, "nmod:poss") >= 0 && !strings.HasSuffix(owner, "'s") {
			return owner
		}
		return owner + " " + lasting(strings.ToLower(c.Text(first, head+1)))
	}
	if maker, ok := c.madeBy(head); ok {
		return maker
	}
	if work, ok := c.workNamed(head); ok {
		return work
	}
	if head > 0 && c.lower(head-1) == "same" {
		return c.toldBefore(head)
	}
	if title := c.title(head); strings.Contains(title, " ") || strings.ToLower(title) != title {
		return title
	}
	return c.toldBefore(head)
}

// madeBy is the name of the body or bodies that a phrase with "by", "from" or "of" tells behind a document, or
// behind those of whom it is: "a survey of traders by the Harbour Bank".
func (c *clauses) madeBy(head int) (string, bool) {
	for child := range c.Children(head) {
		marker := c.marker(child)
		if !c.Tokens[child].Is("nmod") || child < head || marker != "by" && marker != "from" && marker != "of" {
			continue
		}
		if c.Tokens[child].UPOS != "PROPN" {
			if by := c.Child(child, "nmod"); marker == "of" && by > child && c.marker(by) == "by" {
				if maker, ok := c.bodiesAt(by); ok {
					return maker, true
				}
			}
			continue
		}
		if maker, ok := c.bodiesAt(child); ok {
			return maker, true
		}
	}
	return "", false
}

// bodiesAt is the name of the body or bodies that a token heads.
func (c *clauses) bodiesAt(head int) (string, bool) {
	all := c.sources(place{c.index, head, false})
	if len(all) == 0 || slices.ContainsFunc(all, func(s Source) bool {
		return s.Name == "" || s.Kind != parley.BodySource && s.Kind != parley.MediaSource
	}) {
		return "", false
	}
	return c.joined(all).Name, true
}

// ownerNamed is the name of the body or, with the mark of a genitive, of the person whose a thing is,
// and where the words for the thing begin: "the ministry's assessment", "the ministry assessment",
// "her obituary".
func (c *clauses) ownerNamed(head int) (name string, first int, ok bool) {
	owner := c.Child(head, "nmod:poss")
	if owner < 0 {
		return c.bodyBefore(head)
	}
	all := c.sources(place{c.index, owner, false})
	if len(all) != 1 || all[0].Name == "" || c.firstPerson(place{c.index, owner, false}) {
		return "", 0, false
	}
	switch first = c.behindOwner(owner); all[0].Kind {
	case parley.BodySource:
		return all[0].Name, first, true
	case parley.PersonSource:
		return all[0].Name + "'s", first, true
	}
	return "", 0, false
}

// behindOwner is where the words stand of which somebody is the owner, behind the mark of a genitive.
func (c *clauses) behindOwner(owner int) int {
	if mark := c.Child(owner, "case"); mark > owner && c.genitive(mark) {
		return mark + 1
	}
	return owner + 1
}

// bodyBefore is the body of a state whose noun stands before that of a document of its own, and
// where the words for the document begin. Any court or state may be meant by these alone.
func (c *clauses) bodyBefore(head int) (name string, first int, ok bool) {
	for child := range c.Children(head) {
		m, ok := c.matchAt(child)
		if !ok || !c.Tokens[child].Is("compound") || m.Kind != lexicon.BodyNounMatch || m.Noun.Sector == "JUD" || m.Noun.Name == "Ministry" {
			continue
		}
		s, ok := c.body(child)
		return s.Name, m.Last + 1, ok && m.Last < head
	}
	return "", 0, false
}

// toldBefore is the name of the document that a text goes on to speak of by its noun, or by that
// for what it found: "Olvik Institute study" for "the study" and "the findings".
func (c *clauses) toldBefore(head int) string {
	if !c.isPointedAt(head) || !knowledge().words["research"][c.Tokens[head].Lemma] {
		return c.title(head)
	}
	for a := range c.backTo(c.index - documentReach) {
		if !a.by(parley.DocumentSource) || a.source < 0 {
			continue
		}
		name, noun := a.Sources[0].Name, c.sourceToken(a).Lemma
		named := strings.ToLower(name) != name && strings.Contains(name, " ")
		if named && (knowledge().words["research"][noun] || knowledge().words["report"][noun]) {
			return name
		}
	}
	return c.title(head)
}

// isPointedAt tells whether a noun stands with "the", "this" or "that", and so may be known already.
func (c *clauses) isPointedAt(noun int) bool {
	det := c.Child(noun, "det")
	return det >= 0 && (c.lower(det) == "the" || c.lower(det) == "this" || c.lower(det) == "that")
}

// documentReach is how many sentences back a document may be told that a text goes on with.
const documentReach = 8

// issuerAgain is the body that spoke before and whose statement a document is by a noun for its
// kind: "the union's statement".
func (c *clauses) issuerAgain(head int) (Source, bool) {
	owner := c.Child(head, "nmod:poss")
	if owner < 0 || c.Tokens[owner].UPOS != "NOUN" {
		return Source{}, false
	}
	return c.kindBefore(owner)
}

// workNamed is the title of the one work of its kind that the text names in marks, without what stands behind its
// colon: "Quiet Tide" for "the book" in a text on `a book, "Quiet Tide: The Harbour Years"`.
func (c *clauses) workNamed(head int) (string, bool) {
	if !knowledge().words["work"][c.Tokens[head].Lemma] || c.inPlural(head) {
		return "", false
	}
	if title, ok := c.titleBehind(c.Sentence, head); ok {
		return title, true
	}
	name := ""
	for i := range c.text.Sentences {
		at := &c.text.Sentences[i]
		for noun := range at.Tokens {
			if at.Tokens[noun].Lemma != c.Tokens[head].Lemma {
				continue
			}
			title, ok := c.titleBehind(at, noun)
			if ok && name != "" && title != name {
				return "", false
			}
			if ok {
				name = title
			}
		}
	}
	return name, name != ""
}

// titleBehind is the title in marks right behind a noun, or behind a comma or "titled" there.
func (f *finder) titleBehind(s *english.Sentence, noun int) (string, bool) {
	first := noun + 1
	for first < min(noun+3, len(s.Tokens)) && opensTitle(s.Tokens[first].Text) {
		first++
	}
	first++
	if first >= len(s.Tokens) || !strings.Contains("\"“‘'", s.Tokens[first-1].Text) || !capital(s.Tokens[first].Text) {
		return "", false
	}
	last := first
	for last < min(first+longestTitle, len(s.Tokens)) && !strings.Contains("\"”’':,", s.Tokens[last].Text) {
		if t := &s.Tokens[last]; !capital(t.Text) && (t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "NOUN") {
			return "", false // words that somebody says
		}
		last++
	}
	title := strings.Join(strings.Fields(s.Text(f.text.Source, first, last)), " ")
	return title, last < len(s.Tokens) && last < first+longestTitle
}

// opensTitle tells whether a word or mark may stand between a noun and the title of what it tells: "titled".
func opensTitle(word string) bool {
	return word == "," || knowledge().words["titled"][strings.ToLower(word)]
}

// longestTitle is how many words the title of a work has before its colon at most.
const longestTitle = 10
