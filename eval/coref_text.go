package eval

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
)

// ecbText is the text of a document of ECB+, sentence by sentence.
type ecbText struct {
	order     []string          // the numbers of the sentences
	sentences map[string]string // by number
	tokens    map[string]ecbToken
}

// ecbToken is where a token stands.
type ecbToken struct {
	sentence   string
	start, end int // in bytes of the sentence
}

func newECBText(d ecbDocument) *ecbText {
	t := &ecbText{sentences: map[string]string{}, tokens: map[string]ecbToken{}}
	for _, token := range d.Tokens {
		sentence, known := t.sentences[token.Sentence]
		if !known {
			t.order = append(t.order, token.Sentence)
		}
		if sentence != "" {
			sentence += " "
		}
		t.tokens[token.ID] = ecbToken{token.Sentence, len(sentence), len(sentence) + len(token.Text)}
		t.sentences[token.Sentence] = sentence + token.Text
	}
	return t
}

func (t *ecbText) whole() string {
	lines := make([]string, len(t.order))
	for i, number := range t.order {
		lines[i] = t.sentences[number]
	}
	return strings.Join(lines, "\n")
}

func (t *ecbText) sentenceOf(m ecbMarkable) string {
	if len(m.Tokens) == 0 {
		return ""
	}
	return t.tokens[m.Tokens[0].ID].sentence
}

// read gives the words of a mention and the lemma of its head: of its words that
// on which the others hang.
func (t *ecbText) read(engine *english.Engine, sentence string, m ecbMarkable) (words, lemma string) {
	line := t.sentences[sentence]
	var spans []ecbToken
	var pieces []string
	for _, anchor := range m.Tokens {
		at := t.tokens[anchor.ID]
		spans = append(spans, at)
		pieces = append(pieces, line[at.start:at.end])
	}
	words = strings.Join(pieces, " ")
	inside := func(token english.Token) bool {
		return slices.ContainsFunc(spans, func(s ecbToken) bool { return token.Start < s.end && s.start < token.End })
	}
	for _, parsed := range engine.Parse(line).Sentences {
		for _, token := range parsed.Tokens {
			if inside(token) && (token.Head < 0 || !inside(parsed.Tokens[token.Head])) {
				return words, strings.ToLower(token.Lemma)
			}
		}
	}
	return words, strings.ToLower(pieces[len(pieces)-1])
}
