package positions

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// threatened are the issues that can be such an evil.
var threatened = map[string]bool{"military-action": true, "sanctions": true, "trade-tariffs": true, "shipping-straits": true}

// readPeril reads a threat in what a speaker says is to come upon somebody else:
// "warned Sudmark that it would face sanctions".
func (f *finder) readPeril(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	if !tables().roles["perils"][s.Tokens[token].Lemma] || hypothetical(s, token) {
		return false
	}
	how, denied := moodOf(s, token)
	speaker, spoken := f.speakerAt(sentence, token)
	if denied || how != planned && how != possible || !spoken || f.ownSide(sentence, s.Subject(token), speaker.party) {
		return false
	}
	for _, issue := range f.issuesBelow(sentence, token, false) {
		if threatened[issue.Issue] {
			f.takeAll(taken{sentence: sentence, token: token, stance: parley.Threatens, certainty: .6}, []holder{speaker}, []lexicon.IssueMatch{issue})
			return true
		}
	}
	return false
}
