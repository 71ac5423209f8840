package record_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

func TestDisputes(t *testing.T) {
	t.Parallel()
	denial := said("Boris Lund", "that an envoy was ever sent to the border talks")
	denial.Manner = parley.Denies
	tell := func(e parley.Entry) string {
		var sides []string
		for _, a := range e.Dispute.Accounts {
			sides = append(sides, a.Holder+": "+a.Claim)
		}
		return e.Dispute.Field + " " + strings.Join(sides, "; ")
	}
	for name, c := range map[string]struct {
		stories []story
		want    []string
	}{
		"counts by two claimants": {
			[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, "Boris Lund"))}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(46, "Anna Kovar"))}}},
			[]string{"figures Boris Lund: 36; Anna Kovar: 46"},
		},
		"a claimant's later count is a revision": {
			[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, "Boris Lund"))}}, {told: 5, events: []parley.Event{attack("2031-03-03", "Oslo", killed(46, "Boris Lund"))}}},
			nil,
		},
		"at least three does not contradict five": {
			[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", parley.Figure{What: "killed", N: 3, Qualifier: "at-least"})}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(5, "Anna Kovar"))}}},
			nil,
		},
		"held or not": {
			[]story{{told: 4, events: []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}},
				{told: 4, events: []parley.Event{by("Boris Lund", talks("meeting", parley.Denied, "Anna Kovar, Boris Lund", "2031-03-03", "", ""))}}},
			[]string{"status : happened; Boris Lund: denied"},
		},
		"one says that the other accepted, who says that he did not": {
			[]story{{told: 4, positions: []parley.Position{stands("SDL", "Anna Kovar", "deal", parley.Accepts)}}, {told: 5, positions: []parley.Position{stands("SDL", "Boris Lund", "deal", parley.Rejects)}}},
			[]string{"stance Anna Kovar: accepts; Boris Lund: rejects"},
		},
		"a denial of what somebody claims": {
			[]story{{told: 4, statements: []parley.Statement{against("Anna Kovar", "he sent an envoy", denial)}}},
			[]string{"content Anna Kovar: he sent an envoy; Boris Lund: denied"},
		},
		"a denial alone": {[]story{{told: 4, statements: []parley.Statement{denial}}}, nil},
		"an outlet that takes back what it told": {
			[]story{{told: 4, outlet: "post.example", events: []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}},
				{told: 5, outlet: "post.example", events: []parley.Event{talks("meeting", parley.Denied, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}}},
			nil,
		},
		"the dead of a day and of a war": {
			[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, "Boris Lund"))}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(4600, "Anna Kovar"))}}},
			nil,
		},
		"two attacks of one day in two places": {
			[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, ""))}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Geneva", killed(46, ""))}}},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if found := words(recorded(t, parley.DisputeEntry, c.stories...), tell); !slices.Equal(found, c.want) {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
}

func against(who, claim string, denial parley.Statement) parley.Statement {
	denial.Against, denial.AgainstBy = claim, who
	return denial
}
