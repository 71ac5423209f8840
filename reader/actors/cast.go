// Package actors finds who is spoken of in a text: people, bodies, states and
// groups, by name, office, nationality, seat, pronoun or description. Somebody
// whom the lexicon does not know is built from the text, with the words that
// say so.
package actors

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// Form says how a mention refers to its actors.
type Form uint8

const (
	Named      Form = iota // by a name, with or without a title
	ByOffice               // "the Russian foreign minister"
	ByCountry              // a state by name, nationality or seat: "Moscow"
	ByBody                 // "the Defense Ministry", "Ukrainian authorities"
	ByPronoun              // "he", "they"
	Collective             // "both sides", "the two leaders"
	Unnamed                // "two U.S. officials"
)

// Mention is one noun phrase that refers to actors.
type Mention struct {
	Sentence int
	Head     int // the token that the rest of the sentence attaches to
	// First and Last bound the phrase as a token range, Last exclusive: with
	// its titles and appositions, without its clauses.
	First, Last int
	Form        Form
	// Who are the actors, as indexes into Cast.Actors; none for an unnamed
	// or unresolved mention.
	Who []int
	// Name is where the actor is named, for a mention that is not by name:
	// the antecedent of a pronoun. Without one it is empty.
	Name parley.Span
	// Affiliation is whose side the mention is on: its actor's, or what the
	// phrase says of somebody unnamed.
	Affiliation string
	// Sides are all the parties that people without a name belong to: USA and
	// UKR for "U.S. and Ukrainian officials".
	Sides []string
	Title lexicon.Title // of an unnamed or titled mention
	// Seat tells that the words may mean the place as well: "Moscow".
	Seat   bool
	Plural bool
	// Quantified tells of a plural phrase that it speaks of some of its kind,
	// not of all: "some officials", "two officials".
	Quantified bool
}

// Cast is everybody who is spoken of in a text.
type Cast struct {
	Actors   []parley.Actor
	Mentions []Mention // in order of sentence and head
	// Matches are the lexicon's phrases, by sentence.
	Matches [][]lexicon.Match
	// About is the country that the text is about, "" where it is not plain.
	About string
	// Torn is the state within which the text tells of a rising against the government, ""
	// where it tells of none.
	Torn string
	// Day is the one from which offices are reckoned, "" where it is not known.
	Day parley.Date

	text  *english.Text
	lex   *lexicon.Lexicon
	armed []armedGroup
	sex   []byte    // by actor: 'm', 'f' or 0
	at    [][]int32 // by sentence and token: 1 + index of the mention headed there
}

// At returns the mention that token heads.
func (c *Cast) At(sentence, token int) (*Mention, bool) {
	if sentence < 0 || sentence >= len(c.at) || token < 0 || token >= len(c.at[sentence]) {
		return nil, false
	}
	i := c.at[sentence][token]
	if i == 0 {
		return nil, false
	}
	return &c.Mentions[i-1], true
}

// Members returns the mention that token heads and those that are coordinated
// with it: Anna Kovar and Per Holm in "Anna Kovar met Per Holm and his deputy"
// give one each for token Kovar and two for Holm.
func (c *Cast) Members(sentence, token int) []*Mention {
	if sentence < 0 || sentence >= len(c.text.Sentences) {
		return nil
	}
	members := c.coordinated(sentence, token)
	if len(members) == 1 {
		members = append(c.rowBefore(&c.text.Sentences[sentence], members[0]), members...)
	}
	if with, ok := c.alongWith(&c.text.Sentences[sentence], members); ok {
		members = append(members, c.coordinated(sentence, with)...)
	}
	if next, ok := c.besideComma(&c.text.Sentences[sentence], members); ok {
		members = append(members, next)
	}
	return members
}

// alongWith is who does with a subject what it does: Sudmark in "Norland, along with Sudmark and Ostland, called".
func (c *Cast) alongWith(s *english.Sentence, members []*Mention) (int, bool) {
	if len(members) != 1 || !strings.HasPrefix(s.Tokens[members[0].Head].Deprel, "nsubj") {
		return 0, false
	}
	at := members[0].Head + 1
	for at < len(s.Tokens) && s.Tokens[at].UPOS == "PROPN" {
		at++
	}
	if at < len(s.Tokens) && s.Tokens[at].Text == "," {
		at++
	}
	if at+2 >= len(s.Tokens) || s.Tokens[at+1].Text != "with" || s.Tokens[at].Text != "along" && s.Tokens[at].Text != "together" {
		return 0, false
	}
	for with := at + 2; with < min(at+6, len(s.Tokens)); with++ {
		if m, ok := c.At(members[0].Sentence, with); ok {
			return with, (m.Form == Named || m.Form == ByCountry) && m.First <= at+3
		}
	}
	return 0, false
}

// besideComma is the second of two states that a headline names with a comma for "and":
// "Norland, Sudmark resume talks".
func (c *Cast) besideComma(s *english.Sentence, members []*Mention) (*Mention, bool) {
	if s.Paragraph > 0 || len(members) != 1 || members[0].Form != ByCountry {
		return nil, false
	}
	comma := members[0].Last
	for at := comma + 1; at < min(comma+4, len(s.Tokens)) && s.Tokens[comma].Text == ","; at++ {
		if m, ok := c.At(members[0].Sentence, at); ok {
			behind := m.Last < len(s.Tokens) && (s.Tokens[m.Last].UPOS == "VERB" || s.Tokens[m.Last].UPOS == "AUX")
			return m, behind && m.First == comma+1 && m.Form == ByCountry
		}
	}
	return nil, false
}

// coordinated are the members that the parse gives.
func (c *Cast) coordinated(sentence, token int) []*Mention {
	var members []*Mention
	heads := []int{token}
	s := &c.text.Sentences[sentence]
	if m, ok := c.At(sentence, token); ok {
		members = append(members, m)
		if m.Form == Named && s.Tokens[m.Head].Is("appos") && s.Tokens[m.Head].Head == token {
			heads = append(heads, m.Head) // "the envoy, Anna Kovar, and Per Holm"
		}
	}
	for _, head := range heads {
		for child := range s.Children(head) {
			if s.Tokens[child].Is("conj") {
				members = append(members, c.coordinated(sentence, child)...)
			}
		}
	}
	if len(members) == 1 && members[0].Form == ByCountry { // "the Republic of Norland and Sudmark"
		for inside := members[0].First; inside < members[0].Last; inside++ {
			for child := range s.Children(inside) {
				if inside != token && child >= members[0].Last && s.Tokens[child].Is("conj") {
					members = append(members, c.coordinated(sentence, child)...)
				}
			}
		}
	}
	if twin, ok := c.twin(s, sentence, token); ok && len(members) == 1 {
		members = append(members, c.coordinated(sentence, twin)...)
	}
	return members
}

// rowBefore are the members of a row that stand before its last, where the parse takes
// that alone for the subject: Norland and Sudmark in "On Monday, Norland, Sudmark and
// Ostland demanded". It is read from the words.
func (c *Cast) rowBefore(s *english.Sentence, last *Mention) []*Mention {
	at := last.First - 1
	if subject := s.Tokens[last.Head].Is("nsubj") || last.Last < len(s.Tokens) && s.Tokens[last.Last].UPOS == "VERB"; !subject {
		return nil
	}
	if at < 1 || s.Tokens[at].UPOS != "CCONJ" || !strings.EqualFold(s.Tokens[at].Text, "and") {
		return nil
	}
	at--
	serial := s.Tokens[at].Text == ","
	if serial {
		at--
	}
	var row []*Mention
	for at >= 0 {
		m, ok := c.At(last.Sentence, at)
		if !ok || m.Last != at+1 || m.Form != last.Form || m.Form != Named && m.Form != ByCountry {
			break
		}
		row = append([]*Mention{m}, row...)
		if at = m.First - 1; at < 1 || s.Tokens[at].Text != "," {
			break
		}
		at--
	}
	if len(row) == 0 || serial && len(row) < 2 || s.Case(row[0].Head) != "" && !s.Tokens[row[0].Head].Is("conj") {
		return nil
	}
	return row
}

// twin finds the noun behind "and" that the parse gives the same place in the
// clause instead of coordinating the two.
func (c *Cast) twin(s *english.Sentence, sentence, token int) (int, bool) {
	m, ok := c.At(sentence, token)
	if !ok || m.Last >= len(s.Tokens) || s.Tokens[m.Last].UPOS != "CCONJ" {
		return 0, false
	}
	t := &s.Tokens[token]
	for other := max(m.Last, token) + 1; other < len(s.Tokens); other++ {
		if o := &s.Tokens[other]; o.Head == t.Head && o.Deprel == t.Deprel {
			n, ok := c.At(sentence, other)
			return other, ok && n.First <= m.Last+1
		}
	}
	return 0, false
}

// Of returns the mention's actors.
func (c *Cast) Of(m *Mention) []parley.Actor {
	who := make([]parley.Actor, len(m.Who))
	for i, actor := range m.Who {
		who[i] = c.Actors[actor]
	}
	return who
}

// Span returns the bytes of the mention's phrase.
func (c *Cast) Span(m *Mention) parley.Span {
	tokens := c.text.Sentences[m.Sentence].Tokens
	return parley.Span{Start: tokens[m.First].Start, End: tokens[m.Last-1].End}
}

// Evidence returns the words that say that the mention means its actors: the
// phrase, and where an actor is named who is not named there.
func (c *Cast) Evidence(m *Mention) []parley.Span {
	spans := []parley.Span{c.Span(m)}
	if m.Name.End > m.Name.Start && !spans[0].Covers(m.Name) {
		spans = append(spans, m.Name)
	}
	return spans
}

// PartyName is how events and positions name an actor: a state, its government
// or a body that stands for itself by its code, and so an agency that the lexicon
// knows by its acronym, everybody else by name.
func PartyName(a parley.Actor) string {
	switch a.Kind {
	case parley.StateActor:
		return a.ID
	case parley.BodyActor, parley.GroupActor:
		if a.ID == a.Affiliation || governs(a) {
			return a.Affiliation
		}
		if a.Kind == parley.BodyActor && a.Sector != "GOV" && a.Affiliation != "" && a.ID == strings.ToUpper(a.ID) {
			return a.ID
		}
	}
	return a.Name
}

// governs tells whether a body is a state's government as a whole: "UK
// government", "Kovar administration", but no regional or local one.
func governs(a parley.Actor) bool {
	whose, noun, found := strings.Cut(a.ID, "-")
	if !found || means("within", whose) {
		return false
	}
	return means("governs", noun) && a.Affiliation != ""
}

// Find reads who is spoken of in text. The day is the one from which offices
// are reckoned, "" where it is not known; home is the country of the outlet,
// "" where that is not known.
func Find(text *english.Text, lex *lexicon.Lexicon, day parley.Date, home string) *Cast {
	f := newFinder(text, lex, day, home)
	f.gatherIntroduced()
	f.gatherAmpersands()
	f.gatherNames()
	f.gatherOrganisations()
	for i := range text.Sentences {
		f.readSentence(i)
	}
	f.cast.sex, f.cast.About, f.cast.Torn = f.gender, f.country(), f.torn()
	f.cast.armed = f.armed()
	return &f.cast
}

// MayBe tells whether "he" or "she" may mean an actor, by what the text and his first
// name tell of his sex.
func (c *Cast) MayBe(actor int, pronoun string) bool {
	switch c.sex[actor] {
	case 'm':
		return pronoun != "she"
	case 'f':
		return pronoun != "he"
	}
	return true
}
