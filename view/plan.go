package view

import (
	"context"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Plan is a proposal with its versions compared, what the parties say on its
// points, and what has become of it.
type Plan struct {
	Line
	Points []PlanPoint `json:"points"`
	// Became tells what has become of it, in the order in which it did.
	Became []Outcome `json:"became"`
}

// PlanPoint is what the versions of a plan say on one issue.
type PlanPoint struct {
	Issue parley.Issue `json:"issue"`
	// Wordings are those of each version, none where it says nothing.
	Wordings [][]string `json:"wordings"`
	// Fate is how the last version stands to the one before on this issue: kept,
	// added, dropped or changed; "" where there is one version, or where no point
	// of either is told.
	Fate string `json:"fate,omitempty"`
	// Stands are where the parties stand on the issue, by what they said from
	// when the plan was first told on.
	Stands []Stand `json:"stands"`
}

// Stand is a party's stance on a point.
type Stand struct {
	Party  string        `json:"party"`
	Stance parley.Stance `json:"stance"`
	Holder string        `json:"holder,omitempty"`
	Told   time.Time     `json:"told,omitzero"`
	Entry  string        `json:"entry"`
}

// Outcome is something that became of a plan.
type Outcome struct {
	// What is "amended", or a party's reply.
	What  string    `json:"what"`
	Party string    `json:"party,omitempty"` // who replied
	Name  string    `json:"name,omitempty"`  // of the new version
	Told  time.Time `json:"told,omitzero"`
}

// Plans are the proposals told within the look, in the order in which they were
// told.
func Plans(ctx context.Context, r store.Reader, look Look) ([]Plan, error) {
	lines, err := Proposals(ctx, r, look)
	if err != nil {
		return nil, err
	}
	matrix, err := MatrixOf(ctx, r, look)
	if err != nil {
		return nil, err
	}
	plans := make([]Plan, len(lines))
	for i, line := range lines {
		plans[i] = Plan{Line: line, Points: pointsAcross(line, matrix), Became: outcomes(line.Proposal)}
	}
	return plans, nil
}

// pointsAcross lines the points of a plan's versions up by issue.
func pointsAcross(line Line, matrix Matrix) []PlanPoint {
	points := []PlanPoint{}
	versions := line.Proposal.Versions
	for n, version := range versions {
		for _, p := range version.Points {
			at := slices.IndexFunc(points, func(o PlanPoint) bool { return o.Issue == p.Issue })
			if at < 0 {
				at = len(points)
				points = append(points, PlanPoint{Issue: p.Issue, Wordings: make([][]string, len(versions)), Stands: standsOn(p.Issue, line.Told, matrix)})
			}
			points[at].Wordings[n] = append(points[at].Wordings[n], p.Quote)
		}
	}
	if n := len(versions); n > 1 && len(versions[n-1].Points) > 0 && len(versions[n-2].Points) > 0 {
		for i := range points {
			points[i].Fate = fateOf(points[i].Wordings)
		}
	}
	return points
}

// fateOf compares what the last two versions say on an issue.
func fateOf(wordings [][]string) string {
	n := len(wordings)
	before, last := wordings[n-2], wordings[n-1]
	switch {
	case len(before) == 0 && len(last) == 0:
		return "dropped"
	case len(before) == 0:
		return "added"
	case len(last) == 0:
		return "dropped"
	case slices.Equal(before, last):
		return "kept"
	}
	return "changed"
}

// daysAnswered is how long after a plan was first told a stance on one of its
// issues may be an answer to it.
const daysAnswered = 45

// standsOn are the parties' own stances on an issue that were taken when the plan
// was told or soon after.
func standsOn(issue parley.Issue, since time.Time, matrix Matrix) []Stand {
	stands := []Stand{}
	for _, party := range matrix.Parties {
		c := matrix.Cell(party, issue)
		if c == nil || !c.Own || c.Since.Before(since) || c.Since.After(since.AddDate(0, 0, daysAnswered)) {
			continue
		}
		stands = append(stands, Stand{Party: party, Stance: c.Stance, Holder: c.Holder, Told: c.Since, Entry: c.Entry})
	}
	return stands
}

// outcomes are a plan's amendments and each party's replies.
func outcomes(p *parley.Plan) []Outcome {
	found := []Outcome{}
	for _, v := range p.Versions[min(1, len(p.Versions)):] {
		found = append(found, Outcome{What: "amended", Name: v.Name, Told: v.Told})
	}
	for _, r := range p.Answers {
		found = append(found, Outcome{What: string(r.Response), Party: r.Party, Told: r.Told})
	}
	slices.SortStableFunc(found, func(a, b Outcome) int { return a.Told.Compare(b.Told) })
	return found
}
