package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// heldBy are those who hold what an attack is on or where it was, as a word before it tells: "shelled rebel-held Osten",
// "bombed the Norland-controlled port".
func (f *finder) heldBy(m *mention) []filler {
	s := &f.in.Text.Sentences[m.sentence]
	targets := f.targetNouns(m.trigger)
	for held := 2; held < len(s.Tokens); held++ {
		t := &s.Tokens[held]
		if !tables().nouns["holdingplaces"][t.Lemma] || !t.Is("amod") && !t.Is("compound") || s.Tokens[held-1].UPOS != "PUNCT" || s.Tokens[held-2].Head != held {
			continue
		}
		inPlace := m.place.End > 0 && slices.ContainsFunc(f.in.Cast.Matches[m.sentence], func(o lexicon.Match) bool {
			return m.place.Covers(matchSpan(s, &o)) && s.Dominates(t.Head, s.Anchor(o.First, o.Last+1))
		})
		if inPlace || slices.Contains(targets, t.Head) {
			return f.holderAt(m.sentence, held-2)
		}
	}
	return nil
}

// holderAt are those of whom a token tells by whom a place is held.
func (f *finder) holderAt(sentence, token int) []filler {
	s := &f.in.Text.Sentences[sentence]
	for k := range f.in.Cast.Matches[sentence] {
		if m := &f.in.Cast.Matches[sentence][k]; m.Last == token && m.Actor.Affiliation != "" {
			return sided([]filler{{name: f.partyName(m.Actor), side: m.Actor.Affiliation, spans: []parley.Span{matchSpan(s, m)}}})
		}
	}
	nouns, lemma := tables().nouns, s.Tokens[token].Lemma
	switch {
	case nouns["ruling"][lemma]:
		if one := f.landInWar(sentence); one.name != "" {
			return []filler{one}
		}
	case nouns["opposition"][lemma]:
		return []filler{{name: lemma, spans: []parley.Span{spanOf(s, token)}}}
	case nouns["armed"][lemma]:
		if all := f.lastGroup(sentence, token); len(all) > 0 {
			return all
		}
		return []filler{{name: lemma + "s", spans: []parley.Span{spanOf(s, token)}, fights: true}}
	}
	return nil
}
