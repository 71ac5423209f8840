package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// generic tells whether a noun or gerund speaks of any event of its kind rather
// than of one: "any strike", "striking the town would be a mistake".
func generic(s *english.Sentence, token int) bool {
	for child := range s.Children(token) {
		if s.Tokens[child].Is("det") {
			switch strings.ToLower(s.Tokens[child].Text) {
			case "any", "no", "every", "each":
				return true
			}
		}
	}
	return s.Tokens[token].Is("csubj") && s.Tokens[token].XPOS == "VBG"
}

// modifierStatus reads the adjectives of an event noun: "upcoming talks".
func (f *finder) modifierStatus(s *english.Sentence, noun int) (state, bool) {
	for child := range s.Children(noun) {
		if !s.Tokens[child].Is("amod") && !s.Tokens[child].Is("compound") {
			continue
		}
		word := strings.ToLower(s.Tokens[child].Text)
		switch status := tables().status["modifier"][word]; status {
		case "", "happened":
		default:
			return state{is: parley.Status(status), span: spanOf(s, child), certainty: .7}, true
		}
	}
	return state{}, false
}

// carried is an event noun with what governs it: the noun that stands for it in its phrase
// and the word over that one.
type carried struct {
	trigger
	top, head int
}

// answer is what one look at an event noun comes to.
type answer uint8

const (
	unsaid answer = iota // nothing: another look may tell
	told                 // a status
	untold               // that the text does not say that it takes place
)

// nounStatus reads what governs an event noun: the noun or preposition over it, the verb
// that carries it, or the verb of the clause that it is a circumstance of.
func (f *finder) nounStatus(s *english.Sentence, t trigger) (state, bool) {
	n := carried{trigger: t, top: t.token}
	for s.Tokens[n.top].Is("conj") || s.Tokens[n.top].Is("nmod") && s.Tokens[n.top].Head >= 0 && measures(s.Tokens[s.Tokens[n.top].Head].Lemma) {
		n.top = s.Tokens[n.top].Head
	}
	n.head = s.Tokens[n.top].Head
	if predicate := strayPredicate(s, n.top); predicate >= 0 {
		return f.governed(s, predicate, 0)
	}
	if s.Child(n.top, "cop") >= 0 && s.Child(n.top, "aux") >= 0 {
		return f.verbStatus(s, n.top, 0) // "it will be their first meeting"
	}
	if n.sense.Type == parley.Propose && hasAnswer(s, n) {
		return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, true // what is rejected has been proposed
	}
	if over := lapse(s, n.top); n.sense.Mode == "ceasefire" && over >= 0 {
		return f.lapsed(s, over)
	}
	if st, ok := f.suspended(s, n.top); ok {
		return st, true
	}
	if st, ok := f.stayedAway(s, t); ok {
		return st, true
	}
	if st, a := f.asItem(s, n); a != unsaid {
		return st, a == told
	}
	if n.head < 0 || t.sense.Type == parley.Agree && f.dated(t.sentence, t.token) {
		return f.bareStatus(s, t) // "the 2015 accord" stands, whatever is to come of it
	}
	if t.sense.Mode == "mediation" && s.Tokens[n.top].Deprel != "nsubj" && forTruce(s, t.token) {
		return state{is: parley.Ongoing, span: spanOf(s, t.token), certainty: .5}, true // "praised the efforts led by Norland"
	}
	if inTalks(s, t) {
		st, ok := f.circumstance(s, n.head, n.top)
		if st.is == parley.Happened && s.Tokens[n.head].Feat("Tense") != "Past" {
			st.is = parley.Ongoing
		}
		return st, ok
	}
	for _, look := range []func(*english.Sentence, carried) (state, answer){f.asHeld, f.underNoun, f.underPreposition, f.asAttack, f.asObject} {
		if st, a := look(s, n); a != unsaid {
			return st, a == told
		}
	}
	if seems := s.Child(n.head, "xcomp"); seems >= 0 && tables().nouns["seeming"][s.Tokens[n.head].Lemma] {
		n.head = seems // "the talks appear to have stalled"
	}
	if s.Tokens[n.head].UPOS == "VERB" || s.Child(n.head, "cop") >= 0 {
		return f.underVerb(s, n)
	}
	return f.bareStatus(s, t)
}

// asHeld reads what a participle or relative clause says of talks, whatever the rest of the sentence is
// about: "hopes that you will endorse the talks that we have held".
func (f *finder) asHeld(s *english.Sentence, n carried) (state, answer) {
	held := heldBy(s, n.token)
	if n.sense.Type != parley.Consult || held < 0 {
		return state{}, unsaid
	}
	if s.Infinitive(held) {
		return state{is: parley.Planned, span: spanOf(s, held), certainty: .6}, told // "the talks to be held"
	}
	return settled(f.verbStatus(s, held, 0))
}

// heldBy is the participle or verb of a relative clause that says of a noun that it was held or
// launched: "the talks held in Oslo", "the talks that we held"; -1 where there is none.
func heldBy(s *english.Sentence, noun int) int {
	for child := range s.Children(noun) {
		t := &s.Tokens[child]
		if child < noun || !t.Is("acl") || t.UPOS != "VERB" {
			continue
		}
		if tables().nouns["staging"][t.Lemma] && (s.Object(child) == noun || s.ObjectRelative(child)) {
			return child
		}
	}
	return -1
}

// strayPredicate is what the words behind a noun say of it, where a wrong tree has hung both on
// the verb of saying before them: "said talks with Norland are not in preparation"; -1 where
// there is none.
func strayPredicate(s *english.Sentence, noun int) int {
	over := s.Tokens[noun].Head
	if over < 0 || !s.Tokens[noun].Is("ccomp") && !s.Tokens[noun].Is("obj") || s.Child(noun, "cop") >= 0 || !tables().nouns["saying"][s.Tokens[over].Lemma] {
		return -1
	}
	_, last := s.Subtree(noun)
	if last >= len(s.Tokens) || s.Tokens[last].UPOS != "AUX" {
		return -1
	}
	if predicate := s.Tokens[last].Head; predicate > last && s.Tokens[predicate].Head == over {
		return predicate
	}
	return -1
}

// underNoun reads the noun over an event noun, "a proposal for talks", and what is said to
// be moved by it.
func (f *finder) underNoun(s *english.Sentence, n carried) (state, answer) {
	if effect := tables().status["deverbal"][s.Tokens[n.head].Lemma]; s.Case(n.top) == "including" && (effect == "proposed" || effect == "planned") {
		return state{is: parley.Status(effect), span: spanOf(s, n.head), certainty: .5}, told // "its demands, including Norland's withdrawal"
	}
	if s.Tokens[n.top].Is("nmod") && s.Tokens[n.head].UPOS == "NOUN" && overNoun[s.Case(n.top)] {
		if st, ok := f.suspended(s, n.head); ok {
			return st, told // "plans for talks were put on hold"
		}
		if st, ok := lacking(s, n); ok {
			return st, told
		}
		if verb := s.Tokens[n.head].Head; verb >= 0 && s.Object(verb) == n.head && tables().status["governor"][s.Tokens[verb].Lemma] == "drop" {
			return state{}, untold // "vetoed the opening of talks"
		}
		switch effect := tables().status["deverbal"][s.Tokens[n.head].Lemma]; effect {
		case "":
		case "open": // "the place of a meeting" is one still to come, that of the meeting may be known
			switch article := s.Child(n.top, "det", "nmod:poss"); {
			case article < 0 && s.Tokens[n.top].XPOS == "NNS", article >= 0 && strings.EqualFold(s.Tokens[article].Text, "a"):
				return state{is: parley.Proposed, span: spanOf(s, n.head), certainty: .5}, told
			case s.Case(n.top) == "for": // "has set a date for the talks"
				return state{is: parley.Planned, span: spanOf(s, n.head), certainty: .5}, told
			}
		case "drop":
			if st, denied := deniedWord(s, n.head); denied {
				return st, told // "denied reports of a meeting"
			}
			return state{}, untold
		default:
			return state{is: parley.Status(effect), span: spanOf(s, n.head), certainty: .5}, told
		}
	}
	if effect := tables().status["governor"][s.Tokens[n.head].Lemma]; s.Tokens[n.head].XPOS == "VBN" && s.Case(n.top) == "by" && effect != "" && effect != "by-tense" {
		return settled(f.circumstance(s, n.head, n.top)) // who is encouraged by talks has held them
	}
	if s.Case(n.top) == "on" && tables().nouns["telling"][s.Tokens[n.head].Lemma] {
		return state{}, untold // who reports on talks does not hold them
	}
	return state{}, unsaid
}

// hasFinite tells whether a verb stands in the past or present without a helper.
func hasFinite(s *english.Sentence, verb int) bool {
	switch s.Tokens[verb].XPOS {
	case "VBD", "VBZ", "VBP":
		return !hasAux(s, verb)
	}
	return false
}

// suspended is the status of a noun that a headline says is on hold, or that a verb or
// predicate over it puts off or calls off.
func (f *finder) suspended(s *english.Sentence, noun int) (state, bool) {
	for child := range s.Children(noun) {
		if s.Tokens[child].Is("nmod") && s.Case(child) == "on" && tables().nouns["suspension"][s.Tokens[child].Lemma] {
			return state{is: parley.OnHold, span: spanOf(s, child), certainty: .7}, true
		}
	}
	over := s.Tokens[noun].Head
	if over < 0 || !s.Tokens[noun].Is("nsubj") {
		return state{}, false
	}
	if st, ok := f.governed(s, over, 0); ok && (st.is == parley.OnHold || st.is == parley.Cancelled) {
		return st, true
	}
	beside := slices.Collect(s.Children(over))
	if due := s.Child(over, "xcomp"); due >= 0 {
		beside = slices.AppendSeq(beside, s.Children(due))
	}
	for _, child := range beside { // "were due to resume but were postponed"
		if child > over && s.Tokens[child].Is("conj") && s.Tokens[child].UPOS == "VERB" && s.Passive(child) && s.Child(child, "nsubj", "nsubj:pass") < 0 {
			if st, ok := f.governed(s, child, 0); ok && (st.is == parley.OnHold || st.is == parley.Cancelled) {
				return st, true
			}
		}
	}
	return state{}, false
}

// underPreposition reads the preposition of an event noun: it is still to come when something
// is done before it, and over when something is done after it.
func (f *finder) underPreposition(s *english.Sentence, n carried) (state, answer) {
	prep := s.Case(n.top)
	effect := tables().status["preposition"][prep]
	switch effect {
	case "planned":
		if f.gone(f.when(n.trigger), 0) {
			return state{is: parley.Happened, span: spanOf(s, n.top), certainty: .5}, told // "before the 2015 accord"
		}
		if verb := s.Clause(n.head); n.sense.Type != parley.Consult && f.definite(n.trigger) && s.Tokens[verb].Feat("Tense") == "Past" {
			return state{is: parley.Happened, span: spanOf(s, n.top), certainty: .5}, told // "before the release of the pilot, she believed"
		}
		return state{is: parley.Planned, span: spanOf(s, n.top), certainty: .5}, told
	case "drop":
		if doers, others := f.sides(n.trigger); n.sense.Type == parley.Sanction && f.definite(n.trigger) && len(doers) > 0 && len(others) > 0 {
			return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, told // "regarding Norland's sanctions on Sudmark"
		}
		return state{}, untold
	case "happened", "with":
		if over := s.Tokens[n.head].Head; effect == "happened" && over >= 0 && s.Tokens[n.head].Is("xcomp") && tables().nouns["resolving"][s.Tokens[over].Lemma] && hasFinite(s, over) {
			return state{is: parley.Happened, span: spanOf(s, n.top), certainty: .5}, told // "agreed to extend the truce after talks"
		}
	default:
		return state{}, unsaid
	}
	if prep == "from" && tables().status["governor"][s.Tokens[n.head].Lemma] == "drop" {
		return state{}, untold
	}
	if prep == "in" && tables().nouns["engaged"][s.Tokens[n.head].Lemma] {
		return settled(f.governed(s, n.head, 0))
	}
	if !s.Tokens[n.top].Is("obl") && !s.Tokens[n.top].Is("nmod") {
		return state{}, unsaid
	}
	if over := f.saidAt(n.trigger); over >= 0 {
		n.head = over
	}
	st, ok := f.circumstance(s, n.head, n.top)
	if n.sense.Type == parley.Assault && (f.definite(n.trigger) || effect == "happened" && st.is == parley.Planned && f.toldAsKnown(n.trigger)) {
		st.is, ok = parley.Happened, true
	}
	if prep == "amid" && n.sense.Type == parley.Assault && st.is == parley.Planned {
		st.is = parley.Ongoing // "will meet amid Norland's attacks"
	}
	if effect == "happened" && st.is == parley.Ongoing {
		st.is = parley.Happened
	}
	return settled(st, ok)
}

// asAttack reads what somebody says of an attack or a siege, or does about it.
func (f *finder) asAttack(s *english.Sentence, n carried) (state, answer) {
	verb, object, known := s.Tokens[n.head].Lemma, s.Tokens[n.top].Is("obj"), f.definite(n.trigger)
	switch {
	case n.sense.Type != parley.Assault && n.sense.Type != parley.Coerce:
	case f.targeting(s, n.trigger):
		return state{is: parley.Ongoing, span: spanOf(s, n.token), certainty: .6}, told
	case (object || s.Tokens[n.top].Deprel == "nsubj:pass") && known && tables().nouns["condemning"][verb]:
		return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, told // what is condemned as known was done
	case blamesFor(s, n.top, n.head) && s.Tokens[n.head].UPOS == "VERB" && aimedSomewhere(s, n.token):
		return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, told // "blamed Norland for a cyberattack on its railways"
	case n.sense.Type == parley.Coerce:
	case tookLives(s, n.token) && !tables().nouns["lasting"][n.sense.Word]:
		return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .6}, told // "are investigating an attack that killed four"
	case object && tables().nouns["executing"][verb]:
		return settled(f.verbStatus(s, n.head, 0)) // who committed an attack does not plan one
	case s.Tokens[n.top].Is("obl") && f.ownDay(s, n.trigger):
		return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, told // "blamed Norland for an attack on a school on Monday"
	case s.Tokens[n.top].Is("obl") && known && tables().status["governor"][verb] == "":
		return state{is: parley.Happened, span: spanOf(s, n.top), certainty: .5}, told // "did not answer Norland's attack on the town"
	case object && tables().nouns["talking"][verb]:
		return state{}, untold // what a report discusses it does not tell of
	case object && tables().nouns["ending"][verb]:
		return settled(f.toEnd(s, n.trigger, n.head)) // an end of attacks is none
	}
	return state{}, unsaid
}

// targeting tells whether a noun speaks of somebody's campaign by whom it targets, which goes on:
// "warned of a Norland cyber campaign targeting hospitals".
func (f *finder) targeting(s *english.Sentence, t trigger) bool {
	aimed := s.Child(t.token, "acl")
	return tables().nouns["lasting"][s.Tokens[t.token].Lemma] && aimed >= 0 && tables().nouns["targeting"][s.Tokens[aimed].Lemma] && s.Tokens[aimed].XPOS == "VBG" &&
		len(f.modifiers(t.sentence, t.token))+len(f.behind(t.sentence, t.token, "by"))+len(f.dependents(t.sentence, t.token, "nmod:poss")) > 0
}

// ownDay tells whether a day gone by stands in a noun's own phrase.
func (f *finder) ownDay(s *english.Sentence, t trigger) bool {
	return slices.ContainsFunc(f.times[t.sentence], func(i int) bool {
		e := &f.in.Times[i]
		return e.To != "" && f.in.Day != "" && !e.To.First().After(f.in.Day.Last()) && s.Dominates(t.token, s.Anchor(e.First, e.Last))
	})
}

// asObject reads what is done to an event itself: it is welcomed, or left.
func (f *finder) asObject(s *english.Sentence, n carried) (state, answer) {
	object := s.Tokens[n.top].Is("obj")
	if !object && s.Tokens[n.top].Deprel != "nsubj:pass" {
		return state{}, unsaid
	}
	switch lemma := s.Tokens[n.head].Lemma; {
	case tables().nouns["welcoming"][lemma]:
		if n.sense.Type != parley.Consult && f.definite(n.trigger) {
			return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, told // what is welcomed as known has come
		}
	case !object:
		return state{}, unsaid
	case tables().nouns["quitting"][lemma]:
		return state{}, untold // who leaves the talks does not hold them
	}
	if n.sense.Mode == "visit" && s.Child(n.token, "nmod:poss") >= 0 && tables().nouns["talking"][s.Tokens[n.head].Lemma] {
		return state{}, untold // who reviews a journey does not make it
	}
	if n.sense.Type == parley.Agree && tables().nouns["talking"][s.Tokens[n.head].Lemma] {
		return state{}, untold // who reviews an agreement makes none
	}
	return state{}, unsaid
}

// underVerb reads the verb or predicate over an event noun.
func (f *finder) underVerb(s *english.Sentence, n carried) (state, bool) {
	if judged(s, n.head) {
		st, ok := f.verbStatus(s, n.head, 0)
		if st.is == parley.Proposed { // "can be considered a success"
			st.is = parley.Happened
		}
		return st, ok
	}
	if st, ok := fruitless(s, n); ok {
		return st, true
	}
	if n.sense.Type == parley.Consult && f.failedToOccur(s, n.head) && f.in.Voice(n.sentence, n.head).Name == "" {
		if doers, others := f.sides(n.trigger); len(doers)+len(others) == 0 {
			return state{is: parley.Cancelled, span: spanOf(s, n.head), certainty: .6}, true
		}
	}
	if xpos := s.Tokens[n.head].XPOS; n.sense.Type == parley.Agree && (xpos == "VBZ" || xpos == "VBP" || xpos == "VBD") && s.Tokens[n.top].Deprel == "nsubj" && !hasAux(s, n.head) && f.knownPact(n.sentence, n.token) {
		return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, true // "the deal with Norland seeks to ease trade"
	}
	st, ok := f.governed(s, n.head, 0)
	if xpos := s.Tokens[n.head].XPOS; st.is == parley.Happened && tables().nouns["continuing"][s.Tokens[n.head].Lemma] && s.Tokens[n.top].Deprel == "nsubj" && (xpos == "VBZ" || xpos == "VBP") {
		st.is = parley.Ongoing // "the assault continues"
	}
	if ok && phase(st.is) != 0 && s.Tokens[n.top].Is("obl") && tables().nouns["quarrel"][s.Case(n.top)] {
		return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, true // "no progress in halting the war despite Monday's call"
	}
	if ok && (st.is == parley.Cancelled || st.is == parley.Denied || st.is == parley.OnHold) && s.Tokens[n.top].Is("obl") && s.Case(n.top) != "from" && s.Case(n.top) != "of" && s.Case(n.top) != "off" {
		return f.circumstance(s, n.head, n.top) // "skipped the port on his trip"
	}
	if s.Tokens[n.top].Deprel != "nsubj" || tables().nouns["occurrence"][s.Tokens[n.head].Lemma] {
		return st, ok
	}
	if v := &s.Tokens[n.head]; n.sense.Type == parley.Consult && n.sense.Mode == "meeting" && v.XPOS == "VBD" && !s.Negated(n.head) && f.speaks(v) {
		return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, true // "the summit in Oslo condemned the raid"
	}
	switch {
	case st.is == parley.Planned:
		return state{}, false // "the talks will lead to a deal" does not plan them
	case st.is == parley.Proposed && s.Child(n.token, "nmod:poss") >= 0:
		return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, true // "Kovar's visit could cost votes"
	}
	return st, ok
}

// fruitless is the status of talks of which the text says that something did not come of
// them: "the talks did not produce results". They were held, or are.
func fruitless(s *english.Sentence, n carried) (state, bool) {
	finite, effect := s.Tokens[n.top].Head, tables().status["governor"][s.Tokens[n.head].Lemma]
	if n.sense.Type != parley.Consult || !s.Tokens[n.top].Is("nsubj") || s.Passive(n.head) || !s.Negated(finite) && !s.Negated(n.head) && !gaveNothing(s, n.head) ||
		tables().nouns["occurrence"][s.Tokens[n.head].Lemma] || effect != "" && effect != "by-tense" {
		return state{}, false
	}
	for child := range s.Children(finite) {
		switch t := &s.Tokens[child]; {
		case t.Is("cop"):
			return state{}, false // what they are not
		case !t.Is("aux"):
		case t.Lemma == "do" || t.Lemma == "have":
			if t.Feat("Tense") == "Past" {
				return state{is: parley.Happened, span: spanOf(s, n.token), certainty: .5}, true
			}
			return state{is: parley.Ongoing, span: spanOf(s, n.token), certainty: .5}, true
		default:
			return state{}, false
		}
	}
	return state{}, false
}

// gaveNothing tells whether what a verb gives is none: "have produced no breakthrough".
func gaveNothing(s *english.Sentence, verb int) bool {
	object := s.Child(verb, "obj")
	return object >= 0 && s.HasNo(object)
}

// settled is the answer of a look that settles the matter.
func settled(st state, ok bool) (state, answer) {
	if ok {
		return st, told
	}
	return st, untold
}

// overNoun are the prepositions behind which a noun says what another is of: "a proposal
// for talks".
var overNoun = map[string]bool{"for": true, "to": true, "of": true, "on": true, "regarding": true, "concerning": true, "about": true}

// circumstance is the status of what something else happened at, after or
// during: as far as the verb over it has come.
func (f *finder) circumstance(s *english.Sentence, head, noun int) (state, bool) {
	for hops := 0; hops < len(s.Tokens) && head >= 0 && s.Tokens[head].UPOS != "VERB"; hops++ {
		head = s.Tokens[head].Head
	}
	if head >= 0 {
		if st, ok := f.verbStatus(s, head, 1); ok && (st.is == parley.Planned || st.is == parley.Ongoing) {
			st.certainty = .5
			return st, true
		}
	}
	return state{is: parley.Happened, span: spanOf(s, noun), certainty: .6}, true
}

// bareStatus is that of a noun which no verb carries: a headline, an apposition.
func (f *finder) bareStatus(s *english.Sentence, t trigger) (state, bool) {
	if e := f.when(t); e != nil && e.From != "" && f.in.Day != "" {
		if e.From.First().After(f.in.Day.Last()) {
			return state{is: parley.Planned, span: parley.Span{Start: e.Start, End: e.End}, certainty: .6}, true
		}
		return state{is: parley.Happened, span: parley.Span{Start: e.Start, End: e.End}, certainty: .6}, true
	}
	if due := s.Child(t.token, "acl"); due > t.token && s.Passive(due) && tables().nouns["timetabled"][s.Tokens[due].Lemma] {
		return state{is: parley.Planned, span: spanOf(s, due), certainty: .6}, true // "talks planned in Oslo"
	}
	return state{is: parley.Happened, span: spanOf(s, t.token), certainty: .4}, true
}

// tookLives tells whether a relative clause says of an attack that it killed or hurt somebody.
func tookLives(s *english.Sentence, attack int) bool {
	for child := range s.Children(attack) {
		if t := &s.Tokens[child]; t.Is("acl") && t.XPOS == "VBD" && tables().nouns["undergone"][t.Lemma] && !s.Negated(child) {
			return true
		}
	}
	return false
}
