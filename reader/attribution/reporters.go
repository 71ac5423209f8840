package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// readReporters notes the names that nobody knows behind a state's and before "reported",
// which are those of media: "Lebanon's Al-Olvik reported".
func (f *finder) readReporters() {
	for _, n := range f.text.Names {
		c := clauses{Sentence: &f.text.Sentences[n.Sentence], index: n.Sentence, finder: f}
		if n.First < 2 || n.Last >= len(c.Tokens) || !c.genitive(n.First-1) {
			continue
		}
		if verb := &c.Tokens[n.Last]; verb.UPOS != "VERB" || !knowledge().words["report"][verb.Lemma] {
			continue
		}
		state, ok := c.matchAt(n.First - 2)
		if !ok || state.Kind != lexicon.StateMatch {
			continue
		}
		if m, ok := c.cast.At(n.Sentence, n.Last-1); ok && c.ofStanding(m) {
			continue
		}
		f.media[strings.ToLower(f.nameText(n))] = state.Actor.ID
	}
}

// ofStanding tells whether a mention means one whom the lexicon knows or who holds an office.
func (f *finder) ofStanding(m *actors.Mention) bool {
	if len(m.Who) != 1 {
		return false
	}
	who := f.cast.Actors[m.Who[0]]
	return who.Known || len(who.Offices) > 0
}

// correspondent is the medium whose reporter speaks without a name: "an agency
// correspondent".
func (c *clauses) correspondent(s Source, head int) (Source, bool) {
	if side, ok := c.reporter(head); ok {
		name, _, named := c.outletIn(head)
		s.Name, s.Kind, s.Affiliation, s.Evidence = name, parley.MediaSource, side, []parley.Span{s.Text}
		return s, named
	}
	return Source{}, false
}

// reporter tells whether a person's phrase says that they work for an outlet,
// whose voice they are: "Norland Times correspondent Per Holm".
func (c *clauses) reporter(head int) (side string, ok bool) {
	if m, ok := c.matchAt(head - 2); head > 1 && ok && m.Kind == lexicon.MediaMatch && c.genitive(head-1) {
		return m.Actor.Affiliation, true // "Reuters' Per Holm"
	}
	first, last := c.Subtree(head, "acl", "parataxis", "conj")
	if !slices.ContainsFunc(c.Tokens[first:last], isReporter) {
		return "", false
	}
	for k := range c.cast.Matches[c.index] {
		if m := &c.cast.Matches[c.index][k]; m.Kind == lexicon.MediaMatch && m.First >= first && m.Last < last {
			return m.Actor.Affiliation, true
		}
	}
	return "", false
}

// isReporter tells whether a word is one for those who work for a medium: "correspondent".
func isReporter(t english.Token) bool { return knowledge().words["reporter"][strings.ToLower(t.Lemma)] }

// mediumOfStaff is the medium that the text has told last by those who work for it: "the newspaper" after "two Norland
// Times journalists".
func (c *clauses) mediumOfStaff(head int) (Source, bool) {
	for i := c.index; i >= max(0, c.index-mediumReach); i-- {
		at := c.nodesOr(i)
		for k := range c.cast.Matches[i] {
			m := &c.cast.Matches[i][k]
			staff := m.Last + 1
			if m.Kind != lexicon.MediaMatch || staff >= len(at.Tokens) || !isReporter(at.Tokens[staff]) {
				continue
			}
			if c.fitsMedium(m.Actor.Name, head) {
				return c.mediumMatched(head, i, m), true
			}
		}
	}
	return Source{}, false
}
