package attribution

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// unnamed is a source without a name. A spokesperson stands for the body that
// the phrase names.
func (c *clauses) unnamed(s Source, m *actors.Mention, head int) Source {
	if person, ok := c.selfNamed(s, head); ok {
		return person
	}
	person, ok := c.namedLater(m)
	if !ok {
		person, ok = c.introduced(m)
		if ok && m.Affiliation != "" && c.cast.Actors[person.Who[0]].Affiliation == "" {
			c.homes[person.Who[0]] = m.Affiliation
		}
	}
	if ok {
		who := c.cast.Actors[person.Who[0]]
		s.Name, s.Kind = c.nameOf(who)
		s.Actors, s.Evidence = person.Who, append([]parley.Span{s.Text}, c.cast.Evidence(person)...)
		if who.Affiliation != "" {
			s.Affiliation = who.Affiliation
		}
		return s
	}
	for _, before := range []func(*actors.Mention, int) (Source, bool){c.toldWithBody, c.heldBefore, c.calledByRole} {
		if person, ok := before(m, head); ok {
			return person.toldBy(s.Text)
		}
	}
	if again, ok := c.peopleAgain(head); ok {
		return again.toldBy(s.Text)
	}
	if band, ok := c.band(s, head); ok {
		return band
	}
	if medium, ok := c.correspondent(s, head); ok {
		return medium
	}
	s.Kind = parley.AnonymousSource
	if m.Title.Class == lexicon.SpokesClass {
		if of, ok := c.spokesFor(s, head); ok {
			return of
		}
	}
	s.Reason = c.reasonIn(head)
	if s.Affiliation == "" {
		s.Affiliation = cmp.Or(c.closeTo(head), c.standsHere(head), c.sideAgain(m, head))
	}
	return s
}

// peopleAgain is the body of several people who spoke last by the noun by which they are told now: "the officials"
// after "Norlandic officials", but not after "two officials".
func (c *clauses) peopleAgain(head int) (Source, bool) {
	if !c.inPlural(head) || !c.byNounAlone(head) {
		return Source{}, false
	}
	for a := range c.backTo(c.index - nameReach) {
		if len(a.Sources) != 1 || !c.toldBySame(a, head) {
			continue
		}
		s := a.Sources[0]
		return s, s.Kind == parley.BodySource && strings.HasSuffix(strings.ToLower(s.Name), " "+c.lower(head))
	}
	return Source{}, false
}

// someAgain tells whether "the officials" are some who spoke before without a name, each by the same noun, and not
// all of their kind.
func (c *clauses) someAgain(head int) bool {
	if !c.inPlural(head) || !c.definite(head) {
		return false
	}
	for a := range c.backTo(c.index - nameReach) {
		if a.Sentence == c.index || len(a.Sources) == 0 || !c.toldBySame(a, head) {
			continue
		}
		return a.Sources[0].Kind == parley.AnonymousSource
	}
	return false
}

// byNounAlone tells whether somebody is told by "the" and a noun with nothing behind it that says who he is.
func (c *clauses) byNounAlone(head int) bool {
	return c.behindThe(head) && c.Child(head, "nmod", "acl", "acl:relcl") < 0
}

// closeTo is the side to which a source is told to be close or belong: "a source close to the Norlandic
// delegation"; "" where it is told of none.
func (c *clauses) closeTo(head int) string {
	m, ok := c.matchAt(head)
	if !ok || m.Title.Class != lexicon.SourceClass {
		return ""
	}
	first, last := head+1, min(head+longestSetOff, len(c.Tokens))
	switch {
	case first+1 < last && c.lower(first) == "close" && c.lower(first+1) == "to":
	case first < last && (c.lower(first) == "in" || c.lower(first) == "within" || c.lower(first) == "inside" || c.lower(first) == "from"):
	default:
		return ""
	}
	for at := first; at < last && c.Tokens[at].UPOS != "VERB" && c.Tokens[at].UPOS != "PUNCT" && c.Tokens[at].UPOS != "CCONJ"; at++ {
		m, ok := c.matchAt(at)
		if !ok {
			continue
		}
		switch m.Kind {
		case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch, lexicon.BodyMatch, lexicon.GroupMatch:
			return cmp.Or(m.Actor.Affiliation, m.Actor.ID)
		}
	}
	return ""
}

// sideAgain is the side of the one unnamed person who spoke right before, whom "the official" or "the source"
// goes on to mean.
func (c *clauses) sideAgain(m *actors.Mention, head int) string {
	if !c.meansOneHere(m, head) || !c.byNounAlone(head) {
		return ""
	}
	for a := range c.backTo(c.reachBack(roleReach)) {
		if !c.spokeAlone(a) {
			continue
		}
		if a.by(parley.AnonymousSource) && c.oneTold(a) {
			return a.Sources[0].Affiliation
		}
		return ""
	}
	return ""
}

// calledByRole is the person who spoke right before and whom "the official" or "the expert"
// goes on to mean, where nobody unnamed has spoken who may be called so.
func (c *clauses) calledByRole(m *actors.Mention, head int) (Source, bool) {
	if !meansByRole(m.Title) || !c.meansOneHere(m, head) || !c.definite(head) {
		return Source{}, false
	}
	side, firm, ok := c.besideRole(c.Child(head, "det")+1, head)
	if !ok {
		return Source{}, false
	}
	for child := range c.Children(head) {
		if t := &c.Tokens[child]; t.Is("nmod") || t.Is("acl") || t.Is("appos") {
			return Source{}, false // "the envoy of Norland"
		}
	}
	if c.unnamedSpokeAs(head) {
		return Source{}, false
	}
	if m.Title.Class == lexicon.MemberClass && side == "" && !firm {
		if bearer, ok := c.spokeWithTitle(m.Title, func(*actors.Mention) bool { return true }); ok {
			return bearer, true
		}
	}
	for a := range c.backTo(c.reachBack(roleReach)) {
		spoke := a.Sentence < c.index && c.spokeAlone(a) && c.verbal(a) && (a.Clause || a.by(parley.PersonSource))
		if !spoke || len(a.Sources[0].Actors) > 1 {
			continue
		}
		s := a.Sources[0]
		fits := (side == "" || s.Affiliation == "" || s.Affiliation == side) && !(firm && c.holdsOffice(s))
		return s, fits && s.Kind == parley.PersonSource && c.text.Sentences[a.Sentence].Paragraph > 0
	}
	return Source{}, false
}

// meansByRole tells whether a title is one that somebody is called by again without his name: "the official", "the
// lawmaker", but not "the judge".
func meansByRole(title lexicon.Title) bool {
	role := title.Class == lexicon.RoleClass || title.Class == lexicon.MemberClass
	return role && title.Sector != "JUD" && !strings.HasPrefix(title.Name, "former ")
}

// meansOneHere tells whether a mention of this sentence tells of one person by a noun in the singular.
func (c *clauses) meansOneHere(m *actors.Mention, head int) bool {
	return !m.Plural && m.Sentence == c.index && !c.inPlural(head)
}

// unnamedSpokeAs tells whether one person without a name has spoken below the title who is told by the noun at a
// token.
func (c *clauses) unnamedSpokeAs(head int) bool {
	return slices.ContainsFunc(c.found, func(a Attribution) bool {
		unnamed := a.Sources != nil && a.Sources[0].Kind == parley.AnonymousSource
		return unnamed && c.text.Sentences[a.Sentence].Paragraph > 0 && c.sameNoun(&a, head)
	})
}

// heldBefore is the person who spoke right before and held an office once: "the former prime minister".
func (c *clauses) heldBefore(m *actors.Mention, head int) (Source, bool) {
	office, former := strings.CutPrefix(m.Title.Name, "former ")
	if !former || m.Plural || m.Sentence != c.index || !c.definite(head) {
		return Source{}, false
	}
	for a := range c.backTo(c.reachBack(roleReach)) {
		if !c.spokeAlone(a) || len(a.Sources[0].Actors) != 1 {
			continue
		}
		held := c.cast.Actors[a.Sources[0].Actors[0]].Offices
		return a.Sources[0], slices.ContainsFunc(held, func(o parley.Office) bool {
			return o.Title == office && !o.HeldOn(c.cast.Day)
		})
	}
	return Source{}, false
}

// toldWithBody is the person who spoke before and whom the text has told by a title of that kind
// where it named the body that the title is of: "the head of the harbour board" after "the board's
// director Anna Kovar".
func (c *clauses) toldWithBody(m *actors.Mention, head int) (Source, bool) {
	of := c.Child(head, "nmod")
	if m.Plural || m.Sentence != c.index || of < head || !c.definite(head) || c.marker(of) != "of" && c.marker(of) != "for" {
		return Source{}, false
	}
	return c.spokeWithTitle(m.Title, func(p *actors.Mention) bool { return c.namedIn(of, p.Sentence) })
}

// spokeWithTitle is the person who spoke last of those whom the text has told by a title before: "the ambassador"
// after "Norland's ambassador, Anna Kovar", whoever has spoken since.
func (c *clauses) spokeWithTitle(title lexicon.Title, fits func(*actors.Mention) bool) (Source, bool) {
	for a := range c.backTo(c.index - bodyReach) {
		if a.Sentence == c.index || a.Thought || !a.by(parley.PersonSource) || len(a.Sources[0].Actors) != 1 {
			continue
		}
		who := a.Sources[0].Actors[0]
		for i := range c.cast.Mentions {
			p := &c.cast.Mentions[i]
			named := p.Sentence < c.index && p.Form == actors.Named && len(p.Who) == 1 && p.Who[0] == who
			if named && c.bears(p, title) && fits(p) {
				return a.Sources[0], true
			}
		}
	}
	return Source{}, false
}

// bodyReach is how many sentences back somebody may have spoken who is told by a title and its body.
const bodyReach = 12

// namedIn tells whether a sentence has a word of the name that a noun heads.
func (c *clauses) namedIn(noun, sentence int) bool {
	first, last := c.Subtree(noun)
	for i := first; i < last; i++ {
		word := &c.Tokens[i]
		again := func(t english.Token) bool { return t.UPOS == "PROPN" && t.Lemma == word.Lemma }
		if word.UPOS == "PROPN" && slices.ContainsFunc(c.text.Sentences[sentence].Tokens, again) {
			return true
		}
	}
	return false
}

// sameNoun tells whether one person without a name said something who is told by the noun at a
// token.
func (c *clauses) sameNoun(a *Attribution, head int) bool {
	return c.toldBySame(a, head) && c.oneTold(a)
}

// toldBySame tells whether the noun at a token heads the source of an attribution too: "officials" in "officials said
// … the officials added".
func (c *clauses) toldBySame(a *Attribution, head int) bool {
	return a.source >= 0 && c.sourceToken(a).Lemma == c.Tokens[head].Lemma
}

// besideRole tells whether nothing but words of rank, a nationality or a name that is no state's or party's stands
// between an article and a noun for a role: "the top investigator", "the Norlandic writer", "the Norvik chairman".
func (c *clauses) besideRole(first, head int) (side string, firm, ok bool) {
	if title, ok := c.matchAt(head); ok && title.First >= first {
		head = title.First
	}
	for i := first; i < head; i++ {
		m, known := c.matchAt(i)
		switch {
		case knowledge().words["rank"][c.lower(i)]:
		case known && m.Kind == lexicon.DemonymMatch && side == "" && !firm:
			side, i = m.Actor.ID, m.Last
		case c.Tokens[i].UPOS == "PROPN" && (!known || ofPrivateFirm(m)):
			firm = true
		default:
			return "", false, false
		}
	}
	return side, firm, true
}

// ofPrivateFirm tells whether a name is that of a medium or a company.
func ofPrivateFirm(m *lexicon.Match) bool {
	return m.Kind == lexicon.MediaMatch || m.Kind == lexicon.BodyMatch && m.Actor.Sector == "BUS"
}

// holdsOffice tells whether somebody holds an office on the day of the text.
func (c *clauses) holdsOffice(s Source) bool {
	if len(s.Actors) != 1 {
		return false
	}
	offices := c.cast.Actors[s.Actors[0]].Offices
	return slices.ContainsFunc(offices, func(o parley.Office) bool { return o.HeldOn(c.cast.Day) })
}

// roleReach is how many sentences back somebody may have spoken whom a role means.
const roleReach = 3

// privately are the sectors of those who speak for themselves also where a text tells them by
// their country: "Norlandic experts".
var privately = map[string]bool{"CVL": true, "JRN": true, "MED": true, "EDU": true, "LAB": true, "REF": true, "BUS": true}
