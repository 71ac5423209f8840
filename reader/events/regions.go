package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// region widens a place by a region or country named behind a comma.
func (f *finder) region(sentence, last int) int {
	s := &f.in.Text.Sentences[sentence]
	if last+1 >= len(s.Tokens) || s.Tokens[last].Text != "," || s.Tokens[last+1].UPOS != "PROPN" {
		return last
	}
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if m.First == last+1 && (m.Kind == lexicon.PlaceMatch || m.Kind == lexicon.StateMatch || m.Kind == lexicon.MetonymMatch) && !begins(s, m) {
			return m.Last + 1
		}
	}
	return last
}

// begins tells whether a name behind a comma begins what follows and does not end what was before: "shelled the town,
// Norland's army said", "in the town, Norland said".
func begins(s *english.Sentence, m *lexicon.Match) bool {
	if m.Last+1 < len(s.Tokens) && s.Tokens[m.Last+1].XPOS == "POS" {
		return true
	}
	noun := s.Anchor(m.First, m.Last+1)
	for s.Tokens[noun].Is("compound") && s.Tokens[noun].Head > noun {
		noun = s.Tokens[noun].Head // "Norland foreign minister says"
	}
	return s.Tokens[noun].Is("nsubj") || s.Tokens[noun].Is("nsubj:pass")
}

// countryBehind is the country that a text names at the end of what it tells of a place behind commas, whatever other place
// bears the same name: "Osten, Northern Province, Norland", "Osten and Westen, Norland"; "" where it names none.
func (f *finder) countryBehind(sentence int, place parley.Span) string {
	s := &f.in.Text.Sentences[sentence]
	at := slices.IndexFunc(s.Tokens, func(t english.Token) bool { return t.Start >= place.Start })
	state := slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool { return m.First == at && m.Kind == lexicon.StateMatch })
	for comma := false; at >= 0 && at < len(s.Tokens) && !state; at++ {
		t := &s.Tokens[at]
		switch {
		case t.Text == ",":
			comma = true
			continue
		case t.UPOS != "PROPN" && t.UPOS != "CCONJ" && !tables().nouns["place"][t.Lemma] && !(t.UPOS == "ADJ" && t.Text != strings.ToLower(t.Text)):
			return ""
		}
		for k := range f.in.Cast.Matches[sentence] {
			if m := &f.in.Cast.Matches[sentence][k]; comma && m.First == at && m.Kind == lexicon.StateMatch && s.Tokens[at-1].Text == "," {
				if begins(s, m) {
					return ""
				}
				return countryOf(m)
			}
		}
	}
	return ""
}
