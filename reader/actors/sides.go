package actors

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// owner is whose a phrase's office or body is: "Russian" in "the Russian
// foreign minister", "NATO" in "the NATO chief".
type owner struct {
	of     string // ISO 3166 alpha-3 or the body's id; "" where the phrase has none
	actor  parley.Actor
	first  int // the token that says so
	last   int // inclusive
	person bool
}

// side is the party that those belong to who hold an office of the owner: none for a body, as a charity, that is no
// party and of no state, whose id is in small letters.
func (o owner) side() string {
	if o.of != strings.ToUpper(o.of) && o.actor.Kind != parley.GroupActor {
		return ""
	}
	return o.of
}

// ownerOf finds whose the title or body at head is: a country, seat, body or
// known person among the words that depend on it, directly or through the
// titles in front of a name.
func (f *finder) ownerOf(sentence, head, skipFirst, skipLast int) (owner, bool) {
	first, last := f.phrase(sentence, head)
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if m.First < first || m.Last >= last || m.First >= skipFirst && m.Last < skipLast {
			continue
		}
		if !f.belongs(sentence, head, m) || f.sentTo(sentence, m) || f.goesTo(sentence, head, m) || m.Kind == lexicon.StateMatch && f.insideName(sentence, m.First) {
			continue
		}
		switch m.Kind {
		case lexicon.StateMatch, lexicon.MetonymMatch, lexicon.DemonymMatch:
			return owner{of: m.Actor.ID, actor: m.Actor, first: m.First, last: m.Last}, true
		case lexicon.BodyMatch, lexicon.GroupMatch:
			of := m.Actor.ID
			if m.Actor.Affiliation != "" {
				of = m.Actor.Affiliation
			}
			return owner{of: of, actor: m.Actor, first: m.First, last: m.Last}, true
		case lexicon.PersonMatch:
			t := &f.sentence(sentence).Tokens[f.headOf(sentence, m)]
			if !f.namesOwner(sentence, head, m) && (t.Is("flat") || t.Is("compound") || t.Is("appos")) || f.headOf(sentence, m) == head {
				continue // a part of the name that is described: nobody is his own side
			}
			if a, ok := f.choose(append([]parley.Actor{m.Actor}, m.Candidates...)); ok && a.Affiliation != "" {
				return owner{of: a.Affiliation, actor: a, first: m.First, last: m.Last, person: true}, true
			}
		}
	}
	return owner{}, false
}

// namesOwner tells whether a person's name before a noun says whose it is: "a Per Holm envoy", "the Holm government", but
// not "the Kovar-Holm government".
func (f *finder) namesOwner(sentence, head int, m *lexicon.Match) bool {
	tokens := f.sentence(sentence).Tokens
	t := &tokens[f.headOf(sentence, m)]
	if !t.Is("compound") {
		return false
	}
	hyphened := m.First > 0 && tokens[m.First-1].Text == "-"
	return t.Head == head && f.indefinite(sentence, head) || means("governs", tokens[t.Head].Lemma) && !hyphened
}

// belongs tells whether a match depends on head as an owner does: as adjective,
// compound, genitive or "of" phrase, at any depth of such.
func (f *finder) belongs(sentence, head int, m *lexicon.Match) bool {
	s := f.sentence(sentence)
	token := f.headOf(sentence, m)
	if token == head {
		return m.Last < head || m.Part
	}
	if s.Tokens[token].Is("nmod:poss") && s.Tokens[token].Head == head && f.ofOthers(sentence, head, m) {
		return false
	}
	for range s.Tokens {
		t := &s.Tokens[token]
		if !slices.ContainsFunc([]string{"amod", "compound", "nmod", "flat", "appos"}, t.Is) || setOff(s, token) {
			return false
		}
		if t.Head == head {
			return true
		}
		if token = t.Head; token < 0 || means("stands", s.Tokens[token].Lemma) {
			return false // "advisers from Norland's allies"
		}
	}
	return false
}

// ofOthers tells whether a noun for who stands by or against somebody names, behind that one, whose people they are:
// "Norland's European allies".
func (f *finder) ofOthers(sentence, head int, whose *lexicon.Match) bool {
	return means("apart", f.sentence(sentence).Tokens[head].Lemma) && slices.ContainsFunc(f.cast.Matches[sentence], func(m lexicon.Match) bool {
		return m.First > whose.Last && m.Last < head && m.Kind == lexicon.DemonymMatch
	})
}

// StandsApart tells whether a name below a noun says by or against whom those stand who are told of, and not whose they
// are: "Norland's critics", "a Norland ally".
func (c *Cast) StandsApart(sentence, head int, name *lexicon.Match) bool {
	tokens := c.text.Sentences[sentence].Tokens
	t := &tokens[name.Last]
	return means("apart", tokens[head].Lemma) && t.Head == head && (t.Is("nmod") || t.Is("compound")) && name.Kind != lexicon.DemonymMatch
}

// standsApart tells whether a noun is for who stands by or against a party.
func (f *finder) standsApart(sentence, head int) bool {
	return slices.ContainsFunc(f.cast.Matches[sentence], func(m lexicon.Match) bool {
		return party(&m) && f.cast.StandsApart(sentence, head, &m)
	})
}

// setOff tells whether a noun belongs to the verb and not to the name or title before it, whatever the parse
// says: where a comma stands before its preposition, or "to" behind a name: "sent its envoy, Anna Kovar, to
// Doha".
func setOff(s *english.Sentence, noun int) bool {
	marker, over := s.Child(noun, "case"), s.Tokens[noun].Head
	if !s.Tokens[noun].Is("nmod") || marker < 1 || over < 0 {
		return false
	}
	return s.Tokens[marker-1].Text == "," || s.Tokens[over].UPOS == "PROPN" && s.Tokens[marker].Lemma == "to"
}

// sidesBefore are the parties named in a row before a noun, joined by commas,
// "and" and hyphens: "U.S., Ukrainian and European officials". The row is read
// from the words, since parses of it differ.
func (f *finder) sidesBefore(sentence, token int) []string {
	tokens := f.sentence(sentence).Tokens
	var sides []string
	for token--; token >= 0; token-- {
		m, ok := f.matchAt(sentence, token)
		if _, next := f.matchAt(sentence, token+1); next && len(sides) > 0 && tokens[token].Lemma == "'s" {
			slices.Reverse(sides)
			return sides // "Norland's European allies"
		}
		switch {
		case ok && party(m):
			if len(sides) > 0 && f.ofClauseBefore(sentence, m) {
				slices.Reverse(sides)
				return sides
			}
			of := cmp.Or(m.Actor.Affiliation, m.Actor.ID)
			if !slices.Contains(sides, of) {
				sides = append(sides, of)
			}
			token = m.First
		case len(sides) == 0 && tokens[token].UPOS != "ADJ" && tokens[token].UPOS != "NOUN" && tokens[token].Lemma != "'s":
			return nil
		case tokens[token].XPOS == "NNS", tokens[token].Is("nsubj"), tokens[token].Is("obj"), tokens[token].Is("obl"), tokens[token].UPOS != "ADJ" && tokens[token].UPOS != "CCONJ" && tokens[token].Text != "," && tokens[token].Text != "-" && tokens[token].Lemma != "'s" && tokens[token].UPOS != "NOUN":
			slices.Reverse(sides)
			return sides
		}
	}
	slices.Reverse(sides)
	return sides
}

// party tells whether a phrase names a party or whose its people are.
func party(m *lexicon.Match) bool {
	switch m.Kind {
	case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch, lexicon.BodyMatch, lexicon.GroupMatch:
		return true
	}
	return false
}

// ofClauseBefore tells whether a place that ends a phrase with a preposition of its own, and not the first party of a
// row, stands before a comma: "In Oslo, Norlandic and Sudmark officials", "after talks in Norland, European leaders".
func (f *finder) ofClauseBefore(sentence int, m *lexicon.Match) bool {
	s := f.sentence(sentence)
	if m.Kind != lexicon.StateMatch && m.Kind != lexicon.MetonymMatch || m.First == 0 || m.Last+1 >= len(s.Tokens) || s.Tokens[m.Last+1].Text != "," {
		return false
	}
	before := m.First - 1
	for before > 0 && s.Tokens[before].UPOS == "DET" {
		before--
	}
	return s.Tokens[before].UPOS == "ADP" && (m.Kind == lexicon.MetonymMatch || s.Tokens[before].Head == f.headOf(sentence, m))
}

// sidesBehind are the parties that a noun is "of" or "from": "envoys of Norway
// and Sweden".
func (f *finder) sidesBehind(sentence, token int) []string {
	s := f.sentence(sentence)
	var sides []string
	var gather func(at int)
	gather = func(at int) {
		if m, ok := f.matchAt(sentence, at); ok && (m.Kind == lexicon.StateMatch || m.Kind == lexicon.MetonymMatch || m.Kind == lexicon.GroupMatch) {
			if of := m.Actor.Affiliation; of != "" && !slices.Contains(sides, of) {
				sides = append(sides, of)
			}
		}
		for child := range s.Children(at) {
			if s.Tokens[child].Is("conj") {
				gather(child)
			}
		}
	}
	for child := range s.Children(token) {
		marker := s.Case(child)
		if s.Tokens[child].Is("nmod") && (marker == "of" || marker == "from" || marker == "in" && f.atHome(sentence, token)) || s.Tokens[child].Is("appos") && len(sides) > 0 && s.Tokens[child-1].Text == "," {
			gather(child) // "of Norland, Sudmark and Ostland", however the parse hangs the second
			if row := f.rowFrom(sentence, child); len(row) > len(sides) {
				sides = row
			}
		}
	}
	return sides
}

// rowFrom are the parties that the words name in a row from the one that a token heads on, joined by commas and
// "and" at last, whatever the parse makes of it: "the United Kingdom, France and Canada".
func (f *finder) rowFrom(sentence, token int) []string {
	tokens := f.sentence(sentence).Tokens
	var sides []string
	closed := false
	for at := token; at < len(tokens); {
		m, ok := f.matchAt(sentence, at)
		if !ok || m.Kind != lexicon.StateMatch && m.Kind != lexicon.MetonymMatch && m.Kind != lexicon.GroupMatch || m.Actor.Affiliation == "" || m.Last+1 < len(tokens) && tokens[m.Last+1].XPOS == "POS" {
			break
		}
		if !slices.Contains(sides, m.Actor.Affiliation) {
			sides = append(sides, m.Actor.Affiliation)
		}
		next := m.Last + 1
		for at = next; at < len(tokens) && at < next+3 && (tokens[at].Text == "," || tokens[at].UPOS == "CCONJ" || tokens[at].UPOS == "DET"); at++ {
			closed = closed || tokens[at].UPOS == "CCONJ"
		}
		if at == next {
			break
		}
	}
	if !closed {
		return nil
	}
	return sides
}

// atHome tells whether the people at a token are at work for the state in which they are told to be:
// "officials in Norland", but not "diplomats in Norland".
func (f *finder) atHome(sentence, token int) bool {
	m, ok := f.matchAt(sentence, token)
	if _, risen := f.cast.Camp(sentence, token); risen {
		return false // "rebel officials in Norland"
	}
	return ok && f.sentence(sentence).Tokens[token].Feat("Number") == "Plur" && means("home", m.Title.Name)
}

func (f *finder) indefinite(sentence, token int) bool {
	s := f.sentence(sentence)
	det := s.Child(token, "det")
	if det < 0 {
		return s.Child(token, "nummod") >= 0
	}
	switch strings.ToLower(s.Tokens[det].Text) {
	case "a", "an", "some", "another", "any", "no", "every", "each":
		return true
	}
	return false
}

// quantified tells whether a phrase speaks of some of a kind: by number,
// quantifier, indefinite article or "one of".
func (f *finder) quantified(sentence, token int) bool {
	s := f.sentence(sentence)
	if f.indefinite(sentence, token) || s.Child(token, "nummod") >= 0 {
		return true
	}
	adjective := s.Child(token, "amod")
	return adjective >= 0 && means("some", s.Tokens[adjective].Lemma)
}
