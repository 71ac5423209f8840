package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ParseReport reads a text as Parse does, but for the square brackets around words that an editor
// has put into somebody's, "[Anna] Kovar said": those words are read as the words around them, and
// such brackets are no tokens.
func (e *Engine) ParseReport(text string) *Text {
	t := e.Parse(throughInserts(text))
	t.Source = text
	return t
}

// longestInsert is how many bytes an editor puts into somebody's words at most.
const longestInsert = 80

// throughInserts gives a text blanks for such brackets. Nothing moves by it.
func throughInserts(body string) string {
	if !strings.Contains(body, "[") {
		return body
	}
	blanked := []byte(body)
	for open := range blanked {
		if blanked[open] != '[' {
			continue
		}
		length := strings.IndexAny(body[open+1:], "[]\n")
		if length < 1 || length > longestInsert || body[open+1+length] != ']' {
			continue
		}
		inner := body[open+1 : open+1+length]
		first, _ := utf8.DecodeRuneInString(inner)
		last, _ := utf8.DecodeLastRuneInString(inner)
		if unicode.IsLetter(first) && (unicode.IsLetter(last) || last == '.') {
			blanked[open], blanked[open+1+length] = ' ', ' '
		}
	}
	return string(blanked)
}
