package attribution

import (
	"cmp"
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
	at := c.nodesOr(where.sentence)
	s := &at.Tokens[where.token]
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
	where.token = at.someOf(at.headOfName(where.token))
	if head := at.Tokens[where.token].Head; head >= 0 && at.furtherTitle(head, where.token) {
		where.token = head
	}
	if together, ok := at.togetherBefore(where.token); ok {
		return together
	}
	if all, ok := at.governmentsOf(where.token); ok {
		return []Source{all}
	}
	if before, ok := c.speakerGoesOn(where); ok {
		return []Source{before}
	}
	members := c.cast.Members(where.sentence, where.token)
	if len(members) == 0 || len(members) == 1 && len(members[0].Who) == 0 {
		if named := at.exemplars(where.token); len(named) > 0 {
			members = named
		}
	}
	if len(members) == 0 {
		return append(at.describe(where.token, s.Lemma), at.namesBeside(where.token)...)
	}
	members = at.withoutFollowers(at.withoutTitles(members))
	var all []Source
	if _, ok := c.cast.At(where.sentence, where.token); !ok {
		if band, ok := at.band(Source{Affiliation: at.sideOf(where.token)}, where.token); ok {
			all = append(all, band) // "aid agencies and Norwegian envoys"
		} else if at.opensRow(where.token, members[0]) {
			all = at.describe(where.token, s.Lemma) // "Volta and the minister"
		}
	}
	all = append(all, at.eachMember(members)...)
	return append(all, at.namesBeside(where.token)...)
}

// eachMember makes sources of the mentions in a row.
func (c *clauses) eachMember(members []*actors.Mention) []Source {
	var all []Source
	var led []string // the states whose leaders have spoken, which the parse may hang beside the leaders
	for _, m := range members {
		if len(led) > 0 && m.Form == actors.ByCountry && slices.Contains(led, m.Affiliation) {
			continue
		}
		named := c.named(m, m.Head)
		if len(named) == 1 && len(m.Sides) > 1 {
			led = named[0].Sides
		}
		all = append(all, named...)
	}
	return all
}

// headOfName is the token that heads the mention of somebody known, of whose name the parse gives
// another one the place; any other token as it is.
func (c *clauses) headOfName(token int) int {
	name, ok := c.matchAt(token)
	if _, heads := c.cast.At(c.index, token); heads || !ok {
		return token
	}
	for at := name.First; at <= name.Last; at++ {
		if m, ok := c.cast.At(c.index, at); ok && m.Form == actors.Named && m.First <= token && token < m.Last {
			return at
		}
	}
	return token
}

// someOf is the noun for people of whom "a group" or "a crowd" consists that speaks, and is no body then: "a group of
// students"; any other token as it is.
func (c *clauses) someOf(token int) int {
	of, det := c.Child(token, "nmod"), c.Child(token, "det")
	anyOne := det >= 0 && (c.lower(det) == "a" || c.lower(det) == "another")
	if !anyOne || !knowledge().words["crowd"][c.Tokens[token].Lemma] || of < token || c.marker(of) != "of" {
		return token
	}
	if c.kindOf(of) != parley.AnonymousSource || c.Tokens[of].UPOS != "NOUN" || !c.inPlural(of) {
		return token
	}
	return of
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
	if s, ok := c.mediumInShort(head); ok {
		return []Source{s}
	}
	if s, ok := c.medium(head); ok && (len(m.Who) == 0 || c.cast.Actors[m.Who[0]].Kind != parley.MediaActor) {
		return []Source{s}
	}
	if s, ok := c.ownAcronym(head); ok {
		return []Source{s}
	}
	if s, ok := c.givenBefore(m); ok {
		return []Source{s}
	}
	base := Source{Text: c.phrase(head, len(m.Who) == 0), Affiliation: m.Affiliation}
	if first := c.Tokens[m.First].Start; m.Form == actors.Named && m.First < head && head < m.Last && len(m.Who) == 1 {
		base.Text = parley.Span{Start: min(base.Text.Start, first), End: max(base.Text.End, c.Tokens[c.nameThrough(m, head)].End)}
	}
	if m.Form == actors.ByBody && len(m.Sides) > 1 {
		base.Sides = m.Sides
	}
	if person, ok := c.calledByRole(m, head); ok && m.Form == actors.ByOffice && m.Title.Class == lexicon.RoleClass {
		return []Source{person.toldBy(base.Text)}
	}
	if firm, ok := c.firmOfState(m, head); ok {
		return []Source{firm}
	}
	if each := c.headsOfState(m, base.Text); len(each) > 0 {
		return each
	}
	if len(m.Who) == 0 {
		return c.unresolved(base, m, head)
	}
	if words, ok := c.aliases[c.cast.Actors[m.Who[0]].Name]; ok && len(m.Who) == 1 {
		base.Kind, base.Reason = parley.AnonymousSource, words
		return []Source{base}
	}
	if reason := c.nodesOr(m.Sentence).reasonIn(m.Head); m.Form == actors.ByBody && m.Plural && reason.End > reason.Start {
		base.Kind, base.Reason = parley.AnonymousSource, reason
		return []Source{base}
	}
	if c.somePeople(m) || m.Form == actors.ByBody && m.Plural && c.someAgain(head) {
		base.Kind = parley.AnonymousSource
		return []Source{base}
	}
	if m.Form == actors.ByBody && privately[m.Title.Sector] && m.Title.Class == lexicon.RoleClass {
		return []Source{c.unnamed(base, m, head)}
	}
	if m.Form == actors.Collective && c.cast.Actors[m.Who[0]].Kind != parley.PersonActor && !c.nodesOr(m.Sentence).withBoth(m.Head) {
		return []Source{c.together(base, m)}
	}
	return c.eachNamed(base, m, head)
}

// eachNamed makes a source of each of those whom a mention means, or one of several people who are told
// of by a pronoun.
func (c *clauses) eachNamed(base Source, m *actors.Mention, head int) []Source {
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
		if s.Affiliation == "" {
			s.Affiliation = c.homes[who]
		}
		if side, ok := c.reporter(head); ok && s.Kind == parley.PersonSource {
			s.Kind, s.Affiliation = parley.MediaSource, side
		}
		if side, ok := c.media[strings.ToLower(s.Name)]; ok {
			s.Kind, s.Affiliation = parley.MediaSource, side
		}
		all = append(all, s)
	}
	if m.Form != actors.Named && len(all) > 1 && !slices.ContainsFunc(all, func(s Source) bool { return s.Kind != parley.PersonSource }) {
		return []Source{c.joined(all)} // "they" after several people
	}
	return all
}

// nameThrough is the last token of a name of which a token is the head.
func (c *clauses) nameThrough(m *actors.Mention, head int) int {
	last := head
	for last+1 < m.Last && c.Tokens[last+1].UPOS == "PROPN" && c.Tokens[last+1].Is("flat") {
		last++
	}
	if name, ok := c.matchAt(head); ok && name.Last < m.Last {
		last = max(last, name.Last)
	}
	return last
}

// somePeople tells whether a mention tells people by their nationality alone, who speak for no
// state: "Norlanders", "some Norlanders". "The Norlanders" do.
func (c *clauses) somePeople(m *actors.Mention) bool {
	at := c.nodesOr(m.Sentence)
	if m.Form != actors.ByCountry || !m.Plural || m.Seat {
		return false
	}
	head := m.Head
	if at.Tokens[head].Is("conj") && at.Child(head, "det") < 0 {
		head = at.Tokens[head].Head // "the Norlanders and Sudmarkers"
	}
	return !at.definite(head)
}

// administration is what a text calls a government by the person who heads it: "the Kovar
// administration".
func (c *clauses) administration(head int) (string, bool) {
	if head == 0 || !knowledge().words["administration"][c.lower(head)] {
		return "", false
	}
	m, ok := c.matchAt(head - 1)
	if !ok {
		return "", false
	}
	surnamed := m.Kind == lexicon.BodyMatch && m.Last == head && len(c.lex.Surnamed(c.Tokens[head-1].Text)) > 0
	return c.bare(head), surnamed || m.Kind == lexicon.PersonMatch
}

// verbal tells whether a cue is a verb.
func (f *finder) verbal(a *Attribution) bool {
	return len(a.cueTokens) == 0 || f.text.Sentences[a.Sentence].Tokens[a.cueTokens[0]].UPOS == "VERB"
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

// unresolved makes sources of a mention whose actor the cast does not know: of
// the person or body that the words beside it tell, else of somebody unnamed.
func (c *clauses) unresolved(base Source, m *actors.Mention, head int) []Source {
	if person, ok := c.personBeside(head); ok {
		return c.named(person, person.Head)
	}
	if s, ok := c.concert(base, head); ok {
		return []Source{s}
	}
	if match, ok := c.matchAt(head); ok && match.Kind == lexicon.BodyNounMatch && m.Affiliation != "" && c.Tokens[head].UPOS == "PROPN" {
		base.Name, base.Kind, base.Evidence = c.placed(head), parley.BodySource, []parley.Span{base.Text}
		return []Source{base} // whose it is is told, and no state's: "the European Harbour Court"
	}
	if s, ok := c.body(head); ok {
		return []Source{s}
	}
	if s, ok := c.bodyTold(head); ok {
		s.Affiliation = cmp.Or(s.Affiliation, base.Affiliation)
		return []Source{s}
	}
	if match, ok := c.matchAt(head); ok && match.Kind == lexicon.BodyNounMatch {
		base.Name, base.Kind, base.Evidence = c.placed(head), parley.BodySource, []parley.Span{base.Text}
		return []Source{base}
	}
	switch m.Title.Class {
	case lexicon.RoleClass, lexicon.GatheringClass, lexicon.MemberClass:
		if s, ok := c.organisationAt(head); ok {
			return []Source{s}
		}
	}
	if _, named := c.besideName(head); m.Title.Class == lexicon.GatheringClass && (named || c.theOnly(head)) || c.oneForce(m, head) {
		base.Affiliation = cmp.Or(base.Affiliation, c.sideOf(head))
		return []Source{c.byOwnName(base, head, parley.BodySource)}
	}
	return []Source{c.unnamed(base, m, head)}
}

// oneForce tells whether a mention tells of one armed group by a noun alone: "the rebel group", "an Iraqi militia".
func (c *clauses) oneForce(m *actors.Mention, head int) bool {
	return m.Title.Class == lexicon.ForcesClass && m.Title.Sector == "REB" && !c.inPlural(head) && c.kindOf(head) == parley.BodySource
}

// theOnly tells whether a noun for a body tells of one that is known: "the charity", or "charity" in a headline.
func (c *clauses) theOnly(head int) bool {
	one := c.kindOf(head) == parley.BodySource && !c.inPlural(head) && c.Child(head, "nummod") < 0
	return one && (c.Child(head, "det") < 0 || c.definite(head))
}

// bodyTold is the body that a phrase tells by its side, by whose it is, or by a noun for one told before.
func (c *clauses) bodyTold(head int) (Source, bool) {
	for _, read := range []func(int) (Source, bool){c.side, c.office, c.bodyOfPerson, c.bodyAgain} {
		if s, ok := read(head); ok {
			return s, true
		}
	}
	return Source{}, false
}

// describe makes a source of a noun that is no actor: a document, a medium,
// people of a kind.
func (c *clauses) describe(head int, lemma string) []Source {
	for _, inShort := range []func(int) (Source, bool){c.mediumInShort, c.clipped} {
		if s, ok := inShort(head); ok {
			return []Source{s}
		}
	}
	if all := c.documents(head); len(all) > 0 {
		return all
	}
	if s, ok := c.medium(head); ok {
		return []Source{s}
	}
	if person, ok := c.personBeside(head); ok {
		return c.named(person, person.Head)
	}
	if s, ok := c.concert(Source{Affiliation: c.sideOf(head)}, head); ok {
		return []Source{s}
	}
	if s, ok := c.bodyTold(head); ok {
		return []Source{s}
	}
	s := Source{Text: c.phrase(head, true), Kind: parley.AnonymousSource, Affiliation: c.sideOf(head)}
	switch c.lower(head) {
	case "it", "its", "itself":
		return c.nearest(head)
	}
	if person, ok := c.selfNamed(s, head); ok {
		return []Source{person}
	}
	if band, ok := c.band(s, head); ok {
		return []Source{band}
	}
	n, known := knowledge().sources[strings.ToLower(lemma)]
	switch {
	case c.givesName(head):
		s.Kind, s.Name, s.Text = parley.PersonSource, c.bare(head), c.phrase(head, false)
		s.Evidence = []parley.Span{s.Text}
	case known && n.kind == parley.DocumentSource && knowledge().words["figure"][c.Tokens[head].Lemma]: // "leading figures"
	case n.kind == parley.BodySource, n.kind == parley.MediaSource, c.readsAsName(head), !known && c.capitalAlone(head):
		s = c.byOwnName(s, head, n.kind)
	case c.severalStates(head):
		s.Kind = parley.BodySource
	default:
		s.Reason = c.reasonIn(head)
		s.Affiliation = cmp.Or(s.Affiliation, c.standsHere(head))
	}
	if words, ok := c.aliases[s.Name]; ok {
		s.Name, s.Kind, s.Reason = "", parley.AnonymousSource, words
	}
	return []Source{s}
}

// givesName tells whether a name stands behind the word "name" and a comma: "gave only her first name, Anna".
func (c *clauses) givesName(name int) bool {
	behind := name > 1 && c.Tokens[name].UPOS == "PROPN" && c.Tokens[name-1].Text == ","
	return behind && knowledge().words["name"][c.lower(name-2)]
}

// readsAsName tells whether a word is a name by its form: "Norvik", "NVK", "ProNorland".
func (c *clauses) readsAsName(token int) bool {
	return c.Tokens[token].UPOS == "PROPN" || c.isInitials(token) || compounded(c.Tokens[token].Text)
}

// severalStates tells whether a phrase speaks of states that it does not name: "several
// countries", "a number of governments".
func (c *clauses) severalStates(head int) bool {
	if knowledge().words["share"][strings.ToLower(c.Tokens[head].Lemma)] {
		if of := c.Child(head, "nmod"); of >= 0 && c.marker(of) == "of" {
			head = of
		}
	}
	return knowledge().words["stately"][c.Tokens[head].Lemma] && c.inPlural(head)
}
