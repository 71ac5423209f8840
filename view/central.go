package view

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

const (
	// sameNews is how alike two sentences may be before the second tells
	// nothing new.
	sameNews = 0.6
	// repeating is how much likeness to what is told already counts against a
	// sentence (maximal marginal relevance, Carbonell and Goldstein 1998).
	repeating = 0.3
)

// central picks at most n sentences: each time the one that is most like all
// of them taken together and least like those picked before.
func (r *rarity) central(sentences []Sentence, n int) []Sentence {
	bags := make([]bag, len(sentences))
	middle := make([]float64, len(r.with))
	for i, s := range sentences {
		bags[i] = r.weigh(s.Text)
		for _, w := range bags[i] {
			middle[w.word] += w.weight
		}
	}
	length := 0.0
	for _, weight := range middle {
		length += weight * weight
	}
	relevance, likeness := make([]float64, len(bags)), make([]float64, len(bags))
	for i, b := range bags {
		for _, w := range b {
			relevance[i] += w.weight * middle[w.word] / math.Sqrt(length)
		}
	}
	var picked []Sentence
	for len(picked) < n {
		best := -1
		for i := range bags {
			if likeness[i] <= sameNews && (best < 0 || relevance[i]-repeating*likeness[i] > relevance[best]-repeating*likeness[best]) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		picked = append(picked, sentences[best])
		for i, b := range bags {
			likeness[i] = max(likeness[i], b.dot(bags[best]))
		}
		likeness[best] = math.Inf(1)
	}
	return picked
}

// rarity weighs words: those that stand in few of the sentences weigh more
// (inverse sentence frequency).
type rarity struct {
	sentences int
	number    map[string]int // of each word
	with      []int          // in how many sentences a word stands, by its number
}

func newRarity(sentences []Sentence) *rarity {
	r := &rarity{sentences: len(sentences), number: map[string]int{}}
	for _, s := range sentences {
		words := wordsOf(s.Text)
		slices.Sort(words)
		for _, word := range slices.Compact(words) {
			n, ok := r.number[word]
			if !ok {
				n = len(r.with)
				r.number[word] = n
				r.with = append(r.with, 0)
			}
			r.with[n]++
		}
	}
	return r
}

// weigh makes a bag of length one of the words of one of the sentences.
func (r *rarity) weigh(text string) bag {
	count := map[int]float64{}
	for _, word := range wordsOf(text) {
		count[r.number[word]]++
	}
	b := make(bag, 0, len(count))
	for n, times := range count {
		b = append(b, weighed{n, (1 + math.Log(times)) * math.Log(1+float64(r.sentences)/float64(r.with[n]))})
	}
	slices.SortFunc(b, func(x, y weighed) int { return cmp.Compare(x.word, y.word) })
	if length := math.Sqrt(b.dot(b)); length > 0 {
		for i := range b {
			b[i].weight /= length
		}
	}
	return b
}

// bag is the words of a sentence by number, in order, with their weights.
type bag []weighed

type weighed struct {
	word   int
	weight float64
}

func (b bag) dot(c bag) (sum float64) {
	for i, j := 0, 0; i < len(b) && j < len(c); {
		switch {
		case b[i].word < c[j].word:
			i++
		case b[i].word > c[j].word:
			j++
		default:
			sum += b[i].weight * c[j].weight
			i++
			j++
		}
	}
	return sum
}

// shortestWord keeps out most words that say nothing by themselves; numbers
// may be shorter.
const shortestWord = 3

func wordsOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.DeleteFunc(words, func(word string) bool { return len(word) < shortestWord && (word[0] < '0' || word[0] > '9') })
}
