package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// BriefPart is a section of a brief.
type BriefPart struct {
	Title string
	News  []view.News
	None  string // what it says where there is none
	Left  int    // how many more there are
}

// BriefParts are the sections of a brief in their order.
func BriefParts(b view.Brief) []BriefPart {
	dated := slices.IndexFunc(b.Next, func(n view.News) bool { return n.Start == "" })
	if dated < 0 {
		dated = len(b.Next)
	}
	parts := []BriefPart{
		{"What changed", b.Changed, "Nothing new was told.", b.Left.Changed},
		{"What is next", b.Next[:dated], "No meeting has a day.", b.Left.Next},
	}
	if dated < len(b.Next) {
		parts = append(parts, BriefPart{Title: "Planned or on hold, on no day", News: b.Next[dated:]})
	}
	return append(parts,
		BriefPart{"Who moved", b.Moved, "No party moved.", b.Left.Moved},
		BriefPart{"What is disputed", b.Disputes, "No new dispute.", b.Left.Disputes},
	)
}

// BriefTitle names the brief and the time that it covers, and says from how much it
// was made.
func BriefTitle(b view.Brief) (title, from string) {
	if b.Until.IsZero() {
		return "Brief", "the record has no dated document"
	}
	title = "Brief, " + Interval(parley.DayOf(b.Since), parley.DayOf(b.Until.AddDate(0, 0, -1)))
	from = Counted(b.Documents, "document")
	if b.Outlets > 0 {
		from += " from " + Counted(b.Outlets, "outlet")
	}
	return title, from + " (~: day told)"
}

// Brief prints a brief for a terminal.
func Brief(w io.Writer, paper Paper, b view.Brief) error {
	p := newPage(w, paper)
	title, from := BriefTitle(b)
	p.heading(title, from)
	p.state(b.State)
	for _, part := range BriefParts(b) {
		p.gap()
		p.heading(part.Title, "")
		for _, n := range part.News {
			p.news(n)
		}
		p.nothing(len(part.News), part.None)
		if part.Left > 0 {
			p.row(2, cell{text: styled(Dim, "and "+Counted(part.Left, "more line")+" (--lines shows them)")})
		}
	}
	return p.err
}

// Arrow is the sign of a trend: up, down or level; "" where it is not counted.
func Arrow(s view.State) string {
	if !s.Counted {
		return ""
	}
	return map[int]string{1: "↑", -1: "↓", 0: "→"}[s.Trend]
}

// TrendInWords says how a trend was counted.
func TrendInWords(s view.State) string {
	over := fmt.Sprintf("in the last %d days", s.Days)
	if !s.Counted {
		return "no arrow: fewer than two independent sources tell of anything that leads on or back " + over
	}
	return fmt.Sprintf("%s on, %s back, %s, by %s", leads(len(s.Forward)), leads(len(s.Back)), over, Counted(s.Sources, "source"))
}

func leads(n int) string {
	if n == 1 {
		return "1 leads"
	}
	return fmt.Sprintf("%d lead", n)
}

// contributorsShown is how many reasons for an arrow are printed on each side.
const contributorsShown = 5

// state prints how the talks stand, and what its arrow was counted from.
func (p *page) state(s view.State) {
	if s.On == "" {
		return
	}
	p.gap()
	p.row(2, cell{text: styled(Bold, Arrow(s)), width: 1}, cell{text: plain(StateLine(s, p.Name)), below: some(styled(Dim, TrendInWords(s)))})
	for _, side := range []struct {
		sign  string
		lines []view.Line
	}{{"+", s.Forward}, {"−", s.Back}} {
		for _, l := range side.lines[:min(len(side.lines), contributorsShown)] {
			p.row(5, cell{text: plain(side.sign), width: 1}, cell{text: plain(Reason(l, p.Name)).and(Dim, dotted(Counted(l.Sources, "source"), shortID(l.ID)))})
		}
		if more := len(side.lines) - contributorsShown; more > 0 {
			p.row(8, cell{text: styled(Dim, fmt.Sprintf("and %d more %s", more, side.sign))})
		}
	}
}

func (p *page) news(n view.News) {
	what, about := p.said(n)
	p.row(2, cell{text: plain(When(n.Entry)), width: dateColumn}, cell{text: what.and(Plain, about), below: some(plain(quotation(n.Words)))})
	if n.Dispute != nil {
		p.accounts(eventIndent, n.Dispute.Accounts)
	}
	p.row(eventIndent, cell{text: styled(Dim, dotted(sourcesOf(n), shortID(n.ID)))})
}

// When is the date of a line: when a meeting or event happens or, behind a ~
// where that is not known, when it was told.
func When(e parley.Entry) string {
	happens := Interval(e.Start, e.End)
	switch {
	case e.Kind != parley.MeetingEntry && e.Kind != parley.EventEntry:
		return Day(e.Told)
	case happens == "":
		return "~" + Day(e.Told)
	}
	return happens
}

// said is what a line of a brief says, and what else is known about it.
func (p *page) said(n view.News) (what text, about string) {
	substance, about := p.substance(n.Entry)
	before := IfSome("was ", strings.ReplaceAll(n.Before, "-", " "))
	if n.Position != nil {
		return substance, dotted(string(n.Position.Change), before, about)
	}
	if n.Dispute != nil {
		return substance, ""
	}
	kind := p.kind(n.Line)
	if before != "" {
		kind = kind.with(Plain, " ("+before+")")
	}
	return kind.of(substance), about
}

// mostOutlets is how many outlets a line of a brief names.
const mostOutlets = 3

func sourcesOf(n view.News) string {
	var outlets []string
	for _, s := range n.From {
		outlets = append(outlets, cmp.Or(s.Outlet, s.Document))
	}
	more := ""
	if len(outlets) > mostOutlets {
		more = fmt.Sprintf(" and %d more", len(outlets)-mostOutlets)
		outlets = outlets[:mostOutlets]
	}
	if n.Sources > 1 {
		return Counted(n.Sources, "source") + ": " + list(outlets) + more
	}
	return list(outlets) + more
}

// News is what a line of a brief says in plain words, and what else is known
// about it.
func News(n view.News, name func(party string) string) (said, about string) {
	p := &page{Paper: Paper{Name: name}}
	what, about := p.said(n)
	return what.String(), about
}
