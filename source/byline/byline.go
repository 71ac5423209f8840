package byline

import (
	_ "embed"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

const (
	// longest is the length, in bytes, beyond which a text is no byline.
	longest = 400
	// mostWords is how many words the name of a person has at most.
	mostWords = 6
	// longName is the length from which an outlet's name is looked for inside a
	// longer one: "Norland Post English" on norlandpost.example.
	longName = 5
)

//go:embed newsroom.txt
var list string

var newsroom = words(list)

func words(list string) map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			all[line] = true
		}
	}
	return all
}

var (
	// mailbox is an author as RSS 2.0 has it: ida@post.example (Ida Lund).
	mailbox = regexp.MustCompile(`^\S+@\S+\s+\((.+)\)$`)
	aside   = regexp.MustCompile(`\([^()]*\)|<[^<>]*>|\[[^\[\]]*\]|\S+@\S+|@\w+|(?:https?://|www\.)\S+`)
	opening = regexp.MustCompile(`(?i)^(?:(?:written|reported|reporting|story|words|text|analysis|opinion|comment|commentary|review|interview|exclusive|special report)\s+)?by\b:?\s*`)
	// behind is what follows the writers: other people's work, the date.
	behind = regexp.MustCompile(`(?i)\s*(?:\b(?:edited|editing|photo(?:s|graphs?|graphy)?|pictures?|illustrations?|graphics?|videos?|translated|translation|compiled|additional|published|updated|posted)\b|` +
		`\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d|\d).*$`)
	between = regexp.MustCompile(`(?i)\s*[,;&|/·•–—\n]\s*|\s+-\s+|\s+(?:and|with)\s+`)
	// station is where or for whom somebody writes.
	station = regexp.MustCompile(`(?i)\s+(?:in|for|at|of|from)\s.*$`)
)

// line is a byline as articles show it.
var line = regexp.MustCompile(`^(?:By|BY|by):? \p{Lu}[^.!?]{2,80}$`)

// Line tells whether a line is shown as a byline: "By Ida Lund in Tarvik". Whether it
// names anybody tells Of.
func Line(text string) bool { return line.MatchString(text) }

// Of gives the people that a byline names, with a comma between them; "" where it
// names none. outlets are names and hosts of the outlet, which are none.
func Of(written string, outlets ...string) string {
	if written = strings.TrimSpace(written); len(written) > longest {
		return ""
	}
	if m := mailbox.FindStringSubmatch(written); m != nil {
		written = m[1]
	}
	written = strings.TrimSpace(aside.ReplaceAllString(written, " "))
	written = behind.ReplaceAllString(opening.ReplaceAllString(written, ""), "")
	own := namesOf(outlets)
	var names []string
	for _, part := range between.Split(written, -1) {
		name := strings.Join(strings.Fields(station.ReplaceAllString(opening.ReplaceAllString(part, ""), "")), " ")
		if isPerson(name) && !isOutlet(name, own) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// particles may stand in a name with a small letter.
var particles = map[string]bool{
	"de": true, "da": true, "di": true, "del": true, "della": true, "du": true, "dos": true, "das": true, "van": true, "von": true, "der": true, "den": true,
	"ter": true, "ten": true, "la": true, "le": true, "el": true, "al": true, "bin": true, "ibn": true, "bint": true, "abu": true, "y": true, "e": true, "zu": true,
}

// isPerson tells whether a text has the shape of a person's full name: two words
// with capitals or more, none of them a newsroom's.
func isPerson(name string) bool {
	all := strings.Fields(name)
	if len(all) < 2 || len(all) > mostWords || abbreviates(all) {
		return false
	}
	capitals := 0
	for _, word := range all {
		small := strings.ToLower(strings.ReplaceAll(strings.Trim(word, ".:"), "’", "'"))
		switch {
		case particles[word]:
		case newsroom[small] || newsroom[strings.TrimSuffix(small, "'s")] || !isName(word):
			return false
		default:
			capitals++
		}
	}
	return capitals >= 2 && !particles[all[len(all)-1]]
}

// isName tells whether a word has the shape of a name: "Lund", "O'Hara", "J.",
// "al-Sabt", "李".
func isName(word string) bool {
	capital := false
	for i, r := range word {
		switch {
		case unicode.IsLetter(r):
			capital = capital || !unicode.IsLower(r)
		case unicode.IsMark(r):
		case r == '.' || r == '-' || r == '\'' || r == '’' || r == '‘' || r == '`':
			if i == 0 && r == '-' {
				return false
			}
		default:
			return false
		}
	}
	return capital
}

// abbreviates tells whether a name begins as an organisation's does: "NPA
// Monitoring". One all in capitals may be anybody's.
func abbreviates(all []string) bool {
	first := []rune(all[0])
	upper := func(s string) bool { return s == strings.ToUpper(s) }
	return len(first) >= 3 && len(first) <= 5 && !strings.Contains(all[0], ".") && upper(all[0]) && !upper(all[1])
}

// namesOf are the names of outlets, as bare gives them; of a host each part.
func namesOf(outlets []string) (names []string) {
	for _, outlet := range outlets {
		if u, err := url.Parse(outlet); err == nil && u.Hostname() != "" {
			outlet = u.Hostname()
		}
		if !strings.Contains(outlet, " ") {
			for part := range strings.SplitSeq(outlet, ".") {
				names = append(names, bare(part))
			}
		}
		names = append(names, bare(outlet))
	}
	return slices.DeleteFunc(names, func(name string) bool { return name == "" })
}

// bare is a name in small letters without all that is none.
func bare(name string) string {
	name = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(name)), "the ")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}

func isOutlet(name string, own []string) bool {
	name = bare(name)
	return slices.ContainsFunc(own, func(o string) bool { return o == name || len(o) >= longName && strings.Contains(name, o) })
}
