package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/timex"
)

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
