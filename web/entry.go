package web

import (
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// entryPage is all that is known of one entry.
type entryPage struct {
	row
	Proven   *proven
	Fields   []fieldShown
	Steps    []stepShown
	Disputed *disputeShown
	Sources  []sourceShown
	Former   template.URL // of a position: the stance that it replaced
	Correct  *correcting
}

// fieldShown is a field with what the entry says of it and what else is said.
type fieldShown struct {
	Name   string
	Value  string
	Others []string // that sentences say as well
}

// sourceShown is a document behind an entry.
type sourceShown struct {
	view.Source
	Href     template.URL
	Citation string
}

// manyDocuments are as many as the page of an entry quotes, unless the reader asks
// for all.
const manyDocuments = 60

func entry(v *visit) (leaf, error) {
	documents := manyDocuments
	if v.params.Get("all") != "" {
		documents = math.MaxInt
	}
	proven, err := v.proven(v.request.PathValue("id"), documents)
	if err != nil {
		return leaf{}, err
	}
	e := proven.Entry
	p := entryPage{row: v.row(view.LineOf(v.look, e)), Proven: proven, Fields: v.fields(proven.Evidence), Steps: v.steps(e), Correct: v.correcting(proven.Evidence)}
	if e.Dispute != nil {
		about, err := v.record.Entry(v.ctx, e.Dispute.Entry)
		if err != nil && parley.KindOf(err) != parley.NotFound {
			return leaf{}, err
		}
		shown, err := v.disputesShown([]view.Dispute{{Entry: e.Dispute.Entry, Accounts: e.Dispute.Accounts, Words: about.Words}}, len(e.Dispute.Accounts))
		if err != nil {
			return leaf{}, err
		}
		p.Disputed = &shown[0]
	}
	if e.Position != nil && e.Position.Replaces != "" {
		p.Former = v.link("/entries/" + e.Position.Replaces)
	}
	for _, s := range proven.Sentences {
		if slices.ContainsFunc(p.Sources, func(known sourceShown) bool { return known.Document == s.Document }) {
			continue
		}
		source := view.Source{Document: s.Document, Outlet: s.Outlet, Published: s.Published, Title: s.Title, URL: s.URL}
		p.Sources = append(p.Sources, sourceShown{source, v.documentLink(s.Document), export.Citation(source, v.read())})
	}
	return leaf{Title: export.Capitalised(p.What), Data: p}, nil
}

// read is when the record was read for a citation: at its as-of day or now.
func (v *visit) read() parley.Date { return v.look.Today }

// fields lists what the entry says, field by field, and what sentences say
// otherwise.
func (v *visit) fields(e view.Evidence) []fieldShown {
	var all []fieldShown
	for _, proof := range e.Proofs {
		name := strings.ReplaceAll(proof.Field, "_", " ")
		said := view.FieldOf(e.Entry, proof.Field)
		if len(all) == 0 || all[len(all)-1].Name != name {
			value := v.fieldWords(e.Entry, proof.Field, said)
			if said == "" {
				value = listed(view.ListOf(e.Entry, proof.Field), v.name)
			}
			all = append(all, fieldShown{Name: name, Value: value})
		}
		last := &all[len(all)-1]
		for _, other := range proof.Values {
			words := v.fieldWords(e.Entry, proof.Field, other)
			if said != "" && other != said && words != last.Value && !slices.Contains(last.Others, words) {
				last.Others = append(last.Others, words)
			}
		}
	}
	return slices.DeleteFunc(all, func(f fieldShown) bool { return f.Value == "" })
}

// fieldWords writes a value of an entry's field as readers say it. Meetings have
// words of their own for what they are and how far they have come.
func (v *visit) fieldWords(e parley.Entry, field, value string) string {
	switch field {
	case "start", "end", "since":
		return export.Interval(parley.Date(value), "")
	case "type":
		if e.Meeting != nil && value == string(parley.Consult) {
			return export.Kind(parley.Consult, e.Meeting.Mode)
		}
		return export.Kind(parley.EventType(value), "")
	case "status":
		return export.StatusWords(view.StatusOf(e, parley.Status(value)), false)
	case "issue", "stance":
		return strings.ReplaceAll(value, "-", " ")
	}
	return v.name(value)
}

func (v *visit) steps(e parley.Entry) []stepShown {
	steps := view.StepsOf(e)
	shown := make([]stepShown, len(steps))
	for i, s := range steps {
		status := view.StatusOf(e, s.Status)
		shown[i] = stepShown{MeetingStep: view.MeetingStep{Status: status, By: s.By, Start: s.Start, End: s.End, Told: s.Told, Documents: s.Documents}, Words: export.StatusWords(status, false), Mood: statusMoods[status]}
		if i == 0 || s.Start != steps[i-1].Start || s.End != steps[i-1].End {
			shown[i].For = export.Interval(s.Start, s.End)
		}
	}
	return shown
}
