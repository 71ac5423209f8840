package export

import (
	"io"

	"github.com/parleyrecord/parley/view"
)

// Dossiers prints the negotiations that are followed.
func Dossiers(w io.Writer, paper Paper, dossiers []view.Dossier) error {
	p := newPage(w, paper)
	p.heading("Dossiers", Counted(len(dossiers), "dossier"))
	for _, d := range dossiers {
		whose := "brought along"
		if d.Own {
			whose = "your own"
		}
		last := ""
		if !d.Last.IsZero() {
			last = "last " + Day(d.Last)
		}
		p.row(2, cell{text: styled(Bold, d.ID), width: dossierColumn}, cell{text: plain(d.Name).and(Plain, list(p.names(d.Parties))),
			below: some(styled(Dim, dotted(whose, Counted(d.Documents, "document"), last)))})
	}
	return p.err
}

const dossierColumn = 20

// Dossier prints one dossier, and which documents belong to it and why.
func Dossier(w io.Writer, paper Paper, d view.Dossier, documents []view.Assigned) error {
	p := newPage(w, paper)
	p.heading(d.Name, d.ID)
	for _, line := range []struct{ name, value string }{
		{"parties", list(p.names(d.Parties))}, {"others", list(p.names(d.Others))}, {"watched", Counted(d.Watched, "phrase")},
		{"issues", list(d.Issues)}, {"feeds", list(d.Feeds)}, {"alerts", list(d.Alerts)}, {"file", d.Source},
	} {
		if line.value != "" {
			p.row(2, cell{text: styled(Dim, line.name), width: 8}, cell{text: plain(line.value)})
		}
	}
	p.gap()
	p.heading("Documents", Counted(d.Documents, "document"))
	for _, a := range documents {
		p.row(2, cell{text: plain(Day(a.Published)), width: dateColumn}, cell{text: plain(a.Title).and(Dim, dotted(a.Outlet, a.ID)), below: some(styled(Dim, a.Reason))})
	}
	p.nothing(d.Documents, "No article of the record belongs to it (parley reread assigns what is kept).")
	if left := d.Documents - len(documents); left > 0 && len(documents) > 0 {
		p.row(2, cell{text: styled(Dim, "and "+Counted(left, "earlier document")+" (--all shows them)")})
	}
	return p.err
}
