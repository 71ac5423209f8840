package export

import (
	"io"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// Evidence prints an entry and, for each of its fields, the sentences that
// support it with the words marked: bold and underlined, or in [[ ]] where the
// paper has no styles. Of each field it prints at most most sentences; 0 means
// all of them.
func Evidence(w io.Writer, paper Paper, e view.Evidence, most int) error {
	p := newPage(w, paper)
	substance, about := p.substance(e.Entry)
	p.row(0, cell{text: p.kind(view.Line{Entry: e.Entry}).of(substance)})
	p.row(0, cell{text: styled(Dim, dotted(Interval(e.Entry.Start, e.Entry.End), about, toldAs(e.Entry), backing(e.Entry), e.Entry.ID))})
	if e.Entry.Dispute != nil {
		p.gap()
		p.accounts(2, e.Entry.Dispute.Accounts)
	}
	for from := 0; from < len(e.Proofs); {
		to := from
		for to < len(e.Proofs) && e.Proofs[to].Field == e.Proofs[from].Field {
			to++
		}
		p.field(e.Proofs[from:to], most)
		from = to
	}
	p.nothing(len(e.Proofs), "No sentence stands behind it.")
	return p.err
}

func toldAs(e parley.Entry) string {
	if e.Told.IsZero() {
		return "undated"
	}
	return "first told " + Moment(e.Told)
}

// field prints the sentences behind one field.
func (p *page) field(proofs []view.Proof, most int) {
	var values []string
	for _, proof := range proofs {
		values = append(values, proof.Values...)
	}
	p.gap()
	p.heading(strings.ReplaceAll(proofs[0].Field, "_", " "), list(unique(values)))
	for i, proof := range proofs {
		if most > 0 && i == most {
			p.row(2, cell{text: styled(Dim, "and "+counted(len(proofs)-most, "more sentence")+" (--all shows them)")})
			return
		}
		p.row(2, cell{text: p.marked(proof)})
		p.row(4, cell{text: styled(Dim, dotted(proof.Outlet, Moment(proof.Published), proof.Document, proof.URL))})
	}
}

func (p *page) marked(proof view.Proof) text {
	var t text
	at := 0
	for _, m := range proof.Marks {
		t = t.with(Plain, proof.Sentence[at:m.Start])
		words := proof.Sentence[m.Start:m.End]
		if !p.Style {
			words = "[[" + words + "]]"
		}
		t = t.with(Marked, words)
		at = m.End
	}
	return t.with(Plain, proof.Sentence[at:])
}

func unique(values []string) []string {
	seen := map[string]bool{}
	var once []string
	for _, v := range values {
		if !seen[v] {
			seen[v] = true
			once = append(once, v)
		}
	}
	return once
}
