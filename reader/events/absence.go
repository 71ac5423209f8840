package events

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// absence is the verb that says of its subject that he is not at talks, or will not be there: "skipped the summit", "was unable
// to attend the meeting", "pulled out of the talks", "did not take part in them"; -1 where none says so.
func absence(s *english.Sentence, t trigger) int {
	noun := &s.Tokens[t.token]
	if t.sense.Type != parley.Consult || !t.sense.Noun || t.sense.Mode == "visit" || noun.Head < 0 || s.Tokens[noun.Head].UPOS != "VERB" {
		return -1
	}
	if heldBy(s, t.token) >= 0 {
		return -1 // "did not take part in the talks held in Oslo"
	}
	nouns, verb := tables().nouns, noun.Head
	lemma, prep := s.Tokens[verb].Lemma, s.Case(t.token)
	switch {
	case noun.Is("obj") && nouns["missing"][lemma]:
		return verb
	case noun.Is("obl") && nouns["optingout"][lemma] && (prep == "of" || prep == "from" || prep == "out") && s.Child(verb, "obj") < 0:
		return verb
	case nouns["attendance"][lemma] && (noun.Is("obj") || noun.Is("obl") && prep == "in") && keptAway(s, verb):
		return verb
	}
	return -1
}

// keptAway tells whether a verb for being somewhere is told not to be done: "did not attend", "was unable to attend", "would
// no longer take part".
func keptAway(s *english.Sentence, verb int) bool {
	if s.Negated(verb) || noLonger(s, verb) {
		return true
	}
	over := s.Tokens[verb].Head
	if over < 0 || !s.Infinitive(verb) || !s.Tokens[verb].Is("xcomp") {
		return false
	}
	return s.Tokens[over].Lemma == "unable" || s.Tokens[over].Lemma == "able" && s.Negated(over)
}

// stayedAway is the status of talks of which a verb says that somebody is not there. Who may not be there, who threatens not to
// be, or who did not go to what nobody invited him to, calls nothing off.
func (f *finder) stayedAway(s *english.Sentence, t trigger) (state, bool) {
	verb := absence(s, t)
	if verb < 0 || conditional(s, verb) || len(f.subject(t.sentence, verb)) == 0 || s.Tokens[verb].Is("xcomp") && tables().nouns["deliberating"][s.Tokens[s.Tokens[verb].Head].Lemma] {
		return state{}, false
	}
	for child := range s.Children(verb) {
		if word := s.Tokens[child].Lemma; s.Tokens[child].Is("aux") && word != "will" && word != "do" && word != "have" && word != "be" && word != "would" {
			return state{}, false
		}
	}
	return state{is: parley.Cancelled, span: spanOf(s, verb), certainty: .6}, true
}
