package actors

import (
	"strings"
	"sync"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/table"
)

// campWords are the roles of tables/camps.tsv, each with its words.
var campWords = sync.OnceValue(func() map[string]map[string]bool {
	return table.ByRole(embedded, "tables/camps.tsv")
})

// Camp is a side in a quarrel within a state that a text tells by what it is and by no name.
type Camp struct {
	Name string // "rebels", "Norlandic opposition"
	Of   string // the state that they are of, where it stands beside
	Span parley.Span
}

// Camp is the side that the people or things at a token belong to: "rebel leaders", "the rebels",
// "Norlandic opposition figures".
func (c *Cast) Camp(sentence, token int) (Camp, bool) {
	s := &c.text.Sentences[sentence]
	noun := campNoun(s, token)
	if noun < 0 {
		return Camp{}, false
	}
	camp := Camp{Name: strings.ToLower(s.Tokens[noun].Lemma), Span: parley.Span{Start: s.Tokens[noun].Start, End: s.Tokens[token].End}}
	if campWords()["rising"][camp.Name] {
		camp.Name += "s"
	}
	for k := range c.Matches[sentence] {
		m := &c.Matches[sentence][k]
		if m.Kind == lexicon.GroupMatch && m.First <= token && m.Last >= noun-1 {
			return Camp{}, false // "Houthi rebels" have a name
		}
		if m.Last == noun-1 && m.Kind == lexicon.DemonymMatch && s.Tokens[m.Last].Head == token {
			camp.Of, camp.Span.Start = m.Actor.Affiliation, s.Tokens[m.First].Start
			camp.Name = c.text.Source[camp.Span.Start:s.Tokens[m.Last].End] + " " + camp.Name
		}
	}
	if owner := s.Child(token, "nmod:poss"); camp.Of == "" && owner >= 0 {
		if m, ok := c.MatchAt(sentence, owner); ok && m.Kind == lexicon.StateMatch {
			camp.Of = m.Actor.ID
			camp.Name = strings.TrimSpace(c.lex.Demonym(camp.Of) + " " + camp.Name)
		}
	}
	if camp.Of == "" && campWords()["rival"][camp.Name] {
		camp.Of = c.ruled(sentence, token)
		camp.Name = strings.TrimSpace(c.lex.Demonym(camp.Of) + " " + camp.Name)
	}
	if before := noun - 1; camp.Of == "" && before > 0 && c.creed(sentence, before) {
		camp.Name = s.Tokens[before].Text + " " + camp.Name
		camp.Span.Start = s.Tokens[before].Start
	}
	return camp, true
}

// ruled is the one state that a sentence names, by itself, its people or who governs it, whose opposition a token must
// mean that does not say so: "the Norland government and the opposition met in Oslo"; "" where it names none or several,
// or tells beside one side alone of another land, whose opposition it may be.
func (c *Cast) ruled(sentence, token int) (state string) {
	s := &c.text.Sentences[sentence]
	beside := s.Tokens[token].Is("conj") || s.Child(token, "conj") >= 0
	for k := range c.Matches[sentence] {
		m := &c.Matches[sentence][k]
		of := m.Actor.Affiliation
		if m.Kind == lexicon.PlaceMatch {
			of = m.Place.Country
		}
		if c.lex.Demonym(of) == "" || beside && (m.Kind == lexicon.PlaceMatch || mereVenue(s, m)) {
			continue
		}
		if state != "" && state != of {
			return ""
		}
		state = of
	}
	return state
}

// MatchAt is the lexicon's match that covers a token.
func (c *Cast) MatchAt(sentence, token int) (*lexicon.Match, bool) {
	for k := range c.Matches[sentence] {
		if m := &c.Matches[sentence][k]; m.First <= token && token <= m.Last {
			return m, true
		}
	}
	return nil, false
}

// creed tells whether a token says for what those are whom the noun behind it tells, or of which people: "Maoist rebels".
func (c *Cast) creed(sentence, token int) bool {
	s := &c.text.Sentences[sentence]
	t := &s.Tokens[token]
	if s.Paragraph == 0 || !capital(t.Text) || t.UPOS != "PROPN" && t.UPOS != "ADJ" {
		return false
	}
	_, known := c.MatchAt(sentence, token)
	return !known
}

// Risen tells whether a token is a noun for those who have taken up arms against their government.
func (c *Cast) Risen(sentence, token int) bool {
	return campWords()["rising"][strings.ToLower(c.text.Sentences[sentence].Tokens[token].Lemma)]
}

// campNoun is the noun for a side in a quarrel within a state in the phrase that a token heads: the
// token itself, or the one before it where it is of its people; -1 where there is none.
func campNoun(s *english.Sentence, token int) int {
	words, t := campWords(), &s.Tokens[token]
	switch {
	case t.UPOS != "NOUN":
		return -1
	case words["rising"][t.Lemma] && t.XPOS == "NNS", words["rival"][t.Lemma] && ownRival(s, token):
		return token
	case !words["following"][t.Lemma] || token == 0:
		return -1
	case t.XPOS != "NNS" && !definite(s, token) && s.Child(token, "nmod:poss") < 0 && !words["bare"][t.Lemma]:
		return -1
	}
	before := &s.Tokens[token-1]
	lemma := strings.ToLower(before.Lemma)
	if before.Head == token && (before.Is("compound") || before.Is("amod")) && (words["rising"][lemma] || words["rival"][lemma]) {
		return token - 1
	}
	return -1
}

// ownRival tells whether a noun for those against a government tells of somebody known, and not of what "to" or "of" tells:
// "the opposition", "Norland's opposition", but not "the opposition to the pact".
func ownRival(s *english.Sentence, noun int) bool {
	owned := false
	for child := range s.Children(noun) {
		switch t := &s.Tokens[child]; {
		case t.Is("nmod:poss"):
			owned = true
		case t.Is("nmod"):
			return false
		}
	}
	return owned || definite(s, noun)
}

// definite tells whether "the" stands before a noun.
func definite(s *english.Sentence, noun int) bool {
	article := s.Child(noun, "det")
	return article >= 0 && strings.EqualFold(s.Tokens[article].Text, "the")
}

// torn is the state within which a text tells of a rising: the one whose rebels it names most, else
// the one that it names most, by itself, its people and its places; "" where nobody has risen, or
// where it names two about as often.
func (f *finder) torn() string {
	risen, named := map[string]int{}, map[string]int{}
	any := false
	for i := range f.cast.Matches {
		tokens := f.sentence(i).Tokens
		for token := range tokens {
			if campWords()["rising"][tokens[token].Lemma] && tokens[token].UPOS == "NOUN" {
				any = true
				if m, ok := f.matchAt(i, max(0, token-1)); ok && m.Last == token-1 && m.Kind == lexicon.DemonymMatch {
					risen[m.Actor.Affiliation]++
				}
			}
		}
		for k := range f.cast.Matches[i] {
			m := &f.cast.Matches[i][k]
			if mereVenue(f.sentence(i), m) {
				continue
			}
			switch m.Kind {
			case lexicon.StateMatch, lexicon.DemonymMatch:
				named[m.Actor.ID]++
			case lexicon.PlaceMatch:
				named[m.Place.Country]++
			}
		}
	}
	if !any {
		return ""
	}
	if state := Foremost(risen); state != "" {
		return state
	}
	if state := Foremost(named); named[state] > 1 {
		return state
	}
	return ""
}

// mereVenue tells whether a place is where sides meet: "talks in Olvik, Norland", "met in Norland".
func mereVenue(s *english.Sentence, m *lexicon.Match) bool {
	at := s.Anchor(m.First, m.Last+1)
	for s.Tokens[at].Is("appos") {
		at = s.Tokens[at].Head
	}
	over := s.Tokens[at].Head
	return over >= 0 && located[s.Case(at)] && campWords()["convened"][s.Tokens[over].Lemma]
}

// Foremost is what was counted twice as often as anything else, "" where nothing was.
func Foremost(counts map[string]int) string {
	best, second := "", 0
	for name, n := range counts {
		switch {
		case n > counts[best] || best == "":
			best, second = name, max(second, counts[best])
		default:
			second = max(second, n)
		}
	}
	if counts[best] < 2*second {
		return ""
	}
	return best
}
