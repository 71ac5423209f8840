package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// sources names those who stand at a place: each of a coordination on its own.
func (c *clauses) sources(where place) []Source {
	if where.token < 0 {
		return nil
	}
	s := &c.nodesOr(where.sentence).Tokens[where.token]
	switch strings.ToLower(s.Text) {
	case "i", "we", "you", "us", "me", "my", "our", "your":
		if s.UPOS != "PRON" {
			break // the US
		}
		if where.sentence != c.index || c.quoted(where.token) {
			return nil
		}
		return []Source{{Text: c.span(where.token, where.token+1), Kind: parley.AnonymousSource}}
	}
	if together, ok := c.nodesOr(where.sentence).togetherBefore(where.token); ok {
		return together
	}
	if before, ok := c.speakerGoesOn(where); ok {
		return []Source{before}
	}
	members := c.cast.Members(where.sentence, where.token)
	if len(members) == 0 || len(members) == 1 && len(members[0].Who) == 0 {
		if named := c.nodesOr(where.sentence).exemplars(where.token); len(named) > 0 {
			members = named
		}
	}
	if len(members) == 0 {
		return c.nodesOr(where.sentence).describe(where.token, s.Lemma)
	}
	var all []Source
	if _, ok := c.cast.At(where.sentence, where.token); !ok {
		if band, ok := c.nodesOr(where.sentence).band(Source{Affiliation: c.nodesOr(where.sentence).sideOf(where.token)}, where.token); ok {
			all = append(all, band) // "aid agencies and Norwegian envoys"
		}
	}
	for _, m := range members {
		all = append(all, c.nodesOr(where.sentence).named(m, m.Head)...)
	}
	return all
}

// exemplars are the named actors by whom a text tells whom it means: "allies,
// including Norland and Sudmark".
func (c *clauses) exemplars(head int) []*actors.Mention {
	if c.Tokens[head].Feat("Number") != "Plur" {
		return nil
	}
	for i := head + 1; i < min(head+3, len(c.Tokens)); i++ {
		switch c.lower(i) {
		case ",":
		case "including", "like", "such":
			if first := c.Tokens[i].Head; c.Tokens[i].Is("case") && first > i {
				return c.cast.Members(c.index, first)
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// nodesOr is the sentence of an index, this one included.
func (c *clauses) nodesOr(sentence int) *clauses {
	if sentence == c.index {
		return c
	}
	return &c.nodes[sentence]
}

// named makes sources of a mention.
func (c *clauses) named(m *actors.Mention, head int) []Source {
	if all := c.documents(head); len(all) > 0 {
		return all
	}
	if s, ok := c.medium(head); ok && (len(m.Who) == 0 || c.cast.Actors[m.Who[0]].Kind != parley.MediaActor) {
		return []Source{s}
	}
	base := Source{Text: c.phrase(head, len(m.Who) == 0), Affiliation: m.Affiliation}
	if m.Form == actors.ByBody && len(m.Sides) > 1 {
		base.Sides = m.Sides
	}
	if each := c.headsOfState(m, base.Text); len(each) > 0 {
		return each
	}
	if len(m.Who) == 0 {
		return c.unresolved(base, m, head)
	}
	if m.Form == actors.Collective && c.cast.Actors[m.Who[0]].Kind != parley.PersonActor {
		return []Source{c.together(base, m)}
	}
	var all []Source
	for _, who := range m.Who {
		s := base
		s.Actors, s.Evidence = []int{who}, c.cast.Evidence(m)
		s.Name, s.Kind = c.nameOf(c.cast.Actors[who])
		if named, ok := c.administration(head); ok && s.Kind == parley.BodySource {
			s.Name = named
		}
		if a := c.cast.Actors[who].Affiliation; a != "" {
			s.Affiliation = a
		}
		if side, ok := c.reporter(head); ok && s.Kind == parley.PersonSource {
			s.Kind, s.Affiliation = parley.MediaSource, side
		}
		if side, ok := c.media[strings.ToLower(s.Name)]; ok {
			s.Kind, s.Affiliation = parley.MediaSource, side
		}
		all = append(all, s)
	}
	return all
}

// speakerGoesOn gives "he" the person who spoke in the sentence right before, or before
// the quotation that goes on there.
func (c *clauses) speakerGoesOn(where place) (Source, bool) {
	head := where.token
	if word := c.lower(head); where.sentence != c.index || word != "he" && word != "she" || c.quoted(head) || !c.Tokens[head].Is("nsubj") {
		return Source{}, false
	}
	reach := c.index - 1
	for reach > 0 && reach > c.index-4 && c.wholeQuotation(reach) {
		reach--
	}
	for k := len(c.found) - 1; k >= 0 && c.found[k].Sentence >= reach; k-- {
		a := &c.found[k]
		if a.Sentence == c.index || a.Thought || len(a.Sources) != 1 || !a.Clause || !c.main(a) || !c.verbal(a) {
			continue
		}
		s := a.Sources[0]
		if s.Kind != parley.PersonSource && !c.unnamedPerson(a) || len(s.Actors) == 1 && !c.cast.MayBe(s.Actors[0], c.lower(head)) {
			continue
		}
		s.Evidence = append([]parley.Span{c.span(head, head+1), s.Text}, s.Evidence...)
		s.Text = c.phrase(head, false)
		return s, s.Kind == parley.AnonymousSource || len(s.Actors) == 1
	}
	return Source{}, false
}

// wholeQuotation tells whether a sentence stands in a quotation as a whole.
func (c *clauses) wholeQuotation(sentence int) bool {
	marks := c.marks[sentence]
	return len(marks) > 2 && marks[1] > 0 && marks[1] == marks[len(marks)-2]
}

// administration is what a text calls a government by the person who heads it: "the Kovar
// administration".
func (c *clauses) administration(head int) (string, bool) {
	if head == 0 || c.lower(head) != "administration" {
		return "", false
	}
	m, ok := c.matchAt(head - 1)
	return c.bare(head), ok && m.Kind == lexicon.PersonMatch
}

// unnamedPerson tells whether one person without a name says something.
func (c *clauses) unnamedPerson(a *Attribution) bool {
	if a.source < 0 || a.Sources[0].Kind != parley.AnonymousSource {
		return false
	}
	t := &c.text.Sentences[a.Sentence].Tokens[a.source]
	n, ok := knowledge().sources[strings.ToLower(t.Lemma)]
	return t.UPOS == "NOUN" && t.Feat("Number") != "Plur" && ok && n.kind == parley.AnonymousSource
}

// verbal tells whether a cue is a verb.
func (f *finder) verbal(a *Attribution) bool {
	return len(a.cueTokens) == 0 || f.text.Sentences[a.Sentence].Tokens[a.cueTokens[0]].UPOS == "VERB"
}

// nameOf is how a statement names an actor: a state by its government.
func (c *clauses) nameOf(a parley.Actor) (string, parley.SourceKind) {
	switch a.Kind {
	case parley.PersonActor:
		if !a.Known && compounded(a.Name) {
			return a.Name, parley.BodySource // "ProNorland"
		}
		return a.Name, parley.PersonSource
	case parley.MediaActor:
		return a.Name, parley.MediaSource
	case parley.StateActor:
		return c.governmentName(a), parley.BodySource
	}
	if state, ok := strings.CutSuffix(a.Name, " Government"); ok {
		return state + " government", parley.BodySource
	}
	return a.Name, parley.BodySource
}

// compounded tells whether a name is one word with a capital inside, and no family name
// that is written so.
func compounded(name string) bool {
	if strings.ContainsAny(name, " -'’.") || len(name) < 5 || strings.ToUpper(name) == name || strings.ToLower(name[1:]) == name[1:] {
		return false
	}
	return !slices.ContainsFunc([]string{"Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "O"}, func(start string) bool { return strings.HasPrefix(name, start) })
}

// governmentName is how a state's government is called.
func (f *finder) governmentName(state parley.Actor) string {
	if name, ok := knowledge().states[state.ID]; ok {
		return name
	}
	if adjective := f.lex.Demonym(state.ID); adjective != "" {
		return adjective + " government"
	}
	return state.Name
}

// together is "the two sides": one source of several actors.
func (c *clauses) together(s Source, m *actors.Mention) Source {
	var names []string
	for _, who := range m.Who {
		names = append(names, c.stateName(c.cast.Actors[who]))
		s.Sides = append(s.Sides, c.cast.Actors[who].Affiliation)
	}
	s.Name, s.Kind, s.Actors, s.Evidence = rowOf(names), parley.BodySource, m.Who, c.cast.Evidence(m)
	s.Affiliation = ""
	return s
}

// stateName is an actor's name as it stands in a row of several.
func (f *finder) stateName(a parley.Actor) string {
	if country, ok := f.lex.Country(a.ID); ok && (country.Code == "USA" || country.Code == "GBR" || country.Code == "ARE") {
		return "the " + a.Name
	}
	return a.Name
}

// rowOf joins names: "Norland, Sudmark and Ostland".
func rowOf(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// unresolved makes sources of a mention whose actor the cast does not know: of
// the person or body that the words beside it tell, else of somebody unnamed.
func (c *clauses) unresolved(base Source, m *actors.Mention, head int) []Source {
	if person, ok := c.personBeside(head); ok {
		return c.named(person, person.Head)
	}
	if s, ok := c.body(head); ok {
		return []Source{s}
	}
	if s, ok := c.side(head); ok {
		return []Source{s}
	}
	if s, ok := c.office(head); ok {
		return []Source{s}
	}
	if s, ok := c.bodyAgain(head); ok {
		return []Source{s}
	}
	if match, ok := c.matchAt(head); ok && match.Kind == lexicon.BodyNounMatch {
		base.Name, base.Kind, base.Evidence = c.placed(head), parley.BodySource, []parley.Span{base.Text}
		return []Source{base}
	}
	return []Source{c.unnamed(base, m, head)}
}

// unnamed is a source without a name. A spokesperson stands for the body that
// the phrase names.
func (c *clauses) unnamed(s Source, m *actors.Mention, head int) Source {
	if person, ok := c.namedLater(m); ok {
		who := c.cast.Actors[person.Who[0]]
		s.Name, s.Kind = c.nameOf(who)
		s.Actors, s.Evidence = person.Who, append([]parley.Span{s.Text}, c.cast.Evidence(person)...)
		if who.Affiliation != "" {
			s.Affiliation = who.Affiliation
		}
		return s
	}
	if band, ok := c.band(s, head); ok {
		return band
	}
	if medium, ok := c.correspondent(s, head); ok {
		return medium
	}
	s.Kind = parley.AnonymousSource
	if m.Title.Class == lexicon.SpokesClass {
		if body, ok := c.bodyIn(head); ok {
			return c.speakingFor(s, body)
		}
	}
	s.Reason = c.reasonIn(head)
	return s
}

func (c *clauses) speakingFor(s Source, body *actors.Mention) Source {
	a := c.cast.Actors[body.Who[0]]
	s.Name, s.Kind = c.nameOf(a)
	s.Actors, s.Affiliation = []int{body.Who[0]}, a.Affiliation
	s.Evidence = append([]parley.Span{s.Text}, c.cast.Evidence(body)...)
	return s
}

// bodyIn is the body, state or group that a phrase names under its head: "for
// the ministry", "the Norland army's".
func (c *clauses) bodyIn(head int) (*actors.Mention, bool) {
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		if !t.Is("nmod") && !t.Is("compound") && !t.Is("obl") {
			continue
		}
		if m, ok := c.cast.At(c.index, child); ok && len(m.Who) > 0 {
			return m, true
		}
	}
	return nil, false
}

// describe makes a source of a noun that is no actor: a document, a medium,
// people of a kind.
func (c *clauses) describe(head int, lemma string) []Source {
	if all := c.documents(head); len(all) > 0 {
		return all
	}
	if s, ok := c.medium(head); ok {
		return []Source{s}
	}
	if person, ok := c.personBeside(head); ok {
		return c.named(person, person.Head)
	}
	if s, ok := c.side(head); ok {
		return []Source{s}
	}
	if s, ok := c.office(head); ok {
		return []Source{s}
	}
	if s, ok := c.bodyAgain(head); ok {
		return []Source{s}
	}
	s := Source{Text: c.phrase(head, true), Kind: parley.AnonymousSource, Affiliation: c.sideOf(head)}
	switch c.lower(head) {
	case "it", "its", "itself":
		return c.nearest(head)
	}
	if band, ok := c.band(s, head); ok {
		return []Source{band}
	}
	n, known := knowledge().sources[strings.ToLower(lemma)]
	switch {
	case known && n.kind == parley.BodySource, known && n.kind == parley.MediaSource, c.Tokens[head].UPOS == "PROPN":
		s.Kind = parley.BodySource
		if known && (n.kind != parley.MediaSource || c.ofNews(head)) {
			s.Kind = n.kind
		}
		s.Name = c.bare(head)
		if full, ok := c.acronyms[s.Name]; ok {
			s.Name = full
		}
		s.Text = c.phrase(head, false)
		s.Evidence = []parley.Span{s.Text}
		if side, ok := c.media[strings.ToLower(s.Name)]; ok {
			s.Kind, s.Affiliation = parley.MediaSource, side
		}
	default:
		s.Reason = c.reasonIn(head)
	}
	return []Source{s}
}

// sideOf is the country whose adjective or name stands in a phrase.
func (c *clauses) sideOf(head int) string {
	first, last := c.Subtree(head, "acl", "conj", "appos", "punct")
	for k := range c.cast.Matches[c.index] {
		m := &c.cast.Matches[c.index][k]
		if m.First < first || m.Last >= last {
			continue
		}
		switch m.Kind {
		case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch, lexicon.BodyMatch, lexicon.GroupMatch:
			if m.Actor.Affiliation != "" {
				return m.Actor.Affiliation
			}
			return m.Actor.ID
		}
	}
	return ""
}

// placed is the name of a body with that of the place whose it is: "Bergen
// health ministry" of "Bergen's health ministry".
func (c *clauses) placed(head int) string {
	owner := c.Child(head, "nmod:poss")
	if owner < 0 || c.Tokens[owner].UPOS != "PROPN" {
		return c.bare(head)
	}
	return c.bare(owner) + " " + c.bare(head)
}

// bare is a noun with what stands before it, without article and owner; of a
// name all that is written in capitals.
func (c *clauses) bare(head int) string {
	first := head
	for first > 0 && c.Dominates(head, first-1) && !c.Tokens[first-1].Is("det") && c.Tokens[first-1].UPOS != "PUNCT" && (c.Tokens[first-1].UPOS != "ADP" || c.genitive(first-1)) {
		if genitive := c.Tokens[first-1].Is("case"); genitive && (c.Tokens[head].UPOS != "PROPN" || !c.genitive(first-1)) {
			break
		}
		first--
	}
	for first < head && c.Tokens[first].UPOS == "CCONJ" {
		first++
	}
	for i := head - 1; i >= first && c.Tokens[head].UPOS == "PROPN"; i-- {
		if t := &c.Tokens[i]; (t.UPOS == "NOUN" || t.UPOS == "ADJ" || t.UPOS == "VERB" || i == first) && strings.ToLower(t.Text) == t.Text {
			first = i + 1 // "rebel" before the name of a council
		}
	}
	if first < head && (c.genitive(first) || first > 0 && c.Tokens[first-1].Text == "-" && c.Tokens[first].UPOS == "VERB") {
		first++ // "the city's board", "the city-run board"
	}
	last := head + 1
	for last < len(c.Tokens) && c.Tokens[last].Is("flat") {
		last++
	}
	return c.Text(first, last)
}

// genitive tells whether a token is the mark of a genitive.
func (c *clauses) genitive(token int) bool { return c.Tokens[token].XPOS == "POS" }

// Text is the text of a token range with single blanks.
func (c *clauses) Text(first, last int) string {
	return strings.Join(strings.Fields(c.Sentence.Text(c.text.Source, first, last)), " ")
}

// phrase is the noun phrase under a head: without relative clauses, unless the
// source is known by them alone.
func (c *clauses) phrase(head int, clauses bool) parley.Span {
	out := []string{"conj", "cc", "acl:relcl", "advcl", "parataxis", "case", "cop", "aux", "nsubj", "obl", "ccomp", "mark", "discourse", "advmod", "punct"}
	if clauses {
		out = []string{"conj", "cc", "parataxis", "cop", "ccomp", "discourse", "nsubj"}
		if c.marker(head) != "" {
			out = append(out, "case", "mark")
		}
	}
	first, last := c.contiguous(head, out)
	for last > first+1 && c.edge(last-1) {
		last--
	}
	for first < last-1 && c.edge(first) {
		first++
	}
	return c.span(first, last)
}

// contiguous is the token range around a head that its subtree fills without a
// gap but for punctuation.
func (c *clauses) contiguous(head int, without []string) (first, last int) {
	in := make([]bool, len(c.Tokens))
	for i := range c.Tokens {
		in[i] = c.under(i, head, without)
	}
	first, last = head, head+1
	for i := head - 1; i >= 0 && (in[i] || c.edge(i)); i-- {
		if in[i] {
			first = i
		}
	}
	for i := head + 1; i < len(in) && (in[i] || c.edge(i)); i++ {
		if in[i] {
			last = i + 1
		}
	}
	return first, last
}

func (c *clauses) under(i, head int, without []string) bool {
	for range c.Tokens {
		if i == head {
			return true
		}
		t := &c.Tokens[i]
		if t.Head == head && slices.ContainsFunc(without, t.Is) || i < 0 {
			return false
		}
		if i = t.Head; i < 0 {
			return false
		}
	}
	return false
}
