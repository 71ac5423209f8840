package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// onBystanders gives an attack, an arrest or a measure that is told on no side those people on whom it is, as the text
// calls them, who stand for no state: "police fired tear gas at protesters", "the army arrested dozens of civilians".
func (f *finder) onBystanders(m *mention) {
	switch m.sense.Type {
	case parley.Assault, parley.Coerce, parley.Sanction:
	default:
		return
	}
	if len(m.actors) == 0 || len(m.recipients) > 0 {
		return
	}
	s, nouns := &f.in.Text.Sentences[m.sentence], tables().nouns
	for _, noun := range f.targetNouns(m.trigger) {
		lemma := s.Tokens[noun].Lemma
		told := f.unsided(m.sentence, noun) && (m.sense.Type != parley.Sanction || !nouns["guest"][lemma]) ||
			m.sense.Code == arresting && nouns["seizable"][lemma] && f.byArmy(m)
		if one := f.called(m.sentence, noun); told && !named(m.actors, one.name) && !named(m.recipients, one.name) {
			one.bystander = true
			m.recipients = append(m.recipients, one)
		}
	}
}

// targetNouns are the nouns for those whom the words of an event tell it to be done to, and their fellows: those in the
// roles of its recipients, and the one that a number counts.
func (f *finder) targetNouns(t trigger) []int {
	s := &f.in.Text.Sentences[t.sentence]
	var found []int
	add := func(noun int) {
		noun = f.numbered(t.sentence, noun)
		found = append(found, noun)
		for fellow := range s.Children(noun) {
			if s.Tokens[fellow].Is("conj") {
				found = append(found, fellow)
			}
		}
	}
	for _, role := range t.sense.Recipients {
		if object := s.Object(t.token); role == "obj" && !t.sense.Noun && object >= 0 {
			add(object)
		}
		for child := range s.Children(t.token) {
			prep := s.Case(child)
			counted := role == "obj" && prep == "" && s.Child(child, "nummod") >= 0 // "killed at least ten rebels"
			if c := &s.Tokens[child]; (c.Is("obl") || c.Is("nmod")) && (prep == role || counted) {
				add(child)
			}
		}
	}
	return found
}

// bystanders are the sectors of those who, told by a common noun, stand for no state.
var bystanders = map[string]bool{"OPP": true, "CVL": true, "JRN": true, "MED": true, "SOC": true, "REL": true, "EDU": true, "LAB": true, "REB": true, "BUS": true, "REF": true, "PTY": true}

// unsided tells whether a noun is one for people who stand for no state, not even for that which they are told to be in:
// fighters, those who protest, reporters, villagers.
func (f *finder) unsided(sentence, noun int) bool {
	s, nouns := &f.in.Text.Sentences[sentence], tables().nouns
	t := &s.Tokens[noun]
	if t.UPOS != "NOUN" || nouns["relation"][t.Lemma] || nouns["captive"][t.Lemma] {
		return false
	}
	if armedNoun(s, noun) || nouns["protesting"][t.Lemma] || nouns["dissenting"][t.Lemma] || nouns["guest"][t.Lemma] || nouns["apart"][t.Lemma] {
		return true
	}
	title, ok := f.in.Lexicon.Title(t.Lemma)
	return ok && title.Class == lexicon.RoleClass && bystanders[title.Sector]
}

// sideTold tells whether some of those whom an event is done to are told by their side, or by what they fight for.
func sideTold(list []filler) bool {
	return slices.ContainsFunc(list, func(one filler) bool { return !one.bystander })
}

// sidesFirst takes people who stand for no side out of those on whom an attack is that another mention of it tells to be
// on a side: "opened fire on residents" of "an attack on a Norlandic village".
func (b *builder) sidesFirst(group []*mention) {
	if !slices.ContainsFunc(group, func(m *mention) bool { return sideTold(m.recipients) }) {
		return
	}
	for _, m := range group {
		for _, one := range m.recipients {
			if !one.bystander {
				continue
			}
			b.event.Recipients = slices.DeleteFunc(b.event.Recipients, func(name string) bool { return name == one.name })
			b.event.Spans = slices.DeleteFunc(b.event.Spans, func(e parley.Evidence) bool { return e.Field == "recipients" && e.Value == one.name })
		}
	}
}
