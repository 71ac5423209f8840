package markup

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

var replacement = []byte("\ufffd")

// ToUTF8 gives what a server sent in UTF-8. Bytes that are UTF-8 are taken for
// it, whatever is declared. Others are read by their byte order mark, by
// contentType ("text/html; charset=…"), by what the page itself declares, else
// as Windows-1252; and so where UTF-8 is declared and no character beyond ASCII
// is UTF-8. What cannot be read becomes U+FFFD.
func ToUTF8(data []byte, contentType string) []byte {
	if utf8.Valid(data) {
		return data
	}
	e, name, _ := charset.DetermineEncoding(data, contentType)
	if name == "utf-8" {
		if hasUTF8(data) {
			return bytes.ToValidUTF8(data, replacement)
		}
		e = charmap.Windows1252
	}
	decoded, err := e.NewDecoder().Bytes(data)
	if err != nil {
		decoded = data
	}
	return bytes.ToValidUTF8(decoded, replacement)
}

// hasUTF8 tells whether a character beyond ASCII is encoded in UTF-8.
func hasUTF8(data []byte) bool {
	for i := range data {
		if data[i] < utf8.RuneSelf {
			continue
		}
		if r, n := utf8.DecodeRune(data[i:]); r != utf8.RuneError && n > 1 {
			return true
		}
	}
	return false
}
