package export

import (
	"io"
	"slices"
	"strconv"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// issueColumn is the width of the matrix's first column, partyColumn the least
// width of each other.
const (
	issueColumn = 17
	partyColumn = 17
)

// Matrix prints where each party stands on each issue: issues down, parties
// across, as many side by side as there is room for.
func Matrix(w io.Writer, paper Paper, m view.Matrix) error {
	p := newPage(w, paper)
	p.heading("Where they stand", "stance, first told, ×times voiced, +others at odds")
	fit := max((p.Width-issueColumn)/(partyColumn+columnGap), 1)
	for parties := range slices.Chunk(m.Parties, fit) {
		p.gap()
		p.matrix(m, parties, (p.Width-issueColumn)/min(fit, len(m.Parties))-columnGap)
	}
	p.nothing(len(m.Cells), "The record holds no position from this time.")
	return p.err
}

func (p *page) matrix(m view.Matrix, parties []string, width int) {
	width = min(width, 2*partyColumn)
	head := []cell{{text: plain(""), width: issueColumn}}
	for _, party := range parties {
		head = append(head, cell{text: styled(Bold, p.Name(party)), width: width})
	}
	p.row(0, head...)
	for _, i := range m.Issues {
		row := []cell{{text: styled(Bold, IssueWords(i)), width: issueColumn}}
		blank := true
		for _, party := range parties {
			c := m.Cell(party, i)
			blank = blank && c == nil
			row = append(row, stand(c, width))
		}
		if !blank {
			p.row(0, row...)
		}
	}
}

// stand is what a cell of the matrix shows: the stance and, below it, when it
// was first told, how often, and how many others stand against it.
func stand(c *view.Cell, width int) cell {
	if c == nil {
		return cell{text: styled(Dim, "·"), width: width}
	}
	times, others := "", ""
	if c.Repeated > 1 {
		times = "×" + strconv.Itoa(c.Repeated)
	}
	if len(c.Others) > 0 {
		others = " +" + strconv.Itoa(len(c.Others))
	}
	return cell{text: styled(stanceStyles[c.Stance], standing(c.Stance, c.Aim)).with(Dim, others), width: width, below: some(styled(Dim, dotted(Day(c.Since), times)))}
}

// Positions prints the stances behind the matrix: by party and issue, with who
// voiced them, in which words, and what they replaced.
func Positions(w io.Writer, paper Paper, lines []view.Line) error {
	p := newPage(w, paper)
	p.heading("Positions", Counted(len(lines), "stance"))
	party := ""
	for _, line := range lines {
		if line.Position.Party != party {
			party = line.Position.Party
			p.gap()
			p.heading(p.Name(party), "")
		}
		p.stance(line)
	}
	p.nothing(len(lines), "The record holds no position from this time.")
	return p.err
}

func (p *page) stance(line view.Line) {
	s := line.Position
	until := ""
	if !s.Until.IsZero() {
		until = "until " + Day(s.Until)
	}
	account := ""
	if !s.Own {
		account = "as others tell it"
	}
	what := styled(stanceStyles[s.Stance], standing(s.Stance, s.Aim)).and(Plain, dotted(p.voices(s), account, since(line.Entry), until))
	p.row(2, cell{text: plain(IssueWords(s.Issue)), width: issueColumn}, cell{text: what, below: some(
		styled(Accent, moved(line.Entry)), plain(quotation(line.Words)), plain(IfSome("on condition: ", quotation(s.Condition))), styled(Dim, dotted(Backing(line.Entry), Hands(line.Entry), shortID(line.ID))),
	)})
}

// since is from when a stance is known to have been held: as the texts say, or
// when it was first told.
func since(e parley.Entry) string {
	switch {
	case e.Start != "":
		return dotted("since "+Interval(e.Start, ""), "first told "+Day(e.Told))
	case e.Told.IsZero():
		return "undated"
	}
	return "since " + Day(e.Told)
}

// voices lists who takes a stance, each with how many sources have it from them
// where these are several.
func (p *page) voices(s *parley.Standing) string {
	var named []string
	for _, v := range s.Voices {
		name := v.Holder
		if name == "" {
			continue
		}
		if v.Sources > 1 {
			name += " ×" + strconv.Itoa(v.Sources)
		}
		named = append(named, name)
	}
	return list(named)
}

// moved names a change of stance with its day: "softened from rejects on 6 Dec
// 2025".
func moved(e parley.Entry) string {
	s := e.Position
	if s.Change == "" {
		return ""
	}
	words := string(s.Change)
	if s.Former != "" {
		words += " from " + string(s.Former)
	}
	if day := Day(e.Told); day != "" {
		words += " on " + day
	}
	return words
}
