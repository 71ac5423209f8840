package actors

import (
	"slices"
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
	f.gatherFirms()
	for _, n := range f.cast.text.Names {
		if n.Kind == english.Person || f.speaksUp(n) {
			f.gatherTagged(n)
		}
	}
	for i := range f.cast.Matches {
		f.gatherTitled(i)
		f.gatherDescribed(i)
	}
	f.gatherParts()
	for _, long := range []bool{true, false} { // the longer first, so that "Abdel Lind" finds "Tomas Abdel Lind"
		for i := range f.names {
			for _, n := range f.names[i] {
				if !n.short && long == (n.last-n.first > 2) {
					f.enterPerson(i, n)
				}
			}
		}
	}
	for i := range f.names {
		f.gatherShort(i)
		slices.SortStableFunc(f.names[i], func(a, b personName) int { return a.first - b.first })
	}
}

// speaksUp tells whether a name of two words that the tagger takes for no organisation, and that the lexicon does
// not know, stands right behind a quotation as the subject of a verb in the past: `"It is over," Anna Kovar told`.
func (f *finder) speaksUp(n english.Name) bool {
	s := f.sentence(n.Sentence)
	if n.Kind == english.Organisation || n.Last-n.First != 2 || n.First < 2 || n.Last >= len(s.Tokens) || !strings.ContainsAny(s.Tokens[n.First-1].Text, "\"”") {
		return false
	}
	for token := n.First; token < n.Last; token++ {
		if _, ok := f.matchAt(n.Sentence, token); ok || s.Tokens[token].UPOS != "PROPN" || !capital(s.Tokens[token].Text) {
			return false
		}
	}
	top := &s.Tokens[s.Anchor(n.First, n.Last)]
	return top.Is("nsubj") && top.Head >= n.Last && s.Tokens[top.Head].XPOS == "VBD"
}

// insertions are the brackets around what an editor has put into a name: "[Anna] Kovar".
var insertions = strings.NewReplacer("[", "", "]", "")

// enterPerson enters somebody who is named in full.
func (f *finder) enterPerson(sentence int, n personName) int {
	span := f.span(sentence, n.first, n.last)
	name := strings.Join(strings.Fields(insertions.Replace(f.cast.text.Source[span.Start:span.End])), " ")
	known := n.known
	if len(known) == 0 {
		known = f.lex.Named(name)
	}
	a := parley.Actor{Name: name, Kind: parley.PersonActor, ID: slug(name)}
	key := lexicon.NameKey(name)
	if len(known) == 0 {
		known = f.lex.Named(firstAndLast(name))
	}
	if person, ok := f.choose(f.grown(name, known)); ok {
		a, key = person, person.ID
	} else if i, ok := f.byKey[lexicon.NameKey(firstAndLast(name))]; ok {
		f.byKey[key] = i
		return i
	} else if longer := f.byShort[key]; len(longer) == 1 {
		f.byKey[key] = longer[0]
		return longer[0]
	}
	i := f.enter(key, a, span)
	f.byKey[lexicon.NameKey(name)] = i
	f.shorten(i, a.Name)
	f.shorten(i, name)
	return i
}

// grown leaves out those whom the lexicon calls by another name than the text and who
// have held no office by the day: a father bears the name of his son.
func (f *finder) grown(name string, known []parley.Actor) []parley.Actor {
	if f.day == "" {
		return known
	}
	return slices.DeleteFunc(slices.Clone(known), func(a parley.Actor) bool {
		return lexicon.NameKey(a.Name) != lexicon.NameKey(name) && len(a.Offices) > 0 && !slices.ContainsFunc(a.Offices, func(o parley.Office) bool {
			return o.From == "" || !f.day.First().Before(o.From.First())
		})
	})
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
// Thani" for "Mohammed Al Thani"; and under the first name.
func (f *finder) shorten(actor int, name string) {
	words := strings.Fields(name)
	first := 0
	if len(words) > 2 && f.titular(words[0]) {
		first = 1 // "Pope Leo"
	}
	if len(words) > first+1 {
		if key := lexicon.NameKey(words[first]); !slices.Contains(f.byFirst[key], actor) {
			f.byFirst[key] = append(f.byFirst[key], actor)
		}
	}
	file := func(short string) {
		if key := lexicon.NameKey(short); !slices.Contains(f.byShort[key], actor) {
			f.byShort[key] = append(f.byShort[key], actor)
		}
	}
	for i := 1; i < len(words); i++ {
		file(strings.Join(words[i:], " "))
	}
	if half := words[len(words)-1]; len(words) > 1 {
		half = half[strings.LastIndexByte(half, '-')+1:]
		if first, _ := utf8.DecodeRuneInString(half); len(half) >= shortestHalf && unicode.IsUpper(first) {
			file(half) // "Lind" for "Anna Berg-Lind"
		}
	}
}

// shortestHalf is how many letters the second half of a double surname has at least that
// stands for the whole.
const shortestHalf = 4

// titular tells whether a word of a name is a title.
func (f *finder) titular(word string) bool {
	found := f.lex.Find([]string{word})
	return len(found) > 0 && found[0].Kind == lexicon.OfficeMatch
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
	if !n.short && s.Tokens[head].Is("nsubj") {
		f.rebind(actor)
	}
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

// rebind lets a surname mean whoever of its bearers was the subject last by the full name.
func (f *finder) rebind(actor int) {
	words := strings.Fields(f.cast.Actors[actor].Name)
	key := lexicon.NameKey(words[len(words)-1])
	if _, ok := f.bare[key]; ok && slices.Contains(f.byShort[key], actor) {
		f.bare[key] = actor
	}
}

// ownsTitles tells whether what is matched may be whose a title is that stands behind it.
func ownsTitles(kind lexicon.MatchKind) bool {
	switch kind {
	case lexicon.DemonymMatch, lexicon.StateMatch, lexicon.BodyMatch, lexicon.BodyNounMatch, lexicon.MetonymMatch, lexicon.GroupMatch:
		return true
	}
	return false
}

// titledFrom is where the titles directly before a name begin: "Russian Foreign
// Minister" before "Sergey Lavrov". It is read from the words, since parses of
// long titles differ.
func (f *finder) titledFrom(sentence, first int) int {
	tokens := f.sentence(sentence).Tokens
	from, title := f.placedTitle(sentence, first)
	for token := from - 1; token >= 0; {
		m, ok := f.matchAt(sentence, token)
		switch {
		case ok && m.Kind == lexicon.OfficeMatch && !m.Title.Plural:
			title = true
		case ok && title && ownsTitles(m.Kind):
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
			f.hold(sentence, actor, f.headOf(sentence, m), m, f.over(sentence, m.First))
		case lexicon.DemonymMatch, lexicon.StateMatch, lexicon.BodyMatch, lexicon.MetonymMatch, lexicon.GroupMatch:
			if a.Affiliation == "" && !f.sentTo(sentence, m) {
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
	key := lexicon.NameKey(name)
	people := f.addressed(sentence, n, f.byShort[key])
	if i, ok := f.bare[key]; ok && len(people) == len(f.byShort[key]) {
		return i
	}
	if i, ok := f.mostSalient(people); ok {
		f.bare[key] = i
		return i
	}
	if namesakes := f.byFirst[key]; len(namesakes) == 1 {
		return namesakes[0] // "Sir Tomas" after "Tomas Lind"
	}
	known := n.known
	if len(known) == 0 {
		known = f.lex.SurnamedOn(name, f.day)
	}
	known = slices.DeleteFunc(slices.Clone(known), func(a parley.Actor) bool { return !f.lex.BySurname(a, f.day) })
	if a, ok := f.choose(f.entitled(sentence, n, known)); ok {
		i := f.enter(a.ID, a, span)
		f.shorten(i, a.Name)
		return i
	}
	if surname, ok := f.ofFamily(sentence, n); ok {
		full := name + " " + surname
		i := f.enter(lexicon.NameKey(full), parley.Actor{ID: slug(full), Name: full, Kind: parley.PersonActor}, span)
		f.bare[key] = i
		return i
	}
	return f.enter(lexicon.NameKey(name), parley.Actor{ID: slug(name), Name: name, Kind: parley.PersonActor}, span)
}

// ofFamily is the surname of whom a text tells by a first name as somebody's wife, son or the like: the
// one of that person, since else it would tell hers: "Kovar's wife, Anna".
func (f *finder) ofFamily(sentence int, n personName) (string, bool) {
	noun, ok := f.relativeBefore(sentence, n.first)
	if !ok {
		return "", false
	}
	owner, named := f.cast.At(sentence, f.sentence(sentence).Child(noun, "nmod:poss"))
	if !named || owner.Form != Named || len(owner.Who) != 1 {
		return "", false
	}
	name := f.cast.Actors[owner.Who[0]].Name
	surname := name[strings.LastIndexByte(name, ' ')+1:]
	return surname, surname != name && strings.ToUpper(surname) != surname // "Pope Leo XIV's brother"
}

// relativeBefore is the noun for somebody's kin right before a name, or a comma before it.
func (f *finder) relativeBefore(sentence, name int) (int, bool) {
	s := f.sentence(sentence)
	noun := name - 1
	if noun > 0 && s.Tokens[noun].Text == "," {
		noun--
	}
	if noun < 1 || s.Tokens[noun].UPOS != "NOUN" || s.Child(noun, "nmod:poss") < 0 {
		return 0, false
	}
	m, ok := f.matchAt(sentence, noun)
	return noun, ok && m.Title.Name == "relative"
}

// addressed are those of several namesakes whom the form of address before the name
// fits: "Mrs. Kovar".
func (f *finder) addressed(sentence int, n personName, people []int) []int {
	if len(people) < 2 || n.first == 0 {
		return people
	}
	m, ok := f.matchAt(sentence, n.first-1)
	if !ok || m.Kind != lexicon.OfficeMatch || m.Title.Class != lexicon.HonorificClass {
		return people
	}
	gender := genderOf(f.words(sentence, m))
	if fitting := slices.DeleteFunc(slices.Clone(people), func(i int) bool { return gender != 0 && f.gender[i] != 0 && f.gender[i] != gender }); len(fitting) > 0 {
		return fitting
	}
	return people
}

// entitled are those of several namesakes who hold the office that stands before the
// name: "Vice President Kovar". Where none does, or no office is told, it is all.
func (f *finder) entitled(sentence int, n personName, known []parley.Actor) []parley.Actor {
	if len(known) < 2 || n.first == 0 {
		return known
	}
	m, ok := f.matchAt(sentence, n.first-1)
	if !ok || m.Kind != lexicon.OfficeMatch {
		return known
	}
	var fitting []parley.Actor
	for _, a := range known {
		if slices.ContainsFunc(a.Offices, func(o parley.Office) bool { return o.Title == m.Title.Name && o.HeldOn(f.day) }) {
			fitting = append(fitting, a)
		}
	}
	if len(fitting) == 0 {
		return known
	}
	return fitting
}

func (f *finder) mostSalient(people []int) (int, bool) {
	best, ok := 0, false
	for _, i := range people {
		if !ok || f.present(i) > f.present(best) {
			best, ok = i, true
		}
	}
	return best, ok
}

// slug makes an id of a name: "anna-kovar".
func slug(name string) string {
	return strings.Trim(strings.ToLower(parley.SafeID(strings.NewReplacer("'", "", "’", "", ".", "").Replace(name))), "-")
}
