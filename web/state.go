package web

import (
	"html/template"
	"net/url"
	"slices"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// stateShown is the state of the talks in a line, with its reasons.
type stateShown struct {
	view.State
	Trend   string // forward, back, level: the class and the drawing
	Says    string // what the drawing says
	Line    string
	Forward []reason
	Back    []reason
}

// reason is one thing that leads on or back.
type reason struct {
	Words string
	Href  template.URL
}

var trends = map[int]struct{ class, says string }{
	1: {"forward", "moving forward"}, -1: {"back", "moving back"}, 0: {"level", "neither forward nor back"},
}

// mostReasons is how many reasons are given on each side.
const mostReasons = 3

func (v *visit) stateShown(s view.State) stateShown {
	t := trends[s.Trend]
	shown := stateShown{State: s, Trend: t.class, Says: t.says, Line: export.StateLine(s, v.name)}
	shown.Forward = v.reasons(slices.DeleteFunc(slices.Clone(s.Forward), func(l view.Line) bool { return s.Last != nil && l.ID == s.Last.ID })) // the line tells of it
	shown.Back = v.reasons(s.Back)
	return shown
}

func (v *visit) reasons(lines []view.Line) []reason {
	var all []reason
	for _, l := range lines[:min(len(lines), mostReasons)] {
		all = append(all, reason{clipped(140, export.Reason(l, v.name)), v.link("/entries/" + url.PathEscape(l.ID))})
	}
	return all
}
