package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// lapse is the word that says of a truce that it came to nothing, the verb whose subject it is or the noun that it
// belongs to: "the truce collapsed", "the collapse of the truce"; -1 where none does.
func lapse(s *english.Sentence, truce int) int {
	t := &s.Tokens[truce]
	if t.Head < 0 || !t.Is("nsubj") && !t.Is("nmod:poss") && !(t.Is("nmod") && s.Case(truce) == "of") && !(t.Is("obj") && truce < t.Head) {
		return -1
	}
	word := s.Tokens[t.Head].Lemma
	if particle := s.Child(t.Head, "compound:prt", "advmod"); particle == t.Head+1 {
		word += " " + strings.ToLower(s.Tokens[particle].Text)
	}
	if !tables().nouns["lapsing"][word] {
		return -1
	}
	return t.Head
}

// lapsed is the status of a truce that a word says to have come to nothing, where the word tells so as done: not "to
// avert the collapse of the truce".
func (f *finder) lapsed(s *english.Sentence, word int) (state, bool) {
	done := tables().status["preposition"][s.Case(word)] == "happened"
	if s.Tokens[word].UPOS == "VERB" {
		st, ok := f.verbStatus(s, word, 0)
		done = ok && st.is == parley.Happened
	} else if over := s.Tokens[word].Head; !done && over >= 0 && s.Tokens[word].Is("nsubj") {
		done = s.Tokens[over].XPOS == "VBD"
	}
	return state{is: parley.Cancelled, span: spanOf(s, word), certainty: .6}, done
}

// lapsedTruce tells whether a mention is of a truce that came to nothing.
func (f *finder) lapsedTruce(m *mention) bool {
	return m.sense.Mode == "ceasefire" && m.sense.Noun && lapse(&f.in.Text.Sentences[m.sentence], m.token) >= 0
}

// ofTruce are the two sides of the truce that a text told of last, or of its talks: "agreed to a truce in May ... The
// truce collapsed in June".
func (f *finder) ofTruce(groups [][]*mention) []filler {
	for _, group := range slices.Backward(groups) {
		if told := group[0]; told.sense.Type == parley.Agree || told.sense.Mode == "ceasefire" {
			if len(partiesOf(told)) == 2 {
				return slices.Concat(told.actors, told.recipients)
			}
		}
	}
	return f.usual(parley.Retreat)
}
