package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// rulerAt is the armed group that rules an attack's place, so that it is no attack on the
// country that the place belongs to. It has a name only where the text speaks of the group.
func (f *finder) rulerAt(m *mention) (group filler, ruled bool) {
	s := &f.in.Text.Sentences[m.sentence]
	for _, o := range f.in.Cast.Matches[m.sentence] {
		at := matchSpan(s, &o)
		if ruler := f.in.Lexicon.Ruler(o.Place); ruler != "" && m.place.Covers(at) {
			return f.spokenOf(ruler), true
		}
	}
	return filler{}, false
}

// spokenOf is a side with the words that first name it; it has no name where none do.
func (f *finder) spokenOf(side string) filler {
	for i := range f.in.Cast.Mentions {
		m := &f.in.Cast.Mentions[i]
		of := slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool { return a.Affiliation == side })
		if of || slices.Contains(m.Sides, side) {
			return bySide(side, f.in.Cast.Evidence(m)...)
		}
	}
	for sentence, matches := range f.in.Cast.Matches {
		s := &f.in.Text.Sentences[sentence]
		for i := range matches {
			if matches[i].Actor.Affiliation == side { // "in Hamas captivity"
				return bySide(side, matchSpan(s, &matches[i]))
			}
		}
	}
	return filler{}
}

// onRuled gives what a text tells of without saying on whom, where all of it is about one land
// that an armed group rules: an attack of a state is one on the group ("the renewed offensive"),
// a siege, and what it lets in, one of the people.
func (f *finder) onRuled(groups [][]*mention) {
	ruler, land := f.ruledLand()
	foe := f.onlyFoe(groups, land)
	if foe == "" {
		return
	}
	for _, group := range groups {
		m := group[0]
		told := slices.ContainsFunc(group, func(o *mention) bool {
			return len(o.recipients) > 0 || o.placeOf != "" && o.placeOf != land.side
		})
		if told || f.longAgo(m) || phase(m.status.is) != 0 || len(m.actors) == 0 || m.actors[0].side != foe {
			continue
		}
		switch {
		case m.sense.Type == parley.Assault && m.mode != "shooting" && ruler.name != "":
			ruler.ruler = true
			m.recipients = []filler{ruler}
		case m.sense.Mode == "access" || tables().nouns["siege"][m.sense.Word]:
			m.recipients = []filler{land}
		}
	}
}

// onlyFoe is the one state that a text tells to attack or besiege, not counting the land's own;
// "" where there are several or none.
func (f *finder) onlyFoe(groups [][]*mention, land filler) string {
	foe := ""
	if land.name == "" {
		return ""
	}
	for _, group := range groups {
		if len(group[0].actors) == 0 || !hostile(group[0]) {
			continue
		}
		side := group[0].actors[0].side
		switch {
		case side == foe || !f.state(side) || side == land.side:
		case foe != "":
			return ""
		default:
			foe = side
		}
	}
	return foe
}

// ruledLand is the one land named in a text that an armed group rules, and the group where the
// text speaks of it.
func (f *finder) ruledLand() (ruler, land filler) {
	side := ""
	for sentence, matches := range f.in.Cast.Matches {
		s := &f.in.Text.Sentences[sentence]
		for i := range matches {
			m := &matches[i]
			switch by := f.in.Lexicon.Ruler(m.Place); {
			case by == "" || by == side:
			case side != "":
				return filler{}, filler{}
			default:
				side = by
				land = bySide(countryOf(m), matchSpan(s, m))
			}
		}
	}
	if side == "" {
		return filler{}, filler{}
	}
	return f.spokenOf(side), land
}

// atWar gives an attack or a seizure whose target is not told the side that its doer is at war
// with, where the text names one such side.
func (f *finder) atWar(groups [][]*mention) {
	for _, group := range groups {
		m := group[0]
		if m.sense.Type != parley.Assault && m.sense.Code != destroying || m.mode == "shooting" || phase(m.status.is) != 0 || len(m.actors) == 0 || f.onTraders(m) ||
			slices.ContainsFunc(group, func(o *mention) bool { return len(o.recipients) > 0 }) {
			continue
		}
		foe := f.foeOf(m)
		elsewhere := m.placeOf != "" && m.placeOf != foe.side && m.placeOf != m.actors[0].side && f.in.Lexicon.Home(foe.side) != m.placeOf
		if foe.name != "" && !elsewhere {
			m.recipients = []filler{foe}
		}
	}
}

// lately is how many days a war that is over still tells whom an attack without a day was on.
const lately = 90

// foeOf is the one side named in the text that the doer of a mention was at war with at its time.
func (f *finder) foeOf(m *mention) (foe filler) {
	if f.in.Day == "" {
		return filler{}
	}
	first, last := f.in.Day.First().AddDate(0, 0, -lately), f.in.Day.Last()
	if m.day() != "" {
		first, last = m.when.From.First(), m.when.To.Last()
	}
	for _, side := range f.in.Lexicon.Foes(m.actors[0].side, first, last) {
		one := f.spokenOf(side)
		switch {
		case one.name == "":
		case foe.name != "":
			return filler{}
		default:
			foe = one
		}
	}
	return foe
}

// underTruce gives a truce of which a text names but one side the other that this side was at war with.
func (f *finder) underTruce(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	over := s.Tokens[m.token].Head
	if m.sense.Type != parley.Agree && m.sense.Mode != "ceasefire" || len(m.actors) != 1 || len(m.recipients) > 0 {
		return
	}
	if over < 0 || !s.Tokens[m.token].Is("acl") {
		return
	}
	if !tables().nouns["truce"][s.Tokens[over].Lemma] {
		return
	}
	if foe := f.foeOf(m); foe.name != "" {
		m.actors = append(sided(m.actors), foe)
	}
}

// remember gives an attack that is told by its day alone, "the Oct. 7 attack", the sides that are
// known for it, where the text names both.
func (f *finder) remember(m *mention) {
	by, on := f.in.Lexicon.Deed(m.day())
	doer, target := f.spokenOf(by), f.spokenOf(on)
	if by == "" || doer.name == "" || target.name == "" && (len(m.recipients) == 0 || m.sense.Type != parley.Coerce) {
		return
	}
	switch {
	case !m.sense.Noun && m.sense.Type == parley.Assault && len(m.recipients) == 0 && named(m.actors, by):
		m.recipients = []filler{target}
	case !m.sense.Noun && len(m.actors) == 0 && (m.sense.Type == parley.Assault || m.sense.Type == parley.Coerce) && !f.acts(m):
		m.actors = []filler{doer} // "was kidnapped on Oct. 7"
		if len(m.recipients) == 0 {
			m.recipients = []filler{target}
		}
	case m.sense.Type == parley.Assault && m.sense.Noun && (len(m.actors)+len(m.recipients) == 0 || named(m.actors, by) || named(m.recipients, on)):
		m.actors, m.recipients = []filler{doer}, []filler{target}
	}
}

// upon makes the people of a land those whom a siege, an order to leave, aid, and what is let in, is for, where the
// words say which land: "its blockade of aid to the enclave", "let aid enter the enclave".
func (f *finder) upon(m *mention) {
	if len(m.recipients) > 0 || !f.concernsPeople(m) {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	head := m.token
	if m.support >= 0 && s.Tokens[m.token].Is("obj") {
		head = m.support
	}
	one := f.landBelow(m.sentence, head, m.actors)
	if over := s.Tokens[head].Head; one.name == "" && evacuates(m) && s.Tokens[head].Is("acl") {
		if told := without(f.landAt(m.sentence, over), m.actors); len(told) > 0 {
			one = told[0] // "Osten, where Norland ordered evacuations"
		}
	}
	if one.name == "" && m.sense.Code == besieging && len(m.actors) > 0 {
		_, one = f.ruledLand() // "cross the border after a blockade of eleven weeks"
	}
	if one.name == "" || (m.sense.Type == parley.Aid || m.sense.Type == parley.Sanction) && (len(m.actors) == 0 || !bound(s, one.spans[0])) {
		return
	}
	m.recipients = []filler{one}
}

// concernsPeople tells whether a mention is of a siege, of an order to leave, of aid or of what is let in.
func (f *finder) concernsPeople(m *mention) bool {
	if m.sense.Mode == "access" || m.sense.Type == parley.Aid || f.curbsTrade(m) {
		return true
	}
	siege := m.sense.Code == besieging && !slices.Contains(m.sense.With, "border")
	return siege || f.overSiege(m) || evacuates(m)
}

// evacuates tells whether people are told to have to leave their homes: "ordered residents to leave the town".
func evacuates(m *mention) bool {
	if m.sense.Type != parley.Coerce || m.sense.Noun || len(m.actors) == 0 {
		return false
	}
	return slices.Contains(m.sense.With, "evacuation") || slices.Contains(m.sense.With, "evacuate")
}

// curbsTrade tells whether a sanction is one on what is sold to others.
func (f *finder) curbsTrade(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	first, last := s.Subtree(m.token)
	return m.sense.Type == parley.Sanction && slices.ContainsFunc(s.Tokens[first:last], func(t english.Token) bool {
		return tables().nouns["sold"][t.Lemma]
	})
}

// bound tells whether "to" or "for" stands before the words at a span: where aid goes.
func bound(s *english.Sentence, at parley.Span) bool {
	token := slices.IndexFunc(s.Tokens, func(t english.Token) bool { return t.Start == at.Start })
	for token > 0 && (s.Tokens[token-1].UPOS == "DET" || s.Tokens[token-1].UPOS == "PROPN") {
		token--
	}
	if token < 1 {
		return false
	}
	switch strings.ToLower(s.Tokens[token-1].Text) {
	case "to", "for", "into":
		return true
	}
	return false
}

// overSiege tells whether what is eased or lifted is a siege.
func (f *finder) overSiege(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Object(m.token)
	return m.sense.Mode == "ease-sanctions" && object >= 0 && tables().nouns["siege"][s.Tokens[object].Lemma]
}

// landBelow is the first land, or people of one, below a token that is not the doers' own.
func (f *finder) landBelow(sentence, head int, doers []filler) filler {
	s := &f.in.Text.Sentences[sentence]
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		land := landOf(m)
		if land == "" || !s.Dominates(head, s.Anchor(m.First, m.Last+1)) || m.Last < head && !preposed(s, m.First) {
			continue
		}
		if slices.ContainsFunc(doers, func(one filler) bool { return one.side == land }) {
			continue
		}
		return bySide(land, matchSpan(s, m))
	}
	return filler{}
}

// preposed tells whether a preposition stands right before a token.
func preposed(s *english.Sentence, token int) bool {
	return token > 0 && s.Tokens[token-1].UPOS == "ADP"
}

// onPeople lets an attack that is one on the armed group that rules its place, for want of other words, be one on the
// people of that land where the text counts whom it has killed, hurt or driven out, or tells that it hit what is theirs.
// A campaign is waged on the group, whoever dies in it.
func (f *finder) onPeople(groups [][]*mention) {
	for _, group := range groups {
		told := func(o *mention) bool {
			return slices.ContainsFunc(o.recipients, func(one filler) bool { return !one.ruler })
		}
		if group[0].sense.Type != parley.Assault || tables().nouns["lasting"][group[0].sense.Word] {
			continue
		}
		if slices.ContainsFunc(group, told) || !slices.ContainsFunc(group, f.harmsPeople) {
			continue
		}
		for _, m := range group {
			for i := range m.recipients {
				if home := f.in.Lexicon.Home(m.recipients[i].side); home != "" {
					m.recipients[i] = bySide(home, m.recipients[i].spans...)
				}
			}
		}
	}
}

// harmsPeople tells whether an attack has killed, hurt or driven out people, or hit what is theirs.
func (f *finder) harmsPeople(m *mention) bool {
	if slices.ContainsFunc(m.figures, func(one figure) bool { return one.What == "killed" || one.What == "injured" || one.What == "displaced" }) {
		return true
	}
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Object(m.token)
	if object < 0 {
		for child := range s.Children(m.token) {
			if s.Tokens[child].Is("obl") && (s.Case(child) == "on" || s.Case(child) == "at" || s.Case(child) == "into") {
				object = child
			}
		}
	}
	return object >= 0 && tables().nouns["civilian"][s.Tokens[object].Lemma]
}
