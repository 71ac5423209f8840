package record_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
)

func TestStatusOverALife(t *testing.T) {
	t.Parallel()
	at := func(told int, status parley.Status, by_ string) story {
		return story{told: told, events: []parley.Event{by(by_, talks("meeting", status, "Anna Kovar, Boris Lund", "2031-03-20", "", "Oslo"))}}
	}
	undated := func(told int, status parley.Status, by_ string) story {
		return story{told: told, events: []parley.Event{by(by_, talks("meeting", status, "Anna Kovar, Boris Lund", "", "", ""))}}
	}
	for name, c := range map[string]struct {
		stories []story
		want    parley.Status
	}{
		"held after it was planned":                    {[]story{at(3, parley.Planned, ""), at(21, parley.Happened, "")}, parley.Happened},
		"held, though a plan is told of later":         {[]story{at(21, parley.Happened, ""), at(22, parley.Planned, "")}, parley.Happened},
		"put off after it was planned":                 {[]story{at(3, parley.Planned, ""), at(5, parley.OnHold, "Boris Lund")}, parley.OnHold},
		"planned again after it was put off":           {[]story{at(3, parley.OnHold, ""), at(5, parley.Planned, "Boris Lund")}, parley.Planned},
		"a suggestion does not undo a plan":            {[]story{at(3, parley.Planned, ""), at(5, parley.Proposed, "")}, parley.Planned},
		"denied, and nobody confirms":                  {[]story{at(3, parley.Denied, "Boris Lund")}, parley.Denied},
		"denied by one and held by another's word":     {[]story{at(21, parley.Denied, "Boris Lund"), at(21, parley.Happened, "")}, parley.Happened},
		"spoken of as over before its day":             {[]story{at(3, parley.Planned, ""), at(5, parley.Happened, "")}, parley.Planned},
		"called off by more than say it was held":      {[]story{at(21, parley.Happened, ""), at(21, parley.Cancelled, ""), at(22, parley.Cancelled, "")}, parley.Cancelled},
		"a plan without a day by one who is not in it": {[]story{undated(3, parley.Planned, "Carl West")}, parley.Proposed},
		"a plan without a day by one who is":           {[]story{undated(3, parley.Planned, "Anna Kovar")}, parley.Planned},
		"put off, then called off":                     {[]story{undated(3, parley.OnHold, ""), undated(4, parley.Cancelled, "Anna Kovar")}, parley.Cancelled},
		"called off, then but put off":                 {[]story{undated(3, parley.Cancelled, ""), undated(4, parley.OnHold, "Anna Kovar")}, parley.OnHold},
		"a refusal against two suggestions":            {[]story{undated(3, parley.Proposed, ""), undated(4, parley.Proposed, ""), undated(5, parley.Cancelled, "")}, parley.Proposed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := recorded(t, parley.MeetingEntry, c.stories...)
			if len(found) != 1 || found[0].Meeting.Status != c.want {
				t.Errorf("found %v, want one meeting, %s", words(found, inWords), c.want)
			}
		})
	}
}

func TestStepsTellWhoSaidWhatWhen(t *testing.T) {
	t.Parallel()
	found := recorded(t, parley.MeetingEntry,
		story{told: 3, events: []parley.Event{by("Anna Kovar", talks("negotiation", parley.Proposed, "NRD, SDL", "2031-03-20", "", ""))}},
		story{told: 4, events: []parley.Event{by("Anna Kovar", talks("negotiation", parley.Proposed, "NRD, SDL", "2031-03-20", "", ""))}},
		story{told: 5, events: []parley.Event{by("Boris Lund", talks("negotiation", parley.Planned, "NRD, SDL", "2031-03-20", "", "Oslo"))}})
	if len(found) != 1 {
		t.Fatalf("%d meetings, want 1", len(found))
	}
	steps := found[0].Meeting.Steps
	if len(steps) != 2 || steps[0].Status != parley.Proposed || steps[0].By != "Anna Kovar" || len(steps[0].Documents) != 2 ||
		steps[1].Status != parley.Planned || steps[1].By != "Boris Lund" || !steps[1].Told.Equal(time.Date(2031, 3, 5, 12, 0, 0, 0, time.UTC)) {
		t.Errorf("steps: %+v", steps)
	}
}

// TestStepsOfALife: who has not made up his mind is a step; what cannot be taken at its
// word, and what somebody says again without a day, is none.
func TestStepsOfALife(t *testing.T) {
	t.Parallel()
	round5 := func(status parley.Status, who, start string) parley.Event {
		return by(who, round(5, talks("negotiation", status, "NRD, SDL", parley.Date(start), "", "")))
	}
	unsure := func(told int, holder string, events ...parley.Event) story {
		p := stands("NRD", holder, "talks", parley.Undecided)
		return story{told: told, events: events, positions: []parley.Position{p}}
	}
	for name, c := range map[string]struct {
		stories []story
		want    []string
	}{
		"one side has not decided, the host announces, the side confirms": {
			[]story{unsure(3, "Anna Kovar", round5(parley.Proposed, "Carl West", "2031-03-20")), {told: 4, events: []parley.Event{round5(parley.Planned, "Carl West", "2031-03-20")}},
				{told: 5, events: []parley.Event{round5(parley.Planned, "Anna Kovar", "2031-03-20")}}},
			[]string{"undecided by Anna Kovar", "proposed by Carl West for 2031-03-20", "planned by Carl West for 2031-03-20", "planned by Anna Kovar for 2031-03-20"},
		},
		"who speaks of coming and has not decided plans nothing": {
			[]story{unsure(3, "", round5(parley.Planned, "Anna Kovar", "")), {told: 4, events: []parley.Event{round5(parley.Planned, "", "2031-03-20")}}},
			[]string{"undecided by Anna Kovar", "planned by  for 2031-03-20"},
		},
		"over before its day": {
			[]story{{told: 4, events: []parley.Event{round5(parley.Planned, "", "2031-03-20")}}, {told: 5, events: []parley.Event{round5(parley.Happened, "Anna Kovar", "")}}},
			[]string{"planned by  for 2031-03-20"},
		},
		"planned for a day that was over": {
			[]story{{told: 14, events: []parley.Event{round5(parley.Planned, "Anna Kovar", "2031-03-20")}}, {told: 15, events: []parley.Event{round5(parley.Planned, "Boris Lund", "2031-03-10")}}},
			[]string{"planned by Anna Kovar for 2031-03-20"},
		},
		"said again without a day": {
			[]story{{told: 4, events: []parley.Event{round5(parley.Planned, "Anna Kovar", "2031-03-20")}}, {told: 5, events: []parley.Event{round5(parley.Planned, "Anna Kovar", "")}}},
			[]string{"planned by Anna Kovar for 2031-03-20"},
		},
		"a stance on other talks": {
			[]story{unsure(3, "Anna Kovar", talks("negotiation", parley.Planned, "SDL, WST", "2031-03-20", "", ""))},
			[]string{"planned by  for 2031-03-20"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := recorded(t, parley.MeetingEntry, c.stories...)
			if len(found) != 1 {
				t.Fatalf("%d meetings, want 1: %q", len(found), words(found, inWords))
			}
			var steps []string
			for _, s := range found[0].Meeting.Steps {
				step := fmt.Sprintf("%s by %s", s.Status, s.By)
				if s.Start != "" {
					step += " for " + string(s.Start)
				}
				steps = append(steps, step)
			}
			if !slices.Equal(steps, c.want) {
				t.Errorf("steps %q, want %q", steps, c.want)
			}
		})
	}
}
