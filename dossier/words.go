package dossier

import (
	"unicode"
	"unicode/utf8"
)

// text is a document's body, cut into words.
type text struct {
	words []word
	plain []byte // the plain forms of all words, one behind the other
}

// word is a word of a text: a run of letters and digits. Hyphens part words,
// points inside initials ("U.S.") and apostrophes inside names ("Sa'ar") do not,
// and the ending of a genitive is no part of it.
type word struct {
	start, end int32 // in the body
	from, to   int32 // of the plain form: in small letters, without points and apostrophes
	passage    int32
	capital    bool // begins with a capital or a digit
	upper      bool // has no small letter
}

func (t *text) plainOf(w *word) []byte { return t.plain[w.from:w.to] }

// cut adds the words of a stretch of a body that begins at offset.
func (t *text) cut(stretch string, offset int) {
	for at := 0; at < len(stretch); {
		r, size := runeAt(stretch, at)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			at += size
			continue
		}
		w := word{start: int32(at + offset), from: int32(len(t.plain)), capital: !unicode.IsLower(r), upper: true}
		at = t.take(stretch, at, &w)
		w.end, w.to = int32(at+offset), int32(len(t.plain))
		t.words = append(t.words, w)
	}
}

// take reads one word and gives the place after it.
func (t *text) take(s string, at int, w *word) int {
	began, letters := at, 0 // letters since the last point
	for at < len(s) {
		r, size := runeAt(s, at)
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			w.upper = w.upper && !unicode.IsLower(r)
			t.plain = utf8.AppendRune(t.plain, unicode.ToLower(r))
			letters++
		case r == '.' && letters == 1 && (at > began+1 || letterAt(s, at+1)):
			letters = 0
		case (r == '\'' || r == '’') && letterAt(s, at+size) && !genitiveAt(s, at+size):
		default:
			return at
		}
		at += size
	}
	return at
}

func runeAt(s string, at int) (rune, int) {
	if b := s[at]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(s[at:])
}

func letterAt(s string, at int) bool {
	if at >= len(s) {
		return false
	}
	r, _ := runeAt(s, at)
	return unicode.IsLetter(r)
}

// genitiveAt tells whether an s stands there and the word ends with it.
func genitiveAt(s string, at int) bool {
	return (s[at] == 's' || s[at] == 'S') && !letterAt(s, at+1)
}
