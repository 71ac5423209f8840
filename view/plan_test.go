package view_test

import (
	"slices"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

func TestPlansCompareTheirVersions(t *testing.T) {
	t.Parallel()
	r := envoys(t)
	e := r.told(t, parley.Entry{ID: "plan-1", Kind: parley.ProposalEntry, Proposal: &parley.Plan{Name: "ten-point plan", By: []string{"SDL"},
		Versions: []parley.Version{
			{Name: "ten-point plan", Size: 10, Told: at(t, "2025-12-01"), Points: []parley.Point{{Issue: "ceasefire", Quote: "a line"}, {Issue: "territory", Quote: "the valley"}}},
			{Name: "revised plan", Size: 8, Told: at(t, "2025-12-05"), Points: []parley.Point{{Issue: "ceasefire", Quote: "another line"}, {Issue: "sanctions", Quote: "lifted"}}},
		},
		Answers: []parley.Answer{{Party: "NLD", Response: "rejects", Told: at(t, "2025-12-03")}}}}, "quotes", map[string]string{"wire-1": "a ceasefire"})
	r.keep(t, e)
	plans, err := view.Plans(t.Context(), r, view.Look{})
	if err != nil || len(plans) != 1 {
		t.Fatalf("plans %+v, %v", plans, err)
	}
	var fates, became []string
	for _, p := range plans[0].Points {
		fates = append(fates, string(p.Issue)+" "+p.Fate)
	}
	for _, o := range plans[0].Became {
		became = append(became, o.What+" "+o.Party+o.Name)
	}
	if want := []string{"ceasefire changed", "territory dropped", "sanctions added"}; !slices.Equal(fates, want) {
		t.Errorf("points %q, want %q", fates, want)
	}
	if want := []string{"rejects NLD", "amended revised plan"}; !slices.Equal(became, want) {
		t.Errorf("became %q, want %q", became, want)
	}
}
