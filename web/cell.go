package web

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// cellPage is the history of one party's stance on one issue.
type cellPage struct {
	Party, Shown string
	Issue        parley.Issue
	Rows         []row // the latest first
	Drawing      template.HTML
	Back         template.URL
}

func cell(v *visit) (leaf, error) {
	p := cellPage{Party: v.request.PathValue("party"), Issue: parley.Issue(v.request.PathValue("issue")), Back: v.link("/positions")}
	p.Shown = v.name(p.Party)
	lines, err := view.History(v.ctx, v.record, v.look, p.Party, p.Issue)
	if err != nil {
		return leaf{}, err
	}
	if len(lines) == 0 {
		return leaf{}, &parley.Error{Kind: parley.NotFound, Subject: p.Shown + " on " + export.IssueWords(p.Issue), Problem: "the record holds no stance", Mend: "choose a cell of the matrix"}
	}
	p.Drawing = v.drawLadder(lines)
	slices.Reverse(lines)
	if p.Rows, err = v.rows(lines); err != nil {
		return leaf{}, err
	}
	return leaf{Title: p.Shown + " on " + export.IssueWords(p.Issue), Data: p}, nil
}

// The measures of the ladder, in its own units.
const (
	ladderWidth = 1200.0
	ladderLeft  = 104.0
	ladderTop   = 14.0
	ladderRung  = 22.0
)

// drawLadder draws the stances over time: one rung for each stance that occurs,
// the most forthcoming on top, and a bar for as long as it stood.
func (v *visit) drawLadder(lines []view.Line) template.HTML {
	rungs := slices.DeleteFunc(slices.Clone(parley.Stances), func(s parley.Stance) bool {
		return !slices.ContainsFunc(lines, func(l view.Line) bool { return l.Position.Stance == s })
	})
	first, end := lines[0].Told, v.look.Today.First().AddDate(0, 0, 1)
	if first.IsZero() || !end.After(first) || len(lines) < 2 {
		return ""
	}
	x := func(t time.Time) float64 {
		return ladderLeft + (ladderWidth-ladderLeft-6)*min(max(t.Sub(first).Hours()/end.Sub(first).Hours(), 0), 1)
	}
	bottom := ladderTop + ladderRung*float64(len(rungs))
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="ladder" viewBox="0 0 %.0f %.0f" role="group" aria-labelledby="ladder-title ladder-desc"><title id="ladder-title">Stances over time</title>`, ladderWidth, bottom+22)
	fmt.Fprintf(&b, `<desc id="ladder-desc">%s, from %s to %s, each as long as it stood. The list below holds the same.</desc>`, export.Counted(len(lines), "stance"), export.Day(first), export.Interval(v.look.Today, ""))
	for i, s := range rungs {
		y := ladderTop + ladderRung*(float64(i)+.5)
		fmt.Fprintf(&b, `<path class="rule" d="M%.0f %.1fH%.0f"/><text x="0" y="%.1f">%s</text>`, ladderLeft, y, ladderWidth, y+4, strings.ReplaceAll(string(s), "-", " "))
	}
	for _, l := range lines {
		until := l.Position.Until
		if until.IsZero() || until.After(end) {
			until = end
		}
		y := ladderTop + ladderRung*(float64(slices.Index(rungs, l.Position.Stance))+.5)
		fmt.Fprintf(&b, `<rect class="stood %s" x="%.1f" y="%.1f" width="%.1f" height="10" rx="2"><title>%s, from %s</title></rect>`, moods[l.Position.Stance], x(l.Told), y-5, max(x(until)-x(l.Told)-1, 4), l.Position.Stance, export.Day(l.Told))
	}
	fmt.Fprintf(&b, `<text class="when" x="%.1f" y="%.1f">%s</text><text class="when" x="%.1f" y="%.1f" text-anchor="end">%s</text></svg>`, ladderLeft, bottom+16, export.Day(first), ladderWidth-6, bottom+16, export.Interval(v.look.Today, ""))
	return template.HTML(b.String())
}
