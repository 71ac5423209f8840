package attribution

import (
	"cmp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// readHomes notes of people whom the lexicon does not know, and beside whom no state stands, where the
// text says that they are at work: "Oslo-based analyst Per Holm", "Per Holm, a lecturer
// at a college in Bergen", "Oslo Mayor Per Holm".
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
		if home := cmp.Or(c.toldAhead(m), c.homeOf(m), c.dwellsIn(m), c.servesIn(m), c.livesHere(m)); home != "" {
			f.homes[m.Who[0]] = home
		}
	}
}

// toldAhead is whose an office is that a comma parts from the name of its holder, where the parse has not joined
// the two: "Norland's ambassador to the UN, Anna Kovar,".
func (c *clauses) toldAhead(m *actors.Mention) string {
	comma := m.First - 1
	if comma < 1 || c.Tokens[comma].Text != "," {
		return ""
	}
	title, ok := c.matchAt(comma - 1)
	if !ok || title.Kind != lexicon.OfficeMatch || title.Last != comma-1 {
		return ""
	}
	for at := title.First; at <= title.Last; at++ {
		if holder, ok := c.cast.At(c.index, at); ok && len(holder.Who) == 0 && !holder.Plural {
			return holder.Affiliation
		}
	}
	return ""
}

// homeOf is the country of the place in the words around a name that say where somebody is at
// work; "" where there are none.
func (c *clauses) homeOf(m *actors.Mention) string {
	for at := m.Head; at > 1; at-- {
		based := knowledge().words["based"][c.lower(at)]
		if based && c.Tokens[at-1].Text == "-" {
			return c.countryAt(at - 2)
		}
		if !based && (at <= m.Head-longestSetOff || c.Tokens[at].UPOS == "VERB") {
			break
		}
	}
	comma := c.nameThrough(m, m.Head) + 1
	if comma+2 >= len(c.Tokens) || c.Tokens[comma].Text != "," {
		return ""
	}
	if place, ok := c.matchAt(comma + 1); ok && place.Kind == lexicon.PlaceMatch && c.genitive(place.Last+1) {
		return place.Place.Country // "Per Holm, Olvik's mayor"
	}
	if capital(c.Tokens[comma+1].Text) {
		return ""
	}
	for at := comma + 1; at < min(comma+longestSetOff, len(c.Tokens)); at++ {
		if c.endsNote(at, comma) {
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

// endsNote tells whether what a comma sets off behind a name no longer tells, from a word on, where
// somebody is at work: a verb but "based", a pronoun, a word for what he works on, or a comma behind
// no name.
func (c *clauses) endsNote(at, comma int) bool {
	t := &c.Tokens[at]
	verb := t.UPOS == "AUX" || t.UPOS == "VERB" && !knowledge().words["based"][t.Text]
	if verb || t.UPOS == "PRON" || knowledge().words["topical"][c.lower(at)] {
		return true
	}
	return t.Text == "," && at > comma+2 && c.Tokens[at-1].UPOS != "PROPN"
}

// dwellsIn is the country in which a clause behind a name says that somebody lives, or from which he has fled: "Anna
// Kovar, who runs a shop in Olvik".
func (c *clauses) dwellsIn(m *actors.Mention) string {
	who := c.nameThrough(m, m.Head) + 2
	if who >= len(c.Tokens) || c.Tokens[who-1].Text != "," || c.lower(who) != "who" {
		return ""
	}
	dwells := false
	for at := who + 1; at < min(who+longestSetOff, len(c.Tokens)) && c.Tokens[at].Text != ","; at++ {
		switch t := &c.Tokens[at]; {
		case t.UPOS == "VERB" && !dwells && !knowledge().words["dwelling"][t.Lemma]:
			return ""
		case t.UPOS == "VERB":
			dwells = true
		case dwells && c.marker(at) != "to":
			if home := c.countryAt(at); home != "" {
				return home
			}
		}
	}
	return ""
}

// servesIn is the country in which somebody with an office of a state serves: that of the place beside
// the office, where the text tells of that country, else the one that the text is about; "" where a
// name that nobody knows stands before the office, which may be of that.
func (c *clauses) servesIn(m *actors.Mention) string {
	title, ok := c.officeBeside(m)
	if !ok {
		return ""
	}
	before := title.First - 1
	if before > 0 && c.genitive(before) {
		before--
	}
	behind := title.Last + 1
	if behind < len(c.Tokens) && c.lower(behind) == "of" {
		behind++
	}
	owner, known := c.matchAt(before)
	if country, ok := c.countryOf(before); ok {
		return country
	}
	if known && owner.Kind != lexicon.PlaceMatch {
		return ""
	}
	if country, ok := c.countryOf(behind); ok {
		return country
	}
	if before > 0 && !known && capital(c.Tokens[before].Text) {
		return ""
	}
	if here := c.grounds(); here != "" && title.Title.Sector == "COP" {
		return here // the police serve where they are, whatever state has sent its jets there
	}
	if !c.servesHere(m, title) {
		return ""
	}
	return c.cast.About
}

// countryOf is the country of the place that a token names, where the text tells of that country or of none.
func (c *clauses) countryOf(token int) (string, bool) {
	place, ok := c.matchAt(token)
	if !ok || place.Kind != lexicon.PlaceMatch {
		return "", false
	}
	told, _ := c.told(place.Place.Country)
	return place.Place.Country, told > 0 || c.cast.About == "" || place.Place.Country == c.cast.About
}

// servesHere tells whether somebody with an office that no place stands beside serves in the country that the
// text is about. A country that it names only once, or the one of a judge's case, may be where a matter of his lies.
func (c *clauses) servesHere(m *actors.Mention, title *lexicon.Match) bool {
	for at := m.First; at < m.Last; at++ {
		if match, ok := c.matchAt(at); ok && match.Actor.ID == c.cast.About {
			return false // a surname that is a state's name
		}
	}
	told, before := c.told(c.cast.About)
	if told == 0 {
		return true // the outlet's own
	}
	return !knowledge().words["bench"][title.Title.Name] && (told > 1 || before && len(c.text.Sentences) <= shortText)
}

// shortText is how many sentences a text has at most that is about a country which it names once.
const shortText = 12

// told is how often the text names a country, and whether it does so before this sentence.
func (c *clauses) told(country string) (n int, before bool) {
	for i := range c.cast.Matches {
		for k := range c.cast.Matches[i] {
			switch m := &c.cast.Matches[i][k]; m.Kind {
			case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch:
				if m.Actor.ID == country {
					n++
					before = before || i < c.index
				}
			}
		}
	}
	return n, before
}

// officeBeside is the office, seat or rank of a state that stands right before the name of a mention: "Mayor" in
// "Oslo Mayor Anna Kovar".
func (c *clauses) officeBeside(m *actors.Mention) (*lexicon.Match, bool) {
	for k := range c.cast.Matches[c.index] {
		title := &c.cast.Matches[c.index][k]
		if title.First >= m.First && title.Last < m.Head && ofAState(title) && c.capitals(title.Last+1, m.Head+1) {
			return title, true
		}
	}
	return nil, false
}

// ofAState tells whether only those who serve a state bear a title; a mere "spokesman" may speak for anybody.
func ofAState(title *lexicon.Match) bool {
	if title.Title.Class == lexicon.SpokesClass && title.First == title.Last {
		return false
	}
	one := title.Kind == lexicon.OfficeMatch && !title.Title.Plural
	return one && stately[title.Title.Sector] && !knowledge().words["private"][title.Title.Name]
}

// stately are the sectors of those who serve a state.
var stately = map[string]bool{"GOV": true, "MIL": true, "LEG": true, "JUD": true, "COP": true}

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
