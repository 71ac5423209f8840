package record

import (
	"cmp"
	"slices"

	"github.com/parleyrecord/parley"
)

// stepsOf are the changes in the life of a happening, in the order in which
// they were told; what several documents say alike is one step.
func stepsOf(members []*mention) []parley.Step {
	type key struct {
		status     parley.Status
		by         string
		start, end parley.Date
	}
	at := map[key]int{}
	steps := []parley.Step{}
	for _, m := range members {
		e := m.Event
		k := key{e.Status, "", e.Start, e.End}
		if e.By != "" {
			k.by = m.key(e.By)
		}
		i, found := at[k]
		if !found {
			i = len(steps)
			at[k] = i
			steps = append(steps, parley.Step{Status: e.Status, By: e.By, Start: e.Start, End: e.End, Told: m.Told})
		}
		if !slices.Contains(steps[i].Documents, m.Doc) {
			steps[i].Documents = append(steps[i].Documents, m.Doc)
		}
	}
	return steps
}

// firmness ranks what ends a happening's life over what announces it.
var firmness = map[parley.Status]int{
	parley.Proposed: 1, parley.Planned: 2, parley.OnHold: 3, parley.Cancelled: 3, parley.Ongoing: 4, parley.Happened: 5,
}

// finalStatus is how far a happening has come by all that is told of it.
//
// What has been held stays held, whoever spoke of a plan; what is under way is
// no longer planned; what is put off or called off is so until somebody, told
// later, plans it again; a suggestion does not undo a plan. A denial counts
// where nothing confirms. Between on hold, cancelled and planned the day's
// last word wins and, within one day, the greater number of independent
// sources.
func finalStatus(members []*mention) parley.Status {
	told := slices.Clone(members)
	told = slices.DeleteFunc(told, func(m *mention) bool { return m.Event.Status == parley.Denied })
	if len(told) == 0 {
		return parley.Denied
	}
	for _, past := range []parley.Status{parley.Happened, parley.Ongoing} {
		if slices.ContainsFunc(told, func(m *mention) bool { return m.Event.Status == past }) && !recanted(told) {
			return past
		}
	}
	if firm := slices.DeleteFunc(slices.Clone(told), func(m *mention) bool { return m.Event.Status == parley.Proposed }); len(firm) > 0 {
		told = firm
	}
	last := slices.MaxFunc(told, func(a, b *mention) int { return a.Told.Compare(b.Told) })
	lastDay, _ := last.toldDay()
	told = slices.DeleteFunc(told, func(m *mention) bool { day, _ := m.toldDay(); return day < lastDay })
	return weightiest(told)
}

// recanted tells whether more independent sources call a happening off than
// say that it was held or under way.
func recanted(told []*mention) bool {
	for_, against := map[string]bool{}, map[string]bool{}
	for _, m := range told {
		switch m.Event.Status {
		case parley.Happened, parley.Ongoing:
			for_[m.source()] = true
		case parley.Cancelled, parley.OnHold:
			against[m.source()] = true
		}
	}
	return len(against) > len(for_)
}

// weightiest is the status that most sources give; of several, the firmest.
func weightiest(told []*mention) parley.Status {
	votes := map[parley.Status]map[string]bool{}
	for _, m := range told {
		if votes[m.Event.Status] == nil {
			votes[m.Event.Status] = map[string]bool{}
		}
		votes[m.Event.Status][m.source()] = true
	}
	return slices.MaxFunc(parley.Statuses, func(a, b parley.Status) int {
		return cmp.Or(cmp.Compare(len(votes[a]), len(votes[b])), cmp.Compare(firmness[a], firmness[b]))
	})
}
