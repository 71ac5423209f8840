package actors

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// describe takes from the words around a name the office and affiliation of
// somebody whom the lexicon does not know.
func (f *finder) describe(sentence, head, actor, first, last int) {
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if m.Kind != lexicon.OfficeMatch && m.Kind != lexicon.RoleMatch || m.First < first || m.Last >= last {
			continue
		}
		if titled := f.headOf(sentence, m); !f.titles(sentence, titled, head) || titled > head && f.speaksOf(sentence, head, titled) {
			continue
		}
		f.hold(sentence, actor, head, m, f.over(sentence, m.First))
	}
	f.describeByClause(sentence, head, actor)
	f.describeByState(sentence, head, actor)
}

// describeByState takes for the side of somebody whom neither lexicon nor title gives one the state whose he is told to
// be: "Norland's Anna Kovar".
func (f *finder) describeByState(sentence, head, actor int) {
	a, tokens := &f.cast.Actors[actor], f.sentence(sentence).Tokens
	mark := head - 1
	for mark > 0 && (tokens[mark].UPOS == "PROPN" || particles[tokens[mark].Text]) {
		mark--
	}
	if a.Known || a.Affiliation != "" || mark < 1 || tokens[mark].XPOS != "POS" {
		return
	}
	if m, ok := f.matchAt(sentence, mark-1); ok && m.Kind == lexicon.StateMatch {
		a.Affiliation = m.Actor.ID
		a.Spans = append(a.Spans, parley.Evidence{Field: "affiliation", Span: f.span(sentence, m.First, m.Last+1)})
	}
}

// describeByClause takes the office that a clause says somebody serves in: "Kovar, who served as an aide
// to the president". One told in the past is held no more.
func (f *finder) describeByClause(sentence, head, actor int) {
	s := f.sentence(sentence)
	verb := s.Child(head, "acl:relcl")
	if verb < 0 || !means("served", s.Tokens[verb].Lemma) || s.Negated(verb) {
		return
	}
	if who := s.Child(verb, "nsubj"); who < 0 || s.Tokens[who].Lemma != "who" {
		return
	}
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if m.Kind != lexicon.OfficeMatch && m.Kind != lexicon.RoleMatch {
			continue
		}
		if office := f.headOf(sentence, m); s.Tokens[office].Head == verb && s.Case(office) == "as" {
			f.hold(sentence, actor, office, m, s.Tokens[verb].XPOS == "VBD" || f.over(sentence, m.First))
		}
	}
}

// titles tells whether the title at token stands with the name at head as
// premodifier or apposition.
func (f *finder) titles(sentence, token, head int) bool {
	t := &f.sentence(sentence).Tokens[token]
	return t.Head == head && (t.Is("nmod:desc") || t.Is("appos") || t.Is("compound") || t.Is("flat"))
}

// hold notes that an actor bears a title, or bore it once, and whose it is.
func (f *finder) hold(sentence, actor, head int, m *lexicon.Match, over bool) {
	a := &f.cast.Actors[actor]
	if m.Title.Class == lexicon.HonorificClass {
		f.honour(actor, f.words(sentence, m))
		return
	}
	title := f.headOf(sentence, m)
	whose, ok := f.ownerOf(sentence, title, m.First, m.Last+1)
	if !ok {
		whose, ok = f.ownerOf(sentence, head, m.First, m.Last+1)
	}
	if !ok {
		whose, ok = f.insideTitle(sentence, m) // "NATO chief Anna Kovar"
	}
	if !ok {
		whose, ok = f.ofNations(sentence, m)
	}
	if a.Known && ok && !over {
		f.lead(sentence, a, whose)
	}
	if a.Known || slices.ContainsFunc(a.Offices, func(o parley.Office) bool { return o.Title == m.Title.Name }) {
		return
	}
	if a.Sector == "" {
		a.Sector = m.Title.Sector
	}
	span := f.span(sentence, m.First, m.Last+1)
	if m.Kind == lexicon.OfficeMatch && !over {
		of := whose.of
		if inside, named := f.ownerInTitle(sentence, m); named {
			of = inside.of // "FBI director" is an office of that body
		}
		a.Offices = append(a.Offices, parley.Office{Title: m.Title.Name, Of: of})
		a.Spans = append(a.Spans, parley.Evidence{Field: "offices", Value: m.Title.Name, Span: span})
	}
	if side := whose.side(); ok && a.Affiliation == "" && side != "" {
		a.Affiliation = side
		a.Spans = append(a.Spans, parley.Evidence{Field: "affiliation", Span: f.span(sentence, whose.first, whose.last+1)})
	}
}

// ofNations is the United Nations as those whose a mission is beside a title, where no state is told whose it is: "UN mission
// chief Anna Kovar", "the head of the UN mission".
func (f *finder) ofNations(sentence int, title *lexicon.Match) (owner, bool) {
	s := f.sentence(sentence)
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if !nationsOwn(s, m) {
			continue
		}
		if behind := m.First > title.Last && s.Dominates(f.headOf(sentence, title), m.Last); behind || m.Last+1 == title.First {
			a, known := f.lex.Actor("UN")
			return owner{of: a.ID, actor: a, first: m.First, last: m.Last}, known
		}
	}
	return owner{}, false
}

// lead makes a group the side of somebody known whom the text gives a title in it, though he has held office in the state
// where it is at home, before or since.
func (f *finder) lead(sentence int, a *parley.Actor, of owner) {
	if of.actor.Kind != parley.GroupActor || of.actor.Affiliation == "" || of.person || !f.introduced[of.actor.ID] && f.lex.Home(of.actor.ID) != a.Affiliation {
		return
	}
	a.Affiliation = of.actor.Affiliation
	a.Spans = append(a.Spans, parley.Evidence{Field: "affiliation", Span: f.span(sentence, of.first, of.last+1)})
}

// serves gives somebody whose side nobody knows that of whom a pronoun before the title means: "Norland
// pledged aid, as its envoy Anna Kovar visited Sudmark".
func (f *finder) serves(sentence, pronoun int) {
	of, ok := f.cast.At(sentence, pronoun)
	actor, titled := f.entitledBehind(sentence, pronoun)
	if !ok || !titled || len(of.Who) != 1 {
		return
	}
	a, side := &f.cast.Actors[actor], f.cast.Actors[of.Who[0]].Affiliation
	if a.Known || a.Affiliation != "" || side == "" {
		return
	}
	a.Affiliation = side
	a.Spans = append(a.Spans, parley.Evidence{Field: "affiliation", Span: f.span(sentence, pronoun, pronoun+1)})
	for k := range a.Offices {
		a.Offices[k].Of = cmp.Or(a.Offices[k].Of, side)
	}
	for k := range f.cast.Mentions {
		if m := &f.cast.Mentions[k]; len(m.Who) == 1 && m.Who[0] == actor {
			m.Affiliation = cmp.Or(m.Affiliation, side)
		}
	}
}

// entitledBehind is who is named behind a pronoun and a title: "its chief nuclear negotiator Anna Kovar",
// "its minister for trade, Anna Kovar,". It is read from the words, since parses of long titles differ.
func (f *finder) entitledBehind(sentence, pronoun int) (actor int, ok bool) {
	tokens := f.sentence(sentence).Tokens
	title := false
	for at := pronoun + 1; at < len(tokens); at++ {
		if n := slices.IndexFunc(f.names[sentence], func(n personName) bool { return n.first == at }); n >= 0 {
			return f.bearer(sentence, f.names[sentence][n], title)
		}
		if m, found := f.matchAt(sentence, at); found && (m.Kind == lexicon.OfficeMatch || m.Kind == lexicon.RoleMatch) {
			if title || m.Title.Name == "relative" {
				return 0, false
			}
			title, at = true, m.Last
			continue
		}
		switch t := &tokens[at]; {
		case t.UPOS == "NOUN", t.UPOS == "ADJ", t.UPOS == "PROPN", t.Text == "-", title && (t.UPOS == "ADP" || t.UPOS == "DET" || t.Text == ","):
		default:
			return 0, false
		}
	}
	return 0, false
}

// bearer is the person of a name that stands behind a title.
func (f *finder) bearer(sentence int, n personName, title bool) (actor int, ok bool) {
	for token := n.first; token < n.last && title; token++ {
		if m, ok := f.cast.At(sentence, token); ok && m.Form == Named && len(m.Who) == 1 {
			return m.Who[0], f.cast.Actors[m.Who[0]].Kind == parley.PersonActor
		}
	}
	return 0, false
}

// over tells whether the words before a title say that it is held no more: "the
// former Norlandic envoy".
func (f *finder) over(sentence, first int) bool {
	tokens := f.sentence(sentence).Tokens
	for token := first - 1; token >= max(0, first-4); token-- {
		if means("past", tokens[token].Lemma) {
			return true
		}
		if t := &tokens[token]; t.UPOS != "ADJ" && t.UPOS != "PROPN" && t.UPOS != "NOUN" && t.Text != "-" {
			return false
		}
	}
	return false
}

// honour takes the gender that a form of address shows.
func (f *finder) honour(actor int, address string) {
	if gender := genderOf(address); gender != 0 {
		f.gender[actor] = gender
	}
}

// genderOf is the gender that a form of address shows; 0 where it shows none.
func genderOf(address string) byte {
	switch word := strings.ToLower(strings.Trim(address, ".")); {
	case means("sir", word):
		return 'm'
	case means("madam", word):
		return 'f'
	}
	return 0
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
	if !owned && m.Title.Class == lexicon.RoleClass {
		whose, owned = f.insideTitle(sentence, m) // "a Hamas official"
	}
	if !owned {
		whose, owned = f.ownerAgain(sentence, token)
	}
	mention.Affiliation = whose.side()
	mention.Quantified = f.quantified(sentence, token)
	if mention.Sides = f.sidesInRow(sentence, m); len(mention.Sides) == 0 {
		mention.Sides = f.sidesBehind(sentence, token)
	}
	if len(mention.Sides) == 0 && owned {
		mention.Sides = []string{whose.of}
	} else if len(mention.Sides) > 0 && !owned {
		mention.Affiliation = mention.Sides[len(mention.Sides)-1]
	}
	if m.Title.Class == lexicon.SpokesClass && f.addVoice(mention, m, whose, owned) {
		return
	}
	if !owned {
		whose, owned = f.ownerInTitle(sentence, m)
	}
	if !mention.Plural && !f.indefinite(sentence, token) && (owned || !f.ofThing(sentence, token)) {
		if actor, ok := f.holder(sentence, m, whose, owned); ok {
			mention.Who = []int{actor}
			f.add(mention)
			return
		}
	}
	if side := cmp.Or(whose.actor.Affiliation, whose.of); owned && len(mention.Sides) == 0 && mention.Affiliation == "" {
		mention.Affiliation, mention.Sides = side, []string{side} // "the UN envoy"
	}
	f.addUnnamed(mention, m, whose, owned)
}

// unnamedBefore tells whether somebody without a name bore a role in the sentences before, whom
// "the diplomat" then means rather than a person with an office.
func (f *finder) unnamedBefore(sentence int, m *lexicon.Match) bool {
	if m.Title.Class != lexicon.RoleClass && (m.Title.Class != lexicon.MemberClass || m.Title.Sector == "JUD") {
		return false
	}
	for k := len(f.unnamed) - 1; k >= 0; k-- {
		before := &f.cast.Mentions[f.unnamed[k]]
		if before.Sentence < sentence-unnamedReach {
			return false
		}
		if before.Title.Name == m.Title.Name && !before.Plural && before.Sentence < sentence {
			return true
		}
	}
	return false
}

// unnamedReach is how many sentences back somebody without a name may stand whom a role means.
const unnamedReach = 6

// ownerInTitle is whose an office is that names its body in its own words: "the NATO chief".
func (f *finder) ownerInTitle(sentence int, m *lexicon.Match) (owner, bool) {
	if m.First == m.Last || m.Title.Class != lexicon.OfficeClass {
		return owner{}, false
	}
	whose, ok := f.insideTitle(sentence, m)
	if ok {
		whose.of = whose.actor.ID
	}
	return whose, ok
}

// insideTitle is the body or group that the words of a title name: "NATO chief", "Hamas official".
func (f *finder) insideTitle(sentence int, m *lexicon.Match) (owner, bool) {
	for _, inside := range f.insideWords(sentence, m) {
		switch inside.Kind {
		case lexicon.BodyMatch, lexicon.GroupMatch:
			of := cmp.Or(inside.Actor.Affiliation, inside.Actor.ID)
			return owner{of: of, actor: inside.Actor, first: m.First + inside.First, last: m.First + inside.Last}, true
		}
	}
	return owner{}, false
}

// sidesInRow are the parties in the row of which a title is, those in its own words too.
func (f *finder) sidesInRow(sentence int, m *lexicon.Match) []string {
	last, ok := f.sideInTitle(sentence, m)
	if !ok {
		return f.sidesBefore(sentence, m.First)
	}
	if sides := f.sidesBefore(sentence, m.First-1); len(sides) > 0 && !slices.Contains(sides, last.of) {
		return append(sides, last.of)
	}
	return nil
}

// sideInTitle is the party in the first words of a title, the last of a row that stands before it: "Norlandic and
// European officials".
func (f *finder) sideInTitle(sentence int, m *lexicon.Match) (owner, bool) {
	if before := &f.sentence(sentence).Tokens[max(0, m.First-1)]; before.UPOS != "CCONJ" && before.Text != "," {
		return owner{}, false
	}
	for _, inside := range f.insideWords(sentence, m) {
		if inside.First == 0 && party(&inside) && inside.Actor.Affiliation != "" {
			return owner{of: inside.Actor.Affiliation, actor: inside.Actor, first: m.First, last: m.First + inside.Last}, true
		}
	}
	return owner{}, false
}

// insideWords are what the lexicon knows in the words of a title before its last.
func (f *finder) insideWords(sentence int, m *lexicon.Match) []lexicon.Match {
	var words []string
	for token := m.First; token < m.Last; token++ {
		words = append(words, f.sentence(sentence).Tokens[token].Text)
	}
	return f.lex.Find(words)
}

// holder finds who is meant by an office without a name: somebody whom the text
// has given that office, whoever the lexicon says held it that day, or, for a
// description with "the", the most present person whom it fits.
func (f *finder) holder(sentence int, m *lexicon.Match, whose owner, owned bool) (int, bool) {
	if m.Title.Class == lexicon.ForcesClass || m.Title.Class == lexicon.GatheringClass {
		return f.groupNamed(sentence, m, whose, owned)
	}
	if m.Title.Class == lexicon.SourceClass {
		return 0, false
	}
	title := m.Title.Name
	if title == "diplomat" && f.topmost(sentence, m) {
		title = "foreign minister"
	}
	if i, ok := f.mostSalient(f.bearers(title, whose.of)); ok && !f.unnamedBefore(sentence, m) {
		if country := f.country(); !owned && f.present(i) == 0 && f.cast.Actors[i].Affiliation != "" && f.cast.Actors[i].Affiliation != country {
			whose.of, owned = country, country != "" // somebody of elsewhere, whom the text has not named yet
		} else {
			return i, true
		}
	}
	if title == "counterpart" && owned {
		return f.counterpart(sentence, m, whose)
	}
	if !owned && means("single", title) {
		whose.of, owned = f.lex.OnlyOf(title) // "the pope"
	}
	unique := m.Title.Class == lexicon.OfficeClass || title == "leader" || title != m.Title.Name
	if !unique || !owned || whose.person {
		return 0, false
	}
	if f.oneOfMany(sentence, m) || strings.HasPrefix(title, "deputy ") { // a minister has many a deputy
		return 0, false
	}
	holders := f.lex.Holders(title, whose.of, f.day)
	if len(holders) == 0 || f.day == "" || len(holders) > 1 && isSent(m) {
		return 0, false // a body has many an envoy
	}
	a := holders[0]
	i := f.enter(a.ID, a, f.span(sentence, m.First, m.Last+1))
	f.shorten(i, a.Name)
	return i, true
}

// groupNamed finds the one armed or other non-state group that a text goes on to
// speak of by a noun: "the movement".
func (f *finder) groupNamed(sentence int, m *lexicon.Match, whose owner, owned bool) (int, bool) {
	if !again().groups[strings.ToLower(f.words(sentence, m))] || f.sentence(sentence).Child(f.headOf(sentence, m), "det") < 0 {
		return 0, false
	}
	only := -1
	for i, a := range f.cast.Actors {
		if a.Kind != parley.GroupActor || f.present(i) == 0 || owned && a.Affiliation != whose.of && f.lex.Home(a.ID) != whose.of {
			continue
		}
		if only >= 0 {
			return 0, false
		}
		only = i
	}
	return only, only >= 0
}

// topmost tells whether a role stands with "top" or "chief": "the top Iranian
// diplomat" is the foreign minister.
func (f *finder) topmost(sentence int, m *lexicon.Match) bool {
	s := f.sentence(sentence)
	for token := max(0, m.First-3); token < m.First; token++ {
		if means("top", strings.ToLower(s.Tokens[token].Text)) {
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
		if a.Kind != parley.PersonActor {
			continue
		}
		if slices.ContainsFunc(a.Offices, func(o parley.Office) bool {
			return (of == "" || a.Affiliation == of || o.Of == of) && f.answers(o, title, of)
		}) {
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
	if words := again().offices[title]; words != nil {
		return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(o.Title, word) })
	}
	return o.Title == title || strings.HasSuffix(o.Title, " "+title) || strings.HasPrefix(o.Title, title+" of ") ||
		title == "leader" && means("leads", o.Title)
}
