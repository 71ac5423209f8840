package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// readClosed reads that a speaker holds a matter to be settled or out of reach, by
// predicates of several words: "is not up for negotiation", "is off the table".
func (f *finder) readClosed(sentence int) {
	s := &f.in.Text.Sentences[sentence]
	for verb := range s.Tokens {
		j, first, denied, ok := predicate(s, verb)
		if !ok || hypothetical(s, verb) {
			continue
		}
		stance := j.stance
		if denied {
			stance = j.negated
		}
		subject := predicateSubject(s, verb, first)
		head := verb
		if s.Tokens[verb].Is("cop") {
			head = s.Tokens[verb].Head
		}
		who, told := f.judge(sentence, head)
		if stance == "" || subject < 0 || !told {
			continue
		}
		issues := f.issuesInPhrase(sentence, subject)
		if len(issues) == 0 && (stance == parley.RedLine && standsAt(s, first, "for sale") || f.claimsPart(sentence, subject, first)) { // "the island is not for sale"
			issues = []lexicon.IssueMatch{{First: subject, Last: subject, Issue: "territory", Weight: 3}}
		}
		if len(issues) == 0 && stance == parley.Rejects {
			issues, stance = f.termsRefused(sentence, head, subject)
		}
		if len(issues) == 0 && stance == parley.Rejects { // "these actions are a breach of the law"
			issues = f.condemnedForce(sentence, subject)
		}
		if stance == parley.Threatens && j.negated != "" { // "all options are on the table", but not "a deal is on the table"
			issues = slices.DeleteFunc(issues, func(m lexicon.IssueMatch) bool { return !threatened(m.Issue) })
		}
		f.takeAll(taken{sentence: sentence, token: first, stance: stance, certainty: .6}, []holder{who}, issues)
	}
}

// predicate finds one of the table's predicates behind a form of "be" or "remain", with its
// first word.
func predicate(s *english.Sentence, verb int) (j judgement, first int, denied, ok bool) {
	lemma := s.Tokens[verb].Lemma
	called := tables().roles["brands"][lemma] && s.Passive(verb) // "would be considered an act of war"
	amounts := tables().roles["amounts"][lemma]
	if lemma != "be" && !tables().roles["staysso"][lemma] && !called && !amounts || s.Tokens[verb].UPOS == "NOUN" {
		return j, 0, false, false
	}
	for first = verb + 1; first < len(s.Tokens) && first <= verb+3; first++ {
		if found, ok := closedAt(s, first); ok {
			return found, first, denied, true
		}
		switch t := &s.Tokens[first]; {
		case t.Lemma == "not" || t.Lemma == "never" || t.Lemma == "n't":
			denied = true
		case t.UPOS != "ADV" && t.UPOS != "PUNCT" && !(called && strings.EqualFold(t.Text, "as")) && !(amounts && strings.EqualFold(t.Text, "to")):
			return j, 0, false, false
		}
	}
	return j, 0, false, false
}

// closedPhrase is a predicate of several words with the judgement that it passes.
type closedPhrase struct {
	words string
	judgement
}

// closedAt is the judgement of the predicate of several words that begins at a token: of two the longer, "the only way" and
// not "the way".
func closedAt(s *english.Sentence, first int) (judgement, bool) {
	for _, phrase := range tables().closed {
		if standsAt(s, first, phrase.words) {
			return phrase.judgement, true
		}
	}
	return judgement{}, false
}

// standsAt tells whether words stand at a token, also with a quotation mark or an adjective between
// them: "is a 'drop in the ocean'", "is a clear violation of".
func standsAt(s *english.Sentence, first int, words string) bool {
	for n, word := range strings.Split(words, " ") {
		for first < len(s.Tokens) && (s.Tokens[first].Lemma == `"` || n > 0 && s.Tokens[first].Is("amod") && !strings.EqualFold(s.Tokens[first].Text, word)) {
			first++
		}
		if first >= len(s.Tokens) || !strings.EqualFold(s.Tokens[first].Text, word) {
			return false
		}
		first++
	}
	return true
}

// predicateSubject is what a predicate is said of: the subject of "be", or of the
// word that the parse takes for its predicate.
func predicateSubject(s *english.Sentence, verb, first int) int {
	for _, at := range []int{verb, s.Tokens[verb].Head, first} {
		if at < 0 {
			continue
		}
		if subject := s.Child(at, "nsubj", "csubj", "nsubj:pass"); subject >= 0 && subject < first {
			return subject
		}
	}
	return -1
}
