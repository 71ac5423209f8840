package positions

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// readSiding reads on whose side somebody says that he is: "we are against the war", "Norland is
// in favour of talks", "its parliament voted in favour of a truce".
func (f *finder) readSiding(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	favour := issuesFavour(s, noun)
	predicate := noun
	if over := s.Tokens[noun].Head; favour && over >= 0 && tables().roles["avows"][s.Tokens[over].Lemma] {
		predicate = over
	}
	subject := s.Child(predicate, "nsubj")
	verbal := s.Tokens[predicate].XPOS == "VBG" && s.Child(predicate, "aux") >= 0 // "is against arming them"
	if subject < 0 || predicate == noun && s.Child(noun, "cop") < 0 && !verbal || hypothetical(s, predicate) {
		return false
	}
	if how, _ := moodOf(s, predicate); predicate != noun && how != done {
		return false
	}
	stance, of := parley.Rejects, scope{itself: true, fellows: true, without: subject}
	if favour {
		stance, of.itself = parley.Supports, false
	} else if preposition(s, noun) != "against" {
		return false
	}
	if s.Negated(predicate) {
		stance = turnedOver[stance]
	}
	if fellow := s.Child(noun, "conj"); fellow >= 0 && s.Tokens[fellow].UPOS == "VERB" {
		of.fellows = false // "is against sanctions and wants talks"
	}
	holders, own := f.saidOf(sentence, predicate, subject)
	if !own {
		return false
	}
	issues := best(f.targets(sentence, noun, of))
	return f.takeAll(taken{sentence: sentence, token: noun, stance: stance, certainty: .6}, holders, issues)
}

// turnedOver is the stance of who is not on a side.
var turnedOver = map[parley.Stance]parley.Stance{parley.Rejects: "", parley.Supports: parley.Rejects}

// issuesFavour tells whether a noun is that of "in favour of".
func issuesFavour(s *english.Sentence, noun int) bool {
	return tables().roles["favours"][s.Tokens[noun].Lemma] && s.Case(noun) == "in"
}

// saidOf is who the subject of a predicate is: the speaker for "we", else the parties that it
// names; own tells that they say it themselves, or the outlet of them.
func (f *finder) saidOf(sentence, token, subject int) (holders []holder, own bool) {
	s := &f.in.Text.Sentences[sentence]
	speaker, spoken := f.speakerAt(sentence, token)
	if ofSpeaker(&s.Tokens[subject]) {
		return []holder{speaker}, spoken
	}
	own = !spoken
	for _, m := range f.in.Cast.Members(sentence, subject) {
		for _, who := range f.holdersBy(m) {
			holders = append(holders, who)
			own = own || speaker.isOf(who.party)
		}
	}
	return holders, own && len(holders) > 0
}

// readNo reads to what somebody says no or yes: "Norland says no to talks".
func (f *finder) readNo(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	if verb+2 >= len(s.Tokens) || !tables().roles["says"][s.Tokens[verb].Lemma] || s.Tokens[verb+2].Lemma != "to" || hypothetical(s, verb) {
		return false
	}
	stance := parley.Accepts
	switch answer := strings.ToLower(s.Tokens[verb+1].Text); {
	case tables().roles["noes"][answer]:
		stance = parley.Rejects
	case !tables().roles["yeses"][answer]:
		return false
	}
	how, denied := moodOf(s, verb)
	holders, own := f.holdersOf(sentence, verb)
	if how != done || denied || !own {
		return false
	}
	issues := best(f.targets(sentence, verb, scope{without: -1}))
	return f.takeAll(taken{sentence: sentence, token: verb + 1, stance: stance, certainty: .6}, holders, issues)
}

// readNeeded reads what a speaker says that there is need of: "a truce is urgently needed".
func (f *finder) readNeeded(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Child(verb, "nsubj:pass", "nsubj")
	if !tables().roles["needed"][strings.ToLower(s.Tokens[verb].Text)] || subject < 0 || !s.Passive(verb) {
		return false
	}
	if s.Child(verb, "obl:agent", "xcomp") >= 0 || hypothetical(s, verb) {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, verb)
	if how, _ := moodOf(s, verb); !spoken || how != done {
		return false
	}
	stance := parley.Demands
	if s.Negated(verb) || s.HasNo(subject) {
		stance = parley.Rejects
	}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: stance, certainty: .5}, []holder{speaker}, f.issuesInPhrase(sentence, subject))
}

// readUpTo reads whom a speaker holds to be the one to do a thing: "it is up to Sudmark to lift
// the blockade".
func (f *finder) readUpTo(sentence, side int) bool {
	s := &f.in.Text.Sentences[sentence]
	deed := s.Child(side, "advcl", "acl", "csubj")
	if deed < side || !s.Infinitive(deed) || !upTo(s, side) || hypothetical(s, side) {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, side)
	if !spoken || !f.otherSide(sentence, side, speaker.party) {
		return false
	}
	return f.takeAll(taken{sentence: sentence, token: deed, stance: parley.Demands, certainty: .5}, []holder{speaker}, f.issuesInPhrase(sentence, deed))
}

// upTo tells whether "is up to" stands right before a phrase.
func upTo(s *english.Sentence, head int) bool {
	first := head
	for first > 0 && s.Tokens[first-1].Head == head && qualifies(&s.Tokens[first-1]) {
		first--
	}
	if first < 3 || s.Tokens[first-3].Lemma != "be" {
		return false
	}
	return strings.EqualFold(s.Tokens[first-2].Text, "up") && strings.EqualFold(s.Tokens[first-1].Text, "to")
}

// qualifies tells whether a word stands before its noun as a part of its phrase.
func qualifies(t *english.Token) bool {
	return t.Is("det") || t.Is("amod") || t.Is("compound") || t.Is("nmod")
}
