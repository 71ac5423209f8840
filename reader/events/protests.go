package events

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
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
	if doer < 0 || doer == t.token || !crowd(&s.Tokens[doer]) || hasCase(s, verb, "into") {
		return nil
	}
	first, last := doer, doer
	if people := f.numbered(t.sentence, doer); people > doer {
		if all := f.fillersAt(t.sentence, people); len(all) > 0 {
			return all // "tens of thousands of Norlanders"
		}
		last = people
	}
	for first > 0 && s.Tokens[first-1].Head == doer && (s.Tokens[first-1].Is("amod") || s.Tokens[first-1].Is("compound") || s.Tokens[first-1].Is("nummod")) {
		first--
	}
	span := parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last].End}
	return []filler{{name: f.in.Text.Source[span.Start:span.End], spans: []parley.Span{span}}}
}

// brokeOut lets protests of which the text tells where they were, and neither whose they are nor who marched, be those of
// the people there: "Protests erupted in Oslo".
func (f *finder) brokeOut(m *mention) {
	if m.sense.Type != parley.Protest || !m.sense.Noun || tables().nouns["protesting"][m.sense.Word] || len(m.actors) > 0 || m.placeOf == "" || !f.state(m.placeOf) {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	if noun := &s.Tokens[m.token]; m.support >= 0 && (noun.Is("nsubj") || noun.Is("obj") && tables().nouns["provoking"][s.Tokens[m.support].Lemma]) {
		m.actors = []filler{bySide(m.placeOf, m.place)}
	}
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
		if of < noun || !tables().nouns["number"][s.Tokens[noun].Lemma] && s.Tokens[noun].Lemma != "ten" {
			break
		}
		noun = of
	}
	return noun
}

// crowd tells whether a word may be one for people who march, and not for one of them or for soldiers: "students",
// "thousands".
func crowd(t *english.Token) bool {
	if t.UPOS != "NOUN" && t.UPOS != "NUM" || t.XPOS == "NN" {
		return false
	}
	nouns := tables().nouns
	return !nouns["soldiery"][t.Lemma] && !nouns["authority"][t.Lemma] && !nouns["armed"][t.Lemma] && !nouns["upheaval"][t.Lemma]
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
