package attribution

import (
	"cmp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// companyBefore is the company or the like that a text has named last before it speaks of
// "the company": an organisation that is no body of a state.
func (c *clauses) companyBefore(head int) (Source, bool) {
	if !knowledge().words["firm"][c.lower(head)] || c.namedByNoun(head) {
		return Source{}, false
	}
	if before, ok := c.companySpoke(head, func(s Source) bool { return !c.ofOtherKind(s, "") }); ok {
		return before, true
	}
	for k := len(c.cast.Mentions) - 1; k >= 0; k-- {
		m := &c.cast.Mentions[k]
		if !c.mentionedBefore(m, head) || len(m.Who) != 1 {
			continue
		}
		if m.Sentence < c.index-companyReach {
			break
		}
		if a := c.cast.Actors[m.Who[0]]; a.Kind == parley.BodyActor && a.Sector == "BUS" {
			text := c.phrase(head, false)
			return Source{
				Text: text, Name: a.Name, Kind: parley.BodySource, Affiliation: a.Affiliation, Actors: m.Who,
				Evidence: append([]parley.Span{text}, c.cast.Evidence(m)...),
			}, true
		}
	}
	if firm, ok := c.firmNamed(head); ok {
		return firm, true
	}
	return c.subjectBefore(head)
}

// firmNamed is the organisation, of no state and told by no noun for another kind, that the text has named last before
// a noun, whom nobody knows: "the company" after "Norvik Shipping".
func (c *clauses) firmNamed(head int) (Source, bool) {
	for k := len(c.text.Names) - 1; k >= 0; k-- {
		n := &c.text.Names[k]
		if n.Sentence > c.index || n.Sentence == c.index && n.Last > head || n.Kind != english.Organisation {
			continue
		}
		if n.Sentence < c.index-companyReach {
			break
		}
		last := n.Last
		for tokens := c.nodesOr(n.Sentence).Tokens; last > n.First+1 && strings.ToLower(tokens[last-1].Text) == tokens[last-1].Text; {
			last-- // "executive" behind the name of a company
		}
		if m, ok := c.cast.At(n.Sentence, last-1); ok && len(m.Who) == 1 && (c.cast.Actors[m.Who[0]].Affiliation != "" || c.onePerson(m)) {
			continue
		}
		text, named := c.phrase(head, false), c.nodesOr(n.Sentence).span(n.First, last)
		s := Source{Text: text, Name: c.text.Source[named.Start:named.End], Kind: parley.BodySource, Evidence: []parley.Span{text, named}}
		if !c.ofOtherKind(s, "") {
			return s, true
		}
	}
	return Source{}, false
}

// firmOfState is the company that spoke before where the text goes on to tell it by its state: "the Norlandic
// company".
func (c *clauses) firmOfState(m *actors.Mention, head int) (Source, bool) {
	if m.Form != actors.ByBody || m.Plural || m.Sentence != c.index {
		return Source{}, false
	}
	if c.Tokens[head].UPOS != "NOUN" || !knowledge().words["firm"][c.lower(head)] || !c.definite(head) {
		return Source{}, false
	}
	firm, ok := c.companySpoke(head, func(s Source) bool { return !c.ofOtherKind(s, "") })
	firm.Affiliation = cmp.Or(firm.Affiliation, m.Affiliation)
	return firm, ok && firm.Affiliation == m.Affiliation
}

// namedByNoun tells whether a name that the lexicon does not know stands right before a noun: "the Harbour
// Advice charity".
func (c *clauses) namedByNoun(head int) bool {
	return head > 1 && c.Tokens[head-1].Is("compound") && c.unknownName(head-1)
}

// companySpoke is the body that spoke last of those that fit, with a name that is nobody's in office.
func (c *clauses) companySpoke(head int, fits func(Source) bool) (Source, bool) {
	for a := range c.backTo(c.index - companyReach) {
		if !c.saidByOne(a) {
			continue
		}
		s := a.Sources[0]
		if s.Kind != parley.BodySource || !fits(s) || !capital(s.Name) || c.isOfficial(s) {
			continue
		}
		return s.toldBy(c.phrase(head, false)), true
	}
	return Source{}, false
}

// isOfficial tells whether a source is one that serves a state: a ministry, but no company.
func (f *finder) isOfficial(s Source) bool {
	if len(s.Actors) != 1 {
		return false
	}
	a := f.cast.Actors[s.Actors[0]]
	return !unofficial[a.Sector] && a.Affiliation != ""
}

// unofficial are the sectors of bodies that are no state's, nor of several states.
var unofficial = map[string]bool{"BUS": true, "SOC": true, "NGO": true, "PTY": true, "REL": true, "CVL": true, "EDU": true, "LAB": true}

// subjectBefore is a name that nobody knows and that was the subject last: the company,
// where the tagger has found none.
func (c *clauses) subjectBefore(head int) (Source, bool) {
	for i := c.index; i >= max(0, c.index-companyReach); i-- {
		before := c.nodesOr(i)
		for at := len(before.Tokens) - 1; at >= 0; at-- {
			t := &before.Tokens[at]
			if i == c.index && at >= head || t.UPOS != "PROPN" || !t.Is("nsubj") || before.time(at) {
				continue
			}
			if _, known := c.cast.At(i, at); known {
				continue
			}
			text := c.phrase(head, false)
			s := Source{Text: text, Name: before.bare(at), Kind: parley.BodySource, Evidence: []parley.Span{text, before.span(at, at+1)}}
			return s, !c.ofOtherKind(s, "")
		}
	}
	return Source{}, false
}

// companyReach is how many sentences back a company may be named.
const companyReach = 4
