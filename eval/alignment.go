package eval

import (
	"strings"
	"unicode"
)

// solid counts the characters of text that show: blanks, controls and marks of
// direction or joining are left out, since tokenisers differ about them.
func solid(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && (r == softHyphen || !unicode.Is(unicode.Cf, r)) {
			n++
		}
	}
	return n
}

const softHyphen = '\u00ad'

// wordRef is a word with the place of its sentence among all words.
type wordRef struct {
	treebankWord
	parent   int // index among all words, -1 for a root
	sentence int
}

func flatten(sentences []treebankSentence) []wordRef {
	var words []wordRef
	for i, s := range sentences {
		base := len(words)
		for _, w := range s.words {
			parent := -1
			if w.head >= 0 {
				parent = base + w.head
			}
			words = append(words, wordRef{w, parent, i})
		}
	}
	return words
}

// alignWords pairs words that cover the same characters; inside tokens of
// several words, by the longest common run of forms (CoNLL 2018 shared task,
// conll18_ud_eval). It returns, for each system word, its gold word or -1.
func alignWords(gold, system []wordRef) []int {
	match := make([]int, len(system))
	for i := range match {
		match[i] = -1
	}
	g, s := 0, 0
	for g < len(gold) && s < len(system) {
		if gold[g].multi || system[s].multi {
			g0, s0, g1, s1 := multiwordSpan(gold, system, g, s)
			alignForms(gold, system, g0, s0, g1, s1, match)
			g, s = g1, s1
			continue
		}
		switch {
		case gold[g].start == system[s].start && gold[g].end == system[s].end:
			match[s] = g
			g++
			s++
		case gold[g].start <= system[s].start:
			g++
		default:
			s++
		}
	}
	return match
}

// multiwordSpan returns the words of both sides that lie within the tokens of
// several words at g and s, however they overlap.
func multiwordSpan(gold, system []wordRef, g, s int) (g0, s0, g1, s1 int) {
	var end int
	if gold[g].multi {
		end = gold[g].end
		if !system[s].multi && system[s].start < gold[g].start {
			s++
		}
	} else {
		end = system[s].end
		if !gold[g].multi && gold[g].start < system[s].start {
			g++
		}
	}
	g0, s0 = g, s
	for !beyond(gold, g, end) || !beyond(system, s, end) {
		if g < len(gold) && (s >= len(system) || gold[g].start <= system[s].start) {
			end = extend(gold[g], end)
			g++
		} else {
			end = extend(system[s], end)
			s++
		}
	}
	return g0, s0, g, s
}

func beyond(words []wordRef, i, end int) bool {
	if i >= len(words) {
		return true
	}
	if words[i].multi {
		return words[i].start >= end
	}
	return words[i].end > end
}

func extend(w wordRef, end int) int {
	if w.multi && w.end > end {
		return w.end
	}
	return end
}

// alignForms pairs gold[g0:g1] and system[s0:s1] along a longest common
// subsequence of forms, case aside.
func alignForms(gold, system []wordRef, g0, s0, g1, s1 int, match []int) {
	n, m := g1-g0, s1-s0
	if n == 0 || m == 0 {
		return
	}
	longest := make([][]int, n+1)
	for i := range longest {
		longest[i] = make([]int, m+1)
	}
	same := func(i, j int) bool { return strings.EqualFold(gold[g0+i].form, system[s0+j].form) }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if same(i, j) {
				longest[i][j] = max(longest[i][j], 1+longest[i+1][j+1])
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			match[s0+j] = g0 + i
			i++
			j++
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
}
