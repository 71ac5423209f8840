package view_test

import (
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

func TestStateOfTalks(t *testing.T) {
	t.Parallel()
	r := envoys(t)
	for day, want := range map[parley.Date]struct {
		progress   view.Progress
		last, next string
		trend      int
	}{
		"2025-11-30": {view.Silent, "", "", 0},
		"2025-12-07": {view.UnderWay, "meeting-first", "meeting-second", 1},
		"2025-12-10": {view.OnHold, "meeting-first", "", 1},
		"2026-03-01": {view.Silent, "", "", 0},
	} {
		s, err := view.StateOf(t.Context(), r, view.Look{Today: day})
		if err != nil {
			t.Fatal(err)
		}
		if s.Progress != want.progress || id(s.Last) != want.last || id(s.Next) != want.next || s.Trend != want.trend {
			t.Errorf("on %s talks are %s, trend %d, after %q before %q; want %+v", day, s.Progress, s.Trend, id(s.Last), id(s.Next), want)
		}
	}
}

func id(l *view.Line) string {
	if l == nil {
		return ""
	}
	return l.ID
}

func TestReasonsOfTheState(t *testing.T) {
	t.Parallel()
	s, err := view.StateOf(t.Context(), envoys(t), view.Look{Today: "2025-12-10"})
	if err != nil {
		t.Fatal(err)
	}
	if got := ids(s.Forward); len(got) != 2 || got[0] != "meeting-first" || got[1] != "position-2" {
		t.Errorf("forward lead %v, want the meeting with two sources, then the stance that softened", got)
	}
	if got := ids(s.Back); len(got) != 1 || got[0] != "meeting-summit" {
		t.Errorf("back leads %v, want the summit on hold", got)
	}
}

// TestAnAccountMovesNobody: that a party has given way, by the word of another, is no step of its own.
func TestAnAccountMovesNobody(t *testing.T) {
	t.Parallel()
	r := recordOf(t, news(t, "wire-2", "2025-12-06", "Norland accepts a ceasefire, Anna Kovar said."))
	moved := func(id, day string, own bool) parley.Entry {
		return r.told(t, position(id, parley.Standing{Party: "NLD", Issue: "ceasefire", Stance: parley.Accepts, Change: parley.Softened, Own: own, Repeated: 1}), "quotes", map[string]string{"wire-2": "accepts a ceasefire"})
	}
	r.keep(t, moved("by-others", "2025-12-06", false), moved("by-itself", "2025-12-06", true))
	s, err := view.StateOf(t.Context(), r, view.Look{Today: "2025-12-10"})
	if err != nil {
		t.Fatal(err)
	}
	if got := ids(s.Forward); len(got) != 1 || got[0] != "by-itself" {
		t.Errorf("forward lead %v, want the party's own word alone", got)
	}
}

func TestCourseOfTalks(t *testing.T) {
	t.Parallel()
	c, err := view.CourseOf(t.Context(), envoys(t), view.Look{Since: "2025-12-01", Until: "2025-12-31"})
	if err != nil {
		t.Fatal(err)
	}
	talks := c.Lanes[0]
	if talks.Name != "Talks" || len(talks.Entries) != 3 || talks.Entries[0].ID != "meeting-first" {
		t.Errorf("the lane %q holds %v", talks.Name, talks.Entries)
	}
	if len(c.Weeks) != 5 || c.Weeks[0].Monday != "2025-12-01" || c.Weeks[4].Monday != "2025-12-29" {
		t.Errorf("the weeks are %v", c.Weeks)
	}
}

func TestNetworkOfActors(t *testing.T) {
	t.Parallel()
	r := envoys(t)
	n, err := view.NetworkOf(t.Context(), r, view.Look{})
	if err != nil {
		t.Fatal(err)
	}
	if len(n.Ties) != 1 || n.Ties[0] != (view.Tie{A: "Anna Kovar", B: "Ivo Brandt", Meetings: 1}) {
		t.Errorf("ties are %v", n.Ties)
	}
	part, err := view.PartOf(t.Context(), r, view.Look{}, "Anna Kovar")
	if err != nil {
		t.Fatal(err)
	}
	if part.Meetings != 1 || part.Positions != 1 || len(part.With) != 1 || part.With[0].B != "Ivo Brandt" {
		t.Errorf("Anna Kovar takes part in %+v", part)
	}
	if _, err := view.PartOf(t.Context(), r, view.Look{}, "Nobody"); parley.KindOf(err) != parley.NotFound {
		t.Errorf("Nobody: %v, want NotFound", err)
	}
}

func TestSieveOfTheTimeline(t *testing.T) {
	t.Parallel()
	lines, err := view.Timeline(t.Context(), envoys(t), view.Look{Today: "2025-12-10"})
	if err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		sieve view.Sieve
		want  int
	}{
		"all":           {view.Sieve{}, len(lines)},
		"a name's part": {view.Sieve{Actor: "kovar"}, 2},
		"a party":       {view.Sieve{Actor: "SDL"}, 2},
		"a type":        {view.Sieve{Type: "CONSULT"}, 3},
		"a kind":        {view.Sieve{Type: "position"}, 1},
		"a status":      {view.Sieve{Status: "on-hold"}, 1},
		"unconfirmed":   {view.Sieve{Status: "unconfirmed"}, 1},
		"a place":       {view.Sieve{Place: "amber"}, 1},
		"two sources":   {view.Sieve{Sources: 2}, 1},
		"all at once":   {view.Sieve{Actor: "kovar", Place: "amber", Sources: 2, Status: "happened"}, 1},
		"nothing":       {view.Sieve{Place: "Oslo"}, 0},
	} {
		if got := len(c.sieve.Keep(lines)); got != c.want {
			t.Errorf("%s keeps %d lines, want %d", what, got, c.want)
		}
	}
}
