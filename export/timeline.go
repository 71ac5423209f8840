package export

import (
	"io"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// Timeline prints what happened by month and day.
func Timeline(w io.Writer, paper Paper, lines []view.Line) error {
	p := newPage(w, paper)
	p.heading("Timeline", Counted(len(lines), "line")+" (~: day told)")
	l := ledger{page: p}
	for _, line := range lines {
		start, told := line.Start, false
		if start == "" && line.End == "" {
			start, told = parley.DayOf(line.Told.UTC()), true
		}
		l.entry(start, line.End, told, p.kind(line), p.rows(line)...)
	}
	p.nothing(len(lines), "Nothing happened in this time that the record knows of.")
	return p.err
}

// nothing says so where there is nothing to show.
func (p *page) nothing(n int, why string) {
	if n == 0 {
		p.row(2, cell{text: styled(Dim, why)})
	}
}

// kind says what a line of the record is, and how far it has come.
func (p *page) kind(line view.Line) text {
	switch {
	case line.Meeting != nil:
		return kindAndStatus(Kind(parley.Consult, line.Meeting.Mode), view.StatusOf(line.Entry, line.Meeting.Status), line.Unconfirmed)
	case line.Event != nil:
		return kindAndStatus(Kind(line.Event.Type, line.Event.Mode), view.StatusOf(line.Entry, line.Event.Status), line.Unconfirmed)
	case line.Position != nil:
		return styled(Bold, "position").with(Plain, IfSome(", ", string(line.Position.Change)))
	}
	return styled(Bold, string(line.Kind))
}

func kindAndStatus(kind, status string, unconfirmed bool) text {
	words, style := stated(status, unconfirmed)
	return styled(Bold, kind).with(Plain, ", ").with(style, words)
}

// rows say what a line of the record holds: its substance and what is known
// about it, its words, and on what it stands.
func (p *page) rows(line view.Line) []text {
	substance, about := p.substance(line.Entry)
	if substance.String() == "" {
		substance, about = plain(about), ""
	}
	return append([]text{substance.and(Plain, about)}, some(plain(quotation(line.Words)), styled(Dim, dotted(Backing(line.Entry), Hands(line.Entry), shortID(line.ID))))...)
}

// substance is what an entry says, and what else is known about it.
func (p *page) substance(e parley.Entry) (substance text, about string) {
	switch {
	case e.Meeting != nil:
		m := e.Meeting
		return p.whoMet(m.Participants, m.Parties), dotted(m.Place, round(m.Round), ifAny("mediated by ", p.names(m.Mediators)))
	case e.Event != nil:
		return plain(between(p.names(e.Event.Actors), p.names(e.Event.Recipients))), dotted(e.Event.Place, figures(e.Event.Figures))
	case e.Position != nil:
		s := e.Position
		return plain(p.Name(s.Party)).with(stanceStyles[s.Stance], " "+signed(s.Stance)).with(Plain, " "+Matter(s.Aim, s.Issue)), list(s.Holders)
	case e.Proposal != nil:
		return plain(e.Proposal.Name), ifAny("by ", p.names(e.Proposal.By))
	case e.Statement != nil:
		return p.source(*e.Statement), ""
	}
	return plain(e.Dispute.About), ""
}

// whoMet are those who take part in a meeting, and for whom.
func (p *page) whoMet(participants, parties []string) text {
	if len(participants) == 0 {
		return plain(list(p.names(parties)))
	}
	t := plain(list(p.names(participants)))
	if len(parties) == 0 {
		return t
	}
	return t.with(Dim, " ("+list(p.names(parties))+")")
}

// names are what readers call parties; a person's name stays as it is.
func (p *page) names(parties []string) []string {
	names := make([]string, len(parties))
	for i, party := range parties {
		names[i] = p.Name(party)
	}
	return names
}

// Backing says on how many sources an entry stands, and whose they are.
func Backing(e parley.Entry) string {
	outlets := slices.DeleteFunc(slices.Clone(e.Outlets), func(outlet string) bool { return outlet == "" })
	if e.Sources == 1 && len(outlets) == 1 {
		return outlets[0]
	}
	if len(outlets) == 0 {
		return Counted(e.Sources, "source")
	}
	return Counted(e.Sources, "source") + " (" + list(outlets) + ")"
}

// Saying is what an entry says, and what else is known about it, in plain words
// with parties called as name says.
func Saying(e parley.Entry, name func(party string) string) (substance, about string) {
	p := newPage(io.Discard, Paper{Name: name})
	said, about := p.substance(e)
	return said.String(), about
}
