package attribution

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// unnamed is a source without a name. A spokesperson stands for the body that
// the phrase names.
func (c *clauses) unnamed(s Source, m *actors.Mention, head int) Source {
	if person, ok := c.namedLater(m); ok {
		who := c.cast.Actors[person.Who[0]]
		s.Name, s.Kind = c.nameOf(who)
		s.Actors, s.Evidence = person.Who, append([]parley.Span{s.Text}, c.cast.Evidence(person)...)
		if who.Affiliation != "" {
			s.Affiliation = who.Affiliation
		}
		return s
	}
	if band, ok := c.band(s, head); ok {
		return band
	}
	if medium, ok := c.correspondent(s, head); ok {
		return medium
	}
	s.Kind = parley.AnonymousSource
	if m.Title.Class == lexicon.SpokesClass {
		if body, ok := c.bodyIn(head); ok {
			return c.speakingFor(s, body)
		}
		if body, ok := c.spokenFor(head); ok {
			body.Text, body.Evidence = s.Text, append([]parley.Span{s.Text}, body.Evidence...)
			return body
		}
	}
	s.Reason = c.reasonIn(head)
	return s
}

// spokenFor is the body without a place in the lexicon for which an unnamed person speaks: one
// that the phrase names ("an Olvik spokesman", "a spokesman for the airline"), or the one that
// spoke last before a bare "spokesman".
func (c *clauses) spokenFor(head int) (Source, bool) {
	bare := true
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		switch {
		case t.UPOS == "PROPN" && (t.Is("compound") || t.Is("nmod:poss")):
			return Source{Name: c.bare(child), Kind: parley.BodySource, Evidence: []parley.Span{c.span(child, child+1)}}, true
		case t.Is("nmod"):
			if all := c.sources(place{c.index, child, false}); len(all) == 1 && all[0].Kind == parley.BodySource && all[0].Name != "" {
				return all[0], true
			}
			return Source{}, false
		case !t.Is("det"), c.lower(child) != "the" && c.lower(child) != "a":
			bare = false
		}
	}
	for k := len(c.found) - 1; bare && k >= 0 && c.found[k].Sentence >= c.index-pronounReach; k-- {
		if a := &c.found[k]; a.Sentence < c.index && !a.Thought && len(a.Sources) == 1 && a.Sources[0].Kind == parley.BodySource && a.Sources[0].Name != "" && c.main(a) {
			return a.Sources[0], true
		}
	}
	return Source{}, false
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
		if m, ok := c.cast.At(c.index, child); ok && len(m.Who) > 0 {
			return m, true
		}
	}
	return nil, false
}

// privately are the sectors of those who speak for themselves also where a text tells them by
// their country: "Norlandic experts".
var privately = map[string]bool{"CVL": true, "JRN": true, "MED": true, "EDU": true, "LAB": true, "REF": true, "BUS": true}
