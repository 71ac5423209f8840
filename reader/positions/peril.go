package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// threatened tells whether an issue can be such an evil.
func threatened(issue string) bool { return tables().issues["threatened"][issue] }

// readPeril reads a threat in what a speaker says is to come upon somebody else:
// "warned Sudmark that it would face sanctions".
func (f *finder) readPeril(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	if !tables().roles["perils"][s.Tokens[token].Lemma] || hypothetical(s, token) {
		return false
	}
	how, denied := moodOf(s, token)
	speaker, spoken := f.speakerAt(sentence, token)
	if denied || !how.ahead() || !spoken || f.ownSide(sentence, s.Subject(token), speaker.party) {
		return false
	}
	for _, issue := range f.issuesBelow(sentence, token, false) {
		if threatened(issue.Issue) {
			f.takeAll(taken{sentence: sentence, token: token, stance: parley.Threatens, certainty: .6}, []holder{speaker}, []lexicon.IssueMatch{issue})
			return true
		}
	}
	return false
}

// readTarget reads a threat in what a side would take for a target: "would consider any foreign troops a
// legitimate target".
func (f *finder) readTarget(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	if !tables().roles["brands"][s.Tokens[verb].Lemma] || !namesTarget(s, verb) || s.Negated(verb) || hypothetical(s, verb) {
		return false
	}
	thing := s.Child(verb, "obj")
	var holders []holder
	own := true
	if s.Passive(verb) {
		thing = s.Child(verb, "nsubj:pass")
		if speaker, spoken := f.speakerAt(sentence, verb); spoken {
			holders = append(holders, speaker)
		}
	} else {
		holders, own = f.holdersOf(sentence, verb)
	}
	if thing < 0 || !own {
		return false
	}
	issues := f.issuesUnder(sentence, thing)
	if len(issues) == 0 {
		issues = []lexicon.IssueMatch{{First: thing, Last: thing, Issue: "military-action", Weight: 4}}
	}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Threatens, certainty: .6}, holders, issues[:1])
}

// namesTarget tells whether what is called a thing that may be struck stands behind a verb.
func namesTarget(s *english.Sentence, verb int) bool {
	for at := verb + 1; at < len(s.Tokens); at++ {
		if t := &s.Tokens[at]; tables().roles["targets"][t.Lemma] && t.UPOS == "NOUN" {
			for child := range s.Children(at) {
				if tables().roles["legitimate"][s.Tokens[child].Lemma] {
					return true
				}
			}
		}
	}
	return false
}

// wardedOff tells whether the force that an issue names is another's, against which something is to be done:
// "vowed to counter Sudmark attacks", "promised to protect it from raids".
func (f *finder) wardedOff(t taken) bool {
	s := &f.in.Text.Sentences[t.sentence]
	if t.issue.Issue != "military-action" {
		return false
	}
	noun := s.Anchor(t.issue.First, t.issue.Last+1)
	if s.Tokens[noun].UPOS != "NOUN" || noun <= t.token {
		return false
	}
	over := s.Tokens[noun].Head
	if s.Case(noun) == "from" || over >= 0 && over != t.token && s.Tokens[noun].Is("obj") && tables().roles["wards"][s.Tokens[over].Lemma] {
		return true
	}
	whose, ok := f.demonymOf(t.sentence, noun, noun)
	return ok && whose.party != t.who.party && !slices.ContainsFunc(f.in.Cast.Matches[t.sentence], func(m lexicon.Match) bool {
		return m.Actor.Affiliation == t.who.party && m.Last < noun && noun-m.Last <= 4 // "could face Norlandic and Sudmark strikes"
	})
}
