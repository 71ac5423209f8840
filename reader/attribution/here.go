package attribution

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// livesHere is the country of somebody whom the words beside his name call one of those who live where what they
// tell of happens, "a resident, Anna Kovar", or one of those who have risen there, "rebel spokesman Per Holm"; ""
// of anybody else.
func (c *clauses) livesHere(m *actors.Mention) string {
	for at := m.Head - 1; at >= 0 && described[c.Tokens[at].UPOS]; at-- {
		if c.cast.Risen(c.index, at) {
			return c.cast.Torn
		}
	}
	for at := c.nameThrough(m, m.Head) + 2; at < len(c.Tokens) && c.Tokens[at-1].UPOS != "NOUN" && described[c.Tokens[at].UPOS]; at++ {
		if c.cast.Risen(c.index, at) {
			return c.cast.Torn // "Per Holm, a rebel spokesman"
		}
	}
	if noun := c.noteBeside(m); noun >= 0 {
		return c.homeHere(noun)
	}
	return ""
}

// noteBeside is the noun for those who live here that stands right before a name, "a resident, Anna Kovar", or that
// commas set off behind it; -1 where none does.
func (c *clauses) noteBeside(m *actors.Mention) int {
	before := m.First
	if name, ok := c.matchAt(m.Head); ok && name.Kind == lexicon.PersonMatch {
		before = name.First
	}
	for before < m.Head && (c.Tokens[before].UPOS != "PROPN" || c.local(before)) {
		before++
	}
	before--
	if before > 0 && c.Tokens[before].Text == "," {
		before--
	}
	if before >= 0 && c.local(before) {
		return before
	}
	comma := c.nameThrough(m, m.Head) + 1
	if comma >= len(c.Tokens) || c.Tokens[comma].Text != "," {
		return -1
	}
	if age := comma + 1; age+1 < len(c.Tokens) && c.Tokens[age].UPOS == "NUM" && c.Tokens[age+1].Text == "," {
		comma = age + 1 // "Anna Kovar, 52, a teacher"
	}
	for at := comma + 1; at < len(c.Tokens) && (described[c.Tokens[at].UPOS] || c.Tokens[at].Text == "-"); at++ {
		if c.local(at) && (at+1 == len(c.Tokens) || !described[c.Tokens[at+1].UPOS]) {
			return at
		}
	}
	return -1
}

// described are the parts of speech before and of the noun of a description: "a 50-year-old primary school teacher".
var described = map[string]bool{"DET": true, "ADJ": true, "NOUN": true, "PROPN": true, "NUM": true}

// homeHere is the country in which those live for whom a noun stands. Kin of somebody may live elsewhere than where
// he has come to harm.
func (c *clauses) homeHere(noun int) string {
	here := c.scene()
	if m, ok := c.matchAt(noun); ok && m.Title.Name == "relative" && c.cast.About != "" && c.cast.About != here {
		return ""
	}
	return here
}

// standsHere is the country of somebody without a name: that of the place at which the phrase for him says that he
// is, "a doctor in Olvik", else the one where what the sentence tells of happens, if he is one of those who live
// there.
func (c *clauses) standsHere(head int) string {
	if place := c.Child(head, "nmod"); place > head && standing[c.marker(place)] && !c.abroad(head) {
		if m, ok := c.matchAt(place); ok {
			if country := groundOf(m); country != "" {
				return country
			}
		}
	}
	switch camp, risen := c.cast.Camp(c.index, head); {
	case risen:
		return cmp.Or(camp.Of, c.cast.Torn)
	case c.ofThoseRisen(head):
		return c.cast.Torn
	case c.local(head):
		return c.homeHere(head)
	case knowledge().words["official"][c.Tokens[head].Lemma] && c.Child(head, "amod", "compound", "nmod") < 0:
		return c.onlyCountry(c.inPlural(head))
	case c.ofTheAdministration(head):
		return "USA"
	}
	return ""
}

// ofTheAdministration tells whether somebody serves "the administration", as only the American government is called
// without a name, in a text that tells of America.
func (c *clauses) ofTheAdministration(head int) bool {
	first := head
	if title, ok := c.matchAt(head); ok {
		first = title.First
	}
	for at := max(0, first-1); at < head; at++ {
		if c.lower(at) == "administration" {
			return slices.ContainsFunc(c.cast.Matches, func(sentence []lexicon.Match) bool {
				return slices.ContainsFunc(sentence, func(m lexicon.Match) bool { return cmp.Or(m.Actor.Affiliation, m.Actor.ID) == "USA" })
			})
		}
	}
	return false
}

// ofThoseRisen tells whether somebody is told to be one of those who have risen: "a rebel", "a rebel commander".
func (c *clauses) ofThoseRisen(head int) bool {
	if c.cast.Risen(c.index, head) {
		return true
	}
	for child := range c.Children(head) {
		if t := &c.Tokens[child]; (t.Is("compound") || t.Is("amod")) && c.cast.Risen(c.index, child) {
			return true
		}
	}
	return false
}

// onlyCountry is the country of the places that the sentence names, where it names nothing of another country; of
// several officials, where it names nothing at all, the one that the text is about and whose places it names.
func (c *clauses) onlyCountry(several bool) string {
	here := map[string]int{}
	c.countGrounds(here, c.index)
	for k := range c.cast.Matches[c.index] {
		switch m := &c.cast.Matches[c.index][k]; m.Kind {
		case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch, lexicon.BodyMatch, lexicon.GroupMatch:
			if whose := cmp.Or(m.Actor.Affiliation, m.Actor.ID); here[whose] == 0 {
				return ""
			}
		}
	}
	if several && len(here) == 0 && c.grounds() == c.cast.About {
		return c.cast.About
	}
	return single(here)
}

// single is the one key of a map, "" where it has none or several.
func single(counts map[string]int) string {
	for key := range counts {
		if len(counts) == 1 {
			return key
		}
	}
	return ""
}

// standing are the prepositions before the place at which somebody is.
var standing = map[string]bool{"in": true, "at": true, "from": true, "of": true, "near": true, "outside": true, "around": true}

// local tells whether a token is a noun for those who live where what they tell of happens.
func (c *clauses) local(token int) bool {
	t := &c.Tokens[token]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" {
		return false
	}
	if knowledge().words["local"][strings.ToLower(t.Lemma)] {
		return true
	}
	m, ok := c.matchAt(token)
	return ok && m.Last == token && m.Kind != lexicon.BodyMatch && (knowledge().words["local"][m.Title.Name] || c.servesNearby(m))
}

// servesNearby tells whether a title is that of somebody who serves where he speaks: "a local police official".
func (c *clauses) servesNearby(title *lexicon.Match) bool {
	for at := title.First - 1; at < title.Last; at++ {
		if at >= 0 && knowledge().words["nearby"][c.lower(at)] {
			return true
		}
	}
	return false
}

// abroad tells whether a noun is one for those who are somewhere on behalf of somebody elsewhere.
func (c *clauses) abroad(head int) bool {
	m, ok := c.matchAt(head)
	return knowledge().words["abroad"][strings.ToLower(c.Tokens[head].Lemma)] || ok && knowledge().words["abroad"][m.Title.Name]
}

// scene is the country where what the sentence tells of happens: the one whose places it names, else the one whose
// places the text names most; "" where they are those of several.
func (c *clauses) scene() string {
	here := map[string]int{}
	c.countGrounds(here, c.index)
	return cmp.Or(single(here), c.grounds())
}

// grounds is the country whose places the text names twice as often as another's.
func (f *finder) grounds() string {
	if f.ground == nil {
		counts := map[string]int{}
		for i := range f.cast.Matches {
			f.countGrounds(counts, i)
		}
		ground := actors.Foremost(counts)
		f.ground = &ground
	}
	return *f.ground
}

// countGrounds counts the countries of the places that a sentence names, and of the states and seats in which it says
// that something happens, or that it is sent from: "OSLO -".
func (f *finder) countGrounds(counts map[string]int, sentence int) {
	s := &f.text.Sentences[sentence]
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if m.Open || m.Common || m.Part {
			continue
		}
		country := groundOf(m)
		if country == "" {
			continue
		}
		sentFrom := m.Kind == lexicon.MetonymMatch && isUpper(s.Tokens[m.First].Text)
		if sentFrom || m.Kind == lexicon.PlaceMatch || standing[s.Case(s.Anchor(m.First, m.Last+1))] {
			counts[country]++
		}
	}
}

// groundOf is the country in which a place, a seat or a state lies.
func groundOf(m *lexicon.Match) string {
	switch m.Kind {
	case lexicon.PlaceMatch, lexicon.MetonymMatch:
		return m.Place.Country
	case lexicon.StateMatch:
		if m.Actor.Kind == parley.StateActor {
			return m.Actor.ID
		}
	}
	return ""
}
