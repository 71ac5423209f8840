package export

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// Proposals prints each plan with its versions, points and replies.
func Proposals(w io.Writer, paper Paper, lines []view.Plan) error {
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
		if len(plan.Versions) > 1 {
			p.compared(line)
		} else {
			for _, v := range plan.Versions {
				p.version(v, false)
			}
		}
		p.replies(4, plan.Responses)
		p.stands(line.Points)
		if became := p.became(line.Became); became != "" {
			p.row(4, cell{text: styled(Bold, "became").and(Plain, became)})
		}
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

// compared prints the versions and, below them, what each says on each issue.
func (p *page) compared(plan view.Plan) {
	for n, v := range plan.Proposal.Versions {
		size := ""
		if v.Size > 0 {
			size = Counted(v.Size, "point")
		}
		p.row(4, cell{text: plain(strconv.Itoa(n+1)+". "+v.Name).and(Dim, dotted(size, Day(v.Told)))})
	}
	for _, point := range plan.Points {
		p.row(6, cell{text: plain("• " + IssueWords(point.Issue)), width: pointColumn}, cell{text: styled(Accent, point.Fate), below: p.wordings(point)})
	}
}

func (p *page) wordings(point view.PlanPoint) (lines []text) {
	for n, wording := range point.Wordings {
		for _, words := range wording {
			lines = append(lines, plain(strconv.Itoa(n+1)+". "+quotation(words)))
		}
	}
	return lines
}

// stands prints where the parties stand on the points since the plan was told.
func (p *page) stands(points []view.PlanPoint) {
	for _, point := range points {
		for _, s := range point.Stands {
			p.row(6, cell{text: plain(IssueWords(point.Issue)), width: pointColumn},
				cell{text: plain(p.Name(s.Party)+" ").with(stanceStyles[s.Stance], signed(s.Stance)).and(Dim, dotted(s.Holder, Day(s.Told), shortID(s.Entry)))})
		}
	}
}

// became writes what has become of a plan.
func (p *page) became(outcomes []view.Outcome) string {
	var parts []string
	for _, o := range outcomes {
		who := IfSome("by ", p.Name(o.Party))
		if o.Party == "" {
			who = IfSome("to ", o.Name)
		}
		parts = append(parts, strings.TrimSpace(reply(o.What)+" "+who)+dayAfter(o.Told))
	}
	return strings.Join(parts, " → ")
}

func dayAfter(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return " (" + Day(t) + ")"
}

// reply writes a reply as what happened to the plan.
func reply(response string) string {
	switch response {
	case "accepts", "rejects", "supports":
		return strings.TrimSuffix(response, "s") + "ed"
	case "studying":
		return "studied"
	case "conditional":
		return "taken conditionally"
	}
	return response
}
