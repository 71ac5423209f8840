package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// venue tells whether a phrase before an event noun is where one meets rather
// than a party: "the White House talks", "the Oslo talks". Two capitals are
// parties: "the Oslo-Rome talks".
func (f *finder) venue(sentence, noun int, m *lexicon.Match) bool {
	s := &f.in.Text.Sentences[sentence]
	if s.Tokens[noun].UPOS != "NOUN" || !premodifies(s, noun, m) {
		return false
	}
	switch m.Kind {
	case lexicon.PlaceMatch:
		return true
	case lexicon.BodyMatch:
		return f.site(m.Actor.Name)
	case lexicon.MetonymMatch:
		if m.Part || m.Place.Name == "" || !f.convenes(s, noun) {
			return false
		}
		for k := range f.in.Cast.Matches[sentence] {
			o := &f.in.Cast.Matches[sentence][k]
			near := o.Last < noun && noun-o.Last <= 6
			if o != m && near && o.Actor.Name != "" && premodifies(s, noun, o) {
				return false
			}
		}
		return true
	}
	return false
}

// convenes tells whether a noun is one for talks.
func (f *finder) convenes(s *english.Sentence, noun int) bool {
	return slices.ContainsFunc(f.in.Lexicon.Verbs(s.Tokens[noun].Lemma, true), func(v lexicon.Verb) bool {
		return v.Type == parley.Consult
	})
}

// site tells whether a body's name is that of a building too.
func (f *finder) site(name string) bool {
	p, ok := f.in.Lexicon.Place(name)
	return ok && p.Kind == "site"
}
