package attribution

import (
	"strings"

	"github.com/parleyrecord/parley"
)

// speakerGoesOn gives "he" the person who spoke in the sentence right before, or before
// the quotation that goes on there, and "they" the body or the unnamed people.
func (c *clauses) speakerGoesOn(where place) (Source, bool) {
	head := where.token
	word := c.lower(head)
	if where.sentence != c.index || word != "he" && word != "she" && word != "they" || c.quoted(head) || !c.Tokens[head].Is("nsubj") {
		return Source{}, false
	}
	reach := c.index - 1
	for reach > 0 && reach > c.index-4 && c.wholeQuotation(reach) {
		reach--
	}
	for k := len(c.found) - 1; k >= 0 && c.found[k].Sentence >= reach; k-- {
		a := &c.found[k]
		if a.Sentence == c.index || a.Thought || len(a.Sources) != 1 || !a.Clause || !c.main(a) || !c.verbal(a) {
			continue
		}
		s := a.Sources[0]
		if word == "they" && !c.maySayThey(a) || word != "they" && (s.Kind != parley.PersonSource && !c.unnamedPerson(a) || len(s.Actors) == 1 && !c.cast.MayBe(s.Actors[0], word)) {
			continue
		}
		s.Evidence = append([]parley.Span{c.span(head, head+1), s.Text}, s.Evidence...)
		s.Text = c.phrase(head, false)
		return s, s.Kind == parley.AnonymousSource || len(s.Actors) == 1 || word == "they"
	}
	return Source{}, false
}

// maySayThey tells whether those who say something may go on as "they": a body, or several
// without a name.
func (c *clauses) maySayThey(a *Attribution) bool {
	switch s := a.Sources[0]; s.Kind {
	case parley.BodySource:
		return true
	case parley.AnonymousSource:
		return a.source >= 0 && c.text.Sentences[a.Sentence].Tokens[a.source].Feat("Number") == "Plur"
	}
	return false
}

// wholeQuotation tells whether a sentence stands in a quotation as a whole.
func (c *clauses) wholeQuotation(sentence int) bool {
	marks := c.marks[sentence]
	return len(marks) > 2 && marks[1] > 0 && marks[1] == marks[len(marks)-2]
}

// unnamedPerson tells whether one person without a name says something.
func (c *clauses) unnamedPerson(a *Attribution) bool {
	if a.source < 0 || a.Sources[0].Kind != parley.AnonymousSource {
		return false
	}
	t := &c.text.Sentences[a.Sentence].Tokens[a.source]
	n, ok := knowledge().sources[strings.ToLower(t.Lemma)]
	return t.UPOS == "NOUN" && t.Feat("Number") != "Plur" && ok && n.kind == parley.AnonymousSource
}
