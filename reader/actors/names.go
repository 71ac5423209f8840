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

func capital(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
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
	first, last := f.behindTitle(n)
	if last > first && (tokens[last-1].Text == "'s" || tokens[last-1].Text == "’s") {
		last--
	}
	if first >= last {
		return
	}
	titled := first
	first, last = f.extend(n.Sentence, first, last)
	if titled > n.First {
		first = max(first, titled)
	}
	for first < last-1 && means("clock", tokens[first].Text) {
		first++ // "At noon EDT Anna Kovar condemned"
	}
	for first < last-1 && !capital(tokens[first].Text) && !particles[strings.ToLower(tokens[first].Text)] && f.cast.text.Source[tokens[first].Start] < utf8.RuneSelf {
		first++ // "sue" before a name
	}
	if f.firms[f.sentence(n.Sentence).Text(f.cast.text.Source, first, last)] || !f.spelled(n.Sentence, first, last) || f.label(n.Sentence, first, last) {
		return
	}
	if m, ok := f.matchAt(n.Sentence, first); ok && !m.Open && m.Kind != lexicon.PersonMatch && m.First <= first && m.Last >= last-1 {
		return
	}
	kept := f.names[n.Sentence][:0]
	for _, other := range f.names[n.Sentence] {
		if other.first < last && first < other.last {
			if other.last-other.first >= last-first || other.known != nil && !other.short && other.first > first && other.last == last {
				return // somebody's whole name is none with a word of a place before it
			}
			continue
		}
		kept = append(kept, other)
	}
	f.names[n.Sentence] = append(kept, personName{first: first, last: last, short: f.single(n.Sentence, first, last)})
}

// label tells whether a word is what kind of article a title announces ("Explainer: what the
// plan asks") and no name: it stands before a colon, and the text never says it again.
func (f *finder) label(sentence, first, last int) bool {
	s := f.sentence(sentence)
	if s.Paragraph > 0 || first > 0 || last != 1 || len(s.Tokens) < 2 || s.Tokens[1].Text != ":" {
		return false
	}
	return strings.Count(f.cast.text.Source, s.Tokens[0].Text) == 1
}

// spelled tells whether one of a name's words is more than initials, "D-N.Y." being no name, and
// all are in the letters of the text.
func (f *finder) spelled(sentence, first, last int) bool {
	for _, t := range f.sentence(sentence).Tokens[first:last] {
		if letter, _ := utf8.DecodeRuneInString(t.Text); unicode.IsLetter(letter) && !unicode.Is(unicode.Latin, letter) {
			return false
		}
	}
	return slices.ContainsFunc(f.sentence(sentence).Tokens[first:last], func(t english.Token) bool {
		return len(t.Text) > 1 && !strings.Contains(t.Text, ".")
	})
}

// behindTitle is the range of a tagged name without the office or nationality before
// it, and without what the tagger takes for a part of the name before an office: "City
// President Lind".
func (f *finder) behindTitle(n english.Name) (first, last int) {
	first = f.behindKind(n)
	for token := first; token < n.Last; token++ {
		m, ok := f.matchAt(n.Sentence, token)
		if ok && m.Kind == lexicon.OfficeMatch && m.Last+1 < n.Last {
			first = m.Last + 1
		}
	}
	for first < n.Last {
		m, ok := f.matchAt(n.Sentence, first)
		if !ok || m.Kind != lexicon.OfficeMatch && m.Kind != lexicon.DemonymMatch {
			break
		}
		first++
	}
	for n.Last-first > 2 {
		m, ok := f.matchAt(n.Sentence, first)
		if !ok || m.Kind == lexicon.PersonMatch || m.Last+2 >= n.Last || first == 0 || !posts[strings.ToLower(f.sentence(n.Sentence).Tokens[first-1].Text)] {
			break
		}
		if _, placed := f.placedTitle(n.Sentence, m.Last+1); !placed {
			break
		}
		first = m.Last + 1 // "Geneva" of "envoy in Geneva Anna Kovar"
	}
	return first, n.Last
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
	for first > 0 && within(first-1) && f.namelike(sentence, first-1) && !f.isPost(sentence, first-1) {
		first--
	}
	for last < len(tokens) && within(last) && f.namelike(sentence, last) {
		last++
	}
	if next := last; last == first+1 && next < len(tokens) && capital(tokens[next].Text) && tokens[first].Head == next && tokens[first].Is("compound") && f.surnamed(sentence, next) {
		last++ // "Owen Price", the noun being a surname as well
	}
	first, last = f.acrossParticles(sentence, first, last)
	if before := first - 1; before >= 0 && tokens[first].Text == strings.ToLower(tokens[first].Text) && particles[tokens[first].Text] && f.namelike(sentence, before) && !f.isPost(sentence, before) {
		first = before // "Fahd al-Jalal"
	}
	return first, last
}

// surnamed tells whether a token may be the surname of somebody in the lexicon.
func (f *finder) surnamed(sentence, token int) bool {
	m, ok := f.matchAt(sentence, token)
	return ok && m.Kind == lexicon.PersonMatch && m.First == token && m.Last == token
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
	for last+1 < len(tokens) && tokens[last].Text == "-" && tokens[last].Start == tokens[last-1].End && tokens[last].End == tokens[last+1].Start && (capital(tokens[last+1].Text) || last > first+1 && syllable(tokens, last+1)) {
		last += 2 // "Anna Berg-Said", whatever the tagger takes the end for
	}
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

// syllable tells whether a word behind a hyphen is the end of a given name, "Han Ji-woo", rather
// than half an adjective before a noun: "Anna Kovar-era tariffs".
func syllable(tokens []english.Token, at int) bool {
	t := &tokens[at]
	if len(t.Text) > longestSyllable || strings.ToLower(t.Text) != t.Text || t.Is("amod") || t.Is("compound") {
		return false
	}
	if at+1 == len(tokens) {
		return true
	}
	next := tokens[at+1].UPOS
	return next != "NOUN" && next != "ADJ" && next != "NUM" && tokens[at+1].Text != "-"
}

// longestSyllable is how long the second half of a given name with a hyphen may be: "Chien-hsiung".
const longestSyllable = 6

// gatherTitled takes the capitalised words behind an office or rank for a name
// that the tagger has missed: "President Anna Kovar".
func (f *finder) gatherTitled(sentence int) {
	tokens := f.sentence(sentence).Tokens
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if m.Kind != lexicon.OfficeMatch || m.Title.Plural {
			continue
		}
		first := f.placeBehind(sentence, m)
		if first < len(tokens) && means("organ", strings.ToLower(tokens[first].Text)) {
			continue // "the General Directorate"
		}
		last := first
		for last < len(tokens) && last < first+4 && f.namelike(sentence, last) {
			last++
		}
		if last > first && (first == m.Last+1 || last > first+1) {
			first, last = f.acrossParticles(sentence, first, last)
			last = f.joinSurname(sentence, last)
			f.names[sentence] = append(f.names[sentence], personName{first: first, last: last, short: f.single(sentence, first, last)})
		}
	}
}

// joinSurname takes the surname that the tagger has found alone into the name whose
// first words stand right before it, and gives the end of the whole: "Minister May Lind",
// where the month was no name.
func (f *finder) joinSurname(sentence, last int) int {
	for k, n := range f.names[sentence] {
		if n.first == last && n.short {
			f.names[sentence] = slices.Delete(f.names[sentence], k, k+1)
			return n.last
		}
	}
	return last
}

// gatherShort takes a capitalised word that the tagger has passed over for the
// surname, or the first name, of somebody whom the text names in full.
func (f *finder) gatherShort(sentence int) {
	tokens := f.sentence(sentence).Tokens
	for token := range tokens {
		if !nominal(&tokens[token]) || f.insideName(sentence, token) {
			continue
		}
		m, matched := f.matchAt(sentence, token)
		key := lexicon.NameKey(tokens[token].Text)
		if matched && m.Kind != lexicon.PlaceMatch {
			if len(f.byShort[key]) > 0 && f.surnameOfState(sentence, token, m) {
				f.names[sentence] = append(f.names[sentence], personName{first: token, last: token + 1, short: true})
			}
			continue
		}
		if len(f.byShort[key]) > 0 || len(f.byFirst[key]) == 1 && (!matched || tokens[token].Is("nsubj")) && f.alone(sentence, token) {
			f.names[sentence] = append(f.names[sentence], personName{first: token, last: token + 1, short: true})
		}
	}
}

// alone tells whether a token is a proper noun beside which no other stands.
func (f *finder) alone(sentence, token int) bool {
	tokens := f.sentence(sentence).Tokens
	return tokens[token].UPOS == "PROPN" && (token == 0 || tokens[token-1].UPOS != "PROPN") && (token+1 == len(tokens) || tokens[token+1].UPOS != "PROPN")
}

// single tells whether a name has one word beside its particles: "al-Sisi". What ends a name is none, nor is a first
// name that looks like one.
func (f *finder) single(sentence, first, last int) bool {
	words := 0
	for i, t := range f.sentence(sentence).Tokens[first:last] {
		if !particles[strings.ToLower(t.Text)] || first+i == last-1 || i == 0 && means("given", t.Text) {
			words++
		}
	}
	return words == 1
}

// namelike tells whether a token may be a part of a person's name that nobody
// has claimed.
func (f *finder) namelike(sentence, token int) bool {
	t := &f.sentence(sentence).Tokens[token]
	if t.UPOS != "PROPN" || f.insideName(sentence, token) || english.IsWeekday(t.Text) {
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
