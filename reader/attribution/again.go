package attribution

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// kindBefore is the body with a name of its own that spoke last and that a noun for bodies of its
// kind, or of any kind, means: "the union" after "Olvik Workers", "the rights group" after "Olvik
// Monitor". A body whose name says what it is bears no other kind's noun.
func (c *clauses) kindBefore(head int) (Source, bool) {
	n := knowledge().sources[strings.ToLower(c.Tokens[head].Lemma)]
	if n.kind != parley.BodySource && c.Tokens[head].Lemma != "authority" || c.Tokens[head].UPOS != "NOUN" || c.Child(head, "nmod", "nmod:poss") >= 0 {
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
	s, ok := c.companySpoke(head)
	if world, spoke := c.leagueSpoke(head); spoke && head > 0 && c.Tokens[head-1].UPOS == "DET" {
		s, ok = world, true
	}
	noun := c.lower(head)
	if !ok || strings.ToLower(s.Name) == s.Name || strings.EqualFold(s.Name, noun) {
		return Source{}, false
	}
	if knowledge().anyBody[noun] || noun == "group" {
		return s, true
	}
	for _, word := range strings.Fields(strings.ToLower(s.Name)) {
		if word == noun {
			return s, true
		}
		if knowledge().sources[word].kind == parley.BodySource {
			return Source{}, false
		}
	}
	return s, true
}

// leagueSpoke is the international or charitable body that spoke last of all who spoke in the
// sentences before.
func (c *clauses) leagueSpoke(head int) (Source, bool) {
	for k := len(c.found) - 1; k >= 0 && c.found[k].Sentence >= c.index-companyReach; k-- {
		a := &c.found[k]
		if a.Thought || !c.main(a) || len(a.Sources) != 1 || a.Sentence == c.index {
			continue
		}
		s := a.Sources[0]
		if s.Kind != parley.BodySource || len(s.Actors) != 1 {
			return Source{}, false
		}
		if sector := c.cast.Actors[s.Actors[0]].Sector; sector != "IGO" && sector != "NGO" {
			return Source{}, false
		}
		s.Text = c.phrase(head, false)
		s.Evidence = append([]parley.Span{s.Text}, s.Evidence...)
		return s, true
	}
	return Source{}, false
}

// staffOf are nouns for those of a body who speak for it.
var staffOf = map[string]bool{"team": true, "staff": true, "office": true, "mission": true, "branch": true}

// organisationAt is the body whose name of several words a token ends, though its last word is a
// noun for people too: "the Olvik Rights Monitor".
func (c *clauses) organisationAt(head int) (Source, bool) {
	if c.Tokens[head].UPOS != "PROPN" {
		return Source{}, false
	}
	for _, n := range c.text.Names {
		if n.Sentence != c.index || n.Kind != english.Organisation || n.Last != head+1 || n.Last-n.First < 2 {
			continue
		}
		s := Source{Text: c.phrase(head, false), Kind: parley.BodySource, Name: strings.TrimPrefix(c.nameText(n), "The "), Affiliation: c.sideOf(head)}
		s.Evidence = []parley.Span{s.Text}
		return s, true
	}
	return Source{}, false
}
