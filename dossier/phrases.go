package dossier

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrases finds many phrases in a run of words at once: a trie of words.
type phrases struct {
	words map[string]int32
	edges map[uint64]int32
	terms [][]term // by node; node 0 is the root
}

// term is what a phrase says to one dossier.
type term struct {
	dossier int32 // nobody for a phrase that says nothing
	id      int32 // of the phrase, or of the party that it names, among all
	weight  int32
	kind    termKind
	caps    caps
	general bool // a watched word that is one of talks or conflict in general
}

const nobody = -1

type termKind uint8

const (
	watched  termKind = iota // a watched word
	party                    // a name of a decisive party
	fellow                   // a name of another party
	other                    // a name of somebody else that matters
	context                  // a word of talks or conflict in general
	work                     // a word for a work of art, sport or a death
	excepted                 // a phrase that says nothing
)

// caps says which capitals a phrase wants.
type caps uint8

const (
	anyCase caps = iota
	capital      // its first letter is one
	acronym      // all its letters are
)

func newPhrases() *phrases {
	return &phrases{words: map[string]int32{}, edges: map[uint64]int32{}, terms: make([][]term, 1)}
}

func (p *phrases) add(words []string, t term) {
	node := int32(0)
	for _, w := range words {
		id, ok := p.words[w]
		if !ok {
			id = int32(len(p.words))
			p.words[w] = id
		}
		edge := uint64(node)<<32 | uint64(id)
		next, ok := p.edges[edge]
		if !ok {
			next = int32(len(p.terms))
			p.edges[edge], p.terms = next, append(p.terms, nil)
		}
		node = next
	}
	if node != 0 {
		p.terms[node] = append(p.terms[node], t)
	}
}

// id is the number of a word, -1 where no phrase holds it.
func (p *phrases) id(word []byte) int32 {
	if id, ok := p.words[string(word)]; ok {
		return id
	}
	return -1
}

// longest is the longest phrase that begins at a word and whose terms the
// capitals of the text allow: its terms and the word after it.
func (p *phrases) longest(words []word, start int, id func(*word) int32) (found []term, next int) {
	node := int32(0)
	for i := start; i < len(words) && words[i].passage == words[start].passage; i++ {
		w := id(&words[i])
		if w < 0 {
			break
		}
		to, ok := p.edges[uint64(node)<<32|uint64(w)]
		if !ok {
			break
		}
		node = to
		if terms := p.terms[node]; slices.ContainsFunc(terms, func(t term) bool { return allowed(t.caps, words[start:i+1]) }) {
			found, next = terms, i+1
		}
	}
	return found, next
}

func allowed(want caps, words []word) bool {
	switch want {
	case capital:
		return words[0].capital
	case acronym:
		return words[0].upper && words[len(words)-1].upper
	}
	return true
}

// forms are the runs of words under which a phrase is found: as it is, and with
// its last word in the plural.
func forms(phrase string) [][]string {
	words := wordsOf(phrase)
	if len(words) == 0 {
		return nil
	}
	last := words[len(words)-1]
	plural := append(append([]string(nil), words[:len(words)-1]...), pluralOf(last))
	return [][]string{words, plural}
}

func pluralOf(word string) string {
	stem, y := strings.CutSuffix(word, "y")
	switch {
	case y && stem != "" && !strings.ContainsAny(stem[len(stem)-1:], "aeiou"):
		return stem + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "sh"):
		return word + "es"
	}
	return word + "s"
}

// wordsOf cuts a phrase as texts are cut.
func wordsOf(phrase string) []string {
	var t text
	t.cut(phrase, 0)
	words := make([]string, len(t.words))
	for i := range t.words {
		words[i] = string(t.plainOf(&t.words[i]))
	}
	return words
}

// capsOf is what a phrase as written in a dossier wants of the text's capitals.
func capsOf(phrase string) caps {
	first, _ := utf8.DecodeRuneInString(phrase)
	switch {
	case !unicode.IsUpper(first):
		return anyCase
	case len(phrase) <= 4 && strings.ToUpper(phrase) == phrase:
		return acronym
	}
	return capital
}
