package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/parleyrecord/parley/source/markup"
	"github.com/parleyrecord/parley/source/timestamp"
)

// metadata is what the page says of itself outside the article's text.
type metadata struct {
	address  string // canonical, absolute
	siteName string
	headings []string // of the first order
	dates    []string // of publication, the most trustworthy first
}

// dateNames are the names under which pages state their publication, the most
// trustworthy first; in <meta property>, <meta name> and <meta itemprop>.
var dateNames = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
	"cxenseparse:recs:publishtime", "dcterms.issued", "dc.date.issued", "dcterms.created", "article:published", "article.published",
	"sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "article_date_original", "dc.date", "date",
}

func readMetadata(root *html.Node) metadata {
	var m metadata
	named := map[string]string{}
	var linked, visible []string
	var canonical string
	visit(root, false, func(n *html.Node, inArticle bool) {
		switch n.DataAtom {
		case atom.Meta:
			noteMeta(n, named)
		case atom.Link:
			if canonical == "" && strings.EqualFold(markup.Attribute(n, "rel"), "canonical") {
				canonical = markup.Attribute(n, "href")
			}
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(markup.Attribute(n, "type")), "application/ld+json") && n.FirstChild != nil {
				linked = append(linked, linkedDates(n.FirstChild.Data)...)
			}
		case atom.H1:
			m.headings = append(m.headings, markup.Collapse(textOf(n)))
		case atom.Time:
			if at := markup.Attribute(n, "datetime"); at != "" {
				if inArticle || strings.EqualFold(markup.Attribute(n, "itemprop"), "datepublished") || hasAttribute(n, "pubdate") {
					visible = append(visible, at)
				}
			}
		}
	})
	m.dates = linked
	for _, name := range dateNames {
		if named[name] != "" {
			m.dates = append(m.dates, named[name])
		}
	}
	m.dates = append(m.dates, visible...)
	m.siteName = markup.Collapse(named["og:site_name"])
	for _, address := range []string{canonical, named["og:url"]} {
		if m.address == "" && absolute(address) {
			m.address = strings.TrimSpace(address)
		}
	}
	return m
}

func noteMeta(n *html.Node, named map[string]string) {
	content := strings.TrimSpace(markup.Attribute(n, "content"))
	for _, key := range []string{"property", "name", "itemprop"} {
		if name := strings.ToLower(strings.TrimSpace(markup.Attribute(n, key))); name != "" && named[name] == "" {
			named[name] = content
		}
	}
}

// published is the first date that can be read, else the first one stated.
func (m metadata) published() string {
	for _, d := range m.dates {
		if _, err := timestamp.Parse(d, nil); err == nil {
			return d
		}
	}
	if len(m.dates) > 0 {
		return m.dates[0]
	}
	return ""
}

func (m metadata) outlet() string {
	if u, err := url.Parse(m.address); err == nil && u.Hostname() != "" {
		return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	}
	return m.siteName
}

// headline takes the site's name off a title: "Talks resume | Norland Post" is
// the heading "Talks resume" with more behind a bar or dash. A page without a
// title has its first heading.
func (m metadata) headline(title string) string {
	title = markup.Collapse(title)
	if title == "" && len(m.headings) > 0 {
		return m.headings[0]
	}
	for _, h := range m.headings {
		if rest, ok := strings.CutPrefix(title, h); ok && h != "" && startsWithSeparator(rest) {
			return h
		}
	}
	if rest, ok := strings.CutSuffix(title, m.siteName); ok && m.siteName != "" {
		if cut := strings.TrimRight(rest, " |-–—·:"); cut != "" && cut != strings.TrimRight(rest, " ") {
			return cut
		}
	}
	return title
}

func startsWithSeparator(s string) bool {
	s = strings.TrimLeft(s, " ")
	return s != "" && strings.ContainsAny(s[:1]+firstRune(s), "|-–—·")
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

func absolute(address string) bool {
	u, err := url.Parse(strings.TrimSpace(address))
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""
}

// visit calls f for each element; inArticle tells whether it stands inside an
// <article> or <main>.
func visit(n *html.Node, inArticle bool, f func(n *html.Node, inArticle bool)) {
	if n.Type == html.ElementNode {
		f(n, inArticle)
		inArticle = inArticle || n.DataAtom == atom.Article || n.DataAtom == atom.Main
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		visit(child, inArticle, f)
	}
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		b.WriteString(textOf(child))
	}
	return b.String()
}

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
