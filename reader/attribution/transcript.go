package attribution

import (
	"strings"

	"github.com/parleyrecord/parley"
)

// readTranscript reads the turns of a transcript, "KOVAR: We shall see.": a
// paragraph that opens with a name and a colon is that person's words.
func (f *finder) readTranscript() {
	for i := 0; i < len(f.text.Sentences); i++ {
		s := &f.text.Sentences[i]
		if s.Paragraph == 0 || i > 0 && f.text.Sentences[i-1].Paragraph == s.Paragraph {
			continue
		}
		c := &f.nodes[i]
		colon, head, ok := c.turn()
		if !ok {
			continue
		}
		source := c.sources(place{i, head, false})
		if own, ok := c.titledAs(head); ok {
			source = []Source{own}
		}
		if len(source) == 0 || source[0].Kind == parley.MediaSource {
			continue
		}
		f.takeTurn(i, colon, source)
	}
	f.sort()
}

// turn finds the name and the colon that open a turn.
func (c *clauses) turn() (colon, head int, ok bool) {
	for colon = 1; colon < len(c.Tokens) && colon < 7; colon++ {
		if c.Tokens[colon].Text == ":" {
			break
		}
	}
	if colon >= len(c.Tokens) || c.Tokens[colon].Text != ":" || c.quoted(0) {
		return 0, 0, false
	}
	for head = colon - 1; head >= 0; head-- {
		if m, ok := c.cast.At(c.index, head); ok && m.First <= 1 && len(m.Who) == 1 {
			return colon, head, c.cast.Actors[m.Who[0]].Kind == parley.PersonActor && c.all(0, colon)
		}
	}
	return 0, 0, false
}

// all tells whether every word of a range is written with a capital, as a name
// with its title is.
func (c *clauses) all(first, last int) bool {
	for i := first; i < last; i++ {
		if w := c.Tokens[i].Text; strings.ToLower(w[:1]) == w[:1] && !c.edge(i) {
			return false
		}
	}
	return true
}

// takeTurn attributes the rest of the paragraph to the speaker of a turn.
func (f *finder) takeTurn(i, colon int, source []Source) {
	owner := -1
	for k := i; k < len(f.text.Sentences) && f.text.Sentences[k].Paragraph == f.text.Sentences[i].Paragraph; k++ {
		first := 0
		if k == i {
			first = colon + 1
		}
		if c := &f.nodes[k]; owner < 0 && !c.verbBefore(len(c.Tokens)) {
			continue // "Kovar: 54 percent" is no speech
		}
		owner = f.speaks(owner, k, first, source)
	}
}
