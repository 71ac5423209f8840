package events

import (
	"slices"

	"github.com/parleyrecord/parley"
)

// shareDays gives events that are told without a day that of the talks or the visit at which they
// came about.
func (f *finder) shareDays(groups [][]*mention) {
	for _, group := range groups {
		if slices.ContainsFunc(group, func(m *mention) bool { return m.day() != "" }) {
			continue
		}
		if at := f.occasionOf(groups, group[0]); at != nil {
			group[0].when = at.when
		}
	}
}

// occasionOf is the dated mention of the talks at which something was agreed or proposed, or of the
// visit on which somebody was met; nil where the text tells of none.
func (f *finder) occasionOf(groups [][]*mention, first *mention) (at *mention) {
	for _, group := range groups {
		dated := slices.IndexFunc(group, func(m *mention) bool { return m.day() != "" })
		if group[0].sense.Type != parley.Consult || dated < 0 || phase(first.status.is) != phase(group[dated].status.is) {
			continue
		}
		for _, m := range group {
			if phase(m.status.is) == phase(first.status.is) && (f.broughtAbout(m, group[dated], first) || f.closes(group, m, first)) {
				at = group[dated]
			}
		}
	}
	return at
}

// broughtAbout tells whether a sentence that speaks of known talks tells what was agreed or proposed
// at them, or one that speaks of a visit of one day whom somebody met on it.
func (f *finder) broughtAbout(talks, dated, m *mention) bool {
	if talks.sentence != m.sentence || !talks.definite {
		return false
	}
	switch m.sense.Type {
	case parley.Agree:
		return true
	case parley.Propose:
		return m.status.is == parley.Happened
	case parley.Consult:
		during := f.in.Text.Sentences[m.sentence].Case(talks.token) == "during"
		return m.mode == "meeting" && dated.mode == "visit" && during && dated.when.From == dated.when.To && overlap(m, dated) > 0
	}
	return false
}

// outcome is within how many sentences behind talks what their sides agreed is what came of them.
const outcome = 2

// closes tells whether all who held talks are told, right behind them, to have agreed on something:
// "They agreed to exchange prisoners."
func (f *finder) closes(group []*mention, talks, m *mention) bool {
	if m.sense.Type != parley.Agree || m.status.is != parley.Happened || m.sentence <= talks.sentence || m.sentence-talks.sentence > outcome {
		return false
	}
	sides := partiesOf(m)
	return len(sides) > 1 && !slices.ContainsFunc(sides, func(one filler) bool {
		return !slices.ContainsFunc(group, func(o *mention) bool {
			return slices.ContainsFunc(slices.Concat(o.actors, o.recipients), func(other filler) bool { return other.side == one.side })
		})
	})
}
