package web

import (
	"cmp"
	"html/template"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// row is a line of the record as lists show it.
type row struct {
	view.Line
	Day      template.HTML // when it happened or, marked, was told
	What     string        // "meeting"
	Status   string        // "held"
	Mood     string        // the class of colour of the status
	Who      string        // those who act
	Whom     string        // to or with whom they do
	Sides    string        // for whom they act, where that says more
	About    string        // place, round, figures
	Before   string        // how it stood before
	Backing  string        // on how many sources it stands
	Evidence template.URL  // the piece with its sentences
	Open     template.URL  // this page with its sentences open
	Opened   *proven       // its sentences, where they are open
	Gone     bool          // no entry is there any more
}

// ID of the element that shows the row.
func (r row) Anchor() string { return "e-" + r.ID }

// statusMoods are the classes of colour of statuses.
var statusMoods = map[string]string{
	"held": "yes", "happened": "yes", "under-way": "yes", "ongoing": "yes", "planned": "dem", "proposed": "dem",
	"on-hold": "cond", "cancelled": "no", "denied": "no", "undecided": "unsure",
}

// rows are lines as lists show them; that which the reader has opened comes with
// its sentences.
func (v *visit) rows(lines []view.Line) ([]row, error) {
	rows := make([]row, len(lines))
	for i, line := range lines {
		rows[i] = v.row(line)
		if line.ID != v.params.Get("open") {
			continue
		}
		var err error
		if rows[i].Opened, err = v.proven(line.ID, fewDocuments); err != nil {
			return nil, err
		}
		rows[i].Opened = rows[i].Opened.first(fewSentences)
		rows[i].Open = v.here("open", "", "#", rows[i].Anchor())
	}
	return rows, nil
}

func (v *visit) row(line view.Line) row {
	r := row{
		Line: line, Day: dayShown(line.Start, line.End, line.Told), Backing: export.Backing(line.Entry),
		Evidence: v.link("/entries/" + url.PathEscape(line.ID) + "/evidence"), Open: v.here("open", line.ID, "#", "e-"+line.ID),
	}
	_, r.About = export.Saying(line.Entry, v.name)
	switch {
	case line.Meeting != nil:
		m := line.Meeting
		status := view.StatusOf(line.Entry, m.Status)
		r.What, r.Status, r.Mood = export.Kind(parley.Consult, m.Mode), export.StatusWords(status, line.Unconfirmed), statusMoods[status]
		r.Who, r.Sides = listed(m.Participants, v.name), listed(m.Parties, v.name)
		if r.Who == "" {
			r.Who, r.Sides = r.Sides, ""
		}
	case line.Event != nil:
		e := line.Event
		status := view.StatusOf(line.Entry, e.Status)
		r.What, r.Status, r.Mood = export.Kind(e.Type, e.Mode), export.StatusWords(status, line.Unconfirmed), statusMoods[status]
		r.Who, r.Whom = listed(e.Actors, v.name), listed(e.Recipients, v.name)
	case line.Position != nil:
		r.Day = toldShown(line.Told)
		r.What, r.Who, r.About = "position", v.name(line.Position.Party), listed(line.Position.Holders, itself)
	case line.Proposal != nil:
		r.What, r.Who, r.About = "proposal", line.Proposal.Name, ""
		if r.Words == r.Who {
			r.Words = ""
		}
		if by := listed(line.Proposal.By, v.name); by != "" {
			r.About = "by " + by
		}
	case line.Statement != nil:
		r.fillStatement(v)
	case line.Dispute != nil:
		r.What, r.Who = "dispute", line.Dispute.About
	}
	if line.Unconfirmed {
		r.Mood = "cond"
	}
	return r
}

// fillStatement says who speaks as whom, and by which words the text reports it.
func (r *row) fillStatement(v *visit) {
	s := r.Statement
	r.Day = toldShown(r.Told)
	r.What, r.Who, r.Words = "statement", s.Speaker, strings.Join(s.Content, " … ")
	if r.Who == "" {
		r.Who = s.SpeakerText
	}
	if s.Kind != parley.PersonSource && s.Kind != parley.BodySource {
		r.What = sourceKinds[s.Kind]
	}
	if side := v.name(s.Affiliation); side != r.Who {
		r.Sides = side
	}
	r.About = s.Cue
	if len(s.Via) > 0 {
		r.About = strings.TrimSpace(r.About + " (through " + export.Series(s.Via) + ")")
	}
	if s.Reason != "" {
		r.About += ", “" + s.Reason + "”"
	}
}

// dayShown writes a day; the year is marked, for lists that name it above to leave
// it out. A day that is only that of telling is marked too.
func dayShown(start, end parley.Date, told time.Time) template.HTML {
	from := start
	if from == "" {
		from = end
	}
	switch from.Granularity() {
	case parley.Day:
		return template.HTML(`<time datetime="` + string(from) + `">` + daysShown(from.First(), end) + inYear(end.Last(), from.First()) + `</time>`)
	case parley.Month:
		return template.HTML(`<time datetime="` + string(from) + `">` + from.First().Format("Jan") + inYear(from.First()) + `</time>`)
	case parley.Year:
		return template.HTML(`<time datetime="` + string(from) + `">` + string(from) + `</time>`)
	}
	if told.IsZero() {
		return undated
	}
	day := told.UTC().Format("2 Jan")
	return template.HTML(`<time class="told" datetime="` + told.UTC().Format("2006-01-02") + `" title="the day it was told; when it happened is not known">` + `~` + day + inYear(told) + `</time>`)
}

const undated = `<span class="undated">no date</span>`

// toldShown writes when something was told, for what has no day beside that.
func toldShown(told time.Time) template.HTML {
	if told.IsZero() {
		return undated
	}
	return template.HTML(`<time datetime="` + told.UTC().Format(time.RFC3339) + `">` + told.UTC().Format("2 Jan") + inYear(told) + `</time>`)
}

// inYear is the year of the first of some moments that is known.
func inYear(moments ...time.Time) string {
	at := cmp.Or(moments...)
	return `<span class="in-year"> ` + at.UTC().Format("2006") + `</span>`
}

func daysShown(from time.Time, end parley.Date) string {
	to := end.Last()
	switch {
	case end.Granularity() != parley.Day || !to.After(from):
		return from.Format("2 Jan")
	case to.Month() == from.Month() && to.Year() == from.Year():
		return from.Format("2") + "–" + to.Format("2 Jan")
	}
	return from.Format("2 Jan") + " – " + to.Format("2 Jan")
}

// month is the rows of one month.
type month struct {
	Month parley.Date // "2025-12"; "" for those without a day
	Name  string
	Rows  []row
}

// byMonth parts rows, which come in the order of their days, by month.
func byMonth(rows []row) []month {
	var all []month
	for _, r := range rows {
		m, name := monthOf(r)
		if len(all) == 0 || all[len(all)-1].Month != m {
			all = append(all, month{Month: m, Name: name})
		}
		last := &all[len(all)-1]
		last.Rows = append(last.Rows, r)
	}
	return slices.Clip(all)
}

func monthOf(r row) (parley.Date, string) {
	day := r.Start
	if day == "" {
		day = r.End
	}
	if day == "" {
		day = parley.DayOf(r.Told.UTC())
	}
	switch day.Granularity() {
	case parley.UnknownGranularity:
		return "", "No date"
	case parley.Year:
		return day, string(day)
	}
	return day[:len("2006-01")], day.First().Format("January 2006")
}
