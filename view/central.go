package view

import (
	"math"

	"github.com/parleyrecord/parley/view/rarity"
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
func central(words *rarity.Weights, sentences []Sentence, n int) []Sentence {
	bags := make([]rarity.Bag, len(sentences))
	middle := make([]float64, words.Words())
	for i, s := range sentences {
		bags[i] = words.Bag(s.Text)
		for _, w := range bags[i] {
			middle[w.Word] += w.Weight
		}
	}
	length := 0.0
	for _, weight := range middle {
		length += weight * weight
	}
	relevance, likeness := make([]float64, len(bags)), make([]float64, len(bags))
	for i, b := range bags {
		for _, w := range b {
			relevance[i] += w.Weight * middle[w.Word] / math.Sqrt(length)
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
