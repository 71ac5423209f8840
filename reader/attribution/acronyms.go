package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
)

// readAcronyms notes the bodies whose initials a text gives in brackets behind their name:
// "the National Harbour Council (NHC)".
func (f *finder) readAcronyms() {
	for i := range f.text.Sentences {
		c := clauses{Sentence: &f.text.Sentences[i], index: i, finder: f}
		for at := 2; at+1 < len(c.Tokens); at++ {
			if short := c.Tokens[at].Text; c.Tokens[at-1].Text == "(" && c.Tokens[at+1].Text == ")" && len(short) > 1 && len(short) <= longestAcronym && isUpper(short) {
				if first, ok := c.spelledOut(at-1, short); ok {
					f.acronyms[short] = c.Text(first, at-1)
				}
			}
		}
	}
}

// longestAcronym is how many letters initials have at most.
const longestAcronym = 6

func isUpper(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// spelledOut finds where the name begins that ends before a token and has the initials.
func (c *clauses) spelledOut(end int, initials string) (first int, ok bool) {
	left := []byte(initials)
	for first = end - 1; first >= 0 && len(left) > 0; first-- {
		word := c.Tokens[first].Text
		switch {
		case word[0] == left[len(left)-1]:
			left = left[:len(left)-1]
		case !slices.Contains([]string{"of", "for", "and", "the", "on", "in"}, word):
			return 0, false
		}
	}
	return first + 1, len(left) == 0
}

// inFull is the name of the body whose initials a text goes on with, in brackets behind it or
// not; any other name as it stands.
func (f *finder) inFull(name string) string {
	if full, ok := f.acronyms[name]; ok {
		return full
	}
	if len(name) < 3 || len(name) > longestAcronym || !isUpper(name) {
		return name
	}
	for k := len(f.found) - 1; k >= 0; k-- {
		for _, s := range f.found[k].Sources {
			if s.Kind == parley.BodySource && initialsOf(s.Name) == name {
				f.acronyms[name] = s.Name
				return s.Name
			}
		}
	}
	return name
}

// initialsOf are the capitals with which the words of a name begin.
func initialsOf(name string) string {
	var initials []rune
	for _, word := range strings.Fields(name) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			initials = append(initials, first)
		}
	}
	return string(initials)
}
