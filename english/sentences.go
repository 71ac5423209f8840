package english

import "strings"

// sentenceLimit is the number of tokens after which a sentence is cut at the
// nearest clause mark, so that parsing stays linear in the length of the text.
const sentenceLimit = 160

// segmenter cuts the pieces of a paragraph into sentences.
type segmenter struct {
	text   string
	tables *tables
	pieces []piece
	lo, hi int // the paragraph under way

	lineEnd int  // end of the line without a full stop that opens the sentence under way
	endless bool // the paragraph ends without a full stop, as headlines do
}

// paragraph calls sentence with each range of pieces[lo:hi] that is one.
func (s *segmenter) paragraph(pieces []piece, lo, hi int, sentence func(first, last int)) {
	s.pieces, s.lo, s.hi = pieces, lo, hi
	s.endless = !s.stops(lo, hi)
	start := lo
	begin := func(i int) {
		s.cut(start, i, sentence)
		start = i
		s.lineEnd = s.openingLine(i)
	}
	if end := s.dateline(lo, true); end > lo {
		begin(end)
	} else {
		s.lineEnd = s.openingLine(lo)
	}
	for i := start; i < hi; i++ {
		if i > start && s.startsUnannounced(i, start) {
			begin(i)
		}
		if !s.mayEnd(i) {
			continue
		}
		next := s.afterClosers(i + 1)
		if next >= hi || s.breaksAt(i, next, start) {
			begin(min(next, hi))
		}
		i = next - 1
	}
	if start < hi {
		s.cut(start, hi, sentence)
	}
}

// openingLine returns the end of a line without a full stop that a sentence at
// start would run into: a headline in capitals, a byline or page furniture.
func (s *segmenter) openingLine(start int) int {
	if start >= s.hi {
		return start
	}
	return max(s.shoutedHeadline(start), s.dateline(start, false), s.byline(start), s.furniture(start))
}

// startsUnannounced holds where a sentence begins at i although no terminal
// mark ended the one before it.
func (s *segmenter) startsUnannounced(i, start int) bool {
	if s.runsIn(i) || s.isRule(i) != s.isRule(i-1) || s.endless && s.word(i-1) == ";" && !s.insideQuote(i) {
		return true
	}
	gap := s.pieces[i].gap
	if gap == noGap || !s.opensLine(i) {
		return false
	}
	return gap == wideGap || i-1 > start && s.isDivider(i-1) || s.endsBracket(i-1, start) || s.endsCredit(i-1, start) || s.isPostLink(i-1)
}

// stops holds where the last mark between lo and hi is a full stop or the like.
func (s *segmenter) stops(lo, hi int) bool {
	for i := hi - 1; i >= lo; i-- {
		if s.pieces[i].kind != mark || s.isTerminal(i) {
			return s.isTerminal(i)
		}
	}
	return false
}

// insideQuote holds where more marks open a quotation before i than close one.
func (s *segmenter) insideQuote(i int) bool {
	open := 0
	for j := s.lo; j < i; j++ {
		switch s.pieces[j].role {
		case opensQuote:
			open++
		case closesQuote:
			open--
		}
	}
	return open > 0
}

// opensLine holds where a wide blank stands for a lost line break.
func (s *segmenter) opensLine(i int) bool {
	if s.tables.unfinished[s.word(i-1)] {
		return false
	}
	w := s.word(i)
	return startsUpper(w) || s.pieces[i].role == opensQuote || s.pieces[i].kind == number
}

// isDivider holds for a mark that stands by itself between two lines told in one: "Army strikes port * Guard wounds two".
func (s *segmenter) isDivider(i int) bool {
	if s.pieces[i].gap == noGap {
		return false
	}
	switch s.word(i) {
	case "*", "•", "●", "▪", "■", "►", "·":
		return s.pieces[i+1].kind != number
	}
	return false
}

// endsBracket holds at the end of a sentence that stands in brackets as a whole:
// "(credit: Norland Navy) The". A bracket of one word may well be part of what
// follows.
func (s *segmenter) endsBracket(i, start int) bool {
	const longest = 60
	if s.word(i) != ")" || s.word(start) != "(" || i-start > longest {
		return false
	}
	words := 0
	for j := start; j < i; j++ {
		switch {
		case s.word(j) == ")":
			return false
		case s.pieces[j].kind == word && s.pieces[j].end-s.pieces[j].start > 1:
			words++
		}
	}
	return words > 1
}

// endsCredit holds at the end of a bracket that says whose a picture is, behind the words
// below it: "The port at night (credit: Norland Navy) The".
func (s *segmenter) endsCredit(i, start int) bool {
	const longest = 30
	if s.word(i) != ")" {
		return false
	}
	for j := i - 1; j > start && i-j < longest; j-- {
		if s.word(j) == "(" {
			return strings.EqualFold(s.word(j+1), "credit") && s.word(j+2) == ":"
		}
	}
	return false
}

// isPostLink holds for the link to a picture that ends a post copied into an article.
func (s *segmenter) isPostLink(i int) bool {
	const host = "pic.twitter.com"
	w := s.word(i)
	return len(w) > len(host) && w[:len(host)] == host || w == host
}

func (s *segmenter) word(i int) string {
	return s.text[s.pieces[i].start:s.pieces[i].end]
}

// mayEnd holds for full stops, question and exclamation marks, ellipses and
// abbreviations.
func (s *segmenter) mayEnd(i int) bool {
	p := s.pieces[i]
	if p.kind == abbreviation {
		return p.follow == maybeEnding || p.follow == beforeDate
	}
	return p.kind == mark && s.isTerminal(i)
}

func (s *segmenter) isTerminal(i int) bool {
	switch s.text[s.pieces[i].start] {
	case '.', '?', '!':
		return true
	case 0xe2:
		return s.word(i) == "…"
	case 0xe3, 0xef:
		w := s.word(i)
		return w == "。" || w == "？" || w == "！"
	}
	return false
}

// afterClosers returns the first piece at or after i that is no closing mark
// of the sentence before it.
func (s *segmenter) afterClosers(i int) int {
	for i < s.hi {
		if s.isReference(i) {
			i += 3
			continue
		}
		p := s.pieces[i]
		w := s.word(i)
		closes := p.role == closesQuote || p.gap == noGap && (w == ")" || w == "]" || w == "}" || w == "'" || w == "’" || s.isTerminal(i) && p.kind == mark)
		if p.role == opensQuote || !closes {
			break
		}
		i++
	}
	return i
}

// isReference holds for the number of a note, as in "The truce holds.[1]".
func (s *segmenter) isReference(i int) bool {
	return i+2 < s.hi && s.pieces[i].gap == noGap && s.isWord(i, "[") &&
		s.pieces[i+1].kind == number && s.isWord(i+2, "]")
}

// breaksAt decides whether a sentence ends with the terminal piece i when the
// piece next comes after its closing marks.
func (s *segmenter) breaksAt(i, next, start int) bool {
	p := s.pieces[i]
	if p.kind == abbreviation {
		return next == i+1 && s.breaksAfterAbbreviation(i, next, start) || next > i+1 && s.opensSentence(next)
	}
	if s.isListNumber(i, start) {
		return false
	}
	quoted := s.closedQuote(i+1, next)
	switch s.text[p.start] {
	case '?', '!':
		if startsLower(s.word(next)) {
			return !quoted && !s.bracketed(i+1, next) && s.pieces[next].gap != noGap && !s.isInterjection(i, start)
		}
		return !(quoted && s.reportsNext(next))
	case '.':
		if p.end-p.start > 1 {
			return s.opensSentence(next)
		}
		if s.pieces[next].gap == noGap && next == i+1 {
			return s.breaksRunTogether(next)
		}
		if startsLower(s.word(next)) {
			return !quoted && !s.bracketed(i+1, next) && s.pieces[next].gap != noGap
		}
		return s.startsAfterStop(next)
	}
	return s.opensSentence(next)
}

// isInterjection holds for "Yahoo! news": a mark after a single word.
func (s *segmenter) isInterjection(i, start int) bool {
	return i-start <= 1 || startsUpper(s.word(i-1)) && i-start > 1
}

// startsAfterStop holds for anything but marks that go on with a sentence.
func (s *segmenter) startsAfterStop(next int) bool {
	switch s.text[s.pieces[next].start] {
	case ',', ';', ')', ']', '}':
		return false
	}
	return true
}

// breaksRunTogether holds for "end.Next": a capital or quotation after the stop.
func (s *segmenter) breaksRunTogether(next int) bool {
	return s.pieces[next].role == opensQuote || startsUpper(s.word(next))
}

// breaksAfterAbbreviation holds where a likely sentence opener follows.
func (s *segmenter) breaksAfterAbbreviation(i, next, start int) bool {
	if s.pieces[next].gap == noGap {
		return false
	}
	if s.pieces[next].role == opensQuote {
		return s.pieces[i].end-s.pieces[i].start > 2
	}
	w := s.word(next)
	if !s.tables.openers[w] || next+1 < s.hi && startsUpper(s.word(next+1)) && s.isTitled(start, s.hi) {
		return false
	}
	initial := s.pieces[i].end-s.pieces[i].start == 2
	return !initial || len(w) > 1
}

// opensSentence holds for capitals, digits, opening marks and bullets.
func (s *segmenter) opensSentence(next int) bool {
	p := s.pieces[next]
	return startsUpper(s.word(next)) || p.kind == number || p.role == opensQuote ||
		p.kind == mark && p.gap != noGap && s.startsAfterStop(next) && !s.isTerminal(next)
}

// isListNumber holds for "1." and "a." at the start of a sentence.
func (s *segmenter) isListNumber(i, start int) bool {
	if i != start+1 || s.pieces[i].end-s.pieces[i].start != 1 || s.text[s.pieces[i].start] != '.' {
		return false
	}
	p := s.pieces[start]
	return p.kind == number && p.end-p.start <= 3 || p.end-p.start == 1 && p.kind == word
}

func (s *segmenter) closedQuote(i, next int) bool {
	for ; i < next; i++ {
		if s.pieces[i].role == closesQuote {
			return true
		}
	}
	return false
}

func (s *segmenter) bracketed(i, next int) bool {
	for ; i < next; i++ {
		if s.text[s.pieces[i].start] == ')' || s.text[s.pieces[i].start] == ']' {
			return true
		}
	}
	return false
}

// reportsNext holds where "Kovar asked." follows a quoted question: a name or
// pronoun and a reporting verb before any other clause could form.
func (s *segmenter) reportsNext(next int) bool {
	for i := next; i < min(next+6, s.hi); i++ {
		w := s.word(i)
		if i == next && w != "I" && s.tables.openers[w] {
			return false // only the start of a sentence gives it a capital
		}
		if s.tables.reporting[w] {
			return i > next && (i+1 >= s.hi || !s.isWord(i+1, "that"))
		}
		if !startsUpper(w) && s.pieces[i].kind == word && i > next && !startsUpper(s.word(i-1)) {
			return false
		}
		if s.pieces[i].kind == mark {
			return false
		}
	}
	return false
}

func (s *segmenter) isWord(i int, w string) bool { return s.word(i) == w }

// cut reports one sentence, in parts where it is longer than sentenceLimit.
func (s *segmenter) cut(first, last int, sentence func(first, last int)) {
	for last-first > sentenceLimit {
		at := s.clauseEnd(first, first+sentenceLimit)
		sentence(first, at)
		first = at
	}
	if first < last {
		sentence(first, last)
	}
}

// clauseEnd returns the end of the last clause in pieces[first:last], or last
// where no mark shows one in its second half.
func (s *segmenter) clauseEnd(first, last int) int {
	comma := last
	for i := last - 1; i > (first+last)/2; i-- {
		switch s.text[s.pieces[i].start] {
		case ';', '|', '*':
			return i + 1
		case ',':
			if comma == last {
				comma = i + 1
			}
		}
	}
	return comma
}
