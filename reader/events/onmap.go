package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// elsewhereOnMap tells whether two attacks, deeds of coercion or protests are told of different places of one kind, neither
// of which lies in the other: two towns, two regions. Protests throughout a land are besides the one in a town.
func (f *finder) elsewhereOnMap(a, b *mention) bool {
	protest := a.sense.Type == parley.Protest
	if !protest && a.sense.Type != parley.Assault && a.sense.Type != parley.Coerce || a.sentence == b.sentence || a.place.End == 0 || b.place.End == 0 {
		return false
	}
	if protest && f.wholeLand(a) != f.wholeLand(b) {
		return true
	}
	one, kind := f.placeNamed(a)
	other, otherKind := f.placeNamed(b)
	return kind != "" && kind == otherKind && !strings.Contains(one, other) && !strings.Contains(other, one)
}

// wholeLand tells whether the place of a mention is a state by its name.
func (f *finder) wholeLand(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	return slices.ContainsFunc(f.in.Cast.Matches[m.sentence], func(o lexicon.Match) bool {
		return o.Kind == lexicon.StateMatch && matchSpan(s, &o).Start == m.place.Start
	})
}

// anewElsewhere tells whether an attack is told of for the first time at a place of its own, behind one elsewhere: "In
// Osten, a strike killed ten".
func (f *finder) anewElsewhere(a, b *mention) bool {
	if a.sentence == b.sentence || f.headline(a) || a.place.End == 0 || b.place.End == 0 {
		return false
	}
	s := &f.in.Text.Sentences[b.sentence]
	attack := b.token
	if doer := s.Subject(b.token); !b.sense.Noun {
		if doer < 0 || !f.harmful(&s.Tokens[doer]) {
			return false
		}
		attack = doer
	}
	article := s.Child(attack, "det")
	if article < 0 || s.Tokens[article].Feat("Definite") != "Ind" && s.Tokens[article].Lemma != "another" {
		return false
	}
	told := f.in.Text.Source
	return told[a.place.Start:a.place.End] != told[b.place.Start:b.place.End]
}

// localName is the first token of a name before a noun for a town, district or the like: "the Osten district"; -1
// where none stands there.
func localName(s *english.Sentence, noun int) int {
	first := noun
	for first > 0 && s.Tokens[first-1].UPOS == "PROPN" && s.Tokens[first-1].Head == noun {
		first--
	}
	if first == noun || locality(s, noun) == "" {
		return -1
	}
	return first
}

// locality is the noun for one town, district or the like that stands at a token; "" where none does.
func locality(s *english.Sentence, token int) string {
	noun := strings.ToLower(s.Tokens[token].Lemma)
	if s.Tokens[token].XPOS == "NNS" || !tables().nouns["locality"][noun] {
		return ""
	}
	return noun
}

// placedAt tells whether a noun is of a place that the lexicon knows, or stands right behind the name of one, of a
// state or of a people: "the Norlandic town".
func (f *finder) placedAt(sentence, noun int) bool {
	return slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		place, behind := m.Place.Name != "", m.Last == noun-1
		return place && m.First <= noun && noun <= m.Last || behind && (place || m.Kind == lexicon.StateMatch || m.Kind == lexicon.DemonymMatch)
	})
}

// placeNamed is the name of a mention's place, and its kind: a town, a district or a region; the kind is empty where
// neither the lexicon nor the text tells it.
func (f *finder) placeNamed(m *mention) (name, kind string) {
	s := &f.in.Text.Sentences[m.sentence]
	for k := range f.in.Cast.Matches[m.sentence] {
		o := &f.in.Cast.Matches[m.sentence][k]
		if at := matchSpan(s, o); at.Start != m.place.Start || o.Place.Name == "" || o.Kind == lexicon.StateMatch {
			continue
		}
		return o.Place.Name, kindOnMap[o.Place.Kind]
	}
	name, _, _ = strings.Cut(f.in.Text.Source[m.place.Start:m.place.End], ",")
	for token := range s.Tokens {
		if t := &s.Tokens[token]; t.Start == m.place.Start {
			if noun := locality(s, f.placeNoun(s, token)); noun != "" {
				return name, noun
			}
		}
	}
	return name, ""
}

// kindOnMap are the kinds of places of which one does not lie in another.
var kindOnMap = map[lexicon.PlaceKind]string{"capital": "town", "seat": "town", "city": "town", "region": "region"}
