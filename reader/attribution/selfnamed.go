package attribution

import (
	"cmp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/actors"
)

// selfNamed is somebody whom a text tells by a noun and by the name that he gave of himself: "a resident, who gave
// his name as Omar", "a man calling himself Omar". Nobody else who bears that name is meant.
func (c *clauses) selfNamed(s Source, head int) (Source, bool) {
	if first := c.nameSetOff(head); first >= 0 {
		return c.calledBy(s, head, first, first+1), true
	}
	for at := head + 2; at < min(head+longestSetOff, len(c.Tokens)-1); at++ {
		first := c.givenName(at, head)
		if first < 0 {
			continue
		}
		last := first
		for last < len(c.Tokens) && c.Tokens[last].UPOS == "PROPN" {
			last++
		}
		if last == first {
			return Source{}, false
		}
		return c.calledBy(s, head, first, last), true
	}
	return Source{}, false
}

// calledBy is a source with the name that the text gives it, by which it goes from there on, and by which those are
// known who have spoken before by the same noun: "a doctor said … He said … the doctor, who gave his name as Omar".
func (c *clauses) calledBy(s Source, head, first, last int) Source {
	s.Name, s.Kind, s.Affiliation = c.Text(first, last), parley.PersonSource, cmp.Or(s.Affiliation, c.standsHere(head))
	s.Evidence = []parley.Span{s.Text, c.span(first, last)}
	c.given[s.Name] = s
	if !c.definite(head) {
		return s
	}
	for a := range c.backTo(c.index - laterReach) {
		if !c.spokeAlone(a) || !c.unnamedPerson(a) {
			continue
		}
		again := c.sameNoun(a, head)
		if !again && c.sourceToken(a).UPOS != "PRON" {
			break
		}
		a.Sources = []Source{s.toldBy(a.Sources[0].Text)}
		if again {
			break
		}
	}
	return s
}

// nameSetOff is the one word behind a noun for a person and a comma that is his name: "a young man, Omar, said"; -1
// where there is none.
func (c *clauses) nameSetOff(head int) int {
	name := c.Child(head, "appos")
	if name < head+2 || c.Tokens[head].UPOS != "NOUN" || c.inPlural(head) || c.kindOf(head) != parley.AnonymousSource {
		return -1
	}
	if t := &c.Tokens[name]; t.UPOS != "PROPN" || isUpper(t.Text) || !c.unknownName(name) {
		return -1
	}
	if c.Tokens[name-1].Text != "," || name+1 < len(c.Tokens) && c.Tokens[name+1].UPOS != "PUNCT" {
		return -1
	}
	return name
}

// givenName is where the name begins that those told by a noun gave of themselves, if a token is the last of the
// words that say so; -1 where it is not.
func (c *clauses) givenName(at, head int) int {
	first := at + 1
	if c.opensQuote(first) {
		first++
	}
	switch word := c.lower(at); {
	case first >= len(c.Tokens) || c.quoted(at):
		return -1
	case word == "name" && at > 1 && c.lower(at-1) == "the" && c.lower(at-2) == "by" && c.Dominates(head, at):
		return first // "who goes by the name Omar"
	case word == "as":
		for before := at - 1; before > max(0, at-4); before-- {
			passive := knowledge().words["naming"][c.Tokens[before].Lemma] && c.Child(before, "aux:pass") >= 0
			if c.Dominates(head, before) && (passive || knowledge().words["name"][c.lower(before)] || reflexive[c.lower(before)]) {
				return first
			}
		}
	case reflexive[word] && c.Dominates(head, at) && knowledge().words["calling"][strings.ToLower(c.Tokens[at-1].Lemma)]:
		return first
	}
	return -1
}

// opensQuote tells whether a token is an opening quotation mark.
func (c *clauses) opensQuote(token int) bool {
	return token < len(c.Tokens) && strings.ContainsAny(c.Tokens[token].Text, "\"“‘")
}

var reflexive = map[string]bool{"himself": true, "herself": true, "themselves": true}

// givenBefore is who gave himself the name by which a mention tells of somebody.
func (c *clauses) givenBefore(m *actors.Mention) (Source, bool) {
	if m.Form != actors.Named || len(c.given) == 0 {
		return Source{}, false
	}
	tokens := c.text.Sentences[m.Sentence].Tokens
	longer := m.Head > 0 && tokens[m.Head-1].UPOS == "PROPN" || m.Head+1 < len(tokens) && tokens[m.Head+1].UPOS == "PROPN"
	s, ok := c.given[tokens[m.Head].Text]
	return s.toldBy(c.cast.Span(m)), ok && !longer
}

// ofOwnName tells whether a verb says no more than by what name its subject goes, or is not to go: "a man calling
// himself Omar", "asked to be identified by her first name".
func (c *clauses) ofOwnName(k *cueVerb) bool {
	himself := k.token+1 < len(c.Tokens) && reflexive[c.lower(k.token+1)]
	if himself && knowledge().words["calling"][strings.ToLower(c.Tokens[k.token].Lemma)] {
		return c.Tokens[k.token].Is("acl")
	}
	named := c.Child(k.token, "xcomp", "ccomp")
	if named <= k.token || !knowledge().words["naming"][strings.ToLower(c.Tokens[named].Lemma)] {
		return false
	}
	return c.Child(named, "aux:pass") >= 0 && c.Child(named, "nsubj", "nsubj:pass") < 0
}
