package export

import (
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// Style says how a terminal shows a stretch of text.
type Style string

// The styles, as the parameters of the terminal's "select graphic rendition".
const (
	Plain  Style = ""
	Bold   Style = "1"
	Dim    Style = "2"
	Marked Style = "1;4" // the words that support a field
	Good   Style = "32"
	Bad    Style = "31"
	Warn   Style = "33"
	Accent Style = "36"
)

// Paper says what a page of text is printed on.
type Paper struct {
	Width int  // in columns
	Style bool // whether it shows bold, underline and colour
	// Name is what readers call a party: "Russia" for RUS. Nil leaves the
	// party's code as it is.
	Name func(party string) string
}

// narrowest is the width below which columns would hold single syllables; a
// smaller terminal wraps for itself.
const narrowest = 40

// piece is a stretch of text in one style.
type piece struct {
	text  string
	style Style
}

// text is what stands in one cell of a page.
type text []piece

func plain(s string) text               { return text{{s, Plain}} }
func styled(style Style, s string) text { return text{{s, style}} }

// with is t followed by s in a style.
func (t text) with(style Style, s string) text {
	return append(t[:len(t):len(t)], piece{s, style})
}

// and is t followed by s, a dot between them; just t where s is empty.
func (t text) and(style Style, s string) text {
	if s == "" {
		return t
	}
	return t.with(Dim, " · ").with(style, s)
}

// of is t, which says what kind of thing it is, followed by the thing.
func (t text) of(thing text) text {
	if thing.String() == "" {
		return t
	}
	return append(t.with(Plain, ": "), thing...)
}

// some are those of the texts that hold anything.
func some(texts ...text) []text {
	return slices.DeleteFunc(texts, func(t text) bool { return t.String() == "" })
}

// String is the text without its styles.
func (t text) String() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.text)
	}
	return b.String()
}

// cell is a text to be wrapped in its own column, with texts that begin lines of
// their own below it; width 0 takes what is left of the line.
type cell struct {
	text  text
	width int
	below []text
}

// page lays out lines of text. It holds the first error of its writer, so that
// a renderer need ask once, at the end.
type page struct {
	Paper
	w   io.Writer
	err error
}

func newPage(w io.Writer, paper Paper) *page {
	paper.Width = max(paper.Width, narrowest)
	if paper.Name == nil {
		paper.Name = func(party string) string { return party }
	}
	return &page{Paper: paper, w: w}
}

func (p *page) write(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}

func (p *page) gap() { p.write("\n") }

// heading prints a page's or a section's title, what it holds beside it.
func (p *page) heading(title, about string) {
	p.row(0, cell{text: styled(Bold, title).and(Dim, about)})
}

// row prints cells side by side, two blanks between them, each wrapped in its
// own width, the whole indented.
func (p *page) row(indent int, cells ...cell) {
	rest := p.Width - indent
	for _, c := range cells {
		rest -= c.width
	}
	rest -= columnGap * (len(cells) - 1)
	columns := make([][]text, len(cells))
	widths := make([]int, len(cells))
	height := 0
	for i, c := range cells {
		widths[i] = c.width
		if c.width == 0 {
			widths[i] = max(rest, narrowest/4)
		}
		for _, t := range append([]text{c.text}, c.below...) {
			columns[i] = append(columns[i], wrap(t, widths[i])...)
		}
		height = max(height, len(columns[i]))
	}
	for y := range height {
		p.line(indent, widths, columns, y)
	}
}

const columnGap = 2

// line prints the line y of every column. Blanks are put off until something
// follows them, so that no line ends in any.
func (p *page) line(indent int, widths []int, columns [][]text, y int) {
	var b strings.Builder
	blanks := indent
	for i, column := range columns {
		used := 0
		if y < len(column) {
			for _, piece := range column[y] {
				b.WriteString(strings.Repeat(" ", blanks))
				blanks = 0
				b.WriteString(p.styled(piece))
				used += uniseg.StringWidth(piece.text)
			}
		}
		blanks += max(widths[i]-used, 0) + columnGap
	}
	p.write(b.String() + "\n")
}

func (p *page) styled(s piece) string {
	if !p.Style || s.style == Plain {
		return s.text
	}
	return "\x1b[" + string(s.style) + "m" + s.text + "\x1b[0m"
}

// Clean makes foreign text safe for a terminal and for plain text: line breaks
// and tabs become blanks, characters that cannot be seen become '\uFFFD'.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case Hidden(r):
			return '\uFFFD'
		}
		return r
	}, s)
}

// Hidden tells whether a character leaves no mark of its own: controls, marks
// that turn the direction of writing, zero widths, tags. Blanks, the soft hyphen
// and the joiners of Arabic, Persian and Indic writing belong to honest text.
func Hidden(r rune) bool {
	switch r {
	case '\n', '\t', '\r', '\u00AD', '\u200C', '\u200D':
		return false
	case '\u115F', '\u1160', '\u3164': // letters without a shape
		return true
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}
