package plain

import (
	"regexp"
	"strings"
)

var (
	markdownImage   = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	markdownLink    = regexp.MustCompile(`\[([^\]]+)\]\([^)\s]*(?:\s+"[^"]*")?\)`)
	markdownStrong  = regexp.MustCompile(`(\*\*|__)(\S(?:.*?\S)?)(\*\*|__)`)
	markdownEm      = regexp.MustCompile(`(^|[\s("“])[*_](\S(?:[^*_]*\S)?)[*_]`)
	markdownCode    = regexp.MustCompile("`([^`]+)`")
	markdownHeading = regexp.MustCompile(`^#{1,6}\s+(.*?)\s*#*$`)
	markdownRule    = regexp.MustCompile(`^(?:[*_=-]\s*){3,}$`)
)

// stripMarkdown takes off the marks and keeps the words: headings, emphasis,
// links and code become their text; pictures and rules go.
func stripMarkdown(lines []line) []line {
	out := make([]line, 0, len(lines))
	for _, l := range lines {
		text := strings.TrimSpace(l.text)
		for strings.HasPrefix(text, "> ") || text == ">" {
			text = strings.TrimSpace(text[1:])
		}
		m := markdownHeading.FindStringSubmatch(text)
		if m != nil {
			text = m[1]
		}
		if markdownRule.MatchString(text) {
			text = ""
		}
		text = markdownImage.ReplaceAllString(text, "")
		text = markdownLink.ReplaceAllString(text, "$1")
		text = markdownCode.ReplaceAllString(text, "$1")
		text = markdownStrong.ReplaceAllString(text, "$2")
		text = markdownEm.ReplaceAllString(text, "$1$2")
		out = append(out, line{strings.TrimSpace(text), l.number, m != nil})
	}
	return out
}
