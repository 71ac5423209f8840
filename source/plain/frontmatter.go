package plain

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/stated"
)

// line is a line of the file, without its end and trailing spaces.
type line struct {
	text    string
	number  int  // from 1
	heading bool // Markdown marks it as a heading
}

// section is the text under one block of front matter.
type section struct {
	values map[string]string // of its own block; nil where it has none
	lines  []line
	at     int // the line where it begins
}

const fence = "---"

// knownKeys are the keys that front matter may state; the other ones, of blog
// engines and editors, are passed over.
var knownKeys = map[string]bool{"id": true, "outlet": true, "url": true, "published": true, "date": true, "zone": true, "byline": true, "author": true, "title": true, "digest": true}

var keyPattern = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_-]*)\s*:(?:\s+(.*))?$`)

// splitSections cuts the file at its blocks of front matter.
func splitSections(lines []line) ([]section, error) {
	current := section{at: 1}
	var sections []section
	for i := 0; i < len(lines); {
		values, end, err := readBlock(lines, i)
		if err != nil {
			return nil, err
		}
		if values == nil {
			current.lines = append(current.lines, lines[i])
			i++
			continue
		}
		if current.values != nil || !blank(current.lines) {
			sections = append(sections, current)
		}
		current = section{values: values, at: lines[i].number}
		i = end
	}
	return append(sections, current), nil
}

// readBlock reads the block of front matter that begins at line i; values is
// nil where none does. end is the line behind it. A fence whose first key is
// known opens a block that must be well-formed; any other fence may be a rule
// that the text draws.
func readBlock(lines []line, i int) (values map[string]string, end int, err error) {
	if lines[i].text != fence || i+1 >= len(lines) {
		return nil, 0, nil
	}
	m := keyPattern.FindStringSubmatch(lines[i+1].text)
	if m == nil {
		return nil, 0, nil
	}
	meant := knownKeys[strings.ToLower(m[1])]
	values = map[string]string{}
	for end = i + 1; end < len(lines); end++ {
		if lines[end].text == fence {
			return values, end + 1, nil
		}
		if err := readValue(lines[end], values); err != nil {
			if !meant {
				return nil, 0, nil
			}
			return nil, 0, err
		}
	}
	if !meant {
		return nil, 0, nil
	}
	return nil, 0, &parley.Error{Kind: parley.Invalid, Place: place(lines[i].number),
		Problem: "the front matter that begins here has no end", Mend: `close it with a line of "---"`}
}

func readValue(l line, values map[string]string) error {
	continued := strings.HasPrefix(l.text, " ") || strings.HasPrefix(l.text, "\t") || strings.HasPrefix(l.text, "-")
	if l.text == "" || strings.HasPrefix(l.text, "#") || continued {
		return nil
	}
	m := keyPattern.FindStringSubmatch(l.text)
	if m == nil {
		return &parley.Error{Kind: parley.Invalid, Place: place(l.number), Problem: "this line of the front matter is no \"key: value\"",
			Mend: `write it as in "published: 2025-11-24", or close the front matter with "---" before it`}
	}
	key := strings.ToLower(m[1])
	if !knownKeys[key] {
		return nil
	}
	if _, twice := values[key]; twice {
		return &parley.Error{Kind: parley.Invalid, Place: place(l.number), Problem: fmt.Sprintf("the front matter states %q twice", key), Mend: "keep one of them"}
	}
	values[key] = unquote(strings.TrimSpace(m[2]))
	if d := values["digest"]; d != "" && d != "true" && d != "false" {
		return &parley.Error{Kind: parley.Invalid, Place: place(l.number), Problem: fmt.Sprintf("digest is %q", d), Mend: "write true or false"}
	}
	return nil
}

func unquote(s string) string {
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1]
	}
	return s
}

// statedBy gives what front matter says, the later maps winning.
func statedBy(blocks ...map[string]string) stated.Document {
	all := map[string]string{}
	for _, values := range blocks {
		for key, value := range values {
			all[key] = value
		}
	}
	return stated.Document{ID: all["id"], Outlet: all["outlet"], URL: all["url"], Published: cmp.Or(all["published"], all["date"]), Zone: all["zone"], Byline: cmp.Or(all["byline"], all["author"]), Title: all["title"]}
}

func place(number int) string { return fmt.Sprintf("line %d", number) }
