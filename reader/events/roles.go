package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// filler is who fills a role of an event, with the words that say so.
type filler struct {
	name  string
	side  string // whose side it is on
	spans []parley.Span
}

// fill gathers the fillers of several roles of a trigger.
func (f *finder) fill(t trigger, roles []string) []filler {
	var all []filler
	for _, role := range roles {
		if role == "subj" && t.sense.Noun && len(all) >= 2 {
			break // the noun names its parties: who welcomes their talks is none
		}
		for _, one := range f.measured(t, role) {
			if !slices.ContainsFunc(all, func(o filler) bool { return o.name == one.name }) {
				all = append(all, one)
			}
		}
	}
	return all
}

// measured fills a role of a trigger, and of what it measures out: "the round of
// Norland-Sudmark talks" is theirs as the talks are.
func (f *finder) measured(t trigger, role string) []filler {
	all := f.role(t, role)
	s := &f.in.Text.Sentences[t.sentence]
	if !measures(s.Tokens[t.token].Lemma) {
		return all
	}
	for child := range s.Children(t.token) {
		if s.Tokens[child].Is("nmod") && s.Case(child) == "of" {
			all = append(all, f.role(trigger{sentence: t.sentence, token: child, sense: t.sense, support: -1}, role)...)
		}
	}
	return all
}

func (f *finder) role(t trigger, role string) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	switch role {
	case "subj":
		if t.sense.Noun {
			if t.support < 0 || s.Tokens[t.token].Is("nsubj") {
				return nil
			}
			return f.subject(t.sentence, t.support)
		}
		return f.subject(t.sentence, t.token)
	case "obj":
		return f.object(t.sentence, t.token)
	case "poss":
		return f.dependents(t.sentence, t.token, "nmod:poss")
	case "mod":
		return f.modifiers(t.sentence, t.token)
	}
	if role == "iobj" {
		return f.dependents(t.sentence, t.token, "iobj")
	}
	found := f.behind(t.sentence, t.token, role)
	if t.support >= 0 && !s.Tokens[t.token].Is("obl") {
		found = append(found, f.behind(t.sentence, t.support, role)...)
	}
	return found
}

// subject is who does what a verb says.
func (f *finder) subject(sentence, verb int) []filler {
	return f.optional(sentence, f.in.Text.Sentences[sentence].Subject(verb))
}

// object is whom a verb is done to.
func (f *finder) object(sentence, verb int) []filler {
	return f.optional(sentence, f.in.Text.Sentences[sentence].Object(verb))
}

func (f *finder) optional(sentence, token int) []filler {
	if token < 0 {
		return nil
	}
	return f.fillersAt(sentence, token)
}

func (f *finder) dependents(sentence, head int, rel string) []filler {
	s := &f.in.Text.Sentences[sentence]
	var all []filler
	for child := range s.Children(head) {
		if s.Tokens[child].Is(rel) {
			all = append(all, f.fillersAt(sentence, child)...)
		}
	}
	return all
}

// behind gathers who stands behind a preposition, under the word itself or
// under its object ("held talks in Oslo with Kovar").
func (f *finder) behind(sentence, head int, prep string) []filler {
	s := &f.in.Text.Sentences[sentence]
	var all []filler
	for child := range s.Children(head) {
		t := &s.Tokens[child]
		if (t.Is("obl") || t.Is("nmod")) && s.Case(child) == prep {
			all = append(all, f.fillersAt(sentence, child)...)
			continue
		}
		if t.Is("nmod") || t.Is("obl") || t.Is("obj") && s.Tokens[head].UPOS == "VERB" {
			for below := range s.Children(child) {
				if s.Tokens[below].Is("nmod") && s.Case(below) == prep {
					all = append(all, f.fillersAt(sentence, below)...)
				}
			}
		}
	}
	return all
}

// fillersAt are those whom the noun at token and its fellows refer to.
func (f *finder) fillersAt(sentence, token int) []filler {
	var all []filler
	if f.firstPerson(sentence, token) {
		if v := f.in.Voice(sentence, token); v.Side != "" {
			all = append(all, filler{name: v.Side, side: v.Side, spans: v.Spans})
		}
	}
	for _, m := range f.in.Cast.Members(sentence, token) {
		all = append(all, f.fillersOf(m)...)
	}
	if len(all) == 0 {
		all = f.owners(sentence, token)
	}
	return all
}

// owners are those to whom a thing belongs that acts or is acted on: "Norland
// artillery", "Norland's drones and missiles", "dozens of Norland drones".
func (f *finder) owners(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	if s.Tokens[noun].UPOS != "NOUN" {
		return nil
	}
	all := append(f.modifiers(sentence, noun), f.dependents(sentence, noun, "nmod:poss")...)
	counts := tables().nouns["number"][s.Tokens[noun].Lemma] || s.Tokens[noun].UPOS == "NUM"
	for child := range s.Children(noun) {
		if s.Tokens[child].Is("conj") || counts && s.Tokens[child].Is("nmod") && s.Case(child) == "of" {
			all = append(all, f.fillersAt(sentence, child)...)
		}
	}
	return all
}

// firstPerson tells whether a token is "we" or "our": the speaker's side.
func (f *finder) firstPerson(sentence, token int) bool {
	switch strings.ToLower(f.in.Text.Sentences[sentence].Tokens[token].Text) {
	case "we", "us", "our":
		return true
	}
	return false
}

// fillersOf names a mention's actors. Officials, troops and other people of a
// state without a name stand for the state.
func (f *finder) fillersOf(m *actors.Mention) []filler {
	spans := f.in.Cast.Evidence(m)
	if len(m.Sides) > 0 && (m.Form == actors.Unnamed || m.Form == actors.ByBody && m.Title.Name != "") {
		var all []filler
		for _, side := range m.Sides {
			all = append(all, filler{name: side, side: side, spans: spans})
		}
		return all
	}
	var all []filler
	for _, a := range f.in.Cast.Of(m) {
		all = append(all, filler{name: actors.PartyName(a), side: a.Affiliation, spans: spans})
	}
	return all
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
		if m.Actor.Name == "" || f.venue(sentence, head, m) {
			continue
		}
		switch m.Kind {
		case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch, lexicon.GroupMatch, lexicon.BodyMatch, lexicon.PersonMatch:
			span := parley.Span{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End}
			all = append(all, filler{name: actors.PartyName(m.Actor), side: m.Actor.Affiliation, spans: []parley.Span{span}})
		}
	}
	return all
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
