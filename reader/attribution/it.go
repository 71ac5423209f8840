package attribution

import "github.com/parleyrecord/parley"

// nearest resolves "it": the body, state or document that stands last before it
// in the sentence, or else spoke last.
func (c *clauses) nearest(token int) []Source {
	for at := token - 1; at >= 0 && !c.closesReport(token); at-- {
		m, ok := c.cast.At(c.index, at)
		if !ok || len(m.Who) != 1 || m.Plural || c.onePerson(m) {
			continue
		}
		if c.marks[c.index][at] != c.marks[c.index][token] || c.Tokens[at].Is("nmod") || c.Tokens[at].Is("compound") {
			continue
		}
		sources := c.named(m, at)
		for i := range sources {
			sources[i].Evidence = append(sources[i].Evidence, c.span(token, token+1))
			sources[i].Text = c.span(token, token+1)
		}
		return sources
	}
	if s, ok := c.subjectMeant(token); ok {
		s.Evidence = append([]parley.Span{c.span(token, token+1), s.Text}, s.Evidence...)
		s.Text = c.span(token, token+1)
		return []Source{s}
	}
	for a := range c.backTo(c.index - 2) {
		if a.Thought || !c.main(a) {
			continue
		}
		for _, before := range a.Sources {
			if before.Kind == parley.BodySource || before.Kind == parley.MediaSource || before.Kind == parley.DocumentSource {
				before.Evidence = append(before.Evidence[:len(before.Evidence):len(before.Evidence)], before.Text)
				before.Text = c.span(token, token+1)
				return []Source{before}
			}
		}
	}
	return []Source{{Text: c.span(token, token+1), Kind: parley.AnonymousSource}}
}

// closesReport tells whether a pronoun and its verb of saying stand behind all that they report, so
// that those whom the report names are not meant: "Norland lost 30 men, it said."
func (c *clauses) closesReport(token int) bool {
	verb := token + 1
	if token < 2 || c.Tokens[token-1].Text != "," || verb >= len(c.Tokens) || c.cueAt(verb) < 0 {
		return false
	}
	return verb+1 == len(c.Tokens) || c.Tokens[verb+1].UPOS == "PUNCT" || c.time(verb+1) || c.Tokens[verb+1].UPOS == "ADP"
}

// subjectMeant is the body, medium or document that "it" means as the subject of the clause around it, "Norvik
// struck a deal which it said was fair", or, where it opens a sentence, as that of the sentence before, in
// which nobody speaks: "The agency looked into prices. It found …"; and likewise the body of several that "they"
// means: "The rebels took the pass. They said …".
func (c *clauses) subjectMeant(token int) (Source, bool) {
	several := c.lower(token) == "they"
	if verb := c.Tokens[token].Head; token > 1 {
		if verb < token || !c.Tokens[verb].Is("acl:relcl") {
			return Source{}, false
		}
		return c.bodyLeading(token, several)
	}
	if !c.silentBefore() {
		return Source{}, false
	}
	before := c.nodesOr(c.index - 1)
	s, ok := before.bodyLeading(len(before.Tokens), several)
	return s, ok
}

// bodyLeading is the body, medium or document, or the body of several, that is the subject of a sentence and stands
// before a token.
func (c *clauses) bodyLeading(token int, several bool) (Source, bool) {
	subject := c.mainSubject()
	if subject < 0 || subject >= token-1 || c.quoted(subject) || c.time(subject) {
		return Source{}, false
	}
	if !c.isNoun(subject) || c.inPlural(subject) != several {
		return Source{}, false
	}
	all := c.sources(place{c.index, subject, false})
	return all[0], len(all) == 1 && all[0].Name != "" && all[0].Kind != parley.PersonSource && all[0].Kind != parley.AnonymousSource
}
