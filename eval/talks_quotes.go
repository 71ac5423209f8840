package eval

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// extent is a stretch of bytes.
type extent struct{ start, end int }

// goldAbbreviations end with a full stop that ends no sentence, where sentences
// are cut to see whether two quotes stand in one.
var goldAbbreviations = map[string]bool{}

func init() {
	for _, word := range strings.Fields("mr mrs ms dr gen lt col adm sen rep gov st u.s u.k u.n e.u jan feb mar apr aug sept sep oct nov dec no vs v inc co d.c") {
		goldAbbreviations[word] = true
	}
}

var lastWord = regexp.MustCompile(`([A-Za-z.]+)\n?$`)

// goldSentences cuts a text after full stops, question and exclamation marks
// before a capital or digit, and at line breaks.
func goldSentences(text string) []extent {
	cuts := []int{0}
	for i := 0; i < len(text); {
		end, ok := sentenceEnd(text, i)
		if !ok {
			i++
			continue
		}
		if text[i] != '.' || !abbreviated(text[cuts[len(cuts)-1]:i]) {
			cuts = append(cuts, end)
		}
		i = end
	}
	cuts = append(cuts, len(text))
	var sentences []extent
	for k := 1; k < len(cuts); k++ {
		if cuts[k] > cuts[k-1] {
			sentences = append(sentences, extent{cuts[k-1], cuts[k]})
		}
	}
	return sentences
}

// sentenceEnd tells whether a sentence ends at byte i, and where the next begins.
func sentenceEnd(text string, i int) (int, bool) {
	if text[i] == '\n' {
		for i < len(text) && text[i] == '\n' {
			i++
		}
		return i, true
	}
	if text[i] != '.' && text[i] != '!' && text[i] != '?' {
		return 0, false
	}
	i = skip(text, i+1, func(r rune) bool { return strings.ContainsRune("\"”’')]", r) })
	after := skip(text, i, unicode.IsSpace)
	if after == i {
		return 0, false
	}
	next, size := utf8.DecodeRuneInString(text[after:])
	if strings.ContainsRune("\"“‘'([", next) && size > 0 {
		next, _ = utf8.DecodeRuneInString(text[after+size:])
	}
	return after, next >= 'A' && next <= 'Z' || next >= '0' && next <= '9'
}

func skip(text string, i int, while func(rune) bool) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !while(r) {
			break
		}
		i += size
	}
	return i
}

func abbreviated(before string) bool {
	m := lastWord.FindStringSubmatch(before)
	if m == nil {
		return false
	}
	word := strings.ToLower(m[1])
	return goldAbbreviations[word] || len(word) == 1 && word != "."
}

// places are the sentences that an item's quotes stand in.
type places map[int]bool

func (p places) shared(other places) int {
	n := 0
	for k := range p {
		if other[k] {
			n++
		}
	}
	return n
}

// standing finds the sentences of each item's quotes. Quotes of fewer than three
// words, or over more than two sentences, count for nothing.
func standing[T any](text string, sentences []extent, items []T, quotes func(T) []string) []places {
	all := make([]places, len(items))
	for i, item := range items {
		all[i] = places{}
		for _, quote := range quotes(item) {
			all[i].add(text, sentences, strings.TrimSpace(quote))
		}
	}
	return all
}

func (p places) add(text string, sentences []extent, quote string) {
	if len(tokensOf(quote)) < 3 {
		return
	}
	for from := 0; ; {
		i := strings.Index(text[from:], quote)
		if i < 0 {
			return
		}
		i += from
		var in []int
		for k, s := range sentences {
			if s.start < i+len(quote) && i < s.end {
				in = append(in, k)
			}
		}
		if len(in) <= 2 {
			for _, k := range in {
				p[k] = true
			}
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		from = i + size
	}
}

var wordPattern = regexp.MustCompile(`[a-z0-9]+`)

// plainText is a text in lower case without accents and curly apostrophes.
func plainText(s string) string {
	s = norm.NFKD.String(strings.ReplaceAll(strings.ToLower(s), "’", "'"))
	return strings.Map(func(r rune) rune {
		if norm.NFKD.PropertiesString(string(r)).CCC() != 0 {
			return -1
		}
		return r
	}, s)
}

func tokensOf(s string) []string { return wordPattern.FindAllString(plainText(s), -1) }

// tokenF1 is the F1 of two texts' bags of tokens.
func tokenF1(a, b string) float64 {
	count := map[string]int{}
	x, y := tokensOf(a), tokensOf(b)
	for _, word := range x {
		count[word]++
	}
	n := 0
	for _, word := range y {
		if count[word] > 0 {
			count[word]--
			n++
		}
	}
	return ratio(2*n, len(x)+len(y))
}

// matched is a gold item and its partner.
type matched struct{ gold, predicted int }

// pairGreedily matches items one to one, best first; of equal scores the earlier
// gold item, then the earlier predicted one.
func pairGreedily(gold, predicted int, score func(i, j int) float64) []matched {
	type candidate struct {
		score float64
		matched
	}
	var all []candidate
	for i := range gold {
		for j := range predicted {
			if v := score(i, j); v > 0 {
				all = append(all, candidate{v, matched{i, j}})
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].score > all[b].score })
	var pairs []matched
	takenGold, takenPredicted := make([]bool, gold), make([]bool, predicted)
	for _, c := range all {
		if !takenGold[c.gold] && !takenPredicted[c.predicted] {
			takenGold[c.gold], takenPredicted[c.predicted] = true, true
			pairs = append(pairs, c.matched)
		}
	}
	slices.SortFunc(pairs, func(a, b matched) int { return a.gold - b.gold })
	return pairs
}
