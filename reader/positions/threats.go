package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// readRetort reads that a side will strike back where a condition tells what it would answer: "will retaliate
// if the tariffs are raised".
func (f *finder) readRetort(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	if !tables().roles["retorts"][s.Tokens[verb].Lemma] {
		return false
	}
	how, denied := moodOf(s, verb)
	_, head, ok := conditionOf(s, verb)
	holders, own := f.holdersOf(sentence, verb)
	if denied || !own || !how.ahead() {
		return false
	}
	if !ok || head < 0 {
		return f.readVowed(sentence, verb, holders)
	}
	issues := slices.DeleteFunc(best(f.targets(sentence, head, scope{subject: true, itself: true, without: -1})), func(m lexicon.IssueMatch) bool {
		return !threatened(m.Issue)
	})
	if len(issues) == 0 {
		return false
	}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Threatens, certainty: .6}, holders, issues[:1])
}

// readVowed reads that a side vows to strike back, at what the text tells elsewhere: "vowed to respond".
func (f *finder) readVowed(sentence, verb int, holders []holder) bool {
	s := &f.in.Text.Sentences[sentence]
	over := s.Tokens[verb].Head
	if over < 0 || !s.Tokens[verb].Is("xcomp") || !tables().roles["vows"][s.Tokens[over].Lemma] {
		return false
	}
	if s.Child(verb, "obl", "obj") >= 0 || len(f.targets(sentence, verb, scope{without: -1})) > 0 {
		return false
	}
	told := lexicon.IssueMatch{First: verb, Last: verb, Issue: other, Weight: 3}
	told.Issue = f.steps(sentence, told)
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Threatens, certainty: .4}, holders, []lexicon.IssueMatch{told})
}

// readWarning reads what a side warns that it would do under a condition, whatever that is: "warned Norland that it
// would bar its ships if no agreement was reached".
func (f *finder) readWarning(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	over := s.Tokens[verb].Head
	if over < 0 || !s.Tokens[verb].Is("ccomp") || !tables().roles["warns"][s.Tokens[over].Lemma] {
		return false
	}
	how, denied := moodOf(s, verb)
	speaker, spoken := f.speakerAt(sentence, verb)
	_, head, ok := conditionOf(s, verb)
	if !ok || head < 0 || denied || !how.ahead() {
		return false
	}
	if !spoken || !f.ownSubject(sentence, verb, speaker.party) || !f.concernsOther(sentence, over, speaker.party) {
		return false
	}
	issues := slices.DeleteFunc(best(f.targets(sentence, verb, scope{deed: true, itself: true, without: head})), func(m lexicon.IssueMatch) bool { return broad(m.Issue) })
	if len(issues) == 0 {
		issues = []lexicon.IssueMatch{{First: verb, Last: verb, Issue: other, Weight: 3}}
	}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Threatens, certainty: .4}, []holder{speaker}, issues[:1])
}

// ownSubject tells whether a verb's subject is a speaker's own side, also where that is told by a pronoun.
func (f *finder) ownSubject(sentence, verb int, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Child(verb, "nsubj")
	if subject < 0 {
		return false
	}
	_, named := f.in.Cast.At(sentence, subject)
	return f.ownSide(sentence, subject, party) || !named && s.Tokens[subject].UPOS == "PRON" && !strings.EqualFold(s.Tokens[subject].Text, "you")
}

// readLooming reads what a speaker says is to come upon another side if it does not yield: "sanctions could follow
// if Sudmark does not cooperate".
func (f *finder) readLooming(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Child(verb, "nsubj", "nsubj:pass")
	speaker, spoken := f.speakerAt(sentence, verb)
	if subject < 0 || !spoken || !tables().roles["looms"][s.Tokens[verb].Lemma] || s.Child(verb, "obj") >= 0 {
		return false
	}
	how, denied := moodOf(s, verb)
	_, head, ok := conditionOf(s, verb)
	if !ok || denied || head < 0 || !how.ahead() || !f.otherSide(sentence, s.Child(head, "nsubj"), speaker.party) {
		return false
	}
	issues := slices.DeleteFunc(f.issuesUnder(sentence, subject), func(m lexicon.IssueMatch) bool { return !threatened(m.Issue) })
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Threatens, certainty: .5}, []holder{speaker}, issues)
}
