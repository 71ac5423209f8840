package actors

import (
	"strings"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// surnameOfState tells whether the name of a state or of its seat is the surname of somebody
// whom the text names in full: "Jordan" after "Michael Jordan". Where the text speaks of the
// state besides, only what the tagger takes for a person is.
func (f *finder) surnameOfState(sentence, token int, m *lexicon.Match) bool {
	if m.First != m.Last || m.Kind != lexicon.StateMatch && m.Kind != lexicon.MetonymMatch || !f.alone(sentence, token) {
		return false
	}
	word := f.sentence(sentence).Tokens[token].Text
	if !f.toldAsPlace(word) {
		return true
	}
	for _, n := range f.cast.text.Names {
		if n.Sentence == sentence && n.First == token && n.Last == token+1 {
			return n.Kind == english.Person
		}
	}
	return false
}

// toldAsPlace tells whether the text uses a word that is somebody's surname for the place too:
// behind "in" or "to", or with an article.
func (f *finder) toldAsPlace(word string) bool {
	if told, known := f.asPlace[word]; known {
		return told
	}
	told := false
	for i := range f.cast.text.Sentences {
		tokens := f.sentence(i).Tokens
		for token := 1; token < len(tokens) && !told; token++ {
			if tokens[token].Text == word {
				before := strings.ToLower(tokens[token-1].Text)
				told = placing[before] && f.alone(i, token)
			}
		}
	}
	if f.asPlace == nil {
		f.asPlace = map[string]bool{}
	}
	f.asPlace[word] = told
	return told
}

// placing are the words before a place.
var placing = map[string]bool{"in": true, "to": true, "from": true, "near": true, "across": true, "into": true, "inside": true, "the": true, "at": true}
