package view

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Course is talks and pressure beside each other over time.
type Course struct {
	First parley.Date `json:"first"`
	Last  parley.Date `json:"last"`
	Lanes []Lane      `json:"lanes"`
	// Weeks count from the week of First to that of Last, none left out.
	Weeks []Week `json:"weeks"`
}

// Lane holds the entries of one kind of deed in the order of their days.
type Lane struct {
	Name    string         `json:"name"`
	Entries []parley.Entry `json:"entries"`
}

// Week sums up seven days from a Monday on.
type Week struct {
	Monday  parley.Date `json:"monday"`
	Attacks int         `json:"attacks"`
	// Killed adds up, for each attack, the largest count that anybody gives.
	Killed float64 `json:"killed"`
}

// lanes say what stands in which lane of a course; what is in none of them is
// neither talk nor pressure.
var lanes = []struct {
	name  string
	types []parley.EventType
}{
	{"Talks", []parley.EventType{parley.Consult}},
	{"Agreements", []parley.EventType{parley.Agree, parley.Cooperate, parley.Retreat}},
	{"Aid and arms", []parley.EventType{parley.Aid}},
	{"Sanctions", []parley.EventType{parley.Sanction}},
	{"Coercion", []parley.EventType{parley.Coerce, parley.Mobilize, parley.Protest}},
	{"Attacks", []parley.EventType{parley.Assault}},
}

// CourseOf is the course of what happened, and of talks that were planned or
// fell through, on the days of the look, which must bound both sides.
func CourseOf(ctx context.Context, r store.Reader, look Look) (Course, error) {
	found, err := entries(ctx, r, "the course of talks", look.happened(parley.MeetingEntry, parley.EventEntry))
	if err != nil {
		return Course{}, err
	}
	slices.SortStableFunc(found, byDay)
	c := Course{First: look.Since, Last: look.Until, Weeks: weeks(look.Since.First(), look.Until.Last())}
	for _, lane := range lanes {
		l := Lane{Name: lane.name}
		for _, e := range found {
			if slices.Contains(lane.types, typeOf(e)) && (e.Meeting != nil || tookPlace(e)) && dayOf(e).Granularity() == parley.Day {
				l.Entries = append(l.Entries, e)
			}
		}
		c.Lanes = append(c.Lanes, l)
	}
	for _, e := range c.Lanes[len(c.Lanes)-1].Entries {
		c.count(e)
	}
	return c, nil
}

func typeOf(e parley.Entry) parley.EventType {
	switch {
	case e.Meeting != nil:
		return parley.Consult
	case e.Event != nil:
		return e.Event.Type
	}
	return ""
}

func tookPlace(e parley.Entry) bool {
	status := statusOf(e)
	return status == parley.Happened || status == parley.Ongoing
}

// count adds an attack to its week.
func (c *Course) count(attack parley.Entry) {
	day := dayOf(attack)
	i, found := slices.BinarySearchFunc(c.Weeks, day, func(w Week, d parley.Date) int { return strings.Compare(string(w.Monday), string(d)) })
	if !found {
		i--
	}
	if i < 0 || i >= len(c.Weeks) {
		return
	}
	c.Weeks[i].Attacks++
	most := 0.0
	for _, f := range attack.Event.Figures {
		if f.What == "killed" {
			most = max(most, f.N)
		}
	}
	c.Weeks[i].Killed += most
}

func weeks(from, to time.Time) []Week {
	const daysAWeek = 7
	from = from.AddDate(0, 0, -(int(from.Weekday())+daysAWeek-1)%daysAWeek)
	var all []Week
	for ; !from.After(to); from = from.AddDate(0, 0, daysAWeek) {
		all = append(all, Week{Monday: parley.DayOf(from)})
	}
	return all
}
