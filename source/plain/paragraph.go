package plain

import (
	"strings"
	"unicode/utf8"
)

// paragraph is a paragraph or a headline: what of it is told by its shape.
type paragraph struct {
	text string
	at   int // line number
	gap  int // empty lines before it
	// heading: Markdown marks it as one, whatever its shape.
	heading bool
}

// longestHeadline is in characters. News headlines rarely pass 120; the shortest
// paragraphs of briefs begin about there.
const longestHeadline = 160

// paragraphs gives each line as a paragraph; lines broken at a fixed width are
// joined first.
func paragraphs(lines []line) []paragraph {
	width := fixedWidth(lines)
	var out []paragraph
	gap := 0
	for i, l := range lines {
		text := strings.TrimSpace(l.text)
		if text == "" || text == fence {
			gap++
			continue
		}
		if gap == 0 && i > 0 && len(out) > 0 && !l.heading && !lines[i-1].heading && continues(lines[i-1].text, text, width) {
			out[len(out)-1].text += " " + text
			continue
		}
		out = append(out, paragraph{text: text, at: l.number, gap: gap, heading: l.heading})
		gap = 0
	}
	return out
}

// fixedWidth is the width, in characters, at which an editor broke the lines; 0
// where each line is a paragraph of its own. The sign of broken lines is that
// many go on with a small letter.
func fixedWidth(lines []line) int {
	width, breaks, small := 0, 0, 0
	for i, l := range lines {
		width = max(width, utf8.RuneCountInString(l.text))
		if i == 0 || l.text == "" || lines[i-1].text == "" {
			continue
		}
		breaks++
		if startsSmall(l.text) {
			small++
		}
	}
	if width > 120 || small < 2 || small*4 < breaks {
		return 0
	}
	return width
}

func startsSmall(text string) bool { return text[0] >= 'a' && text[0] <= 'z' }

// continues tells whether the line before was broken only for its width: the
// text goes on with a small letter, or its next word would not have fitted.
func continues(before, text string, width int) bool {
	if width == 0 || listItem(text) {
		return false
	}
	if startsSmall(text) {
		return true
	}
	word, _, _ := strings.Cut(text, " ")
	return utf8.RuneCountInString(before)+1+utf8.RuneCountInString(word) > width
}

// headline tells whether the text has the shape of one: short, and without the
// full stop, colon or comma that ends or interrupts a sentence. An ellipsis is
// no full stop.
func (p paragraph) headline() bool {
	if p.heading {
		return true
	}
	if utf8.RuneCountInString(p.text) > longestHeadline {
		return false
	}
	end := strings.TrimRight(p.text, `"'”’»)] `)
	if end == "" {
		return false
	}
	return strings.HasSuffix(end, "...") || !strings.ContainsRune(".:;,", rune(end[len(end)-1]))
}

// endsWithInitials tells whether a short line ends with an abbreviation such as
// U.S., whose last stop may or may not be the full stop.
func (p paragraph) endsWithInitials() bool {
	n := len(p.text)
	return n >= 4 && utf8.RuneCountInString(p.text) <= longestHeadline && p.text[n-1] == '.' && p.text[n-3] == '.' && p.text[n-2] >= 'A' && p.text[n-2] <= 'Z'
}

func (p paragraph) mayBeFurniture() bool {
	return (p.headline() || p.endsWithInitials()) && !listItem(p.text)
}

func listItem(text string) bool {
	if strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "* ") || strings.HasPrefix(text, "• ") || strings.HasPrefix(text, "– ") {
		return true
	}
	number := strings.TrimLeft(text, "0123456789")
	return number != text && (strings.HasPrefix(number, ". ") || strings.HasPrefix(number, ") "))
}

// tail is the index from which only unrelated headlines follow; len(all) where
// none do. Three or more lines of the shape make a tail, and one already where
// it stands further off than the paragraphs stand from each other. A list that
// a paragraph announces, or whose lines are numbered, is text.
func tail(all []paragraph) int {
	start := len(all)
	for start > 0 && all[start-1].mayBeFurniture() {
		start--
	}
	for start < len(all) && all[start].endsWithInitials() {
		start++
	}
	if start == 0 || start == len(all) || strings.HasSuffix(all[start-1].text, ":") {
		return len(all)
	}
	usual := 0
	for _, p := range all[1:start] {
		usual = max(usual, p.gap)
	}
	if len(all)-start >= 3 || all[start].gap > max(usual, 1) {
		return start
	}
	return len(all)
}
