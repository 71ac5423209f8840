package actors

import (
	"strings"

	"github.com/parleyrecord/parley/lexicon"
)

// placedTitle finds the title that words about its place part from a full name: "ambassador
// to Norland" before "Anna Kovar", "head of the Norlandic delegation in Geneva". It gives
// where the title begins, or where the name does and false.
func (f *finder) placedTitle(sentence, first int) (int, bool) {
	tokens := f.sentence(sentence).Tokens
	token := f.beforeBrackets(sentence, first-1)
	if token >= 0 && tokens[token].UPOS == "DET" {
		return first, false // "a spokesman for the Kovar campaign"
	}
	for words := 0; token > 0 && words < longestPost; token-- {
		switch t := &tokens[token]; {
		case t.UPOS == "ADP" && posts[strings.ToLower(t.Text)] && words > 0:
			for at := token; at >= token-1; at-- { // "ambassador to" is a title itself
				if m, ok := f.matchAt(sentence, at); ok && (m.Kind == lexicon.OfficeMatch || m.Kind == lexicon.RoleMatch) && !m.Title.Plural && !unposted[m.Title.Class] {
					return m.First, true
				}
			}
			words = 0
		case f.officeAt(sentence, token):
			return first, false // "an adviser to President Anna Kovar"
		case t.UPOS == "PROPN", t.UPOS == "NOUN", t.UPOS == "ADJ", t.UPOS == "DET", t.UPOS == "PART", t.Text == "&", t.Text == "-" && t.Start == tokens[token-1].End:
			words++
		default:
			return first, false
		}
	}
	return first, false
}

// officeAt tells whether a token belongs to the title of an office, rank or spokesperson.
func (f *finder) officeAt(sentence, token int) bool {
	m, ok := f.matchAt(sentence, token)
	return ok && m.Kind == lexicon.OfficeMatch
}

// beforeBrackets is the token before what brackets set off, where a token closes brackets.
func (f *finder) beforeBrackets(sentence, token int) int {
	tokens := f.sentence(sentence).Tokens
	if token < 0 || tokens[token].Text != ")" {
		return token
	}
	for at := token - 1; at >= max(0, token-longestPost); at-- {
		if tokens[at].Text == "(" {
			return at - 1
		}
	}
	return token
}

// longestPost is how many words a place or body between a title and a name has at most.
const longestPost = 8

// unposted are the classes of titles that no place or body follows as where they are held.
var unposted = map[lexicon.TitleClass]bool{lexicon.HonorificClass: true, lexicon.GatheringClass: true, lexicon.ForcesClass: true, lexicon.SourceClass: true}

// placeBehind is the token behind the place or body that a preposition joins to a title, or
// the token behind the title where none does.
func (f *finder) placeBehind(sentence int, title *lexicon.Match) int {
	tokens := f.sentence(sentence).Tokens
	at := title.Last + 1
	if at < len(tokens) && posts[strings.ToLower(tokens[at].Text)] {
		at++
	} else if !posts[strings.ToLower(tokens[title.Last].Text)] {
		return title.Last + 1
	}
	if at < len(tokens) && tokens[at].UPOS == "DET" {
		at++
	}
	if at >= len(tokens) {
		return title.Last + 1
	}
	switch m, ok := f.matchAt(sentence, at); {
	case !ok, m.First != at:
	case m.Kind == lexicon.PlaceMatch, m.Kind == lexicon.StateMatch, m.Kind == lexicon.MetonymMatch, m.Kind == lexicon.BodyMatch:
		return m.Last + 1
	}
	return title.Last + 1
}

// isPost tells whether a token is the place where the title before it is held: "mayor of Oslo".
func (f *finder) isPost(sentence, token int) bool {
	tokens := f.sentence(sentence).Tokens
	m, ok := f.matchAt(sentence, token)
	return ok && m.First > 1 && posts[strings.ToLower(tokens[m.First-1].Text)] && f.officeAt(sentence, m.First-2)
}

// posts are the prepositions between a title and where or what it is held at.
var posts = map[string]bool{"to": true, "in": true, "at": true, "of": true, "for": true, "on": true}

// sentTo tells whether a state or body is where somebody is sent to or at work and not whose he
// is: "ambassador to Norland", "Oslo-based".
func (f *finder) sentTo(sentence int, m *lexicon.Match) bool {
	tokens := f.sentence(sentence).Tokens
	if m.Kind == lexicon.MetonymMatch && m.Last+2 < len(tokens) && tokens[m.Last+1].Text == "-" && means("based", strings.ToLower(tokens[m.Last+2].Text)) {
		return true // "Brussels-based"
	}
	at := f.wordBefore(sentence, m)
	if at < 1 || !sentBy[strings.ToLower(tokens[at].Text)] {
		return false
	}
	title, ok := f.matchAt(sentence, at)
	if !ok {
		title, ok = f.matchAt(sentence, at-1)
	}
	return ok && title.Kind == lexicon.OfficeMatch && isSent(title)
}

// goesTo tells whether a state or its seat is where those at a noun go, and not whose they are: "a delegation to Norland",
// but not "an adviser to the Norland government".
func (f *finder) goesTo(sentence, noun int, m *lexicon.Match) bool {
	tokens := f.sentence(sentence).Tokens
	to := f.wordBefore(sentence, m)
	place := m.Kind == lexicon.StateMatch || m.Kind == lexicon.MetonymMatch
	return place && to > noun && tokens[to].Lemma == "to" && tokens[noun].UPOS == "NOUN" && !means("serves", tokens[noun].Lemma)
}

// wordBefore is the word before a match and its article.
func (f *finder) wordBefore(sentence int, m *lexicon.Match) int {
	at := m.First - 1
	if at > 0 && f.sentence(sentence).Tokens[at].UPOS == "DET" {
		at--
	}
	return at
}

// isSent tells whether a title is of those who are sent to others: "ambassador", "envoy".
func isSent(title *lexicon.Match) bool {
	for word := range again().words["sent"] {
		if strings.Contains(title.Title.Name, word) {
			return true
		}
	}
	return false
}

// sentBy are the prepositions before whom somebody is sent to.
var sentBy = map[string]bool{"to": true, "in": true, "at": true, "for": true}

// oneOfMany tells whether a title is of somebody sent to a place that stands behind it: a state or
// body has an "envoy for Norland" for every Norland, so that the title alone names none of them.
func (f *finder) oneOfMany(sentence int, m *lexicon.Match) bool {
	tokens := f.sentence(sentence).Tokens
	behind := m.Last + 1
	if sentBy[strings.ToLower(tokens[m.Last].Text)] {
		behind = m.Last
	}
	if behind+1 >= len(tokens) || !sentBy[strings.ToLower(tokens[behind].Text)] {
		return false
	}
	at := behind + 1
	if tokens[at].UPOS == "DET" && at+1 < len(tokens) {
		at++
	}
	if where, ok := f.matchAt(sentence, at); !ok || where.Kind != lexicon.PlaceMatch && where.Kind != lexicon.StateMatch && where.Kind != lexicon.MetonymMatch {
		return false
	}
	return isSent(m)
}

// ofThing tells whether "its" before the title of a head of state or government means a body of no
// state, as it does where nobody is found for it: "the union" and "its president".
func (f *finder) ofThing(sentence, token int) bool {
	s := f.sentence(sentence)
	its := s.Child(token, "nmod:poss")
	if its < 0 || !strings.EqualFold(s.Tokens[its].Text, "its") {
		return false
	}
	return means("heads", s.Tokens[token].Lemma)
}
