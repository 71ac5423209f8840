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
	for i := range f.text.Sentences {
		c := &f.nodes[i]
		colon, ok := c.announcesText()
		if !ok || colon+1 < len(c.Tokens) && c.quoted(colon+1) || i+1 < len(f.text.Sentences) && f.nodes[i+1].opensQuoted() {
			continue
		}
		if source := c.textOf(colon); len(source) > 0 {
			f.takeFullText(i, colon+1, source)
			return
		}
	}
}

// announcesText finds the colon before which a sentence says that a text follows.
func (c *clauses) announcesText() (colon int, ok bool) {
	colon = slices.IndexFunc(c.Tokens, func(t english.Token) bool { return t.Text == ":" })
	if colon < 3 {
		return 0, false
	}
	return colon, slices.ContainsFunc(c.Tokens[:colon], func(t english.Token) bool {
		return knowledge().words["announcer"][strings.ToLower(t.Lemma)]
	})
}

// opensQuoted tells whether a sentence begins in a quotation.
func (c *clauses) opensQuoted() bool { return len(c.Tokens) > 1 && (c.quoted(0) || c.quoted(1)) }

// textOf is whose text a sentence announces: the owner of the noun that names
// it or of one below that noun ("the full text of the envoy's remarks").
func (c *clauses) textOf(colon int) []Source {
	for i := range colon {
		t := &c.Tokens[i]
		noun, speech := knowledge().nouns[strings.ToLower(t.Lemma)]
		if n, ok := knowledge().sources[strings.ToLower(t.Lemma)]; t.UPOS != "NOUN" || !speech && (!ok || n.kind != parley.DocumentSource) {
			continue
		}
		if where, ok := c.owner(i, noun); ok {
			return c.ownerSources(where)
		}
	}
	return nil
}

// takeFullText attributes the text from a token on to a speaker.
func (f *finder) takeFullText(sentence, token int, source []Source) {
	colon := f.text.Sentences[sentence].Tokens[token-1].Start
	for k := range f.found {
		if a := &f.found[k]; a.Sentence == sentence && a.Cue.Start < colon && len(a.Content) > 0 && a.Content[0].Start > colon {
			a.Content = nil // "the text reads: …"
		}
	}
	owner := f.speaks(-1, sentence, token, source)
	for k := sentence + 1; k < len(f.text.Sentences) && !f.nodes[k].reservesRights(); k++ {
		owner = f.speaks(owner, k, 0, source)
	}
	f.sort()
}

// reservesRights tells whether a sentence is a site's mark of its own, behind the text.
func (c *clauses) reservesRights() bool {
	return hasWord(c.Tokens, "©")
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
