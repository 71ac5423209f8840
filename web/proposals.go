package web

import (
	"html/template"
	"net/url"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// proposalsPage is what was put on the table, the latest first.
type proposalsPage struct {
	Plans []proposalShown
	Next  choice
}

// plansAPage is how many plans a page holds.
const plansAPage = 15

// proposalShown is a plan, with its versions beside each other where it has
// several.
type proposalShown struct {
	row
	Size     int              // its number of points, where it has one version
	Versions []parley.Version // where it has several
	Points   []pointShown
	Stood    bool // a party is known to stand somewhere on a point
	Turns    []turn
}

// pointShown is a point, with the ways to the stances on it.
type pointShown struct {
	view.PlanPoint
	Stands []standShown
}

type standShown struct {
	view.Stand
	Href template.URL
}

// turn is something that became of a plan, with the words of who replied.
type turn struct {
	view.Outcome
	Mood, Quote string
}

func proposals(v *visit) (leaf, error) {
	plans, err := view.Plans(v.ctx, v.record, v.look)
	if err != nil {
		return leaf{}, err
	}
	slices.Reverse(plans)
	plans, next, err := paged(v, plans, plansAPage, "proposal")
	if err != nil {
		return leaf{}, err
	}
	lines := make([]view.Line, len(plans))
	for i, p := range plans {
		lines[i] = p.Line
	}
	rows, err := v.rows(lines)
	if err != nil {
		return leaf{}, err
	}
	shown := make([]proposalShown, len(plans))
	for i, p := range plans {
		shown[i] = proposalShown{row: rows[i], Turns: turns(p)}
		for _, point := range p.Points {
			one := pointShown{PlanPoint: point}
			for _, s := range point.Stands {
				one.Stands = append(one.Stands, standShown{s, v.link("/entries/" + url.PathEscape(s.Entry))})
			}
			shown[i].Points = append(shown[i].Points, one)
			shown[i].Stood = shown[i].Stood || len(one.Stands) > 0
		}
		if versions := p.Proposal.Versions; len(versions) == 1 {
			shown[i].Size = versions[0].Size
		} else {
			shown[i].Versions = versions
		}
	}
	return leaf{Title: "Proposals", Data: proposalsPage{shown, next}}, nil
}

func turns(p view.Plan) []turn {
	var all []turn
	for _, o := range p.Became {
		t := turn{Outcome: o, Mood: replies[parley.Response(o.What)]}
		for _, r := range p.Proposal.Responses {
			if r.Party == o.Party && string(r.Response) == o.What {
				t.Quote = r.Quote
			}
		}
		all = append(all, t)
	}
	return all
}
