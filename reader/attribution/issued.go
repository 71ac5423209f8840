package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// readIssued reads what a text says in the words of whoever issued it. Below
// "Joint Statement by Norland and Sudmark" each sentence that no other source has is
// a statement without a cue. What the site of a party says besides is told on that party's word
// alone: it is no statement, but Bare, and "we" there is the party.
func (f *finder) readIssued(site lexicon.Outlet, issuer Source, titled bool) {
	if len(f.text.Sentences) == 0 || !titled && (site.Voice == "" || f.nodes[0].jointly()) {
		return // of a joint statement whose makers are not told, nobody's words are known
	}
	own, ok := siteSource(site), titled
	var spoken []Attribution
	for i := range f.text.Sentences {
		s := &f.text.Sentences[i]
		if s.Paragraph == 0 && len(f.text.Sentences) > 1 {
			continue
		}
		c := &f.nodes[i]
		if head, labelled := c.label(); titled && labelled {
			issuer, ok = c.joint(head)
			if own, found := c.titledAs(head); found {
				issuer = own
			}
		}
		switch {
		case ok:
			spoken = append(spoken, c.issue(issuer, false)...)
		case site.Voice != "":
			spoken = append(spoken, c.issue(own, true)...)
		}
	}
	f.found = append(f.found, spoken...)
	f.sort()
}

// label is who goes on in a text that is printed with its turns: "ENVOY KOVAR: We
// shall see." The head is -1 where the words name nobody ("MODERATOR:").
func (c *clauses) label() (head int, ok bool) {
	if c.opensParagraph() && (c.Tokens[0].Text == "Q" || c.Tokens[0].Text == "QUESTION") {
		return -1, true
	}
	colon := 0
	for colon < min(len(c.Tokens), longestLabel) && c.Tokens[colon].Text != ":" {
		if w := c.Tokens[colon].Text; strings.ToUpper(w) != w || c.Tokens[colon].UPOS == "NUM" {
			return 0, false
		}
		colon++
	}
	if colon == 0 || colon >= len(c.Tokens) || c.Tokens[colon].Text != ":" {
		return 0, false
	}
	for head = colon - 1; head >= 0; head-- {
		if _, ok := c.cast.At(c.index, head); ok {
			return head, true
		}
	}
	return -1, true
}

// opensParagraph tells whether a sentence is the first of its paragraph.
func (c *clauses) opensParagraph() bool {
	return len(c.Tokens) > 0 && (c.index == 0 || c.text.Sentences[c.index-1].Paragraph != c.Paragraph)
}

// titledAs is which of those who issued the text a label means by title alone: "THE
// PRESIDENT" in the remarks of a president.
func (c *clauses) titledAs(head int) (Source, bool) {
	m, ok := c.cast.At(c.index, head)
	if !ok || m.Form != actors.ByOffice {
		return Source{}, false
	}
	for _, s := range c.issuers {
		if len(s.Actors) == 1 && slices.ContainsFunc(c.cast.Actors[s.Actors[0]].Offices, func(o parley.Office) bool {
			return o.HeldOn(c.cast.Day) && (o.Title == m.Title.Name || strings.HasSuffix(o.Title, " "+m.Title.Name))
		}) {
			return s, true
		}
	}
	return Source{}, false
}

// jointly tells whether a title speaks of several makers.
func (c *clauses) jointly() bool {
	return len(c.Tokens) > 0 && knowledge().words["joint"][c.lower(0)]
}

// longestLabel is how many words a label has at most.
const longestLabel = 6

// siteSource is the site of a party as a source. The words that it says are the
// evidence that it says them.
func siteSource(site lexicon.Outlet) Source {
	return Source{Name: site.Name, Kind: parley.BodySource, Affiliation: site.Voice}
}

// issuer finds whose words a text is by its title.
func (f *finder) issuer(site lexicon.Outlet) (Source, bool) {
	if len(f.nodes) == 0 {
		return Source{}, false
	}
	from, ok := f.nodes[0].titleIssuer(site)
	if ok && len(from.Sides) < 2 {
		from = f.selfNamed(from)
	}
	return from, ok
}

// titleIssuer reads a title that is a noun for words with its maker: "Joint Statement by
// the Envoys", "Leaders' Statement on the Truce". On the site of a party a statement
// without a maker is that party's.
func (c *clauses) titleIssuer(site lexicon.Outlet) (Source, bool) {
	noun := c.utterance(0, min(openingWords, len(c.Tokens)))
	if noun < 0 || c.tells() {
		return Source{}, false
	}
	for at := noun + 1; at+1 < len(c.Tokens) && c.Tokens[at].Text != ":"; at++ {
		switch c.lower(at) {
		case "by", "from", "of":
			if m, ok := c.mentionFrom(at+1, len(c.Tokens)); ok {
				return c.joint(m)
			}
			if m, ok := c.mentionFrom(at+2, len(c.Tokens)); ok && c.Tokens[at+1].UPOS == "DET" {
				return c.joint(m)
			}
		}
	}
	for owner := 0; owner < noun; owner++ {
		if _, ok := c.cast.At(c.index, owner); ok && c.Tokens[owner].Is("nmod:poss") {
			return c.joint(owner)
		}
	}
	from := siteSource(site)
	from.Evidence = []parley.Span{c.span(0, noun+1)}
	return from, site.Voice != "" && !c.jointly()
}

// openingWords is how many words of a title may stand before its noun ends.
const openingWords = 5

// utterance is the first noun of the table in a token range; -1 where there is none.
func (c *clauses) utterance(first, last int) int {
	for i := first; i < last; i++ {
		if t := &c.Tokens[i]; (t.UPOS == "NOUN" || t.UPOS == "PROPN") && knowledge().words["utterance"][strings.ToLower(t.Lemma)] {
			return i
		}
	}
	return -1
}

// tells tells whether a title is a sentence, and so no heading of somebody's words.
func (c *clauses) tells() bool {
	root := c.Root()
	return root >= 0 && c.Tokens[root].UPOS == "VERB" && c.Tokens[root].XPOS != "VBG" && c.Tokens[root].XPOS != "VBN"
}

// joint is the one source that a phrase and those coordinated with it name.
func (c *clauses) joint(head int) (Source, bool) {
	if head < 0 {
		return Source{}, false
	}
	all := slices.DeleteFunc(c.sources(place{c.index, head, false}), func(s Source) bool {
		return s.Name == "" || s.Kind == parley.MediaSource
	})
	if len(all) == 0 {
		return Source{}, false
	}
	if c.issuers == nil {
		c.issuers = all
	}
	return c.joined(all), true
}

// joined makes one source of several that speak together.
func (f *finder) joined(all []Source) Source {
	all = apart(all)
	from := all[0]
	if len(all) == 1 {
		return from
	}
	var names []string
	from.Actors, from.Evidence = nil, nil
	for _, s := range all {
		name := s.Name
		if state, ok := f.lex.Actor(s.Affiliation); ok && state.Kind == parley.StateActor && f.governmentName(state) == s.Name {
			name = f.stateName(state)
		}
		names = append(names, name)
		from.Actors, from.Evidence = append(from.Actors, s.Actors...), append(from.Evidence, s.Evidence...)
		from.Sides = append(from.Sides, s.Affiliation)
		if s.Kind != from.Kind {
			from.Kind = parley.BodySource
		}
		if s.Affiliation != from.Affiliation {
			from.Affiliation = ""
		}
	}
	from.Name = rowOf(names)
	return from
}

// apart are sources without those that stand among them twice.
func apart(all []Source) []Source {
	var once []Source
	for _, s := range all {
		if !slices.ContainsFunc(once, func(o Source) bool { return o.Name == s.Name && o.Kind == s.Kind }) {
			once = append(once, s)
		}
	}
	return once
}

// selfNamed is the issuer as the text's first "we" names all who speak: "We, the
// leaders of Norland and Sudmark, met".
func (f *finder) selfNamed(from Source) Source {
	for i := range f.nodes {
		c := &f.nodes[i]
		if c.Paragraph == 0 || len(c.Tokens) < 4 || c.lower(0) != "we" || c.Tokens[1].Text != "," {
			continue
		}
		var all []Source
		end := 0
		for at := 2; at < len(c.Tokens) && c.Tokens[at].UPOS != "VERB"; at++ {
			if m, ok := c.cast.At(i, at); ok && m.Head == at && len(m.Who) > 0 && at >= end {
				all, end = append(all, c.inOffice(m, at)...), m.Last
			}
		}
		if len(all) > 1 {
			return f.joined(all)
		}
		break
	}
	return from
}

// inOffice are the states whose offices a phrase names without their holders, or
// else those whom it names.
func (c *clauses) inOffice(m *actors.Mention, head int) []Source {
	if state, ok := c.lex.Actor(m.Affiliation); ok && m.Form == actors.ByOffice {
		words := c.cast.Span(m)
		return []Source{{
			Text: words, Name: state.Name, Kind: parley.BodySource, Affiliation: m.Affiliation, Evidence: []parley.Span{words},
		}}
	}
	return c.named(m, head)
}

// issue gives a sentence to an issuer: what it says as "we", and all of it where no
// other source has it.
func (c *clauses) issue(from Source, bare bool) []Attribution {
	taken := false
	for k := c.firstOf(c.index); k < len(c.found) && c.found[k].Sentence == c.index; k++ {
		a := &c.found[k]
		if a.Own && !bare || a.Own && !a.Thought {
			text := a.Sources[0].Text
			a.Own, a.Sources = false, []Source{from}
			a.Sources[0].Text = text
			a.Sources[0].Evidence = append(slices.Clone(from.Evidence), text)
		}
		taken = taken || a.Reported() && a.Clause
	}
	if taken {
		return nil
	}
	span, ok := c.trim(0, len(c.Tokens))
	if !ok || len(c.Tokens) < fewestIssued || c.reservesRights() {
		return nil
	}
	from.Text = parley.Span{}
	if len(from.Evidence) == 0 {
		from.Evidence = []parley.Span{span}
	}
	return []Attribution{{
		Sentence: c.index, Class: "say", Content: []parley.Span{span}, Sources: []Source{from}, Bare: bare, issued: true,
		Clause: true, Continues: -1, Certainty: 0.8, source: -1, content: c.upTo(0, len(c.Tokens)),
	}}
}

// fewestIssued is how many words a sentence has at least that says something.
const fewestIssued = 3
