package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// beingAbroad is the sense of a place that somebody in office is told to be in.
var beingAbroad = lexicon.Verb{Word: "be in", Type: parley.Consult, Mode: "visit", Code: "042", Actors: []string{"subj"}}

// abroadNow finds the visits that a sentence tells by no more than where somebody in office is:
// "Foreign Minister Anna Kovar is in Oslo this week".
func (f *finder) abroadNow(s *english.Sentence, sentence int) []trigger {
	var found []trigger
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if m.Kind != lexicon.PlaceMatch && m.Kind != lexicon.StateMatch && m.Kind != lexicon.MetonymMatch {
			continue
		}
		at := s.Anchor(m.First, m.Last+1)
		visitor := s.Child(at, "nsubj")
		if visitor < 0 || s.Child(at, "cop") < 0 || s.Case(at) != "in" || s.Negated(at) || s.Child(at, "mark") >= 0 {
			continue
		}
		one, named := f.in.Cast.At(sentence, s.Subject(at))
		if !named || one.Form == actors.Unnamed || one.Form == actors.Collective {
			continue
		}
		guests := f.fillersOf(one)
		if len(guests) != 1 || guests[0].side == "" || guests[0].side == countryOf(m) || f.atHome(guests[0].side, countryOf(m)) || !f.inOffice(guests) {
			continue
		}
		found = append(found, trigger{sentence: sentence, token: at, sense: beingAbroad, support: -1})
	}
	return found
}

// beingThere is the status of a visit told by where somebody is.
func beingThere(s *english.Sentence, t trigger) (state, bool) {
	is := s.Child(t.token, "cop")
	st := state{is: parley.Ongoing, span: spanOf(s, is), certainty: .6}
	switch helped := s.Child(t.token, "aux"); {
	case helped >= 0 && slices.Contains([]string{"will", "shall"}, s.Tokens[helped].Lemma):
		st.is = parley.Planned
	case helped >= 0 && s.Tokens[helped].Lemma != "have":
		return state{}, false
	case s.Tokens[is].Feat("Tense") == "Past":
		st.is = parley.Happened
	}
	return st, true
}
