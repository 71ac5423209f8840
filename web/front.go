package web

import (
	"html/template"
	"net/url"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// frontPage is what an editor looks at in the morning.
type frontPage struct {
	State    stateShown
	Since    string // from when the changes are
	Visit    string // when the reader looked last; "" on the first visit
	Fresh    bool   // the changes are those since then
	Changed  []news
	Left     int
	Next     []diaryLine
	Held     []diaryLine
	Matrix   matrixShown
	Course   courseShown
	Disputes []disputeShown
	// MoreDisputes is how many others were told of in that time.
	MoreDisputes int
}

// news is a line of what changed.
type news struct {
	row
	Tag   string // new, moved, disputed, not confirmed, "was planned"
	Mood  string
	Shift string // what it said before and says now
}

const (
	frontDays     = 7  // that changes look back where the reader comes for the first time
	frontLines    = 9  // of what changed
	frontDisputes = 4  // that are open
	frontDiary    = 6  // meetings to come, and as many that were held
	courseDays    = 92 // that talks and pressure are drawn over
	frontIssues   = 8  // rows of the matrix
)

func front(v *visit) (leaf, error) {
	var p frontPage
	for _, fill := range []func(*visit) error{p.changes, p.sinceLastVisit, p.open, p.stand, p.draw} {
		if err := fill(v); err != nil {
			return leaf{}, err
		}
	}
	return leaf{Title: "Front", Data: p}, nil
}

// changes fills the state of the talks, what changed, is next and is disputed from
// the brief.
func (p *frontPage) changes(v *visit) error {
	b, err := view.BriefOf(v.ctx, v.record, v.window(frontDays), frontLines)
	if err != nil {
		return err
	}
	p.State = v.stateShown(b.State)
	p.Since = export.Day(b.Since)
	p.Left = b.Left.Changed + b.Left.Moved
	for _, n := range b.Moved {
		p.Changed = append(p.Changed, v.news(n, "moved", "dem"))
	}
	for i := len(b.Changed) - 1; i >= 0; i-- {
		p.Changed = append(p.Changed, v.changed(b.Changed[i]))
	}
	p.Changed = p.Changed[:min(len(p.Changed), frontLines)]
	var disputed []view.Dispute
	for _, n := range b.Disputes[max(len(b.Disputes)-frontDisputes, 0):] {
		disputed = append(disputed, view.Dispute{ID: n.ID, About: n.Dispute.About, Entry: n.Dispute.Entry, Field: n.Dispute.Field, Accounts: n.Dispute.Accounts, Words: n.Words})
	}
	if p.Disputes, err = v.disputesShown(disputed, mostAccounts); err != nil {
		return err
	}
	slices.Reverse(p.Disputes)
	p.MoreDisputes = len(b.Disputes) - len(p.Disputes) + b.Left.Disputes
	for _, n := range b.Next {
		p.Next = append(p.Next, v.diaryLine(n.Line))
	}
	p.Next = p.Next[:min(len(p.Next), frontDiary)]
	return nil
}

// open brings the sentences of the line that the reader has opened.
func (p *frontPage) open(v *visit) error {
	for i := range p.Changed {
		n := &p.Changed[i]
		if n.ID != v.params.Get("open") {
			continue
		}
		opened, err := v.proven(n.ID, fewDocuments)
		if err != nil {
			return err
		}
		n.Opened, n.Open = opened.first(fewSentences), v.here("open", "", "#", n.Anchor())
	}
	return nil
}

func (v *visit) changed(n view.News) news {
	switch {
	case n.Before != "":
		r := v.row(n.Line)
		return v.news(n, "now "+r.Status, r.Mood)
	case n.Unconfirmed:
		return v.news(n, "not confirmed", "cond")
	}
	return v.news(n, "new", "yes")
}

func (v *visit) news(n view.News, tag, mood string) news {
	r := v.row(n.Line)
	r.Before = strings.ReplaceAll(n.Before, "-", " ")
	return news{row: r, Tag: tag, Mood: mood}
}

// stand fills the matrix, with the issues on which most parties speak.
func (p *frontPage) stand(v *visit) error {
	look := v.look
	look.Until = v.lastDay()
	m, err := view.MatrixOf(v.ctx, v.record, look)
	if err != nil {
		return err
	}
	p.Matrix = v.matrixShown(m, look.Until, frontIssues, frontParties)
	return nil
}

const frontParties = 6

func (p *frontPage) draw(v *visit) error {
	c, err := view.CourseOf(v.ctx, v.record, v.window(courseDays))
	if err != nil {
		return err
	}
	p.Course = v.courseShown(c)
	talks := c.Lanes[0].Entries
	for i := len(talks) - 1; i >= 0 && len(p.Held) < frontDiary; i-- {
		if m := talks[i].Meeting; m != nil && (m.Status == parley.Happened || m.Status == parley.Ongoing) {
			p.Held = append(p.Held, v.diaryLine(view.Line{Entry: talks[i]}))
		}
	}
	return nil
}

// diaryLine is a meeting as the front shows it.
type diaryLine struct {
	row
	Href template.URL
}

func (v *visit) diaryLine(l view.Line) diaryLine {
	line := diaryLine{v.row(l), v.link("/entries/" + url.PathEscape(l.ID))}
	if l.Start == "" && l.End == "" && statusMoods[string(l.Meeting.Status)] != "yes" { // the day of its telling would be taken for its own
		line.Day = undated
		if !l.Told.IsZero() {
			line.About = strings.TrimPrefix(line.About+" · told "+l.Told.UTC().Format("2 Jan"), " · ")
		}
	}
	return line
}
