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

// spokesFor is the office, firm or body for which a spokesman without a name stands; himself where he speaks for a person.
func (c *clauses) spokesFor(s Source, head int) (Source, bool) {
	if body, ok := c.officeOfHolder(head); ok {
		return body.toldBy(s.Text), true
	}
	if body, ok := c.firmOf(head); ok {
		return body.toldBy(s.Text), true
	}
	if body, ok := c.bodyIn(head); ok && c.cast.Actors[body.Who[0]].Kind == parley.PersonActor {
		s.Affiliation = c.cast.Actors[body.Who[0]].Affiliation // "Kovar's spokesman" is not Kovar
		return s, true
	} else if ok {
		if own, ok := c.ownAcronym(body.Head); ok && body.Sentence == c.index {
			own.Text = s.Text
			return own, true
		}
		return c.speakingFor(s, body), true
	}
	body, ok := c.spokenFor(head)
	return body.toldBy(s.Text), ok
}

// peopleAgain is the body of several people who spoke last by the noun by which they are told now: "the officials"
// after "Norlandic officials", but not after "two officials".
func (c *clauses) peopleAgain(head int) (Source, bool) {
	if c.Tokens[head].Feat("Number") != "Plur" || !c.byNounAlone(head) {
		return Source{}, false
	}
	for a := range c.backTo(c.index - nameReach) {
		if a.source < 0 || len(a.Sources) != 1 || c.text.Sentences[a.Sentence].Tokens[a.source].Lemma != c.Tokens[head].Lemma {
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
	if c.Tokens[head].Feat("Number") != "Plur" || !c.definite(head) {
		return false
	}
	for a := range c.backTo(c.index - nameReach) {
		if a.Sentence == c.index || a.source < 0 || len(a.Sources) == 0 || c.text.Sentences[a.Sentence].Tokens[a.source].Lemma != c.Tokens[head].Lemma {
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
	if m.Plural || m.Sentence != c.index || c.Tokens[head].Feat("Number") == "Plur" || !c.byNounAlone(head) {
		return ""
	}
	for a := range c.backTo(c.reachBack(roleReach)) {
		if !c.spokeAlone(a) {
			continue
		}
		if s := a.Sources[0]; s.Kind == parley.AnonymousSource && a.source >= 0 && c.text.Sentences[a.Sentence].Tokens[a.source].Feat("Number") != "Plur" {
			return s.Affiliation
		}
		return ""
	}
	return ""
}

// firmOf is the body by a name of one word that nobody knows, for which a spokesman speaks: "a
// Norvik spokesman", "a spokesman for Norvik". A person has two names somewhere in the text.
func (c *clauses) firmOf(head int) (Source, bool) {
	body, ok := c.bodyIn(head)
	if !ok || body.Form != actors.Named || len(body.Who) != 1 {
		return Source{}, false
	}
	a := c.cast.Actors[body.Who[0]]
	if t := &c.Tokens[body.Head]; a.Kind != parley.PersonActor || a.Known || len(a.Offices) > 0 || strings.Contains(a.Name, " ") || t.Is("nmod:poss") {
		return Source{}, false
	}
	return Source{Name: a.Name, Kind: parley.BodySource, Affiliation: a.Affiliation, Actors: body.Who, Evidence: c.cast.Evidence(body)}, true
}

// officeOfHolder is the office of a president or prime minister, for which their spokesperson
// speaks: "Kovar's spokesman", "the prime minister's spokesperson".
func (c *clauses) officeOfHolder(head int) (Source, bool) {
	owner := c.Child(head, "nmod:poss")
	if owner < 0 {
		return Source{}, false
	}
	m, ok := c.cast.At(c.index, owner)
	if !ok {
		return Source{}, false
	}
	offices := []parley.Office{{Title: m.Title.Name, Of: cmp.Or(m.Affiliation, c.cast.About)}}
	if c.onePerson(m) {
		offices = c.cast.Actors[m.Who[0]].Offices
	} else if m.Title.Class != lexicon.OfficeClass {
		return Source{}, false
	}
	for _, o := range offices {
		if body, ok := c.lex.StateBody(o.Title+"'s office", o.Of); ok && o.HeldOn(c.cast.Day) {
			return Source{Name: body.Name, Kind: parley.BodySource, Affiliation: body.Affiliation, Evidence: c.cast.Evidence(m)}, true
		}
	}
	return Source{}, false
}

// calledByRole is the person who spoke right before and whom "the official" or "the expert"
// goes on to mean, where nobody unnamed has spoken who may be called so.
func (c *clauses) calledByRole(m *actors.Mention, head int) (Source, bool) {
	if m.Title.Class != lexicon.RoleClass && m.Title.Class != lexicon.MemberClass || m.Title.Sector == "JUD" || strings.HasPrefix(m.Title.Name, "former ") {
		return Source{}, false
	}
	if m.Plural || m.Sentence != c.index || c.Tokens[head].Feat("Number") == "Plur" || !c.definite(head) {
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
	for k := range c.found {
		if a := &c.found[k]; c.text.Sentences[a.Sentence].Paragraph > 0 && a.source >= 0 && a.Sources != nil && a.Sources[0].Kind == parley.AnonymousSource && c.sameNoun(a, head) {
			return Source{}, false
		}
	}
	if m.Title.Class == lexicon.MemberClass && side == "" && !firm {
		if bearer, ok := c.spokeWithTitle(m.Title, func(*actors.Mention) bool { return true }); ok {
			return bearer, true
		}
	}
	for a := range c.backTo(c.reachBack(roleReach)) {
		if a.Sentence < c.index && !a.Thought && len(a.Sources) == 1 && len(a.Sources[0].Actors) < 2 && !c.quotedCue(a) && (a.Clause || a.Sources[0].Kind == parley.PersonSource) && c.main(a) && c.verbal(a) {
			s := a.Sources[0]
			fits := (side == "" || s.Affiliation == "" || s.Affiliation == side) && !(firm && c.holdsOffice(s))
			return s, fits && s.Kind == parley.PersonSource && c.text.Sentences[a.Sentence].Paragraph > 0
		}
	}
	return Source{}, false
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
		return a.Sources[0], slices.ContainsFunc(c.cast.Actors[a.Sources[0].Actors[0]].Offices, func(o parley.Office) bool { return o.Title == office && !o.HeldOn(c.cast.Day) })
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
		if a.Sentence == c.index || a.Thought || len(a.Sources) != 1 || a.Sources[0].Kind != parley.PersonSource || len(a.Sources[0].Actors) != 1 {
			continue
		}
		for i := range c.cast.Mentions {
			p := &c.cast.Mentions[i]
			if p.Sentence < c.index && p.Form == actors.Named && len(p.Who) == 1 && p.Who[0] == a.Sources[0].Actors[0] && c.bears(p, title) && fits(p) {
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
		if c.Tokens[i].UPOS != "PROPN" {
			continue
		}
		if slices.ContainsFunc(c.text.Sentences[sentence].Tokens, func(t english.Token) bool { return t.UPOS == "PROPN" && t.Lemma == c.Tokens[i].Lemma }) {
			return true
		}
	}
	return false
}

// sameNoun tells whether one person without a name said something who is told by the noun at a
// token.
func (c *clauses) sameNoun(a *Attribution, head int) bool {
	t := &c.text.Sentences[a.Sentence].Tokens[a.source]
	return t.Lemma == c.Tokens[head].Lemma && t.Feat("Number") != "Plur"
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
		case c.Tokens[i].UPOS == "PROPN" && (!known || m.Kind == lexicon.MediaMatch || m.Kind == lexicon.BodyMatch && m.Actor.Sector == "BUS"):
			firm = true
		default:
			return "", false, false
		}
	}
	return side, firm, true
}

// holdsOffice tells whether somebody holds an office on the day of the text.
func (c *clauses) holdsOffice(s Source) bool {
	return len(s.Actors) == 1 && slices.ContainsFunc(c.cast.Actors[s.Actors[0]].Offices, func(o parley.Office) bool { return o.HeldOn(c.cast.Day) })
}

// roleReach is how many sentences back somebody may have spoken whom a role means.
const roleReach = 3

// spokenFor is the body without a place in the lexicon for which an unnamed person speaks: one
// that the phrase names ("an Olvik spokesman", "a spokesman for the airline"), or the one that
// spoke last before a bare "spokesman".
func (c *clauses) spokenFor(head int) (Source, bool) {
	if body, ok := c.bodyInTitle(head); ok {
		return body, true // "a police spokesman"
	}
	bare := true
	title, titled := c.matchAt(head)
	if titled && title.First < head && capital(c.Tokens[head-1].Text) && title.First > 0 {
		if body, ok := c.fullerBefore(head - 1); ok {
			return body, true // "a Commission spokesperson"
		}
	}
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		switch {
		case titled && child >= title.First && child <= title.Last:
		case (t.UPOS == "PROPN" || len(t.Text) > 1 && isUpper(t.Text)) && (t.Is("compound") || t.Is("nmod:poss")), t.Is("amod") && child == head-1 && c.unknownName(child):
			if m, ok := c.matchAt(child); ok && m.Kind == lexicon.BodyMatch && m.Last == child {
				return Source{Name: m.Actor.Name, Kind: parley.BodySource, Affiliation: m.Actor.Affiliation, Evidence: []parley.Span{c.span(m.First, m.Last+1)}}, true
			}
			return Source{Name: c.inFull(c.bare(child)), Kind: parley.BodySource, Evidence: []parley.Span{c.span(child, child+1)}}, true
		case t.Is("compound") && t.UPOS == "NOUN" && knowledge().sources[t.Lemma].kind == parley.BodySource:
			return c.bodyOfNoun(child)
		case t.Is("nmod") && c.marker(child) == "in":
			bare = false // where he stands
		case t.Is("nmod"):
			if all := c.sources(place{c.index, child, false}); len(all) == 1 && all[0].Kind == parley.BodySource && all[0].Name != "" {
				return all[0], true
			}
			return Source{}, false
		case !t.Is("det"), c.lower(child) != "the" && c.lower(child) != "a":
			bare = false
		}
	}
	for k := len(c.found) - 1; bare && k >= 0 && c.found[k].Sentence >= c.index-laterReach; k-- {
		if a := &c.found[k]; a.Sentence < c.index && !c.quotedCue(a) && !a.Thought && len(a.Sources) == 1 && a.Sources[0].Kind == parley.BodySource && a.Sources[0].Name != "" && c.main(a) {
			return a.Sources[0], true
		}
	}
	return Source{}, false
}

// bodyOfNoun is the body for which somebody speaks by a noun before "spokesman": with the name that
// stands before it, "a Kovar campaign spokesman", or the one told before, "a company spokesman".
func (c *clauses) bodyOfNoun(noun int) (Source, bool) {
	if noun > 0 && c.Tokens[noun-1].UPOS == "PROPN" {
		return Source{Name: c.bare(noun), Kind: parley.BodySource, Evidence: []parley.Span{c.phrase(noun, false)}}, true
	}
	for _, told := range []func(int) (Source, bool){c.fullerBefore, c.companyBefore, c.kindBefore} {
		if s, ok := told(noun); ok {
			return s, true
		}
	}
	return Source{}, false
}

// unknownName tells whether a word within a sentence is a name by its capital alone: nothing that
// the lexicon knows.
func (c *clauses) unknownName(token int) bool {
	_, known := c.matchAt(token)
	return token > 0 && capital(c.Tokens[token].Text) && !known && c.Tokens[token-1].Text != "-"
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
		if m, ok := c.cast.At(c.index, child); ok && len(m.Who) > 0 && !(m.Form == actors.ByCountry && c.marker(child) == "in") {
			return m, true // a spokesman in a capital need not be its government's
		}
	}
	return nil, false
}

// privately are the sectors of those who speak for themselves also where a text tells them by
// their country: "Norlandic experts".
var privately = map[string]bool{"CVL": true, "JRN": true, "MED": true, "EDU": true, "LAB": true, "REF": true, "BUS": true}

// bodyInTitle is the body whose noun stands in the title of its spokesman, where nothing tells
// whose it is: the one of that kind that spoke before, or else one of that name.
func (c *clauses) bodyInTitle(head int) (Source, bool) {
	m, ok := c.matchAt(head)
	if !ok || m.First == m.Last || c.cast.OfRivals(c.index, m.First) {
		return Source{}, false
	}
	var words []string
	for i := m.First; i < m.Last; i++ {
		words = append(words, c.Tokens[i].Text)
	}
	for _, inside := range c.lex.Find(words) {
		if inside.Kind != lexicon.BodyNounMatch {
			continue
		}
		for a := range c.backTo(0) {
			for _, s := range a.Sources {
				if s.Kind == parley.BodySource && strings.HasSuffix(strings.ToLower(s.Name), strings.ToLower(inside.Noun.Name)) {
					return s, true
				}
			}
		}
		text := c.span(m.First, m.Last)
		return Source{Name: strings.ToLower(strings.Join(words, " ")), Kind: parley.BodySource, Evidence: []parley.Span{text}}, true
	}
	return Source{}, false
}
