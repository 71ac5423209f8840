package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/actors"
)

// asTold are people in office by the text's words for them, without an article.
func (f *finder) asTold(sentence, noun int) filler {
	s := &f.in.Text.Sentences[sentence]
	first, _ := s.Subtree(noun, "acl", "appos", "nmod:of", "nsubj", "cop", "advmod", "cc")
	for first < noun && (s.Tokens[first].UPOS == "DET" || s.Tokens[first].UPOS == "ADP" || s.Tokens[first].UPOS == "PUNCT") {
		first++
	}
	span := parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[lastOfBare(s, first, noun)].End}
	return filler{name: f.in.Text.Source[span.Start:span.End], spans: []parley.Span{span}}
}

// allied are those told by no more than whose side they are on, who act for themselves: "Norland's allies", "Western
// partners".
func (f *finder) allied(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[noun]
	if t.XPOS != "NNS" || !tables().nouns["allied"][t.Lemma] || noun == 0 {
		return nil
	}
	owner, before := s.Child(noun, "nmod:poss"), &s.Tokens[noun-1]
	if !(owner >= 0 && s.Tokens[owner].UPOS == "PROPN") && !(before.Head == noun && (before.Is("amod") || before.Is("compound")) && strings.ToLower(before.Text) != before.Text) {
		return nil
	}
	allies := f.asTold(sentence, noun)
	allies.allied = true
	if owner < 0 && before.Text == "European" { // they act for the Union
		allies.name, allies.side = "EU", "EU"
	}
	return []filler{allies}
}

// besideAllies adds such that are told in one row with somebody: "Norlandic officials and Western allies".
func (f *finder) besideAllies(sentence, token int, all []filler) []filler {
	s := &f.in.Text.Sentences[sentence]
	if len(all) == 0 {
		return nil
	}
	for child := range s.Children(token) {
		if s.Tokens[child].Is("conj") {
			all = append(all, without(f.allied(sentence, child), all)...)
		}
	}
	return all
}

// alliesAgain are such of whom a pronoun goes on to tell: "Norland's allies said they".
func (f *finder) alliesAgain(m *actors.Mention) (filler, bool) {
	if m.Form != actors.ByPronoun || len(m.Who) != 1 {
		return filler{}, false
	}
	for k := range f.in.Cast.Mentions {
		before := &f.in.Cast.Mentions[k]
		if before.Form == actors.ByPronoun || !slices.Equal(before.Who, m.Who) || before.Sentence > m.Sentence {
			continue
		}
		if one := f.allied(before.Sentence, before.Head); len(one) == 1 {
			return one[0], true
		}
	}
	return filler{}, false
}

// related tells whether a phrase is of somebody's ally or rival, who acts for himself. Children and the like are of the
// people by whose name they are told: "Norlandic children", but not "Kovar's children".
func (f *finder) related(m *actors.Mention) bool {
	s := &f.in.Text.Sentences[m.Sentence]
	lemma := s.Tokens[m.Head].Lemma
	if m.Form == actors.Named || !tables().nouns["relation"][lemma] {
		return false
	}
	return !tables().nouns["kinsfolk"][lemma] || !f.fromLand(s, m.Sentence, m.Head) || s.Child(m.Head, "nmod:poss") >= 0
}
