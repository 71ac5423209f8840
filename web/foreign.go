package web

import (
	"fmt"
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley/export"
)

// foreign is text from outside as a page may show it: escaped, its direction
// kept inside it, and characters that cannot be seen or that turn the direction
// of writing shown by a sign that names them.
func foreign(s string) template.HTML {
	var b strings.Builder
	b.WriteString("<bdi>")
	writeForeign(&b, s)
	b.WriteString("</bdi>")
	return template.HTML(b.String())
}

// longestWord is how many characters a word may have before the line may break
// inside it: browsers take very long over words without an end.
const longestWord = 80

// writeForeign writes the text without the element around it.
func writeForeign(b *strings.Builder, s string) {
	from, word := 0, 0
	cut := func(at int) {
		b.WriteString(template.HTMLEscapeString(s[from:at]))
		from = at
	}
	for at, r := range s {
		switch word++; {
		case unicode.IsSpace(r):
			word = 0
		case export.Hidden(r):
			cut(at)
			fmt.Fprintf(b, `<span class="hid" title="U+%04X, a character that cannot be seen">⌷</span>`, r)
			from = at + utf8.RuneLen(r)
		case word > longestWord:
			cut(at)
			b.WriteString("<wbr>")
			word = 0
		}
	}
	cut(len(s))
}

// clipped is s up to about n characters, cut between words where it can be.
func clipped(n int, s string) string {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := 0
	for i := range s {
		if cut == n {
			s = s[:i]
			break
		}
		cut++
	}
	if space := strings.LastIndexByte(s, ' '); space > len(s)/2 {
		s = s[:space]
	}
	return s + " …"
}
