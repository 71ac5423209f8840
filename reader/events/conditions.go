package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
)

// wished tells whether a clause says of a noun what somebody wants of it: "wants
// guarantees that sanctions will be lifted".
func wished(s *english.Sentence, verb int) bool {
	noun := s.Tokens[verb].Head
	if noun < 0 || !s.Tokens[verb].Is("acl") && !s.Tokens[verb].Is("ccomp") || s.Tokens[noun].UPOS != "NOUN" || !s.Tokens[noun].Is("obj") {
		return false
	}
	return tables().status["governor"][s.Tokens[s.Tokens[noun].Head].Lemma] == "proposed"
}

// hypothetical tells whether a verb, or one that it completes, stands in a
// condition or a question: "asked whether Kovar plans to meet Holm".
func hypothetical(s *english.Sentence, verb int) bool {
	for range s.Tokens {
		for child := range s.Children(verb) {
			if word := strings.ToLower(s.Tokens[child].Text); s.Tokens[child].Is("mark") && conditions[word] {
				return true
			}
		}
		t := &s.Tokens[verb]
		if t.Head < 0 || !t.Is("xcomp") && !t.Is("ccomp") && !t.Is("advcl") && !t.Is("conj") || s.Tokens[t.Head].UPOS != "VERB" {
			return false
		}
		if t.Is("advcl") && !s.Infinitive(verb) {
			return false
		}
		verb = t.Head
	}
	return false
}

// awaited tells whether a clause says when something else is to come: "would be announced once they agreed".
func awaited(s *english.Sentence, clause int) bool {
	over := s.Tokens[clause].Head
	return s.Tokens[clause].Is("advcl") && over >= 0 && slices.ContainsFunc(slices.Collect(s.Children(over)), func(child int) bool {
		return s.Tokens[child].XPOS == "MD"
	})
}

var conditions = map[string]bool{"if": true, "unless": true, "whether": true, "lest": true, "until": true}

// uncertain tells whether a verb stands with an auxiliary of mere possibility.
func uncertain(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if word := strings.ToLower(s.Tokens[child].Text); s.Tokens[child].Is("aux") && (word == "may" || word == "might" || word == "could") {
			return true
		}
	}
	return false
}

// conditional tells whether a clause holds on a condition only: "will leave the
// talks if ...".
func conditional(s *english.Sentence, verb int) bool {
	for range s.Tokens {
		for child := range s.Children(verb) {
			if !s.Tokens[child].Is("advcl") {
				continue
			}
			for mark := range s.Children(child) {
				if word := strings.ToLower(s.Tokens[mark].Text); s.Tokens[mark].Is("mark") && (word == "if" || word == "unless") {
					return true
				}
			}
		}
		t := &s.Tokens[verb]
		if t.Head < 0 || !t.Is("xcomp") && !t.Is("conj") {
			return false
		}
		verb = t.Head
	}
	return false
}

// undecided tells whether talks are told of as a matter that is still open: "is weighing whether to attend
// the next round", "to attend the next round or not".
func undecided(s *english.Sentence, noun int) bool {
	for i := noun + 1; i+1 < len(s.Tokens); i++ {
		if s.Tokens[i].Lemma == "or" && s.Tokens[i+1].Lemma == "not" && (i+2 == len(s.Tokens) || s.Tokens[i+2].UPOS == "PUNCT") {
			return true
		}
	}
	return hypothetical(s, s.Clause(noun))
}
