package attribution

import (
	"cmp"

	"github.com/parleyrecord/parley"
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
	s := Source{
		Text: text, Kind: parley.BodySource, Name: "Office of " + holder.Name,
		Affiliation: cmp.Or(holder.Affiliation, c.homes[m.Who[0]]),
		Evidence:    append([]parley.Span{text}, c.cast.Evidence(m)...),
	}
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

// bodyOfPerson is the body that a text tells by whose it is: "Kovar's legal team".
func (c *clauses) bodyOfPerson(head int) (Source, bool) {
	owner := c.Child(head, "nmod:poss")
	if owner < 0 || owner > head || c.Tokens[head].UPOS != "NOUN" || c.inPlural(head) {
		return Source{}, false
	}
	if c.kindOf(head) != parley.BodySource {
		return Source{}, false
	}
	m, ok := c.cast.At(c.index, owner)
	if !ok || m.Form == actors.ByOffice || !c.onePerson(m) || hasClass(c.Tokens[min(c.behindOwner(owner), head):head], "PROPN") {
		return Source{}, false
	}
	who := c.cast.Actors[m.Who[0]]
	s := Source{
		Text: c.phrase(head, false), Kind: parley.BodySource, Affiliation: who.Affiliation,
		Name: who.Name + "'s " + c.Text(c.behindOwner(owner), head+1),
	}
	s.Evidence = append([]parley.Span{s.Text}, c.cast.Evidence(m)...)
	return s, true
}
