package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// personName is a stretch of tokens that names a person.
type personName struct {
	first, last int // token range, last exclusive
	known       []parley.Actor
	short       bool // a surname alone
}

// gatherNames finds the names of people, and enters those who are named in
// full, so that a surname in a headline finds its person in the text below.
func (f *finder) gatherNames() {
	for i := range f.cast.Matches {
		f.gatherKnown(i)
	}
	for _, n := range f.cast.text.Names {
		if n.Kind == english.Person {
			f.gatherTagged(n)
		}
	}
	for i := range f.cast.Matches {
		f.gatherTitled(i)
	}
	for i := range f.names {
		for _, n := range f.names[i] {
			if !n.short {
				f.enterPerson(i, n)
			}
		}
	}
}

func (f *finder) gatherKnown(sentence int) {
	tokens := f.sentence(sentence).Tokens
	for _, m := range f.cast.Matches[sentence] {
		if m.Kind != lexicon.PersonMatch || m.Part || m.Open {
			continue
		}
		n := personName{first: m.First, last: m.Last + 1, short: m.Short, known: m.Candidates}
		if len(n.known) == 0 {
			n.known = []parley.Actor{m.Actor}
		}
		if m.Short && !nominal(&tokens[m.Last]) {
			continue
		}
		f.names[sentence] = append(f.names[sentence], n)
	}
}

// nominal tells whether a word may be a surname here: capitalised, and no verb
// or adverb.
func nominal(t *english.Token) bool {
	first, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(first) && t.UPOS != "VERB" && t.UPOS != "AUX" && t.UPOS != "ADV" && t.UPOS != "SCONJ"
}

// gatherTagged takes a name that the tagger found, unless the lexicon knows its
// words as somebody or something else.
func (f *finder) gatherTagged(n english.Name) {
	tokens := f.sentence(n.Sentence).Tokens
	first, last := n.First, n.Last
	for first < last {
		m, ok := f.matchAt(n.Sentence, first)
		if !ok || m.Kind != lexicon.OfficeMatch && m.Kind != lexicon.DemonymMatch {
			break
		}
		first++
	}
	if last > first && (tokens[last-1].Text == "'s" || tokens[last-1].Text == "’s") {
		last--
	}
	if first >= last {
		return
	}
	first, last = f.extend(n.Sentence, first, last)
	if m, ok := f.matchAt(n.Sentence, first); ok && !m.Open && m.Kind != lexicon.PersonMatch && m.First <= first && m.Last >= last-1 {
		return
	}
	kept := f.names[n.Sentence][:0]
	for _, other := range f.names[n.Sentence] {
		if other.first < last && first < other.last {
			if other.last-other.first >= last-first {
				return
			}
			continue
		}
		kept = append(kept, other)
	}
	f.names[n.Sentence] = append(kept, personName{first: first, last: last, short: f.single(n.Sentence, first, last)})
}

// extend widens a name by the proper nouns beside it that the parse holds to be
// of one name with it and nothing else claims.
func (f *finder) extend(sentence, first, last int) (int, int) {
	tokens := f.sentence(sentence).Tokens
	joined := func(token, other int) bool {
		t := &tokens[token]
		return (t.Is("flat") || t.Is("compound")) && t.Head == other || tokens[other].Is("flat") && tokens[other].Head == token
	}
	within := func(token int) bool {
		for other := first; other < last; other++ {
			if joined(token, other) {
				return true
			}
		}
		return false
	}
	for first > 0 && within(first-1) && f.namelike(sentence, first-1) {
		first--
	}
	for last < len(tokens) && within(last) && f.namelike(sentence, last) {
		last++
	}
	return f.acrossParticles(sentence, first, last)
}

// particles join the parts of a name: "Badr bin Hamad", "al-Harith Idris".
var particles = map[string]bool{
	"bin": true, "ibn": true, "bint": true, "al": true, "el": true, "abu": true, "von": true, "van": true, "der": true, "den": true,
	"de": true, "da": true, "dos": true, "di": true, "del": true, "la": true, "le": true, "ben": true, "bar": true, "ul": true, "-": true,
}

// acrossParticles widens a name over particles and hyphens to the capitalised
// words on their other side.
func (f *finder) acrossParticles(sentence, first, last int) (int, int) {
	tokens := f.sentence(sentence).Tokens
	for {
		next := last
		for next < len(tokens) && next < last+2 && particles[strings.ToLower(tokens[next].Text)] {
			next++
		}
		if next == last || next >= len(tokens) || !f.namelike(sentence, next) {
			break
		}
		last = next + 1
	}
	for {
		next := first - 1
		for next >= 0 && next > first-3 && particles[strings.ToLower(tokens[next].Text)] {
			next--
		}
		if next == first-1 {
			break
		}
		if next < 0 || !f.namelike(sentence, next) {
			if strings.EqualFold(tokens[first-1].Text, "-") && next < first-2 || particles[strings.ToLower(tokens[first-1].Text)] && tokens[first-1].Text != "-" {
				first = next + 1 // "al-Harith": the particle opens the name
			}
			break
		}
		first = next
	}
	return first, last
}

// gatherTitled takes the capitalised words behind an office or rank for a name
// that the tagger has missed: "President Anna Kovar".
func (f *finder) gatherTitled(sentence int) {
	tokens := f.sentence(sentence).Tokens
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if m.Kind != lexicon.OfficeMatch || m.Title.Plural {
			continue
		}
		first := m.Last + 1
		last := first
		for last < len(tokens) && last < first+4 && f.namelike(sentence, last) {
			last++
		}
		if last > first {
			first, last = f.acrossParticles(sentence, first, last)
			f.names[sentence] = append(f.names[sentence], personName{first: first, last: last, short: f.single(sentence, first, last)})
		}
	}
}

// single tells whether a name has one word beside its particles: "al-Sisi".
func (f *finder) single(sentence, first, last int) bool {
	words := 0
	for _, t := range f.sentence(sentence).Tokens[first:last] {
		if !particles[strings.ToLower(t.Text)] {
			words++
		}
	}
	return words == 1
}

// namelike tells whether a token may be a part of a person's name that nobody
// has claimed.
func (f *finder) namelike(sentence, token int) bool {
	t := &f.sentence(sentence).Tokens[token]
	if t.UPOS != "PROPN" || f.insideName(sentence, token) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(t.Text)
	if !unicode.IsUpper(first) || len(t.Text) == 1 {
		return false
	}
	m, ok := f.matchAt(sentence, token)
	return !ok || m.Kind == lexicon.PersonMatch || m.Kind == lexicon.PlaceMatch && m.Open
}

// insideName tells whether a token belongs to a person's name.
func (f *finder) insideName(sentence, token int) bool {
	for _, n := range f.names[sentence] {
		if token >= n.first && token < n.last {
			return true
		}
	}
	return false
}

// enterPerson enters somebody who is named in full.
func (f *finder) enterPerson(sentence int, n personName) int {
	span := f.span(sentence, n.first, n.last)
	name := strings.Join(strings.Fields(f.cast.text.Source[span.Start:span.End]), " ")
	known := n.known
	if len(known) == 0 {
		known = f.lex.Named(name)
	}
	a := parley.Actor{Name: name, Kind: parley.PersonActor, ID: slug(name)}
	key := lexicon.NameKey(name)
	if len(known) == 0 {
		known = f.lex.Named(firstAndLast(name))
	}
	if person, ok := f.choose(known); ok {
		a, key = person, person.ID
	} else if i, ok := f.byKey[lexicon.NameKey(firstAndLast(name))]; ok {
		f.byKey[key] = i
		return i
	}
	i := f.enter(key, a, span)
	f.byKey[lexicon.NameKey(name)] = i
	f.shorten(i, a.Name)
	f.shorten(i, name)
	return i
}

// firstAndLast leaves the middle of a long name out: "Badr Albusaidi" for "Badr
// bin Hamad Albusaidi".
func firstAndLast(name string) string {
	words := strings.Fields(name)
	if len(words) < 3 {
		return name
	}
	return words[0] + " " + words[len(words)-1]
}

// shorten files a person under every ending of the name: "Thani" and "Al
// Thani" for "Mohammed Al Thani".
func (f *finder) shorten(actor int, name string) {
	words := strings.Fields(name)
	for i := 1; i < len(words); i++ {
		key := lexicon.NameKey(strings.Join(words[i:], " "))
		if !containsInt(f.byShort[key], actor) {
			f.byShort[key] = append(f.byShort[key], actor)
		}
	}
}

func containsInt(list []int, n int) bool {
	for _, v := range list {
		if v == n {
			return true
		}
	}
	return false
}

// choose takes the person meant among several of one name: one in office that
// day before the others, else the most prominent.
func (f *finder) choose(candidates []parley.Actor) (parley.Actor, bool) {
	for _, a := range candidates {
		if a.Kind == parley.PersonActor && lexicon.InOffice(a, f.day) {
			return a, true
		}
	}
	for _, a := range candidates {
		if a.Kind == parley.PersonActor {
			return a, true
		}
	}
	return parley.Actor{}, false
}

// addPerson makes a mention of a person by name, and takes what the phrase says
// of office and affiliation.
func (f *finder) addPerson(sentence int, n personName) {
	s := f.sentence(sentence)
	head := n.last - 1
	for token := n.first; token < n.last; token++ {
		if h := s.Tokens[token].Head; s.Tokens[token].Deprel != "" && (h < n.first || h >= n.last) {
			head = token
			break
		}
	}
	actor := f.person(sentence, n)
	first, last := f.phrase(sentence, head)
	first, last = min(first, n.first), max(last, n.last)
	f.describe(sentence, head, actor, first, last)
	titled := f.titledFrom(sentence, n.first)
	f.bear(sentence, actor, titled, n.first)
	f.add(Mention{Sentence: sentence, Head: head, First: min(first, titled), Last: last, Form: Named, Who: []int{actor}})
	f.addAppositions(sentence, head, actor)
	for token := titled; token < n.last; token++ {
		if f.cast.at[sentence][token] == 0 && !f.sentence(sentence).Tokens[token].Is("nmod:poss") {
			f.cast.at[sentence][token] = f.cast.at[sentence][head]
		}
	}
}

// titledFrom is where the titles directly before a name begin: "Russian Foreign
// Minister" before "Sergey Lavrov". It is read from the words, since parses of
// long titles differ.
func (f *finder) titledFrom(sentence, first int) int {
	tokens := f.sentence(sentence).Tokens
	from, title := first, false
	for token := first - 1; token >= 0; {
		m, ok := f.matchAt(sentence, token)
		switch {
		case ok && m.Kind == lexicon.OfficeMatch && !m.Title.Plural:
			title = true
		case ok && title && (m.Kind == lexicon.DemonymMatch || m.Kind == lexicon.StateMatch || m.Kind == lexicon.BodyMatch || m.Kind == lexicon.BodyNounMatch || m.Kind == lexicon.MetonymMatch || m.Kind == lexicon.GroupMatch):
		case !ok && title && (tokens[token].UPOS == "ADJ" || tokens[token].Lemma == "'s" || tokens[token].Is("compound")):
		default:
			return from
		}
		if ok {
			token = m.First
		}
		from = token
		token--
	}
	return from
}

// bear gives a person the titles and side that stand directly before the name.
func (f *finder) bear(sentence, actor, from, first int) {
	a := &f.cast.Actors[actor]
	if a.Known {
		return
	}
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if m.First < from || m.Last >= first {
			continue
		}
		span := f.span(sentence, m.First, m.Last+1)
		switch m.Kind {
		case lexicon.OfficeMatch:
			f.hold(sentence, actor, f.headOf(sentence, m), m)
		case lexicon.DemonymMatch, lexicon.StateMatch, lexicon.BodyMatch, lexicon.MetonymMatch, lexicon.GroupMatch:
			if a.Affiliation == "" {
				a.Affiliation = m.Actor.Affiliation
				a.Spans = append(a.Spans, parley.Evidence{Field: "affiliation", Span: span})
			}
		}
	}
}

// person resolves a name to an actor.
func (f *finder) person(sentence int, n personName) int {
	if !n.short {
		return f.enterPerson(sentence, n)
	}
	span := f.span(sentence, n.first, n.last)
	name := f.cast.text.Source[span.Start:span.End]
	if i, ok := f.mostSalient(f.byShort[lexicon.NameKey(name)]); ok {
		return i
	}
	known := n.known
	if len(known) == 0 {
		known = f.lex.SurnamedOn(name, f.day)
	}
	if a, ok := f.choose(known); ok {
		i := f.enter(a.ID, a, span)
		f.shorten(i, a.Name)
		return i
	}
	return f.enter(lexicon.NameKey(name), parley.Actor{ID: slug(name), Name: name, Kind: parley.PersonActor}, span)
}

func (f *finder) mostSalient(people []int) (int, bool) {
	best, ok := 0, false
	for _, i := range people {
		if !ok || f.salience[i] > f.salience[best] {
			best, ok = i, true
		}
	}
	return best, ok
}

// slug makes an id of a name: "anna-kovar".
func slug(name string) string {
	return strings.Trim(strings.ToLower(parley.SafeID(strings.NewReplacer("'", "", "’", "", ".", "").Replace(name))), "-")
}
