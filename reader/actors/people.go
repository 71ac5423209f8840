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
		if tokens[m.Last].UPOS != "" && tokens[m.Last].UPOS != "PROPN" && m.Short {
			continue
		}
		f.names[sentence] = append(f.names[sentence], n)
	}
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
	f.names[n.Sentence] = append(kept, personName{first: first, last: last, short: last-first == 1})
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
			f.names[sentence] = append(f.names[sentence], personName{first: first, last: last, short: last-first == 1})
		}
	}
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
	if person, ok := f.choose(known); ok {
		a, key = person, person.ID
	}
	i := f.enter(key, a, span)
	f.byKey[lexicon.NameKey(name)] = i
	f.shorten(i, a.Name)
	f.shorten(i, name)
	return i
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
	m := Mention{Sentence: sentence, Head: head, First: first, Last: last, Form: Named, Who: []int{actor}}
	f.add(m)
	f.addAppositions(sentence, head, actor)
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
