package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// condemnedForce is the force that somebody condemns by a word that points back to it: "these
// events are unacceptable", "we condemn it". Where a text does not tell of force most, what
// somebody did is no matter of talks.
func (f *finder) condemnedForce(sentence, matter int) []lexicon.IssueMatch {
	if matter < 0 || !f.forceTold(sentence, matter) {
		return nil
	}
	return []lexicon.IssueMatch{{First: matter, Last: matter, Issue: "military-action", Weight: 3}}
}

// givesBlame tells whether a phrase or clause says for what somebody is condemned: "for the raid", "after its troops opened
// fire"; but not for what he has left undone.
func givesBlame(s *english.Sentence, token int) bool {
	if !s.Tokens[token].Is("advcl") && !s.Tokens[token].Is("obl") || tables().roles["failures"][s.Tokens[token].Lemma] {
		return false
	}
	c := preposition(s, token)
	return c == "after" || c == "for" || c == "over"
}

// idle tells whether a word behind a verb says that nothing is done: "stand by", "look on idly".
func idle(s *english.Sentence, verb int) bool {
	return particleWith(s, verb, "by", false) || particleWith(s, verb, "idly", false)
}

// readStandingBy reads what a speaker says that he will not look on at: "we will not stand by while
// the raids go on".
func (f *finder) readStandingBy(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	clause := s.Child(verb, "advcl")
	if !tables().roles["looks"][s.Tokens[verb].Lemma] || clause < 0 || !marked(s, clause, "while") && !marked(s, clause, "as") || !idle(s, verb) {
		return false
	}
	how, denied := moodOf(s, verb)
	holders, own := f.holdersOf(sentence, verb)
	if !own || !denied || !how.ahead() {
		return false
	}
	issues := best(f.targets(sentence, clause, scope{subject: true, itself: true, without: -1}))
	if len(issues) == 0 {
		issues = f.condemnedForce(sentence, s.Child(clause, "obj"))
	}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Rejects, certainty: .6}, holders, issues)
}

// forceTold tells whether a word points back to force: "this" or "it" to what the sentences around
// tell of most, a noun for a deed also to what the whole text does.
func (f *finder) forceTold(sentence, matter int) bool {
	s := &f.in.Text.Sentences[sentence]
	first, last := max(0, sentence-forceReach), min(sentence+2, len(f.issues))
	switch {
	case tables().roles["deeds"][s.Tokens[matter].Lemma]:
		return forceLeads(f.issues[first:last], 2) || forceLeads(f.issues, forceReach)
	case s.Tokens[matter].UPOS == "PRON" && pointing(s, matter), s.Tokens[matter].Is("obj") && strings.EqualFold(s.Tokens[matter].Text, "it"):
		return forceLeads(f.issues[first:last], 2)
	}
	return false
}

// forceLeads tells whether some sentences speak of force so often, and more than of all else. Who is
// to answer for it is part of that.
func forceLeads(sentences [][]lexicon.IssueMatch, least int) bool {
	force, all := 0, 0
	for _, m := range slices.Concat(sentences...) {
		if m.Weight < 3 || broad(m.Issue) || m.Issue == "reparations-accountability" {
			continue
		}
		if all++; m.Issue == "military-action" {
			force++
		}
	}
	return force >= least && 2*force > all
}

// forceReach is how many sentences before a condemnation may tell of what it condemns.
const forceReach = 4

// onlyConduct tells whether who condemns what somebody did names an issue only to say where or in what it was done:
// "criticized Norland's actions in the truce talks", "its handling of the talks".
func onlyConduct(s *english.Sentence, verb int, issue lexicon.IssueMatch) bool {
	object := s.Child(verb, "obj", "nsubj:pass")
	if object < 0 {
		return false
	}
	conduct := tables().roles["conduct"][s.Tokens[object].Lemma]
	if !conduct && !tables().roles["deeds"][s.Tokens[object].Lemma] {
		return false
	}
	for at := s.Anchor(issue.First, issue.Last+1); at >= 0 && at != object && at != verb; at = s.Tokens[at].Head {
		if over := s.Tokens[at].Head; over == object || over == verb {
			switch s.Case(at) {
			case "in", "during", "at":
				return true
			case "of", "":
				return conduct && over == object
			}
		}
	}
	return false
}
