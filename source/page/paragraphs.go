package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// silent elements hold nothing that the article says.
var silent = map[atom.Atom]bool{
	atom.Figure: true, atom.Figcaption: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true,
	atom.Form: true, atom.Button: true, atom.Select: true, atom.Input: true, atom.Textarea: true, atom.Svg: true, atom.Math: true,
	atom.Iframe: true, atom.Object: true, atom.Video: true, atom.Audio: true, atom.Nav: true, atom.Footer: true, atom.Aside: true,
}

// inline elements do not break a paragraph; all others do.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Data: true,
	atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Ins: true, atom.Kbd: true,
	atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true,
	atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}

// headings of a section inside the article.
var headings = map[atom.Atom]bool{atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true}

// block is a block of text on the page, white space made one space.
type block struct {
	text    string
	linked  int // bytes of the text, white space as on the page, inside links
	all     int // bytes of it in all
	heading bool
}

// blocksOf gives the article's blocks of text in the order of the page.
func blocksOf(article *html.Node) []block {
	var c collector
	c.walk(article, false)
	c.flush()
	return c.blocks
}

type collector struct {
	blocks  []block
	text    strings.Builder
	linked  int
	heading bool
}

func (c *collector) walk(n *html.Node, inLink bool) {
	if n.Type == html.TextNode {
		c.text.WriteString(n.Data)
		if inLink {
			c.linked += len(n.Data)
		}
		return
	}
	if silent[n.DataAtom] || isCaption(n) {
		return
	}
	breaks := n.Type == html.ElementNode && !inline[n.DataAtom]
	if breaks {
		c.flush()
	}
	c.heading = c.heading || headings[n.DataAtom]
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child, inLink || n.DataAtom == atom.A)
	}
	if breaks {
		c.flush()
	}
	if headings[n.DataAtom] {
		c.heading = false
	}
}

func (c *collector) flush() {
	raw := c.text.String()
	if text := collapse(raw); strings.ContainsFunc(text, isWordRune) {
		c.blocks = append(c.blocks, block{text: text, linked: c.linked, all: len(raw), heading: c.heading})
	}
	c.text.Reset()
	c.linked = 0
}

// isCaption knows a caption by the class that the page gives it.
func isCaption(n *html.Node) bool {
	class := strings.ToLower(attribute(n, "class"))
	return strings.Contains(class, "caption") || strings.Contains(class, "photo-credit") || strings.Contains(class, "image-credit")
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func collapse(s string) string {
	s = strings.NewReplacer("\u00ad", "", "\u200b", "", "\ufeff", "").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}
