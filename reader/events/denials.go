package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// deniedAbove is the status of what somebody denies to have been done: "denied that it had shelled the town",
// "rejected claims that it had shelled the town".
func deniedAbove(s *english.Sentence, verb int) (state, bool) {
	head := s.Tokens[verb].Head
	switch t := &s.Tokens[verb]; {
	case head < 0:
		return state{}, false
	case t.Is("ccomp"):
		if tables().nouns["hearsay"][s.Tokens[head].Lemma] && s.Tokens[head].Is("obj") {
			return deniedWord(s, head)
		}
		if !denies(s, head) {
			return state{}, false
		}
	case t.Is("acl") && s.Child(verb, "mark") >= 0:
		return deniedWord(s, head)
	default:
		return state{}, false
	}
	return state{is: parley.Denied, span: spanOf(s, head), certainty: .7}, true
}

// deniedWord is the status of what is told in a word that somebody denies: "claims" in "rejected claims".
func deniedWord(s *english.Sentence, noun int) (state, bool) {
	over := s.Tokens[noun].Head
	if over < 0 || !tables().nouns["hearsay"][s.Tokens[noun].Lemma] || s.Object(over) != noun {
		return state{}, false
	}
	if lemma := s.Tokens[over].Lemma; !denies(s, over) && (!tables().nouns["rejecting"][lemma] || s.Negated(over)) {
		return state{}, false
	}
	return state{is: parley.Denied, span: spanOf(s, over), certainty: .7}, true
}

// denies tells whether a verb is one of denying, and not denied itself.
func denies(s *english.Sentence, verb int) bool {
	return tables().status["governor"][s.Tokens[verb].Lemma] == "denied" && !s.Negated(verb)
}

// keptFrom is the status of what a gerund says that somebody kept from doing: "backed away from imposing tariffs",
// "stopped short of leaving", "backed off joining the talks".
func keptFrom(s *english.Sentence, verb int) (state, bool) {
	t := &s.Tokens[verb]
	if t.XPOS != "VBG" || t.Head < 0 {
		return state{}, false
	}
	over := t.Head
	if s.Tokens[over].UPOS != "VERB" && s.Tokens[over].Head >= 0 {
		over = s.Tokens[over].Head // over "short"
	}
	if over > verb || s.Child(over, "obj") >= 0 || joined(s, over) != string(parley.Cancelled) {
		return state{}, false
	}
	for i := over; i < verb; i++ {
		switch strings.ToLower(s.Tokens[i].Text) {
		case ",", "after", "before", "by", "while", "without":
			return state{}, false // "called off the raid, citing rain"
		}
	}
	return state{is: parley.Cancelled, span: spanOf(s, over), certainty: .6}, !s.Negated(over)
}

// noneHeld is the status of talks of which a source says that there are, or are to be, none: "no meeting with Norland is
// planned, Kovar said", "nobody has discussed a summit", "is not planning a meeting", "has no plans to meet Holm". That
// there have been none so far, or none since some day, denies nothing.
func (f *finder) noneHeld(t trigger) (state, bool) {
	if t.sense.Type != parley.Consult {
		return state{}, false
	}
	s := &f.in.Text.Sentences[t.sentence]
	verb, plan := s.Clause(t.token), -1
	if over := s.Tokens[t.token].Head; !t.sense.Noun && over >= 0 && s.Infinitive(t.token) && s.Tokens[t.token].Is("acl") {
		verb, plan = s.Clause(over), over
	}
	var none bool
	word := verb // that says so
	switch {
	case s.Tokens[verb].UPOS != "VERB":
	case plan >= 0:
		word, none = plan, s.HasNo(plan) && tables().status["deverbal"][s.Tokens[plan].Lemma] == "planned"
	case !t.sense.Noun:
	case s.HasNo(t.token):
		word, none = t.token, s.Tokens[verb].Lemma == "be" || comesOff(s, verb)
	case s.Object(verb) == t.token:
		none = (byNobody(s, verb) || s.Negated(verb)) && tables().nouns["arranging"][s.Tokens[verb].Lemma]
	}
	if !none || conditional(s, verb) || hypothetical(s, verb) || s.Infinitive(verb) || slices.ContainsFunc(s.Tokens, func(o english.Token) bool { return tables().nouns["sofar"][o.Lemma] }) {
		return state{}, false
	}
	said := f.in.Voice(t.sentence, t.token).Name != "" || reported(s, verb)
	return state{is: parley.Denied, span: spanOf(s, word), certainty: .6}, said
}

// byNobody tells whether a verb has nobody for its doer: "nobody", "no official".
func byNobody(s *english.Sentence, verb int) bool {
	doer := s.Child(verb, "nsubj")
	return doer >= 0 && (tables().nouns["nobody"][s.Tokens[doer].Lemma] || s.HasNo(doer))
}

// comesOff tells whether a verb says of talks that they are held, planned or prepared, and no more.
func comesOff(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("aux") && tables().status["auxiliary"][strings.ToLower(s.Tokens[child].Text)] == "proposed" {
			return false // "no meeting should be held"
		}
	}
	return tables().nouns["staging"][s.Tokens[verb].Lemma] || tables().status["governor"][s.Tokens[verb].Lemma] == "planned"
}

// lacking is the status of talks for which a noun over them says that something is wanting: with no agreement on
// their place they are still proposed, with no plans for them denied.
func lacking(s *english.Sentence, n carried) (state, bool) {
	none := noneOver(s, n.head)
	if n.sense.Type != parley.Consult || none < 0 {
		return state{}, false
	}
	st := state{is: parley.Proposed, span: spanOf(s, none), certainty: .6}
	if tables().status["deverbal"][s.Tokens[none].Lemma] == "planned" {
		st.is = parley.Denied
	}
	return st, true
}

// noneOver is the noun that a noun is of, near or far, and that there is none of: "no agreement
// on the time or place"; -1 where there is none.
func noneOver(s *english.Sentence, noun int) int {
	for range s.Tokens {
		if noun < 0 || s.Tokens[noun].UPOS != "NOUN" {
			return -1
		}
		if s.HasNo(noun) && tables().status["deverbal"][s.Tokens[noun].Lemma] != "" {
			return noun
		}
		if !s.Tokens[noun].Is("nmod") && !s.Tokens[noun].Is("conj") {
			return -1
		}
		noun = s.Tokens[noun].Head
	}
	return -1
}
