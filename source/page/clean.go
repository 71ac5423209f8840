package page

import (
	"regexp"
	"strings"

	"github.com/parleyrecord/parley/source/byline"
	"github.com/parleyrecord/parley/source/furniture"
	"github.com/parleyrecord/parley/source/markup"
	"github.com/parleyrecord/parley/source/timestamp"
)

// longestLink is the length, in bytes, beyond which a linked text is one of the
// article's own.
const longestLink = 200

// near is how many blocks from the article's head its date and byline stand.
const near = 8

var (
	creditShape = regexp.MustCompile(`(?i)^(?:photo|photos|image|picture|credit|file photo|photograph)(?: by)?\s*:|^image \d+ of /? ?\d+$|\((?:image|photo|picture|credit|file)\s*:[^()]*\)$|^\(?(?:getty images|reuters|afp|ap photo)\)?$`)
	addressOnly = regexp.MustCompile(`^(?:(?:https?://|www\.)\S+|\S+@\S+\.\w+|@\w+)$`)
)

// clean leaves out the blocks that are no part of the article: the headline
// again, its date and byline, credits of pictures, bare addresses, links to
// other stories with the label above them, furniture. stamp is the date that
// the head of the article shows, "" where it shows none.
func clean(blocks []markup.Block, headline string) (paragraphs []string, stamp string) {
	kept := make([]markup.Block, 0, len(blocks))
	for i, b := range blocks {
		if at, ok := timestamp.Line(b.Text); ok {
			if stamp == "" && i < near {
				stamp = at
			}
			continue
		}
		if b.Time {
			continue
		}
		if isStory(blocks, i) {
			for len(kept) > 0 && isLabel(kept[len(kept)-1]) {
				kept = kept[:len(kept)-1]
			}
			continue
		}
		if i < near && (byline.Line(b.Text) || b.Text == headline) || addressOnly.MatchString(b.Text) || creditShape.MatchString(b.Text) || furniture.Line(b.Text) {
			continue
		}
		kept = append(kept, b)
	}
	for _, b := range kept {
		paragraphs = append(paragraphs, b.Text)
	}
	return paragraphs, stamp
}

// isStory tells whether block i is a link to another story: all of it is a
// link, and it ends no sentence or stands in a list of links.
func isStory(blocks []markup.Block, i int) bool {
	b := blocks[i]
	if !b.Linked || b.Heading || len(b.Text) > longestLink {
		return false
	}
	return !endsSentence(b.Text) || i+1 < len(blocks) && blocks[i+1].Linked || i > 0 && blocks[i-1].Linked
}

// isLabel tells whether a block may be the title of a list of links: "More from
// the region".
func isLabel(b markup.Block) bool {
	return len(strings.Fields(b.Text)) <= 5 && !endsSentence(b.Text)
}

func endsSentence(text string) bool {
	end := strings.TrimRight(text, "\"'”’»)")
	return end != "" && strings.ContainsRune(".!?", rune(end[len(end)-1]))
}
