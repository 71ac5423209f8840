package eval

import (
	_ "embed"
	"math"
	"strings"

	"github.com/blevesearch/go-porterstemmer"

	"github.com/parleyrecord/parley"
)

// stopWords are those of the SMART system (Cornell), one a line, with what
// ROUGE-1.5.5 adds to them.
//
//go:embed stop_words.txt
var stopWords string

var isStopWord = func() map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq(stopWords) {
		words[word] = true
	}
	return words
}()

// rougeTokens cuts sentences into tokens as ROUGE-1.5.5 does with -m and -s:
// runs of letters and digits, without stop words, those of more than three
// letters stemmed (Porter). ROUGE's list of irregular forms is left out.
func rougeTokens(sentences []string) []string {
	var tokens []string
	for _, sentence := range sentences {
		for token := range strings.FieldsFuncSeq(strings.ToLower(sentence), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
			if isStopWord[token] {
				continue
			}
			if len(token) > 3 {
				token = string(porterstemmer.StemWithoutLowerCasing([]rune(token)))
			}
			tokens = append(tokens, token)
		}
	}
	return tokens
}

// grams counts the runs of n tokens.
func grams(tokens []string, n int) map[string]int {
	counts := map[string]int{}
	for i := n; i <= len(tokens); i++ {
		counts[strings.Join(tokens[i-n:i], " ")]++
	}
	return counts
}

func overlapOf(a, b map[string]int) (shared int) {
	for gram, n := range a {
		shared += min(n, b[gram])
	}
	return shared
}

func total(counts map[string]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}

// alignedRouge is F1 of ROUGE-1 and ROUGE-2 over days that are aligned many to
// one: for precision each found day with the gold day, for recall each gold day
// with the found day, that costs least. Days cost by how far apart they lie and
// how little their words overlap; what they share counts less the farther apart
// they are.
func alignedRouge(found, gold timeline) (rouge1, rouge2 float64) {
	precision1, precision2 := alignedShares(found, gold)
	recall1, recall2 := alignedShares(gold, found)
	return harmonic(precision1, recall1), harmonic(precision2, recall2)
}

// alignedShares is how much of what the days of a tell the days of b tell too,
// in single words and in pairs.
func alignedShares(a, b timeline) (words, pairs float64) {
	if len(b) == 0 {
		return 0, 0
	}
	var shared, all [3]float64
	for _, day := range a.days() {
		best := nearestDay(day, a[day], b)
		for n := 1; n <= 2; n++ {
			mine, theirs := grams(rougeTokens(a[day]), n), grams(rougeTokens(b[best]), n)
			shared[n] += float64(overlapOf(mine, theirs)) * closeness(day, best)
			all[n] += float64(total(mine))
		}
	}
	return part(shared[1], all[1]), part(shared[2], all[2])
}

func part(some, all float64) float64 {
	if all == 0 {
		return 0
	}
	return some / all
}

// closeness is 1 for one and the same day, 1/2 for neighbours, and so on.
func closeness(a, b parley.Date) float64 {
	return 1 / (1 + math.Abs(a.First().Sub(b.First()).Hours()/24))
}

// nearestDay is the day of b that costs least for a day that these sentences
// tell, the earliest of several. The overlap of words is that of tokens as they
// stand.
func nearestDay(day parley.Date, told []string, b timeline) (best parley.Date) {
	least := math.Inf(1)
	mine := grams(strings.Fields(strings.Join(told, " ")), 1)
	for _, other := range b.days() {
		theirs := grams(strings.Fields(strings.Join(b[other], " ")), 1)
		alike := part(2*float64(overlapOf(mine, theirs)), float64(total(mine)+total(theirs)))
		if cost := (1 - closeness(day, other)) * (1 - alike); cost < least {
			least, best = cost, other
		}
	}
	return best
}
