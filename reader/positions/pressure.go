package positions

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// readPressure reads a demand in what somebody does to bring another to a deed: "withheld aid to
// force the group to free the hostages", "cut off the gas in a bid to push Norland into talks".
func (f *finder) readPressure(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	if !tables().roles["presses"][s.Tokens[verb].Lemma] || !s.Infinitive(verb) || s.Negated(verb) || hypothetical(s, verb) {
		return false
	}
	pressed, deed := s.Child(verb, "obj", "iobj"), pressedTo(s, verb)
	means := pressedBy(s, verb)
	if pressed < 0 || deed < 0 || means < 0 || f.bygone(sentence, means) {
		return false
	}
	if how, denied := moodOf(s, means); denied || how != done && how != planned {
		return false
	}
	holders, own := f.holdersOf(sentence, means)
	if len(holders) == 0 || !own || f.ownSide(sentence, pressed, holders[0].party) {
		return false
	}
	issues := f.issuesInPhrase(sentence, deed)
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Demands, certainty: .5}, holders, issues)
}

// pressedTo is what somebody is to be brought to: the deed below a verb, or what "into" or
// "toward" tells; -1 where that is not told.
func pressedTo(s *english.Sentence, verb int) int {
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		if child < verb {
			continue
		}
		if t.Is("xcomp") && s.Infinitive(child) {
			return child
		}
		if c := preposition(s, child); (c == "into" || c == "toward" || c == "towards") && (t.Is("obl") || t.Is("advcl")) {
			return child
		}
	}
	return -1
}

// pressedBy is the verb of what is done for it: that which an infinitive of purpose hangs on, also
// by a noun such as "effort"; -1 for none.
func pressedBy(s *english.Sentence, verb int) int {
	over := s.Tokens[verb].Head
	if over >= 0 && s.Tokens[verb].Is("acl") && tables().roles["undertakings"][s.Tokens[over].Lemma] && s.Case(over) == "in" {
		over = s.Tokens[over].Head
	} else if over >= 0 && s.Tokens[verb].Is("acl") && s.Tokens[over].Is("obj") { // "imposed sanctions to force"
		over = s.Tokens[over].Head
	} else if !s.Tokens[verb].Is("advcl") {
		return -1
	}
	if over < 0 || s.Tokens[over].UPOS != "VERB" {
		return -1
	}
	return over
}
