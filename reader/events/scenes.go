package events

import (
	"slices"

	"github.com/parleyrecord/parley/lexicon"
)

// atTown tells whether the seat of a government that stands before an attack is the town where it was, and not the
// government whose it was: "the Osten nightclub attack", "the Osten shooting". One from afar, and one that is told to be on
// somebody, may well be the government's.
func (f *finder) atTown(m *mention, o *lexicon.Match) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if o.Kind != lexicon.MetonymMatch || o.Place.Name == "" || o.Part || !s.Tokens[o.Last].Is("compound") || !premodifies(s, m.token, o) || hyphened(s, o.First, o.Last) {
		return false
	}
	if nouns := tables().nouns; nouns["mutual"][m.sense.Word] || remote[m.mode] && !nouns["outrage"][m.sense.Word] {
		return false
	}
	return !slices.ContainsFunc([]string{"on", "against", "at"}, func(prep string) bool { return f.under(m, prep) })
}

// under tells whether something other than a time stands behind a preposition below the word of a mention.
func (f *finder) under(m *mention, prep string) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		if (s.Tokens[child].Is("nmod") || s.Tokens[child].Is("obl")) && s.Case(child) == prep && !f.insideTime(m.sentence, child) {
			return true
		}
	}
	return false
}
