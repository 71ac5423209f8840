package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// fillersAt are those whom the noun at token and its fellows refer to. Whoever is asked for to find out who he is himself
// is nobody: the drones of "drones firing at the port", which are whose they are that fire them.
func (f *finder) fillersAt(sentence, token int) []filler {
	at := word{sentence, token}
	if slices.Contains(f.asked, at) {
		return nil
	}
	f.asked = append(f.asked, at)
	defer func() { f.asked = f.asked[:len(f.asked)-1] }()
	var all []filler
	if f.firstPerson(sentence, token) {
		v := f.in.Voice(sentence, token)
		if rebels, _ := f.revolt(); rebels.name != "" && f.byRebel(v) {
			return []filler{rebels}
		}
		if v.Side != "" {
			all = append(all, bySide(v.Side, v.Spans...))
		}
	}
	if land := f.policing(sentence, token); len(land) > 0 {
		return land
	}
	for _, m := range f.in.Cast.Members(sentence, token) {
		if bearer := f.bearer(m); bearer != nil {
			m = bearer
		}
		all = append(all, f.fillersOf(m)...)
	}
	all = f.fellows(sentence, token, all)
	all = f.besideAllies(sentence, token, all)
	all = f.included(sentence, token, all)
	if one, ok := f.collective(sentence, token); ok && (f.apart(sentence, token) || !slices.ContainsFunc(all, func(o filler) bool { return o.side != "EU" })) {
		return []filler{one}
	}
	if apposed := f.in.Text.Sentences[sentence].Child(token, "appos"); len(all) == 0 && apposed >= 0 { // "our neighbour, Norland"
		for _, m := range f.in.Cast.Members(sentence, apposed) {
			all = append(all, f.fillersOf(m)...)
		}
	}
	for _, others := range []func(sentence, token int) []filler{f.takingPart, f.allied, f.leaders, f.owners, f.hackersFor, f.natives, f.fromBoth, f.talkers, f.elided, f.sayer, f.forces, f.institutions} {
		if len(all) > 0 {
			break
		}
		all = others(sentence, token)
	}
	return f.besideForces(sentence, token, all)
}

// rowBefore tells whether "and" joins those whom a mention's own words before its noun, or behind it, name as whose people
// they are: "Norlandic and NLF officials", "envoys of Norland and the NLF".
func (f *finder) rowBefore(m *actors.Mention) bool {
	s := &f.in.Text.Sentences[m.Sentence]
	_, last := s.Subtree(m.Head, "acl", "appos")
	of := s.Child(m.Head, "nmod")
	behind := of > m.Head && (s.Case(of) == "from" || s.Case(of) == "of")
	return slices.ContainsFunc(s.Tokens[m.First:max(last, m.Last)], func(t english.Token) bool {
		return t.UPOS == "CCONJ" && strings.EqualFold(t.Text, "and") && (s.Tokens[t.Head].Head != m.Head || behind && strings.ToLower(s.Tokens[t.Head].Text) != s.Tokens[t.Head].Text)
	})
}

// fromBoth are the states that people are told to be from by no more than "both": "officials from both countries".
func (f *finder) fromBoth(sentence, token int) []filler {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(token) {
		if t := &s.Tokens[child]; t.Is("nmod") && t.XPOS == "NNS" && (s.Case(child) == "from" || s.Case(child) == "of") && tables().nouns["side"][t.Lemma] && twoKnown(s, child) {
			return f.fillersAt(sentence, child)
		}
	}
	return nil
}

// sayer is the side that says of itself what "it" or "they" does, where nobody else is meant by the
// word: "The rebels said they had fired missiles".
func (f *finder) sayer(sentence, token int) []filler {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[token]
	if t.UPOS != "PRON" || t.Lemma != "they" && t.Lemma != "it" || !t.Is("nsubj") || t.Head < 0 {
		return nil
	}
	clause := t.Head
	for s.Tokens[clause].Is("conj") && s.Tokens[clause].Head >= 0 {
		clause = s.Tokens[clause].Head // "said that ten were killed and that it had answered"
	}
	if !s.Tokens[clause].Is("ccomp") {
		return nil
	}
	over := s.Tokens[clause].Head
	if _, known := f.in.Cast.At(sentence, token); known || over < 0 || !tables().nouns["saying"][s.Tokens[over].Lemma] {
		return nil
	}
	subject := s.Subject(over)
	if subject < 0 || subject == token {
		return nil
	}
	all := f.fillersAt(sentence, subject)
	if len(all) != 1 || all[0].side == "" && !tables().nouns["armed"][s.Tokens[subject].Lemma] || f.personal(all) {
		return nil
	}
	return all
}

// elided is the state of an adjective whose noun is left out: "from the Norlandic to the
// Sudmarkian sector".
func (f *finder) elided(sentence, token int) []filler {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[token]
	if t.UPOS != "ADJ" || !t.Is("obl") && !t.Is("nmod") || token == 0 || token+1 == len(s.Tokens) || s.Tokens[token-1].UPOS != "DET" || s.Tokens[token+1].UPOS != "ADP" {
		return nil
	}
	for k := range f.in.Cast.Matches[sentence] {
		if m := &f.in.Cast.Matches[sentence][k]; m.Kind == lexicon.DemonymMatch && m.First == token && m.Actor.Affiliation != "" {
			return []filler{{name: f.partyName(m.Actor), side: m.Actor.Affiliation, spans: []parley.Span{matchSpan(s, m)}}}
		}
	}
	return nil
}

// included puts those whom a text names among a group in the place of its sides:
// "Norlandic officials, including Foreign Minister Anna Kovar".
func (f *finder) included(sentence, token int, all []filler) []filler {
	s := &f.in.Text.Sentences[sentence]
	if s.Tokens[token].XPOS != "NNS" {
		return all
	}
	for i := token + 1; i < min(len(s.Tokens)-1, token+12) && s.Tokens[i].UPOS != "AUX" && s.Tokens[i].UPOS != "SCONJ"; i++ {
		if !tables().nouns["including"][s.Tokens[i].Lemma] {
			if s.Tokens[i].UPOS == "VERB" {
				break
			}
			continue
		}
		named := f.listed(sentence, i+1)
		if !tables().nouns["land"][s.Tokens[token].Lemma] {
			named = slices.DeleteFunc(named, func(one filler) bool { return one.name == one.side })
		}
		if s.Tokens[i].XPOS != "VBG" || len(named) == 0 {
			break
		}
		var kept []filler
		for _, one := range all {
			if one.name != one.side || !slices.ContainsFunc(named, func(o filler) bool { return o.side == one.side || o.side == "" }) {
				kept = append(kept, one)
			}
		}
		return append(kept, without(named, kept)...)
	}
	return all
}

// fellows adds those who are coordinated with a part of a name or its title
// instead of with its head.
func (f *finder) fellows(sentence, token int, all []filler) []filler {
	m, ok := f.in.Cast.At(sentence, token)
	if !ok {
		return all
	}
	s := &f.in.Text.Sentences[sentence]
	for part := m.First; part < m.Last; part++ {
		for child := range s.Children(part) {
			if part == token || !s.Tokens[child].Is("conj") || child < m.Last {
				continue
			}
			for _, one := range f.in.Cast.Members(sentence, child) {
				all = append(all, without(f.fillersOf(one), all)...)
			}
		}
	}
	return all
}

// byRebel tells whether the words for who speaks tell that it is for rebels: "a rebel commander", "a spokesman for the
// insurgents".
func (f *finder) byRebel(v Voice) bool {
	return slices.ContainsFunc(append(v.Spans, v.Unnamed), func(span parley.Span) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(f.in.Text.Source[span.Start:span.End])), func(word string) bool {
			return tables().nouns["rebellious"][strings.TrimSuffix(word, "s")]
		})
	})
}

// firstPerson tells whether a token is "we" or "our": the speaker's side.
func (f *finder) firstPerson(sentence, token int) bool {
	t := &f.in.Text.Sentences[sentence].Tokens[token]
	switch strings.ToLower(t.Text) {
	case "we", "us", "our":
		return t.UPOS == "PRON" // not the US
	}
	return false
}

// matchSpan is where a phrase that the lexicon knows stands.
func matchSpan(s *english.Sentence, m *lexicon.Match) parley.Span {
	return parley.Span{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End}
}

// fillersOf names a mention's actors. Officials, troops and other people of a
// state without a name stand for the state.
func (f *finder) fillersOf(m *actors.Mention) []filler {
	spans := f.in.Cast.Evidence(m)
	if person, ok := f.titled(m); ok {
		return []filler{person}
	}
	if side := f.camp(m.Sentence, m.Head); len(side) > 0 && !slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool { return a.Kind == parley.PersonActor }) {
		return side
	}
	if group := f.groupWithin(m); group.name != "" {
		return []filler{group}
	}
	if one, ok := f.backed(m); ok {
		return []filler{one}
	}
	if f.rebels(m) {
		one, _ := f.collective(m.Sentence, m.Head)
		return []filler{one}
	}
	if f.opposition(m) {
		return []filler{f.called(m.Sentence, m.Head)}
	}
	if slices.Contains(m.Sides, "") || f.proOrAnti(m) || f.related(m) && !(len(m.Sides) > 1 && tables().nouns["counterpart"][f.in.Text.Sentences[m.Sentence].Tokens[m.Head].Lemma]) {
		return nil
	}
	if allies, ok := f.alliesAgain(m); ok {
		return []filler{allies}
	}
	if len(m.Sides) > 1 || len(m.Sides) > 0 && (m.Form == actors.Unnamed || m.Form == actors.ByPronoun || f.people(m) || m.Form == actors.ByBody && m.Title.Name != "") {
		sides := m.Sides
		if slices.ContainsFunc(sides, f.group) && !f.rowBefore(m) { // "Norland's NLF rebels" are not Norland
			sides = slices.DeleteFunc(slices.Clone(sides), func(side string) bool { return !f.group(side) })
		}
		var all []filler
		for _, side := range sides {
			all = append(all, filler{name: side, side: side, spans: spans, people: f.dissenters(m), fights: f.group(side)})
		}
		return all
	}
	var all []filler
	for _, a := range f.in.Cast.Of(m) {
		if a.Kind == parley.MediaActor || f.partyName(a) == "" || building(a) {
			continue // who reports takes no part
		}
		all = append(all, filler{name: f.partyName(a), side: a.Affiliation, spans: spans, fights: a.Kind == parley.GroupActor})
	}
	return all
}

// building tells whether a body that nobody knows goes by the name of a site, which takes no part: "Osten Hospital".
func building(a parley.Actor) bool {
	last := strings.ToLower(a.Name[strings.LastIndex(a.Name, " ")+1:])
	return a.Kind == parley.BodyActor && a.Affiliation == "" && !a.Known && tables().nouns["target"][last]
}

// group tells whether a side is an armed group's.
func (f *finder) group(side string) bool {
	a, ok := f.in.Lexicon.Actor(side)
	return ok && a.Kind == parley.GroupActor
}

// rebels tells whether a mention is of people who fight and are called by the state that they are
// from, for which they do not stand: "Norlandic rebels".
func (f *finder) rebels(m *actors.Mention) bool {
	if len(m.Sides) == 0 || !tables().nouns["armed"][f.in.Text.Sentences[m.Sentence].Tokens[m.Head].Lemma] {
		return false
	}
	_, ok := f.collective(m.Sentence, m.Head)
	return ok
}

// dissenters are the words of a phrase for people who may act against their own state.
func (f *finder) dissenters(m *actors.Mention) string {
	s := &f.in.Text.Sentences[m.Sentence]
	if len(m.Sides) != 1 || !tables().nouns["dissenting"][s.Tokens[m.Head].Lemma] {
		return ""
	}
	first := m.First
	for first < m.Head && (s.Tokens[first].UPOS == "DET" || s.Tokens[first].UPOS == "NUM") {
		first++
	}
	return f.in.Text.Source[s.Tokens[first].Start:s.Tokens[m.Head].End]
}

// divided names people of a side by their own words where they act on the side or it on them:
// "Norlandic protesters clashed with the Norlandic police".
func divided(list, others []filler) []filler {
	for i, one := range list {
		if one.people != "" && slices.ContainsFunc(others, func(o filler) bool { return o.side == one.side && o.people != one.people }) {
			list[i].name = one.people
		}
	}
	return list
}

// titled is the person whose name stands right behind a description of one of a side,
// though the tree has hung the name elsewhere: "his Norlandic counterpart Anna Kovar".
func (f *finder) titled(m *actors.Mention) (filler, bool) {
	if m.Form != actors.Unnamed || len(m.Sides) != 1 || f.in.Text.Sentences[m.Sentence].Tokens[m.Head].XPOS == "NNS" {
		return filler{}, false
	}
	for k := range f.in.Cast.Mentions {
		name := &f.in.Cast.Mentions[k]
		if name.Sentence != m.Sentence || name.First != m.Last || name.Form != actors.Named {
			continue
		}
		for _, a := range f.in.Cast.Of(name) {
			if a.Kind == parley.PersonActor && (a.Affiliation == "" || a.Affiliation == m.Sides[0]) {
				return filler{name: a.Name, side: m.Sides[0], spans: append(f.in.Cast.Evidence(name), f.in.Cast.Evidence(m)...)}, true
			}
		}
	}
	return filler{}, false
}

// people tells whether a mention is of people of a side by a common noun in the
// plural: "Norlandic officials".
func (f *finder) people(m *actors.Mention) bool {
	t := &f.in.Text.Sentences[m.Sentence].Tokens[m.Head]
	return t.XPOS == "NNS" && t.Text == strings.ToLower(t.Text)
}

// partyName is how an event names an actor; the seat of a government, and a state's forces
// without a name of their own, stand for the state.
func (f *finder) partyName(a parley.Actor) string {
	if whole := f.wholeForce(a); whole != "" {
		return whole
	}
	if a.Kind == parley.BodyActor && a.Sector == "MIL" && f.state(a.Affiliation) && !f.namesArmy(a) && !f.atHomeInWar(a.Affiliation) {
		return a.Affiliation
	}
	if a.Kind == parley.BodyActor && a.Affiliation != "" && (f.site(a.Name) || strings.HasSuffix(a.Name, " Embassy") || strings.HasSuffix(strings.ToLower(a.Name), " military")) {
		return a.Affiliation
	}
	return actors.PartyName(a)
}

// modifiers are the states and people that stand before a noun: "the Iran-US
// talks", "the Russian attack", "a Trump-Putin call".
func (f *finder) modifiers(sentence, head int) []filler {
	s := &f.in.Text.Sentences[sentence]
	var all []filler
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if m.First >= head || head-m.Last > 6 || !premodifies(s, head, m) {
			continue
		}
		if m.Actor.Name == "" || f.venue(sentence, head, m) || partial(s, m.First, m.Last) {
			continue
		}
		switch m.Kind {
		case lexicon.DemonymMatch:
			if m.Actor.Affiliation == "" {
				continue // "Kurdish", of no one state
			}
			fallthrough
		case lexicon.StateMatch, lexicon.MetonymMatch, lexicon.GroupMatch, lexicon.BodyMatch, lexicon.PersonMatch:
			span := matchSpan(s, m)
			all = append(all, filler{name: f.partyName(m.Actor), side: m.Actor.Affiliation, spans: []parley.Span{span}})
		}
	}
	if fellow := fellowWeapon(s, head); len(all) == 0 && fellow >= 0 {
		return f.modifiers(sentence, fellow)
	}
	return all
}

// fellowWeapon is the weapon that shares a noun with the one right before it, where the tree has it apart: "missile" of
// "Russian missile and drone strikes"; -1 where there is none.
func fellowWeapon(s *english.Sentence, noun int) int {
	weapon := noun - 1
	and, fellow := weapon-1, weapon-2
	if fellow < 0 || !s.Tokens[weapon].Is("compound") || !inFlight(s.Tokens[weapon].Lemma) || s.Tokens[and].UPOS != "CCONJ" {
		return -1
	}
	t := &s.Tokens[fellow]
	if doing := s.Tokens[noun].Head == fellow && t.Head >= 0 && s.Object(t.Head) >= 0; !inFlight(t.Lemma) || doing {
		return -1 // what the verb does, the fellow does for both: "missile and drone strikes killed ten"
	}
	return fellow
}

// premodifies tells whether a phrase stands directly under a noun, or under its
// fellow modifier, before it.
func premodifies(s *english.Sentence, head int, m *lexicon.Match) bool {
	token := m.Last
	for range 4 {
		t := &s.Tokens[token]
		if !t.Is("amod") && !t.Is("compound") && !t.Is("conj") && !t.Is("nmod:desc") && !t.Is("flat") && !t.Is("nmod:unmarked") {
			return false
		}
		if t.Head == head {
			return true
		}
		if token = t.Head; token < 0 || token > head {
			return false
		}
	}
	return false
}

// partial tells whether "pro-" or "anti-" stands before a name, or "-backed" or "-made"
// behind it: who is for a side or against it, or armed by it, is not of it.
func partial(s *english.Sentence, first, last int) bool {
	if last >= first && last+2 < len(s.Tokens) && s.Tokens[last+1].UPOS == "PUNCT" && s.Tokens[last+1].Start == s.Tokens[last].End && tables().nouns["borrowed"][strings.ToLower(s.Tokens[last+2].Text)] {
		return true
	}
	if word := strings.ToLower(s.Tokens[first].Text); strings.HasPrefix(word, "anti-") || strings.HasPrefix(word, "pro-") {
		return true
	}
	if first < 2 || s.Tokens[first-1].UPOS != "PUNCT" {
		return false
	}
	word := strings.ToLower(s.Tokens[first-2].Text)
	return word == "pro" || word == "anti"
}

// proOrAnti tells whether a phrase of people without a name says only for whom or
// against whom they are.
func (f *finder) proOrAnti(m *actors.Mention) bool {
	s := &f.in.Text.Sentences[m.Sentence]
	return m.Form != actors.Named && slices.ContainsFunc(f.in.Cast.Matches[m.Sentence], func(o lexicon.Match) bool {
		return o.First >= m.First && o.Last < m.Last && partial(s, o.First, o.First-1)
	})
}

// collective names people or states that have no one side by the text's own words:
// "European leaders", "Kurdish fighters", "Western diplomats".
func (f *finder) collective(sentence, token int) (filler, bool) {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[token]
	if t.XPOS != "NNS" || !tables().nouns["collective"][t.Lemma] || token == 0 {
		return filler{}, false
	}
	before := &s.Tokens[token-1]
	if before.Head != token || !before.Is("amod") && !before.Is("compound") || strings.ToLower(before.Text) == before.Text && !(tables().nouns["foreign"][before.Lemma] && tables().nouns["guest"][t.Lemma]) {
		return filler{}, false
	}
	if nouns := tables().nouns; nouns["branch"][strings.ToLower(before.Lemma)] || nouns["ruling"][strings.ToLower(before.Lemma)] || nouns["unknown"][strings.ToLower(before.Text)] {
		return filler{}, false
	}
	if before.Text == "European" && !tables().nouns["leader"][t.Lemma] {
		return filler{}, false // who acts for the Union
	}
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if tables().nouns["armed"][t.Lemma] && (m.Kind == lexicon.DemonymMatch || m.Kind == lexicon.StateMatch) && m.Last == token-1 {
			break // "Norlandic rebels" fight their state
		}
		if !f.apart(sentence, token) && m.First <= token-1 && m.Last >= token-1 && m.Actor.Affiliation != "" && (m.Actor.Affiliation != "EU" || before.Text != "European") {
			return filler{}, false
		}
	}
	first := token - 1
	for first > 0 && s.Tokens[first].UPOS == "PROPN" && s.Tokens[first-1].UPOS == "PROPN" { // "West Bank settlers"
		first--
	}
	span := parley.Span{Start: s.Tokens[first].Start, End: t.End}
	return filler{name: f.in.Text.Source[span.Start:span.End], spans: []parley.Span{span}}, true
}

// apart tells whether a noun is of people who do not stand for the state that they are of.
func (f *finder) apart(sentence, token int) bool {
	return tables().nouns["apart"][f.in.Text.Sentences[sentence].Tokens[token].Lemma]
}

// somebody tells whether a token is a noun for a person.
func (f *finder) somebody(sentence, token int) bool {
	if _, known := f.in.Cast.At(sentence, token); known {
		return true
	}
	_, titled := f.in.Lexicon.Title(f.in.Text.Sentences[sentence].Tokens[token].Lemma)
	return titled
}

// whence is the country of the place from which something was fired.
func (f *finder) whence(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	for child := range s.Children(t.token) {
		if s.Case(child) != "from" {
			continue
		}
		for k := range f.in.Cast.Matches[t.sentence] {
			m := &f.in.Cast.Matches[t.sentence][k]
			if m.First <= child && child <= m.Last && countryOf(m) != "" {
				span := matchSpan(s, m)
				return []filler{bySide(countryOf(m), span)}
			}
		}
	}
	return nil
}
