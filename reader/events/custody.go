package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// captor lets the state in which somebody was arrested, and by no one who is told or by police of whom no more is
// told, be the one that arrested them: "a tourist was arrested in Norland", "police raided the party's office in
// Osten".
func (f *finder) captor(m *mention) {
	if m.sense.Noun || m.sense.Type == parley.Retreat {
		return
	}
	if m.placeOf == "" {
		f.captorAtHome(m)
		return
	}
	arrests := tables().nouns["custody"][m.sense.Word] && !hasOneBelow(&f.in.Text.Sentences[m.sentence], m.token, tables().nouns["captive"])
	if arrests && len(m.recipients) == 0 && f.byPoliceThere(m) {
		m.actors = nil
	}
	if f.byPolice(m) {
		if arrests && len(m.recipients) == 0 {
			return
		}
	} else if !arrests && !f.locksDown(m) || len(m.actors) > 0 || f.acts(m) {
		return
	}
	if _, ruled := f.rulerAt(m); ruled || !f.state(m.placeOf) || !f.speaksOf(m.placeOf) {
		return
	}
	m.actors = []filler{bySide(m.placeOf, m.place)}
	if m.sense.Type == parley.Assault || m.sense.Code == restraining {
		m.recipients = without(m.recipients, m.actors)
	}
}

// banisher lets the state from which somebody is told to have been sent, and by no one who is told, be the one that sent
// him: "was deported from Norland".
func (f *finder) banisher(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Noun || m.sense.Type == parley.Assault || !tables().nouns["banishing"][m.sense.Word] || !s.Passive(m.token) || len(m.actors) > 0 {
		return
	}
	if from := f.behind(m.sentence, m.token, "from"); len(from) == 1 && f.state(from[0].side) {
		m.actors, m.recipients = from, without(m.recipients, from)
	}
}

// captorAtHome lets somebody who was arrested nobody tells where or by whom, and who is told to be against those who rule
// his state, have been arrested by it: "opposition leader Anna Kovar was placed under house arrest".
func (f *finder) captorAtHome(m *mention) {
	if !tables().nouns["custody"][m.sense.Word] || len(m.actors) > 0 || m.place.End > 0 || f.acts(m) || len(m.recipients) != 1 {
		return
	}
	if one := m.recipients[0]; f.personal(m.recipients) && f.state(one.side) && f.heldAs(m, tables().nouns["dissident"]) {
		m.actors = []filler{bySide(one.side, one.spans...)}
	}
}

// byArmy tells whether the doer of a deed is an army, or soldiers of a state.
func (f *finder) byArmy(m *mention) bool {
	return isForce(m.actors[0].name) || f.bySoldiers(m, m.actors[0])
}

// byPolice tells whether what a verb of coercion says was done by police, courts or security forces of whom the
// text does not tell whose they are.
func (f *finder) byPolice(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	doer := s.Subject(m.token)
	if m.sense.Type != parley.Coerce && m.sense.Type != parley.Assault || doer < 0 || partisan(m.actors) {
		return false
	}
	return police(s, doer)
}

// byPoliceThere tells whether police did it who are told by where they are and no more: "police in Norland".
func (f *finder) byPoliceThere(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	doer := s.Subject(m.token)
	if doer < 0 || !police(s, doer) || s.Child(doer, "nmod:poss", "amod", "compound") >= 0 {
		return false
	}
	there := s.Child(doer, "nmod")
	return there > doer && s.Case(there) == "in"
}

// police tells whether a noun is one for police, courts or security forces.
func police(s *english.Sentence, noun int) bool {
	lemma := strings.ToLower(s.Tokens[noun].Lemma)
	return tables().nouns["authority"][lemma] || tables().nouns["force"][lemma] && hasOneBelow(s, noun, tables().nouns["security"])
}

// speaksOf tells whether a text names a state or its people, so that a town of a common name is
// likely to be the one there.
func (f *finder) speaksOf(state string) bool {
	return slices.ContainsFunc(f.in.Cast.Matches, func(matches []lexicon.Match) bool {
		return slices.ContainsFunc(matches, func(m lexicon.Match) bool {
			return (m.Kind == lexicon.StateMatch || m.Kind == lexicon.DemonymMatch || m.Kind == lexicon.MetonymMatch) && m.Actor.Affiliation == state
		})
	})
}

// justice tells whether a mention is of what a state does to those whom it holds to have done something, which makes it no
// doer of what they are held to have done: "Norland jailed two men over the attack".
func (f *finder) justice(m *mention) bool {
	if m.sense.Type == parley.Coerce {
		return domestic[m.sense.Code]
	}
	return tables().nouns["punishing"][m.sense.Word] && slices.ContainsFunc(m.actors, func(one filler) bool { return f.state(one.side) })
}

// onlyTold tells whether what somebody is told is no order to people to go: "told residents to leave" is one, "told the
// minister to leave", "told the network that she had to flee" and "told people not to leave" are none.
func (f *finder) onlyTold(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Noun || !tables().nouns["mouthing"][m.sense.Word] {
		return false
	}
	who, to := s.Object(m.token), s.Child(m.token, "xcomp", "advcl")
	if who < 0 {
		who = s.Child(m.token, "iobj")
	}
	if who < 0 || to < 0 || !s.Infinitive(to) || s.Negated(to) || !m.sense.Wants(s.Tokens[to].Lemma) {
		return true
	}
	lemma := strings.ToLower(s.Tokens[who].Lemma)
	if s.Passive(m.token) {
		return tables().nouns["delegation"][lemma] // "hundreds were told to leave"
	}
	return !tables().nouns["civilian"][lemma] && !tables().nouns["private"][lemma] && s.Tokens[who].XPOS != "NNPS"
}

// stillHeld is the status of somebody's arrest or capture of which the text says later, in the present, that it lasts:
// "She is still being held", "Kovar remains in detention".
func (f *finder) stillHeld(best *mention, group []*mention) (state, bool) {
	if best.sense.Type != parley.Coerce || best.status.is != parley.Happened || !tables().nouns["custody"][best.sense.Word] || len(best.recipients) != 1 {
		return state{}, false
	}
	for _, m := range group {
		if m.sentence > best.sentence && m.status.is == parley.Ongoing {
			return m.status, true
		}
	}
	for sentence := best.sentence; sentence < len(f.in.Text.Sentences) && sentence-best.sentence <= custodyReach; sentence++ {
		s := &f.in.Text.Sentences[sentence]
		for noun := range s.Tokens {
			verb := s.Tokens[noun].Head
			if !tables().nouns["confinement"][s.Tokens[noun].Lemma] || verb < 0 || s.Child(noun, "case") < 0 {
				continue
			}
			remains := tables().nouns["remaining"][s.Tokens[verb].Lemma] && s.Tokens[verb].XPOS == "VBZ"
			if s.Child(noun, "cop") >= 0 && hasBelow(s, noun, "still") {
				verb, remains = noun, s.Tokens[s.Child(noun, "cop")].Feat("Tense") == "Pres"
			}
			if remains && overlaps(f.subject(sentence, verb), best.recipients) {
				return state{is: parley.Ongoing, span: spanOf(s, verb), certainty: .6}, true
			}
		}
	}
	return state{}, false
}

// custodyReach is within how many sentences behind an arrest a text says that somebody is still held.
const custodyReach = 10

// searching tells whether a raid is one of police or others in office, who look for people and things and attack nobody:
// "police carried out raids in three states".
func (f *finder) searching(t trigger) bool {
	s := &f.in.Text.Sentences[t.sentence]
	if raid := s.Object(t.token); t.sense.Type == parley.Assault && !t.sense.Noun && raid >= 0 && tables().nouns["raid"][s.Tokens[raid].Lemma] {
		return f.inUniform(s, s.Subject(t.token)) // "carried out a raid"
	}
	if !tables().nouns["raid"][t.sense.Word] || !t.sense.Noun || t.sense.Type != parley.Assault {
		return false
	}
	if t.support >= 0 && s.Tokens[t.token].Is("obj") && f.inUniform(s, s.Subject(t.support)) {
		return true
	}
	for child := range s.Children(t.token) {
		if c := &s.Tokens[child]; (c.Is("compound") || c.Is("nmod:poss") || s.Case(child) == "by") && f.inUniform(s, child) {
			return true
		}
	}
	return false
}

// inUniform tells whether a noun is one for police, a court or those in office at home.
func (f *finder) inUniform(s *english.Sentence, noun int) bool {
	if noun < 0 {
		return false
	}
	if over := s.Tokens[noun].Head; s.Tokens[noun].UPOS == "PRON" && over >= 0 && s.Tokens[over].Is("ccomp") && s.Tokens[over].Head >= 0 {
		if said := s.Subject(s.Tokens[over].Head); said >= 0 {
			noun = said // "police said they had carried out raids"
		}
	}
	lemma := strings.ToLower(s.Tokens[noun].Lemma)
	return tables().nouns["authority"][lemma] || tables().nouns["searcher"][lemma]
}
