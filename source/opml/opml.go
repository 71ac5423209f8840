package opml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/markup"
)

// Feed is a feed on a list.
type Feed struct {
	Title   string
	Address string // of the feed
	Site    string // of the pages that it is about; may be empty
}

// Read gives the feeds on a list, each address once, in their order. Those that
// stand before a break in the file come with an error of kind Partial. Errors
// leave out the file.
func Read(data []byte) ([]Feed, error) {
	decoder := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(markup.ToUTF8(data, "text/xml"), []byte("\ufeff"))))
	decoder.Strict = false
	decoder.Entity = xml.HTMLEntity
	decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil } // it is UTF-8 by now
	var feeds []Feed
	seen, isList := map[string]bool{}, false
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return broken(decoder, feeds, err)
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		isList = isList || strings.EqualFold(element.Name.Local, "opml")
		if f := outline(element); f.Address != "" && !seen[f.Address] {
			seen[f.Address] = true
			feeds = append(feeds, f)
		}
	}
	if !isList {
		return nil, &parley.Error{Kind: parley.Invalid, Problem: "it is no OPML", Mend: "give the list that a feed reader exports as OPML"}
	}
	if len(feeds) == 0 {
		return nil, &parley.Error{Kind: parley.Empty, Problem: "the list names no feed", Mend: "give a list with xmlUrl addresses"}
	}
	return feeds, nil
}

func broken(decoder *xml.Decoder, feeds []Feed, err error) ([]Feed, error) {
	line, column := decoder.InputPos()
	e := &parley.Error{Kind: parley.Invalid, Place: fmt.Sprintf("line %d, column %d", line, column), Problem: "the list is broken here", Err: err, Mend: "export it again"}
	if len(feeds) > 0 {
		e.Kind, e.Problem = parley.Partial, "the list is broken here, and what follows is lost"
	}
	return feeds, e
}

// outline is what an element says of a feed; it has no address where it says
// nothing.
func outline(element xml.StartElement) (f Feed) {
	if !strings.EqualFold(element.Name.Local, "outline") {
		return f
	}
	text := ""
	for _, a := range element.Attr {
		value := strings.TrimSpace(a.Value)
		switch strings.ToLower(a.Name.Local) {
		case "xmlurl":
			f.Address = webAddress(value)
		case "htmlurl":
			f.Site = webAddress(value)
		case "title":
			f.Title = markup.Collapse(value)
		case "text":
			text = markup.Collapse(value)
		}
	}
	if f.Title == "" {
		f.Title = text
	}
	return f
}

func webAddress(value string) string {
	u, err := url.Parse(value)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return ""
	}
	return u.String()
}

type (
	list struct {
		XMLName  xml.Name  `xml:"opml"`
		Version  string    `xml:"version,attr"`
		Title    string    `xml:"head>title"`
		Outlines []written `xml:"body>outline"`
	}
	written struct {
		Type  string `xml:"type,attr"`
		Text  string `xml:"text,attr"`
		Title string `xml:"title,attr"`
		Feed  string `xml:"xmlUrl,attr"`
		Site  string `xml:"htmlUrl,attr,omitempty"`
	}
)

// Write writes a list of feeds.
func Write(w io.Writer, title string, feeds []Feed) error {
	l := list{Version: "2.0", Title: title}
	for _, f := range feeds {
		name := f.Title
		if name == "" {
			name = f.Address
		}
		l.Outlines = append(l.Outlines, written{Type: "rss", Text: name, Title: name, Feed: f.Address, Site: f.Site})
	}
	data, err := xml.MarshalIndent(l, "", " ")
	if err != nil {
		return fmt.Errorf("write OPML: %w", err)
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, data)
	return err
}
