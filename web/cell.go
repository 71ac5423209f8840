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

// ladderWidth is the width of the ladder, in its own units.
const ladderWidth = 1000.0

// drawLadder draws the stances over time: one rung for each stance that occurs,
// the most forthcoming on top, and a bar for as long as it stood.
func (v *visit) drawLadder(lines []view.Line) template.HTML {
	first, end := lines[0].Told, v.look.Today.First().AddDate(0, 0, 1)
	if first.IsZero() || !end.After(first) || len(lines) < 2 {
		return ""
	}
	x := func(t time.Time) float64 {
		return ladderWidth * min(max(t.Sub(first).Hours()/end.Sub(first).Hours(), 0), 1)
	}
	from, to := export.Day(first), export.Interval(v.look.Today, "")
	var b strings.Builder
	fmt.Fprintf(&b, `<div class="ladder" role="group" aria-label="Stances over time: %s, from %s to %s. The list below holds the same.">`, export.Counted(len(lines), "stance"), from, to)
	for _, s := range parley.Stances {
		standing := slices.DeleteFunc(slices.Clone(lines), func(l view.Line) bool { return l.Position.Stance != s })
		if len(standing) == 0 {
			continue
		}
		fmt.Fprintf(&b, `<p>%s</p><svg viewBox="0 0 %.0f 10" preserveAspectRatio="none"><title>%s</title><desc>A bar for each time that the stance stood.</desc>`, strings.ReplaceAll(string(s), "-", " "), ladderWidth, s)
		for _, l := range standing {
			until := l.Position.Until
			if until.IsZero() || until.After(end) {
				until = end
			}
			fmt.Fprintf(&b, `<rect class="stood %s" x="%.1f" width="%.1f" height="10"><title>%s, from %s</title></rect>`, moods[s], x(l.Told), max(x(until)-x(l.Told)-1, 4), s, export.Day(l.Told))
		}
		b.WriteString(`</svg>`)
	}
	fmt.Fprintf(&b, `<p class="ends"><span>%s</span><span>%s</span></p></div>`, from, to)
	return template.HTML(b.String())
}
