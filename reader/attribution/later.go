package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// laterReach is how many sentences on somebody is named whom the text first tells by
// title: "an envoy said …". A headline may stand any number before.
const laterReach = 4

// namedLater is the person whom the text goes on to name by the title by which it first
// tells somebody without a name. Nobody who asks not to be named is one.
func (c *clauses) namedLater(m *actors.Mention) (*actors.Mention, bool) {
	at := c.nodesOr(m.Sentence)
	if m.Plural || !at.single(m.Head) || !at.mayBeNamedLater(m.Title) {
		return nil, false
	}
	if reason := at.reasonIn(m.Head); reason.End > reason.Start {
		return nil, false
	}
	for k := range c.cast.Mentions {
		p := &c.cast.Mentions[k]
		if p.Sentence > m.Sentence && p.Form == actors.Unnamed && p.Title.Name == m.Title.Name {
			break // another of the title
		}
		if p.Sentence <= m.Sentence || p.Form != actors.Named || !c.onePerson(p) {
			continue
		}
		if p.Sentence > m.Sentence+laterReach && at.Paragraph > 0 {
			break
		}
		if c.bears(p, m.Title) || c.holds(p, m) {
			ofOneSide := m.Affiliation == "" || p.Affiliation == "" || m.Affiliation == p.Affiliation
			return p, ofOneSide && c.ofOneBody(m, p) && c.firstNamed(k)
		}
	}
	return nil, false
}

// mayBeNamedLater tells whether a title is one by which texts go on to name who bears it; of the mere members of a body
// only titles of texts tell so: "Lawmaker calls for truce".
func (c *clauses) mayBeNamedLater(title lexicon.Title) bool {
	if title.Class == lexicon.OfficeClass || knowledge().later[title.Name] != 0 {
		return true
	}
	return title.Class == lexicon.MemberClass && c.Paragraph == 0
}

// introduced is the person whom the text names first, in full and without a title, as the one who speaks right
// behind what somebody without a name says: "a shopkeeper said the street was empty. "We wait," Anna Kovar said."
func (c *clauses) introduced(m *actors.Mention) (*actors.Mention, bool) {
	at := c.nodesOr(m.Sentence)
	switch m.Title.Class {
	case lexicon.SourceClass, lexicon.SpokesClass:
		return nil, false // who will not be named, or speaks for others
	case lexicon.OfficeClass:
		if m.Affiliation == "" {
			return nil, false
		}
	}
	if m.Plural || at.Paragraph == 0 || !at.single(m.Head) || !at.Tokens[m.Head].Is("nsubj") {
		return nil, false
	}
	if reason := at.reasonIn(m.Head); reason.End > reason.Start {
		return nil, false
	}
	for k := range c.cast.Mentions {
		p := &c.cast.Mentions[k]
		if p.Sentence <= m.Sentence {
			continue
		}
		if p.Sentence > m.Sentence+introducedReach {
			break
		}
		if p.Form != actors.Named || !c.onePerson(p) {
			continue
		}
		return p, c.firstNamed(k) && c.bareSpeaker(p)
	}
	return nil, false
}

// introducedReach is how many sentences on somebody without a title is named who has spoken.
const introducedReach = 2

// bareSpeaker tells whether a mention is the full name of somebody whom the lexicon does not know, with no title
// but a rank, and the subject of a verb of saying that opens its sentence or stands beside a quotation.
func (c *clauses) bareSpeaker(p *actors.Mention) bool {
	at := clauses{Sentence: &c.text.Sentences[p.Sentence], index: p.Sentence, finder: c.finder}
	a := c.cast.Actors[p.Who[0]]
	if a.Known || !strings.Contains(a.Name, " ") || a.Affiliation != "" {
		return false
	}
	first, last := p.First, at.nameEnd(p.Head)
	verb := at.Tokens[p.Head].Head
	if !at.Tokens[p.Head].Is("nsubj") || verb < 0 || at.quoted(p.Head) || p.First > 0 && !c.hasQuotation(p.Sentence) {
		return false
	}
	for i := first; i < p.Last; i++ {
		title, ok := at.matchAt(i)
		if ok && title.Kind == lexicon.OfficeMatch && !onlyRank(title.Title) {
			return false
		}
		if t := &at.Tokens[i]; !ok && t.UPOS != "PROPN" && t.Text != "-" {
			return false
		}
	}
	_, says := knowledge().verbs[at.Tokens[verb].Lemma]
	return says && (last == verb || last >= len(at.Tokens) || at.Tokens[last].Text != ",")
}

// onlyRank tells whether a title is a rank or a form of address, which tells of no office: "Colonel", "Mr".
func onlyRank(title lexicon.Title) bool {
	return title.Class == lexicon.RankClass || title.Class == lexicon.HonorificClass
}

// single tells whether a phrase tells one person: without an article or with "a" or "the".
func (c *clauses) single(head int) bool {
	for child := range c.Children(head) {
		switch t := &c.Tokens[child]; {
		case t.Is("det"):
			if word := c.lower(child); word != "a" && word != "an" && word != "the" {
				return false
			}
		case t.Is("nummod"), t.Is("amod") && (c.lower(child) == "other" || knowledge().words["former"][c.lower(child)]):
			return false
		}
	}
	return !c.inPlural(head)
}

// bears tells whether the words of a mention give it a title, or another that the holder
// may be called by.
func (c *clauses) bears(p *actors.Mention, title lexicon.Title) bool {
	for k := range c.cast.Matches[p.Sentence] {
		m := &c.cast.Matches[p.Sentence][k]
		if m.First < p.First || m.Last >= p.Last || m.Title.Name == "" {
			continue
		}
		if office, former := strings.CutPrefix(title.Name, "former "); former && m.Title.Name == office {
			return true
		}
		if row := knowledge().later[title.Name]; m.Title.Name == title.Name || row > 0 && row == knowledge().later[m.Title.Name] {
			return true
		}
	}
	return false
}

// holds tells whether somebody known holds the office by which a mention tells of somebody, of the side that it names.
func (c *clauses) holds(p, m *actors.Mention) bool {
	return slices.ContainsFunc(c.cast.Actors[p.Who[0]].Offices, func(o parley.Office) bool {
		if o.Title != m.Title.Name || !o.HeldOn(c.cast.Day) {
			return false
		}
		return o.Of == m.Affiliation || slices.ContainsFunc(c.text.Sentences[m.Sentence].Tokens[m.First:m.Last], func(t english.Token) bool {
			return strings.ReplaceAll(t.Text, ".", "") == o.Of // "a UN refugee chief"
		})
	})
}

// ofOneBody tells whether no body that one mention names is missing where the other stands:
// a ministry's spokesman is not the rebels'.
func (c *clauses) ofOneBody(m, p *actors.Mention) bool {
	tokens, others := c.text.Sentences[m.Sentence].Tokens, c.text.Sentences[p.Sentence].Tokens
	for k := range c.cast.Matches[m.Sentence] {
		whose := &c.cast.Matches[m.Sentence][k]
		if m.Title.Class != lexicon.MemberClass || whose.First < m.First || whose.Last >= m.Last {
			continue
		}
		if whose.Kind != lexicon.BodyMatch && whose.Kind != lexicon.GroupMatch {
			continue
		}
		same := func(other lexicon.Match) bool { return other.Actor.ID == whose.Actor.ID }
		if !slices.ContainsFunc(c.cast.Matches[p.Sentence], same) {
			return false
		}
	}
	for i := m.First; i < m.Last; i++ {
		lemma := strings.ToLower(tokens[i].Lemma)
		same := func(t english.Token) bool { return strings.EqualFold(t.Lemma, lemma) }
		if knowledge().sources[lemma].kind == parley.BodySource && !slices.ContainsFunc(others, same) {
			return false
		}
	}
	return true
}

// firstNamed tells whether a mention is the first that names its person.
func (c *clauses) firstNamed(mention int) bool {
	who := c.cast.Mentions[mention].Who[0]
	for k := range c.cast.Mentions[:mention] {
		if m := &c.cast.Mentions[k]; m.Form == actors.Named && len(m.Who) == 1 && m.Who[0] == who {
			return false
		}
	}
	return true
}
