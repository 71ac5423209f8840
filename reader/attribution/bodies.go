package attribution

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// body resolves a state's body that a phrase names without an owner that the
// cast could tell: "the army", "the government". It is the body of that kind
// that spoke or was spoken of before, or that of the state in the sentence.
func (c *clauses) body(head int) (Source, bool) {
	m, ok := c.matchAt(head)
	if !ok || m.Kind != lexicon.BodyNounMatch {
		return Source{}, false
	}
	s := Source{Text: c.phrase(head, false), Kind: parley.BodySource}
	if m.Noun.Name == "government" {
		if state, ok := c.lex.Actor(c.cast.Torn); ok && c.plainly(m) {
			s.Name, s.Affiliation, s.Evidence = c.governmentName(state), state.Affiliation, []parley.Span{s.Text}
			return s, true
		}
		if before, ok := c.governmentBefore(); ok {
			return before.toldBy(s.Text), true
		}
	}
	for i := c.index; i >= 0; i-- {
		for k := range c.cast.Matches[i] {
			named := &c.cast.Matches[i][k]
			if of, ok := c.lex.StateBody(m.Noun.Name, named.Actor.Affiliation); ok && of.ID == named.Actor.ID {
				s.Name, s.Affiliation = of.Name, of.Affiliation
				tokens := c.text.Sentences[i].Tokens
				s.Evidence = []parley.Span{s.Text, {Start: tokens[named.First].Start, End: tokens[named.Last].End}}
				return s, true
			}
		}
	}
	if before, ok := c.spokeAs(m); ok {
		return before.toldBy(s.Text), true
	}
	if about := cmp.Or(c.cast.About, c.grounds()); c.plainly(m) && !c.toldOfOther(head, about) {
		if a, ok := c.lex.StateBody(m.Noun.Name, about); ok {
			s.Name, s.Affiliation, s.Evidence = a.Name, a.Affiliation, []parley.Span{s.Text}
			return s, true
		}
	}
	if of, ok := c.policeHere(s, head, m); ok {
		return of, true
	}
	if of, ok := c.bodyOfState(s, head, m.Noun.Name); ok {
		return of, true
	}
	return c.bodyOfSpeaker(s, m)
}

// policeHere are the police of the country in which those at work are who are told as "police" and no more:
// "police in Olvik", or where what the sentence tells of happens.
func (c *clauses) policeHere(s Source, head int, m *lexicon.Match) (Source, bool) {
	if m.Noun.Sector != "COP" || c.Child(head, "amod", "compound", "nmod:poss") >= 0 {
		return Source{}, false
	}
	country := c.scene()
	if place := c.Child(head, "nmod"); place > head {
		in, ok := c.matchAt(place)
		if !ok || !standing[c.marker(place)] {
			return Source{}, false
		}
		country = groundOf(in)
	}
	of, ok := c.lex.StateBody(m.Noun.Name, country)
	s.Name, s.Affiliation, s.Evidence = of.Name, of.Affiliation, []parley.Span{s.Text}
	return s, ok
}

// spokeAs is the body of a state that spoke before and is of the kind that a noun tells now, or by a name
// that ends in it: "the general staff" after "Norland's military", "the coast guard" after "the Norlandic
// Coast Guard".
func (c *clauses) spokeAs(m *lexicon.Match) (Source, bool) {
	words := " " + strings.ToLower(c.Text(m.First, m.Last+1))
	for a := range c.backTo(c.index - nameReach) {
		for _, s := range a.Sources {
			if s.Kind != parley.BodySource {
				continue
			}
			if of, ok := c.lex.StateBody(m.Noun.Name, s.Affiliation); ok && of.Name == s.Name || strings.HasSuffix(strings.ToLower(s.Name), words) {
				return s, true
			}
		}
	}
	return Source{}, false
}

// bodyOfSpeaker is the ministry of the state for which somebody spoke right before: "The
// Foreign Ministry added" after "Norland condemned".
func (c *clauses) bodyOfSpeaker(s Source, m *lexicon.Match) (Source, bool) {
	if !strings.HasSuffix(m.Noun.Name, " Ministry") || !c.plainly(m) {
		return Source{}, false
	}
	for a := range c.backTo(c.index - companyReach) {
		if !c.saidByOne(a) {
			continue
		}
		before := a.Sources[0]
		state, ok := c.lex.Country(before.Affiliation)
		if !ok {
			return Source{}, false
		}
		of, ok := c.lex.StateBody(m.Noun.Name, state.Code)
		s.Name, s.Affiliation, s.Evidence = of.Name, of.Affiliation, append([]parley.Span{s.Text, before.Text}, before.Evidence...)
		return s, ok
	}
	return Source{}, false
}

// plainly tells whether a body is told as "the government" or "the army" and no more, and so
// is that of the country that the text is about. Police and courts may be local ones.
func (c *clauses) plainly(m *lexicon.Match) bool {
	if m.Noun.Name == "Administration" && c.cast.About != "USA" {
		return false
	}
	return m.First > 0 && c.lower(m.First-1) == "the" && m.Noun.Sector != "COP" && m.Noun.Sector != "JUD" && !c.Tokens[m.Last].Is("compound")
}

func (c *clauses) bodySource(s Source, a parley.Actor, from *actors.Mention) Source {
	s.Name, s.Affiliation = a.Name, a.Affiliation
	s.Evidence = append([]parley.Span{s.Text}, c.cast.Evidence(from)...)
	if len(from.Who) == 1 && c.cast.Actors[from.Who[0]].ID == a.ID {
		s.Actors = from.Who
	}
	return s
}

// governmentBefore is the government that spoke last.
func (f *finder) governmentBefore() (Source, bool) {
	for a := range f.backTo(0) {
		if f.quotedCue(a) {
			continue // somebody else tells what it does
		}
		for _, s := range a.Sources {
			if s.Kind == parley.BodySource && strings.HasSuffix(s.Name, " government") {
				return s, true
			}
		}
	}
	return Source{}, false
}

// bodyOfState is the body of the state that stands alone in the sentence, or
// else in the headline.
func (c *clauses) bodyOfState(s Source, head int, noun string) (Source, bool) {
	if noun == "Court" {
		return Source{}, false // any of its courts, or another's
	}
	for _, sentence := range []int{c.index, 0} {
		var only *actors.Mention
		for k := range c.cast.Mentions {
			m := &c.cast.Mentions[k]
			if m.Sentence != sentence || len(m.Who) != 1 || c.cast.Actors[m.Who[0]].Kind != parley.StateActor {
				continue
			}
			said := sentence == c.index && m.Head > head && c.saidBy(head, m.Head)
			if said || c.toldOfOther(head, m.Affiliation) {
				continue
			}
			if only != nil && only.Who[0] != m.Who[0] {
				return Source{}, false
			}
			only = m
		}
		if only == nil {
			continue
		}
		if a, ok := c.lex.StateBody(noun, c.cast.Actors[only.Who[0]].ID); ok {
			return c.bodySource(s, a, only), true
		}
	}
	return Source{}, false
}

// saidBy tells whether a token stands in the clause that a verb has for content of which a noun before it is
// the subject.
func (c *clauses) saidBy(subject, token int) bool {
	verb := c.Tokens[subject].Head
	if verb < subject || !c.Tokens[subject].Is("nsubj") {
		return false
	}
	clause := c.Child(verb, "ccomp")
	return clause > verb && c.Dominates(clause, token)
}

// toldOfOther tells whether a body speaks of a state, or of what is a state's, by that state's name, and so is
// another's: "the government lauded Norland's commitment".
func (c *clauses) toldOfOther(body int, state string) bool {
	verb := c.Tokens[body].Head
	if verb < body || !c.Tokens[body].Is("nsubj") {
		return false
	}
	object := c.Child(verb, "obj")
	for _, token := range []int{object, c.Child(max(object, 0), "nmod:poss")} {
		if m, ok := c.cast.At(c.index, token); object > verb && ok && m.Form == actors.ByCountry && m.Affiliation == state {
			return true
		}
	}
	return false
}

// bodyAgain is the body that spoke before and is now told by its noun, alone or with words
// of its name: "the office" after "Kovar's office", "the group" after an armed group, "the
// harbour board" after "the National Harbour Board".
func (c *clauses) bodyAgain(head int) (Source, bool) {
	if owner := c.Child(head, "nmod:poss"); owner >= 0 && knowledge().words["staff"][c.Tokens[head].Lemma] {
		s, ok := c.bodyAgain(owner) // "the group's field team"
		s.Text = c.phrase(head, false)
		return s, ok
	}
	det := c.Child(head, "det")
	if !c.definite(head) || head-det > mostBeforeNoun || !c.isNoun(head) || c.inPlural(head) {
		return Source{}, false
	}
	if c.Tokens[head].UPOS == "PROPN" && c.throughName(head) > head+1 {
		return Source{}, false // "the Institute for Harbour Studies" is no other institute
	}
	for a := range c.backTo(0) {
		for _, before := range a.Sources {
			if before.Kind == parley.BodySource && (c.calls(det+1, head, before) || c.toldSoBefore(det+1, head, before)) {
				return before.toldBy(c.phrase(head, false)), true
			}
		}
	}
	if s, ok := c.fullerBefore(head); ok && head == det+1 {
		return s, true
	}
	if head > det+1 && c.Tokens[head].UPOS == "PROPN" {
		return Source{}, false
	}
	if s, ok := c.companyBefore(head); ok || knowledge().words["firm"][c.lower(head)] {
		return s, ok
	}
	if s, ok := c.kindBefore(head); ok {
		return s, true
	}
	if s, ok := c.namedBefore(head); ok {
		return s, true
	}
	return c.leagueNamed(head)
}

// namedBefore is the body with a name of its own that spoke last, where the noun is one for
// no person, document or known body: "the plant" after "Olvik Nuclear Power Plant".
func (c *clauses) namedBefore(head int) (Source, bool) {
	if c.Tokens[head].UPOS != "NOUN" || capital(c.Tokens[head].Text) || head == 0 || c.lower(head-1) != "the" {
		return Source{}, false
	}
	if _, ok := c.matchAt(head); ok || c.citable(head) {
		return Source{}, false
	}
	return c.companySpoke(head, func(Source) bool { return true })
}

// mostBeforeNoun is how far behind its article a noun may stand that means a body told before.
const mostBeforeNoun = 4

// calls tells whether a body may be called by a noun and the words before it: the noun is
// the last or the first of its name or, of an armed group, "group"; words before the noun are
// of the name too, and let any word of it, or one for bodies of all kinds, be the noun.
func (c *clauses) calls(first, head int, body Source) bool {
	name := body.Name
	if full, ok := c.acronyms[name]; ok {
		name = full
	}
	undotted := func(word string) string { return strings.ReplaceAll(strings.ToLower(word), ".", "") }
	words, noun := strings.Fields(undotted(name)), c.lower(head)
	if head > first && knowledge().words["based"][c.lower(head-1)] {
		return knowledge().words["anybody"][noun] && len(words) > 1 // "the Oslo-based organisation"
	}
	if head > first {
		for i := first; i < head; i++ {
			if !slices.Contains(words, undotted(c.Tokens[i].Text)) {
				return false
			}
		}
		return slices.Contains(words, noun) || knowledge().words["anybody"][noun]
	}
	if of := slices.IndexFunc(words, func(word string) bool { return word == "of" || word == "for" }); of > 0 && words[of-1] == noun {
		return true // "the court" after "the High Court of Harbours"
	}
	if len(words) > 1 && (words[len(words)-1] == noun || words[0] == noun) {
		return true
	}
	return knowledge().words["group"][noun] && len(body.Actors) == 1 && c.cast.Actors[body.Actors[0]].Kind == parley.GroupActor
}

// toldSoBefore tells whether the text has told a body by words that end as those before and of a noun do: "the harbour
// agency" after "the Norlandic harbour agency".
func (c *clauses) toldSoBefore(first, head int, body Source) bool {
	if head == first || !knowledge().words["anybody"][c.lower(head)] || !capital(body.Name) {
		return false
	}
	again := " " + strings.ToLower(c.Text(first, head+1))
	return slices.ContainsFunc(append([]parley.Span{body.Text}, body.Evidence...), func(told parley.Span) bool {
		return strings.HasSuffix(strings.ToLower(strings.Join(strings.Fields(c.text.Source[told.Start:told.End]), " ")), again)
	})
}

// leadersOf tells whether a noun is one for those who lead what another tells: "the harbour bank's leadership".
func (c *clauses) leadersOf(head, of int) bool {
	return knowledge().words["leadership"][c.Tokens[head].Lemma] && c.Tokens[of].Is("nmod") && issuing[c.marker(of)]
}

// side is "the Norland side": the state whose adjective stands before it.
func (c *clauses) side(head int) (Source, bool) {
	if !knowledge().words["side"][strings.ToLower(c.Tokens[head].Lemma)] {
		return Source{}, false
	}
	for child := range c.Children(head) {
		if m, ok := c.cast.At(c.index, child); ok && len(m.Who) == 1 && !c.onePerson(m) && c.leadersOf(head, child) {
			return c.speakingFor(Source{Text: c.phrase(head, false)}, m), true // "the harbour bank's leadership"
		}
		if m, ok := c.matchAt(child); ok && m.Kind == lexicon.DemonymMatch && !m.Part {
			s := Source{Text: c.phrase(head, false), Affiliation: m.Actor.ID}
			s.Name, s.Kind = c.nameOf(m.Actor)
			s.Evidence = []parley.Span{s.Text}
			return s, knowledge().words["stateside"][c.Tokens[head].Lemma]
		}
	}
	return Source{}, false
}

// personBeside is the named person in apposition to a title that heads the
// phrase: "the envoy, Anna Kovar", also behind a second title.
func (c *clauses) personBeside(head int) (*actors.Mention, bool) {
	if m, ok := c.personUnder(head); ok {
		return m, true
	}
	return c.personBehind(head)
}

// personBehind is the person whose name follows a noun for a person at once, or
// closes its phrase between commas, wherever the parse has hung it: "her ally
// Anna Kovar", "the envoy to the league, Anna Kovar".
func (c *clauses) personBehind(head int) (*actors.Mention, bool) {
	if c.Tokens[head].UPOS != "NOUN" || c.inPlural(head) || !c.animate(head) {
		return nil, false
	}
	if m, ok := c.personAt(head + 1); ok {
		return m, true
	}
	last := head + 1
	for last < len(c.Tokens) && slices.Contains([]string{"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART"}, c.Tokens[last].UPOS) {
		last++
	}
	if last >= len(c.Tokens) || c.Tokens[last].Text != "," {
		return nil, false
	}
	m, ok := c.personAt(last + 1)
	if !ok || m.Last < len(c.Tokens) && c.Tokens[m.Last].UPOS != "PUNCT" || c.Tokens[m.Head].Is("nsubj") {
		return nil, false
	}
	return m, true
}

// personAt is the named person whose mention begins at a token.
func (c *clauses) personAt(first int) (*actors.Mention, bool) {
	for i := first; i < min(first+4, len(c.Tokens)) && c.Tokens[i].UPOS == "PROPN"; i++ {
		if m, ok := c.cast.At(c.index, i); ok {
			return m, m.First == first && m.Form == actors.Named && c.onePerson(m)
		}
	}
	return nil, false
}

// personUnder is the person in apposition by the parse.
func (c *clauses) personUnder(head int) (*actors.Mention, bool) {
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		if !t.Is("appos") && !t.Is("flat") && !t.Is("nmod:desc") {
			continue
		}
		if m, ok := c.cast.At(c.index, child); ok && m.Form == actors.Named && c.onePerson(m) {
			return m, true
		}
		if t.Is("appos") && child > head {
			if m, ok := c.personUnder(child); ok {
				return m, true
			}
		}
	}
	return nil, false
}
