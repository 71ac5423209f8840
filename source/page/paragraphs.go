package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/parleyrecord/parley/source/furniture"
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

// paragraphs are the article's blocks of text in the order of the page, white
// space made one space. A block that repeats the headline, and furniture, are
// left out.
func paragraphs(article *html.Node, headline string) []string {
	var c collector
	c.walk(article)
	c.flush()
	kept := c.blocks[:0]
	for i, block := range c.blocks {
		if furniture.Line(block) || (i < 3 && block == headline) {
			continue
		}
		kept = append(kept, block)
	}
	return kept
}

type collector struct {
	blocks []string
	text   strings.Builder
}

func (c *collector) walk(n *html.Node) {
	if n.Type == html.TextNode {
		c.text.WriteString(n.Data)
		return
	}
	if silent[n.DataAtom] {
		return
	}
	breaks := n.Type == html.ElementNode && !inline[n.DataAtom]
	if breaks {
		c.flush()
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child)
	}
	if breaks {
		c.flush()
	}
}

func (c *collector) flush() {
	if text := collapse(c.text.String()); strings.ContainsFunc(text, isWordRune) {
		c.blocks = append(c.blocks, text)
	}
	c.text.Reset()
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func collapse(s string) string {
	s = strings.NewReplacer("\u00ad", "", "\u200b", "", "\ufeff", "").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}
