package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// markFits tells whether what stands with a word is what a mark of its sense asks for; settled
// is false where the sense's lemmas are to be looked for.
func (f *finder) markFits(sentence, token int, sense lexicon.Verb) (fits, settled bool) {
	for _, mark := range sense.With {
		if f.marked(sentence, token, sense, mark) {
			return true, true
		}
		switch mark {
		case "@invaders", "@intruders", "@raiders", "@forces", "@bound", "@kept":
			settled = true
		case "@person":
			settled = settled || !sense.Noun
		}
	}
	return false, settled
}

// marked tells whether what stands with a word is what one mark asks for; what is no mark asks for nothing.
func (f *finder) marked(sentence, token int, sense lexicon.Verb, mark string) bool {
	s := &f.in.Text.Sentences[sentence]
	if asks, ok := wordMarks[mark]; ok {
		return asks(s, token)
	}
	switch mark {
	case "@place":
		return f.placeBelow(sentence, token)
	case "@actor":
		_, somebody := f.in.Cast.At(sentence, s.Object(token))
		return somebody && partisan(f.object(sentence, token))
	case "trade":
		return f.onTrade(sentence, token)
	case "@town":
		return f.takesTown(sentence, token)
	case "@soldiers":
		doer := s.Subject(token)
		return doer >= 0 && bidden(s, token) < 0 && tables().nouns["soldiery"][s.Tokens[doer].Lemma]
	case "@fighters":
		return s.Child(token, "obj") < 0 && slices.ContainsFunc(f.subject(sentence, token), func(one filler) bool { return one.fights })
	case "@invaders":
		return f.invading(sentence, token)
	case "@intruders":
		return f.intruding(sentence, token)
	case "@raiders":
		return f.byRaiders(sentence, token)
	case "@forces":
		return f.forcesAct(sentence, token)
	case "@bound":
		return f.forcesAct(sentence, token) && f.bound(sentence, token) && !f.travels(sentence, token)
	case "@warlike":
		return f.warlike(sentence, token)
	case "@timed":
		return f.timed(sentence, token)
	case "@council":
		return f.byCouncil(sentence, token)
	case "@kept":
		return f.keepsFrom(sentence, token)
	case "@dated":
		return f.dated(sentence, token)
	case "@captive":
		return f.takesCaptive(sentence, token, sense)
	case "@target":
		return len(f.behind(sentence, token, "on"))+len(f.behind(sentence, token, "against")) > 0
	case "@with":
		return f.knownPact(sentence, token)
	case "@person":
		return sense.Noun && f.ofPerson(sentence, token) || !sense.Noun && f.rings(sentence, token)
	case "@league":
		return f.ofLeague(sentence, token)
	case "@weapon":
		return f.byWeapon(s, token)
	}
	return false
}

// wordMarks are the marks that ask for no more than words of the sentence.
var wordMarks = map[string]func(s *english.Sentence, token int) bool{
	"@lapsed":  func(s *english.Sentence, token int) bool { return lapse(s, token) >= 0 },
	"@truce":   forTruce,
	"@bargain": bargains,
	"@of":      hasOf,
	"@object":  func(s *english.Sentence, token int) bool { return s.Child(token, "obj", "nsubj:pass") >= 0 },
}

// byCouncil tells whether a noun for what many a body holds is of one that a body of several states holds: "the Council held a
// debate", "the Council's session".
func (f *finder) byCouncil(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	holders := slices.Concat(f.dependents(sentence, noun, "nmod:poss"), f.modifiers(sentence, noun), f.behind(sentence, noun, "of"))
	if t := &s.Tokens[noun]; t.Is("obj") && t.Head >= 0 {
		holders = append(holders, f.subject(sentence, t.Head)...)
	}
	return f.bodies(sentence, holders)
}

// keepsFrom tells whether a verb says from what people are kept: "barred reporters from the town", "from leaving".
func (f *finder) keepsFrom(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	object := s.Object(verb)
	if object < 0 || !f.crowd(sentence, object) && !f.personal(f.fillersAt(sentence, object)) {
		return false
	}
	for child := range s.Children(verb) {
		mark := s.Child(child, "mark")
		if s.Case(child) == "from" || mark >= 0 && s.Tokens[mark].Lemma == "from" {
			return true
		}
	}
	return false
}

// forTruce tells whether efforts that somebody is told to lead are for a truce or peace: "efforts led by Norland to
// achieve a ceasefire".
func forTruce(s *english.Sentence, noun int) bool {
	led := s.Child(noun, "acl")
	if led < 0 || !s.Passive(led) || !tables().nouns["committing"][s.Tokens[led].Lemma] {
		return false
	}
	first, last := s.Subtree(led)
	return slices.ContainsFunc(s.Tokens[first:last], func(t english.Token) bool { return t.Is("obj") && tables().nouns["peacemaking"][t.Lemma] })
}

// hasOf tells whether a noun says of whom or what: "the extradition of Anna Kovar".
func hasOf(s *english.Sentence, noun int) bool {
	return slices.ContainsFunc(slices.Collect(s.Children(noun)), func(child int) bool {
		return s.Tokens[child].Is("nmod") && s.Case(child) == "of"
	})
}

// takesCaptive tells whether what a verb says is done to somebody by name, or a charge is brought against people of
// some side: "Kovar was held", "charged two Norlandic diplomats with spying".
func (f *finder) takesCaptive(sentence, verb int, sense lexicon.Verb) bool {
	s := &f.in.Text.Sentences[sentence]
	charge := tables().nouns["indicting"][sense.Word] && chargedWith(s, verb)
	if !charge && !s.Passive(verb) && goesOn(s, verb) < 0 {
		return false
	}
	captives := f.object(sentence, verb)
	return f.personal(captives) || charge && s.Child(verb, "obj") >= 0 && partisan(captives)
}

// chargedWith tells whether a verb says with what somebody was charged: "with arson", "with planning attacks".
func chargedWith(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if mark := s.Child(child, "mark"); s.Case(child) == "with" || mark >= 0 && s.Tokens[mark].Lemma == "with" {
			return true
		}
	}
	return false
}

// byWeapon tells whether what a verb says is done by weapons in flight, or by an attack: "drones
// hit the premises".
func (f *finder) byWeapon(s *english.Sentence, verb int) bool {
	doer := s.Subject(verb)
	if doer < 0 || s.Tokens[doer].UPOS != "NOUN" {
		return false
	}
	return armedNoun(s, doer) || f.harmful(&s.Tokens[doer]) && !tables().nouns["lasting"][s.Tokens[doer].Lemma]
}

// ofLeague tells whether what a verb has for object, or stands behind "from" or "of" below it, is a
// body of several states: "withdrew from the African Union".
func (f *finder) ofLeague(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(verb) {
		prep := s.Case(child)
		if !s.Tokens[child].Is("obj") && !(s.Tokens[child].Is("obl") && (prep == "from" || prep == "of")) {
			continue
		}
		if m, ok := f.in.Cast.At(sentence, child); ok && !m.Seat && f.bodies(sentence, f.fillersOf(m)) {
			return true // but who leaves Brussels has only been there
		}
	}
	return false
}

// dated tells whether a time stands before a noun and belongs to it: "the 2015 deal".
func (f *finder) dated(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	return slices.ContainsFunc(f.times[sentence], func(i int) bool {
		e := &f.in.Times[i]
		return e.From != "" && e.Last <= token && s.Tokens[s.Anchor(e.First, e.Last)].Head == token
	})
}

// timed tells whether a time stands before a noun and belongs to it, of whatever kind, or says behind it when it was: "the
// nine-day war", "the 2020 war", "the conflict in May".
func (f *finder) timed(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	return slices.ContainsFunc(f.times[sentence], func(i int) bool {
		e := &f.in.Times[i]
		anchor := s.Anchor(e.First, e.Last)
		if strings.HasSuffix(e.Value, "Y") {
			return false // what goes on for years is known to everybody
		}
		if e.Last > token {
			return e.From != "" && s.Tokens[anchor].Is("nmod") && s.Tokens[anchor].Head == token
		}
		return e.First < token && s.Dominates(token, anchor) && s.Child(anchor, "case") < 0
	})
}

// bargains tells whether a verb says what somebody would do for something in return, or if something is done: "offered to free
// the crew in exchange for fuel".
func bargains(s *english.Sentence, verb int) bool {
	deed := s.Child(verb, "xcomp")
	if deed < 0 || !s.Infinitive(deed) {
		return false
	}
	for child := range s.Children(deed) {
		t := &s.Tokens[child]
		if t.Is("advcl") && s.Child(child, "mark") >= 0 && tables().nouns["provided"][s.Tokens[s.Child(child, "mark")].Lemma] {
			return true
		}
		if t.Is("obl") && s.Case(child) == "in" && tables().nouns["returned"][t.Lemma] && child+1 < len(s.Tokens) && s.Tokens[child+1].Lemma == "for" {
			return true
		}
	}
	return false
}
