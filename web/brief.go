package web

import (
	"html/template"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// briefPage is a brief to be printed: dated, with its sources as notes.
type briefPage struct {
	Title, From string
	// State is how the talks stand, Trend how its Arrow was counted.
	State        *stateShown
	Arrow, Trend string
	Since        parley.Date
	Until        parley.Date
	Parts        []briefPart
	Notes        []noteLine
	Read         string
}

type briefPart struct {
	Title string
	Lines []briefLine
	None  string
	Left  int
}

type briefLine struct {
	row
	When  string
	Cited []int
}

// noteLine is a source in the notes.
type noteLine struct {
	Number   int
	Citation string
	Href     template.URL
}

// briefLines is how many lines each part holds where the reader does not say.
const briefLines = 20

func (v *visit) brief() (view.Brief, error) {
	n, err := v.count("lines", 1, briefLines)
	if err != nil {
		return view.Brief{}, err
	}
	look := v.look
	if look.TrendDays, err = v.count("days", 0, 0); err != nil {
		return view.Brief{}, err
	}
	if look.Until == "" {
		look.Until = v.lastDay()
	}
	return view.BriefOf(v.ctx, v.record, look, n)
}

func brief(v *visit) (leaf, error) {
	b, err := v.brief()
	if err != nil {
		return leaf{}, err
	}
	return v.briefShown(b)
}

// briefShown is a brief as its page shows it.
func (v *visit) briefShown(b view.Brief) (leaf, error) {
	p := briefPage{Read: export.Interval(v.read(), ""), Since: parley.DayOf(b.Since), Until: parley.DayOf(b.Until.AddDate(0, 0, -1))}
	p.Title, p.From = export.BriefTitle(b)
	if b.State.On != "" {
		shown := v.stateShown(b.State)
		p.State, p.Arrow, p.Trend = &shown, export.Arrow(b.State), export.TrendInWords(b.State)
	}
	note := map[string]int{}
	for _, part := range export.BriefParts(b) {
		shown := briefPart{Title: part.Title, None: part.None, Left: part.Left}
		for _, n := range part.News {
			line := briefLine{row: v.news(n, "", "").row, When: export.When(n.Entry)}
			for _, s := range n.From {
				if note[s.Document] == 0 {
					note[s.Document] = len(p.Notes) + 1
					p.Notes = append(p.Notes, noteLine{len(p.Notes) + 1, export.Citation(s, v.read()), v.documentLink(s.Document)})
				}
				line.Cited = append(line.Cited, note[s.Document])
			}
			shown.Lines = append(shown.Lines, line)
		}
		p.Parts = append(p.Parts, shown)
	}
	return leaf{Title: p.Title, Data: p}, nil
}
