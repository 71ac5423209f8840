package attribution

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// office is whose office speaks: "Kovar's office", which for a president or a prime
// minister is that body of the state.
func (c *clauses) office(head int) (Source, bool) {
	owner := c.Child(head, "nmod:poss")
	if of := c.Child(head, "nmod"); owner < 0 && of > head && c.marker(of) == "of" {
		owner = of
	}
	if !knowledge().words["office"][c.Tokens[head].Lemma] || owner < 0 {
		return Source{}, false
	}
	m, ok := c.cast.At(c.index, owner)
	if !ok || !c.onePerson(m) {
		return Source{}, false
	}
	holder := c.cast.Actors[m.Who[0]]
	text := c.phrase(head, false)
	if m.Form == actors.ByOffice && !holder.Known { // "the sheriff's office" is no man's own unless it was told so
		s, ok := c.spokeBy("Office of " + holder.Name)
		return s.toldBy(text), ok
	}
	s := Source{Text: text, Kind: parley.BodySource, Name: "Office of " + holder.Name, Affiliation: cmp.Or(holder.Affiliation, c.homes[m.Who[0]]),
		Evidence: append([]parley.Span{text}, c.cast.Evidence(m)...)}
	for _, o := range holder.Offices {
		if body, ok := c.lex.StateBody(o.Title+"'s office", o.Of); ok && o.HeldOn(c.cast.Day) {
			s.Name, s.Affiliation = body.Name, body.Affiliation
		}
	}
	return s, true
}

// spokeBy is the body that spoke before by a name.
func (f *finder) spokeBy(name string) (Source, bool) {
	for a := range f.backTo(0) {
		for _, s := range a.Sources {
			if s.Kind == parley.BodySource && s.Name == name {
				return s, true
			}
		}
	}
	return Source{}, false
}

// bodyOfPerson is the body that a text tells by whose it is: "Kovar's legal team", "the Kovar family".
func (c *clauses) bodyOfPerson(head int) (Source, bool) {
	owner := c.Child(head, "nmod:poss", "compound", "amod")
	family := knowledge().words["family"][c.Tokens[head].Lemma]
	if of := c.Child(head, "nmod"); family && owner < 0 && of > head && c.marker(of) == "of" {
		return c.familyOf(head, of)
	}
	if owner < 0 || owner > head || c.Tokens[head].UPOS != "NOUN" || c.Tokens[head].Feat("Number") == "Plur" || !family && knowledge().sources[c.Tokens[head].Lemma].kind != parley.BodySource {
		return Source{}, false
	}
	m, ok := c.cast.At(c.index, owner)
	if !ok && family && c.Tokens[owner].UPOS == "PROPN" && c.Tokens[owner].Is("nmod:poss") {
		text := c.phrase(head, false)
		return Source{Text: text, Kind: parley.BodySource, Name: c.Tokens[owner].Text + " family", Evidence: []parley.Span{text}}, true
	}
	if !ok || m.Form == actors.ByOffice || !c.onePerson(m) {
		return Source{}, false
	}
	who := c.cast.Actors[m.Who[0]]
	s := Source{Text: c.phrase(head, false), Kind: parley.BodySource, Affiliation: who.Affiliation}
	s.Evidence = append([]parley.Span{s.Text}, c.cast.Evidence(m)...)
	switch genitive := c.Tokens[owner].Is("nmod:poss"); {
	case genitive && !family && !slices.ContainsFunc(c.Tokens[min(c.behindOwner(owner), head):head], func(t english.Token) bool { return t.UPOS == "PROPN" }):
		s.Name = who.Name + "'s " + c.Text(c.behindOwner(owner), head+1)
	case family && !genitive:
		s.Name = c.bare(head)
	case family:
		s.Name = who.Name[strings.LastIndexByte(who.Name, ' ')+1:] + " family"
	}
	return s, s.Name != ""
}

// familyOf is the family of somebody who is named in full behind it, by which name it is told:
// "the family of Anna Kovar".
func (c *clauses) familyOf(head, of int) (Source, bool) {
	m, ok := c.cast.At(c.index, of)
	if name := c.Text(of, c.nameEnd(of)); !ok && c.Tokens[of].UPOS == "PROPN" && strings.Contains(name, " ") {
		text := c.phrase(head, false)
		return Source{Text: text, Kind: parley.BodySource, Name: "family of " + name, Evidence: []parley.Span{text}}, true
	}
	if !ok || m.Form != actors.Named || !c.onePerson(m) {
		return Source{}, false
	}
	who := c.cast.Actors[m.Who[0]]
	s := Source{Text: c.phrase(head, false), Kind: parley.BodySource, Affiliation: who.Affiliation, Name: "family of " + who.Name}
	s.Evidence = append([]parley.Span{s.Text}, c.cast.Evidence(m)...)
	return s, true
}
