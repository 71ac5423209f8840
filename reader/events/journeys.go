package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// journeys makes one event of a journey or gathering and the meeting that it is
// made for: "flew to Oslo to meet Kovar" is a meeting in Oslo, "met to hold talks"
// talks, "a visit to Oslo to meet Kovar" a visit to her.
func (f *finder) journeys(found []mention) []mention {
	for i := range found {
		visit := &found[i]
		if visit.sense.Type != parley.Consult || visit.sense.Mode == "call" || visit.sense.Mode != "visit" && visit.sense.Noun {
			continue
		}
		j := slices.IndexFunc(found, func(m mention) bool {
			return m.token != visit.token && m.sense.Type == parley.Consult && m.mode != "visit" && m.mode != "call" &&
				(visit.sense.Mode == "visit" || m.sense.Noun) && f.madeFor(visit, &m)
		})
		if j < 0 {
			continue
		}
		meeting := &found[j]
		if visit.sense.Mode != "visit" {
			meeting.recipients = append(without(visit.recipients, meeting.actors), without(meeting.recipients, visit.recipients)...)
			meeting.actors = append(without(visit.actors, nil), without(without(meeting.actors, visit.actors), meeting.recipients)...)
		}
		if visit.sense.Noun {
			visit.recipients = append(visit.recipients, without(meeting.recipients, visit.recipients)...)
			return slices.Delete(found, j, j+1)
		}
		meeting.status = visit.status
		meeting.fillFrom(visit)
		meeting.clause.Start = min(meeting.clause.Start, visit.clause.Start)
		meeting.clause.End = max(meeting.clause.End, visit.clause.End)
		return slices.Delete(found, i, i+1)
	}
	return found
}

// madeFor tells whether a meeting is the purpose of a journey: an infinitive, or
// "for talks", below its verb or noun.
func (f *finder) madeFor(visit, meeting *mention) bool {
	s := &f.in.Text.Sentences[visit.sentence]
	head := visit.token
	if visit.support >= 0 {
		head = visit.support
	}
	if meeting.sense.Noun && meeting.support < 0 || meeting.support == head {
		return below(s, head, meeting.token) && s.Case(meeting.token) == "for"
	}
	verb := meeting.token
	if meeting.support >= 0 {
		verb = meeting.support
	}
	return s.Infinitive(verb) && below(s, head, verb) && (s.Tokens[verb].Is("advcl") || s.Tokens[verb].Is("acl") || s.Tokens[verb].Is("xcomp"))
}

// traveller is who does something during a visit of nobody else's: "said during a visit to Oslo",
// "Kovar, on a visit to Oslo, said".
func (f *finder) traveller(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	noun := &s.Tokens[t.token]
	prep := s.Case(t.token)
	if t.sense.Mode != "visit" || prep != "during" && prep != "on" || noun.Head < 0 || s.Child(t.token, "nmod:poss") >= 0 || s.Child(t.token, "det") < 0 {
		return nil
	}
	over := noun.Head
	if m, named := f.in.Cast.At(t.sentence, over); named && m.Form == actors.Named {
		return f.fillersOf(m)
	}
	if s.Tokens[over].UPOS != "VERB" && s.Child(over, "cop") < 0 || prep == "on" && !f.speaks(&s.Tokens[over]) {
		return nil
	}
	doers := f.subject(t.sentence, over)
	if len(doers) != 1 || !f.personal(doers) {
		return nil
	}
	return doers
}

// speaks tells whether a verb is one of saying or of a verbal act.
func (f *finder) speaks(t *english.Token) bool {
	return tables().nouns["saying"][t.Lemma] || slices.ContainsFunc(f.senses(t, false), Verbal)
}

// below tells whether a token depends on a verb, directly or through its nouns.
func below(s *english.Sentence, verb, token int) bool {
	for over := range s.Ancestors(token) {
		if over == verb {
			return true
		}
		if s.Tokens[over].UPOS == "VERB" {
			return false
		}
	}
	return false
}

// separately makes one meeting or call each of those that one side held with several people apart
// from each other: "met separately with Kovar and Holm".
func (f *finder) separately(found []mention) []mention {
	var all []mention
	for _, m := range found {
		if m.sense.Type != parley.Consult || len(m.actors) != 1 || len(m.recipients) < 2 || !f.onePerTalk(&m) {
			all = append(all, m)
			continue
		}
		for i := range m.recipients {
			one := m
			one.recipients = m.recipients[i : i+1]
			all = append(all, one)
		}
	}
	return all
}

// onePerTalk tells whether several people were met or called one by one: because a word says so, or because they are
// called, and no word says that they were on the line together: "spoke by phone with Kovar and Holm".
func (f *finder) onePerTalk(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	first, last := s.Subtree(m.token)
	says := func(words map[string]bool) bool {
		return slices.ContainsFunc(s.Tokens[first:last], func(t english.Token) bool { return words[strings.ToLower(t.Lemma)] })
	}
	if !m.sense.Noun && says(tables().nouns["separately"]) || m.sense.Noun && hasBelow(s, m.token, "separate") {
		return f.personal(m.recipients)
	}
	apart := m.mode == "call" && (!m.sense.Noun || m.plural) && !says(tables().nouns["together"])
	for i, one := range m.recipients {
		_, person := f.personNamed(one.name)
		apart = apart && person && !slices.ContainsFunc(m.recipients[:i], func(o filler) bool { return o.side == one.side })
	}
	return apart
}

// visitedAt tells whether a place, behind a preposition or none, is one that somebody goes to: "travelled to Osten",
// "left for Osten", "visited Osten".
func visitedAt(s *english.Sentence, t trigger, place int, prep string) bool {
	switch p := &s.Tokens[place]; prep {
	case "to", "for":
		return true
	case "of": // "took a tour of Osten"
		return p.Is("nmod") && tables().nouns["tour"][s.Tokens[p.Head].Lemma] && (p.Head == t.token || s.Tokens[p.Head].Head == t.token)
	case "":
		return p.Is("obj") && (p.Head == t.token || p.Head == t.support)
	}
	return false
}

// goal tells whether a noun is what somebody goes to: "visited a factory", "a visit to a factory".
func goal(s *english.Sentence, t trigger, noun int) bool {
	n := &s.Tokens[noun]
	return n.Head == t.token && n.Is("obj") && slices.Contains(t.sense.Recipients, "obj") || (n.Head == t.token || n.Head == t.support) && s.Case(noun) == "to"
}

// gamesAt tells whether a place names what somebody attends: "attended the Oslo games".
func gamesAt(s *english.Sentence, t trigger, place int) bool {
	if !tables().nouns["visitinggames"][t.sense.Word] || !s.Tokens[place].Is("compound") {
		return false
	}
	games := &s.Tokens[s.Tokens[place].Head]
	return games.Is("obj") && games.Head == t.token
}
