package furniture

import (
	"strings"
	"unicode/utf8"
)

// Block is a paragraph or a headline: what of it is told by its shape.
type Block struct {
	Text string // one line, without space around it
	Gap  int    // empty lines before it
	// Heading: markup marks it as a headline, whatever its shape.
	Heading bool
}

// longestHeadline is in characters. News headlines rarely pass 120; the shortest
// paragraphs of briefs begin about there.
const longestHeadline = 160

// Headline tells whether the block has the shape of one: short, and without the
// full stop, colon or comma that ends or interrupts a sentence. An ellipsis is
// no full stop.
func (b Block) Headline() bool {
	if b.Heading {
		return true
	}
	if utf8.RuneCountInString(b.Text) > longestHeadline {
		return false
	}
	end := strings.TrimRight(b.Text, `"'”’»)] `)
	if end == "" {
		return false
	}
	return strings.HasSuffix(end, "...") || !strings.ContainsRune(".:;,", rune(end[len(end)-1]))
}

// endsWithInitials tells whether a short line ends with an abbreviation such as
// U.S., whose last stop may or may not be the full stop.
func (b Block) endsWithInitials() bool {
	n := len(b.Text)
	return n >= 4 && utf8.RuneCountInString(b.Text) <= longestHeadline && b.Text[n-1] == '.' && b.Text[n-3] == '.' && b.Text[n-2] >= 'A' && b.Text[n-2] <= 'Z'
}

func (b Block) mayEndAPage() bool {
	return (b.Headline() || b.endsWithInitials()) && !b.ListItem()
}

// ListItem tells whether the block begins with a bullet or a number.
func (b Block) ListItem() bool {
	for _, bullet := range []string{"- ", "* ", "• ", "– "} {
		if strings.HasPrefix(b.Text, bullet) {
			return true
		}
	}
	number := strings.TrimLeft(b.Text, "0123456789")
	return number != b.Text && (strings.HasPrefix(number, ". ") || strings.HasPrefix(number, ") "))
}

// Tail is the index from which only headlines of other articles follow; len(all)
// where none do. Three or more lines of the shape make a tail, and one already
// where it stands further off than the blocks stand from each other. A list that
// a paragraph announces, or whose lines are numbered, is text.
func Tail(all []Block) int {
	start := len(all)
	for start > 0 && all[start-1].mayEndAPage() {
		start--
	}
	for start < len(all) && all[start].endsWithInitials() {
		start++
	}
	if start == 0 || start == len(all) || strings.HasSuffix(all[start-1].Text, ":") {
		return len(all)
	}
	usual := 0
	for _, b := range all[1:start] {
		usual = max(usual, b.Gap)
	}
	if len(all)-start >= 3 || all[start].Gap > max(usual, 1) {
		return start
	}
	return len(all)
}

// CutTail drops the headlines of other articles from the end of a text whose
// lines are paragraphs. What stays is unchanged to the byte.
func CutTail(text string) string {
	var all []Block
	var ends []int
	at, gap := 0, 0
	for line := range strings.Lines(text) {
		at += len(line)
		trimmed := strings.TrimSpace(line)
		if trimmed == "" {
			gap++
			continue
		}
		all = append(all, Block{Text: trimmed, Gap: gap})
		ends = append(ends, at-len(line)+len(strings.TrimRight(line, " \t\r\n")))
		gap = 0
	}
	if kept := Tail(all); kept < len(all) {
		return text[:ends[kept-1]]
	}
	return text
}
