package export

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
)

// Reading prints what one document says, each item with its words.
func Reading(w io.Writer, paper Paper, d parley.Document, r parley.Reading) error {
	p := newPage(w, paper)
	title := d.Title
	if title == "" {
		title = d.ID
	}
	p.row(0, cell{text: styled(Bold, title)})
	p.row(0, cell{text: styled(Dim, dotted(d.Outlet, d.Byline, Moment(d.Published), d.ID, d.URL))})
	p.statements("Statements", r.Statements)
	p.statements("Thoughts and intentions", r.Beliefs)
	p.events("Events", r.Events)
	p.events("Verbal acts", r.Acts)
	p.positions(r.Positions)
	p.proposals(r.Proposals)
	if len(r.Statements)+len(r.Beliefs)+len(r.Events)+len(r.Acts)+len(r.Positions)+len(r.Proposals) == 0 {
		p.row(0, cell{text: styled(Dim, "Nothing was read in it.")})
	}
	p.gap()
	return p.err
}

func (p *page) section(title string, n int) bool {
	if n == 0 {
		return false
	}
	p.gap()
	p.heading(title, strconv.Itoa(n))
	return true
}

func (p *page) statements(title string, statements []parley.Statement) {
	if !p.section(title, len(statements)) {
		return
	}
	for _, s := range statements {
		p.row(2, cell{text: p.source(s)})
		p.row(4, cell{text: plain(quotation(s.Content...))})
	}
}

// source says who makes a statement, of what kind he is, and by which words
// the text reports it.
func (p *page) source(s parley.Statement) text {
	who := s.Speaker
	if who == "" {
		who = s.SpeakerText
	}
	about := []string{}
	if s.Kind != parley.PersonSource {
		about = append(about, string(s.Kind))
	}
	if s.Affiliation != "" && p.Name(s.Affiliation) != who {
		about = append(about, p.Name(s.Affiliation))
	}
	t := styled(Bold, who)
	if len(about) > 0 {
		t = t.with(Plain, " ("+list(about)+")")
	}
	reason := ""
	if s.Reason != "" {
		reason = quotation(s.Reason)
	}
	manner := string(s.Manner)
	if strings.EqualFold(manner, s.Cue) {
		manner = ""
	}
	return t.and(Dim, dotted(s.Cue, manner, ifAny("through ", s.Via), reason, against(s)))
}

func (p *page) events(title string, events []parley.Event) {
	if !p.section(title, len(events)) {
		return
	}
	for _, e := range events {
		when := Interval(e.Start, e.End)
		if when == "" {
			when = "no date"
		}
		what := styled(Bold, Kind(e.Type, e.Mode)+", "+string(e.Status)).of(plain(between(p.names(e.Actors), p.names(e.Recipients))))
		about := dotted(e.Place, round(e.Round), rounds(e.Rounds), ifAny("mediated by ", p.names(e.Mediators)), figures(e.Figures))
		below := some(plain(about))
		for _, quote := range e.Quotes {
			below = append(below, styled(Dim, quotation(quote)))
		}
		p.row(2, cell{text: plain(when), width: dateColumn}, cell{text: what, below: below})
	}
}

const (
	dateColumn  = 15
	eventIndent = 2 + dateColumn + columnGap
)

// figures writes counts, those of other things left out, of which the quoted words alone say what they are.
func figures(list []parley.Figure) string {
	var parts []string
	for _, f := range list {
		if f.What == parley.OtherFigure {
			continue
		}
		part := string(f.What) + " "
		if f.Qualifier != "exactly" {
			part += strings.ReplaceAll(string(f.Qualifier), "-", " ") + " "
		}
		part += strconv.FormatFloat(f.N, 'f', -1, 64)
		if f.Claimant != "" {
			part += " (" + f.Claimant + ")"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

func (p *page) positions(positions []parley.Position) {
	if !p.section("Positions", len(positions)) {
		return
	}
	for _, s := range positions {
		t := styled(Bold, p.Name(s.Party)).with(stanceStyles[s.Stance], " "+signed(s.Stance)).with(Plain, " "+Matter(s.Aim, s.Issue))
		p.row(2, cell{text: t.and(Dim, dotted(s.Holder, IfSome("since ", date(s.Since)), IfSome("before: ", string(s.Former))))})
		for _, quote := range s.Quotes {
			p.row(4, cell{text: plain(quotation(quote))})
		}
		if s.Condition != "" {
			p.row(4, cell{text: plain("on condition: " + quotation(s.Condition))})
		}
	}
}

func (p *page) proposals(proposals []parley.Proposal) {
	if !p.section("Proposals", len(proposals)) {
		return
	}
	for _, s := range proposals {
		size := ""
		if s.Size > 0 {
			size = fmt.Sprintf("%d points", s.Size)
		}
		p.row(2, cell{text: styled(Bold, s.Name).and(Dim, dotted(ifAny("by ", p.names(s.By)), size))})
		for _, quote := range s.Quotes {
			p.row(4, cell{text: styled(Dim, quotation(quote))})
		}
		p.points(4, s.Points)
		p.replies(4, s.Responses)
	}
}

func (p *page) points(indent int, points []parley.Point) {
	for _, point := range points {
		p.row(indent, cell{text: plain("• " + IssueWords(point.Issue)), width: pointColumn}, cell{text: plain(quotation(point.Quote))})
	}
}

func (p *page) replies(indent int, replies []parley.Reply) {
	for _, r := range replies {
		p.row(indent, cell{text: plain(p.Name(r.Party) + " " + string(r.Response)), width: pointColumn}, cell{text: plain(quotation(r.Quote))})
	}
}

const pointColumn = 22

// against says what a denial is set against, and who claims it.
func against(s parley.Statement) string {
	if s.Against == "" {
		return ""
	}
	return "against " + cmp.Or(s.AgainstBy, "the text's own words") + ": " + quotation(s.Against)
}
