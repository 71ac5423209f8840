package events

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// testFired tells whether missiles are fired for a test, or into the sea and at nobody: "test-fired a rocket", "fired two
// missiles towards the East Sea".
func testFired(s *english.Sentence, t trigger) bool {
	missiles := s.Object(t.token)
	if t.sense.Type != parley.Assault || t.sense.Noun || missiles < 0 || !inFlight(s.Tokens[missiles].Lemma) {
		return false
	}
	if t.token > 1 && s.Tokens[t.token-1].Text == "-" && s.Tokens[t.token-2].Lemma == "test" {
		return true
	}
	_, last := s.Subtree(t.token)
	intoSea := false
	for at := missiles + 1; at < last; at++ {
		if head := s.Tokens[at].Head; head != t.token && head != missiles {
			continue // "one of which fell into the sea"
		}
		switch s.Case(at) {
		case "into", "toward", "towards", "off":
			intoSea = intoSea || tables().nouns["ocean"][wordAt(s, at)]
		case "at", "against":
			return false
		}
	}
	return intoSea
}

// wordAt is the last word of the name or noun whose head is a token, in small letters: "sea" of "the East Sea".
func wordAt(s *english.Sentence, token int) string {
	last := token
	for child := range s.Children(token) {
		if s.Tokens[child].Is("flat") && child > last {
			last = child
		}
	}
	return strings.ToLower(s.Tokens[last].Lemma)
}
