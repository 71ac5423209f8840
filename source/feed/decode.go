package feed

import (
	"bytes"
	"mime"
	"regexp"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/parleyrecord/parley/source/markup"
)

var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["'][^>]*\?>`)

// wide are the encodings of two and four bytes a character, by how a document
// in them begins (XML 1.0, appendix F); the four-byte marks begin with two-byte
// ones and stand first.
var wide = []struct {
	start    string
	encoding encoding.Encoding
}{
	{"\x00\x00\xfe\xff", utf32.UTF32(utf32.BigEndian, utf32.UseBOM)},
	{"\xff\xfe\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
	{"\x00\x00\x00<", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"<\x00\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
	{"\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
	{"\x00<", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{"<\x00", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
}

// decode gives the feed in UTF-8 without an XML declaration.
func decode(data []byte, contentType string) []byte {
	data = bytes.TrimPrefix(toUTF8(data, contentType), []byte("\ufeff"))
	data = bytes.TrimLeft(data, " \t\r\n")
	if end := bytes.Index(data, []byte("?>")); end >= 0 && bytes.HasPrefix(data, []byte("<?xml")) {
		data = data[end+2:]
	}
	return bytes.Map(legal, data)
}

func toUTF8(data []byte, contentType string) []byte {
	for _, w := range wide {
		if !bytes.HasPrefix(data, []byte(w.start)) {
			continue
		}
		if decoded, err := w.encoding.NewDecoder().Bytes(data); err == nil {
			return decoded
		}
	}
	if _, params, err := mime.ParseMediaType(contentType); err != nil || params["charset"] == "" {
		if m := declaration.FindSubmatch(data[:min(len(data), 512)]); m != nil {
			contentType = "text/xml; charset=" + string(m[1])
		}
	}
	return markup.ToUTF8(data, contentType)
}

// legal drops the characters that XML 1.0, section 2.2, forbids.
func legal(r rune) rune {
	switch {
	case r == '\t', r == '\n', r == '\r', r >= 0x20 && r <= 0xd7ff, r >= 0xe000 && r <= 0xfffd, r >= 0x10000:
		return r
	}
	return -1
}
