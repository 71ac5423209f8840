package export

import (
	"cmp"
	"io"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// Disputes prints the accounts that cannot all be right side by side.
func Disputes(w io.Writer, paper Paper, disputes []view.Dispute) error {
	p := newPage(w, paper)
	p.heading("Disputes", Counted(len(disputes), "dispute"))
	for _, d := range disputes {
		p.gap()
		p.row(2, cell{text: styled(Bold, d.About).and(Dim, shortID(d.ID))})
		if d.Words != "" {
			p.row(4, cell{text: styled(Dim, quotation(d.Words))})
		}
		p.accounts(4, d.Accounts)
	}
	p.nothing(len(disputes), "The record holds no dispute from this time.")
	return p.err
}

func (p *page) accounts(indent int, accounts []parley.Account) {
	for _, a := range accounts {
		holder := cmp.Or(p.Name(a.Holder), "the outlets themselves")
		p.row(indent, cell{text: plain(holder), width: p.Width / 4}, cell{text: plain(a.Claim).and(Dim, list(a.Documents))})
	}
}
