// Package furniture knows the lines that news sites set around an article and
// that are no part of it: "Advertisement", "Read more", share and subscribe
// buttons, copyright notices, and the headlines of other articles below the last
// paragraph. It looks at whole short lines only, never at the inside of a
// sentence, and lets a line stand in case of doubt.
package furniture

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is the length, in characters, beyond which a line is no furniture.
const longest = 160

//go:embed lines.txt
var list string

var whole, opening = parse(list)

func parse(list string) (whole map[string]bool, opening []string) {
	whole = map[string]bool{}
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if start, ok := strings.CutSuffix(line, "…"); ok {
			opening = append(opening, start)
			continue
		}
		whole[line] = true
	}
	return whole, opening
}

// Line tells whether a line is furniture.
func Line(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" || utf8.RuneCountInString(line) > longest {
		return false
	}
	line = strings.ToLower(strings.ReplaceAll(line, "’", "'"))
	if whole[bare(line)] {
		return true
	}
	for _, start := range opening {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}

// bare drops what decorates a button's words: bullets, arrows, dots.
func bare(line string) string {
	return strings.TrimFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
}
