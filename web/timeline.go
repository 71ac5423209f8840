package web

import (
	"slices"
	"strconv"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// timelinePage is what happened, by month and day, the latest first.
type timelinePage struct {
	Sieve    view.Sieve
	Sources  string
	Since    parley.Date
	Until    parley.Date
	Months   []month
	Types    []option
	Statuses []option
	Counts   []option
	Years    barsShown
	Filtered bool
	Next     choice // the lines that this page leaves out
	More     choice // earlier days
}

// option is one of a list to choose from.
type option struct {
	Value, Label string
	Chosen       bool
}

// timelineAPage is how many lines a page holds.
const timelineAPage = 120

// timelineDays is how far a timeline looks back where the reader does not say.
const timelineDays = 45

func timeline(v *visit) (leaf, error) {
	p := timelinePage{Sieve: v.sieve()}
	look := v.timelineLook()
	p.Since, p.Until = look.Since, look.Until
	lines, err := v.sieved(look)
	if err != nil {
		return leaf{}, err
	}
	lines, p.Next, err = paged(v, latestFirst(lines), timelineAPage, "line")
	if err != nil {
		return leaf{}, err
	}
	rows, err := v.rows(lines)
	if err != nil {
		return leaf{}, err
	}
	p.Months = byMonth(rows)
	p.options()
	p.Filtered = p.Sieve != (view.Sieve{})
	months, err := v.months()
	if err != nil {
		return leaf{}, err
	}
	p.Years = v.barsShown(months, look)
	if v.params.Get("since") == "" && p.Next.Href == "" {
		earlier := parley.DayOf(p.Since.First().AddDate(0, 0, -timelineDays))
		p.More = choice{Href: v.here("since", string(earlier)), Label: "Earlier, from " + export.Interval(earlier, "")}
	}
	return leaf{Title: "Timeline", Data: p}, nil
}

// months count what happened in each.
func (v *visit) months() ([]store.Month, error) {
	if v.asOf == "" {
		return v.sums.monthsOf(v.ctx, v.Record, v.dossier.ID)
	}
	return v.record.Months(v.ctx, store.EntryFilter{Kinds: happenings, Dossier: v.dossier.ID})
}

// timelineLook is the time that the reader asks for or, where that is open, the
// last weeks and what is to come.
func (v *visit) timelineLook() view.Look {
	look := v.look
	if look.Since == "" && look.Until == "" {
		look.Since = v.window(timelineDays).Since
	}
	return look
}

func (v *visit) sieve() view.Sieve {
	n, err := strconv.Atoi(v.params.Get("sources"))
	if err != nil {
		n = 0
	}
	return view.Sieve{Actor: v.params.Get("actor"), Type: v.params.Get("type"), Status: v.params.Get("status"), Place: v.params.Get("place"), Sources: n}
}

func (v *visit) sieved(look view.Look) ([]view.Line, error) {
	lines, err := view.Timeline(v.ctx, v.record, look)
	return v.sieve().Keep(lines), err
}

// timelineList is all that the filter passes, in the order of its days.
func timelineList(v *visit) ([]view.Line, error) { return v.sieved(v.look) }

// latestFirst turns the order of lines round; those without a day stay last.
func latestFirst(lines []view.Line) []view.Line {
	dated := len(lines)
	for dated > 0 && lines[dated-1].Start == "" && lines[dated-1].End == "" && lines[dated-1].Told.IsZero() {
		dated--
	}
	slices.Reverse(lines[:dated])
	return lines
}

func (p *timelinePage) options() {
	for _, t := range parley.EventTypes {
		if t != parley.Propose { // told apart as proposals
			p.Types = append(p.Types, option{string(t), export.Kind(t, ""), p.Sieve.Type == string(t)})
		}
	}
	for _, kind := range []parley.EntryKind{parley.ProposalEntry, parley.PositionEntry} {
		p.Types = append(p.Types, option{string(kind), string(kind), p.Sieve.Type == string(kind)})
	}
	for _, s := range parley.Statuses {
		p.Statuses = append(p.Statuses, option{string(s), export.StatusWords(string(s), false), p.Sieve.Status == string(s)})
	}
	p.Statuses = append(p.Statuses, option{"unconfirmed", "not confirmed", p.Sieve.Status == "unconfirmed"})
	for n := 2; n <= 4; n++ {
		p.Counts = append(p.Counts, option{strconv.Itoa(n), export.Counted(n, "source") + " or more", p.Sieve.Sources == n})
	}
}
