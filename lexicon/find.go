package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
)

// subword is a token, or a part of one that hyphens part.
type subword struct {
	token   int
	text    string
	plain   string
	key     string // spelling key; "" until asked for
	capital bool   // begins with a capital or a digit
	upper   bool   // has no lower-case letter
	part    bool
}

func subwordsOf(words []string) []subword {
	text := make([]subword, 0, len(words))
	for i, word := range words {
		if !strings.ContainsFunc(word, isHyphen) {
			text = appendSubword(text, i, word, false)
			continue
		}
		for _, part := range strings.FieldsFunc(word, isHyphen) {
			text = appendSubword(text, i, part, true)
		}
	}
	return text
}

func appendSubword(text []subword, token int, word string, part bool) []subword {
	first, _ := utf8.DecodeRuneInString(word)
	s := subword{token: token, text: word, plain: plainWord(word), part: part}
	s.capital = unicode.IsUpper(first) || unicode.IsDigit(first)
	s.upper = s.capital && !strings.ContainsFunc(trimPossessive(word), unicode.IsLower)
	return append(text, s)
}

// possessive tells whether a subword is the ending of a genitive alone.
func (s *subword) possessive() bool { return s.text == "'s" || s.text == "’s" }

func (s *subword) keyed() string {
	if s.key == "" {
		s.key = spellingKey(s.plain)
	}
	return s.key
}

// Find finds the phrases of the lexicon in a sentence's tokens: from left to
// right, at each position the longest, none overlapping. Names need a capital
// first letter, short acronyms all capitals; titles and roles are found in any
// case. Hyphens may stand inside tokens or as tokens of their own.
func (l *Lexicon) Find(words []string) []Match {
	text := subwordsOf(words)
	var found []Match
	var ends []int // subword after each match
	for i := 0; i < len(text); {
		m, next, ok := l.longestAt(text, i)
		if ok && next == i+1 && l.common[text[i].plain] {
			m.Common = true
			if m.needsCapital() && (opensSentence(text, i) || titleCase(text) || !l.worthReading(m, text[i].plain)) {
				m, next, ok = l.termAt(text, i) // "Police" is a town only within a sentence
			}
		}
		if ok && next == i+1 && m.smallCity() && l.GivenName(text[i].plain) {
			ok = false
		}
		if !ok {
			i++
			continue
		}
		m.First, m.Last = l.withArticle(text, i, m), text[next-1].token
		m.Part = partial(text, i, next)
		m.Open = m.mayBeOpen() && (unknownBefore(text, i, ends) || l.unknownAfter(text, next))
		found = append(found, m)
		ends = append(ends, next)
		i = next
	}
	doubtGivenNames(found)
	return found
}

// doubtGivenNames marks as open a name that stands directly before a person's
// surname ("David" before "Cameron"), and the surname with it: together they
// may name somebody unknown.
func doubtGivenNames(found []Match) {
	for i := 1; i < len(found); i++ {
		before, m := &found[i-1], &found[i]
		if m.Kind == PersonMatch && m.Short && before.Last+1 == m.First && before.mayBeOpen() && !before.spoken() {
			before.Open, m.Open = true, true
		}
	}
}

// spoken tells whether the match may stand before a surname as its owner's
// country ("Israel's Netanyahu").
func (m Match) spoken() bool { return m.Kind == StateMatch || m.Kind == MetonymMatch }

// reach is the end of a walk through a trie.
type reach struct {
	next   int // subword after it
	senses []sense
	key    string // NameKey of the words, for names
}

func (l *Lexicon) longestAt(text []subword, start int) (Match, int, bool) {
	name := l.walkNames(text, start)
	term := l.walkTerms(text, start)
	if len(name.senses) == 0 && len(term.senses) == 0 {
		return Match{}, 0, false
	}
	if term.next > name.next || len(name.senses) == 0 {
		return l.termMatch(text, start, term), term.next, true
	}
	m := l.nameMatch(text, start, name)
	if term.next == name.next {
		m.Also = append(m.Also, term.senses[0].kind)
	}
	return m, name.next, true
}

// termAt is the longest phrase in any case that begins at a subword.
func (l *Lexicon) termAt(text []subword, start int) (Match, int, bool) {
	term := l.walkTerms(text, start)
	if len(term.senses) == 0 {
		return Match{}, start, false
	}
	return l.termMatch(text, start, term), term.next, true
}

// walkNames follows the trie of names and the gazetteer side by side.
func (l *Lexicon) walkNames(text []subword, start int) reach {
	var best reach
	if !text[start].capital && !isAssimilatedArticle(text[start].plain) {
		return best
	}
	node, inTrie, inCities, key := int32(0), true, true, ""
	for i := start; i < len(text) && (text[i].plain != "" || text[i].possessive()) && (inTrie || inCities); i++ {
		if i > start && isAssimilatedArticle(text[i].plain) && i+1 < len(text) && !l.goesOn(node, inTrie, text[i]) {
			continue
		}
		if text[i].possessive() {
			if inCities = false; i+1 < len(text) && l.goesOn(node, inTrie, text[i+1]) {
				continue // "Norland 's Harbour Ministry"
			}
			break
		}
		key = strings.TrimPrefix(key+" "+text[i].keyed(), " ")
		var fitting []sense
		if inTrie {
			if node, inTrie = l.names.step(node, text[i].keyed()); inTrie {
				fitting = fittingSenses(l.names.values[node], text, start, i)
			}
		}
		if inCities {
			var isCity bool
			if isCity, inCities = l.cities.has(key); isCity && text[start].capital && l.cities.spells(key, joinPlain(text[start:i+1])) {
				fitting = withPlace(fitting)
			}
		}
		if len(fitting) > 0 {
			best = reach{i + 1, fitting, key}
		}
	}
	return best
}

func (l *Lexicon) goesOn(node int32, inTrie bool, s subword) bool {
	if !inTrie {
		return false
	}
	_, ok := l.names.step(node, s.keyed())
	return ok
}

// withPlace adds the sense of a place where there is none.
func withPlace(senses []sense) []sense {
	if slices.ContainsFunc(senses, func(s sense) bool { return s.kind == PlaceMatch }) {
		return senses
	}
	return placeBeforeShort(slices.Clone(senses))
}

// placeBeforeShort puts the sense of a place where rankOf wants it.
func placeBeforeShort(senses []sense) []sense {
	place := sense{kind: PlaceMatch}
	at := slices.IndexFunc(senses, func(s sense) bool { return rankOf(s) > rankOf(place) })
	if at < 0 {
		at = len(senses)
	}
	return slices.Insert(senses, at, place)
}

// fittingSenses are those that case and spelling of the text allow.
func fittingSenses(senses []sense, text []subword, start, last int) []sense {
	if len(senses) == 0 || !text[start].capital {
		return nil
	}
	spelled := joinPlain(text[start : last+1])
	upper := text[start].upper && text[last].upper
	fits := func(s sense) bool {
		if s.titled && !text[last].capital {
			return false // "The diplomat" is not The Diplomat
		}
		return (!s.caps || upper) && (s.exact == spelled || s.looseSpelling() && len(spelled) >= leastLoose)
	}
	if !slices.ContainsFunc(senses, func(s sense) bool { return !fits(s) }) {
		return senses
	}
	var fitting []sense
	for _, s := range senses {
		if fits(s) {
			fitting = append(fitting, s)
		}
	}
	return fitting
}

// leastLoose is how many letters a name has at least that is found in other
// spellings than its own; shorter ones would be words of English too often.
const leastLoose = 5

// looseSpelling tells whether a sense is found in other spellings than those
// that the files give. Countries, bodies and media are written in few ways.
func (s sense) looseSpelling() bool {
	return s.kind == PersonMatch || s.kind == PlaceMatch || s.kind == GroupMatch
}

func (l *Lexicon) walkTerms(text []subword, start int) reach {
	var best reach
	node := int32(0)
	for i := start; i < len(text); i++ {
		if i > start && text[i].possessive() {
			continue // "the Prime Minister 's Office"
		}
		if text[i].plain == "" {
			break
		}
		next, ok := l.terms.step(node, text[i].plain)
		if !ok {
			break
		}
		node = next
		if senses := l.terms.values[node]; len(senses) > 0 {
			best = reach{i + 1, senses, ""}
		}
	}
	return best
}

func (l *Lexicon) termMatch(text []subword, start int, r reach) Match {
	words := joinPlain(text[start:r.next])
	m := Match{Kind: r.senses[0].kind}
	for _, s := range r.senses[1:] {
		if s.kind != m.Kind && !slices.Contains(m.Also, s.kind) {
			m.Also = append(m.Also, s.kind)
		}
	}
	switch m.Kind {
	case BodyMatch, GroupMatch, StateMatch:
		l.readSense(&m, r.senses[0])
		m.Candidates = nil
	}
	m.Title = l.titles[words]
	m.Noun = l.nouns[words]
	return m
}

func joinPlain(text []subword) string {
	if len(text) == 1 {
		return text[0].plain
	}
	words := make([]string, 0, len(text))
	for _, s := range text {
		if !s.possessive() {
			words = append(words, s.plain)
		}
	}
	return strings.Join(words, " ")
}

// nameMatch reads the senses of a name, which stand in order of prominence.
// Kinds that have a sense spelled as in the text go first.
func (l *Lexicon) nameMatch(text []subword, start int, r reach) Match {
	senses := r.senses
	if len(senses) > 1 {
		senses = spelledFirst(senses, joinPlain(text[start:r.next]))
	}
	m := Match{Kind: senses[0].kind, Short: senses[0].short}
	for _, s := range senses {
		if s.kind != m.Kind && !slices.Contains(m.Also, s.kind) {
			m.Also = append(m.Also, s.kind)
		}
		if s.kind == PlaceMatch {
			m.Place = l.placesOf(r.key)[0]
			continue
		}
		l.readSense(&m, s)
	}
	if len(m.Candidates) < 2 {
		m.Candidates = nil
	}
	return m
}

func spelledFirst(senses []sense, spelled string) []sense {
	exact := func(kind MatchKind) bool {
		return slices.ContainsFunc(senses, func(s sense) bool { return s.kind == kind && s.exact == spelled })
	}
	sorted := slices.Clone(senses)
	slices.SortStableFunc(sorted, func(a, b sense) int {
		if a.kind == b.kind && a.short && b.short {
			return b2i(b.exact == spelled) - b2i(a.exact == spelled)
		}
		return b2i(exact(b.kind)) - b2i(exact(a.kind))
	})
	return sorted
}

func (l *Lexicon) readSense(m *Match, s sense) {
	if s.kind == MediaMatch {
		if m.Kind == MediaMatch {
			m.Outlet = l.outlets[s.index]
			m.Actor = OutletActor(m.Outlet)
		}
		return
	}
	if s.index == noActor {
		return
	}
	actor := l.actors[s.index].actor
	if s.kind == m.Kind && m.Actor.ID == "" {
		m.Actor = actor
	}
	if !slices.ContainsFunc(m.Candidates, func(a parley.Actor) bool { return a.ID == actor.ID }) {
		m.Candidates = append(m.Candidates, actor)
	}
}

// mayBeOpen tells whether the match is of a kind that may be a part of a longer
// unknown name.
func (m Match) mayBeOpen() bool {
	switch m.Kind {
	case PersonMatch:
		return m.Short
	case PlaceMatch, StateMatch, MetonymMatch:
		return true
	}
	return false
}

// withArticle is the first token of a match that begins at a subword, with an
// Arabic article before a person's short name ("al-Sharaa") taken in.
func (l *Lexicon) withArticle(text []subword, start int, m Match) int {
	bearing := m.Kind == PersonMatch && m.Short || m.Kind == GroupMatch || m.Kind == PlaceMatch
	if bearing && start > 0 && isAssimilatedArticle(text[start-1].plain) &&
		(text[start-1].part || isArticle(text[start-1].plain)) {
		return text[start-1].token
	}
	return text[start].token
}

// partial tells whether subwords from start to next leave a part of a token out.
func partial(text []subword, start, next int) bool {
	return start > 0 && text[start-1].token == text[start].token && !isAssimilatedArticle(text[start-1].plain) ||
		next < len(text) && text[next].token == text[next-1].token
}

// unknownBefore tells whether the subword before start is capitalised and in no
// match. The first of a sentence says nothing by its capital.
func unknownBefore(text []subword, start int, ends []int) bool {
	if start < 2 || len(ends) > 0 && ends[len(ends)-1] == start {
		return false
	}
	before := text[start-1]
	return isNameWord(before) && !isAssimilatedArticle(before.plain)
}

// unknownAfter tells whether the subword at next is capitalised and begins no
// match.
func (l *Lexicon) unknownAfter(text []subword, next int) bool {
	if next >= len(text) || !isNameWord(text[next]) {
		return false
	}
	_, _, known := l.longestAt(text, next)
	return !known
}

func isNameWord(s subword) bool {
	return s.capital && s.plain != "" && (s.plain[0] < '0' || s.plain[0] > '9')
}

// needsCapital tells whether only a capital inside a sentence shows that a
// common word is the name matched.
func (m Match) needsCapital() bool {
	return m.Kind == PlaceMatch || m.Kind == MediaMatch || m.Kind == PersonMatch && m.Short
}

// smallCity tells whether the match is of a place that text seldom names.
func (m Match) smallCity() bool {
	return m.Kind == PlaceMatch && (m.Place.Kind == "city" || m.Place.Kind == "seat") && !m.Place.WellKnown()
}

// opensSentence tells whether nothing but marks stands before a subword.
func opensSentence(text []subword, at int) bool {
	for _, s := range text[:at] {
		if s.plain != "" {
			return false
		}
	}
	return true
}

// titleCase tells whether a headline capitalises all its words but the small ones, so
// that a capital says nothing.
func titleCase(text []subword) bool {
	long := 0
	for _, s := range text {
		if len(s.plain) < 5 {
			continue
		}
		if !s.capital {
			return false
		}
		long++
	}
	return long > 2
}

// worthReading tells whether a common word inside a sentence is likely enough to
// be the name matched: a person's or medium's in its own spelling, or a place of
// some size.
func (l *Lexicon) worthReading(m Match, plain string) bool {
	if m.Kind == PlaceMatch {
		return plainPhrase(m.Place.Name) == plain && m.Place.WellKnown()
	}
	return m.Kind == MediaMatch || strings.HasSuffix(plainPhrase(m.Actor.Name), plain)
}
