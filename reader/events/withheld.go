package events

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// withheld tells whether a verb says that no aid has been let in, which is a blockade that goes on: "has not allowed
// any food into the enclave", "no fuel had been let in since May".
func (f *finder) withheld(s *english.Sentence, t trigger) bool {
	if t.sense.Noun || t.sense.Mode != "access" && t.sense.Type != parley.Coerce || !tables().nouns["allowing"][s.Tokens[t.token].Lemma] {
		return false
	}
	if !auxiliary(s, t.token, "have", "Pres") && !(auxiliary(s, t.token, "have", "Past") && hasCase(s, t.token, "since")) {
		return false
	}
	return s.Negated(t.token) || ofNone(s, t.token)
}
