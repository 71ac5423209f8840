package english

import "unicode/utf8"

// word appends the word at i, cut into its clitics, and returns its end.
func (s *scanner) word(i int) int {
	if end := s.acronym(i); end > i {
		s.emit(abbreviation, i, end)
		s.pieces[len(s.pieces)-1].follow = maybeEnding
		return end
	}
	end, apostrophe := s.wordRun(i)
	if apostrophe {
		return s.splitClitics(i, end)
	}
	if end < s.chunkEnd && s.text[end] == '.' {
		if follow := s.abbreviated(i, end); follow != notAbbreviation {
			s.emit(abbreviation, i, end+1)
			s.pieces[len(s.pieces)-1].follow = follow
			return end + 1
		}
	}
	if end-i <= 6 && !s.inWord(i) {
		var buffer [24]byte
		if cut, ok := s.tables.contractions[string(lower(&buffer, s.text[i:end]))]; ok {
			s.emit(word, i, i+cut)
			return s.emit(word, i+cut, end)
		}
	}
	return s.emit(word, i, end)
}

// inWord holds where a word at i goes on from what stands before it; behind a quotation mark it is
// one of its own.
func (s *scanner) inWord(i int) bool {
	if !s.adjoins(i) {
		return false
	}
	_, _, quote := quoteAt(s.text, s.pieces[len(s.pieces)-1])
	return !quote
}

// wordRun returns the end of the run of letters, digits and inner connectors
// at i, and whether an apostrophe was among them.
func (s *scanner) wordRun(i int) (end int, apostrophe bool) {
	j := i
	for j < s.chunkEnd {
		if isAlphaNum(s.text[j]) {
			j++
			continue
		}
		class, size := classAt(s.text, j)
		if class == letterChar || class == digitChar {
			j += size
			continue
		}
		n := s.connector(i, j)
		if n == 0 {
			break
		}
		apostrophe = apostrophe || apostropheAt(s.text, j) > 0
		j += n
	}
	return j, apostrophe
}

// connector returns the length of a mark at j that keeps the word begun at i
// together with what follows: an apostrophe, "&" between capitals, "_", or
// the hyphen after a prefix; 0 if the word ends here.
func (s *scanner) connector(i, j int) int {
	if n := apostropheAt(s.text, j); n > 0 && s.letterAt(j+n) {
		return n
	}
	switch c := s.text[j]; {
	case c == '&' && j+1 < s.chunkEnd && j-i <= 4 && isUpper(s.text[j-1]) && isUpper(s.text[j+1]):
		return 1
	case c == '_' && j+1 < s.chunkEnd && isAlphaNum(s.text[j+1]):
		return 1
	}
	if n := hyphenAt(s.text, j); n > 0 && s.letterAt(j+n) && s.isPrefix(i, j) && (j-i > 1 || isLower(s.text[j+n])) {
		return n
	}
	return 0
}

// isPrefix holds for text[i:j] before a hyphen that keeps it joined to what
// follows; after a hyphen of its own, "over" and "under" are words
// ("year-over-year").
func (s *scanner) isPrefix(i, j int) bool {
	if !inSet(s.tables.prefixes, s.text[i:j]) {
		return false
	}
	if i > 0 && s.text[i-1] == '-' {
		switch s.text[i:j] {
		case "over", "under", "cross", "counter":
			return false
		}
	}
	return true
}

func (s *scanner) letterAt(i int) bool {
	if i >= s.chunkEnd {
		return false
	}
	class, _ := classAt(s.text, i)
	return class == letterChar
}

// splitClitics appends the word text[i:end], which holds an apostrophe, with
// n't, 's, 'm, 'd, 're, 've and 'll cut off, innermost first.
func (s *scanner) splitClitics(i, end int) int {
	if end-i > 64 {
		return s.emit(word, i, end)
	}
	var cuts [4]int
	n := 0
	stop := end
	for n < len(cuts) {
		cut := cliticStart(s.text[i:stop])
		if cut <= 0 {
			break
		}
		stop = i + cut
		cuts[n] = stop
		n++
	}
	start := i
	for n > 0 {
		n--
		s.emit(word, start, cuts[n])
		start = cuts[n]
	}
	return s.emit(word, start, end)
}

// cliticStart returns where the last clitic of a word begins, 0 where it has none.
func cliticStart(w string) int {
	for back := 1; back <= 2 && back < len(w); back++ {
		at := len(w) - back
		size := 0
		switch {
		case w[at-1] == '\'' || w[at-1] == '`':
			size = 1
		case at >= 3 && apostropheAt(w, at-3) == 3:
			size = 3
		}
		if size == 0 {
			continue
		}
		start := at - size
		letters := w[at:]
		if isClitic(letters) {
			return start
		}
		if (letters == "t" || letters == "T") && start > 1 && (w[start-1] == 'n' || w[start-1] == 'N') {
			return start - 1
		}
		return 0
	}
	return 0
}

// acronym returns the end of letters each followed by a full stop ("U.S.",
// "a.m.", "U.S.A"), i where there are none.
func (s *scanner) acronym(i int) int {
	if i+2 >= s.chunkEnd || s.text[i+1] != '.' || !isLetterByte(s.text[i]) || !isLetterByte(s.text[i+2]) {
		return i
	}
	if i+3 < s.chunkEnd && isAlphaNum(s.text[i+3]) {
		return i
	}
	end := i + 1
	for end+1 < s.chunkEnd && s.text[end] == '.' && isLetterByte(s.text[end+1]) {
		if end+2 < s.chunkEnd && (isAlphaNum(s.text[end+2]) || s.text[end+2] >= utf8.RuneSelf && s.letterAt(end+2)) {
			break
		}
		end += 2
	}
	if end < s.chunkEnd && s.text[end] == '.' && !(end+1 < s.chunkEnd && s.text[end+1] == '.') {
		end++
	}
	return end
}

func isLetterByte(c byte) bool { return isLower(c) || isUpper(c) }

// abbreviated returns the class of the abbreviation text[i:end] with the full
// stop at end, or notAbbreviation where the stop stands for itself.
func (s *scanner) abbreviated(i, end int) followClass {
	w := s.text[i : end+1]
	if end+1 < s.chunkEnd && s.text[end+1] == '.' {
		return notAbbreviation
	}
	if end-i == 1 {
		return s.initial(i, end)
	}
	follow := s.tables.abbreviations[w]
	if follow == notAbbreviation && len(w) <= 8 && isShouted(w[:len(w)-1], 2) {
		var buffer [24]byte
		spelled := lower(&buffer, w)
		spelled[0] = w[0]
		follow = s.tables.abbreviations[string(spelled)]
	}
	next := s.nextVisible(end + 1)
	switch follow {
	case beforeNumber, beforeDate:
		if next < len(s.text) && isDigit(s.text[next]) {
			return follow
		}
		if follow == beforeNumber || next >= len(s.text) {
			return notAbbreviation
		}
	case beforeName:
		if next >= len(s.text) {
			return notAbbreviation
		}
	case beforeLower:
		if next >= len(s.text) || !startsLower(s.text[next:]) {
			return notAbbreviation
		}
	}
	return follow
}

// initial tells the initial of a name ("J. Kovar") from a letter that ends a
// sentence ("Plan B.").
func (s *scanner) initial(i, end int) followClass {
	if !isUpper(s.text[i]) || s.text[i] == 'I' && !s.afterName(i) {
		return notAbbreviation
	}
	next := s.nextVisible(end + 1)
	if next >= len(s.text) || s.text[i] == 'X' && s.afterOn() {
		return notAbbreviation
	}
	if !startsUpper(s.text[next:]) && !(s.afterName(i) && startsLower(s.text[next:])) {
		return notAbbreviation
	}
	if s.adjoins(i) && !s.afterMark(i) {
		return notAbbreviation
	}
	return maybeEnding
}

// afterName reports whether the piece before i is a capitalised word.
func (s *scanner) afterName(i int) bool {
	n := len(s.pieces)
	return n > 0 && startsUpper(s.text[s.pieces[n-1].start:i])
}

// afterOn reports whether the piece before is "on", behind which X is where something was posted.
func (s *scanner) afterOn() bool {
	n := len(s.pieces)
	return n > 0 && s.text[s.pieces[n-1].start:s.pieces[n-1].end] == "on"
}

// afterMark reports whether the piece before i is an opening mark or hyphen,
// after which an initial may stand.
func (s *scanner) afterMark(i int) bool {
	return i > 0 && !isAlphaNum(s.text[i-1]) && s.text[i-1] != '\''
}

// nextVisible returns the offset of the next character that is no blank, or
// the length of the text where a line break comes first.
func (s *scanner) nextVisible(i int) int {
	for i < len(s.text) {
		class, size := classAt(s.text, i)
		switch class {
		case breakChar:
			return len(s.text)
		case spaceChar:
			i += size
		default:
			return i
		}
	}
	return i
}
