package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// documents makes a source of a noun such as "statement" or "survey": of a joint one,
// one source of all who issued it.
func (c *clauses) documents(head int) []Source {
	if inner, ok := c.wording(head); ok {
		head = inner
	}
	s, ok := c.document(head)
	if !ok {
		return nil
	}
	if owner := c.Child(head, "nmod:poss"); owner >= 0 && s.Kind == parley.DocumentSource {
		if together, ok := c.togetherBefore(owner); ok && len(together) == 1 { // "the leaders' statement"
			together[0].Kind, together[0].Text = parley.DocumentSource, s.Text
			return together
		}
	}
	if behalf, ok := c.onBehalfOf(head); ok && len(s.Actors) == 0 {
		s.Name, s.Actors, s.Affiliation = behalf.Name, behalf.Actors, behalf.Affiliation
		s.Evidence = append([]parley.Span{s.Text}, behalf.Evidence...)
		return []Source{s}
	}
	if maker, ok := c.makerOf(head); ok && s.Kind == parley.DocumentSource && len(s.Actors) == 0 {
		maker.Text, maker.Kind = s.Text, parley.DocumentSource
		return []Source{maker}
	}
	body, ok := c.bodyIn(head)
	if !ok || len(s.Actors) == 0 || s.Kind != parley.DocumentSource {
		return []Source{s}
	}
	all := []Source{s}
	for _, m := range c.cast.Members(c.index, body.Head) {
		if m != body && len(m.Who) > 0 {
			all = append(all, c.speakingFor(Source{Text: s.Text}, m))
		}
	}
	if c.inPlural(head) { // "statements by the army and the ministry"
		for i := range all {
			all[i].Kind = parley.DocumentSource
		}
		return all
	}
	s = c.joined(all)
	s.Kind = parley.DocumentSource
	return []Source{s}
}

// onBehalfOf is for whom somebody else made a document public: "a statement released on his
// behalf".
func (c *clauses) onBehalfOf(head int) (Source, bool) {
	first, last := c.Subtree(head)
	for i := first; i < last; i++ {
		if c.Tokens[i].Lemma != "behalf" {
			continue
		}
		whom := c.Child(i, "nmod:poss", "nmod")
		if whom < 0 {
			return Source{}, false
		}
		all := c.sources(place{c.index, whom, false})
		return all[0], len(all) == 1 && all[0].Name != ""
	}
	return Source{}, false
}

// makerOf is who issued a document by a participle behind it: "an estimate released by the
// ministry", "a statement posted on the ministry's website".
func (c *clauses) makerOf(head int) (Source, bool) {
	for child := range c.Children(head) {
		if t := &c.Tokens[child]; !t.Is("acl") || t.XPOS != "VBN" || !knowledge().words["making"][t.Lemma] {
			continue
		}
		if at := c.agentOf(child); at.token >= 0 {
			if all := c.sources(at); len(all) > 0 && !slices.ContainsFunc(all, func(s Source) bool { return s.Name == "" }) {
				return c.joined(all), true
			}
		}
		if on := c.Child(child, "obl"); on >= 0 && c.marker(on) == "on" {
			if host, ok := c.hostOf(on); ok {
				return host, true
			}
		}
	}
	return Source{}, false
}

// wording is the document whose text or language a noun is: "the language in the
// resolution".
func (c *clauses) wording(head int) (int, bool) {
	if !knowledge().words["wording"][c.Tokens[head].Lemma] {
		return 0, false
	}
	for child := range c.Children(head) {
		if marker := c.marker(child); c.Tokens[child].Is("nmod") && (marker == "of" || marker == "in") {
			n, ok := knowledge().sources[strings.ToLower(c.Tokens[child].Lemma)]
			return child, ok && n.kind == parley.DocumentSource && !n.issued
		}
	}
	return 0, false
}

// document makes a source of such a noun. One that speaks for whoever issued it
// bears the issuer's name, any other its own.
func (c *clauses) document(head int) (Source, bool) {
	n, ok := knowledge().sources[strings.ToLower(c.Tokens[head].Lemma)]
	if !ok || n.kind != parley.DocumentSource || c.isNoDocument(head, n) {
		return Source{}, false
	}
	s := Source{Text: c.phrase(head, false), Kind: parley.DocumentSource, Affiliation: c.sideOf(head)}
	if media, ok := c.newspaperBefore(head); ok {
		media.Text = s.Text
		return media, true
	}
	if media, ok := c.mediumIn(head); ok {
		media.Text = s.Text
		return media, true
	}
	if whose, ok := c.speakersOwn(head); ok && n.issued {
		whose.Kind = parley.DocumentSource
		return whose.toldBy(s.Text), true
	}
	if m, ok := c.bodyIn(head); ok && n.issued && issuing[c.marker(m.Head)] {
		s = c.speakingFor(s, m)
		if s.Kind != parley.MediaSource {
			s.Kind = parley.DocumentSource
		}
		return s, true
	}
	for _, read := range []func(int) (Source, bool){c.issuerAgain, c.issuerBefore, c.issuerBelow} {
		if issuer, ok := read(head); ok && n.issued {
			issuer.Kind = parley.DocumentSource
			return issuer.toldBy(s.Text), true
		}
	}
	if c.ofMedia(head) {
		s.Kind, s.Evidence = parley.MediaSource, []parley.Span{s.Text}
		return s, true
	}
	if n.issued && !c.entitled(head) {
		return c.issuedBefore(s, head), true
	}
	s.Name, s.Evidence = c.byMaker(head), []parley.Span{s.Text}
	if issuer, ok := c.issuerIn(head); ok && n.issued {
		s.Name = issuer
	}
	return s, true
}

// isNoDocument tells whether a noun for documents tells of something else, or of no document there is: "leading
// figures", "the Order of Harbour Pilots", "will sign no deal nor any document that implies it".
func (c *clauses) isNoDocument(head int, n sourceNoun) bool {
	t, det := &c.Tokens[head], c.Child(head, "det")
	if t.UPOS == "PROPN" {
		if c.namesSomebody(head) || n.issued && (det < 0 || capital(t.Text)) {
			return true
		}
		if knowledge().words["fellowship"][strings.ToLower(t.Lemma)] && c.of(head) {
			return true
		}
	}
	if head > 0 && knowledge().words["figure"][t.Lemma] && knowledge().words["eminent"][c.lower(head-1)] {
		return true
	}
	return det >= 0 && c.lower(det) == "any"
}

// newspaperBefore is the newspaper that spoke last before "the paper", or else was named last, where no document did.
func (c *clauses) newspaperBefore(head int) (Source, bool) {
	if !knowledge().words["paper"][c.Tokens[head].Lemma] || !c.behindThe(head) {
		return Source{}, false
	}
	for a := range c.backTo(c.index - documentReach) {
		for _, s := range a.Sources {
			if outlet, known := c.lex.Outlet(s.Name); s.Kind == parley.MediaSource && s.Name != "" && (!known || !outlet.Agency) {
				return s, true
			} else if s.Kind == parley.DocumentSource {
				return Source{}, false
			}
		}
	}
	return c.mediumTold(head)
}

// issuerBelow is the body that a phrase with "by", "of" or "from" tells by its noun alone: "a
// statement by the Harbour Department".
func (c *clauses) issuerBelow(head int) (Source, bool) {
	for child := range c.Children(head) {
		if t := &c.Tokens[child]; !t.Is("nmod") || t.Is("nmod:poss") || !issuing[c.marker(child)] || c.marker(child) == "" {
			continue
		}
		if all := c.sources(place{c.index, child, false}); len(all) == 1 && all[0].Kind == parley.BodySource && all[0].Name != "" {
			return all[0], true
		}
	}
	return Source{}, false
}

// issuerBefore is the body, group or camp whose name or noun stands right before a document: "the Harbour Ministry
// statement", "a Harbour Fund statement", "a rebel statement", "a council statement".
func (c *clauses) issuerBefore(head int) (Source, bool) {
	at := head - 1
	if at < 0 || c.Tokens[at].Head != head || !c.Tokens[at].Is("compound") && !c.Tokens[at].Is("amod") {
		return Source{}, false
	}
	s := Source{Text: c.phrase(head, false), Kind: parley.BodySource}
	if c.cast.Risen(c.index, at) {
		s.Name, s.Affiliation, s.Evidence = c.lower(at)+"s", c.cast.Torn, []parley.Span{s.Text}
		return s, true
	}
	m, ok := c.matchAt(at)
	if !ok || m.Last != at {
		return c.bodyOfNoun(at)
	}
	issuer := m.Actor
	switch m.Kind {
	case lexicon.BodyMatch, lexicon.GroupMatch:
	case lexicon.BodyNounMatch:
		state, told := c.matchAt(m.First - 1)
		if !told || state.Kind != lexicon.DemonymMatch && state.Kind != lexicon.StateMatch {
			return c.body(at)
		}
		if issuer, ok = c.lex.StateBody(m.Noun.Name, state.Actor.ID); !ok {
			return Source{}, false
		}
	default:
		return Source{}, false
	}
	s.Name, s.Kind = c.nameOf(issuer)
	s.Affiliation, s.Evidence = issuer.Affiliation, []parley.Span{s.Text}
	return s, true
}

// issuerIn is the body whose initials stand before its report: "the NHC report".
func (c *clauses) issuerIn(head int) (string, bool) {
	at := head - 1
	lemma := c.Tokens[head].Lemma
	if !knowledge().words["issued"][lemma] && !knowledge().words["given"][lemma] {
		return "", false
	}
	if at < 0 || c.Tokens[at].Head != head || c.Tokens[at].UPOS != "PROPN" {
		return "", false
	}
	if m, ok := c.matchAt(at); ok && m.Kind == lexicon.BodyMatch && m.Last == at {
		return m.Actor.Name, true
	}
	full := c.inFull(c.Tokens[at].Text)
	return full, full != c.Tokens[at].Text
}

// ofMedia tells whether reports are those of media that the text does not name: "media
// reports", "newspaper reports", and "reports" alone.
func (c *clauses) ofMedia(head int) bool {
	t := &c.Tokens[head]
	if !knowledge().words["report"][t.Lemma] || !c.inPlural(head) {
		return false
	}
	plain := true
	for child := range c.Children(head) {
		switch child := &c.Tokens[child]; {
		case child.Is("compound"):
			n := knowledge().sources[strings.ToLower(child.Lemma)]
			return n.kind == parley.MediaSource || knowledge().words["tidings"][strings.ToLower(child.Text)]
		case child.Is("acl") && knowledge().words["reaching"][child.Lemma]: // "reports reaching here"
		case child.Is("det"), child.Is("nmod:poss"), child.Is("nmod"), child.Is("nummod"), child.Is("acl"):
			plain = false
		}
	}
	return plain
}

// speakersOwn is who spoke before a statement that is "his" or "her" own.
func (c *clauses) speakersOwn(head int) (Source, bool) {
	owner := c.Child(head, "nmod:poss")
	if owner < 0 || c.quoted(owner) {
		return Source{}, false
	}
	pronoun, ok := map[string]string{"his": "he", "her": "she"}[c.lower(owner)]
	if !ok {
		return Source{}, false
	}
	for a := range c.backTo(c.reachBack(roleReach)) {
		if !a.Clause || !c.saidByOne(a) {
			continue
		}
		if s := a.Sources[0]; s.Kind == parley.PersonSource && len(s.Actors) == 1 && c.cast.MayBe(s.Actors[0], pronoun) {
			return s, true
		}
	}
	return Source{}, false
}

// issuing are the prepositions behind which, or none, stands who issued a document, and not
// what it is about or where it goes round: "reports in Norland".
var issuing = map[string]bool{"": true, "of": true, "by": true, "from": true, "'s": true, "’s": true, "’": true, "'": true}

// entitled tells whether a name stands before a document's noun: "the Bergen
// report" speaks for itself.
func (c *clauses) entitled(head int) bool {
	for child := range c.Children(head) {
		if t := &c.Tokens[child]; t.Is("compound") && t.UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// mediumIn is the medium whose report a document is.
func (c *clauses) mediumIn(head int) (Source, bool) {
	for child := range c.Children(head) {
		if t := &c.Tokens[child]; t.Is("nmod") || t.Is("obl") {
			if s, ok := c.medium(child); ok {
				return s, true
			}
			if s, ok := c.describedMedium(child); ok {
				return s, true
			}
		}
		before := c.Tokens[child].Is("compound") && knowledge().words["newsroom"][c.Tokens[head].Lemma]
		if m, ok := c.matchAt(child); ok && before && m.Kind == lexicon.MediaMatch {
			return c.sourceOfMatch(m, parley.MediaSource), true
		}
	}
	return Source{}, false
}

// namesSomebody tells whether the words at a token are known as somebody, and no mere name
// that holds a state's: "the Norland Constitution".
func (c *clauses) namesSomebody(token int) bool {
	m, ok := c.cast.At(c.index, token)
	if !ok || len(m.Who) == 0 {
		return false
	}
	a := c.cast.Actors[m.Who[0]]
	return a.Known || a.Kind != parley.BodyActor || a.Affiliation != ""
}

// issuedBefore gives "the statement" the name of whoever spoke last.
func (c *clauses) issuedBefore(s Source, head int) Source {
	det := c.Child(head, "det")
	if det >= 0 && (c.lower(det) == "a" || c.lower(det) == "an") {
		return s
	}
	if det < 0 && c.inPlural(head) && c.Child(head, "nmod:poss") < 0 && c.Paragraph > 0 {
		return s // "letters sent to the port say"
	}
	for a := range c.backTo(c.index - documentReach) {
		if a.Thought || !a.Clause && !c.saidIn(a, head) || !c.main(a) {
			continue
		}
		for _, before := range a.Sources {
			if !c.mayIssue(before, head) {
				continue
			}
			if len(a.Sources) > 1 && before.Kind != parley.PersonSource {
				before = c.joined(slices.Clone(a.Sources))
			}
			s.Name, s.Actors, s.Affiliation, s.Sides = before.Name, before.Actors, before.Affiliation, before.Sides
			if before.Kind == parley.MediaSource {
				s.Kind = before.Kind // "the report said" after an outlet
			}
			s.Evidence = append([]parley.Span{s.Text}, before.Evidence...)
			return s
		}
	}
	return s
}

// saidIn tells whether somebody is told to have said something in what a document's noun goes on to mean: "denied
// the attack in a letter" before "the letter".
func (c *clauses) saidIn(a *Attribution, document int) bool {
	before := c.nodesOr(a.Sentence)
	for at := range before.Tokens {
		if before.Tokens[at].Lemma == c.Tokens[document].Lemma && before.marker(at) == "in" {
			return true
		}
	}
	return false
}

// mayIssue tells whether a document may be that of somebody who spoke: a medium has reports alone, and no person
// what bodies issue.
func (c *clauses) mayIssue(before Source, document int) bool {
	switch noun := c.Tokens[document].Lemma; before.Kind {
	case parley.MediaSource:
		return before.Name != "" && knowledge().words["report"][noun]
	case parley.PersonSource:
		return before.Name != "" && !knowledge().words["issued"][noun]
	}
	return before.Name != ""
}

// reasonIn finds why a source is not named in the clauses beside its noun.
func (c *clauses) reasonIn(head int) parley.Span {
	for child := range c.Children(head) {
		t := &c.Tokens[child]
		if !t.Is("acl") {
			continue
		}
		first, last := c.Subtree(child)
		if c.anonymity(first, last) {
			if r := &c.Tokens[first]; r.Feat("PronType") == "Rel" || r.XPOS == "WP" {
				first++
			}
			if span, ok := c.trim(first, last); ok {
				return span
			}
		}
	}
	return parley.Span{}
}

// anonymity tells whether words speak of not being named.
func (c *clauses) anonymity(first, last int) bool {
	for i := first; i < last; i++ {
		switch lemma := strings.ToLower(c.Tokens[i].Lemma); {
		case knowledge().words["anonymity"][lemma]:
			return true
		case knowledge().words["naming"][lemma]:
			if not := c.Child(i, "advmod"); not >= 0 && (c.Tokens[not].Lemma == "not" || c.Tokens[not].Lemma == "n't") {
				return true
			}
		}
	}
	return false
}
