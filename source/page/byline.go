package page

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/parleyrecord/parley/source/byline"
	"github.com/parleyrecord/parley/source/markup"
)

// authorNames are the names under which pages state who wrote the article, the
// most trustworthy first; in <meta property>, <meta name> and <meta itemprop>.
var authorNames = []string{
	"author", "article:author", "parsely-author", "sailthru.author", "cxenseparse:author", "byl", "dc.creator", "dcterms.creator", "dc.contributor.author", "twitter:creator",
}

// readByline is who wrote the article, by the first of these that names people:
// linked data, the page's metadata, a line "By …" below its headline, links and items that are marked as the
// author's.
func readByline(root *html.Node, linked []linkedObject, named map[string]string, outlets ...string) string {
	authors, publishers := linkedAuthors(linked)
	outlets = append(outlets, publishers...)
	written := []string{authors}
	for _, name := range authorNames {
		written = append(written, named[name])
	}
	written = append(written, shownByline(root), markedAuthors(root))
	for _, w := range written {
		if names := byline.Of(w, outlets...); names != "" {
			return names
		}
	}
	return ""
}

// linkedAuthors are the authors of the first article in linked data that states
// any, and the names of all publishers.
func linkedAuthors(linked []linkedObject) (authors string, publishers []string) {
	people, found := map[string]string{}, false
	var stated any
	for _, object := range linked {
		if id, name := object.text("@id"), object.text("name"); id != "" && name != "" {
			people[id] = personIn(object, nil)
		}
		if object.isArticle() {
			if publisher, ok := object["publisher"].(map[string]any); ok {
				publishers = append(publishers, linkedObject(publisher).text("name"))
			}
			if author := object["author"]; author != nil && !found {
				stated, found = author, true
			}
		}
	}
	return authorsIn(stated, people), publishers
}

// authorsIn are the names in an "author" of linked data, with a semicolon between
// them: a name, an object, a reference to one, or several.
func authorsIn(stated any, people map[string]string) string {
	switch stated := stated.(type) {
	case string:
		return stated
	case map[string]any:
		return personIn(stated, people)
	case []any:
		var names []string
		for _, each := range stated {
			if _, nested := each.([]any); !nested {
				names = append(names, authorsIn(each, people))
			}
		}
		return strings.Join(names, "; ")
	}
	return ""
}

// personIn is the name of an object that is not said to be an organisation, or of
// the one that it refers to.
func personIn(o linkedObject, people map[string]string) string {
	if o.is(func(kind string) bool { return strings.HasSuffix(kind, "Organization") }) {
		return ""
	}
	if name := o.text("name"); name != "" {
		return name
	}
	return people[o.text("@id")]
}

// longestByline is the length, in bytes, of the longest line "By …".
const longestByline = 160

var bylineStart = regexp.MustCompile(`^(?:By|BY|by):?(?:\s|$)`)

// shownByline is the first line "By …" below the first headline, or in the
// article where there is none.
func shownByline(root *html.Node) (found string) {
	below := false
	visit(root, false, func(n *html.Node, inArticle bool) {
		if n.DataAtom == atom.H1 {
			below = true
		}
		if found != "" || !below && !inArticle || n.DataAtom == atom.A {
			return
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if child.Type != html.TextNode || !bylineStart.MatchString(strings.TrimLeft(child.Data, " \t\r\n")) || isBelow(n, isBeside) {
				continue
			}
			if line := lineAround(n); byline.Line(line) {
				found = line
			}
			return
		}
	})
	return found
}

// lineAround is the text of an element, or of the one around it where its own is
// the word "By" alone; "" where it is too long for a byline.
func lineAround(n *html.Node) string {
	for range 3 {
		text := lines(n)
		if len(text) > longestByline {
			return ""
		}
		if len(text) > len("By: ") || n.Parent == nil {
			return text
		}
		n = n.Parent
	}
	return ""
}

// lines is the text of an element with a line end where the page breaks the line.
func lines(n *html.Node) string {
	var all []string
	var line strings.Builder
	var add func(n *html.Node)
	add = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			line.WriteString(n.Data)
		case n.DataAtom == atom.Br:
			all = append(all, markup.Collapse(line.String()))
			line.Reset()
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			add(child)
		}
	}
	add(n)
	return strings.TrimSpace(strings.Join(append(all, markup.Collapse(line.String())), "\n"))
}

// markedAuthors are the names in elements that are marked as the author's: those
// of the first one's line, in the article or, outside, where the page has no
// others.
func markedAuthors(root *html.Node) string {
	var inside, all []*html.Node
	visit(root, false, func(n *html.Node, inArticle bool) {
		if !isAuthor(n) || isBelow(n.Parent, isAuthor) || isBelow(n, isBeside) {
			return
		}
		all = append(all, n)
		if inArticle {
			inside = append(inside, n)
		}
	})
	if len(inside) > 0 {
		all = slices.DeleteFunc(inside, func(n *html.Node) bool { return lineOf(n) != lineOf(inside[0]) })
	}
	var names []string
	for _, n := range all {
		if name := authorShown(n); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(inside) == 0 && len(names) > 1 {
		return ""
	}
	return strings.Join(names, "; ")
}

func isAuthor(n *html.Node) bool {
	return n.Type == html.ElementNode && (slices.Contains(strings.Fields(strings.ToLower(markup.Attribute(n, "rel"))), "author") || strings.EqualFold(markup.Attribute(n, "itemprop"), "author"))
}

// lineOf is the element in which a link stands beside others of its kind.
func lineOf(n *html.Node) *html.Node {
	if n.Parent != nil && n.Parent.DataAtom == atom.Li {
		return n.Parent.Parent
	}
	return n.Parent
}

// authorShown is the text of an author's element, or of the item "name" in it.
func authorShown(n *html.Node) (name string) {
	visit(n, false, func(each *html.Node, _ bool) {
		if name == "" && strings.EqualFold(markup.Attribute(each, "itemprop"), "name") {
			if name = markup.Attribute(each, "content"); name == "" {
				name = textOf(each)
			}
		}
	})
	if name = markup.Collapse(name); name == "" {
		name = markup.Collapse(textOf(n))
	}
	if len(name) > longestByline {
		return ""
	}
	return name
}
