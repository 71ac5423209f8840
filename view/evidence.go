package view

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/store"
)

// Evidence is an entry and every sentence that supports a field of it.
type Evidence struct {
	Entry parley.Entry `json:"entry"`
	// Proofs come by field; of a field that has one value, those that say this
	// value stand first.
	Proofs []Proof `json:"proofs"`
	// Left is how many documents that support it were left out.
	Left int `json:"left,omitempty"`
	// Reliabilities are the grades that people have given to outlets.
	Reliabilities map[string]string `json:"reliabilities,omitempty"`
}

// Proof is a sentence that supports a field, with the words that do so.
type Proof struct {
	Field    string   `json:"field"`
	Values   []string `json:"values,omitempty"` // what the sentence says the field is, or its members where it is a list
	Sentence string   `json:"sentence"`
	Marks    []Mark   `json:"marks"` // where in the sentence the words stand, in order and apart
	Document string   `json:"document"`
	// Start is where the sentence begins in the document, in bytes.
	Start     int       `json:"start"`
	Outlet    string    `json:"outlet"`
	Published time.Time `json:"published,omitzero"`
	Title     string    `json:"title"`
	URL       string    `json:"url"`
}

// Mark is a stretch of a sentence in bytes.
type Mark struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// EvidenceOf finds the entry that has id, or a member with that id, or the one
// whose id begins so, and the sentences behind each of its fields. The error is
// of kind NotFound where there is none, and Invalid where several begin so.
func EvidenceOf(ctx context.Context, r store.Reader, id string) (Evidence, error) {
	return EvidenceWithin(ctx, r, id, math.MaxInt)
}

// EvidenceWithin is EvidenceOf with the sentences of at most so many documents: the
// first and the last to tell of the entry, and those without which a field would
// have no support.
func EvidenceWithin(ctx context.Context, r store.Reader, id string, documents int) (Evidence, error) {
	e, err := r.Entry(ctx, id)
	if parley.KindOf(err) == parley.NotFound {
		err = rejection(ctx, r, id, err)
	}
	if err != nil {
		return Evidence{}, err
	}
	engine, err := english.New()
	if err != nil {
		return Evidence{}, fmt.Errorf("load the English engine: %w", err)
	}
	part, left := toldBy(e, documents)
	said, err := whatMembersSay(ctx, r, part)
	if err != nil {
		return Evidence{}, err
	}
	b := proofs{texts: newTexts(ctx, r), engine: engine, said: said, sentences: map[string][]english.Sentence{}}
	for _, s := range part.Spans {
		if err := b.add(s); err != nil {
			return Evidence{}, fmt.Errorf("entry %s: %w", e.ID, err)
		}
	}
	evidence, err := b.evidence(ctx, r, e)
	evidence.Left = left
	return evidence, err
}

// toldBy is an entry with the members and spans of at most so many documents, and
// how many others support it. More are taken where a field needs them.
func toldBy(e parley.Entry, documents int) (part parley.Entry, left int) {
	supports, all := map[string]bool{}, []string{}
	for _, s := range e.Spans {
		supports[s.Doc] = true
	}
	list := func(document string) {
		if supports[document] {
			all, supports[document] = append(all, document), false
		}
	}
	for _, m := range e.Members { // in the order of their telling
		list(m.Doc)
	}
	for _, s := range e.Spans {
		list(s.Doc)
	}
	if len(all) <= documents {
		return e, 0
	}
	kept := map[string]bool{}
	for i, d := range all {
		kept[d] = i < (documents+1)/2 || i >= len(all)-documents/2
	}
	covered := map[string]bool{}
	for _, s := range e.Spans {
		covered[s.Field] = covered[s.Field] || kept[s.Doc]
	}
	for _, s := range e.Spans {
		if !covered[s.Field] {
			covered[s.Field], kept[s.Doc] = true, true
		}
	}
	e.Members = slices.DeleteFunc(slices.Clone(e.Members), func(m parley.Member) bool { return !kept[m.Doc] })
	e.Spans = slices.DeleteFunc(slices.Clone(e.Spans), func(s parley.Evidence) bool { return !kept[s.Doc] })
	for _, d := range all {
		if !kept[d] {
			left++
		}
	}
	return e, left
}

type proofs struct {
	texts     *texts
	engine    *english.Engine
	said      map[parley.Evidence]string
	sentences map[string][]english.Sentence // by document
	found     []proof
}

// proof is a Proof and the place of its sentence.
type proof struct {
	Proof
	stretch parley.Span
}

// add puts a span with the others of its field in the same sentence, or begins
// a proof with it.
func (b *proofs) add(s parley.Evidence) error {
	d, err := b.texts.document(s.Doc)
	if err != nil {
		return err
	}
	body := d.Body()
	if _, err := s.Of(body); err != nil {
		return fmt.Errorf("evidence for %s in %s: %w", s.Field, s.Doc, err)
	}
	stretch := b.around(s.Span, body)
	mark := Mark{s.Start - stretch.Start, s.End - stretch.Start}
	value := cmp.Or(s.Value, b.said[s])
	for i, p := range b.found {
		if p.Field == s.Field && p.stretch == stretch {
			b.found[i].Values = withValue(p.Values, value)
			b.found[i].Marks = append(p.Marks, mark)
			return nil
		}
	}
	b.found = append(b.found, proof{
		Proof: Proof{
			Field: s.Field, Values: withValue(nil, value), Sentence: body[stretch.Start:stretch.End], Marks: []Mark{mark},
			Document: s.Doc, Start: stretch.Start, Outlet: d.Outlet, Published: d.Published, Title: d.Title, URL: d.URL,
		},
		stretch: stretch,
	})
	return nil
}

func withValue(values []string, value string) []string {
	if value == "" || slices.Contains(values, value) {
		return values
	}
	return append(values, value)
}

// around is the sentence, or the run of sentences, that the span lies in.
func (b *proofs) around(s parley.Span, body string) parley.Span {
	sentences, ok := b.sentences[s.Doc]
	if !ok {
		sentences = b.engine.Segment(body).Sentences
		b.sentences[s.Doc] = sentences
	}
	stretch := s
	for _, sentence := range sentences {
		if sentence.Start < s.End && s.Start < sentence.End {
			stretch.Start = min(stretch.Start, sentence.Start)
			stretch.End = max(stretch.End, sentence.End)
		}
	}
	return stretch
}

func (b *proofs) evidence(ctx context.Context, r store.Reader, e parley.Entry) (Evidence, error) {
	var keys []string
	for _, p := range b.found {
		keys = append(keys, p.Document)
	}
	if e.Dispute != nil {
		for _, a := range e.Dispute.Accounts {
			keys = append(keys, a.Documents...)
		}
	}
	shown, err := ShownIDs(ctx, r, keys)
	if err != nil {
		return Evidence{}, err
	}
	e.Dispute = disputeShown(e.Dispute, func(key string) string { return shown[key] })
	grades, err := reliabilities(ctx, r)
	if err != nil {
		return Evidence{}, err
	}
	evidence := Evidence{Entry: e, Reliabilities: grades}
	for _, p := range b.found {
		p.Document = shown[p.Document]
		p.Marks = apart(p.Marks)
		evidence.Proofs = append(evidence.Proofs, p.Proof)
	}
	slices.SortStableFunc(evidence.Proofs, func(a, b Proof) int {
		return cmp.Or(fieldOrder(a.Field, b.Field), atOdds(e, a)-atOdds(e, b))
	})
	return evidence, nil
}

// apart joins marks that touch or overlap, in order.
func apart(marks []Mark) []Mark {
	slices.SortFunc(marks, func(a, b Mark) int { return a.Start - b.Start })
	joined := marks[:1]
	for _, m := range marks[1:] {
		last := &joined[len(joined)-1]
		if m.Start <= last.End {
			last.End = max(last.End, m.End)
			continue
		}
		joined = append(joined, m)
	}
	return joined
}
