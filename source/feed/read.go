package feed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/byline"
	"github.com/parleyrecord/parley/source/furniture"
	"github.com/parleyrecord/parley/source/markup"
	"github.com/parleyrecord/parley/source/stated"
)

// Feed is what a feed says.
type Feed struct {
	Title    string
	Site     string // address of the pages that the feed is about
	Address  string // of the feed itself, where it states one
	Language string // as stated: "en-GB"
	Items    []Item // in the feed's order
	// Sitemaps are those that an index of sitemaps names.
	Sitemaps []Sitemap
}

// Sitemap is a sitemap that an index names.
type Sitemap struct {
	Address  string
	Modified string // as written; may be empty
}

// Item is one entry of a feed. It may have neither title nor text, but only the
// address of a page.
type Item struct {
	// Document: URL is absolute where the feed's own address is known.
	stated.Document
	Author string
	// Summary tells that the text is what the feed gives as a summary, so that
	// the page may have more.
	Summary bool
	// Cut tells that the feed breaks off inside the item.
	Cut bool
}

// Read reads a feed. contentType is what its carrier declared, address where it
// was found; both may be empty. Where both a feed and an error come back, the
// error is of kind Partial. Errors leave out the file.
func Read(data []byte, contentType, address string) (Feed, error) {
	text := decode(data, contentType)
	if isSitemap(text) {
		return readSitemap(text, address)
	}
	parsed, err := parse(text)
	if err == nil && !loses(text, parsed) {
		return translate(parsed, address), nil
	}
	if errors.Is(err, gofeed.ErrFeedTypeNotDetected) {
		return Feed{}, &parley.Error{Kind: parley.Invalid, Problem: "it is no feed", Mend: "give the address or file of an RSS, Atom or JSON feed"}
	}
	rescued, all, cut := rescue(text)
	if err == nil && (rescued == nil || withWords(rescued) <= withWords(parsed)) {
		return translate(parsed, address), nil
	}
	if rescued == nil {
		return Feed{}, &parley.Error{Kind: parley.Invalid, Problem: "the feed is broken", Err: err, Mend: "ask its publisher to mend it"}
	}
	feed := translate(rescued, address)
	if cut {
		feed.Items[len(feed.Items)-1].Cut = true
	}
	return feed, &parley.Error{Kind: parley.Partial, Problem: fmt.Sprintf("the feed is broken; of its %d items %d can be read", all, len(rescued.Items)), Err: err}
}

// loses tells whether a parser that found nothing wrong passed over items.
func loses(text []byte, parsed *gofeed.Feed) bool {
	if parsed.FeedType == "json" || bytes.Count(text, []byte("<item"))+bytes.Count(text, []byte("<entry")) <= withWords(parsed) {
		return false
	}
	tags, _ := tagsOf(text)
	items := 0
	for _, t := range tags {
		if !t.closing && itemStart.MatchString(t.name) {
			items++
		}
	}
	return items > withWords(parsed)
}

// withWords counts the items that say anything.
func withWords(parsed *gofeed.Feed) (n int) {
	for _, i := range parsed.Items {
		if i.Title != "" || i.Description != "" || i.Content != "" {
			n++
		}
	}
	return n
}

func parse(text []byte) (*gofeed.Feed, error) {
	return gofeed.NewParser().Parse(bytes.NewReader(text))
}

func translate(parsed *gofeed.Feed, address string) Feed {
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	f := Feed{Title: oneLine(markup.Text(parsed.Title)), Language: strings.TrimSpace(parsed.Language)}
	f.Address = resolve(base, parsed.FeedLink)
	if f.Address == "" {
		f.Address = address
	}
	f.Site = resolve(base, parsed.Link)
	if own, err := url.Parse(f.Site); err == nil && address == "" {
		base = own
	}
	shared := sharedNames(parsed.Items)
	for _, item := range parsed.Items {
		if shared[strings.TrimSpace(item.GUID)] {
			item.GUID = ""
		}
		f.Items = append(f.Items, translateItem(item, base, f.Title))
	}
	return f
}

// sharedNames are the guids that items with different pages share, so that they
// name none of them.
func sharedNames(items []*gofeed.Item) map[string]bool {
	page, shared := map[string]string{}, map[string]bool{}
	for _, item := range items {
		name, link := strings.TrimSpace(item.GUID), strings.TrimSpace(item.Link)
		if other, ok := page[name]; ok && other != link && name != "" {
			shared[name] = true
		}
		page[name] = link
	}
	return shared
}

func translateItem(item *gofeed.Item, base *url.URL, outlet string) Item {
	i := Item{Author: author(item)}
	i.Published = first(item.Published, term(item, "issued"), term(item, "created"))
	i.Updated = first(item.Updated, term(item, "modified"))
	i.Title = headline(item.Title)
	i.Text = furniture.CutNotice(markup.Text(item.Content))
	if i.Text == "" {
		i.Text, i.Summary = furniture.CutNotice(markup.Text(item.Description)), true
	}
	i.URL = resolve(base, link(item))
	i.ID = itemID(item, i, base)
	i.Place = "item " + i.ID
	i.Byline = byline.Of(i.Author, outlet, base.Hostname(), i.URL)
	return i
}

// term is an element of DCMI Metadata Terms, which gofeed leaves among the
// extensions.
func term(item *gofeed.Item, name string) string {
	if elements := item.Extensions["dcterms"][name]; len(elements) > 0 {
		return elements[0].Value
	}
	return ""
}

func first(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// link is the item's page. A guid that is an address stands for a link that the
// feed leaves out, as RSS 2.0 has it.
func link(item *gofeed.Item) string {
	if item.Link == "" && strings.HasPrefix(item.GUID, "http") {
		return item.GUID
	}
	return item.Link
}

func itemID(item *gofeed.Item, i Item, base *url.URL) string {
	name := strings.TrimSpace(item.GUID)
	if name == "" {
		name = i.URL
	}
	if name == "" {
		name = i.Title + "\n" + i.Published
	}
	return nameItem(name, i.URL, base)
}

// nameItem makes the id of an item that its feed calls name, and whose page
// is at address.
func nameItem(name, address string, base *url.URL) string {
	host := base.Hostname()
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		host = u.Hostname()
	}
	sum := sha256.Sum256([]byte(name))
	return strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(host), "www.")+"-", "-") + hex.EncodeToString(sum[:])[:12]
}

// ItemID is the id of what is called name and stands at an address; a page's name
// is its address.
func ItemID(name, address string) string { return nameItem(name, address, &url.URL{}) }

// longestHeadline is the length, in characters, beyond which a title is no
// headline but a text in the wrong place, and is cut.
const longestHeadline = 500

func headline(title string) string {
	title = oneLine(markup.Text(title))
	if runes := []rune(title); len(runes) > longestHeadline {
		return string(runes[:longestHeadline]) + "…"
	}
	return title
}

func author(item *gofeed.Item) string {
	var names []string
	for _, a := range item.Authors {
		if a == nil {
			continue
		}
		name := oneLine(markup.Text(a.Name))
		if name == "" {
			name = strings.TrimSpace(a.Email)
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// resolve makes an address absolute where base is; only web addresses count.
func resolve(base *url.URL, address string) string {
	u, err := base.Parse(strings.TrimSpace(address))
	if err != nil || address == "" || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
