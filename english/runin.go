package english

import "strings"

// Where a page's line breaks are lost, lines without a full stop run into the
// sentence after them. The rules here find those joints.

// runsIn holds where a sentence begins at i although nothing closed the words
// before it: after a byline or a line of page furniture, at a dateline, or at a word that only
// opens sentences with its capital, between words in lower case.
func (s *segmenter) runsIn(i int) bool {
	return i == s.lineEnd || s.furniture(i) > i || s.capitalOpens(i) || i > s.lineEnd && s.dateline(i, false) > i
}

// isRule holds for a line drawn with marks ("=====").
func (s *segmenter) isRule(i int) bool {
	const shortest = 5
	p := s.pieces[i]
	if p.kind != mark || p.end-p.start < shortest {
		return false
	}
	switch s.text[p.start] {
	case '=', '-', '_', '*', '~', '#', '+':
		return true
	}
	return false
}

// capitalOpens holds at "The" in "a better day The weather will turn".
func (s *segmenter) capitalOpens(i int) bool {
	if i+1 >= s.hi || s.pieces[i].gap == noGap || s.pieces[i].kind != word || s.pieces[i-1].kind != word {
		return false
	}
	w := s.word(i)
	if !startsUpper(w) || !s.tables.openers[w] || s.tables.capitals[w] {
		return false
	}
	before := s.word(i - 1)
	return startsLower(s.word(i+1)) && s.pieces[i+1].gap != noGap && startsLower(before) && !s.tables.unfinished[before]
}

// furniture returns the end of a line of page furniture at i, i where there is none.
func (s *segmenter) furniture(i int) int {
	for _, line := range s.tables.furniture[s.word(i)] {
		if i+len(line) <= s.hi && s.matches(i, line) {
			return s.afterClosers(i + len(line))
		}
	}
	return i
}

func (s *segmenter) matches(i int, line []string) bool {
	for j, w := range line {
		if s.word(i+j) != w {
			return false
		}
	}
	return true
}

// isTitled holds for lines whose longer words are capitalised, as in headlines.
func (s *segmenter) isTitled(lo, hi int) bool {
	const longest, minimum = 40, 4
	if hi-lo > longest {
		return false
	}
	longer, titled := 0, 0
	for i := lo; i < hi; i++ {
		if w := s.word(i); s.pieces[i].kind == word && len(w) >= minimum {
			longer++
			if startsUpper(w) {
				titled++
			}
		}
	}
	return longer >= 3 && titled*10 >= longer*8
}

// readFurniture indexes lines of furniture by their first word.
func readFurniture(lines []string) map[string][][]string {
	byFirst := map[string][][]string{}
	for _, line := range lines {
		words := strings.Fields(line)
		byFirst[words[0]] = append(byFirst[words[0]], words)
	}
	return byFirst
}
