package web

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"net/url"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// courseShown is the drawing of talks and pressure, and the table behind it.
type courseShown struct {
	Drawing template.HTML
	From    string
	To      string
	Lanes   []laneShown
	Weeks   []view.Week
	Empty   bool
	Crowded bool // a lane is summed up by day
}

// laneShown is what a lane holds or, where that is too much to be told apart, how
// much on each day.
type laneShown struct {
	Name string
	Rows []row
	Days []laneDay
}

// laneDay sums up a day of a crowded lane.
type laneDay struct {
	Day   parley.Date
	Count int
	Most  parley.Entry // that with the most sources
	Href  template.URL // what happened on the day
}

// mostMarks is how many entries a lane draws one by one.
const mostMarks = 60

// The measures of the drawing, in its own units.
const (
	courseWidth  = 1200.0
	courseLeft   = 118.0
	courseTop    = 26.0
	laneHeight   = 30.0
	tollHeight   = 54.0
	markSize     = 5.5
	markDistance = 9.0
	mostStacked  = 8 // marks of one day that are drawn beside each other
)

func (v *visit) courseShown(c view.Course) courseShown {
	shown := courseShown{From: export.Interval(c.First, ""), To: export.Interval(c.Last, ""), Empty: true}
	for _, lane := range c.Lanes {
		l := laneShown{Name: lane.Name}
		shown.Empty = shown.Empty && len(lane.Entries) == 0
		if len(lane.Entries) > mostMarks {
			l.Days, shown.Crowded = v.laneDays(lane.Entries), true
		} else {
			for _, e := range lane.Entries {
				l.Rows = append(l.Rows, v.row(view.Line{Entry: e}))
			}
		}
		shown.Lanes = append(shown.Lanes, l)
	}
	for _, w := range c.Weeks {
		if w.Attacks > 0 {
			shown.Weeks = append(shown.Weeks, w)
		}
	}
	d := courseDrawing{visit: v, course: c, first: c.First.First()}
	d.scale = (courseWidth - courseLeft - 8) / max(c.Last.First().Sub(d.first).Hours()/24, 1)
	shown.Drawing = d.draw(shown)
	return shown
}

// laneDays sums up entries, which come in the order of their days, by day.
func (v *visit) laneDays(entries []parley.Entry) []laneDay {
	var days []laneDay
	for _, e := range entries {
		on := laneDayOf(e)
		if n := len(days); n == 0 || days[n-1].Day != on {
			days = append(days, laneDay{Day: on, Most: e, Href: v.link("/timeline", "since", string(on), "until", string(on))})
		}
		day := &days[len(days)-1]
		day.Count++
		if e.Sources > day.Most.Sources {
			day.Most = e
		}
	}
	return days
}

// laneDayOf is the day on which the drawing shows an entry.
func laneDayOf(e parley.Entry) parley.Date {
	return cmp.Or(e.Start, e.End, parley.DayOf(e.Told.UTC()))
}

type courseDrawing struct {
	strings.Builder
	*visit
	course view.Course
	first  time.Time
	scale  float64 // units a day
}

func (d *courseDrawing) printf(format string, args ...any) { fmt.Fprintf(d, format, args...) }

func (d *courseDrawing) x(t time.Time) float64 {
	return courseLeft + d.scale*t.Sub(d.first).Hours()/24
}

func (d *courseDrawing) draw(shown courseShown) template.HTML {
	bottom := courseTop + laneHeight*float64(len(shown.Lanes)) + tollHeight
	d.printf(`<svg class="course" viewBox="%.0f 0 %.0f %.0f" role="group" aria-labelledby="course-title course-desc">`, courseLeft, courseWidth-courseLeft, bottom+22)
	d.printf(`<title id="course-title">Talks and pressure, %s to %s</title>`, shown.From, shown.To)
	d.printf(`<desc id="course-desc">%s</desc>`, template.HTMLEscapeString(d.describe()))
	d.axis(bottom)
	for i, lane := range shown.Lanes {
		y := courseTop + laneHeight*(float64(i)+.5)
		d.printf(`<path class="rule" d="M%.0f %.1fH%.0f"/>`, courseLeft, y, courseWidth)
		d.marks(lane.Rows, y)
		d.days(lane.Days, y)
	}
	d.toll(bottom)
	d.WriteString(`</svg>`)
	d.names(shown.Lanes, bottom)
	return template.HTML(d.String())
}

// names writes the names of the lanes in a drawing of their own, which stays where
// it is when a reader moves through the other.
func (d *courseDrawing) names(lanes []laneShown, bottom float64) {
	d.printf(`<svg class="course names" viewBox="0 0 %.0f %.0f" aria-hidden="true">`, courseLeft, bottom+22)
	for i, lane := range lanes {
		d.printf(`<text x="0" y="%.1f">%s</text>`, courseTop+laneHeight*(float64(i)+.5)+4, lane.Name)
	}
	d.printf(`<text x="0" y="%.1f">Reported killed</text><text class="when" x="0" y="%.1f">by week</text></svg>`, bottom-16, bottom-2)
}

// describe says in words what the drawing shows.
func (d *courseDrawing) describe() string {
	var parts []string
	for _, l := range d.course.Lanes {
		parts = append(parts, fmt.Sprintf("%s: %d", l.Name, len(l.Entries)))
	}
	return "One row for each kind of deed, one mark for each: " + strings.Join(parts, ", ") + ". Bars below count those reported killed in attacks, by week. The table below holds the same."
}

func (d *courseDrawing) axis(bottom float64) {
	last := d.course.Last.First()
	month := time.Date(d.first.Year(), d.first.Month(), 1, 0, 0, 0, 0, time.UTC)
	for ; !month.After(last); month = month.AddDate(0, 1, 0) {
		x := d.x(month)
		if month.Before(d.first) {
			if month.AddDate(0, 1, -10).Before(d.first) {
				continue // no room for its name
			}
			x = courseLeft
		} else {
			d.printf(`<path class="month" d="M%.1f 8V%.1f"/>`, x, bottom)
		}
		if courseWidth-x > 40 {
			d.printf(`<text class="when" x="%.1f" y="14">%s</text>`, x+5, month.Format("January"))
		}
	}
}

// marks draws what happened, those of one day side by side.
func (d *courseDrawing) marks(rows []row, y float64) {
	day, beside := parley.Date(""), 0
	for _, r := range rows {
		on := laneDayOf(r.Entry)
		if on != day {
			day, beside = on, 0
		}
		if beside++; beside > mostStacked || on.First().Before(d.first) {
			continue
		}
		x := d.x(on.First()) + markDistance*float64(beside-1)*.6
		d.printf(`<a href="%s"><title>%s</title>`, template.HTMLEscapeString(string(d.link("/entries/"+url.PathEscape(r.ID)))), template.HTMLEscapeString(export.Clean(markWords(r))))
		d.mark(r.Entry, markSize+math.Min(float64(r.Sources-1), 3)*.7, x, y)
		d.WriteString(`</a>`)
	}
}

// days draws how much there was on each day, and leads to it.
func (d *courseDrawing) days(days []laneDay, y float64) {
	for _, day := range days {
		if day.Day.First().Before(d.first) {
			continue
		}
		d.printf(`<a href="%s"><title>%s: %s</title>`, template.HTMLEscapeString(string(day.Href)), export.Interval(day.Day, ""), export.Counted(day.Count, "event"))
		d.mark(day.Most, markSize-2+math.Min(math.Sqrt(float64(day.Count)), 7)*.8, d.x(day.Day.First()), y)
		d.WriteString(`</a>`)
	}
}

func markWords(r row) string {
	return clipped(120, fmt.Sprintf("%s: %s%s", export.Interval(laneDayOf(r.Entry), r.End), export.Capitalised(r.What), export.IfSome(", ", r.Status))+export.IfSome(": ", r.Who)+export.IfSome(" → ", r.Whom))
}

// mark draws a meeting as a ring, filled where it was held and crossed where it
// fell through; other deeds as a stroke in the colour of their lane.
func (d *courseDrawing) mark(e parley.Entry, size, x, y float64) {
	if e.Meeting == nil && e.Event.Type != parley.Consult {
		d.printf(`<rect class="deed %s" x="%.1f" y="%.1f" width="5" height="%.1f" rx="1"/>`, strings.ToLower(string(e.Event.Type)), x-2.5, y-size-1, 2*size+2)
		return
	}
	status := ""
	if e.Meeting != nil {
		status = string(e.Meeting.Status)
	} else {
		status = string(e.Event.Status)
	}
	switch statusMoods[status] {
	case "yes":
		d.printf(`<circle class="held" cx="%.1f" cy="%.1f" r="%.1f"/>`, x, y, size)
	case "no", "cond":
		d.printf(`<circle class="off" cx="%.1f" cy="%.1f" r="%.1f"/><path class="off" d="M%.1f %.1fl%.1f %.1f"/>`, x, y, size-.8, x-size*.6, y+size*.6, size*1.2, -size*1.2)
	default:
		d.printf(`<circle class="plan" cx="%.1f" cy="%.1f" r="%.1f"/>`, x, y, size-.8)
	}
}

// toll draws those reported killed, by week.
func (d *courseDrawing) toll(bottom float64) {
	most := 1.0
	for _, w := range d.course.Weeks {
		most = max(most, w.Killed)
	}
	d.printf(`<path class="rule" d="M%.0f %.1fH%.0f"/>`, courseLeft, bottom, courseWidth)
	for _, w := range d.course.Weeks {
		if w.Killed == 0 {
			continue
		}
		monday := d.x(w.Monday.First())
		x := max(monday, courseLeft)
		width := max(min(monday+d.scale*7-3, courseWidth)-x, 1)
		height := (tollHeight - 18) * w.Killed / most
		d.printf(`<g><title>Week of %s: %.0f reported killed in %s</title><rect class="toll" x="%.1f" y="%.1f" width="%.1f" height="%.1f"/>`,
			export.Interval(w.Monday, ""), w.Killed, export.Counted(w.Attacks, "attack"), x, bottom-height, width, height)
		d.printf(`<text class="count" x="%.1f" y="%.1f">%.0f</text></g>`, x+width/2, bottom-height-4, w.Killed)
	}
}
