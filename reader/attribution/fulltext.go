package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// readFullText reads what an article prints in full behind words such as "The
// text of the envoy's statement follows:": from there on all is the speaker's,
// although no quotation marks say so.
func (f *finder) readFullText() {
	for i := 0; i < len(f.text.Sentences)-1; i++ {
		c := &f.nodes[i]
		if !c.announcesText() || f.nodes[i+1].opensQuoted() {
			continue
		}
		if source := c.textOf(); len(source) > 0 {
			f.takeFullText(i+1, source)
			return
		}
	}
}

// announcesText tells whether a sentence ends by saying that a text follows.
func (c *clauses) announcesText() bool {
	if len(c.Tokens) < 4 || c.Tokens[len(c.Tokens)-1].Text != ":" {
		return false
	}
	return slices.ContainsFunc(c.Tokens, func(t english.Token) bool {
		switch strings.ToLower(t.Lemma) {
		case "follow", "follows", "below", "read":
			return true
		}
		return false
	})
}

// opensQuoted tells whether a sentence begins in a quotation.
func (c *clauses) opensQuoted() bool { return len(c.Tokens) > 1 && (c.quoted(0) || c.quoted(1)) }

// textOf is whose text a sentence announces: the owner of the noun that names
// it or of one below that noun ("the full text of the envoy's remarks").
func (c *clauses) textOf() []Source {
	for i := range c.Tokens {
		t := &c.Tokens[i]
		_, speech := knowledge().nouns[strings.ToLower(t.Lemma)]
		if n, ok := knowledge().sources[strings.ToLower(t.Lemma)]; t.UPOS != "NOUN" || !speech && (!ok || n.kind != parley.DocumentSource) {
			continue
		}
		if where, ok := c.owner(i); ok {
			return c.ownerSources(where)
		}
	}
	return nil
}

// takeFullText attributes the sentences from one on to a speaker.
func (f *finder) takeFullText(first int, source []Source) {
	owner := -1
	for k := first; k < len(f.text.Sentences); k++ {
		owner = f.speaks(owner, k, 0, source)
	}
	f.sort()
}

// speaks attributes a sentence from a token on to a speaker without a cue. Owner
// is the index of the attribution that it goes on with, -1 where it is the first,
// and comes back for the next sentence.
func (f *finder) speaks(owner, sentence, first int, source []Source) int {
	c := &f.nodes[sentence]
	span, ok := c.trim(first, len(c.Tokens))
	if !ok {
		return owner
	}
	pieces, set := []parley.Span{span}, c.upTo(first, len(c.Tokens))
	if owner >= 0 {
		f.found = append(f.found, f.continuation(owner, sentence, pieces, set))
		return owner
	}
	f.found = append(f.found, Attribution{
		Sentence: sentence, Class: "say", Content: pieces, Sources: source, Quoted: true, Clause: true,
		Continues: -1, Certainty: 0.85, content: set, source: -1,
	})
	return len(f.found) - 1
}
