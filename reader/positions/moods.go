package positions

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// mood is how far a deed has come.
type mood uint8

const (
	unreal   mood = iota // imagined, asked about, wished for or asked of somebody
	done                 // done, under way or a habit
	planned              // to be done
	possible             // may be done
	owed                 // must or should be done
)

// ahead tells whether a deed is to be done or may be.
func (m mood) ahead() bool { return m == planned || m == possible }

// moodOf reads from auxiliaries, tense and the word over it how far a verb's
// deed has come, and whether that is denied.
func moodOf(s *english.Sentence, verb int) (how mood, denied bool) {
	if hypothetical(s, verb) {
		return unreal, false
	}
	if yetTo(s, verb) {
		return done, true
	}
	denied = s.Negated(verb) || inNoCase(s, verb)
	how, told := auxiliaryMood(s, verb)
	t := &s.Tokens[verb]
	if how == planned && t.Is("ccomp") && t.Head >= 0 && tables().roles["announces"][s.Tokens[t.Head].Lemma] && s.Tokens[t.Head].XPOS == "VBD" {
		return done, denied // what was announced is settled: "announced it would pause"
	}
	if how == planned && t.XPOS == "VBG" && t.Is("ccomp") && t.Head >= 0 && s.Tokens[t.Head].XPOS == "VBD" {
		return done, denied // "said it would be suspending"
	}
	if told {
		return how, denied
	}
	if s.Paragraph == 0 && s.Infinitive(verb) && s.Child(verb, "nsubj") >= 0 {
		return planned, denied // a headline: "Norland to lift sanctions"
	}
	if t.Is("advcl") && (marked(s, verb, "by") || marked(s, verb, "in") && t.Head >= 0 && tables().roles["joinsin"][s.Tokens[t.Head].Lemma]) {
		return done, denied // "joined the others in urging"
	}
	if t.Head < 0 {
		return finite(t), denied
	}
	if t.XPOS == "VBG" && t.Is("acl") && marked(s, verb, "of") { // "no intention of lifting"
		return moodUnder(s, verb, t.Head)
	}
	if how, ok := moodOfParticiple(s, verb); ok {
		return how, denied
	}
	if t.Is("conj") && t.Feat("VerbForm") != "Fin" && s.Tokens[t.Head].UPOS == "VERB" && s.Child(verb, "nsubj") < 0 {
		if over := &s.Tokens[t.Head]; t.XPOS == "VB" && (over.XPOS == "VBD" || over.XPOS == "VBZ") {
			return unreal, false // a bare infinitive goes on from another one
		}
		how, over := moodOf(s, t.Head)
		return how, denied || over
	}
	if s.Infinitive(verb) {
		if t.Is("conj") {
			return unreal, false
		}
		how, over := moodUnder(s, verb, t.Head)
		return how, denied != over
	}
	if t.XPOS == "VBG" && (t.Is("xcomp") || t.Is("ccomp") || t.Is("obj")) && putsOff(s, t.Head) {
		return unreal, false // "delayed signing the pact"
	}
	if t.Is("xcomp") {
		how, over := moodOf(s, t.Head)
		return how, denied != over
	}
	return finite(t), denied
}

// moodOfParticiple is how far a deed has come that a participle adds to what stands before it, where it does.
func moodOfParticiple(s *english.Sentence, verb int) (how mood, ok bool) {
	t := &s.Tokens[verb]
	if t.XPOS != "VBG" || s.Child(verb, "mark") >= 0 {
		return done, false
	}
	switch {
	case t.Is("acl"): // "a statement calling for talks"
		return done, true
	case trails(s, verb): // "said that Norland might fall, calling for talks"
		how, _ = moodOf(s, s.Tokens[t.Head].Head)
		return how, true
	case (t.Is("advcl") || t.Is("ccomp") && verb > 0 && s.Tokens[verb-1].Text == ",") && s.Tokens[t.Head].UPOS == "VERB":
		how, _ = moodOf(s, t.Head) // "spoke on Monday, calling for talks"
		return how, true
	}
	return done, false
}

// putsOff tells whether a verb, alone or with "off", says that what it governs waits: "delay", "hold off".
func putsOff(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	return t.UPOS == "VERB" && (tables().roles["defers"][t.Lemma] || tables().roles["defersoff"][t.Lemma] && particleWith(s, verb, "off", false))
}

// inNoCase tells whether a phrase denies a verb: "will under no circumstances discuss".
func inNoCase(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if tables().roles["cases"][s.Tokens[child].Lemma] && s.Case(child) != "" && s.HasNo(child) {
			return true
		}
	}
	return false
}

// finite is the mood of a verb without auxiliary or governor.
func finite(t *english.Token) mood {
	if t.XPOS == "VB" || t.XPOS == "VBG" {
		return unreal
	}
	return done
}

// moodUnder is the mood of a verb that stands as an infinitive or gerund below a word.
func moodUnder(s *english.Sentence, verb, head int) (how mood, denied bool) {
	if head < 0 {
		return planned, false
	}
	t := &s.Tokens[head]
	if s.Case(head) == "among" && s.Child(head, "nsubj") >= 0 { // "was among the nations to condemn"
		return done, false
	}
	if order := s.Child(head, "amod"); order >= 0 && t.UPOS == "NOUN" && tables().roles["orders"][s.Tokens[order].Lemma] { // "becomes the first country to recognize it"
		return done, false
	}
	if noun := s.Child(head, "xcomp"); t.UPOS == "VERB" && noun >= 0 && noun < verb && below(s, noun, tables().roles["orders"]) { // the same, hung on the verb
		return moodOf(s, head)
	}
	if over := t.Head; over >= 0 && t.Is("obj") && tables().roles["bills"][t.Lemma] && tables().roles["passes"][s.Tokens[over].Lemma] {
		return moodOf(s, over) // "passed a bill to lift the sanctions"
	}
	if t.Lemma == "go" && t.XPOS != "VBG" {
		return unreal, false
	}
	if does := t.Head; t.Is("obj") && s.Tokens[does].Lemma == "do" && tables().roles["utmost"][t.Lemma] {
		return moodOf(s, does) // "will do everything to bring them home"
	}
	if tables().roles["joinsin"][t.Lemma] && t.UPOS == "VERB" { // "joined the others to call on"
		return moodOf(s, head)
	}
	if tables().roles["errands"][t.Lemma] && t.UPOS == "VERB" && s.Tokens[verb].Is("advcl") {
		if _, ok := stanceAt(s, verb); ok { // "summoned the envoy to protest against the raids"
			return moodOf(s, head)
		}
	}
	if tables().roles["hesitates"][t.Lemma] { // "will not hesitate to act"
		over, denied := moodOf(s, head)
		return over, !denied
	}
	how, ok := tables().intents[t.Lemma]
	if !ok {
		return unreal, false
	}
	if t.UPOS != "VERB" {
		if det := s.Child(head, "det"); det >= 0 && strings.EqualFold(s.Tokens[det].Text, "any") && !(t.Head >= 0 && s.Negated(t.Head)) {
			return unreal, false // "doubts that they have any plans to leave"
		}
		return how, s.Negated(head) || s.HasNo(head) || givenUp(s, head)
	}
	over, denied := moodOf(s, head)
	if over == unreal || over == owed || how == owed {
		return unreal, false
	}
	if over == done {
		return how, denied
	}
	return over, denied
}

// givenUp tells whether a plan or the like is told to be no more: "has shelved plans to join".
func givenUp(s *english.Sentence, noun int) bool {
	t := &s.Tokens[noun]
	if t.Head < 0 || !t.Is("obj") && !t.Is("nsubj:pass") || s.Negated(t.Head) {
		return false
	}
	over := s.Tokens[t.Head].Lemma
	return s.Tokens[t.Head].UPOS == "VERB" && (tables().aims["ends"][over] || tables().reversals[over] != nil)
}

// auxiliaryMood is the mood that a verb's auxiliaries give it, where they do.
func auxiliaryMood(s *english.Sentence, verb int) (how mood, told bool) {
	for child := range s.Children(verb) {
		if !s.Tokens[child].Is("aux") {
			continue
		}
		switch strings.ToLower(s.Tokens[child].Text) {
		case "is", "are", "was", "were", "be", "been", "'s", "’s", "'re", "’re", "am", "'m", "’m":
			if s.Tokens[verb].XPOS == "VBG" && !told {
				how, told = done, true
			}
		case "will", "'ll", "’ll", "wo", "would", "'d", "’d":
			how, told = planned, true
		case "may", "might", "could", "can", "ca":
			how, told = possible, true
		case "must", "should", "shall", "ought":
			how, told = owed, true
		case "have", "’ve", "'ve":
			if told { // "should have accepted"
				return unreal, true
			}
		case "do", "does", "did":
			return done, true
		}
	}
	return how, told
}

// yetTo tells whether a decision or a consent is still to come: "has yet to decide", "is yet to
// accept it".
func yetTo(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	if t.Head < 0 || verb < 3 || !s.Infinitive(verb) {
		return false
	}
	yet := t.Is("xcomp") && s.Tokens[t.Head].Lemma == "have" && opensClause(s, t.Head, "yet")
	if over := s.Tokens[verb-3].Lemma; strings.EqualFold(s.Tokens[verb-2].Text, "yet") {
		yet = over == "have" || over == "be" // whatever the parse hangs the infinitive on
	}
	w, ok := stanceAt(s, verb)
	return yet && ok && (w.negated == parley.Undecided || w.stance == parley.Accepts)
}
