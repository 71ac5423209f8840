package feed

import (
	"bytes"
	"encoding/xml"
	"net/url"
	"regexp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/markup"
)

// sitemapFile is a sitemap or an index of sitemaps (sitemaps.org 0.9), with
// Google's extension for news. Namespaces are not looked at, since sites get them
// wrong.
type sitemapFile struct {
	XMLName  xml.Name
	Pages    []sitemapPage `xml:"url"`
	Sitemaps []struct {
		Location string `xml:"loc"`
		Modified string `xml:"lastmod"`
	} `xml:"sitemap"`
}

type sitemapPage struct {
	// Location has a list type because extensions for pictures and films have
	// elements of the same name; the first is the page's.
	Location []string `xml:"loc"`
	Modified string   `xml:"lastmod"`
	News     []struct {
		Published   string `xml:"publication_date"`
		Title       string `xml:"title"`
		Publication struct {
			Name     string `xml:"name"`
			Language string `xml:"language"`
		} `xml:"publication"`
	} `xml:"news"`
}

var (
	prologue    = regexp.MustCompile(`(?s)^(?:\s+|<!--.*?-->|<[?!][^>]*>)*`)
	sitemapRoot = regexp.MustCompile(`^<(?:[\w.-]+:)?(?:urlset|sitemapindex)[\s>]`)
)

// isSitemap tells whether the first element of a text is that of a sitemap.
func isSitemap(text []byte) bool {
	return sitemapRoot.Match(text[len(prologue.Find(text)):])
}

// readSitemap reads a sitemap as a feed: of a page it knows the address, the
// date and, for news, the headline. Of a broken one the pages before the break
// are given.
func readSitemap(text []byte, address string) (Feed, error) {
	var file sitemapFile
	decoder := xml.NewDecoder(bytes.NewReader(text))
	decoder.Strict = false
	decoder.Entity = xml.HTMLEntity
	broken := decoder.Decode(&file)
	if broken != nil {
		file = sitemapFile{}
		if err := xml.NewDecoder(bytes.NewReader(closeOpen(text[:lastPage(text)]))).Decode(&file); err != nil || len(file.Pages)+len(file.Sitemaps) == 0 {
			return Feed{}, &parley.Error{Kind: parley.Invalid, Problem: "the sitemap is broken", Err: broken, Mend: "ask its publisher to mend it"}
		}
	}
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	f := Feed{Address: address}
	for _, s := range file.Sitemaps {
		if at := resolve(base, s.Location); at != "" {
			f.Sitemaps = append(f.Sitemaps, Sitemap{Address: at, Modified: strings.TrimSpace(s.Modified)})
		}
	}
	for _, p := range file.Pages {
		if item, ok := p.item(base); ok {
			f.Items = append(f.Items, item)
			f.Title = first(f.Title, p.publication())
		}
	}
	if broken != nil {
		return f, &parley.Error{Kind: parley.Partial, Problem: "the sitemap is broken, and what follows is lost", Err: broken}
	}
	return f, nil
}

// lastPage is where the last whole page of a sitemap ends.
func lastPage(text []byte) int {
	for _, tag := range []string{"</url>", "</sitemap>"} {
		if i := bytes.LastIndex(text, []byte(tag)); i >= 0 {
			return i + len(tag)
		}
	}
	return 0
}

func (p sitemapPage) publication() string {
	if len(p.News) == 0 {
		return ""
	}
	return oneLine(markup.Text(p.News[0].Publication.Name))
}

func (p sitemapPage) item(base *url.URL) (Item, bool) {
	if len(p.Location) == 0 {
		return Item{}, false
	}
	i := Item{Summary: true}
	i.Updated = strings.TrimSpace(p.Modified)
	i.URL = resolve(base, p.Location[0])
	if i.URL == "" {
		return Item{}, false
	}
	if len(p.News) > 0 {
		i.Title = headline(p.News[0].Title)
		i.Published = strings.TrimSpace(p.News[0].Published)
	}
	i.ID = ItemID(i.URL, i.URL)
	i.Place = "item " + i.ID
	return i, true
}
