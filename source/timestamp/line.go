package timestamp

import (
	"regexp"
	"strings"
)

var (
	label = regexp.MustCompile(`(?i)^(?:(?:first|last|originally)\s+)?(?:published|updated|posted|modified|created|issued|publish date)(?:\s+(?:on|at))?\s*:?\s*`)
	parts = regexp.MustCompile(`\s*[|;•·]\s*`)
)

// Line tells whether a line of text shows nothing but when it was published or
// updated: "Published Nov. 24, 2025 | Updated Nov. 25, 2025". It gives the first
// of its stamps that is not labelled as an update, "" where there is none.
func Line(text string) (stamp string, ok bool) {
	if len(text) > 2*MaxLength {
		return "", false
	}
	for _, part := range parts.Split(text, -1) {
		name := label.FindString(part)
		date := part[len(name):]
		if date == "" {
			continue
		}
		if _, err := Parse(date, nil); err != nil {
			return "", false
		}
		name = strings.ToLower(name)
		if stamp == "" && !strings.Contains(name, "updated") && !strings.Contains(name, "modified") {
			stamp = date
		}
		ok = true
	}
	return stamp, ok
}
