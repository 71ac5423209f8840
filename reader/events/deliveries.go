package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// arriving tells whether a verb tells that aid gets somewhere, with the goods or what carries them for subject:
// "lorries entered Norland".
func arriving(t trigger) bool {
	return t.sense.Type == parley.Aid && !t.sense.Noun && slices.Contains(t.sense.Actors, "by") && !slices.Contains(t.sense.Actors, "subj")
}

// deliver gives aid for which somebody has leave whoever got it for who sends it, and aid that gets somewhere those to
// whose land it gets and, for who sends it, the body of many states that tells of it: "was allowed to send lorries",
// "lorries entered, the UN said".
func (f *finder) deliver(m *mention) {
	if m.sense.Type != parley.Aid || m.sense.Noun {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	if leave := permission(s, m.token); len(m.actors) == 0 && leave >= 0 && s.Tokens[leave].Is("obj") {
		m.actors = without(f.optional(m.sentence, s.Child(s.Tokens[leave].Head, "nsubj")), m.recipients)
	}
	if arriving(m.trigger) {
		m.recipients = slices.DeleteFunc(m.recipients, func(one filler) bool { return f.personal([]filler{one}) }) // a wrong tree
	}
	if len(m.actors) == 0 {
		m.actors = without(f.sentBy(m.trigger), m.recipients)
	}
	conveyed := arriving(m.trigger) || s.Passive(m.token) && tables().nouns["conveying"][m.sense.Word]
	if len(m.recipients) == 0 && (conveyed || m.place.End > 0 && len(m.actors) > 0) {
		if one := f.landEntered(m.sentence, m.token); one.name != "" {
			m.recipients = []filler{one}
		} else if one := f.landBelow(m.sentence, m.token, m.actors); one.name != "" {
			m.recipients = []filler{one}
		} else if f.state(m.placeOf) && !slices.ContainsFunc(m.actors, func(one filler) bool { return one.side == m.placeOf }) {
			m.recipients = []filler{bySide(m.placeOf, m.place)}
		}
	}
	if arriving(m.trigger) && len(m.actors) == 0 && f.ofManyStates(m.voice.Side) {
		m.actors = []filler{bySide(m.voice.Side, m.voice.Spans...)}
	}
}

// letIn makes of aid that gets to a land on nobody's account what its besieger lets in, where the text tells of one state
// that blocks or grants the way there: "the blockade ... lorries entered on Monday".
func (f *finder) letIn() {
	gate := f.gatekeeper()
	if gate == nil {
		return
	}
	for i := range f.found {
		m := &f.found[i]
		if !arriving(m.trigger) || m.status.is == parley.Ongoing || len(m.actors) > 0 || len(m.recipients) != 1 {
			continue
		}
		elsewhere := len(gate.recipients) > 0 && !overlaps(gate.recipients, m.recipients)
		if elsewhere || m.recipients[0].side == gate.actors[0].side {
			continue
		}
		m.sense.Type, m.sense.Mode, m.sense.Code = parley.Retreat, "access", grantingAccess
		m.mode, m.actors = "access", gate.actors
	}
}

// grantingAccess is the CAMEO code of letting in aid.
const grantingAccess = "0862"

// gatekeeper is what the text tells of the one state that keeps aid from a land or lets it in; nil where it tells of none or
// of several.
func (f *finder) gatekeeper() (gate *mention) {
	for i := range f.found {
		m := &f.found[i]
		if m.sense.Mode != "access" && !tables().nouns["siege"][m.sense.Word] || len(m.actors) != 1 || !f.state(m.actors[0].side) {
			continue
		}
		if gate != nil && gate.actors[0].side != m.actors[0].side {
			return nil
		}
		if gate == nil || len(gate.recipients) == 0 {
			gate = m
		}
	}
	return gate
}

// ofManyStates tells whether a side is an international body.
func (f *finder) ofManyStates(side string) bool {
	body, ok := f.in.Lexicon.Actor(side)
	return ok && body.Sector == "IGO"
}

// arrived tells whether aid is told to have got to somebody, and not just talked of: "curbs on aid entering Norland".
func (f *finder) arrived(m *mention) bool {
	t := &f.in.Text.Sentences[m.sentence].Tokens[m.token]
	return len(m.recipients) > 0 && !(t.Is("acl") && t.XPOS == "VBG")
}

// permission is the noun for the leave that a verb in the infinitive says what is allowed by: "permission to send
// food", "clearance for lorries to enter"; -1 where there is none.
func permission(s *english.Sentence, verb int) int {
	over := s.Tokens[verb].Head
	if !s.Infinitive(verb) || over < 0 {
		return -1
	}
	if s.Case(over) == "for" && s.Tokens[over].Head >= 0 {
		over = s.Tokens[over].Head
	}
	if object := s.Object(over); s.Tokens[over].UPOS == "VERB" && forWhom(s, verb) >= 0 && object >= 0 {
		over = object // "received permission from Norland for lorries to enter"
	}
	if !tables().nouns["permitting"][s.Tokens[over].Lemma] {
		return -1
	}
	return over
}

// forWhom is the noun behind "for" that an infinitive says to do something; -1 where there is none.
func forWhom(s *english.Sentence, verb int) int {
	if over := s.Tokens[verb].Head; over >= 0 && s.Case(over) == "for" {
		return over
	}
	if doer := forSubject(s, verb); doer >= 0 {
		return doer
	}
	object := s.Object(s.Tokens[verb].Head)
	if object < 0 {
		return -1
	}
	for child := range s.Children(object) {
		if s.Case(child) == "for" && child < verb {
			return child // "granted permission for lorries to enter"
		}
	}
	return -1
}

// carrying is what is told to get somewhere by a verb that stands below another or below a leave: "lorries began to
// enter", "permission for lorries to enter"; -1 where a verb stands below neither.
func carrying(s *english.Sentence, verb int) int {
	over := s.Tokens[verb].Head
	if over < 0 {
		return -1
	}
	if s.Tokens[verb].Is("xcomp") && tables().nouns["beginning"][s.Tokens[over].Lemma] {
		return s.Child(over, "nsubj")
	}
	if permission(s, verb) < 0 {
		return -1
	}
	return forWhom(s, verb)
}

// sentBy are those whose the goods are that get somewhere, or what carries them: "lorries of the Norlandic Red Crescent",
// "Norlandic vaccines", "a convoy carrying aid from Norland".
func (f *finder) sentBy(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	goods := s.Child(t.token, "nsubj")
	if goods < 0 || !s.Passive(t.token) && !arriving(t) {
		return nil
	}
	for hops := 0; goods >= 0 && hops < 3; hops++ {
		if all := append(f.owners(t.sentence, goods), f.directlyBehind(t.sentence, goods, "from")...); len(all) > 0 {
			return all
		}
		if load := s.Child(goods, "acl"); load >= 0 {
			goods = s.Child(load, "obj") // "carrying aid"
		} else if of := s.Child(goods, "nmod"); of >= 0 && s.Case(of) == "of" {
			goods = of // "a shipment of aid"
		} else {
			break
		}
	}
	return nil
}

// landEntered is the land "into" or "to" which a verb says that something gets; nobody where none is told.
func (f *finder) landEntered(sentence, verb int) filler {
	s := &f.in.Text.Sentences[sentence]
	_, last := s.Subtree(verb)
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if land := landOf(m); land != "" && m.First > verb && m.Last < last && (s.Tokens[m.First-1].Lemma == "into" || s.Tokens[m.First-1].Lemma == "to") {
			return bySide(land, matchSpan(s, m))
		}
	}
	return filler{}
}
