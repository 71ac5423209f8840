package attribution

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// kindBefore is the body with a name of its own that spoke last and that a noun for bodies of its
// kind, or of any kind, means: "the union" after "Olvik Workers", "the rights group" after "Olvik
// Monitor". A body whose name says what it is bears no other kind's noun.
func (c *clauses) kindBefore(head int) (Source, bool) {
	forBodies := c.kindOf(head) == parley.BodySource || knowledge().words["toldagain"][c.Tokens[head].Lemma]
	if !forBodies || c.Tokens[head].UPOS != "NOUN" || c.Child(head, "nmod") >= 0 || c.ownedByOne(head) {
		return Source{}, false
	}
	if m, ok := c.matchAt(head); ok && m.Kind == lexicon.BodyNounMatch {
		return Source{}, false // "the ministry" is one of a state's
	}
	for at := head - 1; at >= 0 && c.Dominates(head, at); at-- {
		if c.Tokens[at].UPOS == "PROPN" {
			return Source{}, false // "the GMB union"
		}
	}
	noun := c.lower(head)
	general := knowledge().words["anybody"][noun]
	s, ok := c.companySpoke(head, func(s Source) bool { return general || !c.ofOtherKind(s, noun) })
	if world, spoke := c.leagueSpoke(head); spoke && head > 0 && c.Tokens[head-1].UPOS == "DET" {
		s, ok = world, true
	}
	if !ok || strings.ToLower(s.Name) == s.Name || strings.EqualFold(s.Name, noun) {
		return Source{}, false
	}
	return s, general || !c.ofOtherKind(s, noun)
}

// ownedByOne tells whether a noun is told by whose it is, unless that is of whom it consists: "the
// consumers' group".
func (c *clauses) ownedByOne(head int) bool {
	owner := c.Child(head, "nmod:poss")
	return owner >= 0 && (c.Tokens[owner].UPOS != "NOUN" || !c.inPlural(owner))
}

// ofOtherKind tells whether the name of a body says that it is something else than a noun says, or
// of no noun, than a company.
func (c *clauses) ofOtherKind(body Source, noun string) bool {
	for _, word := range strings.Fields(strings.ToLower(body.Name)) {
		if word == noun && noun != "" || noun == "" && knowledge().words["firm"][word] {
			return false
		}
		if knowledge().sources[word].kind == parley.BodySource {
			return true
		}
	}
	return false
}

// leagueSpoke is the international or charitable body that spoke last of all who spoke in the
// sentences before.
func (c *clauses) leagueSpoke(head int) (Source, bool) {
	for a := range c.backTo(c.index - companyReach) {
		if a.Sentence == c.index || !c.saidByOne(a) {
			continue
		}
		s := a.Sources[0]
		if s.Kind != parley.BodySource || len(s.Actors) != 1 {
			return Source{}, false
		}
		if sector := c.cast.Actors[s.Actors[0]].Sector; sector != "IGO" && sector != "NGO" {
			return Source{}, false
		}
		return s.toldBy(c.phrase(head, false)), true
	}
	return Source{}, false
}

// leagueNamed is the body of no state that the text has named last before it goes on to tell it by a noun for bodies
// alone: "the group" after "a report by the Olvik Monitor", "the organisation" after "the African Union's envoy".
func (c *clauses) leagueNamed(head int) (Source, bool) {
	noun := c.lower(head)
	if !c.behindThe(head) || !knowledge().words["league"][noun] || c.Child(head, "nmod", "acl", "acl:relcl", "appos") >= 0 {
		return Source{}, false
	}
	for k := len(c.cast.Mentions) - 1; k >= 0; k-- {
		m := &c.cast.Mentions[k]
		if !c.mentionedBefore(m, head) || m.Form != actors.Named && m.Form != actors.ByBody || len(m.Who) != 1 {
			continue
		}
		if m.Sentence < c.index-companyReach || c.text.Sentences[m.Sentence].Paragraph == 0 {
			break
		}
		a := c.cast.Actors[m.Who[0]]
		if !ofNoState(a) || a.Sector == "IGO" && knowledge().words["group"][noun] {
			continue // no union of states is called a group
		}
		s := c.speakingFor(Source{Text: c.phrase(head, false)}, m)
		if knowledge().words["anybody"][noun] || a.Sector == "IGO" || !c.ofOtherKind(s, noun) {
			return s, true
		}
	}
	return c.makerBefore(head)
}

// mentionedBefore tells whether a mention stands before a noun of the sentence.
func (c *clauses) mentionedBefore(m *actors.Mention, head int) bool {
	return m.Sentence < c.index || m.Sentence == c.index && m.Head < head
}

// makerBefore is the body of whom only a document has spoken: "the group" after "a report by the Olvik Monitor".
func (c *clauses) makerBefore(head int) (Source, bool) {
	for a := range c.backTo(c.index - companyReach) {
		if a.Thought || !a.by(parley.DocumentSource) {
			continue
		}
		s := a.Sources[0].toldBy(c.phrase(head, false))
		s.Kind = parley.BodySource
		_, ofState := c.lex.Country(s.Affiliation)
		return s, capital(s.Name) && len(s.Actors) == 0 && !ofState
	}
	return Source{}, false
}

// ofNoState tells whether somebody is a group or a body of several states or of none, and neither a
// company nor a people.
func ofNoState(a parley.Actor) bool {
	switch a.Kind {
	case parley.GroupActor:
		return true
	case parley.BodyActor:
		return a.Sector == "IGO" || a.Sector != "BUS" && a.Sector != "CVL" && unofficial[a.Sector]
	}
	return false
}

// organisationAt is the body whose name of several words a token heads, though that is a noun for
// people too: "the Olvik Rights Monitor", "the Movement for Quality Government".
func (c *clauses) organisationAt(head int) (Source, bool) {
	if s, ok := c.describedBody(head); ok || !c.proper(head) {
		return s, ok
	}
	if m, ok := c.matchAt(head); ok && m.Title.Class == lexicon.GatheringClass && c.throughName(head) > head+1 {
		return c.bodyNamed(head, head, c.throughName(head)), true
	}
	for _, n := range c.text.Names {
		if n.Sentence == c.index && n.Kind == english.Organisation && n.Last == head+1 && n.Last-n.First > 1 {
			return c.bodyNamed(head, n.First, n.Last), true
		}
	}
	return c.watcherNamed(head)
}

// watcherNamed is the body of which a noun that means people too is the end of the name, with a capital on each of the
// words: "Nord-Med Human Rights Monitor".
func (c *clauses) watcherNamed(head int) (Source, bool) {
	if c.Paragraph == 0 || c.inPlural(head) || c.kindOf(head) != parley.BodySource {
		return Source{}, false
	}
	first := head
	for first > 0 && c.goesOnWithCapital(first-1) {
		first--
	}
	return c.bodyNamed(head, first, head+1), head-first > 1
}

// goesOnWithCapital tells whether a name reaches back over a token: a word with a capital, or a hyphen behind one.
func (c *clauses) goesOnWithCapital(token int) bool {
	if t := &c.Tokens[token]; capital(t.Text) && t.UPOS != "DET" {
		return true
	}
	return token > 0 && c.Tokens[token].Text == "-" && capital(c.Tokens[token-1].Text)
}

// fullerBefore is the body that the text has told last by the same noun with a name before or behind
// it: "the commission" after "the Harbour Safety Commission".
func (c *clauses) fullerBefore(head int) (Source, bool) {
	lemma := strings.ToLower(c.Tokens[head].Lemma)
	if !c.isNoun(head) || c.kindOf(head) != parley.BodySource || knowledge().words["firm"][lemma] {
		return Source{}, false
	}
	for i := c.index; i >= max(0, c.index-nameReach); i-- {
		before := c.nodesOr(i)
		end := len(before.Tokens)
		if i == c.index {
			end = head
		}
		for at := end - 1; at >= 0; at-- {
			if !strings.EqualFold(before.Tokens[at].Lemma, lemma) {
				continue
			}
			if s, ok := before.byName(at); ok {
				return s.toldBy(c.phrase(head, false)), true
			}
		}
	}
	return Source{}, false
}

// nameReach is how many sentences back a body may be named of which the text goes on to tell by its noun.
const nameReach = 16

// byName is the body that a noun tells together with a name: of several words, or right before it.
func (c *clauses) byName(noun int) (Source, bool) {
	if s, ok := c.insideTitle(noun); ok {
		return s, true
	}
	if m, ok := c.cast.At(c.index, noun); ok && len(m.Who) == 1 {
		a := c.cast.Actors[m.Who[0]]
		s := c.speakingFor(Source{Text: c.phrase(noun, false)}, m)
		return s, m.Form != actors.ByCountry && a.Kind == parley.BodyActor
	}
	if s, ok := c.body(noun); ok {
		return s, true
	}
	name := c.inFull(c.bare(noun))
	first, _, several := strings.Cut(name, " ")
	s := Source{Kind: parley.BodySource, Name: name, Evidence: []parley.Span{c.phrase(noun, false)}}
	named := c.Tokens[noun].UPOS == "PROPN" || noun > 0 && c.Tokens[noun-1].UPOS == "PROPN" && c.sideOf(noun) == ""
	return s, named && several && capital(first) && c.Child(noun, "conj") < 0 && !c.inPlural(noun)
}

// insideTitle is the body whose name ends at a noun inside of a title: "European Commission" in
// "European Commission President".
func (c *clauses) insideTitle(noun int) (Source, bool) {
	m, ok := c.matchAt(noun)
	if !ok || m.Title.Name == "" || m.Last == noun {
		return Source{}, false
	}
	words := strings.Fields(c.Text(m.First, noun+1))
	for _, body := range c.lex.Find(words) {
		if body.Kind == lexicon.BodyMatch && body.First == 0 && body.Last == len(words)-1 {
			s := c.sourceOfMatch(&body, parley.BodySource)
			s.Evidence = []parley.Span{c.span(m.First, noun+1)}
			return s, true
		}
	}
	return Source{}, false
}

// describedBody is the body whose name of several words a noun for bodies behind a comma explains:
// "Sisters in Need, an organisation of nurses".
func (c *clauses) describedBody(head int) (Source, bool) {
	first, comma := c.contiguous(head, []string{"appos", "conj", "cc", "acl:relcl", "acl"})
	if c.Tokens[first].UPOS == "DET" {
		first++
	}
	for comma = min(comma, len(c.Tokens)-1); comma > head+1 && c.Tokens[comma].Text != ","; comma-- {
	}
	noun, _ := c.explains(comma)
	if noun < 0 || c.inPlural(noun) || c.kindOf(noun) != parley.BodySource {
		return Source{}, false
	}
	return c.bodyNamed(head, first, comma), comma-first > 1 && c.capitals(first, comma)
}

// capitals tells whether a range of tokens begins and ends with a capital and has none between but
// on small words without.
func (c *clauses) capitals(first, last int) bool {
	for i := first; i < last; i++ {
		if t := &c.Tokens[i]; !capital(t.Text) && t.UPOS != "ADP" && t.UPOS != "DET" && t.UPOS != "CCONJ" && t.UPOS != "PART" {
			return false
		}
	}
	return capital(c.Tokens[first].Text) && capital(c.Tokens[last-1].Text)
}

// bodyNamed makes a source of the body whose name a range of tokens is.
func (c *clauses) bodyNamed(head, first, last int) Source {
	text := c.phrase(head, false)
	return Source{
		Text: text, Kind: parley.BodySource, Affiliation: c.sideOf(head),
		Name: strings.TrimPrefix(c.Text(first, last), "The "), Evidence: []parley.Span{text},
	}
}
