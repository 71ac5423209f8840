package export

import (
	"cmp"
	"io"

	"github.com/parleyrecord/parley/view"
)

// Documents prints what the record was read from.
func Documents(w io.Writer, paper Paper, documents []view.Document) error {
	p := newPage(w, paper)
	p.heading("Documents", Counted(len(documents), "document"))
	for _, d := range documents {
		copied := ""
		if d.Group != "" && d.Group != d.ID {
			copied = "one text with " + d.Group
		}
		p.row(2, cell{text: plain(Day(d.Published)), width: dateColumn - 3}, cell{text: plain(cmp.Or(d.Title, d.ID)).and(Dim, dotted(d.Outlet, d.ID, copied))})
	}
	p.nothing(len(documents), "The record holds no document from this time.")
	return p.err
}
