// Package rarity weighs words by how few of some texts they stand in, and tells
// how alike two of the texts are by the words that they share (term frequency and
// inverse document frequency, compared by cosine).
package rarity

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// Weights are the weights of the words of some texts.
type Weights struct {
	texts  int
	number map[string]int // of each word
	with   []int          // in how many texts a word stands, by its number
}

// Of weighs the words of texts.
func Of(texts []string) *Weights {
	w := &Weights{texts: len(texts), number: map[string]int{}}
	for _, text := range texts {
		words := wordsOf(text)
		slices.Sort(words)
		for _, word := range slices.Compact(words) {
			n, ok := w.number[word]
			if !ok {
				n = len(w.with)
				w.number[word] = n
				w.with = append(w.with, 0)
			}
			w.with[n]++
		}
	}
	return w
}

// Words is how many different words there are.
func (w *Weights) Words() int { return len(w.with) }

// Bag makes a bag of length one of the words of a text; words that stand in none
// of the texts that were weighed are left out.
func (w *Weights) Bag(text string) Bag {
	count := map[int]float64{}
	for _, word := range wordsOf(text) {
		if n, ok := w.number[word]; ok {
			count[n]++
		}
	}
	b := make(Bag, 0, len(count))
	for n, times := range count {
		b = append(b, Weighed{n, (1 + math.Log(times)) * math.Log(1+float64(w.texts)/float64(w.with[n]))})
	}
	slices.SortFunc(b, func(x, y Weighed) int { return cmp.Compare(x.Word, y.Word) })
	if length := math.Sqrt(b.Likeness(b)); length > 0 {
		for i := range b {
			b[i].Weight /= length
		}
	}
	return b
}

// Bag is the words of a text by number, in order, with their weights.
type Bag []Weighed

// Weighed is a word's number and weight.
type Weighed struct {
	Word   int
	Weight float64
}

// Likeness is 1 for the same words in the same proportions, 0 where none is
// shared.
func (b Bag) Likeness(c Bag) (sum float64) {
	for i, j := 0, 0; i < len(b) && j < len(c); {
		switch {
		case b[i].Word < c[j].Word:
			i++
		case b[i].Word > c[j].Word:
			j++
		default:
			sum += b[i].Weight * c[j].Weight
			i++
			j++
		}
	}
	return sum
}

// shortestWord keeps out most words that say nothing by themselves; numbers may
// be shorter.
const shortestWord = 3

func wordsOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.DeleteFunc(words, func(word string) bool { return len(word) < shortestWord && (word[0] < '0' || word[0] > '9') })
}
