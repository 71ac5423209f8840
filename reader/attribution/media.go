package attribution

import (
	"cmp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// medium makes a source of a phrase whose head is a word for a medium: of the
// outlet that it names ("the news site Norland Today", "Reuters news agency"),
// or else by the phrase itself ("Norland state media").
func (c *clauses) medium(head int) (Source, bool) {
	if c.knownBody(head) {
		return Source{}, false
	}
	if !c.calledMedium(head) {
		for _, read := range []func(int) (Source, bool){c.titledMedium, c.describedMedium} {
			if s, ok := read(head); ok {
				return s, true
			}
		}
		return c.partOfMedium(head)
	}
	if host, ok := c.hostOf(head); ok {
		return host, true
	}
	if body, ok := c.networkSpoke(head); ok {
		return body, true
	}
	if !c.ofNews(head) {
		return Source{}, false // "aid agencies", "the civil defence agency"
	}
	if body, ok := c.agencySpoke(head); ok {
		return body, true
	}
	s := Source{Text: c.phrase(head, false), Kind: parley.MediaSource, Affiliation: c.sideOf(head)}
	s.Evidence = []parley.Span{s.Text}
	if name, side, ok := c.outletIn(head); ok {
		s.Name = name
		if side != "" {
			s.Affiliation = side
		}
		c.media[strings.ToLower(name)] = s.Affiliation
		return s, true
	}
	if before, ok := c.mediumBefore(s.Affiliation, head); ok {
		return before, true
	}
	if told, ok := c.mediumTold(head); ok {
		return told, true
	}
	if name, side, ok := c.stateMedium(head, s.Affiliation); ok {
		s.Name, s.Affiliation = name, side
		return s, true
	}
	s.Name = c.title(head)
	return s, true
}

// stateMedium is the name of a medium that a phrase tells as its state's, with that of the state: "Norlandic state
// television" for "state-run television" in a text about Norland.
func (c *clauses) stateMedium(head int, side string) (name, of string, ok bool) {
	first := head - 1
	for first > head-4 && first >= 0 && c.lower(first) != "state" {
		first--
	}
	of = cmp.Or(side, c.onlyState(), c.cast.Torn, c.cast.About)
	adjective := c.lex.Demonym(of)
	if first < 0 || c.lower(first) != "state" || adjective == "" || c.of(head) {
		return "", "", false
	}
	kind := first + 1
	if c.Tokens[kind].Text == "-" {
		kind += 2 // "state-run"
	}
	if kind < head && c.Tokens[head-1].UPOS == "PROPN" {
		return "", "", false // a name of its own
	}
	return adjective + " state " + c.Text(min(kind, head), head+1), of, true
}

// onlyState is the one country of the states, peoples and places that the sentence names.
func (c *clauses) onlyState() string {
	named := map[string]int{}
	c.countGrounds(named, c.index)
	for k := range c.cast.Matches[c.index] {
		switch m := &c.cast.Matches[c.index][k]; m.Kind {
		case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch:
			named[m.Actor.ID]++
		}
	}
	return single(named)
}

// networkSpoke is the body that spoke before and whose name ends with the noun for a medium by which it is told now:
// "the network" after "the Olvik Doctors Network".
func (c *clauses) networkSpoke(head int) (Source, bool) {
	if c.Tokens[head].UPOS != "NOUN" || !c.behindThe(head) {
		return Source{}, false
	}
	for a := range c.backTo(c.index - companyReach) {
		for _, s := range a.Sources {
			if s.Kind == parley.MediaSource {
				return Source{}, false
			}
			if s.Kind == parley.BodySource && strings.HasSuffix(strings.ToLower(s.Name), " "+c.lower(head)) {
				return s.toldBy(c.phrase(head, false)), true
			}
		}
	}
	return Source{}, false
}

// agencySpoke is the body that spoke last, where the text goes on with "the agency" and no medium spoke since: one
// that is no ministry nor a state.
func (c *clauses) agencySpoke(head int) (Source, bool) {
	side := c.sideOf(head)
	told := c.behindThe(head) || side != "" && c.definite(head) && c.Child(head, "det") == head-2 // "the Norlandic agency"
	if !knowledge().words["agency"][c.Tokens[head].Lemma] || c.inPlural(head) || !told {
		return Source{}, false
	}
	for a := range c.backTo(c.index - companyReach) {
		if !c.saidByOne(a) {
			continue
		}
		s := a.Sources[0]
		if s.Kind == parley.MediaSource {
			return Source{}, false
		}
		if s.Kind != parley.BodySource || !capital(s.Name) || side != "" && side != s.Affiliation || ofGovernment(s) {
			continue
		}
		return s.toldBy(c.phrase(head, false)), true
	}
	return Source{}, false
}

// ofGovernment tells whether a body is a government, a ministry or several bodies together.
func ofGovernment(s Source) bool {
	return len(s.Sides) > 0 || strings.Contains(strings.ToLower(s.Name), "government") || strings.HasSuffix(s.Name, " Ministry")
}

// mediumTold is the medium of that kind that the text has named last, as no source of its own,
// before it speaks of "the newspaper" or "the agency".
func (c *clauses) mediumTold(head int) (Source, bool) {
	if knowledge().words["media"][c.Tokens[head].Lemma] || c.inPlural(head) || !c.behindThe(head) {
		return Source{}, false
	}
	for k := len(c.cast.Mentions) - 1; k >= 0; k-- {
		m := &c.cast.Mentions[k]
		if !c.mentionedBefore(m, head) || len(m.Who) != 1 {
			continue
		}
		if m.Sentence < c.index-mediumReach {
			break
		}
		if a := c.cast.Actors[m.Who[0]]; a.Kind == parley.MediaActor && c.fitsMedium(a.Name, head) {
			return c.speakingFor(Source{Text: c.phrase(head, false)}, m), true
		}
	}
	return c.mediumOfStaff(head)
}

// mediumInShort is the medium named before that is told by the last word of its name: "the Post" after
// "the Olvik Post", whatever other medium is called so.
func (c *clauses) mediumInShort(head int) (Source, bool) {
	if c.Tokens[head].UPOS != "PROPN" || !capital(c.Tokens[head].Text) || !c.behindThe(head) {
		return Source{}, false
	}
	word := c.Tokens[head].Text
	longer := func(name string) bool { return strings.HasSuffix(name, " "+word) && name != "The "+word }
	for i := c.index; i >= 0; i-- {
		for k := len(c.cast.Matches[i]) - 1; k >= 0; k-- {
			if m := &c.cast.Matches[i][k]; m.Kind == lexicon.MediaMatch && longer(m.Actor.Name) && (i < c.index || m.Last < head) {
				return c.mediumMatched(head, i, m), true
			}
		}
	}
	for a := range c.backTo(0) {
		for _, s := range a.Sources {
			if s.Kind == parley.MediaSource && longer(s.Name) {
				return s.toldBy(c.phrase(head, false)), true
			}
		}
	}
	return Source{}, false
}

// mediumMatched is the medium that is told by a noun, or by a word of its name, and named in full in a sentence.
func (c *clauses) mediumMatched(head, sentence int, m *lexicon.Match) Source {
	text := c.phrase(head, false)
	evidence := []parley.Span{text, c.nodesOr(sentence).span(m.First, m.Last+1)}
	return Source{Text: text, Name: m.Actor.Name, Kind: parley.MediaSource, Affiliation: m.Actor.Affiliation, Evidence: evidence}
}

// mediumReach is how many sentences back a medium may be named that is no source there.
const mediumReach = 6

// fitsMedium tells whether a medium may be called by a noun: an agency is no newspaper.
func (c *clauses) fitsMedium(name string, head int) bool {
	outlet, known := c.lex.Outlet(name)
	switch lemma := c.Tokens[head].Lemma; {
	case knowledge().words["agency"][lemma]:
		return !known || outlet.Agency
	case knowledge().words["outlet"][lemma]:
		return !known || !outlet.Agency
	}
	return true
}

// ofNews tells whether an agency is one of news: by a word before it, a name, or because
// nothing tells what it is for.
func (c *clauses) ofNews(head int) bool {
	if !knowledge().words["agency"][c.Tokens[head].Lemma] || c.Tokens[head].UPOS == "PROPN" {
		return true
	}
	if c.newsBefore(head) {
		return true
	}
	if told := c.Child(head, "acl", "acl:relcl"); told >= 0 && knowledge().words["oversees"][c.Tokens[told].Lemma] {
		return false // "the Norlandic agency overseeing its construction"
	}
	plain := true
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		if !t.Is("compound") && !t.Is("amod") || child > head {
			continue
		}
		m, ok := c.matchAt(child)
		if ok && m.Kind == lexicon.BodyMatch {
			return false // "the UN agency"
		}
		ofCountry := ok && m.Actor.ID != "" || knowledge().words["ofstate"][t.Lemma]
		if t.UPOS == "NOUN" || t.UPOS == "ADJ" && !ofCountry {
			plain = false
		}
	}
	return plain && !c.inPlural(head)
}

// newsBefore tells whether a word before a noun says that it is one for news.
func (c *clauses) newsBefore(noun int) bool {
	for child := range c.Children(noun) {
		if t := &c.Tokens[child]; !t.Is("compound") && !t.Is("amod") || child > noun {
			continue
		}
		if knowledge().words["news"][c.lower(child)] {
			return true
		}
	}
	return false
}

// calledMedium tells whether a noun is a word for a medium. One that ends a name must be one
// for media alone: "the Norland Health Network" is none.
func (c *clauses) calledMedium(token int) bool {
	n, ok := knowledge().sources[strings.ToLower(c.Tokens[token].Lemma)]
	if !ok || n.kind != parley.MediaSource {
		return false
	}
	return c.Tokens[token].UPOS != "PROPN" || knowledge().words["medianame"][c.lower(token)] || c.newsBefore(token)
}

// newsMedium tells whether a noun is a word for a medium that tells news: "newspaper", but not "aid agency".
func (c *clauses) newsMedium(token int) bool { return c.calledMedium(token) && c.ofNews(token) }

// titledMedium makes a source of a name that has such a word before it: "news
// site Norland Today".
func (c *clauses) titledMedium(head int) (Source, bool) {
	if c.Tokens[head].UPOS != "PROPN" {
		return Source{}, false
	}
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		beside := t.Is("nmod") || t.Is("compound") || t.Is("appos")
		if !beside || !c.newsMedium(child) || child > head && c.marker(child) != "" {
			continue
		}
		s := Source{Text: c.phrase(head, false), Kind: parley.MediaSource, Affiliation: c.sideOf(head)}
		first, last := head, c.nameEnd(head)
		if child > head {
			for first > 0 && c.Tokens[first-1].UPOS == "PROPN" {
				first--
			}
			last = min(last, child)
		}
		s.Name, s.Evidence = c.Text(first, last), []parley.Span{s.Text}
		if s.Name == "" {
			return Source{}, false
		}
		c.media[strings.ToLower(s.Name)] = s.Affiliation
		return s, true
	}
	return Source{}, false
}

// describedMedium makes a source of a name that a word for a medium in apposition describes:
// "Rudal, a Kurdish news outlet".
func (c *clauses) describedMedium(head int) (Source, bool) {
	if c.Tokens[head].UPOS != "PROPN" || c.knownBody(head) {
		return Source{}, false
	}
	for child := range c.Children(head) {
		if !c.Tokens[child].Is("appos") || child < head || !c.newsMedium(child) {
			continue
		}
		s := Source{Text: c.phrase(head, false), Kind: parley.MediaSource, Affiliation: c.sideOf(child), Name: c.bare(head)}
		s.Evidence = []parley.Span{s.Text}
		c.media[strings.ToLower(s.Name)] = s.Affiliation
		return s, true
	}
	if noun, _ := c.setOffNoun(head); noun >= 0 && c.newsMedium(noun) {
		s := Source{Text: c.phrase(head, false), Kind: parley.MediaSource, Affiliation: c.sideOf(noun), Name: c.bare(head)}
		s.Evidence = []parley.Span{s.Text}
		return s, true
	}
	return Source{}, false
}

// partOfMedium is the medium whose a thing or a desk is: "the Olvik Post's investigative unit".
func (c *clauses) partOfMedium(head int) (Source, bool) {
	m, ok := c.cast.At(c.index, c.Child(head, "nmod:poss"))
	if kind := c.kindOf(head); !ok || len(m.Who) != 1 || kind != "" && kind != parley.BodySource {
		return Source{}, false
	}
	a := c.cast.Actors[m.Who[0]]
	if desk, told := c.cast.At(c.index, head); a.Kind != parley.MediaActor || told && !isUnit(desk) {
		return Source{}, false
	}
	return c.speakingFor(Source{Text: c.phrase(head, false)}, m), true
}

// isUnit tells whether a mention of nobody tells of several people who are part of something: "unit", "team".
func isUnit(m *actors.Mention) bool {
	return len(m.Who) == 0 && (m.Title.Class == lexicon.GatheringClass || m.Title.Class == lexicon.ForcesClass)
}

// hostOf is the body on whose site or channel something is told: "the ministry's website".
func (c *clauses) hostOf(head int) (Source, bool) {
	owner := c.Child(head, "nmod:poss")
	if owner < 0 || !knowledge().words["site"][c.Tokens[head].Lemma] {
		return Source{}, false
	}
	all := c.sources(place{c.index, owner, false})
	if len(all) != 1 || all[0].Kind != parley.BodySource || all[0].Name == "" {
		return Source{}, false
	}
	if m, ok := c.cast.At(c.index, owner); ok && m.Form == actors.ByCountry {
		return Source{}, false // "Norland's main news site"
	}
	return all[0].toldBy(c.phrase(head, false)), true
}

// knownBody tells whether a phrase names a body that is no medium: the
// International Atomic Energy Agency.
func (c *clauses) knownBody(head int) bool {
	m, ok := c.cast.At(c.index, head)
	if !ok || len(m.Who) != 1 {
		return false
	}
	a := c.cast.Actors[m.Who[0]]
	return a.Known && a.Kind != parley.MediaActor && a.Sector != "JRN" && a.Sector != "MED"
}

// outletIn finds the outlet that a phrase names: one of the lexicon, or a name
// beside the head.
func (c *clauses) outletIn(head int) (name, side string, ok bool) {
	first, last := c.Subtree(head, "acl", "parataxis", "conj")
	for k := range c.cast.Matches[c.index] {
		m := &c.cast.Matches[c.index][k]
		if m.Kind == lexicon.MediaMatch && m.First >= first && m.Last < last {
			return m.Actor.Name, m.Actor.Affiliation, true
		}
	}
	if end := c.nameEnd(head + 1); end > head+1 {
		return c.Text(head+1, end), "", true
	}
	if from := c.nameBegin(head); from < head {
		return c.Text(from, head), c.sideOf(head), true
	}
	if name, ok := c.explainedName(head); ok {
		return name, c.sideOf(head), true
	}
	for _, n := range c.text.Names {
		inPhrase := n.Sentence == c.index && n.First >= first && n.Last <= last
		beside := n.First > head || n.Last <= head && n.Kind == english.Organisation
		if !inPhrase || !beside || n.Kind == english.Location {
			continue
		}
		if a, ok := c.cast.At(c.index, n.Last-1); ok && len(a.Who) == 1 && c.cast.Actors[a.Who[0]].Known {
			continue
		}
		return c.Text(n.First, n.Last), "", true
	}
	return "", "", false
}

// nameBegin is where the name of two words and more begins that stands right before a noun for a medium; the noun
// itself where none does: "the Olvik Bladet newspaper".
func (c *clauses) nameBegin(head int) int {
	first := head
	for first > 0 && c.Tokens[first-1].UPOS == "PROPN" {
		if _, known := c.matchAt(first - 1); known {
			break
		}
		first--
	}
	if head-first < 2 || capital(c.Tokens[head].Text) {
		return head // what is written with a capital is part of the name
	}
	return first
}

// nameEnd is the end of the name that begins at a token; the token itself where
// none does.
func (c *clauses) nameEnd(first int) int {
	last := first
	for last < len(c.Tokens) && (c.Tokens[last].UPOS == "PROPN" && !c.time(last) || last > first && c.hyphenInName(last)) {
		last++
	}
	return last
}

// hyphenInName tells whether a token is a hyphen behind which a name goes on: "Norvik-Olvik".
func (c *clauses) hyphenInName(token int) bool {
	return token+1 < len(c.Tokens) && c.Tokens[token].Text == "-" && c.Tokens[token+1].UPOS == "PROPN"
}

// mediumBefore is the medium that "the agency" or a country's "state media"
// means: the one that was a source before, of that country if one is given.
func (c *clauses) mediumBefore(side string, head int) (Source, bool) {
	for a := range c.backTo(0) {
		for _, s := range a.Sources {
			named := s.Kind == parley.MediaSource && strings.ToLower(s.Name) != s.Name
			if named && (side == "" || side == s.Affiliation) && c.fitsMedium(s.Name, head) {
				return s, true
			}
		}
	}
	return Source{}, false
}
