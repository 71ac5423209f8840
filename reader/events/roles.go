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
		for _, one := range f.role(t, role) {
			if !slices.ContainsFunc(all, func(o filler) bool { return o.name == one.name }) {
				all = append(all, one)
			}
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

// subject is who does what a verb says: its subject, the agent of a passive, or
// the subject of the verb over it where it has none of its own.
func (f *finder) subject(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	if passive(s, verb) {
		for child := range s.Children(verb) {
			if s.Tokens[child].Is("obl:agent") || s.Tokens[child].Is("obl") && preposition(s, child) == "by" {
				return f.fillersAt(sentence, child)
			}
		}
		return nil
	}
	if subject := s.Child(verb, "nsubj"); subject >= 0 {
		if who := f.relative(sentence, verb, subject); who != nil {
			return who
		}
		return f.fillersAt(sentence, subject)
	}
	return f.inherited(sentence, verb)
}

// relative is the noun that a relative pronoun stands for.
func (f *finder) relative(sentence, verb, subject int) []filler {
	s := &f.in.Text.Sentences[sentence]
	switch strings.ToLower(s.Tokens[subject].Text) {
	case "who", "which", "that":
		if s.Tokens[verb].Is("acl") {
			return f.fillersAt(sentence, s.Tokens[verb].Head)
		}
	}
	return nil
}

// inherited is the subject that a verb without one shares with another: that of
// the verb it is coordinated with or complements, the object of an order ("asked
// Kovar to meet"), the noun that a participle describes.
func (f *finder) inherited(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[verb]
	if t.Head < 0 {
		return nil
	}
	switch {
	case t.Is("xcomp"), t.Is("advcl"), t.Is("ccomp") && s.Child(verb, "mark") >= 0:
		if object := s.Child(t.Head, "obj", "iobj"); object >= 0 && (t.Is("xcomp") || s.Tokens[object].Head == t.Head && object < verb && t.Feat("VerbForm") == "Inf") {
			if who := f.fillersAt(sentence, object); len(who) > 0 {
				return who
			}
		}
		if s.Tokens[t.Head].UPOS == "VERB" || s.Tokens[t.Head].UPOS == "ADJ" {
			return f.subject(sentence, t.Head)
		}
	case t.Is("conj") && s.Tokens[t.Head].UPOS == "VERB":
		return f.subject(sentence, t.Head)
	case t.Is("acl"):
		return f.fillersAt(sentence, t.Head)
	}
	return nil
}

// object is whom a verb is done to: its object, or the subject of a passive.
func (f *finder) object(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("obj") || s.Tokens[child].Is("nsubj:pass") || passive(s, verb) && s.Tokens[child].Is("nsubj") {
			return f.fillersAt(sentence, child)
		}
	}
	if s.Tokens[verb].Is("acl") && s.Tokens[verb].Feat("VerbForm") == "Part" && passive(s, verb) {
		return f.fillersAt(sentence, s.Tokens[verb].Head)
	}
	return nil
}

func passive(s *english.Sentence, verb int) bool {
	if s.Tokens[verb].Feat("Voice") == "Pass" || s.Child(verb, "aux:pass") >= 0 || s.Child(verb, "nsubj:pass") >= 0 {
		return true
	}
	return s.Tokens[verb].Is("acl") && s.Tokens[verb].XPOS == "VBN"
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
		if (t.Is("obl") || t.Is("nmod")) && preposition(s, child) == prep {
			all = append(all, f.fillersAt(sentence, child)...)
			continue
		}
		if t.Is("nmod") || t.Is("obl") || t.Is("obj") && s.Tokens[head].UPOS == "VERB" {
			for below := range s.Children(child) {
				if s.Tokens[below].Is("nmod") && preposition(s, below) == prep {
					all = append(all, f.fillersAt(sentence, below)...)
				}
			}
		}
	}
	return all
}

// preposition is the case marker of a noun, in lower case.
func preposition(s *english.Sentence, noun int) string {
	if c := s.Child(noun, "case"); c >= 0 {
		return strings.ToLower(s.Tokens[c].Text)
	}
	return ""
}

// fillersAt are those whom the noun at token and its fellows refer to.
func (f *finder) fillersAt(sentence, token int) []filler {
	var all []filler
	for _, m := range f.in.Cast.Members(sentence, token) {
		all = append(all, f.fillersOf(m)...)
	}
	return all
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
