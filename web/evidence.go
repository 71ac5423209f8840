package web

import (
	"bytes"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley/view"
)

// proven is an entry's evidence by sentence: each stands once, with the words
// that support any field of the entry.
type proven struct {
	view.Evidence
	Sentences []sentence
	More      int // sentences that are left out
	All       template.URL
}

// sentence is one that supports fields of an entry.
type sentence struct {
	view.Proof
	Text     template.HTML
	Supports []string // the questions that its marks answer: "who", "when"
	Place    template.URL
	stretches
}

// stretches are the marks of several fields in one text.
type stretches []stretch

type stretch struct {
	view.Mark
	class string // who, what, when, where, how
	note  string // the field
}

// aspects sort the fields of all entries by the question that they answer.
var aspects = map[string]string{
	"participants": "who", "actors": "who", "recipients": "who", "mediators": "who", "speaker": "who", "speaker_text": "who", "party": "who",
	"holder": "who", "by": "who", "affiliation": "who", "via": "who", "responses": "who",
	"quotes": "what", "content": "what", "points": "what", "condition": "what", "name": "what", "figures": "what",
	"start": "when", "end": "when", "since": "when", "place": "where",
}

// questions are those that fields answer, in the order in which they are named.
var questions = []string{"what", "who", "when", "where", "how"}

// aspect is the question that a field answers: how, where none of the others.
func aspect(field string) string {
	if a := aspects[field]; a != "" {
		return a
	}
	return "how"
}

// fewSentences are as many as a row opens, fewDocuments those among which it
// chooses.
const (
	fewSentences = 6
	fewDocuments = 16
)

// proven finds the evidence behind an entry in at most so many documents.
func (v *visit) proven(id string, documents int) (*proven, error) {
	e, err := view.EvidenceWithin(v.ctx, v.record, id, documents)
	if err != nil {
		return nil, err
	}
	p := &proven{Evidence: e, All: v.link("/entries/" + url.PathEscape(e.Entry.ID))}
	for _, proof := range e.Proofs {
		p.add(proof)
	}
	for i := range p.Sentences {
		s := &p.Sentences[i]
		s.Text = s.stretches.over(s.Sentence)
		s.Place = v.link("/documents/"+url.PathEscape(s.Document), "#", "at-"+strconv.Itoa(s.Start))
	}
	return p, nil
}

// add puts a proof with the others of the same sentence.
func (p *proven) add(proof view.Proof) {
	at := slices.IndexFunc(p.Sentences, func(s sentence) bool { return s.Document == proof.Document && s.Start == proof.Start })
	if at < 0 {
		at = len(p.Sentences)
		p.Sentences = append(p.Sentences, sentence{Proof: proof})
	}
	s := &p.Sentences[at]
	field := strings.ReplaceAll(proof.Field, "_", " ")
	if question := aspect(proof.Field); !slices.Contains(s.Supports, question) {
		s.Supports = append(s.Supports, question)
		slices.SortFunc(s.Supports, func(a, b string) int { return slices.Index(questions, a) - slices.Index(questions, b) })
	}
	for _, m := range proof.Marks {
		s.stretches = append(s.stretches, stretch{m, aspect(proof.Field), field})
	}
}

// first keeps n sentences, each of another document as long as there are.
func (p *proven) first(n int) *proven {
	if len(p.Sentences) <= n {
		return p
	}
	seen := map[string]int{}
	order := make([]int, len(p.Sentences))
	for i, s := range p.Sentences {
		order[i] = seen[s.Document]
		seen[s.Document]++
	}
	index := make([]int, len(p.Sentences))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int { return order[a] - order[b] })
	kept := index[:n]
	slices.Sort(kept)
	shown := *p
	shown.Sentences = nil
	for _, i := range kept {
		shown.Sentences = append(shown.Sentences, p.Sentences[i])
	}
	shown.More = len(p.Sentences) - n
	return &shown
}

// over writes a text with its marks. Where several lie over each other, each
// piece carries the classes of all.
func (all stretches) over(text string) template.HTML {
	cuts := []int{0, len(text)}
	for _, s := range all {
		cuts = append(cuts, s.Start, s.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var b strings.Builder
	b.WriteString("<bdi>")
	for i := 0; i+1 < len(cuts); i++ {
		all.piece(&b, text, cuts[i], cuts[i+1])
	}
	b.WriteString("</bdi>")
	return template.HTML(b.String())
}

func (all stretches) piece(b *strings.Builder, text string, from, to int) {
	var classes, notes []string
	for _, s := range all {
		if s.Start <= from && to <= s.End {
			if !slices.Contains(classes, s.class) {
				classes = append(classes, s.class)
			}
			if !slices.Contains(notes, s.note) {
				notes = append(notes, s.note)
			}
		}
	}
	if len(classes) == 0 {
		writeForeign(b, text[from:to])
		return
	}
	b.WriteString(`<mark class="` + strings.Join(classes, " ") + `" title="` + template.HTMLEscapeString(strings.Join(notes, ", ")) + `">`)
	writeForeign(b, text[from:to])
	b.WriteString(`</mark>`)
}

// evidencePiece is the part of a page that shows the sentences behind one entry.
func evidencePiece(v *visit) (*answer, error) {
	p, err := v.proven(v.request.PathValue("id"), fewDocuments)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := v.Server.render.fragment(&b, "evidence", p.first(fewSentences)); err != nil {
		return nil, err
	}
	return &answer{kind: "text/html; charset=utf-8", plain: b.Bytes()}, nil
}
