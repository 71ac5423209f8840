package positions

import (
	"slices"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// What a deed is about, in the table of deeds, besides the issues.
const (
	relief = "relief" // being let off sanctions or duties, apart from those
	traded = "trade"  // trade itself, apart from what bars it
)

// pactOfSides tells whether a pact of which no more is told is one of two sides: "Norland and Sudmark signed a
// treaty", "signed an agreement with Norland".
func (f *finder) pactOfSides(sentence, verb int, issue lexicon.IssueMatch, how mood, holders []holder) bool {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Subject(verb)
	if how != done || subject < 0 || s.Tokens[verb].Is("acl") || issue.Issue != "deal" || !tables().roles["pacts"][s.Tokens[issue.Last].Lemma] {
		return false
	}
	if s.Tokens[subject].UPOS == "PROPN" && slices.ContainsFunc(holders, func(h holder) bool { return h.party != holders[0].party }) {
		return true
	}
	if det := s.Child(issue.Last, "det"); det >= 0 && s.Tokens[det].Lemma == "the" && s.Child(issue.Last, "compound", "amod") >= 0 && f.isState(holders[0].party) {
		return true // "suspended the military pact"
	}
	for child := issue.Last + 1; child < len(s.Tokens); child++ {
		if _, state := f.stateAt(sentence, child); state && s.Case(child) == "with" && (s.Tokens[child].Head == verb || s.Tokens[child].Head == issue.Last) {
			return true
		}
	}
	return false
}

// planOfOther tells whether a deal is told by a plan that another side has made: "will implement the Norlandic plan".
func (f *finder) planOfOther(sentence int, issue lexicon.IssueMatch, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	if issue.Issue != "deal" || !tables().plans["noun"][s.Tokens[issue.Last].Lemma] || noProposal(s, issue.Last) {
		return false
	}
	authors := f.authorsOf(sentence, issue.Last)
	return len(authors) > 0 && !slices.ContainsFunc(authors, func(h holder) bool { return h.party == party })
}

// matterOf is what the table of deeds has rows for, of an issue: talks or a deal, where the
// words of another issue speak of those on it ("trade talks"), and trade itself where no
// duty or other bar to it is told ("halted imports").
func (f *finder) matterOf(sentence int, issue lexicon.IssueMatch) string {
	s := &f.in.Text.Sentences[sentence]
	head := issue.Last
	if t := &s.Tokens[head]; t.Is("compound") && t.Head == head+1 && dealtWith(issue.Issue, s.Tokens[t.Head].Lemma) { // "free trade talks", "boundary agreement"
		head = t.Head
	}
	switch lemma := s.Tokens[head].Lemma; {
	case (issue.Issue == "sanctions" || issue.Issue == "trade-tariffs") && relieved(s, head):
		return relief
	case dealtIn(s, s.Anchor(issue.First, issue.Last+1)), tables().roles["pacts"][lemma] && issue.First < head:
		return "deal"
	case slices.ContainsFunc(f.issues[sentence], func(m lexicon.IssueMatch) bool {
		return m.Issue == "talks" && m.Weight >= 4 && m.First >= issue.First && m.Last == head
	}):
		return "talks"
	case issue.Issue == "trade-tariffs" && tables().roles["traded"][lemma]:
		return traded
	}
	return issue.Issue
}

// relieved tells whether a noun, or the one that it hangs on by "from", tells that somebody is let off such a thing:
// "a sanctions waiver", "an exemption from the sanctions".
func relieved(s *english.Sentence, noun int) bool {
	if tables().roles["reliefs"][s.Tokens[noun].Lemma] {
		return true
	}
	over := s.Tokens[noun].Head
	return over >= 0 && s.Case(noun) == "from" && tables().roles["reliefs"][s.Tokens[over].Lemma]
}

// keepsRight tells whether a deed would be one upon a right: "will not give up its right to enrich".
func keepsRight(s *english.Sentence, verb int) bool {
	object := s.Child(verb, "obj")
	return object >= 0 && tables().roles["rights"][s.Tokens[object].Lemma]
}

// dealtIn tells whether a noun is what a pact deals with: "scrapped a deal on fishing rights".
func dealtIn(s *english.Sentence, noun int) bool {
	over := s.Tokens[noun].Head
	return over >= 0 && s.Tokens[noun].Is("nmod") && s.Case(noun) == "on" && tables().roles["pacts"][s.Tokens[over].Lemma] && s.Tokens[over].Is("obj")
}

// ownArms tells whether an armed group takes a stance on the arms that it has itself.
func (f *finder) ownArms(t taken) bool {
	s := &f.in.Text.Sentences[t.sentence]
	owner := s.Child(t.issue.Last, "nmod:poss")
	if owner < 0 || t.issue.Issue != "arms-supply" || t.issue.First != t.issue.Last || f.isState(t.who.party) {
		return false
	}
	return ofSpeaker(&s.Tokens[owner]) || f.ownSide(t.sentence, t.issue.Last, t.who.party)
}

// dealtWith tells whether a noun behind the words of an issue makes of them the matter of talks or a deal: what is told
// right behind trade, and a pact on anything but a truce.
func dealtWith(issue, noun string) bool {
	return issue == "trade-tariffs" || issue != "ceasefire" && tables().roles["pacts"][noun]
}
