package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// rioting tells whether violence is a riot by who does it: "protesters burned the flag". Who
// fires missiles does more than that.
func (f *finder) rioting(t trigger) bool {
	if t.sense.Code != destroying && t.sense.Type != parley.Assault {
		return false
	}
	s := &f.in.Text.Sentences[t.sentence]
	for child := range s.Children(t.token) {
		c := &s.Tokens[child]
		doer := c.Deprel == "nsubj" && !s.Passive(t.token) || s.Case(child) == "by" && (c.Is("obl") || c.Is("nmod")) ||
			tables().nouns["fray"][t.sense.Word] && !t.sense.Noun && s.Case(child) == "with" // "police clashed with protesters"
		if doer && tables().nouns["protesting"][c.Lemma] {
			mode := f.mode(t)
			return mode == "" || mode == "other" || mode == "ground"
		}
	}
	return false
}

// obstructing tells whether who blocks a road are people of no side, who protest: "students blocked roads".
func (f *finder) obstructing(t trigger) bool {
	s := &f.in.Text.Sentences[t.sentence]
	doer := s.Subject(t.token)
	if t.sense.Type != parley.Coerce || !tables().nouns["barring"][t.sense.Word] || doer < 0 || s.Tokens[doer].XPOS != "NNS" {
		return false
	}
	if nouns := tables().nouns; nouns["protesting"][s.Tokens[doer].Lemma] || nouns["dissenting"][s.Tokens[doer].Lemma] {
		return true
	}
	m, ok := f.in.Cast.At(t.sentence, doer)
	if !ok || m.Form != actors.Unnamed || len(m.Sides) > 0 || armedNoun(s, doer) {
		return false
	}
	switch m.Title.Sector {
	case "GOV", "MIL", "COP":
		return false
	}
	return m.Title.Name != ""
}

// marchers are those who protest, where a common noun is all that tells who they are: "Thousands
// marched in Oslo". Soldiers march to war.
func (f *finder) marchers(t trigger) []filler {
	if t.sense.Type != parley.Protest || t.sense.Noun && (t.support < 0 || !tables().nouns["carrier"][f.in.Text.Sentences[t.sentence].Tokens[t.support].Lemma]) {
		return nil
	}
	s := &f.in.Text.Sentences[t.sentence]
	verb := t.token
	if t.sense.Noun {
		verb = t.support // "went on strike"
	}
	doer := s.Subject(verb)
	if doer < 0 || doer == t.token || !f.crowd(t.sentence, doer) || hasCase(s, verb, "into") {
		return nil
	}
	first, last := doer, doer
	if people := f.numbered(t.sentence, doer); people > doer {
		if all := f.fillersAt(t.sentence, people); len(all) > 0 {
			return all // "tens of thousands of Norlanders"
		}
		last = people
	}
	for first > 0 && s.Tokens[first-1].Head == doer && (s.Tokens[first-1].Is("amod") || s.Tokens[first-1].Is("compound")) {
		first--
	}
	if first < doer && against(s, first, last) {
		first = doer // "anti-government protesters" are protesters
	}
	span := parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last].End}
	one := filler{name: f.in.Text.Source[span.Start:span.End], spans: []parley.Span{span}, common: first == doer}
	switch {
	case first == doer && massed(&s.Tokens[last]):
		one.name = protesters
	case first == doer:
		one.name = strings.ToLower(one.name)
	}
	return []filler{one}
}

// against tells whether words before people who protest say no more of them than what they are against.
func against(s *english.Sentence, first, last int) bool {
	word := strings.ToLower(s.Tokens[first].Text)
	if word == "anti" && first+1 < last && s.Tokens[first+1].Text == "-" {
		first, word = first+2, "anti-"
	}
	return strings.HasPrefix(word, "anti") && first+1 == last
}

// brokeOut lets protests of which the text does not tell who marched be those of the people of the state whose they are told
// to be, or where they were, or against which they are: "Protests erupted in Oslo", "Norland has seen protests", "the
// uprising against Kovar".
func (f *finder) brokeOut(m *mention) {
	if m.sense.Type != parley.Protest || f.in.Text.Sentences[m.sentence].Tokens[m.token].Is("compound") || !m.sense.Noun && (len(m.actors) > 0 || !tables().nouns["demonstrating"][m.sense.Word]) {
		return
	}
	if f.inGovernment(m.actors) { // "the uprising against leader Anna Kovar", in a wrong tree
		m.actors, m.recipients = nil, append(m.recipients, without(m.actors, m.recipients)...)
	}
	if slices.ContainsFunc(m.actors, func(one filler) bool { return !f.byName(m, one) }) {
		return
	}
	if told := f.marchers(m.trigger); len(m.actors) > 0 && len(told) > 0 {
		m.actors = told // "doctors in Norland began a strike"
		return
	}
	land := slices.Concat(m.actors, f.againstState(m))
	if f.state(m.placeOf) {
		land = []filler{bySide(m.placeOf, m.place)}
	}
	if one := f.mainLand(); len(land) == 0 && m.place.End == 0 && one.name != "" {
		land = []filler{one}
	}
	if m.actors = nil; len(land) > 0 {
		m.actors = []filler{{name: f.risenUp(m, land[0].side), spans: land[0].spans, home: land[0].side}}
	}
}

// risenUp is what people are called who rise against their state: protesters, or where a text tells of an uprising and of
// rebels there, those.
func (f *finder) risenUp(m *mention, land string) string {
	if rebels, where := f.revolt(); where == land && land != "" && tables().nouns["strife"][m.sense.Word] {
		return rebels.name
	}
	return protesters
}

// inGovernment tells whether one of those named governs a state.
func (f *finder) inGovernment(list []filler) bool {
	return slices.ContainsFunc(list, func(one filler) bool {
		a, ok := f.personNamed(one.name)
		return ok && a.Sector == "GOV" && f.state(one.side)
	})
}

// againstState is the state against which, or against whose leader, a protest is told to be.
func (f *finder) againstState(m *mention) []filler {
	if len(m.recipients) != 1 || !f.state(m.recipients[0].side) {
		return nil
	}
	return m.recipients
}

// byName tells whether somebody is a state by its name, of which a text tells that there are protests.
func (f *finder) byName(m *mention, one filler) bool {
	s := &f.in.Text.Sentences[m.sentence]
	return one.name == one.side && slices.ContainsFunc(f.in.Cast.Matches[m.sentence], func(o lexicon.Match) bool {
		return o.Kind == lexicon.StateMatch && slices.Contains(one.spans, matchSpan(s, &o))
	})
}

// numbered is the noun of which a number noun, or several in a row, tell how many: "people" in "tens of thousands of
// people"; the number noun itself where none stands behind it.
func (f *finder) numbered(sentence, noun int) int {
	s := &f.in.Text.Sentences[sentence]
	for range 3 {
		of := -1
		for child := range s.Children(noun) { // in "tens of thousands of people" both may hang on the first
			if s.Tokens[child].Is("nmod") && s.Case(child) == "of" {
				of = child
			}
		}
		if of < noun || !numberNoun(s.Tokens[noun].Lemma) {
			break
		}
		noun = of
	}
	return noun
}

// numberNoun tells whether a noun is a number, of "thousands" or "tens of thousands".
func numberNoun(lemma string) bool { return lemma == "ten" || tables().nouns["number"][lemma] }

// crowd tells whether a noun, or the one that it tells how many of there are, is one for people who may march, and not for one
// of them or for soldiers: "students", "thousands".
func (f *finder) crowd(sentence, noun int) bool {
	t := &f.in.Text.Sentences[sentence].Tokens[noun]
	if t.XPOS == "NN" && !tables().nouns["throng"][t.Lemma] || t.UPOS != "NOUN" && t.UPOS != "NUM" && t.UPOS != "PROPN" {
		return false
	}
	people := f.numbered(sentence, noun)
	lemma, nouns := f.in.Text.Sentences[sentence].Tokens[people].Lemma, tables().nouns
	if people == noun && (t.UPOS == "NUM" || nouns["headcount"][lemma]) {
		return true
	}
	_, ofLand := f.in.Lexicon.OfDemonym(f.in.Text.Sentences[sentence].Tokens[people].Text)
	return (ofLand || nouns["demonstrator"][lemma] || nouns["protesting"][lemma] || f.in.Lexicon.OfClass("people", lemma)) && !nouns["soldiery"][lemma] && !nouns["authority"][lemma] && !nouns["armed"][lemma] && !nouns["officer"][lemma]
}

// held tells whether a protest took place that seems only to be meant: people gathered to hold it, something is told to be
// done in it, or to it as to one that is known.
func (f *finder) held(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	t := &s.Tokens[m.token]
	switch {
	case m.status.purpose:
		return true // "gathered to protest against the law"
	case !m.sense.Noun:
		return m.status.is == parley.Planned && s.Infinitive(m.token) && (t.Is("advcl") || t.Is("acl") && tables().nouns["span"][s.Tokens[t.Head].Lemma])
	case m.status.is != parley.Planned || m.when != nil && !f.gone(m.when, 0):
		return false
	}
	over := t.Head
	organized := over >= 0 && tables().nouns["organizing"][s.Tokens[over].Lemma] && (s.Tokens[over].XPOS == "VBN" || s.Tokens[over].XPOS == "VBD")
	return beside[s.Case(m.token)] || organized || f.definite(m.trigger)
}

// gatheredTo lets a protest that people gathered or marched for be where and when they did: "gathered in Osten on
// Monday to protest against the law".
func (f *finder) gatheredTo(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	over := s.Tokens[m.token].Head
	if m.sense.Type != parley.Protest || !m.status.purpose && m.status.is != parley.Happened || !s.Infinitive(m.token) || over < 0 {
		return
	}
	gathering := m.toldBy(over)
	if m.when == nil {
		m.when = f.when(gathering)
	}
	if m.place.End == 0 {
		m.place, m.placeOf = f.place(gathering)
	}
}

// persists tells whether a protest is told in the perfect, and without a day, to go on: "have rallied for a third day",
// "protests that have grown into a revolt".
func (f *finder) persists(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Type != parley.Protest || m.day() != "" && !lasting(m.when) {
		return false
	}
	if !m.sense.Noun {
		return perfect(s, m.token)
	}
	grown := s.Child(m.token, "acl")
	doing := m.support >= 0 && !s.Tokens[m.token].Is("obj") && !s.Tokens[m.token].Is("obl")
	return doing && perfect(s, m.support) || grown >= 0 && perfect(s, grown)
}
