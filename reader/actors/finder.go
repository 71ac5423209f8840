package actors

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// finder reads one text from its beginning to its end.
type finder struct {
	cast  Cast
	lex   *lexicon.Lexicon
	day   parley.Date
	home  string
	about string         // the country that the text is about, once asked for
	told  map[string]int // how often the text names each country, once that was asked for

	byKey    map[string]int   // NameKey of a full name, or an actor's id -> actor
	byShort  map[string][]int // NameKey of a surname -> people
	byFirst  map[string][]int // NameKey of a first name -> people
	bare     map[string]int   // NameKey of a surname -> who bears it without a first name
	naming   []parley.Span    // where each actor is first named
	names    [][]personName   // people's names, by sentence
	covered  [][]int16        // by sentence and token: 1 + index of the lexicon's match there
	salience []float64        // how present each actor is to the reader
	spoken   []float64        // the same by what others are quoted to say
	gender   []byte           // 'm', 'f' or 0: as first names, pronouns and titles have shown
	voice    int              // 1 + the body that an unnamed spokesperson spoke for last
	unnamed  []int            // indexes of the unnamed mentions so far

	introduced    map[string]bool  // ids of the groups that the text itself introduces
	organisations [][]organisation // by sentence
	firms         map[string]bool  // names of one word that are companies'
	asPlace       map[string]bool  // surnames that are states' names -> whether the text means the place too
}

func newFinder(text *english.Text, lex *lexicon.Lexicon, day parley.Date, home string) *finder {
	f := &finder{
		lex: lex, day: day, home: home,
		byKey: map[string]int{}, byShort: map[string][]int{}, byFirst: map[string][]int{}, bare: map[string]int{},
		names: make([][]personName, len(text.Sentences)), covered: make([][]int16, len(text.Sentences)),
	}
	f.cast.text, f.cast.lex, f.cast.Day = text, lex, day
	f.cast.at = make([][]int32, len(text.Sentences))
	f.cast.Matches = make([][]lexicon.Match, len(text.Sentences))
	var words []string
	for i := range text.Sentences {
		tokens := text.Sentences[i].Tokens
		words = words[:0]
		for _, t := range tokens {
			words = append(words, t.Text)
		}
		f.cast.at[i] = make([]int32, len(tokens))
		f.cast.Matches[i] = withoutMoney(tokens, lex.Find(words))
		f.covered[i] = make([]int16, len(tokens))
		f.cover(i)
		f.completeElided(i)
		f.forgetFirstNames(i)
	}
	f.placeByCountry()
	return f
}

// withoutMoney drops those matches that say whose dollars a sum is of: "US$30 million".
func withoutMoney(tokens []english.Token, found []lexicon.Match) []lexicon.Match {
	return slices.DeleteFunc(found, func(m lexicon.Match) bool {
		sign := m.Last + 1
		return sign < len(tokens) && tokens[sign].Text == "$" && tokens[sign].Start == tokens[m.Last].End
	})
}

// placeByCountry takes a name that towns of several countries bear for the town of a country
// that the text names, or of the outlet's, where the best known one is of neither; but for the well-known seat of a region no lesser
// town: Geneva is none in Illinois.
func (f *finder) placeByCountry() {
	f.country()
	at := func(country string) bool { return f.told[country] > 0 || country == f.home && f.home != "" }
	for i := range f.cast.Matches {
		for k := range f.cast.Matches[i] {
			m := &f.cast.Matches[i][k]
			if m.Kind != lexicon.PlaceMatch || m.Place.Country == "" || m.Place.Kind != "city" && m.Place.Kind != "seat" || at(m.Place.Country) || f.regionBehind(i, m.Last) {
				continue
			}
			others := f.lex.Places(f.words(i, m))
			other := slices.IndexFunc(others, func(p lexicon.Place) bool { return at(p.Country) })
			if other > 0 && (m.Place.Kind != "seat" || !m.Place.WellKnown() || others[other].WellKnown()) {
				m.Place = others[other]
			}
		}
	}
}

// forgetFirstNames takes towns out of a sentence's matches that are somebody's first name there: behind a
// title or a word for kin, or before a surname, "her sister Mary", "Minister Anna Kovar".
func (f *finder) forgetFirstNames(sentence int) {
	tokens, found := f.sentence(sentence).Tokens, len(f.cast.Matches[sentence])
	f.cast.Matches[sentence] = slices.DeleteFunc(f.cast.Matches[sentence], func(m lexicon.Match) bool {
		if m.Kind != lexicon.PlaceMatch || m.First != m.Last || firstNames()[strings.ToLower(tokens[m.First].Text)] == 0 {
			return false
		}
		if before, ok := f.matchAt(sentence, max(0, m.First-1)); ok && before.Kind == lexicon.RoleMatch && before.Last < m.First {
			return true
		}
		return slices.ContainsFunc(f.cast.text.Names, func(n english.Name) bool {
			return n.Sentence == sentence && n.Kind == english.Person && n.First == m.First && n.Last > m.Last+1
		})
	})
	if len(f.cast.Matches[sentence]) < found {
		f.cover(sentence)
	}
}

// cover notes which of a sentence's tokens each of the lexicon's matches covers.
func (f *finder) cover(sentence int) {
	clear(f.covered[sentence])
	for k, m := range f.cast.Matches[sentence] {
		for token := m.First; token <= m.Last; token++ {
			f.covered[sentence][token] = int16(k + 1)
		}
	}
}

// putMatch puts a match among those of a sentence, for any that share a token with it.
func (f *finder) putMatch(sentence int, one lexicon.Match) {
	matches := slices.DeleteFunc(f.cast.Matches[sentence], func(m lexicon.Match) bool { return m.First <= one.Last && one.First <= m.Last })
	at, _ := slices.BinarySearchFunc(matches, one.First, func(m lexicon.Match, first int) int { return m.First - first })
	f.cast.Matches[sentence] = slices.Insert(matches, at, one)
	f.cover(sentence)
}

func (f *finder) sentence(i int) *english.Sentence { return &f.cast.text.Sentences[i] }

// matchAt returns the lexicon's match that covers a token.
func (f *finder) matchAt(sentence, token int) (*lexicon.Match, bool) {
	if k := f.covered[sentence][token]; k > 0 {
		return &f.cast.Matches[sentence][k-1], true
	}
	return nil, false
}

// regionBehind tells whether a region follows the name of a town: "Olvik, North Mark".
func (f *finder) regionBehind(sentence, last int) bool {
	tokens := f.sentence(sentence).Tokens
	if last+2 >= len(tokens) || tokens[last+1].Text != "," {
		return false
	}
	m, ok := f.matchAt(sentence, last+2)
	return ok && m.Kind == lexicon.PlaceMatch
}

// enter adds an actor, or finds the one of the same key.
func (f *finder) enter(key string, a parley.Actor, named parley.Span) int {
	if i, ok := f.byKey[key]; ok {
		return i
	}
	i := len(f.cast.Actors)
	a.Affiliation = f.sideThen(a)
	a.Spans = append(a.Spans, parley.Evidence{Field: "name", Span: named})
	f.cast.Actors = append(f.cast.Actors, a)
	f.naming = append(f.naming, named)
	f.salience, f.spoken = append(f.salience, 0), append(f.spoken, 0)
	sex := byte(0)
	if a.Kind == parley.PersonActor {
		sex = sexOf(a.Name)
	}
	f.gender = append(f.gender, sex)
	f.byKey[key] = i
	return i
}

// sideThen is the side for which somebody known held office on the day of the text, where that is not
// the one of today: who was the secretary-general of an alliance may be a minister at home since.
func (f *finder) sideThen(a parley.Actor) string {
	then := ""
	for _, o := range a.Offices {
		of, known := f.lex.Actor(o.Of)
		if f.day == "" || !known || !o.HeldOn(f.day) {
			continue
		}
		alliance := of.Kind == parley.BodyActor && cmp.Or(of.Affiliation, of.ID) == strings.ToUpper(of.ID)
		if of.Kind != parley.StateActor && !alliance || of.ID == a.Affiliation || then != "" && then != of.ID {
			return a.Affiliation
		}
		then = of.ID
	}
	return cmp.Or(then, a.Affiliation)
}

// span returns the bytes of a token range.
func (f *finder) span(sentence, first, last int) parley.Span {
	tokens := f.sentence(sentence).Tokens
	return parley.Span{Start: tokens[first].Start, End: tokens[last-1].End}
}

// add files a mention under its head.
func (f *finder) add(m Mention) {
	if f.cast.at[m.Sentence][m.Head] > 0 {
		return
	}
	if m.Affiliation == "" && len(m.Who) == 1 {
		m.Affiliation = f.cast.Actors[m.Who[0]].Affiliation
	}
	if m.Form != Named && len(m.Who) == 1 {
		m.Name = f.naming[m.Who[0]]
	}
	f.cast.Mentions = append(f.cast.Mentions, m)
	f.cast.at[m.Sentence][m.Head] = int32(len(f.cast.Mentions))
	if len(m.Who) == 0 {
		f.unnamed = append(f.unnamed, len(f.cast.Mentions)-1)
	}
	present := f.salience
	if f.spokenOf(f.sentence(m.Sentence).Tokens[m.Head].Start) {
		present = f.spoken
	}
	for _, actor := range m.Who {
		present[actor] += f.weight(m)
	}
}

// weight is how much a mention puts its actors before the reader's eyes: a
// subject more than an object, an object more than the rest, a place least.
func (f *finder) weight(m Mention) float64 {
	t := &f.sentence(m.Sentence).Tokens[m.Head]
	switch {
	case m.Form == ByCountry && located[f.sentence(m.Sentence).Case(m.Head)]:
		return .5
	case t.Is("nsubj"), t.Deprel == "root" && m.First == 0 && m.Form == Named:
		return 4 // "Kovar - who had waited - rejected it"
	case t.Is("obj"), t.Is("iobj"), t.Deprel == "root":
		return 2
	case t.Is("nmod:poss"):
		return 1.5
	}
	return 1
}

// spokenShare is how much of it counts outside of a quotation that somebody is spoken of in one.
const spokenShare = .02

// present is how present an actor is to the reader, outside of quotations and in them.
func (f *finder) present(actor int) float64 { return f.salience[actor] + f.spoken[actor] }

// spokenOf tells whether a byte stands in a quotation in double marks.
func (f *finder) spokenOf(at int) bool {
	quotations := f.cast.text.Quotations
	next, _ := slices.BinarySearchFunc(quotations, at, func(q english.Quotation, at int) int { return q.Start - at })
	for k := next - 1; k >= max(0, next-2); k-- {
		if q := &quotations[k]; q.Start <= at && at < q.End && strings.ContainsAny(f.cast.text.Source[q.Start:q.InnerStart], "\"“”«`") {
			return true
		}
	}
	return false
}

// located are the prepositions behind which a country is where something happens
// rather than who does it.
var located = map[string]bool{"in": true, "at": true, "near": true, "inside": true, "outside": true}

// readSentence finds the mentions of one sentence. Between sentences all that
// was said recedes by half.
func (f *finder) readSentence(i int) {
	for actor := range f.salience {
		f.salience[actor] /= 2
		f.spoken[actor] /= 2
	}
	for _, n := range f.names[i] {
		f.addPerson(i, n)
	}
	for _, n := range f.names[i] {
		f.bindDescriptions(i, n)
	}
	s := f.sentence(i)
	for token := range s.Tokens {
		if f.cast.at[i][token] == 0 && !f.insideName(i, token) {
			f.readToken(i, token)
		}
	}
	for token := range s.Tokens {
		if f.entitles(i, token) {
			f.serves(i, token)
		}
	}
}

// readToken makes a mention of a token that heads a phrase which refers to
// somebody.
func (f *finder) readToken(sentence, token int) {
	t := &f.sentence(sentence).Tokens[token]
	if t.UPOS == "PRON" && !f.spellsPronoun(sentence, token) {
		f.addPronoun(sentence, token)
		return
	}
	if f.addOrganisation(sentence, token) || f.addCollective(sentence, token) || f.addLand(sentence, token) || f.addLeague(sentence, token) {
		return
	}
	m, ok := f.matchAt(sentence, token)
	if !ok || f.headOf(sentence, m) != token {
		return
	}
	switch m.Kind {
	case lexicon.StateMatch, lexicon.MetonymMatch, lexicon.DemonymMatch:
		f.addCountry(sentence, token, m)
	case lexicon.BodyMatch, lexicon.GroupMatch, lexicon.MediaMatch:
		f.addKnown(sentence, token, m)
	case lexicon.BodyNounMatch:
		f.addStateBody(sentence, token, m)
	case lexicon.OfficeMatch, lexicon.RoleMatch:
		f.addTitled(sentence, token, m)
	}
}

// spellsPronoun tells whether the initials of a body spell what the tagger takes for a pronoun: "WHO", in
// a sentence that is not all in capitals.
func (f *finder) spellsPronoun(sentence, token int) bool {
	s := f.sentence(sentence)
	m, ok := f.matchAt(sentence, token)
	return ok && m.Kind == lexicon.BodyMatch && strings.ToUpper(s.Tokens[token].Text) == s.Tokens[token].Text && slices.ContainsFunc(s.Tokens, func(t english.Token) bool {
		return t.UPOS == "VERB" && strings.ToUpper(t.Text) != t.Text
	})
}

// headOf is the token of a match that the rest of the sentence attaches to:
// the one whose head lies outside; the last one where there is no parse.
func (f *finder) headOf(sentence int, m *lexicon.Match) int {
	tokens := f.sentence(sentence).Tokens
	for token := m.Last; token >= m.First; token-- {
		head := tokens[token].Head
		if tokens[token].Deprel != "" && (head < m.First || head > m.Last) && !tokens[token].Is("case") && !tokens[token].Is("det") {
			return token
		}
	}
	return m.Last
}

// phrase returns the token range of the noun phrase that token heads: titles,
// appositions and complements in, clauses, circumstances and fellows out,
// punctuation off its edges.
func (f *finder) phrase(sentence, token int) (first, last int) {
	s := f.sentence(sentence)
	first, last = token, token+1
	for child := range s.Children(token) {
		if f.inPhrase(s, child) {
			from, to := f.phrase(sentence, child)
			first, last = min(first, from), max(last, to)
		}
	}
	return s.Whole(first, last)
}

// phraseRelations are the relations whose dependents belong to a noun phrase.
var phraseRelations = []string{"det", "amod", "compound", "nummod", "flat", "appos", "nmod", "case", "fixed", "goeswith", "punct", "advmod"}

// complements are the prepositions that bind a noun to what it is about or
// whose it is, rather than to a circumstance.
var complements = map[string]bool{"of": true, "to": true, "for": true, "from": true, "'s": true, "’s": true, "’": true, "'": true}

func (f *finder) inPhrase(s *english.Sentence, child int) bool {
	t := &s.Tokens[child]
	if !slices.ContainsFunc(phraseRelations, t.Is) {
		return false
	}
	switch t.Deprel {
	case "case":
		return complements[t.Text] && t.UPOS == "PART"
	case "punct":
		return false
	case "advmod":
		return child < t.Head && t.UPOS == "ADV"
	case "nmod":
		marker := s.Child(child, "case")
		return marker < 0 || complements[strings.ToLower(s.Tokens[marker].Text)]
	}
	return true
}
