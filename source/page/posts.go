package page

import (
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/parleyrecord/parley/source/byline"
	"github.com/parleyrecord/parley/source/markup"
	"github.com/parleyrecord/parley/source/stated"
	"github.com/parleyrecord/parley/source/timestamp"
)

const (
	// fewestPosts is how many dated posts a page must hold to be a live blog.
	fewestPosts = 2
	// mostPosts bounds what is taken of one page; the first are the latest.
	mostPosts = 2000
)

// liveMark is by what a page says that it is a live blog: the type that
// schema.org has for it, or a class or id that its makers chose.
var liveMark = regexp.MustCompile(`(?i)live[-_ ]?blog|live[-_ ]?updates?\b`)

// Posts gives the posts of a live blog, in the page's order; none where the page
// is no live blog. Each states its own time, headline and text and, where it has
// an anchor, its own address, and has a Place. The headline of the blog is none of
// a post's: it is changed through the day and would be told anew with each.
func Posts(data []byte, contentType string) ([]stated.Document, error) {
	if !liveMark.Match(data) {
		return nil, nil
	}
	root, err := parse(data, contentType)
	if err != nil {
		return nil, err
	}
	b := blog{meta: readMetadata(root), anchors: map[string]*html.Node{}}
	visit(root, false, func(n *html.Node, _ bool) {
		if id := markup.Attribute(n, "id"); id != "" && b.anchors[id] == nil {
			b.anchors[id] = n
		}
	})
	posts := b.linked(root)
	if len(posts) < fewestPosts && isLive(root) {
		posts = b.shown(root)
	}
	if len(posts) < fewestPosts {
		return nil, nil
	}
	posts = posts[:min(len(posts), mostPosts)]
	for i := range posts {
		posts[i].Outlet = b.meta.outlet()
		posts[i].Place = fmt.Sprintf("post %d", i+1)
	}
	return posts, nil
}

// isLive tells whether a page says that it is a live blog, by linked data or in
// the names of its elements.
func isLive(root *html.Node) (live bool) {
	visit(root, false, func(n *html.Node, _ bool) {
		if live || n.DataAtom == atom.A || isBeside(n) {
			return
		}
		for _, key := range []string{"class", "id", "itemtype", "itemprop"} {
			live = live || liveMark.MatchString(markup.Attribute(n, key))
		}
		live = live || isLinkedData(n) && strings.Contains(n.FirstChild.Data, `"LiveBlogPosting"`)
	})
	return live
}

// blog is a page with many dated posts.
type blog struct {
	meta    metadata
	anchors map[string]*html.Node // elements by id
}

// linked are the posts that the page describes as linked data.
func (b *blog) linked(root *html.Node) (posts []stated.Document) {
	seen := map[stated.Document]bool{}
	for object := range linkedObjects(root) {
		for _, update := range object.liveUpdates() {
			p := stated.Document{
				URL: b.address(update.text("url")), Published: update.text("datePublished"), Updated: update.text("dateModified"), Byline: byline.Of(authorsIn(update["author"], nil), b.meta.outlet(), b.meta.siteName),
				Title: markup.Collapse(update.text("headline")), Text: linkedText(update.text("articleBody")),
			}
			b.fill(&p)
			if p.Published != "" && p.Text != "" && !seen[p] {
				seen[p] = true
				posts = append(posts, p)
			}
		}
	}
	return posts
}

// linkedText gives the paragraphs of an article's body in linked data, which
// sites write as HTML or as plain lines.
func linkedText(body string) string {
	if strings.Contains(body, "<") {
		return markup.Text(body)
	}
	var paragraphs []string
	for line := range strings.Lines(body) {
		if line = markup.Collapse(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// fill takes a post's text from the page where linked data gives less of it.
func (b *blog) fill(p *stated.Document) {
	_, anchor, _ := strings.Cut(p.URL, "#")
	at := b.anchors[anchor]
	if anchor == "" || at == nil {
		return
	}
	if shown := b.post(at); len(shown.Text) > len(p.Text) {
		p.Text, p.Title = shown.Text, cmp.Or(p.Title, shown.Title)
	}
}

// address makes the address of a post absolute; it is the page's where the post
// states none.
func (b *blog) address(of string) string {
	base, err := url.Parse(b.meta.address)
	if err != nil {
		return ""
	}
	at, err := base.Parse(strings.TrimSpace(of))
	if err != nil || !absolute(at.String()) {
		return b.meta.address
	}
	return at.String()
}

// shown are the posts that the page shows: elements of one kind that each hold a
// time and a text. Of several kinds that of the most elements is taken, and of
// those the one that holds the most words, so that a post is taken with its
// frame.
func (b *blog) shown(root *html.Node) (posts []stated.Document) {
	most := 0
	for _, elements := range datedKinds(root) {
		found, size := []stated.Document{}, 0
		for _, n := range elements {
			if p := b.post(n); p.Published != "" && p.Text != "" {
				found = append(found, p)
				size += len(p.Text)
			}
		}
		if len(found) > len(posts) || len(found) == len(posts) && size > most {
			posts, most = found, size
		}
	}
	return posts
}

// datedKinds gives the elements that hold a time, by name and class, each kind in
// the page's order and without those that stand in another of their kind.
func datedKinds(root *html.Node) (kinds [][]*html.Node) {
	dated := map[*html.Node]bool{}
	visit(root, false, func(n *html.Node, _ bool) {
		if n.DataAtom != atom.Time || markup.Attribute(n, "datetime") == "" {
			return
		}
		if isBelow(n, isBeside) {
			return
		}
		for above := n.Parent; above != nil && !dated[above]; above = above.Parent {
			dated[above] = true
		}
	})
	byKind := map[string]int{}
	visit(root, false, func(n *html.Node, _ bool) {
		if !dated[n] || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
			return
		}
		kind := n.Data + " " + markup.Attribute(n, "class")
		i, ok := byKind[kind]
		if !ok {
			i = len(kinds)
			byKind[kind], kinds = i, append(kinds, nil)
		}
		if last := len(kinds[i]) - 1; last < 0 || !isBelow(n, func(above *html.Node) bool { return above == kinds[i][last] }) {
			kinds[i] = append(kinds[i], n)
		}
	})
	return kinds
}

// isBeside tells whether an element holds what stands beside a page's matter.
func isBeside(n *html.Node) bool {
	return n.DataAtom == atom.Nav || n.DataAtom == atom.Aside || n.DataAtom == atom.Footer
}

func isBelow(n *html.Node, wanted func(above *html.Node) bool) bool {
	for ; n != nil; n = n.Parent {
		if wanted(n) {
			return true
		}
	}
	return false
}

// post reads one post from its element.
func (b *blog) post(n *html.Node) stated.Document {
	p := stated.Document{URL: b.meta.address}
	if id := cmp.Or(markup.Attribute(n, "id"), headID(n)); id != "" {
		p.URL = b.address("#" + url.PathEscape(id))
	}
	visit(n, false, func(each *html.Node, _ bool) {
		if at := markup.Attribute(each, "datetime"); each.DataAtom == atom.Time && at != "" && p.Published == "" {
			if _, err := timestamp.Parse(at, nil); err == nil {
				p.Published = at
			}
		}
	})
	blocks := markup.Blocks(n)
	for i, block := range blocks {
		if block.Heading {
			p.Title, blocks = block.Text, append(blocks[:i:i], blocks[i+1:]...)
			break
		}
	}
	paragraphs, _ := clean(blocks, p.Title)
	p.Text = strings.Join(paragraphs, "\n\n")
	return p
}

// headID is the id of the first element in an element that has one, of those
// that nothing stands before.
func headID(n *html.Node) string {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.ElementNode {
			return cmp.Or(markup.Attribute(child, "id"), headID(child))
		}
	}
	return ""
}
