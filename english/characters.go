package english

import (
	"unicode"
	"unicode/utf8"
)

// charClass is the coarse class of a character as the tokeniser sees it.
type charClass uint8

const (
	otherChar charClass = iota // punctuation, symbols, bytes that are not UTF-8
	spaceChar
	breakChar // ends a paragraph
	letterChar
	digitChar
)

var asciiClasses = func() (classes [utf8.RuneSelf]charClass) {
	for c := range classes {
		switch {
		case c == '\n' || c == '\r':
			classes[c] = breakChar
		case c <= ' ' || c == 0x7f:
			classes[c] = spaceChar
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			classes[c] = letterChar
		case '0' <= c && c <= '9':
			classes[c] = digitChar
		}
	}
	return classes
}()

// classAt returns the class of the character at text[i:] and its length.
func classAt(text string, i int) (charClass, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return asciiClasses[c], 1
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return wideClass(r), size
}

func wideClass(r rune) charClass {
	switch {
	case r == '\u2028' || r == '\u2029' || r == '\u0085':
		return breakChar
	case unicode.IsSpace(r) || isInvisible(r):
		return spaceChar
	case r == '\u00ad' || unicode.IsLetter(r) || unicode.IsMark(r):
		return letterChar
	case unicode.IsDigit(r):
		return digitChar
	}
	return otherChar
}

// isInvisible holds for zero-width spaces, joiners, direction marks and byte
// order marks, which news pages scatter between words.
func isInvisible(r rune) bool {
	return '\u200b' <= r && r <= '\u200f' || '\u202a' <= r && r <= '\u202e' ||
		'\u2060' <= r && r <= '\u2069' || r == '\ufeff'
}

func isLower(c byte) bool    { return 'a' <= c && c <= 'z' }
func isUpper(c byte) bool    { return 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool    { return '0' <= c && c <= '9' }
func isAlphaNum(c byte) bool { return isLower(c) || isUpper(c) || isDigit(c) }

// startsUpper reports whether a word begins with a capital of any script.
func startsUpper(word string) bool {
	if word == "" {
		return false
	}
	if c := word[0]; c < utf8.RuneSelf {
		return isUpper(c)
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func startsLower(word string) bool {
	if word == "" {
		return false
	}
	if c := word[0]; c < utf8.RuneSelf {
		return isLower(c)
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// isShouted holds for words of capitals only, of at least n letters.
func isShouted(word string, n int) bool {
	if len(word) < n {
		return false
	}
	for i := range len(word) {
		if !isUpper(word[i]) {
			return false
		}
	}
	return true
}

// apostropheAt returns the length of an apostrophe at text[i:], 0 where there
// is none.
func apostropheAt(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch c := text[i]; {
	case c == '\'' || c == '`':
		return 1
	case c == 0xe2 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2] == 0x99: // ’
		return 3
	}
	return 0
}

// hyphenAt returns the length of a hyphen at text[i:], 0 where there is none.
func hyphenAt(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch c := text[i]; {
	case c == '-':
		return 1
	case c == 0xe2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0x90 || text[i+2] == 0x91): // ‐ ‑
		return 3
	}
	return 0
}
