package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// invading tells whether a verb of motion has forces or fighters for subject, and a land or a place of it that they come
// into: "rebels entered the town", "tanks rolled into Osten".
func (f *finder) invading(sentence, verb int) bool {
	doer := f.mover(sentence, verb)
	return doer >= 0 && (f.ofForces(sentence, doer) || tables().nouns["armor"][f.in.Text.Sentences[sentence].Tokens[doer].Lemma]) &&
		f.comesInto(sentence, verb, f.onLandAt)
}

// forcesAct tells whether an active verb has forces, fighters or their craft for subject.
func (f *finder) forcesAct(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	doer := f.mover(sentence, verb)
	if doer < 0 {
		return false
	}
	lemma := s.Tokens[doer].Lemma
	return f.ofForces(sentence, doer) || tables().nouns["armor"][lemma] || tables().nouns["fleet"][lemma]
}

// travels tells whether an armed group or an army by its name does what people in office do as well: "Hezbollah went to Oslo".
func (f *finder) travels(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	return s.Tokens[f.mover(sentence, verb)].UPOS == "PROPN" && slices.ContainsFunc(f.senses(&s.Tokens[verb], false), func(v lexicon.Verb) bool {
		return v.Type == parley.Consult
	})
}

// bound tells whether a preposition behind a verb without an object says where forces make for or are: a land, a place of
// it, a border or a front.
func (f *finder) bound(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	if s.Child(verb, "obj", "xcomp", "ccomp") >= 0 {
		return false
	}
	return slices.ContainsFunc(slices.Collect(s.Children(verb)), func(child int) bool {
		if where := s.Case(child); !s.Tokens[child].Is("obl") || !into[where] && !towards[where] {
			return false
		}
		lemma, front := s.Tokens[child].Lemma, tables().nouns["front"]
		return f.onLandAt(sentence, child) || tables().nouns["frontier"][lemma] || front[lemma] || hasOneBelow(s, child, front)
	})
}

// towards are the prepositions of where forces are bound, or lie.
var towards = map[string]bool{"to": true, "in": true, "at": true, "near": true, "along": true, "for": true}

// warlike tells whether a noun for what armies do and others do as well is told as an army's or an armed group's, or as a
// state's at a place abroad: "the army's operations", "Norland's campaign in Osten".
func (f *finder) warlike(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(noun) {
		t := &s.Tokens[child]
		owner := t.Is("nmod:poss") || t.Is("compound") || t.Is("nmod") && s.Case(child) == "by"
		if owner && f.ofForces(sentence, child) {
			return true
		}
	}
	owners := append(f.dependents(sentence, noun, "nmod:poss"), f.modifiers(sentence, noun)...)
	if len(owners) != 1 || owners[0].name != owners[0].side || !f.state(owners[0].side) {
		return false
	}
	return slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		land := landOf(&m)
		if m.First <= noun || land == "" || land == owners[0].side {
			return false
		}
		return s.Tokens[m.Last].Is("nmod") && s.Tokens[m.Last].Head == noun && placePrepositions[s.Case(m.Last)]
	})
}

// intruding tells whether a verb of motion has drones, aircraft or warships for subject, and the air or the waters of a state
// that they come into.
func (f *finder) intruding(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	doer := f.mover(sentence, verb)
	if doer < 0 {
		return false
	}
	craft := s.Tokens[doer].Lemma
	return (flying(craft) || f.in.Lexicon.OfClass("craft", craft)) &&
		f.comesInto(sentence, verb, func(sentence, token int) bool { return tables().nouns["realm"][s.Tokens[token].Lemma] })
}

// mover is what a verb of motion has for subject, that of which a number noun tells how many: "troops" in "hundreds of
// troops"; -1 where it has none.
func (f *finder) mover(sentence, verb int) int {
	s := &f.in.Text.Sentences[sentence]
	doer := s.Subject(verb)
	if doer < 0 || s.Passive(verb) {
		return -1
	}
	return f.numbered(sentence, doer)
}

// into are the prepositions of what somebody comes into.
var into = map[string]bool{"into": true, "onto": true, "on": true, "toward": true, "towards": true, "through": true}

// comesInto tells whether what a verb of motion has for object, or behind a preposition of where to, is of a kind.
func (f *finder) comesInto(sentence, verb int, fits func(sentence, token int) bool) bool {
	s := &f.in.Text.Sentences[sentence]
	if object := s.Child(verb, "obj"); object >= 0 {
		return fits(sentence, object) // who moves tanks into a town need not come into it
	}
	return slices.ContainsFunc(slices.Collect(s.Children(verb)), func(child int) bool {
		return s.Tokens[child].Is("obl") && into[s.Case(child)] && fits(sentence, child)
	})
}

// onLandAt tells whether a token is a place or a land by its name, or a noun for one that is fought over.
func (f *finder) onLandAt(sentence, token int) bool {
	lemma := f.in.Text.Sentences[sentence].Tokens[token].Lemma
	if f.in.Lexicon.OfClass("ground", lemma) || tables().nouns["place"][lemma] {
		return true
	}
	named := slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		land := m.Kind == lexicon.PlaceMatch || m.Kind == lexicon.StateMatch || m.Kind == lexicon.MetonymMatch
		return land && m.First <= token && token <= m.Last
	})
	return named || f.locates(sentence, token)
}

// ofForces tells whether a noun is of the forces of a state or of fighters, or names an armed group or an army.
func (f *finder) ofForces(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	if tables().nouns["soldiery"][s.Tokens[noun].Lemma] || armedNoun(s, noun) {
		return true
	}
	m, known := f.in.Cast.At(sentence, noun)
	return known && s.Tokens[noun].UPOS == "PROPN" && slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool {
		return a.Kind == parley.GroupActor || a.Kind == parley.BodyActor && a.Sector == "MIL"
	})
}

// byRaiders tells whether what a verb says is done to something or somebody by forces, fighters, settlers or a crowd:
// "soldiers burned the huts".
func (f *finder) byRaiders(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	doer := s.Subject(verb)
	if doer < 0 || s.Object(verb) < 0 {
		return false
	}
	nouns := tables().nouns
	lemma := s.Tokens[doer].Lemma
	return nouns["apart"][lemma] || nouns["protesting"][lemma] || police(s, doer) || f.ofForces(sentence, doer)
}

// byRebels tells whether people who fight a war, or settlers, do what a verb says, or are harmed at a place, of whom the text
// tells whose they are by no more than their land, or nothing: "Norlandic rebels seized a bridge".
func (f *finder) byRebels(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	fights := func(one filler) bool { return one.fights }
	toll := m.sense.Type == parley.Assault && m.place.End > 0 && len(m.figures) > 0
	if toll && slices.ContainsFunc(m.recipients, fights) && !f.toldByNoun(m) {
		return true // "ten militants were killed in Osten"
	}
	if doer := s.Subject(m.token); doer >= 0 && tables().nouns["apart"][s.Tokens[doer].Lemma] && m.sense.Type == parley.Assault {
		return len(m.actors) > 0 && m.place.End > 0 && f.fromLand(s, m.sentence, doer)
	}
	doer := f.byForces(m.trigger)
	if doer < 0 || !slices.ContainsFunc(m.actors, fights) {
		return false
	}
	switch m.sense.Type {
	case parley.Assault, parley.Coerce, parley.Mobilize:
	default:
		return false
	}
	if aside := s.Tokens[m.token].Is("advcl") || s.Tokens[m.token].Is("acl"); !aside && f.fromLand(s, m.sentence, doer) {
		return true
	}
	reported := m.place.End > 0 || len(m.figures) > 0 || m.day() != "" && !fatal(m)
	return reported && tables().nouns["combatant"][s.Tokens[doer].Lemma]
}

// toldByNoun tells whether a noun for an attack says in what people were harmed, which tells of it as well: "in a shootout".
func (f *finder) toldByNoun(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		if !s.Tokens[child].Is("obl") {
			continue
		}
		for _, sense := range f.senses(&s.Tokens[child], true) {
			if sense.Type == parley.Assault && f.particlesFit(s, child, sense) && f.companionFits(m.sentence, child, sense) {
				return true
			}
		}
	}
	return false
}

// sufferers lets an attack of which a verb beside its noun tells whom it killed or hurt be one on them, and not on the land where
// it was: "ten militants were killed in a raid in Osten".
func (f *finder) sufferers(told []mention) {
	for i := range told {
		attack := &told[i]
		if attack.sense.Type != parley.Assault || !attack.sense.Noun || len(attack.recipients) != 1 {
			continue
		}
		if spans := attack.recipients[0].spans; len(spans) != 1 || spans[0] != attack.place {
			continue
		}
		noun := &f.in.Text.Sentences[attack.sentence].Tokens[attack.token]
		if noun.Is("obl") && slices.ContainsFunc(told, func(o mention) bool {
			harm := o.sense.Type == parley.Assault || o.sense.Type == ""
			if !harm || o.sense.Noun || o.token != noun.Head {
				return false
			}
			return len(o.recipients) > 0 && !overlaps(o.recipients, attack.recipients)
		}) {
			attack.recipients = nil
		}
	}
}

// fromLand tells whether a name of a land or its people stands before a noun.
func (f *finder) fromLand(s *english.Sentence, sentence, noun int) bool {
	return slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return landOf(&m) != "" && m.Last < noun && s.Tokens[m.Last].Head == noun
	})
}
