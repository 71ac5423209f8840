package web

import (
	"strconv"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// newsPage is what the record says otherwise than at a moment.
type newsPage struct {
	Since parley.Date
	When  string // since when
	Parts []newsPart
	Left  int
}

type newsPart struct {
	Title string
	News  []news
}

// changeMoods are the classes of colour of kinds of change.
var changeMoods = map[string]string{view.New: "yes", view.Confirmed: "yes", view.Changed: "dem", view.Disputed: "no", view.Withdrawn: "unsure"}

const (
	changesDays = 7   // that the page looks back where nobody says
	mostNews    = 300 // lines of the page
)

// changesAfter is the moment that the reader asks for: a place in the journal, a
// day, or a week before the last document was taken in.
func (v *visit) changesAfter() (store.Moment, error) {
	if after := v.params.Get("after"); after != "" {
		n, err := strconv.ParseInt(after, 10, 64)
		if err != nil || n < 0 {
			return store.Moment{}, &parley.Error{Kind: parley.Invalid, Subject: "after", Problem: "it is no place in the journal", Mend: "leave it out"}
		}
		return store.Moment{N: n}, nil
	}
	at := v.look.Since.First()
	if v.look.Since == "" {
		at = v.extent.Kept.AddDate(0, 0, -changesDays).Truncate(24 * time.Hour)
	}
	return store.Moment{At: at}, nil
}

func (v *visit) changes() ([]view.Change, error) {
	if v.asOf != "" {
		return nil, &parley.Error{Kind: parley.Invalid, Subject: "as-of", Problem: "what changed goes by when things were taken in, not by when they were told", Mend: "look from now"}
	}
	after, err := v.changesAfter()
	if err != nil {
		return nil, err
	}
	return view.Changes(v.ctx, v.Record, v.look, after)
}

func changes(v *visit) (leaf, error) {
	found, err := v.changes()
	if err != nil {
		return leaf{}, err
	}
	after, err := v.changesAfter()
	if err != nil {
		return leaf{}, err
	}
	p := newsPage{Since: parley.DayOf(after.At)}
	if !after.At.IsZero() {
		p.When = export.Day(after.At)
	}
	p.Left = max(len(found)-mostNews, 0)
	for _, c := range found[:len(found)-p.Left] {
		if len(p.Parts) == 0 || p.Parts[len(p.Parts)-1].Title != export.ChangeTitle(c.Change) {
			p.Parts = append(p.Parts, newsPart{Title: export.ChangeTitle(c.Change)})
		}
		part := &p.Parts[len(p.Parts)-1]
		part.News = append(part.News, v.change(c))
	}
	return leaf{Title: "Changes", Data: p}, nil
}

// change is a change as lists of news show it.
func (v *visit) change(c view.Change) news {
	if c.Change == view.Withdrawn {
		return news{row: row{Line: c.Line, Day: dayShown(c.Start, c.End, c.Told), What: string(c.Kind), Who: export.WhoWere(c, v.name), About: export.Why(c), Gone: true}, Tag: c.Change, Mood: changeMoods[c.Change], Shift: export.Shifted(c, v.name)}
	}
	return news{row: v.row(c.Line), Tag: c.Change, Mood: changeMoods[c.Change], Shift: export.Shifted(c, v.name)}
}

// sinceLastVisit fills what changed since the reader looked last; where nothing
// did, the page shows the last days.
func (p *frontPage) sinceLastVisit(v *visit) error {
	if v.seen.N == 0 || v.asOf != "" {
		return nil
	}
	found, err := view.Changes(v.ctx, v.Record, v.look, v.seen)
	if err != nil {
		return err
	}
	p.Visit = export.Moment(v.seen.At.Truncate(time.Minute))
	var shown []news
	for _, c := range found {
		if c.Kind != parley.StatementEntry {
			shown = append(shown, v.change(c))
		}
	}
	if len(shown) > 0 {
		p.Fresh = true
		p.Left = len(found) - min(len(shown), frontLines)
		p.Changed = shown[:min(len(shown), frontLines)]
	}
	return nil
}
