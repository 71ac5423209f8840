package web

import (
	"fmt"
	"html/template"
	"strings"
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

// writeForeign writes the text without the element around it.
func writeForeign(b *strings.Builder, s string) {
	from := 0
	for at, r := range s {
		if !export.Hidden(r) {
			continue
		}
		b.WriteString(template.HTMLEscapeString(s[from:at]))
		fmt.Fprintf(b, `<span class="hid" title="U+%04X, a character that cannot be seen">⌷</span>`, r)
		from = at + utf8.RuneLen(r)
	}
	b.WriteString(template.HTMLEscapeString(s[from:]))
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
