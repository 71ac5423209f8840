package english

import "strings"

// byline returns the end of a line of writers that opens a paragraph or
// follows a headline ("By Anna Kovar and Jan Moe Reporting from Lysta"), of a
// second one that says where each of them was included, or start where there is
// none. A name counts two words, and an initial.
func (s *segmenter) byline(start int) int {
	if s.word(start) != "By" {
		return start
	}
	i := start + 1
	for {
		end := s.writer(i)
		if end == i {
			return start
		}
		i = end
		if i+1 < s.hi && (s.isWord(i, "and") || s.isWord(i, ",")) && startsUpper(s.word(i+1)) {
			i++
			continue
		}
		break
	}
	if i+2 < s.hi && s.isWord(i, "Reporting") && s.isWord(i+1, "from") {
		i = s.placeEnd(i + 2)
	}
	if i >= s.hi || s.pieces[i].gap == noGap || !s.opensLine(i) {
		return start
	}
	return s.whereabouts(start+1, i)
}

// whereabouts returns the end of the words at i that say from where each of the
// writers named at first reported ("Anna Kovar reported from Lysta, and Jan Moe
// from Tarvik, Norland"), i where there are none.
func (s *segmenter) whereabouts(first, i int) int {
	end := s.writer(i)
	if end == i || end+2 >= s.hi || s.word(i) != s.word(first) || !s.isWord(end, "reported") || !s.isWord(end+1, "from") {
		return i
	}
	end = s.placeEnd(end + 2)
	if end+1 < s.hi && s.isWord(end, ",") && s.isWord(end+1, "and") {
		end++
	}
	if next := s.writer(end + 1); end < s.hi && s.isWord(end, "and") && next > end+1 && next+1 < s.hi && s.isWord(next, "from") {
		end = s.placeEnd(next + 1)
	}
	if end >= s.hi || s.pieces[end].gap == noGap || !s.opensLine(end) {
		return i
	}
	return end
}

// writer returns the end of a name of two capitalised words at i.
func (s *segmenter) writer(i int) int {
	at, words := i, 0
	for at < s.hi && words < 2 {
		w := s.word(at)
		if !startsUpper(w) || s.tables.openers[w] || s.tables.calendar[w] {
			return i
		}
		if s.pieces[at].kind == word || strings.Count(w, ".") > 1 {
			words++ // "Kovar", "K.B."
		}
		at++
		for at+1 < s.hi && s.word(at) == "-" && s.pieces[at].gap == noGap {
			at += 2
		}
	}
	if words < 2 {
		return i
	}
	return at
}

// placeEnd returns the end of the place at i: a word or, where it begins such a
// name, two, and the name of the country behind a comma.
func (s *segmenter) placeEnd(i int) int {
	i = s.nameOfPlace(i)
	if i+1 >= s.hi || s.word(i) != "," || !startsUpper(s.word(i+1)) {
		return i
	}
	return s.nameOfPlace(i + 1)
}

// nameOfPlace returns the end of the name of a place at i.
func (s *segmenter) nameOfPlace(i int) int {
	for i+1 < s.hi && s.tables.placewords[s.word(i)] && startsUpper(s.word(i+1)) {
		i++
	}
	if i++; i < s.hi && s.isWord(i, "City") {
		i++
	}
	return i
}
