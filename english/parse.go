package english

import (
	"strings"

	"github.com/parleyrecord/parley/english/model"
)

// nameKinds maps the model's name types to kinds.
var nameKinds = map[string]NameKind{"PER": Person, "ORG": Organisation, "LOC": Location, "MISC": Other}

// ParseTokens reads one sentence that is already cut into tokens. Offsets are
// those of the tokens joined by single blanks. More than 160 tokens come back
// as several sentences.
func (e *Engine) ParseTokens(words []string) *Text {
	w := e.scratch.Get().(*workspace)
	defer e.scratch.Put(w)
	t := &Text{Source: strings.Join(words, " ")}
	tokens := make([]Token, len(words))
	at := 0
	for i, word := range words {
		tokens[i] = Token{Start: at, End: at + len(word), Text: t.Source[at : at+len(word)], Head: -1}
		at += len(word) + 1
	}
	for len(tokens) > 0 {
		n := min(len(tokens), sentenceLimit)
		t.Sentences = append(t.Sentences, Sentence{Start: tokens[0].Start, End: tokens[n-1].End, Tokens: tokens[:n:n]})
		tokens = tokens[n:]
	}
	w.analyse(t)
	return t
}

// analyse tags and parses all sentences of t and finds its names.
func (w *workspace) analyse(t *Text) {
	w.names, w.pending = w.names[:0], w.pending[:0]
	for i := range t.Sentences {
		w.forms = w.forms[:0]
		for _, token := range t.Sentences[i].Tokens {
			w.forms = append(w.forms, token.Text)
		}
		if !w.network.Add(w.forms) {
			w.run(t)
			w.network.Add(w.forms)
		}
		w.pending = append(w.pending, i)
	}
	w.run(t)
	clear(w.forms)
	if len(w.names) > 0 {
		t.Names = append(t.Names, w.names...)
		t.dropDays()
		t.mendHalves()
		t.mendAmpersands()
		t.mendRepeated()
		t.mendApposed()
	}
	t.link()
}

// run sends the batch through the network and writes what it found into t.
func (w *workspace) run(t *Text) {
	w.network.Run(func(i int, words []model.Word, names []model.Name) {
		index := w.pending[i]
		s := &t.Sentences[index]
		tokens := s.Tokens
		for j := range words {
			word, token := &words[j], &tokens[j]
			token.Lemma, token.UPOS, token.XPOS, token.Feats = word.Lemma, word.UPOS, word.XPOS, word.Feats
			token.Head, token.Deprel = word.Head, word.Deprel
		}
		for _, mend := range mends {
			mend(s)
		}
		for _, name := range names {
			w.names = append(w.names, Name{
				Start: tokens[name.First].Start, End: tokens[name.Last-1].End,
				Sentence: index, First: name.First, Last: name.Last, Kind: nameKinds[name.Type],
			})
		}
	})
	w.pending = w.pending[:0]
}
