package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NameKey is one key for all spellings of a name. It forgets case, accents,
// points, hyphens and apostrophes, the Arabic article inside a name, and the
// choices that the common ways of writing Cyrillic, Arabic, Persian and Hebrew
// in Latin letters leave open (Zelenskyy and Zelensky, Araghchi and Araqchi,
// Mohammed and Muhammad). Words of the key are parted by one space; it is for
// comparing only. Names that differ in more than spelling (Kharkiv, Kharkov)
// need an alias.
func NameKey(name string) string {
	return strings.Join(keyWords(name), " ")
}

// spelledName is a name with all that look-ups need of it.
type spelledName struct {
	words   []string // of the key
	key     string
	plain   string // its own spelling in plain words
	acronym bool
}

func readName(name string) spelledName {
	pieces := splitName(name)
	words := keyWordsOf(pieces)
	return spelledName{words: words, key: strings.Join(words, " "), plain: joinPieces(pieces), acronym: isAcronym(name)}
}

// keyWords are the words of a name's key.
func keyWords(name string) []string { return keyWordsOf(splitName(name)) }

func keyWordsOf(pieces []piece) []string {
	words := make([]string, 0, len(pieces))
	for i, p := range pieces {
		if i > 0 && isArticle(p.plain) || p.hyphened && isAssimilatedArticle(p.plain) {
			continue
		}
		words = append(words, spellingKey(p.plain))
	}
	if len(words) == 0 && len(pieces) > 0 {
		words = append(words, pieces[0].plain)
	}
	return words
}

// piece is a word of a name in plain letters.
type piece struct {
	plain    string
	hyphened bool // a hyphen follows it
}

// splitName cuts a name at spaces and hyphens, joins single initials ("J. D."
// becomes "jd") and parts "Abdel" from what is written together with it.
func splitName(name string) []piece {
	var pieces []piece
	start := 0
	cut := func(end int, hyphen bool) {
		if word := plainWord(name[start:end]); word != "" {
			pieces = appendPiece(pieces, word, hyphen)
		}
	}
	for i, r := range name {
		if hyphen := isHyphen(r); hyphen || unicode.IsSpace(r) {
			cut(i, hyphen)
			start = i + utf8.RuneLen(r)
		}
	}
	cut(len(name), false)
	return pieces
}

func appendPiece(pieces []piece, word string, hyphen bool) []piece {
	if n := len(pieces); n > 0 && len(word) == 1 && isInitials(pieces[n-1].plain) {
		pieces[n-1].plain += word
		return pieces
	}
	for _, servant := range servantPrefixes {
		if rest, ok := strings.CutPrefix(word, servant); ok && (rest == "" || len(rest) > 3) {
			pieces = append(pieces, piece{plain: "abd"})
			if rest == "" {
				return pieces
			}
			word = rest
			break
		}
	}
	return append(pieces, piece{plain: word, hyphened: hyphen})
}

// servantPrefixes are the ways to write "Abd al-" (servant of) at the head of
// a name: Abdulrahman, Abdel Fattah, Abdurrahman.
var servantPrefixes = []string{"abdul", "abdel", "abdal", "abdol", "abdur", "abder"}

func isInitials(word string) bool { return len(word) == 1 }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' }

// isArticle tells whether a plain word is the Arabic article.
func isArticle(word string) bool { return word == "al" || word == "el" }

// isAssimilatedArticle tells whether a plain word is the Arabic article with
// its l taken over by the letter that follows ("ash-Sharaa").
func isAssimilatedArticle(word string) bool {
	switch word {
	case "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "er", "es", "et", "ul":
		return true
	}
	return false
}

// plainWord is a word in lower-case letters a to z and digits, other scripts'
// letters kept, with a closing possessive taken off.
func plainWord(word string) string {
	if plain, ok := asciiWord(word); ok {
		return plain
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(trimPossessive(word)) {
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r):
		case plainLetters[r] != "":
			b.WriteString(plainLetters[r])
		case unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r), unicode.IsDigit(r), r == '&':
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plainLetters have no decomposition into a letter of a to z and a mark.
var plainLetters = map[rune]string{
	'ı': "i", 'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'ħ': "h", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ə': "a", 'ŋ': "ng",
}

// asciiWord is plainWord for words that need no Unicode; ok is false for the
// rest.
func asciiWord(word string) (string, bool) {
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return "", false
		}
	}
	word = trimPossessive(word)
	lower := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '&' {
			lower = false
			break
		}
	}
	if lower {
		return word, true
	}
	plain := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c >= 'A' && c <= 'Z':
			plain = append(plain, c+'a'-'A')
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '&':
			plain = append(plain, c)
		}
	}
	return string(plain), true
}

func trimPossessive(word string) string {
	for _, s := range []string{"'s", "’s", "'S", "’S"} {
		if rest, ok := strings.CutSuffix(word, s); ok && rest != "" {
			return rest
		}
	}
	return word
}
