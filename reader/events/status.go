package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// state is a status with the words that give it.
type state struct {
	is        parley.Status
	span      parley.Span
	certainty float64
	// purpose tells that only what is done for the sake of it is told: "sent troops to seize the town".
	purpose bool
}

// status tells how far an event has come; false where the text does not say
// that it takes place: it is imagined, feared or a condition.
func (f *finder) status(t trigger) (state, bool) {
	if over := leftOpen(&f.in.Text.Sentences[t.sentence], t.token); over >= 0 && t.sense.Type == parley.Consult {
		return state{is: parley.Proposed, span: spanOf(&f.in.Text.Sentences[t.sentence], over), certainty: .5}, true
	}
	if s := &f.in.Text.Sentences[t.sentence]; offHeadline(s, t.token) || f.forborne(s, t) || s.ListedBehind(t.token, tables().nouns["demanded"]) {
		return state{}, false
	}
	st, ok := f.clauseStatus(t)
	if ok && t.sense.Type == parley.Consult && (st.is == parley.Planned || st.is == parley.Proposed) {
		if nothing, came := f.thwarted(t); came {
			return nothing, true
		}
	}
	if !ok || st.is == parley.Happened || st.is == parley.Ongoing {
		return st, ok
	}
	s := &f.in.Text.Sentences[t.sentence]
	verb := s.Clause(t.token)
	if t.support >= 0 {
		verb = t.support
	}
	talks, depends := t.sense.Type == parley.Consult, conditional(s, verb)
	if depends && (!talks || st.is == parley.Cancelled) {
		return state{}, false
	}
	if st.is == parley.Planned && talks && (depends || undecided(s, t.token)) {
		st.is = parley.Proposed
	}
	return st, true
}

// leftOpen is the verb by which somebody is told not to rule out what a word tells: "did not rule out meeting Holm", "has not
// ruled out talks"; -1 where there is none.
func leftOpen(s *english.Sentence, token int) int {
	if t := &s.Tokens[token]; t.UPOS != "VERB" && !t.Is("obj") && s.Case(token) != "of" {
		return -1
	}
	for over := range s.Ancestors(token) {
		switch t := &s.Tokens[over]; {
		case t.UPOS == "VERB" && tables().nouns["rulingout"][t.Lemma]:
			if s.Negated(over) && hasParticle(s, over, "out") {
				return over
			}
			return -1
		case t.UPOS == "VERB" && t.XPOS != "VBG":
			return -1
		}
	}
	return -1
}

// forborne tells whether a verb is of talks that somebody will not hold, or holds on a condition that a
// verb before it states, so that none come of it: "agreed not to speak in public", "ruled out ever sitting
// down with Norland", "if Norland let inspectors in and sat down with Sudmark".
func (f *finder) forborne(s *english.Sentence, t trigger) bool {
	verb := &s.Tokens[t.token]
	if t.sense.Type != parley.Consult || verb.Head < 0 {
		return false
	}
	if t.sense.Noun {
		if !verb.Is("obl") || s.Tokens[verb.Head].XPOS != "VBG" {
			return false
		}
		t.sense.Noun, t.token = false, verb.Head // "ruled out meeting Holm at the summit"
		return f.forborne(s, t)
	}
	switch {
	case verb.XPOS == "VB":
		return s.Child(t.token, "mark") >= 0 && s.Negated(t.token)
	case verb.XPOS == "VBG":
		particle := s.Child(verb.Head, "compound:prt")
		return tables().nouns["rulingout"][s.Tokens[verb.Head].Lemma] && particle >= 0 && s.Tokens[particle].Lemma == "out" && s.Child(t.token, "mark") < 0 // not "after meeting Holm"
	}
	return verb.Is("conj") && s.Child(t.token, "nsubj") < 0 && hypothetical(s, t.token)
}

// clauseStatus is the status without regard to conditions.
func (f *finder) clauseStatus(t trigger) (state, bool) {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Word == beingAbroad.Word || t.sense.Word == demonstrating.Word && s.Tokens[t.token].UPOS == "NOUN" {
		return beingThere(s, t)
	}
	if st, ok := f.visiting(t); ok {
		return st, true
	}
	if st, ok := f.noneHeld(t); ok {
		return st, true
	}
	if f.withheld(s, t) {
		return state{is: parley.Ongoing, span: spanOf(s, t.token), certainty: .6}, true
	}
	if !t.sense.Noun {
		if generic(s, t.token) || ofNone(s, t.token) {
			return state{}, false
		}
		if st, ok := f.decidedOn(t); ok {
			return st, true
		}
		if st, ok := f.verbStatus(s, t.token, 0); ok {
			return f.overTime(s, t, st), true
		}
		return f.disowned(t, t.token)
	}
	if s.HasNo(t.token) {
		return state{}, false // "no meeting is planned"
	}
	if generic(s, t.token) {
		if t.support >= 0 && t.sense.Type == parley.Consult && s.Tokens[t.token].Is("obj") {
			return f.disowned(t, t.support) // "is not holding any talks"
		}
		return state{}, false
	}
	if st, ok := f.modifierStatus(s, t.token); ok {
		if over, told := f.nounStatus(s, t); told && st.is == parley.Planned && phase(over.is) != 0 {
			return over, true // "cancelled the upcoming talks"
		}
		return st, true
	}
	st, ok := f.nounStatus(s, t)
	if ok && f.besieged(s, t) && st.is != parley.Denied {
		return state{is: parley.Ongoing, span: spanOf(s, t.token), certainty: .5}, true
	}
	if !ok && t.support >= 0 {
		return f.disowned(t, t.support)
	}
	if ok && st.is == parley.Planned && (proclaimed(s, t) || f.carriedByDecision(s, t)) {
		st.is = parley.Happened
	}
	if ok && (st.is == parley.Happened && f.lasts(s, t) || st.is == parley.Planned && lingers(t) && keepsOn(s, t.token)) {
		st.is = parley.Ongoing
	}
	if st.is == parley.Cancelled && f.spurned(s, t) || phase(st.is) != 0 && slices.Contains(t.sense.With, "@with") && f.knownPact(t.sentence, t.token) {
		return state{}, false // what is to come of "the agreement with Norland" is another thing
	}
	return st, ok
}

// overTime is the status of what a verb tells, where a time or another verb says that it lasts, or that it is done.
func (f *finder) overTime(s *english.Sentence, t trigger, st state) state {
	if t.sense.Type == parley.Assault && inSum(s, t.token) {
		st.is = parley.Ongoing // "bringing the total number of people killed to 600"
	}
	headlined := s.Paragraph == 0 && !hasAux(s, t.token)
	if st.is == parley.Happened && (upToNow(s, t.token) || headlined) && (lingers(t) && sinceWhen(s, t.token) || f.sinceFor(t) != nil) {
		st.is = parley.Ongoing // "have been killed since May", "has besieged the town for two years"
	}
	if st.is == parley.Planned && lingers(t) && keepsOn(s, t.token) {
		st.is = parley.Ongoing // "will continue to shell the town"
	}
	if st.is == parley.Planned && announced(s, t) {
		st.is = parley.Happened
	}
	return st
}

// governed is the status that a verb or predicate gives to the event noun that
// it carries.
func (f *finder) governed(s *english.Sentence, head, depth int) (state, bool) {
	lemma := strings.ToLower(s.Tokens[head].Lemma)
	effect, listed := tables().status["governor"][lemma]
	if joint := joined(s, head); joint != "" {
		effect, listed = joint, true
	}
	if s.Child(head, "cop") >= 0 && tables().nouns["suspension"][lemma] && s.Case(head) == "on" {
		effect, listed = "on-hold", true
	}
	switch {
	case !listed || effect == "by-tense":
		return f.verbStatus(s, head, depth)
	case effect == "drop":
		return state{}, false
	case effect == "planned" && comesToNothing(s, head):
		return state{}, false
	case effect == "planned" && carriedOut(s, head):
		return f.verbStatus(s, head, depth)
	case noLonger(s, head) && (effect == "planned" || effect == "proposed"):
		effect = "cancelled" // "the meeting is no longer needed"
	case s.Negated(head) && (effect == "planned" || effect == "proposed"):
		return state{}, false // what nobody plans was not called off
	case s.Negated(head):
		return f.verbStatus(s, head, depth)
	case hypothetical(s, head):
		return state{}, false
	case effect == "planned" && uncertain(s, head):
		effect = "proposed"
	case (effect == "cancelled" || effect == "on-hold") && f.mayCome(s, head, depth):
		effect = "planned" // "threatened to cancel the summit"
	}
	return state{is: parley.Status(effect), span: spanOf(s, head), certainty: .7}, true
}

// mayCome tells whether a verb says what somebody may do, or threatens to do.
func (f *finder) mayCome(s *english.Sentence, verb, depth int) bool {
	st, ok := f.verbStatus(s, verb, depth)
	return ok && st.is == parley.Proposed
}

// comesToNothing tells whether the verb over an infinitive says that what it tells is not done: "failed to agree on
// sanctions".
func comesToNothing(s *english.Sentence, verb int) bool {
	over := s.Tokens[verb].Head
	return s.Infinitive(verb) && over >= 0 && tables().status["complement"][s.Tokens[over].Lemma] == "drop"
}

// ofNone tells whether what a verb says is done by or to nobody: "no food was allowed in", "not a single lorry entered".
func ofNone(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; t.Is("nsubj") || t.Is("obj") {
			if s.HasNo(child) {
				return true
			}
			first, _ := s.Subtree(child)
			if not := strings.ToLower(s.Tokens[first].Text); not == "none" || not == "not" && first < child && !strings.EqualFold(s.Tokens[first+1].Text, "only") {
				return true
			}
		}
	}
	return false
}

// carriedOut tells whether who planned something is told to have done it too: "planned and
// executed the attack".
func carriedOut(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; t.Is("conj") && (t.XPOS == "VBD" || t.XPOS == "VBN") && s.Tokens[verb].XPOS != "VB" && tables().nouns["executing"][t.Lemma] {
			return true
		}
	}
	return false
}

// noLonger tells whether "no longer" stands with a verb.
func noLonger(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if strings.EqualFold(s.Tokens[child].Text, "longer") && child > 0 && strings.EqualFold(s.Tokens[child-1].Text, "no") {
			return true
		}
	}
	return false
}

// joined is what a verb says with the word that goes with it: "put off", "put on hold".
func joined(s *english.Sentence, verb int) string {
	with := func(word string) string {
		return tables().status["joined"][s.Tokens[verb].Lemma+" "+strings.ToLower(word)]
	}
	for child := range s.Children(verb) {
		if effect := with(s.Tokens[child].Lemma); effect != "" {
			return effect
		}
	}
	if next := verb + 1; next < len(s.Tokens) {
		return with(s.Tokens[next].Text)
	}
	return ""
}

func hasBelow(s *english.Sentence, head int, lemma string) bool {
	for child := range s.Children(head) {
		if s.Tokens[child].Lemma == lemma {
			return true
		}
	}
	return false
}

// hasOneBelow tells whether one of several words hangs right on a token.
func hasOneBelow(s *english.Sentence, head int, lemmas map[string]bool) bool {
	for child := range s.Children(head) {
		if lemmas[s.Tokens[child].Lemma] {
			return true
		}
	}
	return false
}

// verbStatus reads tense, auxiliaries, negation and the verbs over a verb.
func (f *finder) verbStatus(s *english.Sentence, verb, depth int) (state, bool) {
	if depth > 6 {
		return state{}, false
	}
	t := &s.Tokens[verb]
	not := s.Negated(verb)
	if kept, ok := keptFrom(s, verb); ok {
		return kept, !not
	}
	if st, a := f.helped(s, verb, not); a != unsaid {
		return st, a == told
	}
	if wasToHave(s, verb) || not && s.Infinitive(verb) {
		return state{is: parley.Cancelled, span: spanOf(s, verb), certainty: .5}, true
	}
	if s.Child(verb, "mark") >= 0 && (t.Is("ccomp") || t.Is("acl")) && (t.XPOS == "VB" || t.XPOS == "VBP") && t.Head >= 0 && !hasAux(s, verb) &&
		tables().status["governor"][strings.ToLower(s.Tokens[t.Head].Lemma)] == "proposed" {
		return state{is: parley.Proposed, span: spanOf(s, t.Head), certainty: .6}, true // "demands that Norland withdraw"
	}
	if t.Is("acl") && t.XPOS == "VBG" && s.Child(verb, "mark") >= 0 && t.Head >= 0 {
		return f.complementStatus(s, verb, depth)
	}
	if calledFor(s, verb) {
		return state{is: parley.Proposed, span: spanOf(s, t.Head), certainty: .6}, true
	}
	if s.Infinitive(verb) || (t.Is("xcomp") || t.Is("ccomp")) && t.Feat("VerbForm") != "Fin" && !hasAux(s, verb) {
		return f.complementStatus(s, verb, depth)
	}
	if t.Is("conj") && !hasAux(s, verb) && t.Head >= 0 && (t.XPOS == "VBG" && s.Tokens[t.Head].XPOS == "VBG" && hasAux(s, t.Head) || t.Feat("VerbForm") == "Inf" && !pastBeside(s, verb) || t.XPOS == "VBP" && s.Child(verb, "nsubj") < 0 && s.Infinitive(t.Head)) {
		return f.verbStatus(s, t.Head, depth+1)
	}
	if bareBeside(s, verb) {
		return state{}, false
	}
	if charged(s, verb) {
		return state{is: parley.Happened, span: spanOf(s, verb), certainty: .6}, true // "wants to thank Norland for visiting"
	}
	if denied, ok := deniedAbove(s, verb); ok {
		return denied, true
	}
	if not {
		return state{}, false
	}
	return f.tenseStatus(s, verb, depth)
}

// helped reads the words that open a verb's clause and its auxiliaries.
func (f *finder) helped(s *english.Sentence, verb int, not bool) (state, answer) {
	for child := range s.Children(verb) {
		c := &s.Tokens[child]
		word := strings.ToLower(c.Text)
		if c.Is("mark") && word == "whether" && s.Infinitive(verb) {
			return state{is: parley.Proposed, span: spanOf(s, child), certainty: .6}, told
		}
		if c.Is("mark") && word == "including" {
			return state{is: parley.Happened, span: spanOf(s, verb), certainty: .5}, told
		}
		if c.Is("mark") && (tables().status["mark"][word] == "drop" || word == "to" && s.Tokens[verb].XPOS == "VBG" || word == "once" && awaited(s, verb)) {
			return state{}, untold // who is open to withdrawing has not withdrawn
		}
		if !c.Is("aux") {
			continue
		}
		effect := tables().status["auxiliary"][word]
		if effect == "proposed" && word != "may" && word != "might" && f.foretold(s, verb, word) {
			effect = "planned"
		}
		switch effect {
		case "planned":
			if wished(s, verb) {
				return settled(state{is: parley.Proposed, span: spanOf(s, child), certainty: .6}, !not)
			}
			return settled(decided(state{is: parley.Planned, span: spanOf(s, child), certainty: .8}, not))
		case "proposed":
			if hasBelow(s, verb, "have") || not && (c.Lemma == "can" || c.Lemma == "could" || c.Lemma == "may" || c.Lemma == "might") {
				return state{}, untold // who cannot meet has called nothing off
			}
			return settled(decided(state{is: parley.Proposed, span: spanOf(s, child), certainty: .6}, not))
		}
	}
	return state{}, unsaid
}

// pastBeside tells whether a bare verb stands beside one in the past, of which it cannot be
// a part: "joined them to call on Norland to stop and allow aid".
func pastBeside(s *english.Sentence, verb int) bool {
	over := s.Tokens[verb].Head
	return s.Tokens[verb].XPOS == "VB" && s.Tokens[over].Feat("VerbForm") == "Fin" && s.Tokens[over].XPOS == "VBD" && s.Child(verb, "nsubj") < 0
}

// bareBeside tells whether a bare verb without a subject stands beside one in another
// form, and so goes on an infinitive that the tree has lost: "urged Norland to stop and
// release them".
func bareBeside(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	if !t.Is("conj") || t.Head < 0 || t.XPOS != "VB" && t.XPOS != "VBP" || hasAux(s, verb) || s.Child(verb, "nsubj") >= 0 {
		return false
	}
	over := &s.Tokens[t.Head]
	return over.UPOS == "VERB" && (over.XPOS == "VBD" || over.XPOS == "VBZ" || over.XPOS == "VBN")
}

// calledFor tells whether a gerund says what somebody calls for or thinks of: "pressed for lifting the
// blockade", "is looking into imposing tariffs".
func calledFor(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	mark := s.Child(verb, "mark")
	if t.XPOS != "VBG" || t.Head < 0 || mark < 0 {
		return false
	}
	word, over := strings.ToLower(s.Tokens[mark].Text), s.Tokens[t.Head].Lemma
	return word == "for" && tables().status["governor"][over] == "proposed" || tables().nouns["entertaining"][over+" "+word]
}

// foretold tells whether "would" is the future of a past report: "announced that
// it would lift sanctions".
func (f *finder) foretold(s *english.Sentence, verb int, word string) bool {
	t := &s.Tokens[verb]
	if word != "would" || t.Head < 0 {
		return false
	}
	over := &s.Tokens[t.Head]
	if t.Is("acl") && tables().nouns["announcement"][over.Lemma] {
		return !conditional(s, verb) // "the announcement that sanctions would be lifted"
	}
	strayed := t.Is("conj") && s.Child(verb, "nsubj") >= 0 && tables().nouns["saying"][over.Lemma] // "said that ten had died, and it would lift sanctions"
	if !t.Is("ccomp") && !t.Is("parataxis") && !strayed {
		return false
	}
	return over.Feat("Tense") == "Past" && tables().status["governor"][over.Lemma] != "proposed" && !conditional(s, verb)
}

// decided turns what is planned or proposed into what is ruled out where the
// verb is negated.
func decided(st state, not bool) (state, bool) {
	if not {
		st.is = parley.Cancelled
		st.certainty -= .2
	}
	return st, true
}

// tenseStatus reads the form of a finite verb or participle.
func (f *finder) tenseStatus(s *english.Sentence, verb, depth int) (state, bool) {
	t := &s.Tokens[verb]
	span := spanOf(s, verb)
	switch {
	case hasBelow(s, verb, "since") && hasBelow(s, verb, "have") && !f.concedes(t): // "has since killed", not "has since been freed"
		return state{is: parley.Ongoing, span: span, certainty: .6}, true
	case t.XPOS == "VBG" && auxiliary(s, verb, "be", "") && auxiliary(s, verb, "have", "Pres"): // "have been shelling"
		return state{is: parley.Ongoing, span: span, certainty: .7}, true
	case t.XPOS == "VBG" && (auxiliary(s, verb, "be", "Pres") || auxiliary(s, verb, "be", "")) && !auxiliary(s, verb, "be", "Past"):
		return state{is: parley.Ongoing, span: span, certainty: .7}, true
	case t.XPOS == "VBG" && (t.Is("advcl") || t.Is("acl")) && t.Head >= 0 && s.Tokens[t.Head].UPOS == "VERB" && !sinceDoing(s, verb):
		st, ok := f.verbStatus(s, t.Head, depth+1)
		st.certainty *= .8
		return st, ok
	case inForce(s, verb):
		return state{is: parley.Ongoing, span: span, certainty: .6}, true
	case t.XPOS == "VBP" || t.XPOS == "VBZ":
		return state{is: parley.Happened, span: span, certainty: .5}, true
	}
	return state{is: parley.Happened, span: span, certainty: .8}, true
}

// sinceDoing tells whether a gerund says since what was done something else is told: "has struggled since taking the town".
func sinceDoing(s *english.Sentence, verb int) bool {
	mark := s.Child(verb, "mark")
	return mark >= 0 && s.Tokens[mark].Lemma == "since"
}

// inForce tells whether a passive in the present says what is still done to somebody: "are being
// freed", "is held in the enclave".
func inForce(s *english.Sentence, verb int) bool {
	if s.Tokens[verb].XPOS != "VBN" || !auxiliary(s, verb, "be", "Pres") || auxiliary(s, verb, "have", "") {
		return false
	}
	being := slices.ContainsFunc(slices.Collect(s.Children(verb)), func(c int) bool { return strings.EqualFold(s.Tokens[c].Text, "being") })
	return being || tables().nouns["enduring"][s.Tokens[verb].Lemma]
}

func hasAux(s *english.Sentence, verb int) bool { return s.Child(verb, "aux", "cop") >= 0 }

func auxiliary(s *english.Sentence, verb int, lemma, tense string) bool {
	for child := range s.Children(verb) {
		c := &s.Tokens[child]
		if c.Is("aux") && c.Lemma == lemma && (tense == "" || c.Feat("Tense") == tense) {
			return true
		}
	}
	return false
}

func spanOf(s *english.Sentence, token int) parley.Span {
	return parley.Span{Start: s.Tokens[token].Start, End: s.Tokens[token].End}
}

// concedes tells whether a word is a verb for what is done once: somebody is freed, or a measure lifted.
func (f *finder) concedes(t *english.Token) bool {
	return slices.ContainsFunc(f.senses(t, false), func(sense lexicon.Verb) bool { return sense.Type == parley.Retreat })
}
