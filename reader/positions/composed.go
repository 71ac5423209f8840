package positions

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// composed joins a stance word with the deed that it is about: "ready to
// host" offers, "wants to suspend talks" rejects, "agreed to impose sanctions"
// supports them.
func composed(s *english.Sentence, token int, stance parley.Stance, issue lexicon.IssueMatch) (parley.Stance, string) {
	below := ownDeed(s, token)
	if below >= 0 && stance == parley.Demands && tables().roles["sees"][s.Tokens[below].Lemma] {
		if asks := s.Child(below, "ccomp"); asks >= 0 && opensWithQuestion(s, asks) {
			return "", issue.Issue // "wants to see how the talks go"
		}
		return stance, issue.Issue // "wants to see a truce": others are to bring it about
	}
	if below < 0 || stance == parley.Demands && (s.Tokens[token].UPOS == "NOUN" && !tables().roles["needs"][s.Tokens[token].Lemma] || marked(s, below, "for")) || ofOthers(s, token) {
		return stance, issue.Issue // "called for lifting the blockade": others are to do it
	}
	for fellow := range fellows(s, below) { // "a commitment to keeping the embargo and not sending arms"
		if s.Dominates(fellow, issue.First) {
			below = fellow
		}
	}
	if stance == parley.Rejects && tellsOf(s, below) {
		return "", issue.Issue // "declined to comment on the talks"
	}
	if w, ok := stanceAt(s, below); ok && stance == parley.Supports && (w.stance == parley.Accepts || w.stance == parley.Offers) && !s.Negated(below) {
		return w.stance, issue.Issue // "ready to accept"
	}
	d, _ := deedAt(s, below, issue.Issue, true)
	if tables().roles["needs"][s.Tokens[token].Lemma] && d.done != parley.Rejects {
		if !voicedNeed(s, token) {
			return "", issue.Issue // "the need to scrap the deal"
		}
		return stance, issue.Issue // but "stressed the need to resume talks"
	}
	if issue.Issue == "deal" && amends(s, token, below) {
		return parley.Conditional, issue.Issue
	}
	if covers(issue, below) {
		d = deed{}
	}
	now := joined(stance, d, s.Negated(below))
	if now == parley.Supports && d.planned == parley.Accepts && tables().roles["ready"][s.Tokens[token].Lemma] && tables().roles["offered"][d.issue] {
		now = parley.Offers // "ready to lift the sanctions"
	}
	if now == parley.Supports && claims(s, token, stance, d, issue.Issue) {
		now = parley.Demands // "wants to annex the islands", "aims to control them"
	}
	if d.planned != parley.Threatens || now == parley.Threatens {
		issue.Issue = d.makes(s, issue)
	}
	return now, issue.Issue
}

// voicedNeed tells whether a noun for a need is what somebody speaks of, and does not have himself.
func voicedNeed(s *english.Sentence, noun int) bool {
	over := s.Tokens[noun].Head
	return (s.Tokens[noun].Is("obj") || s.Tokens[noun].Is("obl")) && tables().holds[s.Tokens[over].Lemma] && s.Tokens[over].Lemma != "have"
}

// claims tells whether who is for a deed claims what it is about: land that he wants, or what he is at work to get.
func claims(s *english.Sentence, token int, stance parley.Stance, d deed, issue string) bool {
	land := issue == "territory"
	if stance == parley.Demands && land {
		return true
	}
	works := s.Tokens[token].UPOS == "VERB" && len(participleWords(s, token)) == 0
	return d.planned == parley.Demands && tables().issues["claimed"][issue] && (land || works)
}

// tellsOf tells whether a deed is to say something of a thing, and nothing done about it: "confirm the
// deal", "give details of the plan".
func tellsOf(s *english.Sentence, verb int) bool {
	object := s.Child(verb, "obj")
	return tables().roles["tellings"][s.Tokens[verb].Lemma] || object >= 0 && tables().roles["voiced"][s.Tokens[object].Lemma]
}

// joined is the stance of somebody who takes a stance on a deed of his own.
func joined(stance parley.Stance, d deed, denied bool) parley.Stance {
	switch stance {
	case parley.Demands:
		if d.done == parley.Rejects || d.done == parley.Demands {
			return d.done
		}
		if denied {
			return parley.Rejects
		}
		return parley.Supports
	case parley.Accepts:
		if denied {
			return d.denied
		}
		if d.done == parley.Supports && d.issue != "*" || d.done == parley.Rejects {
			return d.done
		}
	case parley.Supports, parley.Offers:
		if denied {
			return parley.Rejects // "its commitment of not using force"
		}
		if d.planned == parley.Threatens || d.planned == parley.Offers && stance == parley.Supports {
			return d.planned // "pledged to continue the strikes"
		}
	}
	return stance
}

// ownDeed is the verb of what a stance word's holder is to do himself: "wants
// to reach a deal", but not "wants Sudmark to withdraw"; -1 where there is none.
func ownDeed(s *english.Sentence, token int) int {
	for below := range s.Children(token) {
		t := &s.Tokens[below]
		if below < token || !t.Is("xcomp") && !t.Is("ccomp") && !t.Is("advcl") && !t.Is("acl") {
			continue
		}
		if (s.Infinitive(below) || t.XPOS == "VBG") && s.Child(below, "nsubj") < 0 && !addressed(s, token, below) {
			return below
		}
	}
	return -1
}

// addressed tells whether somebody else stands between a word and a verb below
// it, who is to do it: "urged Norland to withdraw".
func addressed(s *english.Sentence, token, below int) bool {
	for child := range s.Children(token) {
		t := &s.Tokens[child]
		when := t.Deprel == "obl:unmarked" || tables().roles["days"][strings.ToLower(t.Text)] // "agreed on Monday to withdraw"
		if child > token && child < below && !when && (t.Is("obj") || t.Is("iobj") || t.Is("obl")) {
			return true
		}
	}
	return false
}
