package press

import (
	"strings"

	"github.com/parleyrecord/parley"
)

// page is an article's title and text as they are written, with the evidence for
// the item that the present sentence tells.
type page struct {
	body  strings.Builder
	spans []parley.Evidence
	from  int // where the sentence begins
}

func newPage(title string) *page {
	p := &page{}
	p.body.WriteString(title + "\n")
	p.begin()
	return p
}

func (p *page) begin() { p.from, p.spans = p.body.Len(), nil }

// write adds words to the sentence as evidence for a field's value; fields are
// separated by blanks, and none makes the words no evidence.
func (p *page) write(words, fields, value string) {
	if p.body.Len() > p.from {
		p.body.WriteByte(' ')
	}
	span := parley.Span{Start: p.body.Len(), End: p.body.Len() + len(words)}
	p.body.WriteString(words)
	for _, f := range strings.Fields(fields) {
		p.spans = append(p.spans, parley.Evidence{Field: f, Value: value, Span: span})
	}
}

// end closes the sentence, which supports the field as a whole, and returns its
// words and all that it supports, this first.
func (p *page) end(field string) (words string, spans []parley.Evidence) {
	whole := parley.Span{Start: p.from, End: p.body.Len()}
	words = p.body.String()[whole.Start:whole.End]
	spans = append([]parley.Evidence{{Field: field, Span: whole}}, p.spans...)
	p.body.WriteString(". ")
	p.begin()
	return words, spans
}

func (p *page) text() string {
	_, text, _ := strings.Cut(p.body.String(), "\n")
	return text
}
