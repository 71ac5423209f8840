package actors

import (
	"strings"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// gatherDescribed takes two or three names in a row for a person's that the tagger takes for a body's, or passes
// over, where a noun for one person stands before them or, between commas, right behind: "analyst Anna
// Kovar", "Anna Kovar, a research analyst in Oslo, said"; and a first name behind a noun for somebody's kin:
// "Kovar's wife, Anna".
func (f *finder) gatherDescribed(sentence int) {
	tokens := f.sentence(sentence).Tokens
	for first := 0; first < len(tokens); first++ {
		last := first
		for last < len(tokens) && f.plainName(sentence, last) {
			last++
		}
		if n := last - first; n > 1 && n <= longestPlain && !means("form", tokens[last-1].Text) && f.describedAsPerson(sentence, first, last) {
			f.names[sentence] = append(f.names[sentence], personName{first: first, last: last})
		} else if _, ok := f.relativeBefore(sentence, first); ok && n == 1 {
			f.names[sentence] = append(f.names[sentence], personName{first: first, last: last, short: true})
		}
		first = max(first, last)
	}
}

// longestPlain is how many words a name has at most that only a description tells for a person's.
const longestPlain = 3

// plainName tells whether a token may be part of the name of somebody of whom nothing is known.
func (f *finder) plainName(sentence, token int) bool {
	t := &f.sentence(sentence).Tokens[token]
	_, known := f.matchAt(sentence, token)
	return !known && t.UPOS == "PROPN" && capital(t.Text) && strings.ToUpper(t.Text) != t.Text && !english.IsWeekday(t.Text) && !f.insideName(sentence, token)
}

// describedAsPerson tells whether a noun for one person stands right before a name, or commas part from it a
// description by such a noun.
func (f *finder) describedAsPerson(sentence, first, last int) bool {
	return first > 0 && f.tellsPerson(sentence, first-1) || f.personBehindComma(sentence, last) || f.personBeforeComma(sentence, first, last)
}

// personBehindComma tells whether a comma follows and behind it a description whose noun is one for one person.
func (f *finder) personBehindComma(sentence, comma int) bool {
	tokens := f.sentence(sentence).Tokens
	if comma >= len(tokens) || tokens[comma].Text != "," {
		return false
	}
	for token := comma + 1; token < min(comma+longestTitle, len(tokens)); token++ {
		switch t := &tokens[token]; {
		case f.tellsPerson(sentence, token) && (token+1 == len(tokens) || tokens[token+1].UPOS != "NOUN" && tokens[token+1].UPOS != "PROPN"):
			return true
		case !nounPhrase[t.UPOS] && t.Text != "-":
			return false
		}
	}
	return false
}

// personBeforeComma tells whether commas set a name off behind a phrase that tells one person: "a lawyer for the
// marchers, Anna Kovar, said".
func (f *finder) personBeforeComma(sentence, first, last int) bool {
	tokens := f.sentence(sentence).Tokens
	if first < 3 || last >= len(tokens) || tokens[first-1].Text != "," || tokens[last].Text != "," {
		return false
	}
	for token := first - 2; token > max(0, first-longestPost); token-- {
		switch t, before := &tokens[token], &tokens[token-1]; {
		case f.tellsPerson(sentence, token) && (before.UPOS == "DET" || before.UPOS == "PART" || before.UPOS == "ADJ"):
			return true
		case !nounPhrase[t.UPOS] && t.UPOS != "ADP" && t.UPOS != "PART" && t.UPOS != "PRON":
			return false
		}
	}
	return false
}

// nounPhrase are the parts of speech of which a noun phrase without a preposition consists.
var nounPhrase = map[string]bool{"DET": true, "ADJ": true, "NOUN": true, "PROPN": true}

// longestTitle is how many words a description has at most up to its noun.
const longestTitle = 7

// tellsPerson tells whether a token is a noun for one person and for nothing else: a company may be a
// "leader" or, where no noun says of what, a "member".
func (f *finder) tellsPerson(sentence, token int) bool {
	t := &f.sentence(sentence).Tokens[token]
	m, ok := f.matchAt(sentence, token)
	if !ok || m.Last != token || t.UPOS != "NOUN" || capital(t.Text) || t.Feat("Number") == "Plur" {
		return false
	}
	switch m.Title.Class {
	case lexicon.OfficeClass, lexicon.MemberClass, lexicon.RankClass, lexicon.SpokesClass:
		return true
	case lexicon.RoleClass:
	default:
		return false
	}
	if m.Title.Name == "member" {
		return token > 0 && f.sentence(sentence).Tokens[token-1].Is("compound")
	}
	return !means("loose", m.Title.Name)
}
