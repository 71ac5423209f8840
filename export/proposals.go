package export

import (
	"io"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// Proposals prints each plan with its versions, points and replies.
func Proposals(w io.Writer, paper Paper, lines []view.Line) error {
	p := newPage(w, paper)
	p.heading("Proposals", Counted(len(lines), "proposal"))
	for _, line := range lines {
		p.gap()
		plan := line.Proposal
		p.row(2, cell{text: styled(Bold, plan.Name).and(Plain, ifAny("by ", p.names(plan.By)))})
		p.row(4, cell{text: styled(Dim, dotted("first told "+Day(line.Told), Backing(line.Entry), Hands(line.Entry), shortID(line.ID)))})
		if line.Words != "" {
			p.row(4, cell{text: styled(Dim, quotation(line.Words))})
		}
		for _, v := range plan.Versions {
			p.version(v, len(plan.Versions) > 1)
		}
		p.replies(4, plan.Responses)
	}
	p.nothing(len(lines), "The record holds no proposal from this time.")
	return p.err
}

func (p *page) version(v parley.Version, several bool) {
	size := ""
	if v.Size > 0 {
		size = Counted(v.Size, "point")
	}
	if several || size != "" {
		p.row(4, cell{text: plain(v.Name).and(Dim, dotted(size, Day(v.Told)))})
	}
	p.points(6, v.Points)
}
