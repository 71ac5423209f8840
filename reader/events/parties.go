package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// usual are the sides between which the talks of this text mostly are: those of
// most of its mentions of talks, whether or not these say that any take place.
func (f *finder) usual() []filler {
	count := map[string]int{}
	first := map[string][]filler{}
	var keys []string
	for _, m := range slices.Concat(f.found, f.heard) {
		if m.sense.Type != parley.Consult || m.mode == "call" || m.mode == "visit" {
			continue
		}
		sides := partiesOf(&m)
		if len(sides) != 2 {
			continue
		}
		key := sides[0].side + " " + sides[1].side
		if first[key] == nil {
			first[key] = sides
			keys = append(keys, key)
		}
		count[key]++
	}
	slices.SortStableFunc(keys, func(a, b string) int { return count[b] - count[a] })
	if len(keys) == 0 || len(keys) > 1 && count[keys[0]] < 2*count[keys[1]] {
		return nil
	}
	return first[keys[0]]
}

// partiesOf are the sides of those who take part in a mention's event, each once,
// in the order of their codes.
func partiesOf(m *mention) []filler {
	var sides []filler
	for _, one := range slices.Concat(m.actors, m.recipients) {
		if one.side != "" && !named(sides, one.side) {
			sides = append(sides, filler{name: one.side, side: one.side, spans: one.spans})
		}
	}
	slices.SortFunc(sides, func(a, b filler) int { return strings.Compare(a.side, b.side) })
	return sides
}
