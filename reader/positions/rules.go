package positions

import (
	"strings"

	"github.com/parleyrecord/parley/english"
)

// rule reads a stance off one word of a sentence, and tells whether it fitted.
type rule func(f *finder, sentence, token int) bool

// The rules for a word of a sentence that names an issue, in the order in which they are tried. Those that ask for more
// stand first: "will keep its troops on the hill" is no deed like another.
var (
	verbRules = []rule{
		(*finder).readNo, (*finder).readClaimed, (*finder).readClaimRenewed, (*finder).readSiding, (*finder).readSummons, (*finder).readGoal, (*finder).readLies, (*finder).readStandingBy, (*finder).readLeaving,
		(*finder).readKeeping, (*finder).readStaying, (*finder).readBelonging, (*finder).readUse, (*finder).readBranding,
		(*finder).readAbsence, (*finder).readNoneDone, (*finder).readPeril, (*finder).readTarget, (*finder).readNeeded, (*finder).readOnlyThen,
		(*finder).readHinged, (*finder).readTerm, (*finder).readRetort, (*finder).readLooming, (*finder).readRestless, (*finder).readDeed,
		(*finder).readWarning, (*finder).readModal, (*finder).readBreach, (*finder).readStance, (*finder).readImperative,
		(*finder).readPressure,
	}
	nounRules = []rule{ // and adjectives
		(*finder).readNone, (*finder).readOff, (*finder).readPart, (*finder).readOpenDoor, (*finder).readSiding, (*finder).readUpTo, (*finder).readGoal,
		(*finder).readTimely, (*finder).readOnly, (*finder).readHeld, (*finder).readList, (*finder).readItems, (*finder).readOnlyThen,
		(*finder).readContingent, (*finder).readMadeTerm, (*finder).readJudgement, (*finder).readUndecided, (*finder).readStance, (*finder).readModal,
	}
	nameRules = []rule{(*finder).readUpTo} // and pronouns
)

// pointingRules are the rules for a verb of a sentence that names no issue.
var pointingRules = []rule{
	(*finder).readSummons, (*finder).readStandingBy, (*finder).readLeaving, (*finder).readKeeping, (*finder).readStaying, (*finder).readBelonging,
	(*finder).readUse, (*finder).readBranding, (*finder).readWarning, (*finder).readModal, (*finder).readStance,
}

// readBy reads a word by the first rule that fits it.
func (f *finder) readBy(rules []rule, sentence, token int) {
	for _, read := range rules {
		if read(f, sentence, token) {
			return
		}
	}
}

// readSentence reads each word of a sentence that may take a stance.
func (f *finder) readSentence(i int) {
	s := &f.in.Text.Sentences[i]
	if asked(s) || s.Paragraph > 0 && shouted(s) {
		return
	}
	f.readClosed(i)
	if len(f.issues[i]) == 0 {
		f.readPointing(i)
		return
	}
	for token := range s.Tokens {
		switch s.Tokens[token].UPOS {
		case "VERB":
			f.readUltimatum(i, token)
			f.readOutcome(i, token)
			f.readBy(verbRules, i, token)
		case "PROPN", "PRON":
			f.readBy(nameRules, i, token)
		case "ADJ", "NOUN":
			f.readBy(nounRules, i, token)
		case "ADV":
			f.readOff(i, token)
		}
	}
}

// readPointing reads a sentence that names no issue: it may point back to one, or take a
// stance on something else.
func (f *finder) readPointing(i int) {
	s := &f.in.Text.Sentences[i]
	for token := range s.Tokens {
		switch s.Tokens[token].UPOS {
		case "VERB":
			f.readBy(pointingRules, i, token)
		case "ADJ":
			f.readJudgement(i, token)
		case "NOUN":
			f.readPart(i, token)
		}
	}
}

// asked tells whether a sentence is a question.
func asked(s *english.Sentence) bool {
	last := len(s.Tokens) - 1
	for last >= 0 && s.Tokens[last].Lemma == `"` {
		last--
	}
	return last >= 0 && s.Tokens[last].Text == "?"
}

// shoutedWords are the words in capitals, at least, that make a headline.
const shoutedWords = 4

// shouted tells whether a sentence has words in capitals alone, as the headline of another article has that stands
// within a text: "ENVOYS RETURN TO OSLO FOR TALKS".
func shouted(s *english.Sentence) bool {
	words := 0
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Text != strings.ToUpper(t.Text) {
			return false
		}
		if t.Text != strings.ToLower(t.Text) {
			words++
		}
	}
	return words >= shoutedWords
}
