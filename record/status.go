package record

import (
	"cmp"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// stepsOf are the changes in the life of a happening that begins on start, in the
// order in which they were told; what several documents say alike is one step, and
// so is what somebody says again without a day. What cannot be taken at its word, such
// as that it is over before its day, is no step of it.
func stepsOf(members []*mention, start parley.Date) []parley.Step {
	steps := []parley.Step{}
	for _, m := range members {
		for _, by := range m.Undecided {
			steps = addStep(steps, m, parley.Step{Status: parley.NotDecided, By: by})
		}
		if m.wavers() || statusIn(m, start) != m.Event.Status && m.scene.Past || m.bygonePlan() && len(members) > 1 {
			continue
		}
		steps = addStep(steps, m, parley.Step{Status: m.Event.Status, By: m.Event.By, Start: m.Event.Start, End: m.Event.End})
	}
	if len(steps) == 0 {
		m := members[0]
		steps = addStep(steps, m, parley.Step{Status: statusIn(m, start), By: m.Event.By, Start: m.Event.Start, End: m.Event.End})
	}
	return steps
}

// addStep adds what a mention tells to the steps that were told before.
func addStep(steps []parley.Step, m *mention, step parley.Step) []parley.Step {
	at := -1
	for i, s := range steps {
		if s.Status == step.Status && sameVoice(m, s.By, step.By) && (step.Start == "" && step.End == "" || s.Start == step.Start && s.End == step.End) {
			at = i
		}
	}
	if at < 0 {
		step.Told = m.Told
		steps, at = append(steps, step), len(steps)
	}
	// Members come in canonical order, in which those of one document stand together.
	if told := steps[at].Documents; len(told) == 0 || told[len(told)-1] != m.Doc {
		steps[at].Documents = append(told, m.Doc)
	}
	return steps
}

// sameVoice tells whether two names are of one voice, as far as a mention knows them.
func sameVoice(m *mention, a, b string) bool {
	return a == b || a != "" && b != "" && m.key(a) == m.key(b)
}

// wavers tells whether who speaks of a plan has not decided about it himself.
func (m *mention) wavers() bool {
	return m.scene.Ahead && !m.scene.Dated && slices.ContainsFunc(m.Undecided, func(name string) bool {
		return name == m.Event.By || m.party(name) != "" && m.party(name) == m.party(m.Event.By)
	})
}

// bygonePlan tells whether a mention speaks of a plan for a day that was over when it
// was told: a day that belongs to something else, or to the plan before.
func (m *mention) bygonePlan() bool {
	told, dated := m.toldDay()
	return m.scene.Ahead && m.scene.Dated && dated && m.scene.Last < told-1
}

// firmness ranks what ends a happening's life over what announces it.
var firmness = map[parley.Status]int{
	parley.Proposed: 1, parley.Planned: 2, parley.OnHold: 3, parley.Cancelled: 3, parley.Ongoing: 4, parley.Happened: 5,
}

// statusIn is how far a mention says that a happening has come, as far as it can
// be taken at its word: what is spoken of as over before the day when it was
// to be is only talked of; what somebody who takes no part in it plans, and
// gives no day for, is proposed.
func statusIn(m *mention, start parley.Date) parley.Status {
	e := m.Event
	told, dated := m.toldDay()
	switch {
	case m.scene.Past && dated && start.Granularity() == parley.Day && told < store.DayNumber(start.First()):
		return parley.Planned
	case e.Status == parley.Planned && m.wavers(), e.Status == parley.Planned && !m.scene.Dated && e.By != "" && !m.takesPart(e.By):
		return parley.Proposed
	}
	return e.Status
}

// takesPart tells whether a name is that of one who takes part, mediates, or
// stands on the side of somebody who does.
func (m *mention) takesPart(name string) bool {
	party := m.party(name)
	return slices.Contains(m.Event.Actors, name) || slices.Contains(m.Event.Recipients, name) || slices.Contains(m.Event.Mediators, name) ||
		party != "" && slices.Contains(m.scene.Parties, party)
}

// finalStatus is how far a happening has come by all that is told of it.
//
// What has been held stays held, whoever spoke of a plan; what is under way is
// no longer planned; what is put off or called off is so until somebody, told
// later, plans it again; a suggestion does not undo a plan. A denial counts
// where nothing confirms. Between on hold, cancelled and planned the last day's
// word wins and, within the day, the greater number of independent sources;
// where no one day has been given, that number over the last few days.
func finalStatus(members []*mention, start, end parley.Date) parley.Status {
	var told []word
	for _, m := range members {
		if status := statusIn(m, start); status != parley.Denied {
			told = append(told, word{m, status})
		}
	}
	if len(told) == 0 {
		return parley.Denied
	}
	says := func(status parley.Status) func(word) bool { return func(w word) bool { return w.status == status } }
	for _, past := range []parley.Status{parley.Happened, parley.Ongoing} {
		if slices.ContainsFunc(told, says(past)) && !recanted(told) {
			return past
		}
	}
	last := slices.MaxFunc(told, func(a, b word) int { return a.m.Told.Compare(b.m.Told) })
	lastDay, _ := last.m.toldDay()
	since := func(days int) []word {
		return slices.DeleteFunc(slices.Clone(told), func(w word) bool { day, _ := w.m.toldDay(); return day < lastDay-days })
	}
	if start == "" || start != end {
		return openStatus(since(daysOfOpinion))
	}
	if slices.ContainsFunc(told, says(parley.Planned)) {
		told = slices.DeleteFunc(told, says(parley.Proposed))
		last = slices.MaxFunc(told, func(a, b word) int { return a.m.Told.Compare(b.m.Told) })
		lastDay, _ = last.m.toldDay()
	}
	return weightiest(since(0))
}

// daysOfOpinion is how long the words of several days are weighed together
// where no one day has been given, so that one voice cannot call anything off.
const daysOfOpinion = 3

// openStatus weighs what is said of a happening on no one day: whether it is to
// be, or is put off or called off, by the number of independent sources and, of
// as many, by the last word.
func openStatus(told []word) parley.Status {
	ahead, planned, off := map[string]bool{}, map[string]bool{}, map[string]bool{}
	var offWords []word
	lastOff := false
	for _, w := range told { // in the order of telling
		switch w.status {
		case parley.Cancelled, parley.OnHold:
			off[w.m.source()], lastOff = true, true
			offWords = append(offWords, w)
		default:
			ahead[w.m.source()], lastOff = true, false
			if w.status == parley.Planned {
				planned[w.m.source()] = true
			}
		}
	}
	if len(off) > len(ahead) || len(off) == len(ahead) && lastOff {
		return weightiest(offWords)
	}
	if 2*len(planned) > len(ahead) {
		return parley.Planned
	}
	return parley.Proposed
}

// word is a mention with the status that it gives.
type word struct {
	m      *mention
	status parley.Status
}

// recanted tells whether more independent sources call a happening off than
// say that it was held or under way.
func recanted(told []word) bool {
	held, off := map[string]bool{}, map[string]bool{}
	for _, w := range told {
		switch w.status {
		case parley.Happened, parley.Ongoing:
			held[w.m.source()] = true
		case parley.Cancelled, parley.OnHold:
			off[w.m.source()] = true
		}
	}
	return len(off) > len(held)
}

// weightiest is the status that most sources give; of several, the firmest and, of
// those as firm, the one told last.
func weightiest(told []word) parley.Status {
	votes, last := map[parley.Status]map[string]bool{}, map[parley.Status]time.Time{}
	for _, w := range told {
		if votes[w.status] == nil {
			votes[w.status] = map[string]bool{}
		}
		votes[w.status][w.m.source()] = true
		if last[w.status].Before(w.m.Told) {
			last[w.status] = w.m.Told
		}
	}
	return slices.MaxFunc(parley.Statuses, func(a, b parley.Status) int {
		return cmp.Or(cmp.Compare(len(votes[a]), len(votes[b])), cmp.Compare(firmness[a], firmness[b]), last[a].Compare(last[b]))
	})
}
