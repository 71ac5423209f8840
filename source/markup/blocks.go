// Package markup takes the words out of HTML: blocks of text, without what is no
// text (scripts, forms, pictures and their captions, navigation).
package markup

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

// Block is a block of text: a paragraph, a heading, an item of a list.
type Block struct {
	Text    string // white space made one space
	Heading bool
	Linked  bool // a link holds nearly all of it
	Time    bool // elements for times hold all of it
}

// Blocks gives the blocks of text below a node, in their order.
func Blocks(n *html.Node) []Block {
	var c collector
	c.walk(n, false, false)
	c.flush()
	return c.blocks
}

// Text gives the text of a fragment of HTML, an empty line between its blocks. A
// text without marks comes back with its white space made one space.
func Text(fragment string) string {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(fragment), body)
	if err != nil { // nested beyond all reason
		return ""
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	var texts []string
	for _, b := range Blocks(body) {
		texts = append(texts, b.Text)
	}
	return strings.Join(texts, "\n\n")
}

type collector struct {
	blocks  []Block
	text    strings.Builder
	linked  int // bytes of text inside links
	untimed int // bytes of text outside of times, white space left out
	heading bool
}

func (c *collector) walk(n *html.Node, inLink, inTime bool) {
	if n.Type == html.TextNode {
		c.text.WriteString(n.Data)
		if inLink {
			c.linked += len(n.Data)
		}
		if !inTime {
			c.untimed += len(strings.TrimSpace(n.Data))
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
		c.walk(child, inLink || n.DataAtom == atom.A, inTime || n.DataAtom == atom.Time)
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
	if text := Collapse(raw); strings.ContainsFunc(text, isWordRune) {
		c.blocks = append(c.blocks, Block{Text: text, Heading: c.heading, Linked: c.linked*10 >= len(raw)*9, Time: c.untimed == 0})
	}
	c.text.Reset()
	c.linked, c.untimed = 0, 0
}

// isCaption knows a caption by the class that the page gives it.
func isCaption(n *html.Node) bool {
	class := strings.ToLower(Attribute(n, "class"))
	return strings.Contains(class, "caption") || strings.Contains(class, "photo-credit") || strings.Contains(class, "image-credit")
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Collapse makes each stretch of white space one space, and drops what stands in
// a text for line breaking only.
func Collapse(s string) string {
	s = strings.NewReplacer("\u00ad", "", "\u200b", "", "\ufeff", "").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// Attribute is the value of an element's attribute; "" where it has none.
func Attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
