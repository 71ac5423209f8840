package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// deeds are the words for what a correction does.
var deeds = map[parley.CorrectionAction]string{
	parley.Accepting: "accepted", parley.Rejecting: "rejected", parley.Merging: "merged", parley.Splitting: "split", parley.Setting: "set",
	parley.Assigning: "assigned", parley.Noting: "noted", parley.Grading: "graded", parley.Entering: "entered", parley.Undoing: "undone",
}

// CorrectionInWords says what a correction does: "status set to cancelled".
func CorrectionInWords(c parley.Correction) string {
	words := deeds[c.Action]
	switch c.Action {
	case parley.Setting:
		if c.Value == "" {
			return c.Field + " taken away"
		}
		return c.Field + " set to " + c.Value
	case parley.Assigning:
		if c.Value == parley.Out {
			return c.Document + " taken out of the dossier " + c.Dossier
		}
		return c.Document + " put into the dossier " + c.Dossier
	case parley.Grading:
		if c.Outlet != "" {
			return c.Outlet + " graded " + c.Value
		}
		return "graded " + c.Value
	case parley.Undoing:
		return "undone: " + shortID(c.Undoes)
	case parley.Noting:
		return "noted"
	}
	if c.Field != "" {
		return words + ": a dispute over " + c.Field
	}
	return words
}

// signature says who made a correction, when, and in which words.
func signature(c parley.Correction) string {
	return c.Who + ", " + Day(c.When) + IfSome(": ", c.Note)
}

// Corrections prints what people have changed, in order.
func Corrections(w io.Writer, paper Paper, corrections []view.Correction) error {
	p := newPage(w, paper)
	inForce := 0
	for _, c := range corrections {
		if c.InForce && c.Action != parley.Undoing {
			inForce++
		}
	}
	p.heading("Corrections", fmt.Sprintf("%d in force, %d kept", inForce, len(corrections)))
	for _, c := range corrections {
		state := ""
		switch {
		case !c.InForce:
			state = "no longer in force"
		case c.Lost:
			state = "waits: its words are not read any more"
		}
		p.row(2, cell{text: plain(shortID(c.ID)), width: 10}, cell{text: styled(Bold, CorrectionInWords(c.Correction)).and(Warn, state).and(Plain, whereBorne(c)),
			below: some(plain(quotation(c.Words)), styled(Dim, signature(c.Correction)))})
	}
	p.nothing(len(corrections), "Nobody has corrected anything.")
	return p.err
}

// whereBorne names the entries that bear a correction.
func whereBorne(c view.Correction) string {
	ids := make([]string, len(c.Entries))
	for i, id := range c.Entries {
		ids[i] = shortID(id)
	}
	return list(ids)
}

// Queue prints what most wants a person's eye.
func Queue(w io.Writer, paper Paper, queue []view.Doubt) error {
	p := newPage(w, paper)
	p.heading("To look at", Counted(len(queue), "line")+", the least certain and most consequential first")
	for _, d := range queue {
		substance, about := p.substance(d.Entry)
		p.gap()
		p.row(2, cell{text: plain(When(d.Entry)), width: dateColumn}, cell{text: p.kind(d.Line).of(substance).and(Plain, about),
			below: some(styled(Warn, strings.Join(d.Reasons, ", ")), plain(quotation(d.Words)), styled(Dim, dotted(Backing(d.Entry), Hands(d.Entry), shortID(d.ID))))})
	}
	p.nothing(len(queue), "There is nothing that wants your eye.")
	if len(queue) > 0 {
		p.gap()
		p.row(2, cell{text: styled(Dim, "parley show, then accept, reject, set, merge or split")})
	}
	return p.err
}

// corrected prints what people have said of an entry.
func (p *page) corrected(e parley.Entry) {
	for _, c := range e.Corrections {
		if c.Action == parley.Noting {
			p.row(0, cell{text: styled(Accent, "note").and(Plain, c.Note).and(Dim, c.Who+", "+Day(c.When))})
			continue
		}
		p.row(0, cell{text: styled(Accent, CorrectionInWords(c)).and(Dim, signature(c)+" · "+shortID(c.ID))})
	}
}

// setBy is the latest correction in force that gives a field its value.
func setBy(e parley.Entry, field string) (c parley.Correction, ok bool) {
	for _, c := range slices.Backward(e.Corrections) {
		if c.Action == parley.Setting && c.Field == field {
			return c, true
		}
	}
	return c, false
}

// Hands says who has had a hand in an entry.
func Hands(e parley.Entry) string {
	var said []string
	for _, c := range e.Corrections {
		word := "corrected by "
		switch c.Action {
		case parley.Accepting:
			word = "accepted by "
		case parley.Entering:
			word = "entered by "
		case parley.Noting:
			word = "note by "
		case parley.Grading:
			word = "graded " + c.Value + " by "
		}
		if !slices.Contains(said, word+c.Who) {
			said = append(said, word+c.Who)
		}
	}
	return dotted(said...)
}

// Grades prints how far people trust outlets.
func Grades(w io.Writer, paper Paper, grades []parley.Correction) error {
	p := newPage(w, paper)
	p.heading("Outlets", Counted(len(grades), "grade"))
	for _, c := range grades {
		p.row(2, cell{text: styled(Bold, c.Value), width: 1}, cell{text: plain(c.Outlet).and(Dim, signature(c)+" · "+shortID(c.ID))})
	}
	p.nothing(len(grades), "Nobody has graded an outlet.")
	return p.err
}

// graded is an outlet with the grade that a person has given it.
func graded(outlet, reliability string) string {
	if reliability == "" {
		return outlet
	}
	return outlet + " [" + reliability + "]"
}
