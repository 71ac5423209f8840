package export

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// Evidence prints an entry and, for each of its fields, the sentences that
// support it with the words marked: bold and underlined, or in [[ ]] where the
// paper has no styles. Of each field it prints at most most sentences.
func Evidence(w io.Writer, paper Paper, e view.Evidence, most int) error {
	p := newPage(w, paper)
	substance, about := p.substance(e.Entry)
	p.row(0, cell{text: p.kind(view.Line{Entry: e.Entry}).of(substance)})
	p.row(0, cell{text: styled(Dim, dotted(Interval(e.Entry.Start, e.Entry.End), about, toldAs(e.Entry), Backing(e.Entry), e.Entry.ID))})
	p.corrected(e.Entry)
	if e.Entry.Dispute != nil {
		p.gap()
		p.accounts(2, e.Entry.Dispute.Accounts)
	}
	e.Proofs = slices.Clone(e.Proofs)
	for i, proof := range e.Proofs {
		e.Proofs[i].Outlet = graded(proof.Outlet, e.Reliabilities[proof.Outlet])
	}
	for _, f := range p.fieldsOf(e, most) {
		p.gap()
		p.row(0, cell{text: f.heading})
		p.write(f.sentences)
	}
	p.nothing(len(e.Proofs), "No sentence stands behind it.")
	p.origins(e.Proofs)
	return p.err
}

func toldAs(e parley.Entry) string {
	if e.Told.IsZero() {
		return "undated"
	}
	first := ""
	for _, m := range e.Members {
		if len(e.Outlets) > 1 && m.Told.Equal(e.Told) {
			first = m.Outlet
			break
		}
	}
	return "first told " + Moment(e.Told) + IfSome(" by ", first)
}

// provenField is a field, or several that the same words support, as it is
// printed.
type provenField struct {
	heading   text
	sentences string
}

// fieldsOf lays out the fields of an entry that have proofs, those with the
// same sentences and words together.
func (p *page) fieldsOf(e view.Evidence, most int) []provenField {
	var laidOut []provenField
	for from := 0; from < len(e.Proofs); {
		to := from
		for to < len(e.Proofs) && e.Proofs[to].Field == e.Proofs[from].Field {
			to++
		}
		proofs := e.Proofs[from:to]
		from = to
		heading, sentences := p.fieldHeading(e.Entry, proofs), p.sentences(e.Entry, proofs, most)
		same := slices.IndexFunc(laidOut, func(f provenField) bool { return f.sentences == sentences })
		if same < 0 {
			laidOut = append(laidOut, provenField{heading, sentences})
			continue
		}
		laidOut[same].heading = append(laidOut[same].heading.with(Plain, ", "), heading...)
	}
	return laidOut
}

// fieldHeading names a field and what the entry says of it.
func (p *page) fieldHeading(e parley.Entry, proofs []view.Proof) text {
	values := []string{view.FieldOf(e, proofs[0].Field)}
	if values[0] == "" {
		values = nil
		for _, proof := range proofs {
			values = append(values, proof.Values...)
		}
	}
	heading := styled(Bold, strings.ReplaceAll(proofs[0].Field, "_", " "))
	if c, ok := setBy(e, proofs[0].Field); ok {
		return heading.and(Plain, cmp.Or(c.Value, "taken away")).and(Accent, "set by "+c.Who)
	}
	return heading.and(Dim, list(p.names(unique(values))))
}

// sentences lays out the sentences behind a field. Of one that says another
// value than the entry has, it shows that value too.
func (p *page) sentences(e parley.Entry, proofs []view.Proof, most int) string {
	var b strings.Builder
	below := newPage(&b, p.Paper)
	value := view.FieldOf(e, proofs[0].Field)
	for i, proof := range proofs {
		if i == most {
			below.row(2, cell{text: styled(Dim, "and "+Counted(len(proofs)-most, "more sentence")+" (--all shows them)")})
			break
		}
		says := ""
		if value != "" && len(proof.Values) > 0 && !slices.Contains(proof.Values, value) {
			says = "says " + list(p.names(proof.Values))
		}
		below.row(2, cell{text: p.marked(proof)})
		below.row(4, cell{text: styled(Dim, dotted(says, proof.Outlet, Day(proof.Published), proof.Document))})
	}
	return b.String()
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
