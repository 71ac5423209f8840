package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// readAbsence reads that something is not to be, as a speaker says it: "there
// will be no concessions", "there can be no deal without".
func (f *finder) readAbsence(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[token]
	if t.Lemma != "be" {
		return false
	}
	going := t.Is("xcomp") && t.Head >= 0 && s.Tokens[t.Head].Lemma == "go" && s.Tokens[t.Head].XPOS == "VBG"
	if s.Child(token, "expl") < 0 && !(going && thereOver(s, t.Head)) {
		return false
	}
	subject := s.Child(token, "nsubj")
	if subject >= 0 && s.Tokens[subject].Deprel == "nsubj:outer" { // "the truth is that there can be no peace without"
		subject = thingThere(s, token)
	}
	word, _ := modalOver(s, token)
	if going {
		word = "will"
		if subject < 0 {
			subject = s.Child(t.Head, "nsubj")
		}
	}
	if f.readNeedFor(sentence, token, subject) {
		return true
	}
	if how, _ := auxiliaryMood(s, token); word == "" && how == planned && s.Tokens[token].Is("ccomp") && !quoted(s, token) {
		word = "will" // "said there would be no"
	} else if word == "" && how == possible && s.Tokens[token].Is("ccomp") {
		word = "can" // "said there could be no"
	}
	if f.readNothing(sentence, token, subject) || f.readPointless(sentence, token, subject) {
		return true
	}
	if subject < 0 || word != "will" && word != "can" && (word != "" || t.XPOS != "VBZ" && t.XPOS != "VBP") || !s.HasNo(subject) {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, token)
	if !spoken {
		return false
	}
	if way := f.noOtherWay(sentence, subject); len(way) > 0 {
		return f.takeAll(taken{sentence: sentence, token: token, stance: parley.Supports, certainty: .6}, []holder{speaker}, way)
	}
	issues := f.issuesInPhrase(sentence, subject)
	if word == "" { // "there are no negotiations", "there is no military solution"
		issues = slices.DeleteFunc(issues, func(m lexicon.IssueMatch) bool {
			return (m.Issue != "talks" || m.Weight < 4) && (m.Issue != "military-action" || m.First == m.Last) || m.Last != subject
		})
	}
	if f.readProviso(sentence, token, speaker) {
		hung := slices.DeleteFunc(issues, func(m lexicon.IssueMatch) bool { return !refusable(m.Issue) || m.Last > subject })
		f.takeAll(taken{sentence: sentence, token: token, stance: parley.Conditional, certainty: .5}, []holder{speaker}, hung)
		return true
	}
	return f.takeAll(taken{sentence: sentence, token: token, stance: parley.Rejects, certainty: .6}, []holder{speaker}, issues)
}

// refusable tells whether an issue is one that a speaker refuses by saying that there is to be none of it.
func refusable(issue string) bool { return tables().issues["refusable"][issue] }

// readNone reads what a speaker will have none of, told without a verb: "no talks as long as the siege goes on".
func (f *finder) readNone(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[noun]
	if t.UPOS != "NOUN" || !s.HasNo(noun) || !saidAlone(s, noun) {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, noun)
	issues := slices.DeleteFunc(f.issuesUnder(sentence, noun), func(m lexicon.IssueMatch) bool {
		return m.Last != noun || !refusable(m.Issue)
	})
	return spoken && f.takeAll(taken{sentence: sentence, token: noun, stance: parley.Rejects, certainty: .5}, []holder{speaker}, issues)
}

// readNoneDone reads what a speaker says will not come about: "no deal will be signed until they withdraw".
func (f *finder) readNoneDone(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	thing := s.Child(verb, "nsubj:pass")
	if thing < 0 || !s.HasNo(thing) || s.Tokens[thing].UPOS != "NOUN" || s.Child(verb, "obl:agent") >= 0 || hypothetical(s, verb) {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, verb)
	if how, told := auxiliaryMood(s, verb); !spoken || !told || !how.ahead() {
		return false
	}
	issues := slices.DeleteFunc(f.issuesInPhrase(sentence, thing), func(m lexicon.IssueMatch) bool {
		return m.Last != thing || !refusable(m.Issue)
	})
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Rejects, certainty: .5}, []holder{speaker}, issues)
}

// readOff reads what somebody says is no more, of talks only where he says what they wait for: "the truce is dead",
// "declared the truce over", "the talks are off until they withdraw".
func (f *finder) readOff(sentence, word int) bool {
	s := &f.in.Text.Sentences[sentence]
	if !isOff(s, word) {
		return false
	}
	thing, holders := s.Child(word, "nsubj"), []holder(nil)
	if verb := s.Tokens[word].Head; verb >= 0 && declaredOff(s, verb) == word {
		thing = s.Child(verb, "obj")
		holders, _ = f.holdersOf(sentence, verb)
	} else if speaker, spoken := f.speakerAt(sentence, word); spoken && thing >= 0 && s.Child(word, "cop") >= 0 && !s.Negated(word) && !hypothetical(s, word) {
		holders = []holder{speaker}
	}
	if len(holders) == 0 {
		return false
	}
	waits := s.Child(word, "advcl")
	waiting := waits >= 0 && waitsFor(s, waits)
	issues := f.issuesUnder(sentence, thing)
	for i := range issues {
		if f.matterOf(sentence, issues[i]) == "talks" {
			issues[i].Issue = "talks" // "trade talks"
		}
	}
	issues = slices.DeleteFunc(issues, func(m lexicon.IssueMatch) bool {
		return m.Last > thing || !consents(m.Issue) && !(m.Issue == "talks" && waiting)
	})
	return f.takeAll(taken{sentence: sentence, token: word, stance: parley.Rejects, certainty: .5}, holders, issues)
}

// isOff tells whether a word says of a thing that it is no more.
func isOff(s *english.Sentence, word int) bool {
	return tables().roles["off"][strings.ToLower(s.Tokens[word].Text)]
}

// declaredOff is the word by which a verb says of its object that it is no more: "declared the truce dead"; -1 for none.
func declaredOff(s *english.Sentence, verb int) int {
	if !tables().roles["pronounces"][s.Tokens[verb].Lemma] || s.Negated(verb) {
		return -1
	}
	object := s.Child(verb, "obj")
	for child := range s.Children(verb) {
		if object >= 0 && child > object && isOff(s, child) && (s.Tokens[child].Is("xcomp") || s.Tokens[child].Is("advmod")) {
			return child
		}
	}
	return -1
}

// thereOver tells whether "there" stands for the subject of a verb or of the one over it: "there is going to be no war".
func thereOver(s *english.Sentence, verb int) bool {
	over := s.Tokens[verb].Head
	return s.Child(verb, "expl") >= 0 || over >= 0 && s.Child(over, "expl") >= 0
}

// readNothing reads that a speaker sees nothing to talk about: "there is nothing to negotiate".
func (f *finder) readNothing(sentence, verb, subject int) bool {
	s := &f.in.Text.Sentences[sentence]
	if subject < 0 || s.Tokens[subject].Lemma != "nothing" || hypothetical(s, verb) {
		return false
	}
	below := s.Child(subject, "acl")
	speaker, spoken := f.speakerAt(sentence, verb)
	if below < 0 || !spoken || !s.Infinitive(below) {
		return false
	}
	if lemma := s.Tokens[below].Lemma; !tables().roles["meets"][lemma] && !tables().roles["discusses"][lemma] {
		return false
	}
	talks := []lexicon.IssueMatch{{First: below, Last: below, Issue: "talks", Weight: 4}}
	return f.takeAll(taken{sentence: sentence, token: below, stance: parley.Rejects, certainty: .5}, []holder{speaker}, talks)
}

// readPointless reads what a speaker sees no use in: "there is no point in talks".
func (f *finder) readPointless(sentence, verb, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	if noun < 0 || !s.HasNo(noun) || !tables().roles["points"][s.Tokens[noun].Lemma] || hypothetical(s, verb) {
		return false
	}
	matter := s.Child(noun, "nmod", "acl")
	speaker, spoken := f.speakerAt(sentence, verb)
	if matter < 0 || !spoken {
		return false
	}
	pointless := taken{sentence: sentence, token: noun, stance: parley.Rejects, certainty: .5}
	return f.takeAll(pointless, []holder{speaker}, f.issuesInPhrase(sentence, matter))
}

// readNeedFor reads what a speaker says that there is need of: "there is an urgent need for a truce".
func (f *finder) readNeedFor(sentence, verb, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	if noun < 0 || s.HasNo(noun) || s.Negated(verb) || hypothetical(s, verb) {
		return false
	}
	if lemma := s.Tokens[noun].Lemma; !tables().roles["needs"][lemma] && !tables().roles["duties"][lemma] {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, verb)
	if !spoken {
		return false
	}
	needed := best(f.targets(sentence, noun, scope{fellows: true, without: -1}))
	return f.takeAll(taken{sentence: sentence, token: noun, stance: parley.Demands, certainty: .5}, []holder{speaker}, needed)
}

// noOtherWay is what "there is no alternative to" leads to: talks, a deal or a truce.
func (f *finder) noOtherWay(sentence, noun int) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	to := s.Child(noun, "nmod")
	if !tables().roles["alternatives"][s.Tokens[noun].Lemma] || to < 0 || s.Case(to) != "to" {
		return nil
	}
	return slices.DeleteFunc(f.issuesUnder(sentence, to), func(m lexicon.IssueMatch) bool {
		return m.Issue != "talks" && !consents(m.Issue)
	})
}

// thingThere is what a form of "be" with an empty subject says that there is; -1 for none.
func thingThere(s *english.Sentence, verb int) int {
	for child := range s.Children(verb) {
		if child > verb && s.Tokens[child].Deprel == "nsubj" {
			return child
		}
	}
	return -1
}

// readProviso reads what a speaker says that there can be nothing without: "there can be no
// peace without a withdrawal", "we cannot end the war without talking to them".
func (f *finder) readProviso(sentence, verb int, speaker holder) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Tokens {
		over := s.Tokens[child].Head
		if preposition(s, child) != "without" || over != verb && !(over > verb && s.Tokens[over].Head == verb) {
			continue
		}
		stance := parley.Demands
		if s.Tokens[child].XPOS == "VBG" && s.Child(child, "nsubj") < 0 {
			stance = parley.Supports
		}
		issues := f.issuesInPhrase(sentence, child)
		return f.takeAll(taken{sentence: sentence, token: child, stance: stance, certainty: .5}, []holder{speaker}, issues)
	}
	return false
}
