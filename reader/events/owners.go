package events

import (
	"cmp"
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// natives are the states that a noun tells where it is of somebody without a name, of bodies of several, or of a ware.
func (f *finder) natives(sentence, token int) []filler {
	t := &f.in.Text.Sentences[sentence].Tokens[token]
	if tables().nouns["allied"][t.Lemma] {
		return nil // allies in Norland are none of its own
	}
	if f.somebody(sentence, token) || tables().nouns["ware"][t.Lemma] {
		return f.origin(sentence, token)
	}
	if all := f.origin(sentence, token); t.XPOS == "NNS" && len(all) > 1 {
		if _, ok := f.in.Lexicon.StateBody(t.Lemma, all[0].side); ok {
			return all // "the governments of Norland and Sudmark"
		}
	}
	return nil
}

// origin are the states that somebody without a name, or a ware, is of: "a court in Norland",
// "the mayor of the Norland town", "goods from Norland and Sudmark".
func (f *finder) origin(sentence, token int) []filler {
	s := &f.in.Text.Sentences[sentence]
	var all []filler
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		anchor := s.Anchor(m.First, m.Last+1)
		noun := f.placeNoun(s, anchor)
		if over := s.Tokens[noun].Head; over >= 0 && s.Tokens[noun].Is("conj") {
			noun = over
		}
		if s.Tokens[noun].Head != token || !s.Tokens[noun].Is("nmod") {
			continue
		}
		prep, country := s.Case(noun), countryOf(m)
		if country == "" || prep != "of" && prep != "in" && prep != "from" || prep == "in" && (tables().nouns["guest"][s.Tokens[token].Lemma] || tables().nouns["protesting"][s.Tokens[token].Lemma] || armedNoun(s, token)) {
			continue
		}
		if foe := f.risenAgainst(sentence); prep == "in" && foe != "" && tables().nouns["ruling"][s.Tokens[token].Lemma] {
			all = append(all, bySide(foe, spanOf(s, token))) // "rebels of Norland met the government in Olvik"
			continue
		}
		all = append(all, bySide(country, matchSpan(s, m)))
	}
	return all
}

// risenAgainst is the state of whose rebels or opposition a sentence tells, "" where it tells of none.
func (f *finder) risenAgainst(sentence int) string {
	for token := range f.in.Text.Sentences[sentence].Tokens {
		if camp, ok := f.in.Cast.Camp(sentence, token); ok {
			return cmp.Or(camp.Of, f.in.Cast.Torn)
		}
	}
	return ""
}

// owners are those to whom a thing belongs that acts or is acted on: "Norland
// artillery", "Norland's drones and missiles", "dozens of Norland drones".
func (f *finder) owners(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	if s.Tokens[noun].UPOS != "NOUN" && !f.unknownBody(sentence, noun) || tables().nouns["relation"][s.Tokens[noun].Lemma] {
		return nil
	}
	possessors := f.dependents(sentence, noun, "nmod:poss")
	if tables().nouns["power"][s.Tokens[noun].Lemma] {
		possessors = sided(possessors)
	}
	all := append(f.modifiers(sentence, noun), possessors...)
	if len(all) == 0 {
		all = f.senders(sentence, noun)
	}
	counts := tables().nouns["number"][s.Tokens[noun].Lemma] || tables().nouns["unit"][s.Tokens[noun].Lemma] || s.Tokens[noun].UPOS == "NUM"
	for child := range s.Children(noun) {
		if s.Tokens[child].Is("conj") && !f.unsided(sentence, noun) && !police(s, noun) || counts && s.Tokens[child].Is("nmod") && s.Case(child) == "of" {
			all = append(all, f.fillersAt(sentence, child)...)
		}
	}
	return all
}

// unknownBody tells whether a name that nobody knows, or an adjective in the place of a noun, is said to be
// somebody's: "Norland's Battlegroup Centre", "Norland's military".
func (f *finder) unknownBody(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[token]
	_, known := f.in.Cast.At(sentence, token)
	return !known && (t.UPOS == "PROPN" || t.UPOS == "ADJ" && t.Is("nsubj")) && s.Child(token, "nmod:poss") >= 0
}

// senders are those who are told to have sent a weapon in flight, or to whom a thing belongs: "missiles fired by
// Norland", "drones that Norland launched", "a depot belonging to Norland".
func (f *finder) senders(sentence, thing int) []filler {
	s := &f.in.Text.Sentences[sentence]
	weapon := inFlight(s.Tokens[thing].Lemma)
	for child := range s.Children(thing) {
		if s.Tokens[child].Is("acl") && tables().nouns["belonging"][s.Tokens[child].Lemma] {
			return f.behind(sentence, child, "to")
		}
		if t := &s.Tokens[child]; weapon && t.Is("acl") && tables().nouns["sending"][t.Lemma] {
			if s.Passive(child) {
				return append(f.behind(sentence, child, "by"), f.behind(sentence, child, "from")...)
			}
			return f.subject(sentence, child)
		}
	}
	return nil
}

// armedWith are those whose weapons something is told to have been attacked with: "was attacked with ten Norlandic
// drones".
func (f *finder) armedWith(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(verb) {
		if s.Case(child) == "with" && inFlight(s.Tokens[child].Lemma) {
			return f.owners(sentence, child)
		}
	}
	return nil
}

// backed are fighters who are told by whom they are backed, for whom they do not stand: "Norlandic-backed fighters".
func (f *finder) backed(m *actors.Mention) (filler, bool) {
	s := &f.in.Text.Sentences[m.Sentence]
	if m.Form == actors.Named || !armedNoun(s, m.Head) {
		return filler{}, false
	}
	for k := range f.in.Cast.Matches[m.Sentence] {
		if o := &f.in.Cast.Matches[m.Sentence][k]; o.First >= m.First && o.Last < m.Head && partial(s, o.First, o.Last) {
			span := parley.Span{Start: s.Tokens[o.First].Start, End: s.Tokens[m.Head].End}
			return filler{name: f.in.Text.Source[span.Start:span.End], spans: []parley.Span{span}, fights: true}, true
		}
	}
	return filler{}, false
}

// groupWithin is the armed group that a phrase for its fighters names, whatever state it says that they are from:
// "fighters of the Norlandic militia NLF"; nobody where it names none.
func (f *finder) groupWithin(m *actors.Mention) filler {
	s := &f.in.Text.Sentences[m.Sentence]
	if m.Form == actors.Named || !armedNoun(s, m.Head) && !tables().nouns["band"][s.Tokens[m.Head].Lemma] {
		return filler{}
	}
	for k := range f.in.Cast.Matches[m.Sentence] {
		o := &f.in.Cast.Matches[m.Sentence][k]
		if o.Kind == lexicon.GroupMatch && o.First >= m.First && o.Last < m.Last && !partial(s, o.First, o.Last) {
			return filler{name: f.partyName(o.Actor), side: o.Actor.Affiliation, spans: []parley.Span{matchSpan(s, o)}, fights: true}
		}
	}
	return filler{}
}
