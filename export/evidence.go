package export

import (
	"io"
	"slices"
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
		if field := e.Proofs[from].Field; field != "end" || e.Entry.End != e.Entry.Start { // one day is told once
			p.field(e, e.Proofs[from:to], most)
		}
		from = to
	}
	p.nothing(len(e.Proofs), "No sentence stands behind it.")
	p.origins(e.Proofs)
	return p.err
}

func toldAs(e parley.Entry) string {
	if e.Told.IsZero() {
		return "undated"
	}
	return "first told " + Moment(e.Told)
}

// field prints the sentences behind one field. Of a sentence that says another
// value than the entry has, it prints that value too.
func (p *page) field(e view.Evidence, proofs []view.Proof, most int) {
	value := view.FieldOf(e.Entry, proofs[0].Field)
	values := []string{value}
	if value == "" {
		values = nil
		for _, proof := range proofs {
			values = append(values, proof.Values...)
		}
	}
	p.gap()
	p.heading(strings.ReplaceAll(proofs[0].Field, "_", " "), list(p.names(unique(values))))
	for i, proof := range proofs {
		if most > 0 && i == most {
			p.row(2, cell{text: styled(Dim, "and "+counted(len(proofs)-most, "more sentence")+" (--all shows them)")})
			return
		}
		says := ""
		if value != "" && len(proof.Values) > 0 && !slices.Contains(proof.Values, value) {
			says = "says " + list(p.names(proof.Values))
		}
		p.row(2, cell{text: p.marked(proof)})
		p.row(4, cell{text: styled(Dim, dotted(says, proof.Outlet, day(proof.Published), proof.Document))})
	}
}

// origins prints where the documents behind an entry were published.
func (p *page) origins(proofs []view.Proof) {
	seen := map[string]bool{}
	for _, proof := range proofs {
		if len(seen) == 0 {
			p.gap()
			p.heading("documents", "")
		}
		if !seen[proof.Document] {
			seen[proof.Document] = true
			p.row(2, cell{text: plain(proof.Document).and(Plain, proof.Title).and(Dim, dotted(proof.Outlet, Moment(proof.Published), proof.URL))})
		}
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
