package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/parleyrecord/parley"
)

// decodeText gives the text of a file in UTF-8 without a byte order mark. The
// rule is in the package's comment.
func decodeText(data []byte) (string, error) {
	if isUTF16(data) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil || len(data)%2 == 1 || bytes.ContainsRune(text, utf8.RuneError) || bytes.IndexByte(text, 0) >= 0 {
			return "", &parley.Error{Kind: parley.Invalid, Problem: "it begins as UTF-16 and is not", Err: err, Mend: "save it as UTF-8"}
		}
		return string(text), nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return string(data), nil
	}
	if !looksLikeWindows1252(data) {
		return "", &parley.Error{Kind: parley.Invalid, Place: firstInvalid(data), Problem: "the text is not UTF-8, nor clearly Windows-1252", Mend: "save it as UTF-8"}
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(text), err
}

func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
}

// looksLikeWindows1252 is careful: Cyrillic, Greek or Chinese in an encoding of
// its own has many bytes that are not ASCII, and a damaged UTF-8 text has runs
// that are UTF-8.
func looksLikeWindows1252(data []byte) bool {
	high := 0
	for i := 0; i < len(data); i++ {
		b := data[i]
		switch {
		case b < 0x80:
			continue
		case b == 0x81, b == 0x8d, b == 0x8f, b == 0x90, b == 0x9d:
			return false
		}
		high++
		if r, _ := utf8.DecodeRune(data[i:]); r != utf8.RuneError {
			return false
		}
	}
	return high*5 <= len(data)
}

func firstInvalid(data []byte) string {
	for at := 0; at < len(data); {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n <= 1 {
			lineStart := bytes.LastIndexByte(data[:at], '\n') + 1
			return fmt.Sprintf("line %d, column %d", bytes.Count(data[:at], []byte{'\n'})+1, utf8.RuneCount(data[lineStart:at])+1)
		}
		at += n
	}
	return ""
}
