package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// placeByText gives events that are told without a place the one that the rest of the text
// gives them: what is done to a land or to those who rule it the words for that land, and whom
// somebody meets on a visit the place of the visit.
func (f *finder) placeByText(groups [][]*mention) {
	for _, group := range groups {
		if slices.ContainsFunc(group, func(m *mention) bool { return m.place.End > 0 }) {
			continue
		}
		m := group[0]
		switch {
		case local(m):
			m.place = f.landOf(group)
		case m.sense.Type == parley.Consult && m.mode != "call" && m.mode != "visit":
			m.place = f.placeOfVisit(groups, m)
		}
	}
}

// local tells whether a mention is of what is done in the land of those to whom it is done.
func local(m *mention) bool {
	switch {
	case m.sense.Type == parley.Assault, m.sense.Mode == "access", m.sense.Mode == "release", arriving(m.trigger):
		return true
	}
	return m.sense.Type == parley.Coerce && tables().nouns["siege"][m.sense.Word]
}

// landOf are the words for the land in which something was done: those by which the group itself
// names whom it was done to, else those nearest to it for the land that an armed group among its
// sides rules. There are none where a side of it rules no land, or several do.
func (f *finder) landOf(group []*mention) parley.Span {
	for _, m := range group {
		s := &f.in.Text.Sentences[m.sentence]
		for _, one := range m.recipients {
			if m.sense.Mode == "release" || slices.ContainsFunc(m.actors, func(doer filler) bool { return doer.side == one.side }) {
				continue
			}
			for _, o := range f.in.Cast.Matches[m.sentence] {
				if at := matchSpan(s, &o); landName(s, &o) && slices.Contains(one.spans, at) {
					return at
				}
			}
		}
	}
	m := group[0]
	sides := m.recipients
	if m.sense.Mode == "release" {
		sides = m.actors
	}
	for _, one := range sides {
		if at := f.ruledBy(one.side, m.sentence); at.End > 0 {
			return at
		}
	}
	if len(sides) == 0 && m.sense.Type == parley.Coerce {
		return f.besiegedLand(m)
	}
	return parley.Span{}
}

// besiegedLand are the words for the one land in the text that a foe of the besieger rules, where the
// siege is told without whom it is upon: "after a long blockade". "The camp, which is under siege"
// tells where it is.
func (f *finder) besiegedLand(m *mention) parley.Span {
	s := &f.in.Text.Sentences[m.sentence]
	ruler, land := f.ruledLand()
	if len(m.actors) == 0 || land.side == "" || ruler.side == "" || f.in.Day == "" || s.Tokens[s.Clause(m.token)].Is("acl") {
		return parley.Span{}
	}
	if !slices.Contains(f.in.Lexicon.Foes(m.actors[0].side, f.in.Day.First(), f.in.Day.Last()), ruler.side) {
		return parley.Span{}
	}
	return f.ruledBy(land.side, m.sentence)
}

// landName tells whether a phrase names a land itself, and not its government or people:
// "the invasion of Norland", not "Norland rejected".
func landName(s *english.Sentence, m *lexicon.Match) bool {
	if m.Kind != lexicon.StateMatch && m.Kind != lexicon.PlaceMatch {
		return false
	}
	noun := s.Anchor(m.First, m.Last+1)
	return !s.Tokens[noun].Is("nsubj") && !s.Tokens[noun].Is("amod") && !s.Tokens[noun].Is("compound") && !s.Tokens[noun].Is("nmod:poss")
}

// ruledBy are the words nearest to a sentence, rather before it, for the land that a side rules or
// whose people it is where a group rules it.
func (f *finder) ruledBy(side string, sentence int) (best parley.Span) {
	if side == "" {
		return best
	}
	least := len(f.in.Cast.Matches) * 2
	for i, matches := range f.in.Cast.Matches {
		for k := range matches {
			m := &matches[k]
			ruler := f.in.Lexicon.Ruler(m.Place)
			if ruler == "" || ruler != side && countryOf(m) != side || m.Kind != lexicon.PlaceMatch || m.Place.Kind == "city" || m.Place.Kind == "site" {
				continue // a town in the land may be another than where it was
			}
			apart := 2 * (sentence - i)
			if apart < 0 {
				apart = 1 - apart
			}
			if apart < least {
				least, best = apart, matchSpan(&f.in.Text.Sentences[i], m)
			}
		}
	}
	return best
}

// placeOfVisit is where the one visit takes place on which a meeting is told to be: somebody of the
// meeting is the visitor, and another at home there.
func (f *finder) placeOfVisit(groups [][]*mention, m *mention) (place parley.Span) {
	for _, group := range groups {
		for _, visit := range group {
			if visit.mode != "visit" || visit.place.End == 0 || phase(visit.status.is) > phase(m.status.is) || !f.onVisit(visit, m) {
				continue
			}
			if place.End > 0 && place != visit.place {
				return parley.Span{}
			}
			place = visit.place
		}
	}
	return place
}

// onVisit tells whether a meeting may be one on a visit: of the visitor with somebody at home there,
// on no other day.
func (f *finder) onVisit(visit, m *mention) bool {
	guest := slices.ContainsFunc(m.actors, func(one filler) bool { return named(visit.actors, one.name) })
	hosted := slices.ContainsFunc(slices.Concat(m.actors, m.recipients), func(one filler) bool {
		return visit.placeOf != "" && f.atHome(one.side, visit.placeOf) && !named(visit.actors, one.name)
	})
	if !guest || !hosted {
		return false
	}
	return m.day() == "" || visit.day() == "" || !m.when.From.First().Before(visit.when.From.First()) &&
		!m.when.From.First().After(visit.when.To.Last().AddDate(0, 0, longestVisit))
}

// longestVisit is how many days after its day a visit may still go on.
const longestVisit = 3

// partOfPlace tells whether a name is but a part of one that the lexicon knows for a place, or tells of what land
// one is: the "Oslo" of "the Oslo region", the "Norlandic" of "the Norlandic city".
func (f *finder) partOfPlace(n english.Name) bool {
	return slices.ContainsFunc(f.in.Cast.Matches[n.Sentence], func(m lexicon.Match) bool {
		return (m.Kind == lexicon.PlaceMatch || m.Kind == lexicon.DemonymMatch) && m.First <= n.First && n.Last <= m.Last+1
	})
}

// landAround is the country in which the words around a place that nobody knows say that it lies: "the village
// of Osten in northern Norland", "the Norlandic state of Osten", "Norland's Osten province".
func (f *finder) landAround(sentence int, place parley.Span) string {
	s := &f.in.Text.Sentences[sentence]
	first := slices.IndexFunc(s.Tokens, func(t english.Token) bool { return t.Start == place.Start })
	last := slices.IndexFunc(s.Tokens, func(t english.Token) bool { return t.End == place.End })
	if first < 0 || last < first {
		return ""
	}
	noun := f.placeNoun(s, s.Anchor(first, last+1))
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		land := landOf(m)
		if land == "" || m.First <= last && m.Last >= first {
			continue
		}
		at := s.Anchor(m.First, m.Last+1)
		before := m.Kind == lexicon.DemonymMatch && s.Tokens[at].Is("amod") || m.Kind != lexicon.DemonymMatch && (s.Tokens[at].Is("nmod:poss") || s.Tokens[at].Is("compound"))
		if before && m.Last < last && (s.Tokens[at].Head == noun || s.Tokens[at].Head == s.Anchor(first, last+1)) {
			return land
		}
		if m.Kind != lexicon.DemonymMatch && m.First > last && leadsTo(s, last+1, m.First) {
			return land
		}
	}
	return ""
}

// leadsTo tells whether between two tokens stands no more than what tells that the first lies in the second:
// "Osten in northern Norland", "Osten, in the southern Norland province".
func leadsTo(s *english.Sentence, from, to int) bool {
	in := false
	for i := from; i < to; i++ {
		switch t := &s.Tokens[i]; {
		case t.Lemma == "in" && !in:
			in = true
		case t.Text == "," && i == from, in && (t.UPOS == "DET" || t.UPOS == "ADJ" || tables().nouns["place"][t.Lemma] || t.Lemma == "of"):
		default:
			return false
		}
	}
	return in
}
