package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// readModal reads what a speaker says that others must or must not do, and what
// he will not stand for.
func (f *finder) readModal(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	if tables().roles["brands"][s.Tokens[verb].Lemma] && s.Passive(verb) && s.Child(verb, "obl") > verb {
		return false // "should not be viewed as an operation"
	}
	if how, _ := moodOf(s, verb); how == unreal && helped(s, verb) || hypothetical(s, verb) {
		return false
	}
	if s.Tokens[verb].Is("acl:relcl") || s.Tokens[verb].Is("ccomp") && opensWithQuestion(s, verb) {
		return false
	}
	word, denied := modalOver(s, verb)
	if word == "" || word == "must" && s.Tokens[verb].XPOS == "VBG" || s.Tokens[verb].UPOS == "ADJ" && denied {
		return false // "they must be hiding", "aid must not be selective"
	}
	speaker, spoken := f.speakerAt(sentence, verb)
	if !spoken {
		return false
	}
	subject := obliged(s, verb)
	if tables().debated[s.Tokens[verb].Lemma] && !f.toNegotiate(sentence, verb, subject, word, speaker.party) {
		return false // "parliament should debate it"
	}
	if subject >= 0 && nobody(s, subject) { // "no talks should take place"
		denied = !denied
	}
	if word == "can" && denied && f.readProviso(sentence, verb, speaker) {
		return true
	}
	stance := modalStance(word, denied)
	if tables().roles["meets"][s.Tokens[verb].Lemma] && word == "should" && !denied {
		stance = parley.Supports // "the two should negotiate"
	}
	switch w, _ := stanceAt(s, verb); {
	case s.Passive(verb) && w.stance == parley.Rejects && stance == parley.Demands: // "must be condemned"
		stance = parley.Rejects
	case f.ownSide(sentence, subject, speaker.party):
		stance = ownObligation(word, denied)
	case s.Passive(verb) && subject < 0 && (word == "will" || word == "can"):
		stance = refusedDeed(s, verb, denied)
	}
	if stance == "" || word == "can" && !forbids(s, verb) {
		return false
	}
	issues := f.modalIssues(sentence, verb, subject)
	if (word == "must" || word == "should") && len(issues) == 0 && f.dutyOfOther(sentence, verb, subject, speaker.party) {
		matter := other // "Sudmark must share its data"
		if tables().roles["meets"][s.Tokens[verb].Lemma] {
			matter = "talks" // "Sudmark should engage with its neighbours"
		}
		issues = []lexicon.IssueMatch{{First: verb, Last: verb, Issue: matter, Weight: 3}}
	}
	if tables().roles["abides"][s.Tokens[verb].Lemma] && stance == parley.Rejects && len(issues) > 0 && issues[0].Issue == "governance-elections" {
		stance = parley.Demands // "cannot remain in power"
	}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: stance, certainty: .6}, []holder{speaker}, issues)
}

// forbids tells whether "cannot" says what a speaker will not have and not what somebody is unable to do: "cannot
// remain", "cannot be changed by force".
func forbids(s *english.Sentence, verb int) bool {
	return s.Passive(verb) || tables().roles["forbidden"][s.Tokens[verb].Lemma]
}

// helped tells whether a verb has an auxiliary other than that of a passive.
func helped(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("aux") && !s.Tokens[child].Is("aux:pass") {
			return true
		}
	}
	return false
}

// modalIssues are the issues of what a subject is to do.
func (f *finder) modalIssues(sentence, verb, subject int) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	issues := f.issuesBelow(sentence, verb, true)
	issues = slices.DeleteFunc(issues, func(m lexicon.IssueMatch) bool { return f.describes(sentence, subject, m) })
	if len(issues) == 0 { // "the troops must withdraw"
		issues = slices.DeleteFunc(f.issuesUnder(sentence, verb), func(m lexicon.IssueMatch) bool {
			return !tables().issues["oneword"][m.Issue]
		})
	}
	if raised := s.Child(verb, "nsubj", "nsubj:pass"); len(issues) == 0 && raised < 0 && subject >= 0 && s.Tokens[verb].Is("xcomp") { // "the war has to stop"
		issues = f.issuesInPhrase(sentence, subject)
	}
	if len(issues) > 0 && broad(issues[0].Issue) { // "any deal must include guarantees"
		if held := f.issuesBelow(sentence, verb, false); len(held) > 0 && !broad(held[0].Issue) {
			issues = held
		}
	}
	if len(issues) == 0 && subject >= 0 && strings.EqualFold(s.Tokens[subject].Text, "it") {
		issues = f.onlyBefore(sentence, subject) // "this is our aid, and it must reach the people"
	}
	if s.Tokens[verb].UPOS == "NOUN" { // "the goal must be a truce"
		issues = best(f.targets(sentence, verb, scope{subject: true, itself: true, without: -1}))
	}
	for i := range issues {
		d, _ := deedAt(s, verb, issues[i].Issue, false)
		issues[i].Issue = d.makes(s, issues[i])
		if _, ok := deedAt(s, verb, "reparations-accountability", false); ok && issues[i].Issue == "military-action" {
			issues[i].Issue = "reparations-accountability" // "the attack must be investigated"
		}
	}
	return issues
}

// describes tells whether an issue but says more of somebody who is to do a thing: "the sides in
// the talks must avoid insults".
func (f *finder) describes(sentence, subject int, m lexicon.IssueMatch) bool {
	if subject < 0 || m.First <= subject && subject <= m.Last {
		return false
	}
	s := &f.in.Text.Sentences[sentence]
	who, somebody := f.in.Cast.At(sentence, subject)
	return somebody && who.Affiliation != "" && s.Dominates(subject, m.Last)
}

// otherSide tells whether a subject is a party other than a given one.
func (f *finder) otherSide(sentence, subject int, party string) bool {
	if subject < 0 {
		return false
	}
	m, ok := f.in.Cast.At(sentence, subject)
	return ok && m.Affiliation != "" && m.Affiliation != party && len(f.in.Cast.Of(m)) > 0
}

// obliged is who is to do what stands under a modal word.
func obliged(s *english.Sentence, verb int) int {
	if noun := s.Tokens[verb].Head; s.Tokens[verb].Is("acl") && tables().roles["duties"][s.Tokens[noun].Lemma] && s.Tokens[noun].Head >= 0 {
		return s.Subject(s.Tokens[noun].Head) // "Sudmark has a duty to withdraw"
	}
	if subject := s.Subject(verb); subject >= 0 || !s.Tokens[verb].Is("xcomp") {
		return subject
	}
	return s.Child(s.Tokens[verb].Head, "nsubj") // "the siege has to be lifted"
}

// modalOver finds the modal word that a verb stands under, as its lemma.
func modalOver(s *english.Sentence, verb int) (word string, denied bool) {
	for child := range s.Children(verb) {
		if !s.Tokens[child].Is("aux") {
			continue
		}
		switch w := strings.ToLower(s.Tokens[child].Text); w {
		case "must", "should", "shall", "ought", "can", "will":
			if subject := s.Child(verb, "nsubj", "expl"); subject > child {
				return "", false // "should a threat arise", "should they be freed?"
			}
			return w, s.Negated(verb)
		case "ca", "cannot":
			return "can", true
		case "wo", "'ll", "’ll":
			return "will", s.Negated(verb)
		}
	}
	t := &s.Tokens[verb]
	if t.Is("acl") && s.Infinitive(verb) && tables().roles["duties"][s.Tokens[t.Head].Lemma] && s.Tokens[t.Head].Is("obj") {
		return "must", s.Negated(verb) // "has a duty to withdraw"
	}
	if t.Is("xcomp") && t.Head >= 0 && s.Infinitive(verb) {
		switch over := s.Tokens[t.Head].Lemma; over {
		case "need", "have", "ought":
			if s.Child(t.Head, "obj") < 0 {
				return over, s.Negated(t.Head)
			}
		}
	}
	return "", false
}

func modalStance(word string, denied bool) parley.Stance {
	if m := tables().modals[word]; denied {
		return m.denied
	} else {
		return m.stance
	}
}

// ownObligation is the stance of somebody who says that his own side must or
// must not do something.
func ownObligation(word string, denied bool) parley.Stance {
	switch {
	case word == "will" || word == "can":
		return "" // a deed
	case denied:
		return parley.Rejects
	}
	return parley.Supports
}

// refusedDeed is the stance of a speaker who says that something will not be
// done: "will not be tolerated".
func refusedDeed(s *english.Sentence, verb int, denied bool) parley.Stance {
	if !denied {
		return ""
	}
	if tables().roles["deploys"][s.Tokens[verb].Lemma] {
		return parley.Rejects // "will not be sent" tells a plan
	}
	if slices.ContainsFunc(tables().deeds[s.Tokens[verb].Lemma], func(d deed) bool { return d.denied == parley.Rejects }) {
		return parley.RedLine
	}
	return ""
}

// ownSide tells whether a subject is the speaker's own side.
func (f *finder) ownSide(sentence, subject int, party string) bool {
	if subject < 0 {
		return false
	}
	s := &f.in.Text.Sentences[sentence]
	switch strings.ToLower(s.Tokens[subject].Text) {
	case "we", "i":
		return true
	}
	if m, ok := f.in.Cast.At(sentence, subject); ok {
		return m.Affiliation == party
	}
	if owner := s.Child(subject, "nmod:poss"); owner >= 0 {
		switch strings.ToLower(s.Tokens[owner].Text) {
		case "our", "my":
			return true
		}
		m, ok := f.in.Cast.At(sentence, owner)
		return ok && m.Affiliation == party
	}
	return false
}

// readOnlyThen reads what a speaker says that a thing comes about with alone: "the war will only end with
// the release of the hostages".
func (f *finder) readOnlyThen(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	how, told := auxiliaryMood(s, verb)
	isPossible := s.Tokens[verb].UPOS == "ADJ" && s.Child(verb, "nsubj") >= 0 &&
		tables().judgements[s.Tokens[verb].Lemma].negated == parley.Rejects
	may := told && how.ahead() || isPossible
	speaker, spoken := f.speakerAt(sentence, verb)
	if !spoken || !may || s.Negated(verb) || hypothetical(s, verb) {
		return false
	}
	only := false
	for child := range s.Children(verb) {
		only = only || child < verb && s.Tokens[child].Lemma == "only"
		subject := s.Child(child, "nsubj", "nsubj:pass")
		if child < verb || !saysAfterWhat(s, child) {
			continue
		}
		first, _ := s.Subtree(child)
		if !only && !strings.EqualFold(s.Tokens[first].Text, "only") || f.ownSide(sentence, subject, speaker.party) {
			continue
		}
		hung := best(f.targets(sentence, verb, scope{subject: true, itself: true, without: child}))
		hung = slices.DeleteFunc(hung, func(m lexicon.IssueMatch) bool { return !refusable(m.Issue) })
		held := f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Conditional, certainty: .5}, []holder{speaker}, hung)
		issues := best(f.targets(sentence, child, scope{subject: true, itself: true, fellows: true, without: -1}))
		issues = slices.DeleteFunc(issues, func(m lexicon.IssueMatch) bool {
			return held && (broad(m.Issue) || len(hung) > 0 && m.Issue == hung[0].Issue)
		})
		return f.takeAll(taken{sentence: sentence, token: child, stance: parley.Demands, certainty: .5}, []holder{speaker}, issues) || held
	}
	return false
}

// quoted tells whether a quotation has opened before a token in its sentence: what would be
// is then not what is to be.
func quoted(s *english.Sentence, token int) bool {
	return slices.ContainsFunc(s.Tokens[:token], func(t english.Token) bool { return t.Lemma == `"` })
}

// toNegotiate tells whether a verb says of another side that it is to talk, or of the speaker's own that it needs to: "the
// two should negotiate".
func (f *finder) toNegotiate(sentence, verb, subject int, word, party string) bool {
	if !tables().roles["meets"][f.in.Text.Sentences[sentence].Tokens[verb].Lemma] {
		return false
	}
	return f.otherSide(sentence, subject, party) || word == "need" && f.ownSide(sentence, subject, party)
}

// saidAlone tells whether a noun is all that is said, with nothing before it but a quotation mark or a colon: "No
// concessions".
func saidAlone(s *english.Sentence, noun int) bool {
	t, det := &s.Tokens[noun], s.Child(noun, "det")
	behind := det > 0 && s.Tokens[det-1].Text == ":" // "Kovar: no talks"
	apart := t.Head < 0 || t.Is("ccomp") || t.Is("parataxis") || behind && t.Is("appos") || det == 0 && secondSubject(s, noun)
	if !apart || s.Child(noun, "cop", "nsubj") >= 0 {
		return false
	}
	return noun == 0 || det <= 0 || behind || s.Tokens[det-1].Lemma == `"`
}

// dutyOfOther tells whether a verb says that another side than a party is to do something, and not to let something be.
func (f *finder) dutyOfOther(sentence, verb, subject int, party string) bool {
	t := &f.in.Text.Sentences[sentence].Tokens[verb]
	return t.UPOS == "VERB" && !tables().roles["shuns"][t.Lemma] && f.otherSide(sentence, subject, party)
}

// saysAfterWhat tells whether a phrase or clause is one of what must come first: "with the release", "after the vote", "if they leave".
func saysAfterWhat(s *english.Sentence, head int) bool {
	if prep := s.Case(head); prep == "with" || prep == "after" && s.Tokens[head].Is("obl") {
		return true
	}
	return s.Tokens[head].Is("advcl") && (conditional(s, head) || marked(s, head, "after"))
}
