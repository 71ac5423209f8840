package attribution

import (
	"cmp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// spokesFor is the office, firm or body for which a spokesman without a name stands; himself where he
// speaks for a person.
func (c *clauses) spokesFor(s Source, head int) (Source, bool) {
	if body, ok := c.officeOfHolder(head); ok {
		return body.toldBy(s.Text), true
	}
	if body, ok := c.firmOf(head); ok {
		return body.toldBy(s.Text), true
	}
	if body, ok := c.bodyIn(head); ok && c.cast.Actors[body.Who[0]].Kind == parley.PersonActor {
		s.Affiliation = c.cast.Actors[body.Who[0]].Affiliation // "Kovar's spokesman" is not Kovar
		return s, true
	} else if ok {
		if own, ok := c.ownAcronym(body.Head); ok && body.Sentence == c.index {
			own.Text = s.Text
			return own, true
		}
		return c.speakingFor(s, body), true
	}
	body, ok := c.spokenFor(head)
	return body.toldBy(s.Text), ok
}

// firmOf is the body by a name of one word that nobody knows, for which a spokesman speaks: "a
// Norvik spokesman", "a spokesman for Norvik". A person has two names somewhere in the text.
func (c *clauses) firmOf(head int) (Source, bool) {
	body, ok := c.bodyIn(head)
	if !ok || body.Form != actors.Named || len(body.Who) != 1 {
		return Source{}, false
	}
	a := c.cast.Actors[body.Who[0]]
	mayBeFirm := a.Kind == parley.PersonActor && !a.Known && len(a.Offices) == 0 && !strings.Contains(a.Name, " ")
	if !mayBeFirm || c.Tokens[body.Head].Is("nmod:poss") {
		return Source{}, false
	}
	return Source{Name: a.Name, Kind: parley.BodySource, Affiliation: a.Affiliation, Actors: body.Who, Evidence: c.cast.Evidence(body)}, true
}

// officeOfHolder is the office of a president or prime minister, for which their spokesperson
// speaks: "Kovar's spokesman", "the prime minister's spokesperson".
func (c *clauses) officeOfHolder(head int) (Source, bool) {
	owner := c.Child(head, "nmod:poss")
	if owner < 0 {
		return Source{}, false
	}
	m, ok := c.cast.At(c.index, owner)
	if !ok {
		return Source{}, false
	}
	offices := []parley.Office{{Title: m.Title.Name, Of: cmp.Or(m.Affiliation, c.cast.About)}}
	if c.onePerson(m) {
		offices = c.cast.Actors[m.Who[0]].Offices
	} else if m.Title.Class != lexicon.OfficeClass {
		return Source{}, false
	}
	for _, o := range offices {
		if body, ok := c.lex.StateBody(o.Title+"'s office", o.Of); ok && o.HeldOn(c.cast.Day) {
			return Source{Name: body.Name, Kind: parley.BodySource, Affiliation: body.Affiliation, Evidence: c.cast.Evidence(m)}, true
		}
	}
	return Source{}, false
}

// spokenFor is the body without a place in the lexicon for which an unnamed person speaks: one
// that the phrase names ("an Olvik spokesman", "a spokesman for the airline"), or the one that
// spoke last before a bare "spokesman".
func (c *clauses) spokenFor(head int) (Source, bool) {
	if body, ok := c.bodyInTitle(head); ok {
		return body, true // "a police spokesman"
	}
	bare := true
	title, titled := c.matchAt(head)
	if titled && title.First < head && capital(c.Tokens[head-1].Text) && title.First > 0 {
		if body, ok := c.fullerBefore(head - 1); ok {
			return body, true // "a Commission spokesperson"
		}
	}
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		switch {
		case titled && child >= title.First && child <= title.Last:
		case c.namesEmployer(child, head):
			if m, ok := c.matchAt(child); ok && m.Kind == lexicon.BodyMatch && m.Last == child {
				return c.sourceOfMatch(m, parley.BodySource), true
			}
			return Source{Name: c.inFull(c.bare(child)), Kind: parley.BodySource, Evidence: []parley.Span{c.span(child, child+1)}}, true
		case t.Is("compound") && t.UPOS == "NOUN" && c.kindOf(child) == parley.BodySource:
			return c.bodyOfNoun(child)
		case t.Is("nmod") && c.marker(child) == "in":
			bare = false // where he stands
		case t.Is("nmod"):
			if all := c.sources(place{c.index, child, false}); len(all) == 1 && all[0].Kind == parley.BodySource && all[0].Name != "" {
				return all[0], true
			}
			return Source{}, false
		case !t.Is("det"), c.lower(child) != "the" && c.lower(child) != "a":
			bare = false
		}
	}
	if !bare {
		return Source{}, false
	}
	return c.namedBodySpoke()
}

// namesEmployer tells whether a word before a noun is the name of a body for which somebody speaks: "Norvik" in "a
// Norvik spokesman", "NVK" in "NVK's spokesman".
func (c *clauses) namesEmployer(word, head int) bool {
	t := &c.Tokens[word]
	if t.Is("amod") {
		return word == head-1 && c.unknownName(word)
	}
	name := t.UPOS == "PROPN" || len(t.Text) > 1 && isUpper(t.Text)
	return name && (t.Is("compound") || t.Is("nmod:poss"))
}

// sourceOfMatch is the source of a kind that the lexicon knows by a name of the sentence.
func (c *clauses) sourceOfMatch(m *lexicon.Match, kind parley.SourceKind) Source {
	return Source{
		Name: m.Actor.Name, Kind: kind, Affiliation: m.Actor.Affiliation,
		Evidence: []parley.Span{c.span(m.First, m.Last+1)},
	}
}

// namedBodySpoke is the body with a name that spoke last before the sentence.
func (c *clauses) namedBodySpoke() (Source, bool) {
	for a := range c.backTo(c.index - laterReach) {
		if a.Sentence < c.index && a.by(parley.BodySource) && a.Sources[0].Name != "" && c.spokeAlone(a) {
			return a.Sources[0], true
		}
	}
	return Source{}, false
}

// bodyOfNoun is the body for which somebody speaks by a noun before "spokesman": with the name that
// stands before it, "a Kovar campaign spokesman", or the one told before, "a company spokesman".
func (c *clauses) bodyOfNoun(noun int) (Source, bool) {
	if noun > 0 && c.Tokens[noun-1].UPOS == "PROPN" {
		return Source{Name: c.bare(noun), Kind: parley.BodySource, Evidence: []parley.Span{c.phrase(noun, false)}}, true
	}
	for _, told := range []func(int) (Source, bool){c.fullerBefore, c.companyBefore, c.kindBefore} {
		if s, ok := told(noun); ok {
			return s, true
		}
	}
	return Source{}, false
}

// unknownName tells whether a word within a sentence is a name by its capital alone: nothing that
// the lexicon knows.
func (c *clauses) unknownName(token int) bool {
	_, known := c.matchAt(token)
	return token > 0 && capital(c.Tokens[token].Text) && !known && c.Tokens[token-1].Text != "-"
}

func (c *clauses) speakingFor(s Source, body *actors.Mention) Source {
	a := c.cast.Actors[body.Who[0]]
	s.Name, s.Kind = c.nameOf(a)
	s.Actors, s.Affiliation = []int{body.Who[0]}, a.Affiliation
	s.Evidence = append([]parley.Span{s.Text}, c.cast.Evidence(body)...)
	return s
}

// bodyIn is the body, state or group that a phrase names under its head: "for
// the ministry", "the Norland army's".
func (c *clauses) bodyIn(head int) (*actors.Mention, bool) {
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		if !t.Is("nmod") && !t.Is("compound") && !t.Is("obl") {
			continue
		}
		if m, ok := c.cast.At(c.index, child); ok && len(m.Who) > 0 && !(m.Form == actors.ByCountry && c.marker(child) == "in") {
			return m, true // a spokesman in a capital need not be its government's
		}
	}
	return nil, false
}

// bodyInTitle is the body whose noun stands in the title of its spokesman, where nothing tells
// whose it is: the one of that kind that spoke before, or else one of that name.
func (c *clauses) bodyInTitle(head int) (Source, bool) {
	m, ok := c.matchAt(head)
	if !ok || m.First == m.Last || c.cast.OfRivals(c.index, m.First) {
		return Source{}, false
	}
	var words []string
	for i := m.First; i < m.Last; i++ {
		words = append(words, c.Tokens[i].Text)
	}
	for _, inside := range c.lex.Find(words) {
		if inside.Kind != lexicon.BodyNounMatch {
			continue
		}
		for a := range c.backTo(0) {
			for _, s := range a.Sources {
				if s.Kind == parley.BodySource && strings.HasSuffix(strings.ToLower(s.Name), strings.ToLower(inside.Noun.Name)) {
					return s, true
				}
			}
		}
		text := c.span(m.First, m.Last)
		return Source{Name: strings.ToLower(strings.Join(words, " ")), Kind: parley.BodySource, Evidence: []parley.Span{text}}, true
	}
	return Source{}, false
}
