package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// speakers are those who say something at talks that are told without parties:
// "Kovar at the start of Friday's talks said", "Kovar said at the meeting".
func (f *finder) speakers(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	at := t.token
	for s.Tokens[at].Is("nmod") && s.Tokens[at].Head >= 0 && measures(s.Tokens[s.Tokens[at].Head].Lemma) {
		at = s.Tokens[at].Head
	}
	prep := s.Case(at)
	during := prep == "during" || prep == "in" && tables().nouns["gathered"][t.sense.Word] && s.Tokens[at].Is("obl")
	if prep != "at" && !during {
		return nil
	}
	over := s.Tokens[at].Head
	if verb := s.Clause(t.token); over >= 0 && during && s.Tokens[verb].UPOS == "VERB" {
		all := f.subject(t.sentence, verb)
		if tables().nouns["facing"][s.Tokens[verb].Lemma] {
			faced := append(f.object(t.sentence, verb), f.dependents(t.sentence, verb, "iobj")...)
			all = append(all, without(faced, all)...)
		}
		return all
	}
	switch {
	case over < 0:
		return nil
	case s.Tokens[over].UPOS != "VERB":
		if s.Tokens[over].Is("nsubj") {
			return f.fillersAt(t.sentence, over)
		}
		if verb := s.Tokens[over].Head; s.Tokens[over].Is("obj") && verb >= 0 { // "made the remarks at the meeting"
			return f.subject(t.sentence, verb)
		}
		return nil
	}
	return f.subject(t.sentence, over)
}

// bodies tells whether all of some actors are bodies of several states, at whose meetings envoys
// speak.
func (f *finder) bodies(sentence int, list []filler) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(one filler) bool {
		return !slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
			return m.Actor.Kind == parley.BodyActor && (m.Actor.Sector == "IGO" || m.Actor.Sector == "JUD" && m.Actor.Affiliation == m.Actor.ID) && f.partyName(m.Actor) == one.name
		})
	})
}

// host gives talks of one side at another government's seat that government for
// the other side: "Kovar's White House talks".
func (f *finder) host(m *mention) {
	if m.sense.Type != parley.Consult || !m.sense.Noun || m.place.End == 0 {
		return
	}
	sides := partiesOf(m)
	if len(sides) != 1 {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	for k := range f.in.Cast.Matches[m.sentence] {
		one := &f.in.Cast.Matches[m.sentence][k]
		at := matchSpan(s, one)
		if one.Kind != lexicon.BodyMatch || !m.place.Covers(at) || !f.site(one.Actor.Name) {
			continue
		}
		if side := one.Actor.Affiliation; side != "" && side != sides[0].side {
			m.recipients = append(m.recipients, bySide(side, at))
			return
		}
	}
}

// abroad lets a visit to a place in another country be one to that country.
func (f *finder) abroad(m *mention) {
	if m.mode != "visit" || len(m.recipients) > 0 || m.placeOf == "" || !f.state(m.placeOf) || len(m.actors) == 0 {
		return
	}
	if slices.ContainsFunc(m.actors, func(one filler) bool { return one.side == m.placeOf || one.side == "" || f.atHome(one.side, m.placeOf) }) {
		return
	}
	m.recipients = []filler{bySide(m.placeOf, m.place)}
}

// frontedHost adds who a participle at the head of the clause says held or hosted the
// talks that are its subject: "Hosted by Kovar, the meeting focused on grain".
func (f *finder) frontedHost(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Type != parley.Consult || !m.sense.Noun || m.support < 0 || !s.Tokens[m.token].Is("nsubj") {
		return
	}
	for child := range s.Children(m.support) {
		if child > m.token || !s.Tokens[child].Is("advcl") || s.Tokens[child].XPOS != "VBN" {
			continue
		}
		if slices.ContainsFunc(f.senses(&s.Tokens[child], false), func(v lexicon.Verb) bool {
			return v.Type == parley.Consult && slices.Contains(v.With, s.Tokens[m.token].Lemma)
		}) {
			m.actors = append(m.actors, without(f.behind(m.sentence, child, "by"), slices.Concat(m.actors, m.recipients))...)
		}
	}
}
