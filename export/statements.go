package export

import (
	"io"

	"github.com/parleyrecord/parley/view"
)

// Statements prints who said what under the day on which it was told.
func Statements(w io.Writer, paper Paper, lines []view.Line) error {
	p := newPage(w, paper)
	p.heading("Statements", Counted(len(lines), "statement"))
	told := ""
	for _, line := range lines {
		if today := Day(line.Told); today != told {
			told = today
			p.gap()
			p.heading(today, "")
		}
		p.row(2, cell{text: p.source(*line.Statement)})
		p.row(4, cell{text: plain(quotation(line.Statement.Content...))})
		p.row(4, cell{text: styled(Dim, dotted(Backing(line.Entry), Hands(line.Entry), shortID(line.ID)))})
	}
	p.nothing(len(lines), "The record holds no statement from this time.")
	return p.err
}
