package view

import (
	"math"
	"strings"

	"github.com/parleyrecord/parley/view/rarity"
)

const (
	// sameNews is how alike two sentences may be before the second tells
	// nothing new.
	sameNews = 0.6
	// repeating is how much likeness to what is told already counts against a
	// sentence (maximal marginal relevance, Carbonell and Goldstein 1998).
	repeating = 0.3
	// farDown is how many bytes down its text a sentence tells half as well what its day
	// was about.
	farDown = 5000.0
	// longest is how many words a sentence may have; one eight times as long counts half, for
	// what else it tells.
	longest = 25.0
	// inQuotes is how much less a sentence counts that quotes: it gives somebody's words on what
	// happened, not what happened.
	inQuotes = 0.7
)

// middle is what sentences are about: the sum of their words' weights, of length one.
type middle []float64

func middleOf(words *rarity.Weights, bags []rarity.Bag) middle {
	m := make(middle, words.Words())
	for _, b := range bags {
		for _, w := range b {
			m[w.Word] += w.Weight
		}
	}
	length := 0.0
	for _, weight := range m {
		length += weight * weight
	}
	length = math.Sqrt(max(length, math.SmallestNonzeroFloat64))
	for i := range m {
		m[i] /= length
	}
	return m
}

// likeness is 1 for a sentence that is about just that.
func (m middle) likeness(b rarity.Bag) (sum float64) {
	for _, w := range b {
		sum += w.Weight * m[w.Word]
	}
	return sum
}

// central picks at most n of a day's sentences: each time the one that is most like all
// of them taken together, and those of all days, and least like those picked before. Long
// ones, those that quote, and those far down their texts, count less.
func central(words *rarity.Weights, all middle, sentences []Sentence, n int) []Sentence {
	bags := make([]rarity.Bag, len(sentences))
	for i, s := range sentences {
		bags[i] = words.Bag(s.Text)
	}
	day := middleOf(words, bags)
	relevance, likeness := make([]float64, len(bags)), make([]float64, len(bags))
	for i, b := range bags {
		s := sentences[i]
		relevance[i] = day.likeness(b)/(1+float64(s.Start)/farDown) + all.likeness(b)
		relevance[i] *= math.Cbrt(min(1, longest/float64(len(strings.Fields(s.Text)))))
		if strings.ContainsAny(s.Text, "\"“”") {
			relevance[i] *= inQuotes
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
			likeness[i] = max(likeness[i], b.Likeness(bags[best]))
		}
		likeness[best] = math.Inf(1)
	}
	return picked
}
