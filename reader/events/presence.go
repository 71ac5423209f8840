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
		at := stay(s, s.Anchor(m.First, m.Last+1))
		if at < 0 {
			continue
		}
		visitor := s.Child(at, "nsubj:pass")
		if visitor < 0 && s.Child(at, "nsubj") >= 0 {
			visitor = s.Subject(at)
		}
		if visitor < 0 || s.Negated(at) || s.Child(at, "mark") >= 0 {
			continue
		}
		one, named := f.in.Cast.At(sentence, visitor)
		if !named || one.Form == actors.Unnamed || one.Form == actors.Collective {
			continue
		}
		guests := f.fillersOf(one)
		if len(guests) != 1 || guests[0].side == "" || guests[0].side == countryOf(m) || f.atHome(guests[0].side, countryOf(m)) || !f.inOffice(guests) {
			continue
		}
		t := trigger{sentence: sentence, token: at, sense: beingAbroad, support: -1}
		if s.Passive(at) {
			t.sense.Actors = []string{"obj"}
		}
		found = append(found, t)
	}
	return found
}

// stay is the predicate by which somebody is told to be at a place or to come there: the place in "is in Oslo", the
// verb in "is expected in Oslo"; -1 where there is none.
func stay(s *english.Sentence, place int) int {
	if over := s.Tokens[place].Head; over >= 0 && s.Tokens[place].Is("obl") && s.Case(place) == "in" && awaiting(s, over) {
		return over
	}
	if s.Child(place, "cop") >= 0 && (s.Case(place) == "in" || awaitedThere(s, place) >= 0) {
		return place
	}
	return -1
}

// whereAwaited is where somebody is told to be due, which the tree does not hang behind "in".
func (f *finder) whereAwaited(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Word != beingAbroad.Word || m.place.End > 0 {
		return
	}
	for k := range f.in.Cast.Matches[m.sentence] {
		o := &f.in.Cast.Matches[m.sentence][k]
		if at := s.Anchor(o.First, o.Last+1); at == m.token && countryOf(o) != "" {
			m.place, m.placeOf = matchSpan(s, o), countryOf(o)
		}
	}
}

// awaiting tells whether a word says of its subject that it is to come: "is due", "is expected".
func awaiting(s *english.Sentence, word int) bool {
	t := &s.Tokens[word]
	return tables().nouns["due"][t.Lemma] && s.Child(word, "cop", "aux:pass") >= 0 && s.Child(word, "xcomp", "ccomp") < 0
}

// awaitedThere is the word before a place that says that its subject is to come there, where the tree has
// it for a preposition: "is due in Oslo"; -1 where there is none.
func awaitedThere(s *english.Sentence, place int) int {
	for child := range s.Children(place) {
		if s.Tokens[child].Is("case") && tables().nouns["dueto"][s.Tokens[child].Lemma] {
			return child
		}
	}
	return -1
}

// beingThere is the status of a visit told by where somebody is.
func beingThere(s *english.Sentence, t trigger) (state, bool) {
	is := s.Child(t.token, "cop", "aux:pass")
	due := awaitedThere(s, t.token)
	if awaiting(s, t.token) {
		due = t.token
	}
	if due >= 0 {
		return state{is: parley.Planned, span: spanOf(s, due), certainty: .6}, s.Tokens[is].Feat("Tense") == "Pres"
	}
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
