package english

// datelineLimit is the number of pieces a dateline may take.
const datelineLimit = 16

// dateline returns the end of an agency's dateline at lo ("MOSCOW, May 26.
// /TASS/.", "TEHRAN (MNA) –", "KYIV, Ukraine (AP) —"), or lo where there is none.
// One without an agency ("LONDON —") counts at the start of a paragraph only.
func (s *segmenter) dateline(lo int, paragraph bool) int {
	if lo >= s.hi {
		return lo
	}
	if !isShouted(s.word(lo), 2) && s.pieces[lo].follow != beforeName {
		return s.quietDateline(lo, paragraph)
	}
	agency := false
	for i := lo; i < min(lo+datelineLimit, s.hi); i++ {
		w := s.word(i)
		switch {
		case w == "/" || w == "(":
			if end := s.agency(i); end > i {
				agency = true
				i = end - 1
				continue
			}
			if w == "/" && i+1 < s.hi && isShouted(s.word(i+1), 2) {
				continue // a second place
			}
			return lo
		case w == "." && agency:
			if !paragraph && (s.word(i-1) != "/" || !s.isCertain(lo, i)) {
				return lo
			}
			return i + 1
		case isDash(w) && i > lo:
			if agency && (paragraph || s.isCertain(lo, i)) || paragraph && s.isCityDash(lo, i) {
				return i + 1
			}
			return lo
		case agency && paragraph:
			return i
		case agency || !s.inDateline(i):
			return lo
		}
	}
	return lo
}

// quietDateline returns the end of a dateline whose place is not in capitals: "Oslo, Norway (CNN)
// --". It must open a paragraph, or follow a word in lower case where a line break is lost, and name an agency in
// capitals right before a dash.
func (s *segmenter) quietDateline(lo int, paragraph bool) int {
	if !startsUpper(s.word(lo)) && s.word(lo) != "(" {
		return lo
	}
	if !paragraph && !s.followsLine(lo) {
		return lo
	}
	for i := lo; i < min(lo+datelineLimit/2, s.hi); i++ {
		if s.word(i) != "(" {
			if !startsUpper(s.word(i)) && s.word(i) != "," {
				return lo
			}
			continue
		}
		end := s.agency(i)
		if end == i || !isShouted(s.word(i+1), 2) || end+1 >= s.hi || !isDash(s.word(end)) || !paragraph && i == lo && s.word(end) != "--" {
			return lo
		}
		if next := s.pieces[end+1]; next.kind != mark && !startsUpper(s.word(end+1)) {
			return lo // "the United Nations (UN) - said"
		}
		return end + 1
	}
	return lo
}

// followsLine holds where a line break may be lost before a dateline: behind a word in lower case or a day, or at
// the bracket of an agency that names no place.
func (s *segmenter) followsLine(lo int) bool {
	if lo == 0 || s.pieces[lo].gap == noGap {
		return false
	}
	before := s.word(lo - 1)
	if s.pieces[lo-1].role == closesQuote || lo+1 < s.hi && s.word(lo+1) == "," && s.pieces[lo-1].kind == word && !s.tables.unfinished[before] {
		return true // "they press on" Oslo, Norway (CNN) --
	}
	return s.word(lo) == "(" || startsLower(before) && !s.tables.unfinished[before] || s.tables.calendar[before]
}

// isCertain holds for datelines that may be believed inside a line: a shouted
// place up to the first mark, and a capital after the dateline.
func (s *segmenter) isCertain(lo, end int) bool {
	for i := lo; s.pieces[i].kind == word; i++ {
		if !isShouted(s.word(i), 2) {
			return false
		}
	}
	return len(s.word(lo)) > 3 && s.pieces[lo].gap != noGap && end+1 < s.hi && startsUpper(s.word(end+1))
}

// agency returns the end of "/TASS/" or "(AP)" at i, i where there is none.
func (s *segmenter) agency(i int) int {
	closer := ")"
	if s.word(i) == "/" {
		closer = "/"
	}
	for j := i + 1; j < min(i+6, s.hi); j++ {
		if s.word(j) == closer {
			if j > i+1 {
				return j + 1
			}
			return i
		}
		if s.pieces[j].kind == mark && s.word(j) != "-" && s.word(j) != "/" {
			return i
		}
		if !startsUpper(s.word(j)) && s.word(j) != "-" && s.word(j) != "/" {
			return i
		}
	}
	return i
}

// inDateline holds for places and dates: capitalised words, numbers, commas,
// and full stops before the agency.
func (s *segmenter) inDateline(i int) bool {
	p := s.pieces[i]
	if p.kind == mark {
		switch s.word(i) {
		case ",", ".", "-":
			return true
		}
		return false
	}
	return p.kind == number || startsUpper(s.word(i))
}

func isDash(w string) bool {
	switch w {
	case "-", "--", "–", "—", "―", "---":
		return true
	}
	return false
}

// isCityDash holds for "LONDON — The" and "OSLO, June 3 - The" without an agency: one or more
// shouted words, a dash with blanks around it, and a capital. A hyphen for the dash between two
// shouted words ("ALPHA - BETA") may join them and ends no dateline.
func (s *segmenter) isCityDash(lo, dash int) bool {
	if dash+1 >= s.hi || s.pieces[dash].gap == noGap || s.pieces[dash+1].gap == noGap {
		return false
	}
	if s.word(dash) == "-" && dash == lo+1 && isShouted(s.word(dash+1), 2) {
		return false
	}
	if dash == lo+1 && len(s.word(lo)) < 5 {
		return false
	}
	return startsUpper(s.word(dash+1)) && s.pieces[dash+1].kind != mark
}
