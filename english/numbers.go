package english

import "strings"

// number appends the number at i and the unit written together with it.
func (s *scanner) number(i int) int {
	j := i
	if !isDigit(s.text[j]) { // ".5", "+44"
		_, size := classAt(s.text, j)
		j += size
	}
	digits := 0 // since the last separator
	for j < s.chunkEnd {
		class, size := classAt(s.text, j)
		if class == digitChar {
			j += size
			digits++
			continue
		}
		n := s.numberSeparator(i, j, digits)
		if n == 0 {
			break
		}
		j += n
		digits = 0
	}
	return s.numberSuffix(i, j)
}

// numberSeparator returns the length of a separator at j inside the number
// begun at i: "1,200", "3.5", "5:00", "11/28/2000", "713-853-3989".
func (s *scanner) numberSeparator(i, j, digits int) int {
	after := s.digitsAt(j + 1)
	if after == 0 {
		return 0
	}
	switch s.text[j] {
	case ',':
		if after == 3 && digits <= 3 {
			return 1
		}
	case '.':
		return 1
	case ':':
		if after == 2 && digits <= 2 {
			return 1
		}
	case '/':
		if s.isSlashDate(i, j, digits, after) {
			return 1
		}
	case '-':
		if s.isHyphenNumber(i, j, digits, after) {
			return 1
		}
	}
	return 0
}

// digitsAt counts the digits at i, as far as they matter.
func (s *scanner) digitsAt(i int) int {
	n := 0
	for n < 9 && i+n < s.chunkEnd && isDigit(s.text[i+n]) {
		n++
	}
	return n
}

// isSlashDate tells "9/11" and "11/28/2000" from fractions and alternatives
// ("1/2", "20/20", "2001/02").
func (s *scanner) isSlashDate(i, j, before, after int) bool {
	if s.slashAfter(j+1+after) || strings.IndexByte(s.text[i:j], '/') >= 0 { // one of three parts
		return before <= 4 && after <= 4
	}
	if j-i > before {
		return false
	}
	if before > 2 || after > 2 {
		return false
	}
	month, day := s.value(j-before, before), s.value(j+1, after)
	fraction := month < 5 && day < 5 && before == 1 && after == 1
	return month >= 1 && month <= 12 && day >= 1 && day <= 31 && !fraction
}

func (s *scanner) slashAfter(i int) bool {
	return i < s.chunkEnd && s.text[i] == '/' && s.digitsAt(i+1) > 0
}

func (s *scanner) value(i, n int) int {
	v := 0
	for k := range n {
		v = v*10 + int(s.text[i+k]-'0')
	}
	return v
}

// isHyphenNumber tells dates and telephone numbers ("2025-05-21",
// "713-853-3989", "345-9945") from ranges and scores ("5-10", "2014-2016").
func (s *scanner) isHyphenNumber(i, j, before, after int) bool {
	next := j + 1 + after
	third := next < s.chunkEnd && s.text[next] == '-' && s.digitsAt(next+1) > 0
	if third || strings.IndexByte(s.text[i:j], '-') >= 0 {
		return true
	}
	return j-i == before && before == 3 && after == 4
}

// numberSuffix appends the number text[i:j] with the letters after it: kept
// for ordinals and decades ("5th", "1990s"), cut off for units ("10km").
func (s *scanner) numberSuffix(i, j int) int {
	if (j-i == 2 || j-i == 4 && s.text[i] <= '2') && s.isDecadeApostrophe(j) {
		return s.emit(number, i, j+apostropheAt(s.text, j)+1)
	}
	end := j
	for end < s.chunkEnd && isLetterByte(s.text[end]) {
		end++
	}
	if end == j && !s.letterAt(j) {
		return s.emit(number, i, j)
	}
	if end > j && end-j <= 4 && !s.letterAt(end) && !s.digitFollows(end) && inSet(s.tables.units, s.text[j:end]) {
		s.emit(number, i, j)
		if meridiem := s.acronym(j); meridiem > j {
			return s.emit(word, j, meridiem)
		}
		return s.emit(word, j, end)
	}
	if meridiem := s.acronym(j); meridiem > j && isLower(s.text[j]) {
		s.emit(number, i, j)
		return s.emit(word, j, meridiem)
	}
	end, apostrophe := s.wordRun(j)
	if apostrophe {
		return s.splitClitics(i, end)
	}
	return s.emit(number, i, end)
}

func (s *scanner) digitFollows(i int) bool { return i < s.chunkEnd && isDigit(s.text[i]) }

// isDecadeApostrophe holds at the apostrophe of "60's" and "1990's".
func (s *scanner) isDecadeApostrophe(j int) bool {
	n := apostropheAt(s.text, j)
	if n == 0 || s.text[j-1] != '0' || j+n >= s.chunkEnd || s.text[j+n] != 's' {
		return false
	}
	return j+n+1 == s.chunkEnd || !isAlphaNum(s.text[j+n+1])
}
