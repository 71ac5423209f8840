package english

import "unicode"

const (
	shoutedWords  = 4  // in capitals, at least, that make a headline
	shoutedLength = 60 // pieces of a headline, at most
)

// shoutedHeadline returns the end of a headline in capitals that runs into the
// text after it ("ENVOYS RETURN TO LYSTA FOR TALKS The foreign minister ..."),
// or start where there is none.
func (s *segmenter) shoutedHeadline(start int) int {
	words, end := 0, start
	for end < s.hi && end-start <= shoutedLength && (s.pieces[end].kind == mark || s.pieces[end].kind == number || isAllCapitals(s.word(end))) {
		if s.pieces[end].kind == word {
			words++
		}
		if s.isTerminal(end) && s.pieces[end].kind == mark {
			return start
		}
		end++
	}
	if end >= s.hi || words < shoutedWords || end-start > shoutedLength {
		return start
	}
	for end > start && (s.pieces[end-1].role == opensQuote || s.pieces[end-1].kind == abbreviation || s.isWord(end-1, "A")) {
		end-- // what begins the text: “, U.S.
	}
	if !startsUpper(s.word(end)) && s.pieces[end].role != opensQuote || s.pieces[end].gap == noGap {
		return start
	}
	return end
}

func isAllCapitals(w string) bool {
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
