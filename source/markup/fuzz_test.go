package markup

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzText(f *testing.F) {
	f.Add("<p>Talks <b>resume</b>.</p><script>x()</script>")
	f.Add("<table><tr><td>A<a href=x>B</table>&shy;&#0;<svg><math>")
	f.Fuzz(func(t *testing.T, fragment string) {
		text := Text(fragment)
		if utf8.ValidString(fragment) && !utf8.ValidString(text) {
			t.Fatalf("%q became %q", fragment, text)
		}
		for paragraph := range strings.SplitSeq(text, "\n\n") {
			if paragraph != Collapse(paragraph) {
				t.Fatalf("the paragraph %q of %q is not on one line", paragraph, fragment)
			}
		}
	})
}

func FuzzToUTF8(f *testing.F) {
	f.Add([]byte("J\xf6rg"), "text/html; charset=utf-8")
	f.Add([]byte("\xcf\xe5\xf2\xf0"), "text/html; charset=windows-1251")
	f.Add([]byte("\xff\xfeJ\x00"), "")
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		if text := ToUTF8(data, contentType); !utf8.Valid(text) {
			t.Fatalf("%q as %q became %q", data, contentType, text)
		}
	})
}
