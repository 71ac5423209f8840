package export

import (
	"io"

	"github.com/parleyrecord/parley/view"
)

// Days prints the days that mattered, each with the sentences that tell it.
func Days(w io.Writer, paper Paper, days []view.Day) error {
	p := newPage(w, paper)
	p.heading("Days that mattered", Counted(len(days), "day"))
	l := ledger{page: p}
	for _, d := range days {
		var rows []text
		for _, s := range d.Sentences {
			rows = append(rows, plain(quotation(s.Text)), styled(Dim, dotted(s.Outlet, Day(s.Published), s.Document)))
		}
		l.entry(d.Day, d.Day, false, plain("in "+Counted(d.Texts, "text")), rows...)
	}
	p.nothing(len(days), "No article names a day of this time.")
	return p.err
}
