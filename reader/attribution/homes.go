package attribution

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// readHomes notes of people whom the lexicon does not know and who bear no office of a state
// where the text says that they are at work: "Oslo-based analyst Per Holm", "Per Holm, a lecturer
// at a college in Bergen".
func (f *finder) readHomes() {
	for k := range f.cast.Mentions {
		m := &f.cast.Mentions[k]
		if m.Form != actors.Named || len(m.Who) != 1 || m.Affiliation != "" || f.homes[m.Who[0]] != "" {
			continue
		}
		if a := f.cast.Actors[m.Who[0]]; a.Kind != parley.PersonActor || a.Known || a.Affiliation != "" {
			continue
		}
		c := clauses{Sentence: &f.text.Sentences[m.Sentence], index: m.Sentence, finder: f}
		if home := c.homeOf(m); home != "" {
			f.homes[m.Who[0]] = home
		}
	}
}

// homeOf is the country of the place in the words around a name that say where somebody is at
// work; "" where there are none.
func (c *clauses) homeOf(m *actors.Mention) string {
	for at := m.Head; at > 1 && at > m.Head-longestSetOff && c.Tokens[at].UPOS != "VERB" || at > 1 && c.lower(at) == "based"; at-- {
		if c.lower(at) == "based" && c.Tokens[at-1].Text == "-" {
			return c.countryAt(at - 2)
		}
	}
	comma := c.nameThrough(m, m.Head) + 1
	if comma+2 >= len(c.Tokens) || c.Tokens[comma].Text != "," || c.lower(comma+1) != c.Tokens[comma+1].Text {
		return ""
	}
	for at := comma + 1; at < min(comma+longestSetOff, len(c.Tokens)); at++ {
		t := &c.Tokens[at]
		switch {
		case t.UPOS == "VERB" && t.Text != "based", t.UPOS == "AUX", t.UPOS == "PRON", topical[c.lower(at)], t.Text == "," && at > comma+2 && c.Tokens[at-1].UPOS != "PROPN":
			return ""
		}
		if match, ok := c.matchAt(at); ok && match.First == at {
			if home := c.countryAt(at); home != "" {
				return home
			}
		}
	}
	return ""
}

// topical are the words behind which stands what somebody knows about, is sent to or was once.
var topical = map[string]bool{"former": true, "formerly": true, "ex": true, "on": true, "about": true, "for": true, "with": true, "to": true, "against": true, "over": true}

// countryAt is the country of the place, state or people that a token names.
func (c *clauses) countryAt(token int) string {
	m, ok := c.matchAt(token)
	if !ok {
		return ""
	}
	switch m.Kind {
	case lexicon.PlaceMatch:
		return m.Place.Country
	case lexicon.MetonymMatch:
		for _, place := range c.lex.Places(c.Text(m.First, m.Last+1)) {
			return place.Country
		}
	case lexicon.StateMatch, lexicon.DemonymMatch:
		if len(m.Actor.ID) == len("NOR") && strings.ToUpper(m.Actor.ID) == m.Actor.ID {
			return m.Actor.ID
		}
	}
	return ""
}
