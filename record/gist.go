package record

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/go-porterstemmer"
)

// gist is what a statement says, without endings, function words and the choice among
// words that mean the same.
type gist struct {
	stems  []string        // sorted, each once
	plain  map[string]bool // those of words that begin with a small letter, as names do not
	counts []string        // the numbers among them
}

func gistOf(content []string) gist {
	g := gist{plain: map[string]bool{}}
	for _, piece := range content {
		for _, word := range strings.FieldsFunc(piece, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ',' }) {
			word = strings.Trim(word, ",")
			lower := strings.ToLower(word)
			first, _ := utf8.DecodeRuneInString(word)
			if strings.Trim(word, "0123456789,") == "" {
				g.counts = append(g.counts, lower)
			} else if len(word) < 3 || functionWords[lower] || shortWords[lower] {
				continue
			}
			stem := stemOf(lower)
			g.stems = append(g.stems, stem)
			g.plain[stem] = g.plain[stem] || unicode.IsLower(first)
		}
	}
	slices.Sort(g.stems)
	g.stems = slices.Compact(g.stems)
	return g
}

// stems remembers the stems of the first words met, which are most of those in use.
var (
	stems     sync.Map
	stemsKept atomic.Int64
)

const mostStems = 1 << 16

// stemOf is the stem of a word in small letters, or of what means the same.
func stemOf(word string) string {
	if stem, ok := stems.Load(word); ok {
		return stem.(string)
	}
	stem := porterstemmer.StemString(word)
	if same, ok := reworded[stem]; ok {
		stem = same
	}
	if stemsKept.Add(1) <= mostStems {
		stems.Store(word, stem)
	}
	return stem
}

// otherCounts tells whether both give counts, and none that the other gives.
func (g gist) otherCounts(h gist) bool {
	return len(g.counts) > 0 && len(h.counts) > 0 && !overlap(g.counts, h.counts)
}

//go:embed reworded.txt
var rewordedLines string

// reworded gives the stem that stands for all that mean the same.
var reworded = func() map[string]string {
	same := map[string]string{}
	for line := range strings.Lines(rewordedLines) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		group := strings.Fields(line)
		for _, word := range group {
			same[porterstemmer.StemString(word)] = porterstemmer.StemString(group[0])
		}
	}
	return same
}()
