package attribution

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// speakerGoesOn gives "he" the person who spoke in the sentence right before, or before
// the quotation that goes on there, and "they" the body or the unnamed people.
func (c *clauses) speakerGoesOn(where place) (Source, bool) {
	head := where.token
	word, spoken := c.lower(head), c.Tokens[head].Is("nsubj")
	if subject, ok := map[string]string{"him": "he", "her": "she", "them": "they"}[word]; ok && c.accordingTo(head) {
		word, spoken = subject, true
	}
	if where.sentence != c.index || word != "he" && word != "she" && word != "they" || c.quoted(head) || !spoken {
		return Source{}, false
	}
	if word != "they" && c.opensReport(head) && c.namedAhead(head, word) {
		return Source{}, false
	}
	reach := c.reachBack(1)
	for a := range c.backTo(reach) {
		if !c.spokeAlone(a) || !c.verbal(a) {
			continue
		}
		s := a.Sources[0]
		if !a.Clause && (word != "they" || s.Kind != parley.BodySource || s.Name == "") && (word == "they" || !c.leads(a)) {
			continue
		}
		if !c.maySayOn(a, word) {
			continue
		}
		s.Evidence = append([]parley.Span{c.span(head, head+1), s.Text}, s.Evidence...)
		s.Text = c.phrase(head, false)
		return s, s.Kind != parley.PersonSource || len(s.Actors) == 1
	}
	if word == "they" {
		return c.subjectMeant(head)
	}
	return c.subjectGoesOn(head, word)
}

// maySayOn tells whether who says something may go on by a pronoun: one person as "he" or "she", others as "they".
func (c *clauses) maySayOn(a *Attribution, pronoun string) bool {
	if pronoun == "they" {
		return c.maySayThey(a)
	}
	s := a.Sources[0]
	if s.Kind != parley.PersonSource && !c.unnamedPerson(a) && !c.spokesperson(a) {
		return false
	}
	return len(s.Actors) != 1 || c.cast.MayBe(s.Actors[0], pronoun)
}

// spokeAlone tells whether an attribution of another sentence is what one source said, told by the text itself:
// no thought, and neither inside a quotation nor inside what somebody else said.
func (c *clauses) spokeAlone(a *Attribution) bool {
	return a.Sentence != c.index && !c.quotedCue(a) && c.saidByOne(a)
}

// saidByOne tells whether an attribution is what one source said, and not inside what somebody else said.
func (f *finder) saidByOne(a *Attribution) bool {
	return !a.Thought && len(a.Sources) == 1 && f.main(a)
}

// subjectGoesOn gives "he" behind a quotation the person of whom the sentence right before tells, where nobody speaks
// in that: "Kovar made the same point. "It is time," she said".
func (c *clauses) subjectGoesOn(head int, word string) (Source, bool) {
	if head == 0 || !c.quoted(0) || !c.silentBefore() {
		return Source{}, false
	}
	before := c.nodesOr(c.index - 1)
	subject := before.mainSubject()
	if subject < 0 || !before.namesPerson(subject) {
		return Source{}, false
	}
	m, _ := c.cast.At(c.index-1, subject)
	all := before.named(m, subject)
	if len(all) != 1 || all[0].Kind != parley.PersonSource || !c.cast.MayBe(m.Who[0], word) {
		return Source{}, false
	}
	all[0].Evidence = append([]parley.Span{c.span(head, head+1)}, all[0].Evidence...)
	all[0].Text = c.phrase(head, false)
	return all[0], true
}

// silentBefore tells whether a sentence that is no title stands before this one, and nobody speaks in it.
func (c *clauses) silentBefore() bool {
	if c.index == 0 || c.text.Sentences[c.index-1].Paragraph == 0 {
		return false
	}
	k := c.firstOf(c.index - 1)
	return k == len(c.found) || c.found[k].Sentence != c.index-1
}

// mainSubject is the subject of the verb on which all of a sentence hangs; -1 where it has none.
func (c *clauses) mainSubject() int {
	if root := c.Root(); root >= 0 {
		return c.Child(root, "nsubj")
	}
	return -1
}

// accordingTo tells whether "according to" stands right before a token.
func (c *clauses) accordingTo(token int) bool {
	return token > 1 && c.lower(token-1) == "to" && c.lower(token-2) == "according"
}

// leads tells whether a person is told as the subject of a sentence, so that "he" goes on with him
// whatever he is told to have called, demanded or denied.
func (c *clauses) leads(a *Attribution) bool {
	if a.source < 0 || c.quotedCue(a) {
		return false
	}
	at := c.nodesOr(a.Sentence)
	t := &at.Tokens[a.source]
	return (at.namesPerson(a.source) || c.unnamedPerson(a)) && t.Is("nsubj") && t.Head >= 0 && at.Tokens[t.Head].Head < 0
}

// reachBack is the sentence that stands a number of sentences back, where those that a quotation
// fills right before this one do not count.
func (c *clauses) reachBack(sentences int) int {
	reach := c.index - 1
	for reach > 0 && reach > c.index-longestQuotation && c.wholeQuotation(reach) {
		reach--
	}
	return reach - sentences + 1
}

// longestQuotation is how many sentences of a quotation may part a speaker from who goes on.
const longestQuotation = 12

// opensReport tells whether what a pronoun says stands behind its verb, or is what a clause
// with "which" is about, so that those named before the pronoun are not in it.
func (c *clauses) opensReport(token int) bool {
	verb := c.Tokens[token].Head
	return verb > token && (c.Child(verb, "ccomp", "obj", "xcomp") > verb || c.Tokens[verb].Is("acl:relcl"))
}

// namedAhead tells whether the sentence names somebody before a pronoun whom it may mean:
// "after Kovar's call for a truce, which she said".
func (c *clauses) namedAhead(token int, pronoun string) bool {
	for at := token - 1; at >= 0; at-- {
		if m, ok := c.cast.At(c.index, at); ok && m.Form == actors.Named && len(m.Who) == 1 && c.marks[c.index][at] == c.marks[c.index][token] {
			if a := c.cast.Actors[m.Who[0]]; a.Kind == parley.PersonActor && c.cast.MayBe(m.Who[0], pronoun) {
				return true
			}
		}
	}
	return false
}

// maySayThey tells whether those who say something may go on as "they": a body, or several
// without a name.
func (c *clauses) maySayThey(a *Attribution) bool {
	switch s := a.Sources[0]; s.Kind {
	case parley.BodySource:
		return true
	case parley.AnonymousSource:
		return a.source >= 0 && !c.oneTold(a)
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
	t := c.sourceToken(a)
	if word := strings.ToLower(t.Text); word == "he" || word == "she" || word == "him" || word == "her" {
		return true // who went on already
	}
	if t.Lemma == "one" || t.Lemma == "another" {
		return t.UPOS == "NUM" || t.UPOS == "PRON" || t.UPOS == "DET" // "one of the survivors"
	}
	n, ok := knowledge().sources[strings.ToLower(t.Lemma)]
	return t.UPOS == "NOUN" && t.Feat("Number") != "Plur" && ok && n.kind == parley.AnonymousSource
}

// spokesperson tells whether one person without a name says something for a body: "the board's spokesman".
func (c *clauses) spokesperson(a *Attribution) bool {
	if a.source < 0 || a.Sources[0].Kind != parley.BodySource {
		return false
	}
	m, ok := c.nodesOr(a.Sentence).matchAt(a.source)
	return ok && m.Title.Class == lexicon.SpokesClass && c.oneTold(a)
}
