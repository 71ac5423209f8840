package record_test

import (
	"fmt"
	"testing"

	"github.com/parleyrecord/parley"
)

func TestProposalsKeepTheirVersions(t *testing.T) {
	t.Parallel()
	found := recorded(t, parley.ProposalEntry,
		story{told: 3, proposals: []parley.Proposal{plan("28-point border plan", "NRD", 28)}},
		story{told: 6, proposals: []parley.Proposal{plan("NRD plan", "Anna Kovar", 0)}},
		story{told: 9, proposals: []parley.Proposal{plan("revised border plan", "NRD", 20)}},
		story{told: 9, proposals: []parley.Proposal{plan("grain corridor offer", "SDL", 0)}})
	if len(found) != 2 {
		t.Fatalf("proposals %q, want 2", words(found, func(e parley.Entry) string { return fmt.Sprintf("%+v", *e.Proposal) }))
	}
	p := found[0].Proposal
	if len(p.Versions) != 2 || p.Versions[0].Size != 28 || p.Versions[1].Size != 20 || len(found[0].Members) != 3 {
		t.Errorf("%+v", p)
	}
}

func TestAProposalIsAmendedByAnother(t *testing.T) {
	t.Parallel()
	found := recorded(t, parley.ProposalEntry,
		story{told: 3, proposals: []parley.Proposal{plan("28-point plan", "NRD", 28)}},
		story{told: 9, proposals: []parley.Proposal{answered("SDL", "rejects", plan("revised 20-point framework", "SDL", 20))}},
		story{told: 10, proposals: []parley.Proposal{plan("12-point plan", "WST", 12)}})
	if len(found) != 2 || len(found[0].Proposal.Versions) != 2 {
		t.Fatalf("proposals %q, want 2, the first in two versions", words(found, func(e parley.Entry) string { return fmt.Sprintf("%+v", *e.Proposal) }))
	}
	if r := found[0].Proposal.Answers; len(r) != 1 || r[0].Told.Day() != 9 || len(r[0].Documents) != 1 {
		t.Errorf("replies %+v", r)
	}
}

func answered(party string, with parley.Response, p parley.Proposal) parley.Proposal {
	p.Responses = []parley.Reply{{Party: party, Response: with, Quote: "words"}}
	return p
}

func TestAPlanWithoutANameFollowsTheOneOnTheTable(t *testing.T) {
	t.Parallel()
	found := recorded(t, parley.ProposalEntry,
		story{told: 3, proposals: []parley.Proposal{plan("28-point plan", "NRD", 28)}},
		story{told: 9, proposals: []parley.Proposal{answered("SDL", "rejects", plan("plan", "NRD", 0))}},
		story{told: 10, proposals: []parley.Proposal{plan("offer", "SDL", 0)}},
		story{told: 40, proposals: []parley.Proposal{plan("plan", "NRD", 0)}})
	if len(found) != 3 || len(found[0].Members) != 2 || len(found[0].Proposal.Answers) != 1 {
		t.Fatalf("proposals %q, want 3, the first with the answer to it", words(found, func(e parley.Entry) string { return fmt.Sprintf("%+v", *e.Proposal) }))
	}
}

func TestOneAuthorsPlansAreToldApart(t *testing.T) {
	t.Parallel()
	found := recorded(t, parley.ProposalEntry,
		story{told: 3, proposals: []parley.Proposal{plan("border plan", "NRD", 0)}},
		story{told: 4, proposals: []parley.Proposal{plan("grain corridor offer", "NRD", 0)}},
		story{told: 5, proposals: []parley.Proposal{plan("plan", "NRD", 0)}})
	if len(found) != 3 {
		t.Fatalf("proposals %q, want 3: which of two the last is stays open", words(found, func(e parley.Entry) string { return fmt.Sprintf("%+v", *e.Proposal) }))
	}
}

func TestAMediatorsPlansForTwoWarsAreTwo(t *testing.T) {
	t.Parallel()
	between := func(told int, parties ...string) story {
		s := story{told: told, proposals: []parley.Proposal{plan("28-point plan", "WST", 28)}}
		for _, code := range append(parties, "WST") {
			s.actors = append(s.actors, parley.Actor{ID: code, Name: code, Kind: parley.StateActor, Known: true})
		}
		return s
	}
	found := recorded(t, parley.ProposalEntry, between(3, "NRD", "SDL"), between(4, "OST", "LKE"), between(5, "SDL"))
	if len(found) != 2 || len(found[0].Members) != 2 {
		t.Fatalf("proposals %q, want 2, the first told twice", words(found, func(e parley.Entry) string { return fmt.Sprintf("%+v", *e.Proposal) }))
	}
}
