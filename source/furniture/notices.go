package furniture

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

//go:embed notices.txt
var noticeLines string

// notice closes the pages of a site, below so many teasers for other stories.
type notice struct {
	shape *regexp.Regexp
	count int
}

var notices = sync.OnceValue(func() (all []notice) {
	for line := range strings.Lines(noticeLines) {
		words, number, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		count, err := strconv.Atoi(number)
		if err != nil {
			panic("notices.txt: " + err.Error()) // the table is compiled in
		}
		shape := strings.NewReplacer("#", `\d+`, "…", withinSentence).Replace(regexp.QuoteMeta(words))
		all = append(all, notice{regexp.MustCompile(shape), count})
	}
	return all
})

// withinSentence is the shape of some words of one sentence.
const withinSentence = `(?:[^.?!\n]|[.?!][^\s]){1,300}?`

// CutNotice drops the notice of a site from the end of a text whose line breaks are lost, with the
// teasers for other stories before it. What stays is unchanged to the byte. What goes on with the text,
// by a pronoun or a long quotation, is no teaser.
func CutNotice(text string) string {
	end := max(0, len(text)-belowNotice)
	tail := inSmallLetters(text[end:])
	for _, n := range notices() {
		if at := n.shape.FindIndex(tail); at != nil {
			return strings.TrimRight(text[:firstTeaser(text[:end+at[0]], n.count)], " \t\r\n")
		}
	}
	return text
}

// inSmallLetters is a text with its letters from A to Z made small, each byte in its place. A pattern that begins
// with plain words is found in it much sooner than one that passes over case.
func inSmallLetters(text string) []byte {
	small := []byte(text)
	for i, c := range small {
		if 'A' <= c && c <= 'Z' {
			small[i] = c + ('a' - 'A')
		}
	}
	return small
}

// belowNotice is how many bytes from the end of a page its notice may stand.
const belowNotice = 1500
