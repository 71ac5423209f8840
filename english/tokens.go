package english

import "unicode/utf8"

// pieceKind is the coarse kind of a token before tagging.
type pieceKind uint8

const (
	mark         pieceKind = iota // punctuation or symbol
	word                          // begins with a letter
	number                        // begins with a digit
	abbreviation                  // a word that took its full stop along
)

// quoteRole says what a quotation mark does; apostrophes have none.
type quoteRole uint8

const (
	noQuote quoteRole = iota
	opensQuote
	closesQuote
)

// The white space before a piece.
const (
	noGap uint8 = iota
	spaceGap
	wideGap // three blanks or more: what was a line break once
)

// piece is a token before it is written out.
type piece struct {
	start, end int
	kind       pieceKind
	gap        uint8
	follow     followClass
	role       quoteRole
}

// scanner cuts one paragraph into pieces.
type scanner struct {
	text   string
	tables *tables
	pieces []piece

	chunkEnd    int  // end of the run of non-spaces the scanner is in
	chunkAt     bool // it holds an "@"
	chunkDotted bool // it holds a dot or colon
}

const (
	wideBlanks     = 3
	longestSpecial = 512 // bytes of a run of non-spaces in which addresses are looked for
)

// paragraph appends the pieces of text[lo:hi], which holds no line break.
func (s *scanner) paragraph(lo, hi int) {
	s.chunkEnd = lo
	blanks := 0
	for i := lo; i < hi; {
		class, size := classAt(s.text, i)
		if class == spaceChar || class == breakChar {
			i += size
			blanks++
			continue
		}
		if i >= s.chunkEnd {
			s.openChunk(i, hi)
		}
		first := len(s.pieces)
		i = s.token(i, class, size)
		if len(s.pieces) > first {
			s.pieces[first].gap = gapOf(blanks)
		}
		blanks = 0
	}
}

func gapOf(blanks int) uint8 {
	switch {
	case blanks == 0:
		return noGap
	case blanks < wideBlanks:
		return spaceGap
	}
	return wideGap
}

// openChunk finds the end of the run of non-spaces at i and what it may hold.
func (s *scanner) openChunk(i, hi int) {
	s.chunkAt, s.chunkDotted = false, false
	j := i
	for j < hi {
		class, size := classAt(s.text, j)
		if class == spaceChar || class == breakChar {
			break
		}
		switch s.text[j] {
		case '@':
			s.chunkAt = true
		case '.', ':':
			s.chunkDotted = true
		}
		j += size
	}
	s.chunkEnd = j
	if j-i > longestSpecial {
		s.chunkAt, s.chunkDotted = false, false
	}
}

// token appends the token that begins at i (two or three for contractions)
// and returns where the next begins.
func (s *scanner) token(i int, class charClass, size int) int {
	if s.chunkAt || s.chunkDotted {
		if end := s.address(i); end > i {
			return s.emit(word, i, end)
		}
	}
	switch class {
	case letterChar:
		return s.word(i)
	case digitChar:
		return s.number(i)
	}
	return s.mark(i, size)
}

func (s *scanner) emit(kind pieceKind, start, end int) int {
	s.pieces = append(s.pieces, piece{start: start, end: end, kind: kind})
	return end
}

// adjoins holds where the last token ends at i, with no blank between.
func (s *scanner) adjoins(i int) bool {
	n := len(s.pieces)
	return n > 0 && s.pieces[n-1].end == i
}

// mark appends the punctuation or symbol at i.
func (s *scanner) mark(i, size int) int {
	c := s.text[i]
	switch c {
	case '\'':
		if end := s.apostropheWord(i); end > i {
			return s.emit(word, i, end)
		}
		if i+1 < s.chunkEnd && s.text[i+1] == '\'' {
			return s.emit(mark, i, i+2)
		}
	case '`':
		if i+1 < s.chunkEnd && s.text[i+1] == '`' {
			return s.emit(mark, i, i+2)
		}
	case '@':
		if end := s.handle(i); end > i {
			return s.emit(word, i, end)
		}
	case '.', '$', '+':
		if c != '$' && !s.adjoins(i) && i+1 < s.chunkEnd && isDigit(s.text[i+1]) {
			return s.number(i)
		}
	}
	if end := s.emoticon(i); end > i {
		return s.emit(mark, i, end)
	}
	if apostropheAt(s.text, i) == 3 {
		if end := s.apostropheWord(i); end > i {
			return s.emit(word, i, end)
		}
	}
	return s.emit(mark, i, s.markRun(i, size))
}

// markRun returns the end of a run of one repeated mark ("...", "--", "==="),
// or of question and exclamation marks.
func (s *scanner) markRun(i, size int) int {
	end := i + size
	switch s.text[i] {
	case '?', '!':
		for end < s.chunkEnd && (s.text[end] == '?' || s.text[end] == '!') {
			end++
		}
	case '.', '-', '*', '=', '~', '_', '<', '>', '#', '+', '|', '^', '$':
		for end < s.chunkEnd && s.text[end] == s.text[i] {
			end++
		}
	case 0xe2: // a dash or ellipsis
		for size == 3 && end+3 <= s.chunkEnd && s.text[end:end+3] == s.text[i:i+3] && isRepeatable(s.text[i:i+3]) {
			end += 3
		}
	}
	return end
}

func isRepeatable(wide string) bool {
	return wide == "–" || wide == "—" || wide == "…" || wide == "―"
}

// apostropheWord returns the end of a word that begins with an apostrophe: a
// detached clitic ('s after a closing mark or acronym), a decade or year ('90s).
func (s *scanner) apostropheWord(i int) int {
	size := apostropheAt(s.text, i)
	j := i + size
	if j+1 < s.chunkEnd && isDigit(s.text[j]) && isDigit(s.text[j+1]) {
		end := j + 2
		if end < s.chunkEnd && s.text[end] == 's' {
			end++
		}
		if end == s.chunkEnd || !isAlphaNum(s.text[end]) {
			return end
		}
		return i
	}
	end := j
	for end < s.chunkEnd && (isLower(s.text[end]) || isUpper(s.text[end])) {
		end++
	}
	if end < s.chunkEnd && s.text[end] >= utf8.RuneSelf && apostropheAt(s.text, end) == 0 {
		if class, _ := classAt(s.text, end); class == letterChar {
			return i
		}
	}
	letters := s.text[j:end]
	if isClitic(letters) && (s.adjoins(i) || len(s.pieces) > 0 && end == s.chunkEnd && letters == "s") {
		return end
	}
	if !s.adjoins(i) && isElided(letters) {
		return end
	}
	return i
}

// isClitic holds for what follows the apostrophe of an English clitic.
func isClitic(letters string) bool {
	switch letters {
	case "s", "m", "d", "re", "ve", "ll", "S", "M", "D", "RE", "VE", "LL":
		return true
	}
	return false
}

func isElided(letters string) bool {
	switch letters {
	case "n", "em", "til", "till", "cause", "tis", "twas", "round", "bout", "Tis", "Twas":
		return true
	}
	return false
}

// handle returns the end of "@name".
func (s *scanner) handle(i int) int {
	if s.adjoins(i) {
		return i
	}
	end := i + 1
	for end < s.chunkEnd && (isAlphaNum(s.text[end]) || s.text[end] == '_') {
		end++
	}
	if end == i+1 {
		return i
	}
	return end
}

// emoticon returns the end of an emoticon that stands alone at i.
func (s *scanner) emoticon(i int) int {
	switch s.text[i] {
	case ':', ';', '=', '^', '<', '(', ')':
	default:
		return i
	}
	for n := min(3, s.chunkEnd-i); n >= 2; n-- {
		end := i + n
		if s.tables.emoticons[s.text[i:end]] && (end == s.chunkEnd || !isAlphaNum(s.text[end])) && (n > 2 || end == s.chunkEnd || s.text[end] == ')') {
			return end
		}
	}
	return i
}
