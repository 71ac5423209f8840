package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/timex"
)

// contradict tells whether two mentions cannot be of one event: other days, other rounds, one done and one to come.
func (f *finder) contradict(a, b *mention) bool {
	if opposed(a, b) || tollsApart(a, b) || daysApart(a, b) || placesApart(a, b) {
		return true
	}
	switch a.sense.Type {
	case parley.Assault:
		if f.attacksApart(a, b) {
			return true
		}
	case parley.Consult:
		if f.talksApart(a, b) {
			return true
		}
	}
	if f.yearsApart(a, b) || f.yearsApart(b, a) || f.elsewhereOnMap(a, b) {
		return true
	}
	if a.round > 0 && b.round > 0 && a.round != b.round || sumsUp(a, b) || sumsUp(b, a) {
		return true
	}
	if f.anew(b) && a.status.is != parley.Proposed && a.day() != "" && b.day() == "" {
		return true
	}
	if a.sense.Code == summoning && b.sense.Code == summoning {
		return false // an envoy who is to be summoned, and then is
	}
	return f.phasesApart(a, b) || f.over(a, b) || f.over(b, a) || partOf(a, b) || partOf(b, a)
}

// opposed tells whether two mentions of what one side does to another have
// different doers: an attack and the answer to it.
func opposed(a, b *mention) bool {
	switch a.sense.Type {
	case parley.Assault, parley.Sanction, parley.Coerce, parley.Aid, parley.Propose:
	default:
		return false
	}
	return len(a.actors) > 0 && len(b.actors) > 0 && !overlaps(a.actors, b.actors)
}

// attacksApart tells whether two attacks are by others in turn, or one by one side and one by both on each other.
func (f *finder) attacksApart(a, b *mention) bool {
	if apartIn(a, b) || f.inTurn(a, b) {
		return true
	}
	oneOfBoth := mutually(a) != mutually(b) && len(a.actors)*len(b.actors) > 1
	return oneOfBoth && !(a.sentence == b.sentence && sameDoers(a, b))
}

// talksApart tells whether two mentions are of talks with others, or of some and then of others.
func (f *finder) talksApart(a, b *mention) bool {
	if apartInDay(a, b) {
		return true
	}
	if a.sentence == b.sentence && a.token == b.token && len(a.recipients) == 1 && !overlaps(a.recipients, b.recipients) {
		return true // "met separately with Kovar and Holm"
	}
	if a.sentence == b.sentence && successive(&f.in.Text.Sentences[a.sentence], a.token, b.token) {
		return true
	}
	if strangers(a, b) && !f.attends(a, b) {
		return true
	}
	return tables().nouns["meeting"][a.sense.Word] && f.receives(a) && len(partiesOf(b)) > 1
}

// daysApart tells whether two mentions have times that do not meet.
func daysApart(a, b *mention) bool {
	if a.day() == "" || b.day() == "" || lasting(a.when) || lasting(b.when) {
		return false
	}
	return a.when.From.First().After(b.when.To.Last()) || b.when.From.First().After(a.when.To.Last())
}

// placesApart tells whether two mentions of what happens in one place name two countries.
func placesApart(a, b *mention) bool {
	switch a.sense.Type {
	case parley.Consult, parley.Assault, parley.Protest:
		return a.placeOf != "" && b.placeOf != "" && a.placeOf != b.placeOf
	}
	return false
}

// phasesApart tells whether of two mentions one is of what is done and the other of what is to come, or fell through, and
// neither tells more of the other.
func (f *finder) phasesApart(a, b *mention) bool {
	return phase(a.status.is) != phase(b.status.is) &&
		!spelledOut(a, b) && !f.foretells(a, b) && !widens(a, b) && !widens(b, a)
}

// over tells whether one mention is of what had its day before publication, while another is of what goes on.
func (f *finder) over(a, b *mention) bool {
	if a.status.is != parley.Happened || a.day() == "" || b.status.is != parley.Ongoing || b.day() != "" {
		return false
	}
	if b.sense.Mode == "access" || b.sense.Type == parley.Protest && b.definite {
		return false
	}
	return f.in.Day != "" && a.when.To.Last().Before(f.in.Day.First())
}

// yearsApart tells whether one mention is of talks or a visit of more than a year before publication, and the
// other, told elsewhere without a day, of what may be of now.
func (f *finder) yearsApart(past, m *mention) bool {
	if past.sense.Type != parley.Consult || past.day() == "" || m.day() != "" || f.in.Day == "" || past.when.To == "" {
		return false
	}
	apart := m.sentence - past.sentence
	return past.when.To.Last().Before(f.in.Day.First().AddDate(-1, 0, 0)) && (apart < 0 || apart > outcome || !m.definite && apart > 0)
}

// apartIn tells whether two attacks are told to be on different sides, in different countries.
func apartIn(a, b *mention) bool {
	sided := func(m *mention) bool {
		return len(m.recipients) > 0 && !slices.ContainsFunc(m.recipients, func(one filler) bool { return one.side == "" })
	}
	return sided(a) && sided(b) && !targetsFit(a, b) && a.placeOf != "" && b.placeOf != "" && a.placeOf != b.placeOf
}

// apartInDay tells whether two mentions stand in different parts of one day: one meeting in
// the morning, another in the afternoon.
func apartInDay(a, b *mention) bool {
	if a.when == nil || b.when == nil || a.when.Type != timex.Time || b.when.Type != timex.Time {
		return false
	}
	_, one, _ := strings.Cut(a.when.Value, "T")
	_, other, _ := strings.Cut(b.when.Value, "T")
	return one != other && len(one) == 2 && len(other) == 2 // "MO", "AF"
}

// anew tells whether talks that somebody proposes are told of for the first time: "a
// three-way meeting".
func (f *finder) anew(m *mention) bool {
	if m.sense.Type != parley.Consult || !m.sense.Noun || m.status.is != parley.Proposed {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	article := s.Child(m.token, "det")
	return article >= 0 && s.Tokens[article].Feat("Definite") == "Ind"
}

// strangers tells whether two mentions name people of one side, and nobody in
// common: different ministers on different journeys.
func strangers(a, b *mention) bool {
	others := slices.Concat(b.actors, b.recipients)
	apart := false
	for _, one := range slices.Concat(a.actors, a.recipients) {
		if one.name == one.side || one.side == "" {
			continue
		}
		if named(others, one.name) {
			return false
		}
		apart = apart || slices.ContainsFunc(others, func(other filler) bool { return other.side == one.side && other.name != other.side })
	}
	return apart
}

// sumsUp tells whether one mention sums up rounds of which the other is one.
func sumsUp(a, b *mention) bool {
	return a.plural && b.round > 1 || a.rounds > 1 && b.round > 0
}

// tollsApart tells whether two attacks have killed such different numbers of people that one is told of a day, and the
// other of a campaign or a war: "killed at least 55 ... strikes have killed more than 500 in eight days".
func tollsApart(a, b *mention) bool {
	one, other := killed(a), killed(b)
	return a.sense.Type == parley.Assault && one > 0 && other > 0 && max(one, other) >= tollRatio*min(one, other) && max(one, other) >= leastCampaignToll
}

// Tolls of one attack grow as it is told of, but not manifold; of a handful even twofold is nothing.
const (
	tollRatio         = 5
	leastCampaignToll = 50
)

// killed is how many people a mention says to have been killed; 0 where it gives no number.
func killed(m *mention) float64 {
	for _, one := range m.figures {
		if one.What == "killed" {
			return one.N
		}
	}
	return 0
}

// inTurn tells whether a sentence tells of two attacks one by one, by verbs of their own with different means: "troops
// staged an incursion last year and have repeatedly bombed the capital".
func (f *finder) inTurn(a, b *mention) bool {
	s := &f.in.Text.Sentences[b.sentence]
	if a.sentence != b.sentence || a.sense.Type != parley.Assault || a.mode == b.mode || a.mode == "other" || b.mode == "other" || b.sense.Noun {
		return false
	}
	t := &s.Tokens[b.token]
	return t.Is("conj") && s.Child(b.token, "aux") >= 0 && t.Head >= 0 && (t.Head == a.token || t.Head == a.support)
}

// ofOthers tells whether two mentions of talks name different people of different sides for those who met somebody.
func (f *finder) ofOthers(a, b *mention) bool {
	if a.sense.Type != parley.Consult || !f.personal(a.actors) || !f.personal(b.actors) || len(a.recipients) == 0 || len(b.recipients) == 0 {
		return false
	}
	met := func(one filler, m *mention) bool {
		return slices.ContainsFunc(slices.Concat(m.actors, m.recipients), func(o filler) bool { return one.meets(o) || one.side == o.side })
	}
	return !slices.ContainsFunc(a.actors, func(one filler) bool { return met(one, b) }) && !slices.ContainsFunc(b.actors, func(one filler) bool { return met(one, a) })
}
