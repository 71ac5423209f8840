package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// The first letters of a block's name say what it is for.
const (
	anchorBlock   = "a|" // anchors that share one are neighbours
	followerBlock = "f|" // where a follower is looked for when a core near it changes
	looseBlock    = "l|" // followers without a core that share one are neighbours
	coreBlock     = "c|" // where a follower looks for cores
)

// How far from its telling a happening without a day may lie, in days.
const (
	daysBack  = 14 // one that is over or under way
	daysAhead = 30 // one that lies ahead
	// longestSpan is the most days that a dated mention may leave open and
	// still be placed beside a core.
	longestSpan = 31
	// longestRound is the most days in a row that one meeting may take.
	longestRound = 7
	// mostParties bounds the pairs of a large gathering.
	mostParties = 8
)

// blocksOf are the keys of a mention, computed from it alone. One that a person
// has rejected has none: it is a neighbour of nothing.
func blocksOf(m *mention) []store.Block {
	byHand := m.handBlocks()
	switch {
	case m.rejected():
		return nil
	case len(byHand) > 0 && m.follows():
		return byHand // a person has said what it belongs to
	}
	return append(ownBlocks(m), byHand...)
}

// follows tells whether a mention does not say by itself which happening or
// proposal it is.
func (m *mention) follows() bool {
	return m.Event != nil && !m.saysItself() || m.Proposal != nil && !m.namesItself()
}

// ownBlocks are those that follow from what the mention says.
func ownBlocks(m *mention) []store.Block {
	switch {
	case m.follows():
		return followerBlocks(m)
	case m.Event != nil:
		return m.anchorBlocks()
	case m.Statement != nil:
		return statementBlocks(m)
	case m.Position != nil:
		return positionBlocks(m)
	case m.Proposal != nil:
		return proposalBlocks(m)
	}
	return nil
}

// anchored tells whether a scene says by itself which happening it is: of two
// parties or, where it is no meeting, of one; on a day or, of a meeting, from one
// day to another.
func (s *scene) anchored() bool {
	return s.Dated && (s.length() == 1 || s.session()) && (len(s.Parties) > 1 || s.Type != parley.Consult && len(s.Parties) == 1)
}

// session tells whether a scene spans a few days that its text counts out ("on
// May 25-27"), not a week or weekend on some day of which it was.
func (s *scene) session() bool {
	const monday, saturday = 4, 2 // 1 January 1970 was a Thursday
	n, weekday := s.length(), s.First%7
	return s.Type == parley.Consult && s.Counted && n > 1 && n <= longestRound && !(n == 2 && weekday == saturday) && !(n == 7 && (weekday == monday || weekday == monday-1))
}

// saysItself tells whether an event's mention says which happening it is.
func (m *mention) saysItself() bool { return m.scene.anchored() && !m.sumsUp() && !m.Aside }

func (m *mention) anchorBlocks() (blocks []store.Block) {
	s := m.scene
	for _, circle := range s.circles() {
		last := s.Last
		if slices.Contains(s.Modes, "visit") {
			last++ // who arrives in the evening talks in the morning
		}
		for day := s.First; day <= last; day++ {
			blocks = append(blocks, store.Block{Name: anchorBlock + circle, Day: day})
		}
		if s.Type == parley.Consult && len(s.Places) > 0 {
			// Sessions on days in a row at one place meet here.
			at := anchorBlock + circle + "|" + s.Places[0].ground()
			for day := s.First; day <= s.Last+1; day++ {
				blocks = append(blocks, store.Block{Name: at, Day: day})
			}
		}
		if m.Flanked {
			// What one text tells of days in a row meets here: "reconvened on Friday".
			in := anchorBlock + circle + "|in " + m.Doc
			for day := s.First; day <= s.Last+1; day++ {
				blocks = append(blocks, store.Block{Name: in, Day: day})
			}
		}
		for _, round := range s.roundKeys(m.year()) {
			blocks = append(blocks, store.Block{Name: anchorBlock + circle + round})
		}
	}
	if m.sealed() {
		// Reports of one deal that give days beside each other meet here.
		of := anchorBlock + string(s.Type) + "|" + strings.Join(s.Parties, "|")
		blocks = append(blocks, store.Block{Name: of, Day: s.First}, store.Block{Name: of, Day: s.First + 1})
	}
	return blocks
}

// roundKeys tell the numbered rounds of a year apart.
func (s *scene) roundKeys(year string) (keys []string) {
	if s.Type != parley.Consult {
		return nil
	}
	for _, round := range s.Rounds {
		keys = append(keys, fmt.Sprintf("|round %d in %s", round, year))
	}
	return keys
}

// year is when it happened or, where that is open, was told.
func (m *mention) year() string {
	switch {
	case m.scene.Dated:
		return yearOf(dayOf(m.scene.First))
	case !m.Told.IsZero():
		return yearOf(parley.DayOf(m.Told.UTC()))
	}
	return ""
}

func yearOf(d parley.Date) string { return string(d[:len("2006")]) }

// ground is the widest part of a place that is no country, or the country.
func (p place) ground() string {
	if p.Region != "" {
		return p.Region
	}
	return p.Name[strings.LastIndex(p.Name, ", ")+1:]
}

// circles are the keys of the parties concerned: of a meeting each pair of
// them, of a deed each party; either with the type.
func (s *scene) circles() []string {
	parties := s.Parties[:min(len(s.Parties), mostParties)]
	if s.Type == parley.Consult && len(parties) > 1 {
		var pairs []string
		for i, a := range parties {
			for _, b := range parties[i+1:] {
				pairs = append(pairs, string(s.Type)+"|"+a+"|"+b)
			}
		}
		return pairs
	}
	single := make([]string, len(parties))
	for i, p := range parties {
		single[i] = string(s.Type) + "|" + p
	}
	return single
}

// followerBlocks are where a follower is found: beside cores that change, and
// among those that find none.
func followerBlocks(m *mention) (blocks []store.Block) {
	first, _, ok := m.window()
	if ok {
		for _, circle := range m.circles() {
			blocks = append(blocks, store.Block{Name: followerBlock + circle, Day: first})
		}
	}
	for _, round := range m.rounds() {
		blocks = append(blocks, store.Block{Name: followerBlock + round})
	}
	return append(blocks, store.Block{Name: looseBlock + m.looseKey()})
}

// circles are the keys of those whom a follower's core must concern.
func (m *mention) circles() []string {
	if m.offer != nil {
		return m.offer.byKeys()
	}
	return m.scene.circles()
}

// rounds are the keys of the numbered rounds that a follower speaks of.
func (m *mention) rounds() (keys []string) {
	if m.scene == nil {
		return nil
	}
	for _, circle := range m.scene.circles() {
		for _, round := range m.scene.roundKeys(m.year()) {
			keys = append(keys, circle+round)
		}
	}
	return keys
}

// window is the stretch of days in which a follower looks for its core. It has
// none where nothing says roughly when it was.
func (m *mention) window() (first, last int, ok bool) {
	told, ok := m.toldDay()
	s := m.scene
	switch {
	case s == nil:
		return told - daysNamed, told + daysNamed, ok
	case s.Dated:
		return s.First - 1, s.Last + 1, s.length() <= longestSpan
	case !ok:
		return 0, 0, false
	case s.Ahead:
		return told - 1, told + daysAhead, true
	}
	return told - daysBack, told + 1, true
}

// widestWindow is the most days between the ends of a window.
const widestWindow = longestSpan + 1

// looseKey parts followers that found no core: by type, parties, and the month
// in which they happened or, where that is open or still ahead, were told.
func (m *mention) looseKey() string {
	if m.offer != nil {
		return m.unnamedKey()
	}
	s := m.scene
	if s.tour() || s.openJourney() {
		return strings.Join([]string{string(s.Type), "tour of " + s.Traveller, m.looseMonth()}, "|")
	}
	parties := s.Parties
	if s.Type == parley.Consult && len(parties) > 2 {
		parties = slices.Concat(parties[:1], parties[len(parties)-1:])
	}
	return strings.Join([]string{string(s.Type), strings.Join(parties, "|"), m.looseMonth()}, "|")
}

func (m *mention) looseMonth() string {
	s := m.scene
	told, dated := m.toldDay()
	switch {
	case s.Dated && !(s.Ahead && dated && s.First >= told && s.First <= told+daysAhead):
		if m.Event.Start.Granularity() == parley.Year {
			return yearOf(m.Event.Start)
		}
		return string(dayOf(s.First)[:len("2006-01")])
	case dated:
		return m.Told.UTC().Format("2006-01")
	}
	return "undated"
}

// coreBlocks are where followers find a core: on each of its days, under each
// circle and, for a meeting that mentions of one party only may follow, under
// each party; and under the numbers of its rounds.
func (s *scene) coreBlocks() (blocks []store.Block) {
	if !s.Dated {
		return nil
	}
	circles := s.circles()
	if s.Type == parley.Consult {
		for _, p := range s.Parties[:min(len(s.Parties), mostParties)] {
			circles = append(circles, string(s.Type)+"|"+p)
		}
	}
	for _, circle := range circles {
		for day := s.First; day <= min(s.Last, s.First+longestRound); day++ {
			blocks = append(blocks, store.Block{Name: coreBlock + circle, Day: day})
		}
		for _, round := range s.roundKeys(yearOf(dayOf(s.First))) {
			blocks = append(blocks, store.Block{Name: coreBlock + circle + round})
		}
	}
	return blocks
}
