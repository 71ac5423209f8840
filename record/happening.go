package record

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// renderHappening makes the entry of a meeting or another event.
func renderHappening(e *parley.Entry, members []*mention) {
	e.Start, e.End = datesOf(members)
	steps := stepsOf(members, e.Start)
	status := finalStatus(members, e.Start, e.End)
	mode := mostNamed(members, func(m *mention) parley.Mode { return m.Event.Mode })
	place := placeNamed(singly(members))
	if mode == "call" {
		place = "" // its words stand in many places, and it in none
	}
	parties := partiesNamed(members)
	e.Parties = parties
	// A meeting has two parties at least; one side among itself is an event.
	if members[0].Event.Type == parley.Consult && len(parties) > 1 {
		e.Kind = parley.MeetingEntry
		e.Meeting = &parley.Meeting{
			Mode: mode, Participants: peopleNamed(members), Parties: parties,
			Mediators: sidesNamed(members, func(e *parley.Event) []string { return e.Mediators }), Place: place,
			Round: mostNamed(members, (*mention).roundNumber), Status: status, Steps: steps,
		}
		if len(e.Meeting.Participants) > 0 {
			leaveStrangers(e, members)
		}
		return
	}
	e.Kind = parley.EventEntry
	e.Event = &parley.Happening{
		Type: members[0].Event.Type, Mode: mode, Status: status,
		Actors:     sidesNamed(members, func(e *parley.Event) []string { return e.Actors }),
		Recipients: sidesNamed(members, func(e *parley.Event) []string { return e.Recipients }),
		Place:      place, Figures: latestFigures(members), Steps: steps,
		Code: mostNamed(members, func(m *mention) string { return m.Event.Code }),
	}
}

// mostNamed is the value that most independent sources give, the zero value
// aside; of several the one told first.
func mostNamed[T comparable](members []*mention, value func(*mention) T) (most T) {
	var none T
	tally := map[T]map[string]bool{}
	var order []T
	for _, m := range members {
		v := value(m)
		if v == none {
			continue
		}
		if tally[v] == nil {
			tally[v] = map[string]bool{}
			order = append(order, v)
		}
		tally[v][m.source()] = true
	}
	for _, v := range order {
		if len(tally[v]) > len(tally[most]) {
			most = v
		}
	}
	return most
}

// datesOf is when a happening was, by the dates that are known best: to the day
// before to the month, held before planned, told later where it was planned.
func datesOf(members []*mention) (start, end parley.Date) {
	type dates struct{ start, end parley.Date }
	given := func(m *mention) dates { return dates{m.Event.Start, m.Event.End} }
	best := keepMost(singly(members), func(m *mention) int {
		return int(max(m.Event.Start.Granularity(), m.Event.End.Granularity()))
	})
	if !outnumbered(best) {
		best = keepMost(best, func(m *mention) int {
			if m.isOver() {
				return 1
			}
			return 0
		})
	} else {
		best = slices.DeleteFunc(best, (*mention).isOver)
	}
	if best[0].Event.Type != parley.Agree && inARow(best) {
		return span(best)
	}
	if !slices.ContainsFunc(best, func(m *mention) bool { return m.scene.openJourney() }) { // whose traveller is told to have been here on one day and there on another
		best = keepMost(best, func(m *mention) int { return -m.scene.length() })
	}
	if !best[0].scene.Past {
		// What was planned later replaces what was planned before.
		slices.SortStableFunc(best, func(a, b *mention) int { return before(b, a) })
	}
	d := mostNamed(best, given)
	return d.start, d.end
}

// singly leaves out the mentions that sum up several rounds, whose days and
// places are of all of them, unless there are no others.
func singly(members []*mention) []*mention {
	single := slices.DeleteFunc(slices.Clone(members), (*mention).sumsUp)
	if len(single) == 0 {
		return slices.Clone(members)
	}
	return single
}

// isOver tells whether a mention says that a happening is under way or over, and
// gives no day after it was told.
func (m *mention) isOver() bool {
	told, dated := m.toldDay()
	return m.scene.Past && (!dated || m.scene.First <= told+1)
}

// outnumbered tells whether more independent sources still expect a happening
// than say that it is over: then these have taken a day for it that was another's.
func outnumbered(members []*mention) bool {
	over, ahead := map[string]bool{}, map[string]bool{}
	for _, m := range members {
		if told, dated := m.toldDay(); m.isOver() {
			over[m.source()] = true
		} else if m.scene.Ahead && dated && m.scene.First >= told {
			ahead[m.source()] = true
		}
	}
	return len(ahead) > len(over)
}

// keepMost are the members with the highest rank.
func keepMost(members []*mention, rank func(*mention) int) (most []*mention) {
	top := 0
	for _, m := range members {
		n := rank(m)
		if len(most) == 0 || n > top {
			top, most = n, nil
		}
		if n == top {
			most = append(most, m)
		}
	}
	return most
}

// inARow tells whether single days follow one another, each held: sessions of
// one round.
func inARow(members []*mention) bool {
	days := map[int]bool{}
	for _, m := range members {
		if !m.scene.Dated || m.scene.length() > 1 || !m.scene.Past {
			return false
		}
		days[m.scene.First] = true
	}
	return len(days) > 1
}

func span(members []*mention) (start, end parley.Date) {
	first, last := members[0].scene.First, members[0].scene.Last
	for _, m := range members {
		first, last = min(first, m.scene.First), max(last, m.scene.Last)
	}
	return dayOf(first), dayOf(last)
}

// partiesNamed are the parties on whose side somebody took part. In an entry of
// many sources, a party is left out that less than half as many name as name the
// one named most: a host, a mediator, or a slip.
func partiesNamed(members []*mention) (parties []string) {
	const many = 4
	members = severalSided(members)
	sources := sourcesOf(members)
	named := confirmed(members, func(m *mention) []string { return m.scene.Parties })
	most := 0
	for _, by := range named {
		most = max(most, by)
	}
	for p, by := range named {
		if 2*by >= most || sources < many {
			parties = insert(parties, p)
		}
	}
	return parties
}

// severalSided leaves out the mentions that name one party only, which do not say who else was
// there, unless there are no others.
func severalSided(members []*mention) []*mention {
	sided := slices.DeleteFunc(slices.Clone(members), func(m *mention) bool { return len(m.scene.Parties) < 2 })
	if members[0].Event.Type != parley.Consult || len(sided) == 0 {
		return members
	}
	return sided
}

// confirmed counts the sources of each key that mentions name, as far as the
// record can be sure of it: those of several sources and, of one, those that a
// mention gives which also says the day, or any where none does.
func confirmed(members []*mention, named func(*mention) []string) map[string]int {
	dated := slices.ContainsFunc(members, (*mention).saysItself)
	sources, sure := map[string]map[string]bool{}, map[string]bool{}
	for _, m := range members {
		for _, key := range named(m) {
			if sources[key] == nil {
				sources[key] = map[string]bool{}
			}
			sources[key][m.source()] = true
			sure[key] = sure[key] || !dated || m.saysItself()
		}
	}
	counts := map[string]int{}
	for key, by := range sources {
		if sure[key] || len(by) > 1 {
			counts[key] = len(by)
		}
	}
	return counts
}

// guests are the persons and bodies that a mention tells to have taken part, mediators
// apart.
func (m *mention) guests() (found []actor) {
	for _, a := range m.Actors {
		if a.Name != a.Party && !slices.Contains(m.Event.Mediators, a.Name) {
			found = append(found, a)
		}
	}
	return found
}

// peopleNamed are the persons and bodies that took part, those named by most
// sources first, each under its commonest spelling.
func peopleNamed(members []*mention) []string {
	keys := func(m *mention) (keys []string) {
		for _, a := range m.guests() {
			keys = append(keys, a.Key)
		}
		return keys
	}
	sure := confirmed(members, keys)
	for key := range beside(members, keys, sure) {
		sure[key] = 1
	}
	return tallyNames(members, func(m *mention) []actor {
		return slices.DeleteFunc(m.guests(), func(a actor) bool { return sure[a.Key] == 0 })
	})
}

// leaveStrangers takes out of a meeting's evidence the words for people of whom the record
// is not sure that they were there: whom one of its reports planned to send.
func leaveStrangers(e *parley.Entry, members []*mention) {
	spelled := map[string]bool{}
	for _, name := range e.Meeting.Participants {
		spelled[name] = true
	}
	sure, keys := map[string]bool{}, map[string]string{}
	for _, m := range members {
		for _, a := range m.guests() {
			keys[a.Name] = a.Key
			sure[a.Key] = sure[a.Key] || spelled[a.Name]
		}
	}
	e.Spans = slices.DeleteFunc(e.Spans, func(one parley.Evidence) bool {
		key, person := keys[one.Value]
		return person && !sure[key] && (one.Field == "actors" || one.Field == "recipients")
	})
}

// beside are those who are told to have been there with two of whom the record is sure.
func beside(members []*mention, keys func(*mention) []string, sure map[string]int) map[string]bool {
	found := map[string]bool{}
	for _, m := range members {
		if m.Event.Status != parley.Happened && m.Event.Status != parley.Ongoing {
			continue
		}
		known, others := 0, []string(nil)
		for _, key := range keys(m) {
			if sure[key] > 0 {
				known++
			} else {
				others = append(others, key)
			}
		}
		for _, key := range others {
			if known >= 2 {
				found[key] = true
			}
		}
	}
	return found
}

// sidesNamed are the names on one side of an event.
func sidesNamed(members []*mention, side func(*parley.Event) []string) []string {
	return tallyNames(members, func(m *mention) (found []actor) {
		for _, a := range m.Actors {
			if slices.Contains(side(m.Event), a.Name) {
				found = append(found, a)
			}
		}
		return found
	})
}

func tallyNames(members []*mention, named func(*mention) []actor) []string {
	spellings := map[string]map[string]int{}
	sources := map[string]map[string]bool{}
	var order []string
	for _, m := range members {
		for _, a := range named(m) {
			if sources[a.Key] == nil {
				sources[a.Key], spellings[a.Key] = map[string]bool{}, map[string]int{}
				order = append(order, a.Key)
			}
			sources[a.Key][m.source()] = true
			spellings[a.Key][a.Name]++
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(len(sources[b]), len(sources[a])) })
	names := make([]string, len(order))
	for i, key := range order {
		names[i] = commonest(spellings[key])
	}
	return names
}

// commonest is the value counted most; of several the first in the alphabet.
func commonest(counts map[string]int) (most string) {
	for v, n := range counts {
		if n > counts[most] || n == counts[most] && (most == "" || v < most) {
			most = v
		}
	}
	return most
}

// placeNamed is the place that most sources give: of towns before countries, of these
// before parts of the world.
func placeNamed(members []*mention) string {
	named := func(fits func(*place) bool) string {
		return mostNamed(members, func(m *mention) string {
			if m.Place == nil || !fits(m.Place) {
				return ""
			}
			return m.Event.Place
		})
	}
	most := cmp.Or(named(func(p *place) bool { return !p.Wide || p.Country != "" }), named(func(*place) bool { return true }))
	at := slices.IndexFunc(members, func(m *mention) bool { return m.Event.Place == most })
	if p := members[at].Place; most != "" && p.whole() {
		return cmp.Or(named(func(q *place) bool { return q.Country == p.Country && !q.Wide }), most)
	}
	return most
}

// latestFigures are the counts, one for each kind and claimant: its latest.
func latestFigures(members []*mention) []parley.Figure {
	type key struct {
		what     parley.FigureKind
		claimant string
	}
	at := map[key]int{}
	figures := []parley.Figure{}
	for _, m := range members {
		for _, f := range m.Event.Figures {
			k := key{f.What, m.claimantKey(f)}
			if i, found := at[k]; found {
				figures[i] = f
				continue
			}
			at[k] = len(figures)
			figures = append(figures, f)
		}
	}
	return figures
}

// claimantKey is who answers for a figure: its claimant or, in the outlet's own
// voice or that of people without a name or a state ("local medics"), nobody.
func (m *mention) claimantKey(f parley.Figure) string {
	if f.Claimant == "" || f.Claimant == strings.ToLower(f.Claimant) {
		return ""
	}
	return m.key(f.Claimant)
}
