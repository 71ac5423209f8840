package web

import (
	"html/template"
	"net/url"
	"slices"
	"strconv"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// matrixShown is where parties stand, an issue a row and a party a column.
type matrixShown struct {
	Parties []string
	Rows    []matrixRow
	Since   string // from when on a stance counts as moved
	Left    int    // issues that are left out
	All     template.URL
}

type matrixRow struct {
	Issue parley.Issue
	Cells []cellShown
}

// cellShown is a cell of the matrix.
type cellShown struct {
	*view.Cell
	Party string
	Mood  string
	Told  string // when it was first told
	Times string // how often it was voiced
	Odds  string // how many other stances voices of the party hold
	Moved bool
	Href  template.URL
}

// movedDays is for how long a stance that changed is marked as moved.
const movedDays = 30

// matrixShown lays a matrix out with at most so many issues, those on which most
// parties speak, and parties, those that speak on most; 0 means all.
func (v *visit) matrixShown(m view.Matrix, on parley.Date, issues, parties int) matrixShown {
	since := on.First().AddDate(0, 0, -movedDays)
	if v.look.Since != "" {
		since = v.look.Since.First()
	}
	shown := matrixShown{Parties: v.columns(m, parties), Since: export.Day(since), All: v.link("/positions")}
	for _, i := range m.Issues {
		row := matrixRow{Issue: i}
		speak := 0
		for _, party := range shown.Parties {
			c := cellShown{Party: party, Cell: m.Cell(party, i)}
			if c.Cell != nil {
				speak++
				v.fill(&c)
				c.Moved = c.Change != "" && !c.Since.Before(since)
			}
			row.Cells = append(row.Cells, c)
		}
		if speak > 0 {
			shown.Rows = append(shown.Rows, row)
		}
	}
	if issues > 0 && len(shown.Rows) > issues {
		shown.Left = len(shown.Rows) - issues
		shown.Rows = mostSpoken(shown.Rows, issues)
	}
	return shown
}

// columns are the parties of the dossier that speak, then those that speak on
// most issues.
func (v *visit) columns(m view.Matrix, most int) []string {
	first := slices.DeleteFunc(slices.Clone(v.dossier.Parties), func(p string) bool { return !slices.Contains(m.Parties, p) })
	for _, p := range m.Parties {
		if !slices.Contains(first, p) {
			first = append(first, p)
		}
	}
	if most > 0 && len(first) > most {
		first = first[:most]
	}
	return first
}

func (v *visit) fill(c *cellShown) {
	c.Mood, c.Told, c.Href = moods[c.Stance], export.Day(c.Since), v.cellLink(c.Cell.Party, c.Issue)
	if c.Repeated > 1 {
		c.Times = "×" + strconv.Itoa(c.Repeated)
	}
	if n := len(c.Others); n > 0 {
		c.Odds = "+" + strconv.Itoa(n)
	}
}

func (v *visit) cellLink(party string, issue parley.Issue) template.URL {
	return v.link("/positions/" + url.PathEscape(party) + "/" + url.PathEscape(string(issue)))
}

// mostSpoken keeps the rows with the most cells, in their order.
func mostSpoken(rows []matrixRow, n int) []matrixRow {
	speak := func(r matrixRow) int {
		count := 0
		for _, c := range r.Cells {
			if c.Cell != nil {
				count++
			}
		}
		return count
	}
	ranked := slices.Clone(rows)
	slices.SortStableFunc(ranked, func(a, b matrixRow) int { return speak(b) - speak(a) })
	least := ranked[:n]
	return slices.DeleteFunc(slices.Clone(rows), func(r matrixRow) bool {
		return !slices.ContainsFunc(least, func(k matrixRow) bool { return k.Issue == r.Issue })
	})
}

// matrixPage is the whole matrix, and the days on which it changed.
type matrixPage struct {
	Matrix  matrixShown
	On      parley.Date
	Changes []choice
}

// mostChanges is how many of the days on which a party moved are offered.
const mostChanges = 24

// changesBack are how many days back they are looked for, until there are as many;
// 0 is from the first: a party of a long record has taken stances without number.
var changesBack = []int{92, 731, 0}

func matrix(v *visit) (leaf, error) {
	look := v.look
	look.Until = v.lastDay()
	m, err := view.MatrixOf(v.ctx, v.record, look)
	if err != nil {
		return leaf{}, err
	}
	p := matrixPage{Matrix: v.matrixShown(m, look.Until, 0, 0), On: look.Until}
	p.Changes, err = v.changeDays()
	return leaf{Title: "Positions", Data: p}, err
}

// changeDays lead to the matrix at the end of each of the last days on which a
// party moved.
func (v *visit) changeDays() ([]choice, error) {
	var days []parley.Date
	for _, back := range changesBack {
		look := view.Look{Dossier: v.dossier.ID}
		if back > 0 {
			look.Since = v.window(back).Since
		}
		var err error
		if days, err = view.MoveDays(v.ctx, v.record, look); err != nil {
			return nil, err
		}
		if len(days) >= mostChanges {
			break
		}
	}
	days = days[max(len(days)-mostChanges, 0):]
	all := make([]choice, len(days))
	for i, day := range days {
		all[i] = choice{v.here("as-of", string(day)), export.Interval(day, ""), day == v.asOf}
	}
	return all, nil
}
