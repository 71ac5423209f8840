package english

import (
	"sync"

	"github.com/parleyrecord/parley/english/model"
)

// Engine turns English text into sentences. It is safe for concurrent use.
type Engine struct {
	tables  *tables
	model   *model.Model
	scratch sync.Pool // *workspace
}

// workspace is the memory one call of Parse works in.
type workspace struct {
	scanner scanner
	pairs   []pair
	spans   []sentenceSpan
	network *model.Workspace
	forms   []string // of the sentence being added
	pending []int    // sentences in the network's batch
	names   []Name
}

// sentenceSpan is a sentence in terms of pieces.
type sentenceSpan struct{ first, last, paragraph int }

// New returns an engine over the embedded model, which is loaded once, when
// first asked for, and shared by all engines.
func New() (*Engine, error) {
	m, err := model.Load()
	if err != nil {
		return nil, err
	}
	e := &Engine{tables: loadTables(), model: m}
	e.scratch.New = func() any { return &workspace{network: m.NewWorkspace()} }
	return e, nil
}

// Parse reads a text. A line break ends a paragraph and its last sentence.
func (e *Engine) Parse(text string) *Text {
	w := e.scratch.Get().(*workspace)
	defer e.scratch.Put(w)
	t := &Text{Source: text}
	e.segment(w, t)
	w.analyse(t)
	return t
}

// Segment cuts a text into sentences and bare tokens as Parse does, and leaves
// out the trees and names, which take nearly all of the time.
func (e *Engine) Segment(text string) *Text {
	w := e.scratch.Get().(*workspace)
	defer e.scratch.Put(w)
	t := &Text{Source: text}
	e.segment(w, t)
	return t
}

// segment fills the sentences, their bare tokens and the quotations of t.
func (e *Engine) segment(w *workspace, t *Text) {
	w.scanner = scanner{text: t.Source, tables: e.tables, pieces: w.scanner.pieces[:0]}
	w.spans = w.spans[:0]
	quotes := newPairer(t.Source)
	quotes.pairs = w.pairs[:0]
	sentences := segmenter{text: t.Source, tables: e.tables}
	paragraph := 0
	paragraphs(t.Source, func(lo, hi int) {
		first := len(w.scanner.pieces)
		w.scanner.paragraph(lo, hi)
		last := len(w.scanner.pieces)
		if first == last && lo > 0 {
			return
		}
		quotes.paragraph(w.scanner.pieces, first, last)
		sentences.paragraph(w.scanner.pieces, first, last, func(first, last int) {
			w.spans = append(w.spans, sentenceSpan{first, last, paragraph})
		})
		paragraph++
	})
	w.writeSentences(t)
	next := 0
	quotes.quotations(t, func(piece int) int {
		for w.spans[next].last <= piece {
			next++
		}
		return t.Sentences[next].End
	})
	w.pairs = quotes.pairs
	w.scanner.text = ""
}

// writeSentences makes the sentences and tokens of t from the pieces, all
// tokens in one block.
func (w *workspace) writeSentences(t *Text) {
	if len(w.spans) == 0 {
		return
	}
	tokens := make([]Token, len(w.scanner.pieces))
	for i, p := range w.scanner.pieces {
		tokens[i] = Token{Start: p.start, End: p.end, Text: t.Source[p.start:p.end], Head: -1}
	}
	t.Sentences = make([]Sentence, len(w.spans))
	for i, span := range w.spans {
		own := tokens[span.first:span.last:span.last]
		t.Sentences[i] = Sentence{Start: own[0].Start, End: own[len(own)-1].End, Paragraph: span.paragraph, Tokens: own}
	}
}

// paragraphs calls found with the extent of each line of text, without its
// line break; "\r\n" is one break.
func paragraphs(text string, found func(lo, hi int)) {
	lo := 0
	for i := 0; i < len(text); {
		class, size := classAt(text, i)
		if class == breakChar {
			found(lo, i)
			if text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
				size = 2
			}
			lo = i + size
		}
		i += size
	}
	found(lo, len(text))
}
