package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// townBefore is where a place begins that the lexicon knows by no more than the region or land behind a comma, whatever
// the tree makes of it: at the town of "in Osten, Holm Province", which no table has. It is the place's own first word
// where nothing of the kind stands before it.
func (f *finder) townBefore(sentence, first int) int {
	s := &f.in.Text.Sentences[sentence]
	at := first
	for at > 0 && s.Tokens[first].Is("flat") && s.Tokens[at-1].UPOS == "PROPN" {
		at-- // "in New Osten", of which the lexicon has but Osten
	}
	for at > 1 && s.Tokens[at-1].Text == "," && s.Tokens[at-2].UPOS == "PROPN" && !f.knownAt(sentence, at-2) {
		for at -= 2; at > 0 && (s.Tokens[at-1].UPOS == "PROPN" || s.Tokens[at-1].Text == "-"); at-- {
		}
	}
	if at == first || at == 0 || !placePrepositions[s.Tokens[at-1].Lemma] || s.Tokens[at-1].UPOS != "ADP" {
		return first
	}
	return at
}

// knownAt tells whether the lexicon has a place or a land by the name that a token ends.
func (f *finder) knownAt(sentence, token int) bool {
	return slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return landOf(&m) != "" && m.First <= token && token <= m.Last
	})
}

// townShelled is the town that a verb says is shelled or bombed, of which the text has no more than one word that nobody
// bears: "bombed Osten"; -1 for none.
func (f *finder) townShelled(t trigger) int {
	if t.sense.Noun || !tables().nouns["bombarding"][t.sense.Word] {
		return -1
	}
	s := &f.in.Text.Sentences[t.sentence]
	town := s.Object(t.token)
	if town < 0 || s.Tokens[town].UPOS != "PROPN" || s.Child(town, "flat", "compound", "nmod:poss", "det") >= 0 {
		return -1
	}
	m, ok := f.in.Cast.At(t.sentence, town)
	if ok && slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool {
		return a.Known || a.Kind != parley.PersonActor || a.Affiliation != "" || len(a.Offices) > 0 || strings.Contains(a.Name, " ")
	}) {
		return -1
	}
	return town
}
