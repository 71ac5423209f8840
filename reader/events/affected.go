package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// affect gives a measure or help that has no other side behind its verb the one state that is told within what
// the verb has for object, or within what that is for: "banned imports of Norlandic tea", "froze funds meant
// for Norland", "pledged millions to rebuild Norland's ports".
func (f *finder) affect(m *mention) {
	if m.sense.Noun {
		f.letGo(m)
		return
	}
	eased := m.sense.Type == parley.Retreat && (m.sense.Mode == "ease-sanctions" || m.sense.Mode == "release")
	if !eased && m.sense.Type != parley.Sanction && m.sense.Type != parley.Aid {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	object := f.doneTo(m.trigger)
	if object >= 0 && m.sense.Mode == "release" && len(m.actors) == 0 {
		m.actors = f.keepers(m.sentence, object)
	}
	if object < 0 || m.sense.Mode == "release" && s.Tokens[object].UPOS == "PROPN" {
		return
	}
	if len(m.actors) == 0 || len(m.recipients) > 0 {
		return
	}
	told := f.statesWithin(m, object)
	switch {
	case len(told) > 0:
	case m.sense.Type == parley.Aid:
		told = f.statesHelped(m, object)
	case m.sense.Type == parley.Sanction:
		told = f.blamed(m)
	}
	if len(told) == 1 {
		m.recipients = told
	}
}

// keepers are those by whom people or ships are told to be kept, else those who rule where they are kept: "hostages held
// by the rebels", "a tourist held in Oslo".
func (f *finder) keepers(sentence, people int) []filler {
	s := &f.in.Text.Sentences[sentence]
	kept := s.Child(people, "acl")
	if kept < 0 || !tables().nouns["keeping"][s.Tokens[kept].Lemma] {
		return nil
	}
	if by := f.behind(sentence, kept, "by"); len(by) > 0 {
		return by
	}
	if !s.Passive(kept) && s.Child(kept, "nsubj") >= 0 {
		return f.subject(sentence, kept) // "the tanker, which Norland detained"
	}
	m := mention{trigger: trigger{sentence: sentence, token: kept, support: -1}}
	m.place, m.placeOf = f.place(m.trigger)
	if group, ruled := f.rulerAt(&m); ruled && group.name != "" {
		return []filler{group}
	} else if ruled || !tables().nouns["custody"][s.Tokens[kept].Lemma] || hasOneBelow(s, kept, tables().nouns["captive"]) || !f.state(m.placeOf) || !f.speaksOf(m.placeOf) {
		return nil // who are held captive in a land are not held by it
	}
	return []filler{bySide(m.placeOf, m.place)}
}

// statesHelped are the states told within what aid is to do: "pledged millions to rebuild Norland's ports".
func (f *finder) statesHelped(m *mention, object int) []filler {
	s := &f.in.Text.Sentences[m.sentence]
	for _, over := range []int{m.token, object} {
		for child := range s.Children(over) {
			if !s.Tokens[child].Is("advcl") && !s.Tokens[child].Is("acl") || !s.Infinitive(child) {
				continue
			}
			if told := f.statesWithin(m, child); len(told) > 0 {
				return told
			}
			if tables().nouns["aiding"][s.Tokens[child].Lemma] {
				if told := without(f.object(m.sentence, child), m.actors); len(told) > 0 {
					return told // "to support the Norland Red Cross"
				}
			}
		}
	}
	return nil
}

// blamed are the states for whose deeds a measure is taken: "suspended the talks over Norland's raids".
func (f *finder) blamed(m *mention) []filler {
	s := &f.in.Text.Sentences[m.sentence]
	_, last := s.Subtree(m.token)
	var told []filler
	for token, over := m.token+1, false; token < last && s.Tokens[token].Text != ","; token++ {
		t := &s.Tokens[token]
		if over = over || t.XPOS == "IN" && strings.EqualFold(t.Text, "over"); !over || !t.Is("nmod:poss") {
			continue
		}
		for _, one := range without(f.fillersAt(m.sentence, token), m.actors) {
			if one.name == one.side && f.state(one.side) && !named(told, one.name) {
				told = append(told, one)
			}
		}
	}
	return told
}

// letGo gives a release told by its noun those who are let go: who is named behind the noun for them, or the state
// that they are of ("the release of hostage Anna Kovar", "of two Norlandic children").
func (f *finder) letGo(m *mention) {
	if m.sense.Mode != "release" || len(m.actors) == 0 || len(m.recipients) > 0 {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		if s.Tokens[child].Is("appos") {
			m.recipients = without(f.fillersAt(m.sentence, child), m.actors)
		} else if told := f.statesWithin(m, child); s.Case(child) == "of" && len(told) == 1 && len(m.recipients) == 0 {
			m.recipients = told
		}
	}
}

// vacated lets who withdraws from a place in another country withdraw from that country, and who opens or closes a
// mission there deal with it: "withdrew from Osten", "closed its consulate in Osten".
func (f *finder) vacated(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	leaves := m.sense.Mode == "withdraw" && (hasCase(s, m.token, "from") || hasCase(s, m.token, "of"))
	mission := (m.sense.Type == parley.Cooperate || m.sense.Type == parley.Sanction) && slices.Contains(m.sense.With, "consulate")
	if m.sense.Noun || !leaves && !mission || len(m.actors) == 0 || len(m.recipients) > 0 || !f.state(m.placeOf) {
		return
	}
	if _, ruled := f.rulerAt(m); ruled || slices.ContainsFunc(m.actors, func(one filler) bool { return one.side == m.placeOf || one.side == "" }) {
		return
	}
	m.recipients = []filler{bySide(m.placeOf, m.place)}
}

// doneTo is what a verb is done to, or what its particle stands before in a wrong tree: "handed over the bodies";
// -1 where it has none.
func (f *finder) doneTo(t trigger) int {
	s := &f.in.Text.Sentences[t.sentence]
	object := s.Object(t.token)
	for child := range s.Children(t.token) {
		if object < 0 && s.Case(child) != "" && s.Tokens[child].Is("obl") && slices.Contains(strings.Fields(t.sense.Word), s.Case(child)) && companion(s, child, t.sense) {
			return child
		}
	}
	return object
}

// statesWithin are the states told by name, by an adjective or by a place within a phrase, besides those who
// act. What a relative clause tells in it is of something else.
func (f *finder) statesWithin(m *mention, head int) []filler {
	s := &f.in.Text.Sentences[m.sentence]
	first, last := s.Subtree(head)
	var told []filler
	for k := range f.in.Cast.Matches[m.sentence] {
		o := &f.in.Cast.Matches[m.sentence][k]
		if o.First < first || o.Last >= last || partial(s, o.First, o.Last) || inRelative(s, o.Last, head) {
			continue
		}
		side := o.Actor.Affiliation
		switch o.Kind {
		case lexicon.PlaceMatch:
			if side = countryOf(o); o.Place.Kind != "city" && o.Place.Kind != "capital" && o.Place.Kind != "seat" {
				continue // a land in dispute is not of one state
			}
		case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch:
		default:
			continue
		}
		one := bySide(side, matchSpan(s, o))
		if f.state(side) && !slices.ContainsFunc(m.actors, one.meets) && !named(told, side) {
			told = append(told, one)
		}
	}
	return told
}

// inRelative tells whether a token stands in a relative clause below a word: "Norland" in "tea that Norland drinks".
func inRelative(s *english.Sentence, token, head int) bool {
	for over := range s.Ancestors(token) {
		if over == head {
			return false
		}
		if s.Tokens[over].Is("acl") && s.Child(over, "nsubj") >= 0 {
			return true
		}
	}
	return false
}

// opensWay makes it a concession that one side alone opens a border or crossing again, which is cooperation of two:
// "Norland reopened the crossing to let in aid".
func (f *finder) opensWay(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	way := s.Object(m.token)
	if m.sense.Noun || m.sense.Type != parley.Cooperate || len(m.actors)+len(m.recipients) != 1 || way < 0 || !tables().nouns["way"][s.Tokens[way].Lemma] {
		return
	}
	m.sense.Type, m.sense.Mode, m.sense.Code = parley.Retreat, "access", opening
	m.mode = m.sense.Mode
}
