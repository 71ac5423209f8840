package wire

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/furniture"
	"github.com/parleyrecord/parley/source/stated"
)

// Read gives the documents of a file that holds one object, an array of objects,
// or several objects one after another. Errors name line and column, not the
// file. One document that breaks a rule of its own does not stop the others; a
// break in the JSON itself ends the file.
func Read(data []byte) iter.Seq2[stated.Document, error] {
	return func(yield func(stated.Document, error) bool) {
		if at := invalidUTF8(data); at >= 0 {
			yield(stated.Document{}, notUTF8(position(data, at)))
			return
		}
		r := &reader{data: data, decoder: json.NewDecoder(bytes.NewReader(data))}
		if start := bytes.TrimLeft(data, " \t\r\n"); len(start) > 0 && start[0] == '[' {
			r.readArray(yield)
			return
		}
		r.readValues(yield)
	}
}

// Lines gives the documents of a file with one object a line, of any length, in
// memory for one line; limit is the longest line in bytes. Each line stands for
// itself: one that cannot be read does not stop the others.
func Lines(input io.Reader, limit int64) iter.Seq2[stated.Document, error] {
	return func(yield func(stated.Document, error) bool) {
		buffered := bufio.NewReaderSize(input, 1<<16)
		for number := 1; ; number++ {
			line, tooLong, err := readLine(buffered, limit)
			place := fmt.Sprintf("line %d", number)
			if tooLong {
				problem := &parley.Error{Kind: parley.TooLarge, Place: place, Problem: fmt.Sprintf("the line is longer than %d MB", limit>>20), Mend: "write one document a line"}
				if !yield(stated.Document{}, problem) {
					return
				}
			} else if len(bytes.TrimSpace(line)) > 0 {
				if !yield(readOne(line, place)) {
					return
				}
			}
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(stated.Document{}, &parley.Error{Kind: parley.Unavailable, Place: place, Problem: "reading stopped here", Err: err})
				return
			}
		}
	}
}

// readLine reads up to the next line end and past it. A line over the limit is
// read to its end and not kept.
func readLine(r *bufio.Reader, limit int64) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if int64(len(line)+len(part)) > limit {
			tooLong, line = true, nil
		}
		if !tooLong {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

func readOne(line []byte, place string) (stated.Document, error) {
	line = bytes.TrimPrefix(line, []byte("\ufeff"))
	if at := invalidUTF8(line); at >= 0 {
		return stated.Document{}, notUTF8(fmt.Sprintf("%s, column %d", place, at+1))
	}
	r := &reader{data: line, decoder: json.NewDecoder(bytes.NewReader(line))}
	doc, err := r.readObject()
	if err == nil && r.rest() {
		err = r.broken(fmt.Errorf("more follows the object"))
	}
	var e *parley.Error
	if errors.As(err, &e) { // the line's own position stands for the reader's
		if column, found := strings.CutPrefix(e.Place, "line 1, "); found {
			e.Place = place + ", " + column
		}
	}
	doc.Place = place
	return doc, err
}

type reader struct {
	data    []byte
	decoder *json.Decoder
	counted int // bytes of data whose line ends are counted
	lines   int // line ends among them
}

// line names the line of an offset; offsets must not go back.
func (r *reader) line(at int) string {
	r.lines += bytes.Count(r.data[r.counted:at], []byte{'\n'})
	r.counted = at
	return fmt.Sprintf("line %d", r.lines+1)
}

func (r *reader) readArray(yield func(stated.Document, error) bool) {
	if _, err := r.decoder.Token(); err != nil {
		yield(stated.Document{}, r.broken(err))
		return
	}
	found := false
	for r.decoder.More() {
		doc, err := r.readObject()
		found = true
		if !yield(doc, err) || isBroken(err) {
			return
		}
	}
	if _, err := r.decoder.Token(); err != nil {
		yield(stated.Document{}, r.broken(err))
		return
	}
	if r.rest() {
		yield(stated.Document{}, r.broken(errors.New("more follows the array")))
		return
	}
	if !found {
		yield(stated.Document{}, &parley.Error{Kind: parley.Empty, Problem: "the array holds no document", Mend: "leave the file out"})
	}
}

func (r *reader) readValues(yield func(stated.Document, error) bool) {
	for first := true; first || r.rest(); first = false {
		doc, err := r.readObject()
		if first && !r.rest() {
			doc.Place = "" // the file is this document
		}
		if !yield(doc, err) || isBroken(err) {
			return
		}
	}
}

func (r *reader) rest() bool {
	return len(bytes.TrimSpace(r.data[r.decoder.InputOffset():])) > 0
}

// syntaxError marks an error after which the decoder cannot go on.
type syntaxError struct{ error }

func (e syntaxError) Unwrap() error { return e.error }

func isBroken(err error) bool {
	var broken syntaxError
	return errors.As(err, &broken)
}

func (r *reader) broken(err error) error {
	at := int(r.decoder.InputOffset())
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = int(syntax.Offset) - 1
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		at, err = len(r.data), errors.New("it ends too early")
	}
	return &parley.Error{Kind: parley.Invalid, Place: position(r.data, at), Problem: "this is not well-formed JSON",
		Err: syntaxError{err}, Mend: "write one object, an array of objects, or one object a line"}
}

// readObject reads the next value, which must be a document.
func (r *reader) readObject() (stated.Document, error) {
	var raw json.RawMessage
	if err := r.decoder.Decode(&raw); err != nil {
		return stated.Document{}, r.broken(err)
	}
	start := int(r.decoder.InputOffset()) - len(raw)
	line := r.line(start)
	if raw[0] != '{' {
		return stated.Document{}, &parley.Error{Kind: parley.Invalid, Place: position(r.data, start), Problem: "here stands no JSON object", Mend: `write {"title": …, "text": …}`}
	}
	doc, err := r.readFields(raw, start)
	doc.Place = line
	if err != nil {
		return doc, err
	}
	if strings.TrimSpace(doc.Title) == "" && strings.TrimSpace(doc.Text) == "" {
		return doc, &parley.Error{Kind: parley.Empty, Place: line, Problem: "the document has neither title nor text", Mend: `give it a field "text"`}
	}
	doc.Text = furniture.CutNotice(furniture.CutTail(doc.Text))
	return doc, nil
}

func (r *reader) readFields(object []byte, start int) (stated.Document, error) {
	var doc stated.Document
	fields := map[string]*string{"id": &doc.ID, "outlet": &doc.Outlet, "url": &doc.URL, "published": &doc.Published, "updated": &doc.Updated, "zone": &doc.Zone, "title": &doc.Title, "text": &doc.Text}
	seen := map[string]bool{}
	inside := json.NewDecoder(bytes.NewReader(object))
	if _, err := inside.Token(); err != nil {
		return doc, err
	}
	for inside.More() {
		token, err := inside.Token()
		if err != nil {
			return doc, err
		}
		key := token.(string) // the decoder lets nothing else stand here
		at := start + int(inside.InputOffset()) - 1
		if seen[key] {
			return doc, &parley.Error{Kind: parley.Invalid, Place: position(r.data, at), Problem: fmt.Sprintf("the field %q stands twice", key), Mend: "keep one of them"}
		}
		seen[key] = true
		var value json.RawMessage
		if err := inside.Decode(&value); err != nil {
			return doc, err
		}
		if key == "byline" {
			doc.Byline = names(value)
		}
		if into := fields[key]; into != nil {
			if err := readString(key, value, into); err != nil {
				err.Place = position(r.data, at)
				return doc, err
			}
		}
	}
	return doc, nil
}

// names gives what a byline names, which files write as a string, as an object with a
// name or as a list of these; there is none in anything else.
func names(value []byte) string {
	var one string
	var object struct{ Name string }
	var list []json.RawMessage
	switch {
	case json.Unmarshal(value, &one) == nil:
		return one
	case json.Unmarshal(value, &object) == nil:
		return object.Name
	case json.Unmarshal(value, &list) == nil:
		var all []string
		for _, each := range list {
			if value := bytes.TrimSpace(each); len(value) > 0 && value[0] != '[' {
				all = append(all, names(value))
			}
		}
		return strings.Join(all, "; ")
	}
	return ""
}

func readString(key string, value []byte, into *string) *parley.Error {
	switch {
	case value[0] == '"':
		if err := json.Unmarshal(value, into); err != nil {
			return &parley.Error{Kind: parley.Invalid, Problem: fmt.Sprintf("the field %q is no string", key), Err: err}
		}
	case string(value) == "null":
	case key == "id" && (value[0] == '-' || value[0] >= '0' && value[0] <= '9'):
		*into = string(value)
	default:
		return &parley.Error{Kind: parley.Invalid, Problem: fmt.Sprintf("the field %q is no string", key), Mend: "put it in quotation marks"}
	}
	return nil
}

func notUTF8(place string) error {
	return &parley.Error{Kind: parley.Invalid, Place: place, Problem: "it is not UTF-8, as JSON must be", Mend: "convert it to UTF-8"}
}

// invalidUTF8 is the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; at < len(data); {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return -1
}

// position names a byte offset as people count: lines and columns from 1,
// columns in characters.
func position(data []byte, at int) string {
	before := data[:max(0, min(at, len(data)))]
	lineStart := bytes.LastIndexByte(before, '\n') + 1
	return fmt.Sprintf("line %d, column %d", bytes.Count(before, []byte{'\n'})+1, utf8.RuneCount(before[lineStart:])+1)
}
