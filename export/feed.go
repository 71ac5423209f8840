package export

import (
	"encoding/xml"
	"io"
	"time"
)

// Feed is what an Atom feed (RFC 4287) holds.
type Feed struct {
	Title   string
	ID      string // a URI that stays
	Self    string // its own address
	Home    string // that of the page it stands for
	Updated time.Time
	Items   []FeedItem
}

// FeedItem is one entry of a feed.
type FeedItem struct {
	ID      string // a URI that stays
	Title   string
	Address string
	Updated time.Time
	Author  string
	Text    string
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  atomPerson  `xml:"author"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	Title   string     `xml:"title"`
	ID      string     `xml:"id"`
	Updated string     `xml:"updated"`
	Links   []atomLink `xml:"link"`
	Author  atomPerson `xml:"author"`
	Content atomText   `xml:"content"`
}

// atomText is plain text: a reader shows it as it stands and runs nothing.
type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// Atom writes a feed.
func Atom(w io.Writer, f Feed) error {
	feed := atomFeed{
		Title: Clean(f.Title), ID: f.ID, Updated: f.Updated.UTC().Format(time.RFC3339), Author: atomPerson{"Parley"},
		Links: []atomLink{{"self", "application/atom+xml", f.Self}, {"alternate", "text/html", f.Home}},
	}
	for _, item := range f.Items {
		feed.Entries = append(feed.Entries, atomEntry{
			Title: Clean(item.Title), ID: item.ID, Updated: item.Updated.UTC().Format(time.RFC3339), Author: atomPerson{Clean(item.Author)},
			Links: []atomLink{{"alternate", "text/html", item.Address}}, Content: atomText{"text", Clean(item.Text)},
		})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", " ")
	return encoder.Encode(feed)
}
