package plain

import (
	"strings"
	"unicode/utf8"

	"github.com/parleyrecord/parley/source/furniture"
)

// paragraph is a paragraph or a headline, and where it stands.
type paragraph struct {
	furniture.Block
	at int // line number
}

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
			out[len(out)-1].Text += " " + text
			continue
		}
		out = append(out, paragraph{Block: furniture.Block{Text: text, Gap: gap, Heading: l.heading}, at: l.number})
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
	if width == 0 || (furniture.Block{Text: text}).ListItem() {
		return false
	}
	if startsSmall(text) {
		return true
	}
	word, _, _ := strings.Cut(text, " ")
	return utf8.RuneCountInString(before)+1+utf8.RuneCountInString(word) > width
}

// withoutTail drops the headlines of other articles from the end.
func withoutTail(all []paragraph) []paragraph {
	blocks := make([]furniture.Block, len(all))
	for i, p := range all {
		blocks[i] = p.Block
	}
	return all[:furniture.Tail(blocks)]
}
