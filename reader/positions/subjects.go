package positions

import (
	"strings"

	"github.com/parleyrecord/parley/english"
)

// readySubject is who takes the stance of an adjective: "it was ready", where who is ready is somebody, though
// the parse takes the word for empty; -1 where none is told.
func (f *finder) readySubject(sentence, token int) int {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[token]
	if below := s.Child(token, "xcomp"); s.Child(token, "nsubj") < 0 && below >= 0 && s.Tokens[below].UPOS != "VERB" {
		return -1 // "it was determined to be an accident"
	}
	if t.Is("advcl") && s.Tokens[t.Head].Lemma == "more" && marked(s, token, "than") { // "is more than willing"
		return s.Child(t.Head, "nsubj")
	}
	if subject := s.Child(token, "nsubj", "expl"); subject >= 0 || !t.Is("xcomp") && !t.Is("conj") || t.Head < 0 {
		return f.inTitle(sentence, token, subject)
	} else if t.Is("conj") { // "was disappointed and ready to act"
		return s.Child(t.Head, "nsubj")
	}
	return s.Subject(t.Head)
}

// sameAsIt is the subject of the verb before, where "it" stands for that: "his country would allow food but it
// would not withdraw"; else the subject itself.
func sameAsIt(s *english.Sentence, subject int) int {
	if subject < 0 || !strings.EqualFold(s.Tokens[subject].Text, "it") {
		return subject
	}
	verb := s.Tokens[subject].Head
	if verb < 0 || !s.Tokens[verb].Is("conj") {
		return subject
	}
	if same := s.Child(s.Tokens[verb].Head, "nsubj"); same >= 0 && s.Tokens[same].UPOS != "PRON" {
		return same
	}
	return subject
}

// subjectOf is the token whose stance a word takes; -1 where none is told.
func (f *finder) subjectOf(sentence, token int) int {
	s := &f.in.Text.Sentences[sentence]
	switch t := &s.Tokens[token]; t.UPOS {
	case "NOUN":
		if tables().roles["holders"][t.Lemma] { // "Norland has been a strong advocate of talks"
			return s.Child(token, "nsubj")
		}
		return f.ownerOf(sentence, token)
	case "ADJ":
		return f.readySubject(sentence, token)
	}
	if adjectival(s, token) || len(tables().stances["VERB"][s.Tokens[token].Lemma]) == 0 && len(participleWords(s, token)) > 0 {
		if over := s.Tokens[token].Head; s.Tokens[token].Is("xcomp") && over >= 0 { // "remains committed"
			return s.Subject(over)
		}
		return s.Child(token, "nsubj", "nsubj:pass")
	}
	if tables().roles["engages"][s.Tokens[token].Lemma] && s.Passive(token) && s.Child(token, "obl:agent") < 0 {
		return s.Child(token, "nsubj", "nsubj:pass") // "is not engaged in talks"
	}
	if noun := s.Tokens[token].Head; noun >= 0 && s.Tokens[token].Is("acl") && tables().roles["utmost"][s.Tokens[noun].Lemma] && s.Tokens[noun].Is("obj") {
		return s.Subject(s.Tokens[noun].Head) // "will do everything to free them"
	}
	if among := oneAmong(s, token); among >= 0 {
		return among
	}
	if f.commanded(sentence, token) {
		return s.Subject(s.Tokens[token].Head)
	}
	if noun := s.Tokens[token].Head; noun >= 0 && s.Tokens[token].Is("acl") && (inBillPassed(s, token) || inUtterance(s, token)) {
		return s.Subject(s.Tokens[noun].Head)
	}
	subject := s.Subject(token)
	if over := drawnDown(s, token); over >= 0 {
		subject = over
	} else if near := nearestSubject(s, token); near >= 0 {
		subject = near
	} else if slipped := slippedSubject(s, token); slipped >= 0 {
		subject = slipped
	} else if beside := joinedSubject(s, token); beside >= 0 && f.isSide(sentence, beside) {
		subject = beside
	}
	subject = sameAsIt(s, subject)
	if noun := s.Tokens[token].Head; noun >= 0 && meantBy(s, token, noun) {
		return f.ownerOf(sentence, noun) // "Norland's decision to lift the blockade"
	}
	subject = f.inTitle(sentence, token, subject)
	if subject >= 0 && s.Tokens[subject].UPOS == "NOUN" && subject != s.Child(token, "nsubj") {
		if _, ok := stanceAt(s, subject); ok { // "his readiness to help by offering a venue"
			return f.ownerOf(sentence, subject)
		}
	}
	return subject
}

// inTitle is the office behind a word for a state that a headline's verb or adjective takes for its subject: "Norlandic
// PM ready for talks".
func (f *finder) inTitle(sentence, token, subject int) int {
	s := &f.in.Text.Sentences[sentence]
	if s.Paragraph != 0 || subject < 0 || subject+1 >= token || s.Tokens[subject].UPOS != "ADJ" {
		return subject
	}
	if m, ok := f.in.Cast.At(sentence, subject+1); ok && m.First <= subject+1 && m.Affiliation != "" {
		return subject + 1
	}
	return subject
}

// drawnDown is the subject of a finite verb that the parse coordinates with an infinitive though it goes on from
// the verb over that: "is under pressure to talk but wants guarantees"; -1 for none.
func drawnDown(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	if !t.Is("conj") || t.Head < 0 || !s.Infinitive(t.Head) || s.Child(verb, "nsubj", "nsubj:pass") >= 0 || !finiteForm(s, verb) {
		return -1
	}
	for at := s.Tokens[t.Head].Head; at >= 0; at = s.Tokens[at].Head {
		if subject := s.Child(at, "nsubj"); subject >= 0 && !s.Infinitive(at) {
			return subject
		}
	}
	return -1
}

// finiteForm tells whether a verb stands in a tense, by its form or that of its auxiliary.
func finiteForm(s *english.Sentence, verb int) bool {
	if t := &s.Tokens[verb]; t.XPOS == "VBZ" || t.XPOS == "VBD" {
		return true
	}
	aux := s.Child(verb, "aux")
	return aux >= 0 && (s.Tokens[aux].XPOS == "VBZ" || s.Tokens[aux].XPOS == "VBD")
}

// inBillPassed tells whether a verb says what is in a bill that somebody passes: "adopted a resolution calling for talks",
// "passed a bill to lift the sanctions".
func inBillPassed(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	bill := &s.Tokens[t.Head]
	if t.XPOS != "VBG" && !tables().roles["bills"][bill.Lemma] {
		return false
	}
	return bill.Is("obj") && tables().roles["passes"][s.Tokens[bill.Head].Lemma]
}

// inUtterance tells whether a verb says what is in an utterance in which somebody says more: "in a statement condemning
// the raids, Norland urged".
func inUtterance(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	return t.XPOS == "VBG" && s.Tokens[t.Head].Is("obl") && s.Case(t.Head) == "in" && tables().roles["utterances"][s.Tokens[t.Head].Lemma]
}

// commanded tells whether a verb is what somebody orders his own side to do: "orders the army to halt the
// offensive".
func (f *finder) commanded(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	over := s.Tokens[verb].Head
	if !s.Tokens[verb].Is("xcomp") && !s.Tokens[verb].Is("advcl") || over < 0 {
		return false
	}
	if !tables().roles["bids"][s.Tokens[over].Lemma] || !s.Infinitive(verb) {
		return false
	}
	own, who := s.Child(over, "obj"), s.Subject(over)
	if own < 0 || who < 0 {
		return false
	}
	m, _ := f.in.Cast.At(sentence, who)
	return m != nil && f.ownForces(sentence, own, m.Affiliation)
}

// ownForces tells whether a noun names the forces or officials of a party, or does not say whose: his who orders
// them about.
func (f *finder) ownForces(sentence, noun int, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	if _, foreign := f.demonymOf(sentence, noun, noun); foreign || s.Child(noun, "nmod") >= 0 || !tables().forces[s.Tokens[noun].Lemma] && !tables().sides[s.Tokens[noun].Lemma] {
		return false
	}
	m, ok := f.in.Cast.At(sentence, noun)
	return !ok || m.Affiliation == party || m.Affiliation == ""
}

// oneAmong is who is told to be among those who do a thing: "Norland was among the nations to
// condemn the raid"; -1 where nobody is.
func oneAmong(s *english.Sentence, verb int) int {
	noun := s.Tokens[verb].Head
	t := &s.Tokens[verb]
	if !t.Is("acl") || noun < 0 || t.Is("acl:relcl") && relativePronoun(s, verb) < 0 {
		return -1
	}
	if order := s.Child(noun, "amod"); order >= 0 && s.Infinitive(verb) && tables().roles["orders"][s.Tokens[order].Lemma] {
		if s.Tokens[noun].Is("xcomp") && s.Tokens[noun].Head >= 0 { // "becomes the first country to recognize it"
			return s.Subject(s.Tokens[noun].Head)
		}
		return s.Child(noun, "nsubj")
	}
	if s.Case(noun) != "among" {
		return -1
	}
	return s.Child(noun, "nsubj")
}

// relativePronoun is the "who" or "that" which a relative clause has for its subject; -1 for none.
func relativePronoun(s *english.Sentence, verb int) int {
	subject := s.Child(verb, "nsubj")
	if subject < 0 {
		return -1
	}
	switch s.Tokens[subject].Lemma {
	case "who", "that", "which":
		return subject
	}
	return -1
}

// nearestSubject is the subject that stands right before a verb where the parse gives it
// several ("told the league it would leave"), or the "it" that the parse takes for empty
// though the verb over it tells an intention ("it plans to leave"); -1 else.
func nearestSubject(s *english.Sentence, verb int) int {
	near, count := -1, 0
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("nsubj") && child < verb {
			near, count = child, count+1
		}
	}
	if count > 1 && s.Tokens[near].UPOS == "PRON" {
		return near
	}
	if over := s.Tokens[verb].Head; count == 0 && over >= 0 && s.Tokens[verb].Is("xcomp") && tables().intents[s.Tokens[over].Lemma] != unreal && s.Child(over, "nsubj") < 0 {
		return s.Child(over, "expl")
	}
	return -1
}

// slippedSubject is the subject that the parse takes for what "after" or "before" governs,
// right before a verb that has none: "two days after Norland and Sudmark called for"; -1
// where there is none.
func slippedSubject(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	finite := t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "VBN" && t.Is("advcl")
	if !finite || s.Child(verb, "nsubj", "nsubj:pass", "expl", "csubj") >= 0 {
		return -1
	}
	for noun := verb - 1; noun >= 0; noun-- {
		t := &s.Tokens[noun]
		if first, last := s.Subtree(noun); t.Is("obl") && last == verb && (follows(s, first) || follows(s, first+1)) {
			return noun
		}
		if t.UPOS == "VERB" || t.Text == ";" {
			break
		}
	}
	return -1
}

// joinedSubject is the noun right before a finite verb that the parse joins to the object of the verb before: "Norland
// went on with its raids and the opposition rejected the plan"; -1 for none.
func joinedSubject(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	if verb == 0 || !t.Is("conj") || t.XPOS != "VBD" && t.XPOS != "VBZ" || s.Child(verb, "nsubj", "nsubj:pass", "cc") >= 0 {
		return -1
	}
	noun := &s.Tokens[verb-1]
	if !noun.Is("conj") || s.Child(verb-1, "cc") < 0 || noun.Head < 0 {
		return -1
	}
	if first := &s.Tokens[noun.Head]; !first.Is("obj") || first.Head != t.Head {
		return -1
	}
	return verb - 1
}

// isSide tells whether a noun or name tells a party or those against one.
func (f *finder) isSide(sentence, token int) bool {
	lemma := f.in.Text.Sentences[sentence].Tokens[token].Lemma
	_, somebody := f.in.Cast.At(sentence, token)
	return somebody || tables().opposed[lemma] || tables().sides[lemma]
}

// follows tells whether a token stands right behind "after" or "before".
func follows(s *english.Sentence, token int) bool {
	return token > 0 && (strings.EqualFold(s.Tokens[token-1].Text, "after") || strings.EqualFold(s.Tokens[token-1].Text, "before"))
}

// meantBy tells whether a noun for what somebody means or has decided is told by an infinitive or a gerund what that is.
func meantBy(s *english.Sentence, token, noun int) bool {
	told := s.Tokens[token].Is("acl") && (s.Infinitive(token) || marked(s, token, "of"))
	return told && s.Tokens[noun].UPOS == "NOUN" && tables().intents[s.Tokens[noun].Lemma] != unreal
}
