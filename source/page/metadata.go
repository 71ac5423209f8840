package page

import (
	"net/url"
	"slices"
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
	changed  []string // of the last change, likewise
	byline   string   // who wrote it
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
	var visible []string
	var canonical string
	visit(root, false, func(n *html.Node, inArticle bool) {
		switch n.DataAtom {
		case atom.Meta:
			noteMeta(n, named)
		case atom.Link:
			if canonical == "" && strings.EqualFold(markup.Attribute(n, "rel"), "canonical") {
				canonical = markup.Attribute(n, "href")
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
	linked := slices.Collect(linkedObjects(root))
	for _, object := range linked {
		if object.isArticle() {
			m.dates = appendStated(m.dates, object.text("datePublished"))
			m.changed = appendStated(m.changed, object.text("dateModified"))
		}
	}
	for _, name := range dateNames {
		m.dates = appendStated(m.dates, named[name])
	}
	for _, name := range changeNames {
		m.changed = appendStated(m.changed, named[name])
	}
	m.dates = append(m.dates, visible...)
	m.siteName = markup.Collapse(named["og:site_name"])
	for _, address := range []string{canonical, named["og:url"]} {
		if m.address == "" && absolute(address) {
			m.address = strings.TrimSpace(address)
		}
	}
	m.byline = readByline(root, linked, named, m.siteName, m.address)
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

// changeNames are the names under which pages state when they were last changed.
var changeNames = []string{"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod", "last-modified"}

func appendStated(dates []string, date string) []string {
	if date = strings.TrimSpace(date); date != "" {
		dates = append(dates, date)
	}
	return dates
}

// published is the first date that can be read, else the first one stated.
func (m metadata) published() string {
	if at := firstReadable(m.dates); at != "" || len(m.dates) == 0 {
		return at
	}
	return m.dates[0]
}

func firstReadable(dates []string) string {
	for _, d := range dates {
		if _, err := timestamp.Parse(d, nil); err == nil {
			return d
		}
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
