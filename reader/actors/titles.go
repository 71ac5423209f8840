package actors

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
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
		if !f.belongs(sentence, head, m) {
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
			if a, ok := f.choose(append([]parley.Actor{m.Actor}, m.Candidates...)); ok && a.Affiliation != "" {
				return owner{of: a.Affiliation, actor: a, first: m.First, last: m.Last, person: true}, true
			}
		}
	}
	return owner{}, false
}

// belongs tells whether a match depends on head as an owner does: as adjective,
// compound, genitive or "of" phrase, at any depth of such.
func (f *finder) belongs(sentence, head int, m *lexicon.Match) bool {
	s := f.sentence(sentence)
	token := f.headOf(sentence, m)
	if token == head {
		return m.Last < head || m.Part
	}
	for range s.Tokens {
		t := &s.Tokens[token]
		if !slices.ContainsFunc([]string{"amod", "compound", "nmod", "flat", "appos"}, t.Is) {
			return false
		}
		if t.Head == head {
			return true
		}
		if token = t.Head; token < 0 {
			return false
		}
	}
	return false
}

// describe takes from the words around a name the office and affiliation of
// somebody whom the lexicon does not know.
func (f *finder) describe(sentence, head, actor, first, last int) {
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if m.Kind != lexicon.OfficeMatch && m.Kind != lexicon.RoleMatch || m.First < first || m.Last >= last {
			continue
		}
		if titled := f.headOf(sentence, m); !f.titles(sentence, titled, head) {
			continue
		}
		f.hold(sentence, actor, head, m)
	}
}

// titles tells whether the title at token stands with the name at head as
// premodifier or apposition.
func (f *finder) titles(sentence, token, head int) bool {
	t := &f.sentence(sentence).Tokens[token]
	return t.Head == head && (t.Is("nmod:desc") || t.Is("appos") || t.Is("compound") || t.Is("flat"))
}

// hold notes that an actor bears a title, and whose it is.
func (f *finder) hold(sentence, actor, head int, m *lexicon.Match) {
	a := &f.cast.Actors[actor]
	if m.Title.Class == lexicon.HonorificClass {
		f.honour(actor, m.Title.Name)
		return
	}
	title := f.headOf(sentence, m)
	whose, ok := f.ownerOf(sentence, title, m.First, m.Last+1)
	if !ok {
		whose, ok = f.ownerOf(sentence, head, m.First, m.Last+1)
	}
	if a.Known || slices.ContainsFunc(a.Offices, func(o parley.Office) bool { return o.Title == m.Title.Name }) {
		return
	}
	if a.Sector == "" {
		a.Sector = m.Title.Sector
	}
	span := f.span(sentence, m.First, m.Last+1)
	if m.Kind == lexicon.OfficeMatch {
		a.Offices = append(a.Offices, parley.Office{Title: m.Title.Name, Of: whose.of})
		a.Spans = append(a.Spans, parley.Evidence{Field: "offices", Value: m.Title.Name, Span: span})
	}
	if ok && a.Affiliation == "" {
		a.Affiliation = whose.of
		a.Spans = append(a.Spans, parley.Evidence{Field: "affiliation", Span: f.span(sentence, whose.first, whose.last+1)})
	}
}

// honour takes the gender that a form of address shows.
func (f *finder) honour(actor int, title string) {
	switch title {
	case "mr", "sir", "lord", "king", "prince":
		f.gender[actor] = 'm'
	case "mrs", "ms", "miss", "lady", "queen", "princess", "dame":
		f.gender[actor] = 'f'
	}
}

// addAppositions lets a title beside a name stand for its bearer: "envoy" in
// "Anna Kovar, the Norland envoy".
func (f *finder) addAppositions(sentence, head, actor int) {
	s := f.sentence(sentence)
	for child := range s.Children(head) {
		if !s.Tokens[child].Is("appos") && !s.Tokens[child].Is("nmod:desc") {
			continue
		}
		if m, ok := f.matchAt(sentence, child); ok && (m.Kind == lexicon.OfficeMatch || m.Kind == lexicon.RoleMatch) {
			first, last := f.phrase(sentence, child)
			f.add(Mention{Sentence: sentence, Head: child, First: first, Last: last, Form: ByOffice, Who: []int{actor}, Title: m.Title})
		}
	}
}

// bindDescriptions lets the descriptions that commas set off behind a name mean
// its bearer: "Anna Kovar, member of the board, head of the desk, said". They are
// read from the words, since parses of long appositions differ.
func (f *finder) bindDescriptions(sentence int, n personName) {
	tokens := f.sentence(sentence).Tokens
	bearer, ok := f.mentionOf(sentence, n)
	if !ok {
		return
	}
	for first := n.last; first < len(tokens) && tokens[first].Text == ","; {
		last := first + 1
		for last < len(tokens) && descriptive[tokens[last].UPOS] && f.foreign(sentence, last, bearer) {
			last++
		}
		if last == first+1 || last >= len(tokens) || tokens[last].Text != "," || !f.describing(sentence, first+1, last) {
			return
		}
		for token := first + 1; token < last; token++ {
			if head := tokens[token].Head; (head <= first || head >= last) && !tokens[token].Is("case") {
				f.cast.at[sentence][token] = bearer
			}
		}
		first = last
	}
}

// descriptive are the word classes of which a description without a clause is
// made.
var descriptive = map[string]bool{"DET": true, "ADJ": true, "NOUN": true, "PROPN": true, "ADP": true, "NUM": true, "CCONJ": true, "PART": true, "PRON": true}

func (f *finder) mentionOf(sentence int, n personName) (int32, bool) {
	for token := n.first; token < n.last; token++ {
		if i := f.cast.at[sentence][token]; i > 0 {
			return i, true
		}
	}
	return 0, false
}

// foreign tells whether a token belongs to no other person's name.
func (f *finder) foreign(sentence, token int, bearer int32) bool {
	return !f.insideName(sentence, token) || f.cast.at[sentence][token] == bearer
}

// describing tells whether a stretch holds a title or role, or opens as a
// description does.
func (f *finder) describing(sentence, first, last int) bool {
	for token := first; token < last; token++ {
		if m, ok := f.matchAt(sentence, token); ok && (m.Kind == lexicon.OfficeMatch || m.Kind == lexicon.RoleMatch) {
			return true
		}
	}
	return f.sentence(sentence).Tokens[first].UPOS == "DET"
}

// addTitled makes a mention of a title or role without a name: of its holder
// where text or lexicon knows one, else of somebody unnamed.
func (f *finder) addTitled(sentence, token int, m *lexicon.Match) {
	t := &f.sentence(sentence).Tokens[token]
	if t.Is("nmod:desc") || t.Is("flat") || t.Is("compound") || t.UPOS == "VERB" || t.UPOS == "ADJ" || m.Title.Class == lexicon.HonorificClass {
		return
	}
	if named, ok := f.namedApposition(sentence, token); ok {
		f.cast.at[sentence][token] = f.cast.at[sentence][named]
		return
	}
	first, last := f.phrase(sentence, token)
	mention := Mention{Sentence: sentence, Head: token, First: first, Last: last, Form: ByOffice, Title: m.Title,
		Plural: m.Title.Plural && t.Feat("Number") != "Sing"}
	whose, owned := f.ownerOf(sentence, token, m.First, m.Last+1)
	mention.Affiliation = whose.of
	mention.Quantified = f.quantified(sentence, token)
	mention.Sides = f.sidesBefore(sentence, m.First)
	if len(mention.Sides) == 0 && owned {
		mention.Sides = []string{whose.of}
	} else if len(mention.Sides) > 0 && !owned {
		mention.Affiliation = mention.Sides[len(mention.Sides)-1]
	}
	if m.Title.Class == lexicon.SpokesClass && f.addVoice(mention, m, whose, owned) {
		return
	}
	if !mention.Plural && !f.indefinite(sentence, token) {
		if actor, ok := f.holder(sentence, m, whose, owned); ok {
			mention.Who = []int{actor}
			f.add(mention)
			return
		}
	}
	f.addUnnamed(mention, m, whose, owned)
}

// addVoice lets an unnamed spokesperson speak for the body that he is of: "a
// spokesperson for the ministry", and "the spokesperson" after that.
func (f *finder) addVoice(mention Mention, m *lexicon.Match, whose owner, owned bool) bool {
	body, found := f.bodyBelow(mention.Sentence, mention.Head)
	switch {
	case found:
	case owned && whose.actor.ID != "" && whose.actor.Kind != parley.PersonActor:
		actor := whose.actor
		if actor.Kind == parley.StateActor {
			government, ok := f.lex.StateBody("government", actor.ID)
			if !ok {
				return false
			}
			actor = government
		}
		body = f.enter(actor.ID, actor, f.span(mention.Sentence, whose.first, whose.last+1))
	case !owned && f.voice > 0:
		body = f.voice - 1
	default:
		return false
	}
	f.voice = body + 1
	mention.Form = ByBody
	mention.Who = []int{body}
	mention.Title = lexicon.Title{}
	f.add(mention)
	return true
}

// bodyBelow finds the body that a noun names as its own: "spokesperson for the
// ministry", "Commerce Ministry spokesperson".
func (f *finder) bodyBelow(sentence, token int) (int, bool) {
	first, last := f.phrase(sentence, token)
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if m.First < first || m.Last >= last || m.Kind != lexicon.BodyNounMatch {
			continue
		}
		whose, ok := f.ownerOf(sentence, f.headOf(sentence, m), m.First, m.Last+1)
		if ok && !whose.person {
			return f.enterBody(sentence, m, whose.of)
		}
		if sides := f.sidesBefore(sentence, m.First); len(sides) > 0 {
			return f.enterBody(sentence, m, sides[len(sides)-1])
		}
		if actor, ok := f.bodyBefore(m.Noun); ok {
			return actor, true
		}
		if country := f.country(); country != "" {
			return f.enterBody(sentence, m, country)
		}
	}
	return 0, false
}

// namedApposition finds the name beside a title that the parse takes for the
// head of both: "the envoy, Anna Kovar, said".
func (f *finder) namedApposition(sentence, token int) (int, bool) {
	s := f.sentence(sentence)
	for child := range s.Children(token) {
		if !s.Tokens[child].Is("appos") && !s.Tokens[child].Is("flat") {
			continue
		}
		if m, ok := f.cast.At(sentence, child); ok && m.Form == Named && len(m.Who) == 1 && f.cast.Actors[m.Who[0]].Kind == parley.PersonActor {
			first, last := f.phrase(sentence, token)
			m.First, m.Last = min(m.First, first), max(m.Last, last)
			f.describeBeside(sentence, token, m.Who[0])
			return child, true
		}
	}
	return 0, false
}

func (f *finder) describeBeside(sentence, token, actor int) {
	if m, ok := f.matchAt(sentence, token); ok {
		f.hold(sentence, actor, token, m)
	}
}

// holder finds who is meant by an office without a name: somebody whom the text
// has given that office, whoever the lexicon says held it that day, or, for a
// description with "the", the most present person whom it fits.
func (f *finder) holder(sentence int, m *lexicon.Match, whose owner, owned bool) (int, bool) {
	if m.Title.Class == lexicon.SourceClass || m.Title.Class == lexicon.ForcesClass || m.Title.Class == lexicon.GatheringClass {
		return 0, false
	}
	title := m.Title.Name
	if title == "diplomat" && f.topmost(sentence, m) {
		title = "foreign minister"
	}
	if i, ok := f.mostSalient(f.bearers(title, whose.of)); ok {
		return i, true
	}
	unique := m.Title.Class == lexicon.OfficeClass || title == "leader" || title != m.Title.Name
	if !unique || !owned || whose.person {
		return 0, false
	}
	a, ok := f.lex.Holder(title, whose.of, f.day)
	if !ok || f.day == "" {
		return 0, false
	}
	i := f.enter(a.ID, a, f.span(sentence, m.First, m.Last+1))
	f.shorten(i, a.Name)
	return i, true
}

// topmost tells whether a role stands with "top" or "chief": "the top Iranian
// diplomat" is the foreign minister.
func (f *finder) topmost(sentence int, m *lexicon.Match) bool {
	s := f.sentence(sentence)
	for token := max(0, m.First-3); token < m.First; token++ {
		if word := strings.ToLower(s.Tokens[token].Text); word == "top" || word == "chief" {
			return true
		}
	}
	return false
}

// bearers are the people of the text who hold a title, of a state or body where
// one is given.
func (f *finder) bearers(title, of string) []int {
	var people []int
	for i, a := range f.cast.Actors {
		if a.Kind != parley.PersonActor || of != "" && a.Affiliation != of {
			continue
		}
		if slices.ContainsFunc(a.Offices, func(o parley.Office) bool { return f.answers(o, title, of) }) {
			people = append(people, i)
		}
	}
	return people
}

// answers tells whether the holder of an office may be called by a title: by
// its own, by the last word of it ("the minister"), or as leader.
func (f *finder) answers(o parley.Office, title, of string) bool {
	if !o.HeldOn(f.day) || of != "" && o.Of != "" && o.Of != of {
		return false
	}
	return o.Title == title || strings.HasSuffix(o.Title, " "+title) || strings.HasPrefix(o.Title, title+" of ") ||
		title == "leader" && (o.Title == "president" || o.Title == "prime minister" || o.Title == "supreme leader")
}

// sidesBefore are the parties named in a row before a noun, joined by commas,
// "and" and hyphens: "U.S., Ukrainian and European officials". The row is read
// from the words, since parses of it differ.
func (f *finder) sidesBefore(sentence, token int) []string {
	tokens := f.sentence(sentence).Tokens
	var sides []string
	for token--; token >= 0; token-- {
		m, ok := f.matchAt(sentence, token)
		switch {
		case ok && (m.Kind == lexicon.StateMatch || m.Kind == lexicon.DemonymMatch || m.Kind == lexicon.MetonymMatch || m.Kind == lexicon.BodyMatch || m.Kind == lexicon.GroupMatch):
			of := m.Actor.Affiliation
			if of == "" {
				of = m.Actor.ID
			}
			if !slices.Contains(sides, of) {
				sides = append(sides, of)
			}
			token = m.First
		case len(sides) == 0 && tokens[token].UPOS != "ADJ" && tokens[token].UPOS != "NOUN" && tokens[token].Lemma != "'s":
			return nil
		case tokens[token].UPOS != "ADJ" && tokens[token].UPOS != "CCONJ" && tokens[token].Text != "," && tokens[token].Text != "-" && tokens[token].Lemma != "'s" && tokens[token].UPOS != "NOUN":
			slices.Reverse(sides)
			return sides
		}
	}
	slices.Reverse(sides)
	return sides
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
	if adjective := s.Child(token, "amod"); adjective >= 0 {
		switch s.Tokens[adjective].Lemma {
		case "several", "many", "various", "unnamed", "few", "numerous", "other", "anonymous", "unidentified":
			return true
		}
	}
	return false
}
