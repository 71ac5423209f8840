package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/http"
	"os"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/feed"
	"github.com/parleyrecord/parley/source/page"
	"github.com/parleyrecord/parley/source/plain"
	"github.com/parleyrecord/parley/source/stated"
	"github.com/parleyrecord/parley/source/wire"
)

// read gives the documents of one file.
func (o *Options) read(f *file) iter.Seq2[parley.Document, error] {
	return func(yield func(parley.Document, error) bool) {
		input, err := o.openFile(f)
		if err != nil {
			yield(parley.Document{}, f.named(err))
			return
		}
		defer input.Close()
		if formatOfName(f.path) == linesFormat {
			o.complete(f, wire.Lines(input, o.Limit))(yield)
			return
		}
		data, err := o.readAll(input)
		if err != nil {
			yield(parley.Document{}, f.named(err))
			return
		}
		f.nameByContent(data)
		o.complete(f, o.parseSafely(f, data))(yield)
	}
}

func (o *Options) openFile(f *file) (io.ReadCloser, error) {
	if f.path == Stdin {
		return io.NopCloser(o.Input), nil
	}
	if f.size > o.Limit && !packed(f.path) && formatOfName(f.path) != linesFormat {
		return nil, tooLarge(o.Limit)
	}
	input, err := os.Open(f.path)
	if err != nil {
		return nil, parley.Unopened(f.path, err)
	}
	if !packed(f.path) {
		return input, nil
	}
	unpacked, err := gzip.NewReader(input)
	if err != nil {
		input.Close()
		return nil, unpackError(err)
	}
	return gzipFile{unpacked, input}, nil
}

type gzipFile struct {
	*gzip.Reader
	file *os.File
}

func (g gzipFile) Close() error { return errors.Join(g.Reader.Close(), g.file.Close()) }

// readAll reads up to the limit and no further.
func (o *Options) readAll(input io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(input, o.Limit+1))
	var pathError *fs.PathError
	switch {
	case errors.As(err, &pathError):
		return nil, parley.Unopened(pathError.Path, err)
	case err != nil:
		return nil, unpackError(err)
	case int64(len(data)) > o.Limit:
		return nil, tooLarge(o.Limit)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, &parley.Error{Kind: parley.Empty, Problem: "it is empty", Mend: "give it a text or leave it out"}
	}
	return data, nil
}

func tooLarge(limit int64) error {
	size := fmt.Sprintf("%d bytes", limit)
	if limit >= 1<<20 {
		size = fmt.Sprintf("%d MB", limit>>20)
	}
	return &parley.Error{Kind: parley.TooLarge, Problem: "it is larger than " + size,
		Mend: "split it into its articles, or write them as JSON, one a line, in a file that ends in .jsonl"}
}

func unpackError(err error) error {
	return &parley.Error{Kind: parley.Invalid, Problem: "it cannot be unpacked", Err: err, Mend: "pack it with gzip again, or give it unpacked"}
}

// parseSafely is parse where no parser's panic comes through.
func (o *Options) parseSafely(f *file, data []byte) iter.Seq2[stated.Document, error] {
	var found iter.Seq2[stated.Document, error]
	err := func() (err error) {
		defer stated.Guard(&err)
		found = o.parse(f, data)
		return nil
	}()
	if err != nil {
		return one(stated.Document{}, err)
	}
	return found
}

// parse takes the bytes of a file apart by its format.
func (o *Options) parse(f *file, data []byte) iter.Seq2[stated.Document, error] {
	format := formatOfName(f.path)
	if format == unknownFormat || format == plainFormat {
		format = formatOfContent(data, format)
	}
	if kind := binaryKind(data); kind != "" {
		return one(stated.Document{}, &parley.Error{Kind: parley.Binary, Problem: "it is no text but " + kind, Mend: "give its text, as .txt, .md, .html or .json"})
	}
	switch format {
	case pageFormat:
		return pageDocuments(data)
	case feedFormat:
		return feedItems(data)
	case jsonFormat:
		if bytes.Contains(data[:min(len(data), 1024)], []byte("://jsonfeed.org/version/")) {
			return feedItems(data)
		}
		return wire.Read(bytes.TrimPrefix(data, []byte("\ufeff")))
	}
	text, err := decodeText(data)
	if err != nil {
		return one(stated.Document{}, err)
	}
	read, err := plain.Read(text, plain.Options{Digest: o.Digest, Markdown: format == markdownFormat})
	if err != nil {
		return one(stated.Document{}, err)
	}
	if id := parley.SafeID(read.ID); id != "" {
		f.brief = id
	}
	return func(yield func(stated.Document, error) bool) {
		for _, doc := range read.Documents {
			if !yield(doc, nil) {
				return
			}
		}
	}
}

// pageDocuments are the posts of a live blog, or the one article of a page.
func pageDocuments(data []byte) iter.Seq2[stated.Document, error] {
	posts, err := page.Posts(data, "")
	if err != nil || len(posts) == 0 {
		return one(page.Read(data, ""))
	}
	return func(yield func(stated.Document, error) bool) {
		for _, p := range posts {
			if !yield(p, nil) {
				return
			}
		}
	}
}

func feedItems(data []byte) iter.Seq2[stated.Document, error] {
	read, err := feed.Read(data, "", "")
	return func(yield func(stated.Document, error) bool) {
		found := false
		for _, item := range read.Items {
			if item.Title == "" && item.Text == "" { // the address of a page, no more
				continue
			}
			found = true
			if !yield(item.Document, nil) {
				return
			}
		}
		if err == nil && !found {
			err = &parley.Error{Kind: parley.Empty, Problem: "the feed has no item with words in it", Mend: "leave it out"}
		}
		if err != nil {
			yield(stated.Document{}, err)
		}
	}
}

func one(doc stated.Document, err error) iter.Seq2[stated.Document, error] {
	return func(yield func(stated.Document, error) bool) { yield(doc, err) }
}

// formatOfContent tells HTML by its first tag also in a file named .txt, since
// people save pages that way; and JSON and feeds where no name says anything.
func formatOfContent(data []byte, named format) format {
	head := string(bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 256)], []byte("\ufeff")), " \t\r\n"))
	lower := strings.ToLower(head)
	if strings.HasPrefix(lower, "<!doctype html") || strings.HasPrefix(lower, "<html") {
		return pageFormat
	}
	for _, start := range []string{"<?xml", "<rss", "<feed", "<rdf:rdf"} {
		if named == unknownFormat && strings.HasPrefix(lower, start) {
			return feedFormat
		}
	}
	object := strings.TrimLeft(strings.TrimPrefix(head, "["), " \t\r\n")
	if named == unknownFormat && strings.HasPrefix(object, "{") {
		return jsonFormat
	}
	return plainFormat
}

// binaryKind names what data is where it is no text: "application/pdf"; "" for
// text.
func binaryKind(data []byte) string {
	kind, _, _ := strings.Cut(http.DetectContentType(data), ";")
	switch {
	case !strings.HasPrefix(kind, "text/"):
		return kind
	case !isUTF16(data) && bytes.IndexByte(data, 0) >= 0:
		return "application/octet-stream"
	}
	return ""
}
