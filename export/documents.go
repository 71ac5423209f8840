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
		p.row(2, cell{text: plain(Day(d.Published)), width: dateColumn - 3}, cell{text: plain(cmp.Or(d.Title, d.ID)).and(Dim, dotted(d.Outlet, d.Byline, d.ID, copied)), below: edited(d.Edit)})
	}
	p.nothing(len(documents), "The record holds no document from this time.")
	return p.err
}

// edited says what a version dropped and added.
func edited(e *view.Edit) (lines []text) {
	if e == nil {
		return nil
	}
	if len(e.Added)+len(e.Dropped) == 0 {
		return []text{styled(Dim, "edited, no sentence changed")}
	}
	for _, s := range e.Dropped {
		lines = append(lines, styled(Bad, "− ").with(Plain, quotation(s)))
	}
	for _, s := range e.Added {
		lines = append(lines, styled(Good, "+ ").with(Plain, quotation(s)))
	}
	return lines
}
