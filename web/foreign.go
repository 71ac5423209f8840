package web

import (
	"fmt"
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"
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

// writeForeign writes the text without the element around it.
func writeForeign(b *strings.Builder, s string) {
	from := 0
	for at, r := range s {
		if !hidden(r) {
			continue
		}
		b.WriteString(template.HTMLEscapeString(s[from:at]))
		fmt.Fprintf(b, `<span class="hid" title="U+%04X, a character that cannot be seen">⌷</span>`, r)
		from = at + utf8.RuneLen(r)
	}
	b.WriteString(template.HTMLEscapeString(s[from:]))
}

// hidden tells whether a character leaves no mark of its own: controls, marks of
// direction, zero widths, tags. The joiners of Arabic, Persian and Indic
// writing and the soft hyphen belong to honest text.
func hidden(r rune) bool {
	switch r {
	case '\n', '\t', '\r', '\u00AD', '\u200C', '\u200D', utf8.RuneError:
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r == '\u115F' || r == '\u1160' || r == '\u3164'
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
