package web

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// proposalShown is a plan, with its versions beside each other where it has
// several.
type proposalShown struct {
	row
	Size     int // its number of points, where it has one version
	Versions []parley.Version
	Issues   []versionIssue // what the versions say on each issue
	Replies  []parley.Reply
	Words    string
}

// versionIssue is a row of the table of versions.
type versionIssue struct {
	Issue  parley.Issue
	Points [][]string // of each version
}

func proposals(v *visit) (leaf, error) {
	lines, err := view.Proposals(v.ctx, v.record, v.look)
	if err != nil {
		return leaf{}, err
	}
	slices.Reverse(lines)
	rows, err := v.rows(lines)
	if err != nil {
		return leaf{}, err
	}
	shown := make([]proposalShown, len(rows))
	for i, r := range rows {
		plan := r.Proposal
		shown[i] = proposalShown{row: r, Versions: plan.Versions, Replies: plan.Responses, Words: r.Words, Issues: byIssue(plan.Versions)}
		if len(plan.Versions) == 1 {
			shown[i].Versions, shown[i].Size = nil, plan.Versions[0].Size
		}
		if r.Words == plan.Name {
			shown[i].Words = ""
		}
	}
	return leaf{Title: "Proposals", Data: shown}, nil
}

func byIssue(versions []parley.Version) []versionIssue {
	var rows []versionIssue
	for n, version := range versions {
		for _, p := range version.Points {
			at := slices.IndexFunc(rows, func(r versionIssue) bool { return r.Issue == p.Issue })
			if at < 0 {
				at = len(rows)
				rows = append(rows, versionIssue{p.Issue, make([][]string, len(versions))})
			}
			rows[at].Points[n] = append(rows[at].Points[n], p.Quote)
		}
	}
	return rows
}
