package attribution

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/actors"
)

// readAliases notes the people of whom the text says that it calls them by a name that is not
// their own: "Sanna (not her real name)", "Sanna, whose name has been changed".
func (f *finder) readAliases() {
	for i := range f.text.Sentences {
		c := clauses{Sentence: &f.text.Sentences[i], index: i, finder: f}
		for at := 1; at < len(c.Tokens); at++ {
			first, last, ok := c.notOwnName(at)
			named := first
			if !ok {
				first, last, ok = c.weCall(at)
				named = min(last+1, len(c.Tokens))
			}
			if name := c.nameBefore(named); ok && name != "" {
				f.aliases[name] = c.span(first, last)
			}
		}
	}
}

// notOwnName is the token range around a token "name" or "pseudonym" that says that a name is
// made up.
func (c *clauses) notOwnName(at int) (first, last int, ok bool) {
	switch lemma := strings.ToLower(c.Tokens[at].Lemma); {
	case knowledge().words["pseudonym"][lemma] && at > 0 && c.lower(at-1) == "a":
		return at - 1, at + 1, true
	case !knowledge().words["name"][lemma] || at < 2:
		return 0, 0, false
	case knowledge().words["actual"][c.lower(at-1)]:
		for first = at - 2; first >= max(0, at-4); first-- {
			if c.lower(first) == "not" {
				return first, at + 1, true
			}
		}
	case c.lower(at-1) == "whose" || c.lower(at-1) == "his" || c.lower(at-1) == "her":
		for last = at + 1; last < min(at+5, len(c.Tokens)); last++ {
			if knowledge().words["concealing"][c.Tokens[last].Lemma] {
				return at - 1, last + 1, true
			}
		}
	}
	return 0, 0, false
}

// weCall is the token range that says that the text itself gives somebody the name behind it:
// "a man whom we are calling Omar".
func (c *clauses) weCall(at int) (first, last int, ok bool) {
	if !knowledge().words["calling"][c.Tokens[at].Lemma] || at+1 >= len(c.Tokens) || c.Tokens[at+1].UPOS != "PROPN" || c.quoted(at) {
		return 0, 0, false
	}
	for first = at - 1; first >= max(0, at-3); first-- {
		if c.lower(first) == "we" {
			return first, at + 1, true
		}
	}
	return 0, 0, false
}

// nameBefore is the name nobody knows that stands nearest before a token of the sentence.
func (c *clauses) nameBefore(token int) string {
	for at := token - 1; at >= 0; at-- {
		if m, ok := c.cast.At(c.index, at); ok && m.Form == actors.Named && len(m.Who) == 1 {
			a := c.cast.Actors[m.Who[0]]
			if a.Kind != parley.PersonActor || a.Known {
				return ""
			}
			return a.Name
		}
		if c.Tokens[at].UPOS == "PROPN" {
			return c.Tokens[at].Text
		}
	}
	return ""
}
