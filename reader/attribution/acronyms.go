package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// readAcronyms notes the bodies whose initials a text gives in brackets behind their name:
// "the National Harbour Council (NHC)".
func (f *finder) readAcronyms() {
	for i := range f.text.Sentences {
		c := clauses{Sentence: &f.text.Sentences[i], index: i, finder: f}
		for at := 2; at+1 < len(c.Tokens); at++ {
			short, bracketed := c.Tokens[at].Text, c.Tokens[at-1].Text == "(" && c.Tokens[at+1].Text == ")"
			if bracketed && len(short) > 1 && len(short) <= longestAcronym && isUpper(short) {
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

// capital tells whether a word begins with a capital letter.
func capital(word string) bool {
	letter, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(letter)
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
		return f.inShort(name)
	}
	for a := range f.backTo(0) {
		for _, s := range a.Sources {
			if s.Kind == parley.BodySource && initialsOf(s.Name) == name {
				f.acronyms[name] = s.Name
				return s.Name
			}
		}
	}
	if full, ok := f.organisation(name); ok {
		f.acronyms[name] = full
		return full
	}
	return name
}

// inShort is the body that spoke before whose name begins with a shorter one, unless the lexicon knows both; any other
// name as it stands.
func (f *finder) inShort(name string) string {
	known := len(f.lex.Find(strings.Fields(name))) > 0
	for k := len(f.found) - 1; k >= 0 && name != "" && f.text.Sentences[f.found[k].Sentence].Paragraph > 0; k-- {
		for _, s := range f.found[k].Sources {
			bothKnown := known && len(s.Actors) > 0 && f.cast.Actors[s.Actors[0]].Known
			if s.Kind == parley.BodySource && !bothKnown && strings.HasPrefix(s.Name, name+" ") {
				return s.Name
			}
		}
	}
	return name
}

// clipped is the body named before of whose name a word is the beginning, with a capital and an article:
// "the Met" after "the Metropolitan Police".
func (c *clauses) clipped(head int) (Source, bool) {
	word := c.Tokens[head].Text
	if len(word) < shortestClip || !capital(word) || isUpper(word) || !c.behindThe(head) {
		return Source{}, false
	}
	for k := len(c.cast.Mentions) - 1; k >= 0; k-- {
		m := &c.cast.Mentions[k]
		if m.Sentence > c.index || m.Form != actors.Named || len(m.Who) != 1 {
			continue
		}
		a := c.cast.Actors[m.Who[0]]
		first, _, several := strings.Cut(a.Name, " ")
		begins := several && len(first) > len(word)+1 && strings.HasPrefix(first, word)
		if begins && a.Kind == parley.BodyActor {
			return c.speakingFor(Source{Text: c.phrase(head, false)}, m), true
		}
	}
	return Source{}, false
}

// shortestClip is how many letters the beginning of a name has at least that stands for it.
const shortestClip = 3

// organisation is the one that the text names in full whose words have the initials.
func (f *finder) organisation(initials string) (string, bool) {
	if f.initials == nil {
		f.initials = map[string]string{}
		for _, n := range f.text.Names {
			if n.Kind == english.Person || n.Last-n.First < 2 {
				continue
			}
			name := strings.TrimPrefix(strings.TrimPrefix(f.nameText(n), "The "), "the ")
			for _, short := range []string{initialsOf(name), initialsOf(capitalised(name))} {
				if _, taken := f.initials[short]; !taken {
					f.initials[short] = name
				}
			}
		}
	}
	full, ok := f.initials[initials]
	return full, ok
}

// capitalised is a name with a capital on each of its words.
func capitalised(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		words[i] = strings.ToUpper(word[:1]) + word[1:]
	}
	return strings.Join(words, " ")
}

// nameText is a name as it stands, with single blanks.
func (f *finder) nameText(n english.Name) string {
	return strings.Join(strings.Fields(f.text.Sentences[n.Sentence].Text(f.text.Source, n.First, n.Last)), " ")
}

// ownAcronym is the body to whose name the text gives initials that the lexicon knows as somebody
// else's.
func (c *clauses) ownAcronym(head int) (Source, bool) {
	full, ok := c.acronyms[c.Tokens[head].Text]
	if !ok {
		return Source{}, false
	}
	m, ok := c.matchAt(head)
	if !ok || m.First != m.Last || m.Kind != lexicon.BodyMatch && m.Kind != lexicon.GroupMatch && m.Kind != lexicon.MediaMatch {
		return Source{}, false
	}
	if initialsOf(m.Actor.Name) == c.Tokens[head].Text && lexicon.NameKey(m.Actor.Name) == lexicon.NameKey(full) {
		return Source{}, false // the one that the lexicon knows by them
	}
	for _, known := range c.lex.Find(strings.Fields(full)) {
		if known.Actor.ID == m.Actor.ID {
			return Source{}, false
		}
	}
	s := Source{Text: c.phrase(head, false), Name: full, Kind: parley.BodySource}
	s.Evidence = []parley.Span{s.Text}
	return s, true
}

// isInitials tells whether a noun is the initials of a body, whatever the tagger takes it for.
func (c *clauses) isInitials(token int) bool {
	word := c.Tokens[token].Text
	return len(word) > 2 && len(word) <= longestAcronym && isUpper(word) && c.Tokens[token].UPOS == "NOUN" && c.inFull(word) != word
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
