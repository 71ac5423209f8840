package page

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/markup"
	"github.com/parleyrecord/parley/source/stated"
)

// maxBytes and maxElements bound the work that one page can ask for to a few
// seconds. Pages of news have some 100 kB and 2,000 elements, long live blogs ten
// times as much.
const (
	maxBytes    = 16 << 20
	maxElements = 60_000
)

// Read reads a page. contentType is what its carrier declared ("text/html;
// charset=utf-8"); it may be empty. Errors leave out the file.
func Read(data []byte, contentType string) (stated.Document, error) {
	root, err := parse(data, contentType)
	if err != nil {
		return stated.Document{}, err
	}
	meta := readMetadata(root)
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	parser.KeepClasses = true
	base, err := url.Parse(meta.address)
	if err != nil || meta.address == "" {
		base = &url.URL{}
	}
	article, err := parser.ParseAndMutate(root, base)
	if err != nil {
		return stated.Document{}, &parley.Error{Kind: parley.TooLarge, Problem: "the page is too intricate to read", Err: err, Mend: "give the text of its article"}
	}
	doc := stated.Document{URL: meta.address, Outlet: meta.outlet(), Published: meta.published(), Updated: firstReadable(meta.changed), Byline: meta.byline, Title: meta.headline(article.Title)}
	if article.Node != nil {
		paragraphs, shown := clean(markup.Blocks(article.Node), doc.Title)
		doc.Text = strings.Join(paragraphs, "\n\n")
		if doc.Published == "" {
			doc.Published = shown
		}
	}
	if doc.Text == "" {
		return doc, &parley.Error{Kind: parley.Empty, Problem: "the page holds no article", Mend: "give the page of one article, or its text"}
	}
	return doc, nil
}

func parse(data []byte, contentType string) (*html.Node, error) {
	if len(data) > maxBytes {
		return nil, &parley.Error{Kind: parley.TooLarge, Problem: fmt.Sprintf("the page is larger than %d MB", maxBytes>>20), Mend: "give the text of its article"}
	}
	root, err := html.Parse(bytes.NewReader(bytes.TrimPrefix(markup.ToUTF8(data, contentType), []byte("\ufeff"))))
	if err != nil {
		return nil, &parley.Error{Kind: parley.Invalid, Problem: "the page cannot be parsed", Err: err, Mend: "give the text of its article"}
	}
	return root, nil
}
