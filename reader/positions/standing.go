package positions

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// toldByAnother tells whether a word is but what another stance is about, or what a deed is done for or before: "refused to
// accept", "before accepting".
func toldByAnother(s *english.Sentence, token int) bool {
	if s.Tokens[token].UPOS != "NOUN" && governedByStance(s, token) {
		return true
	}
	return s.Tokens[token].Is("advcl") && (marked(s, token, "for") || marked(s, token, "before"))
}

// hedged tells whether a verb only goes some way: "had 'sort of' agreed".
func hedged(s *english.Sentence, token int) bool {
	if s.Tokens[token].UPOS != "VERB" {
		return false
	}
	before := token - 1
	for before > 0 && s.Tokens[before].Lemma == `"` {
		before--
	}
	return before > 0 && s.Tokens[before].Lemma == "of" && tables().roles["hedges"][s.Tokens[before-1].Lemma]
}

// stanceNow is the stance that a word takes as its clause has it: denied, or
// given up, with the one that it replaces.
func stanceNow(s *english.Sentence, token int, w stanceWord) (stance, former parley.Stance, ok bool) {
	if endsStance(s, token) {
		return "", "", false // its object tells what is left
	}
	if s.Tokens[token].UPOS == "NOUN" {
		return nounStance(s, token, w)
	}
	how, denied := moodOf(s, token)
	if how != done && how != planned && !(how == possible && (denied || over(s, token))) { // "cannot accept"
		return "", "", false
	}
	if subject := s.Child(token, "nsubj"); subject >= 0 && nobody(s, subject) {
		denied = !denied // "neither Norland nor Sudmark wants a war"
	}
	if object := s.Child(token, "obj"); object >= 0 && strings.EqualFold(s.Tokens[object].Text, "nothing") {
		denied = !denied // "wanted nothing to do with the deal"
	}
	if over(s, token) {
		now, known := tables().left[w.stance]
		return now, w.stance, known
	}
	if denied && yetTo(s, token) {
		return parley.Undecided, "", true
	}
	if denied {
		return w.negated, "", w.negated != ""
	}
	return w.stance, "", w.stance != ""
}

// nounStance is the stance that a noun tells, or what is left of it where its
// verb ends it: "dropped its demand".
func nounStance(s *english.Sentence, token int, w stanceWord) (stance, former parley.Stance, ok bool) {
	t := &s.Tokens[token]
	if s.HasNo(token) { // "has no interest in talks"
		return w.negated, "", w.negated != ""
	}
	if det := s.Child(token, "det"); det >= 0 && strings.EqualFold(s.Tokens[det].Text, "any") && t.Head >= 0 && s.Negated(t.Head) {
		return "", "", false // "has not received any request"
	}
	if t.Is("compound") || t.Head < 0 && s.Child(token, "nmod:poss") < 0 {
		return w.stance, "", !t.Is("compound")
	}
	if !t.Is("obj") && !t.Is("obl") || t.Head < 0 {
		return w.stance, "", true
	}
	for _, r := range tables().reversals[s.Tokens[t.Head].Lemma] {
		if r.former == w.stance && (r.particle == "" || particleWith(s, t.Head, r.particle, false)) {
			return r.now, r.former, !s.Negated(t.Head) && !hypothetical(s, t.Head)
		}
	}
	return w.stance, "", true
}

// endsStance tells whether a verb ends the stance that its object names.
func endsStance(s *english.Sentence, token int) bool {
	if s.Tokens[token].UPOS != "VERB" || tables().reversals[s.Tokens[token].Lemma] == nil {
		return false
	}
	for child := range s.Children(token) {
		if w, ok := stanceAt(s, child); ok && s.Tokens[child].UPOS == "NOUN" && (s.Tokens[child].Is("obj") || s.Tokens[child].Is("obl")) {
			if _, former, ok := nounStance(s, child, w); ok && former != "" {
				return true
			}
		}
	}
	return false
}

// nobody tells whether a subject denies what is said of it: "no one", "neither Norland nor Sudmark".
func nobody(s *english.Sentence, subject int) bool {
	if s.HasNo(subject) || tables().roles["nobody"][strings.ToLower(s.Tokens[subject].Text)] {
		return true
	}
	for child := range s.Children(subject) {
		if child < subject && strings.EqualFold(s.Tokens[child].Text, "neither") {
			return true
		}
	}
	return false
}
