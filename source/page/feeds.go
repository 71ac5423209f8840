package page

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/parleyrecord/parley/source/markup"
)

// feedTypes are the media types by which a page names its feeds.
var feedTypes = []string{"application/rss+xml", "application/atom+xml", "application/feed+json"}

// mostFeeds is how many feeds of a page are named.
const mostFeeds = 3

// Feeds gives the addresses of the feeds that a page names, the first three, those of
// readers' comments left out. address is where the page was found.
func Feeds(data []byte, contentType, address string) (feeds []string) {
	base, err := url.Parse(address)
	if err != nil {
		return nil
	}
	root, err := parse(data, contentType)
	if err != nil {
		return nil
	}
	visit(root, false, func(n *html.Node, _ bool) {
		if n.DataAtom != atom.Link || !slices.Contains(feedTypes, strings.ToLower(markup.Attribute(n, "type"))) || !slices.Contains(strings.Fields(strings.ToLower(markup.Attribute(n, "rel"))), "alternate") {
			return
		}
		at, err := base.Parse(strings.TrimSpace(markup.Attribute(n, "href")))
		if err != nil || !absolute(at.String()) || slices.Contains(feeds, at.String()) || len(feeds) == mostFeeds {
			return
		}
		if about := strings.ToLower(markup.Attribute(n, "title") + at.Path); !strings.Contains(about, "comment") {
			feeds = append(feeds, at.String())
		}
	})
	return feeds
}

// IsArticle tells whether a page says that it is an article: most front pages do not.
func IsArticle(data []byte, contentType string) bool {
	root, err := parse(data, contentType)
	if err != nil {
		return false
	}
	named := map[string]string{}
	visit(root, false, func(n *html.Node, _ bool) {
		if n.DataAtom == atom.Meta {
			noteMeta(n, named)
		}
	})
	if named["og:type"] == "article" || named["article:published_time"] != "" {
		return true
	}
	for object := range linkedObjects(root) {
		if object.is(isStoryKind) {
			return true
		}
	}
	return false
}
