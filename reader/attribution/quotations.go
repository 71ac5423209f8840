package attribution

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// continueQuotations attributes the sentences of a quotation that have no cue of
// their own: those beside the cue's sentence inside one pair of marks, and
// further quotations that follow at once.
func (f *finder) continueQuotations() {
	owner := make([]int, len(f.text.Quotations))
	for q := range owner {
		owner[q] = f.ownerOf(q)
	}
	for q := range owner {
		if !f.speech(q) || f.nested(q) {
			continue
		}
		if owner[q] < 0 {
			owner[q] = f.colonBefore(q)
		}
		if owner[q] < 0 {
			owner[q] = f.speakerBefore(q, owner)
		}
		if owner[q] >= 0 {
			f.fill(q, func(sentence int, pieces []parley.Span, set []bool) Attribution {
				return f.continuation(owner[q], sentence, pieces, set)
			})
		} else if source, ok := f.toldOf(q); ok {
			f.fill(q, func(sentence int, pieces []parley.Span, set []bool) Attribution {
				return Attribution{
					Sentence: sentence, Content: pieces, Class: "say", Sources: []Source{source}, Quoted: true, Clause: true,
					Continues: -1, Certainty: 0.6, content: set, source: -1,
				}
			})
		}
	}
	f.found = append(f.found, f.continued...)
	f.sort()
}

// nested tells whether a quotation stands inside another.
func (f *finder) nested(q int) bool {
	at := &f.text.Quotations[q]
	for k := q - 1; k >= 0 && k >= q-8; k-- {
		if o := &f.text.Quotations[k]; o.Start < at.Start && o.End >= at.End && f.double(o.Start) {
			return true
		}
	}
	return false
}

// ownerOf finds the attribution whose cue stands outside a quotation and whose
// content stands in it; -1 where there is none.
func (f *finder) ownerOf(q int) int {
	at := &f.text.Quotations[q]
	best := -1
	first, last := f.sentencesOf(q)
	for k := f.firstOf(first - 1); k < len(f.found) && f.found[k].Sentence <= last+1; k++ {
		a := &f.found[k]
		if a.Thought || len(a.Sources) == 0 || a.Cue.Start >= at.Start && a.Cue.End <= at.End || a.Unreal && !a.Quoted {
			continue
		}
		for _, s := range a.Content {
			if s.Start < at.InnerEnd && at.InnerStart < s.End && (best < 0 || f.closer(a, &f.found[best], at.Start)) {
				best = k
			}
		}
	}
	return best
}

// closer tells whether an attribution's content begins nearer to a byte, or is said where
// the other's may be.
func (f *finder) closer(a, b *Attribution, at int) bool {
	if a.Unreal != b.Unreal {
		return b.Unreal
	}
	far := func(x *Attribution) int {
		n := 1 << 30
		for _, s := range x.Content {
			n = min(n, max(s.Start-at, at-s.Start))
		}
		return n
	}
	return far(a) < far(b)
}

// speakerBefore is who goes on speaking in a quotation of whole sentences that
// has no cue: the owner of the quotation right before, or whoever spoke in the
// sentence before.
func (f *finder) speakerBefore(q int, owner []int) int {
	first, last := f.sentencesOf(q)
	if first < 0 || !f.whole(q, first, last) || first == 0 {
		return -1
	}
	for k := q - 1; k >= 0; k-- {
		before := &f.text.Quotations[k]
		if f.nested(k) {
			continue
		}
		if owner[k] < 0 || before.End < f.text.Sentences[first-1].Start {
			break
		}
		if f.text.Sentences[first].Paragraph-f.text.Sentences[first-1].Paragraph <= 1 {
			return owner[k]
		}
	}
	if f.text.Sentences[first].Paragraph-f.text.Sentences[first-1].Paragraph > 1 {
		return -1
	}
	for k := f.firstOf(first) - 1; k >= 0 && f.found[k].Sentence == first-1; k-- {
		if a := &f.found[k]; a.Sentence == first-1 && a.Reported() && f.main(a) {
			return k
		}
	}
	return -1
}

// toldOf is who may say what is quoted without a word of saying: of whom the sentence tells something before
// the colon behind which the quotation stands, or the sentence before it.
func (f *finder) toldOf(q int) (Source, bool) {
	first, colon := f.colonAhead(q)
	if first < 0 {
		return Source{}, false
	}
	if colon < 0 {
		return f.toldOfBefore(q)
	}
	c := &f.nodes[first]
	for i := range colon {
		if c.Tokens[i].Deprel == "nsubj" && c.animate(i) && !c.quoted(i) && c.Tokens[i].Head < colon {
			sources := c.sources(place{first, i, false})
			if len(sources) == 1 && (sources[0].Kind == parley.PersonSource || sources[0].Kind == parley.AnonymousSource) {
				return sources[0], true
			}
		}
	}
	return Source{}, false
}

// toldOfBefore is the person of whom the sentence before a quotation of whole sentences tells something,
// where nobody is said to say it: "Kovar had to leave the town. “We lost all.”".
func (f *finder) toldOfBefore(q int) (Source, bool) {
	first, last := f.sentencesOf(q)
	if first < 1 || !f.whole(q, first, last) {
		return Source{}, false
	}
	if before := f.text.Sentences[first-1].Paragraph; before == 0 || f.text.Sentences[first].Paragraph-before > 1 {
		return Source{}, false
	}
	c := &f.nodes[first-1]
	root := c.Root()
	if root < 0 || c.Tokens[root].UPOS != "VERB" || c.quoted(root) || c.Tokens[len(c.Tokens)-1].Text != "." {
		return Source{}, false
	}
	subject := c.Child(root, "nsubj", "nsubj:pass")
	if subject < 0 {
		return Source{}, false
	}
	sources := c.sources(place{first - 1, subject, false})
	if len(sources) != 1 || sources[0].Kind != parley.PersonSource || len(sources[0].Actors) != 1 {
		return Source{}, false
	}
	return sources[0].untold(), true
}

// colonBefore is the statement that a sentence tells before the colon behind which it quotes
// its speaker: "Kovar turned to the harbour plan: "We will build it."".
func (f *finder) colonBefore(q int) int {
	first, colon := f.colonAhead(q)
	if colon < 0 {
		return -1
	}
	for k := f.firstOf(first); k < len(f.found) && f.found[k].Sentence == first; k++ {
		if a := &f.found[k]; a.Cue.End <= f.text.Quotations[q].Start && len(a.Sources) > 0 && a.source >= 0 && !a.Negated && !a.Own && f.main(a) {
			return k
		}
	}
	return -1
}

// colonAhead is the sentence in which a quotation begins and the colon right before it; -1 where there is none.
func (f *finder) colonAhead(q int) (sentence, colon int) {
	sentence, _ = f.sentencesOf(q)
	if sentence < 0 {
		return -1, -1
	}
	tokens, at := f.text.Sentences[sentence].Tokens, &f.text.Quotations[q]
	colon = slices.IndexFunc(tokens, func(t english.Token) bool { return t.End > at.Start }) - 1
	if colon < 2 || tokens[colon].Text != ":" {
		return sentence, -1
	}
	return sentence, colon
}

// main tells whether an attribution's cue is not inside another's content.
func (f *finder) main(a *Attribution) bool {
	for k := f.firstOf(a.Sentence); k < len(f.found) && f.found[k].Sentence == a.Sentence; k++ {
		b := &f.found[k]
		quotedApart := f.quotedCue(b) && !f.quotedCue(a)
		if a.Cue.End > a.Cue.Start && !b.issued && !quotedApart && b.covers(a.Cue) {
			return false
		}
	}
	return true
}

// firstOf is the index of the first attribution of a sentence or of a later
// one. It needs f.found in the order of sentences.
func (f *finder) firstOf(sentence int) int {
	at, _ := slices.BinarySearchFunc(f.found, sentence, func(a Attribution, s int) int { return a.Sentence - s })
	return at
}

// sentencesOf is the range of sentences that a quotation touches, both inside.
func (f *finder) sentencesOf(q int) (first, last int) {
	first = -1
	at := &f.text.Quotations[q]
	start, _ := slices.BinarySearchFunc(f.text.Sentences, at.Start, func(s english.Sentence, start int) int { return s.End - start })
	for i := start; i < len(f.text.Sentences) && f.text.Sentences[i].Start <= at.End; i++ {
		s := &f.text.Sentences[i]
		if s.Start < at.InnerEnd && at.InnerStart < s.End {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// whole tells whether a quotation consists of whole sentences.
func (f *finder) whole(q, first, last int) bool {
	at := &f.text.Quotations[q]
	opens := at.InnerStart-f.text.Sentences[first].Start <= 3
	closes := f.text.Sentences[last].End-at.InnerEnd <= 4
	return opens && closes && len(f.text.Sentences[first].Tokens) > 2
}

// fill attributes every sentence of a quotation that holds no words of its owner's yet.
func (f *finder) fill(q int, attributed func(sentence int, pieces []parley.Span, set []bool) Attribution) {
	first, last := f.sentencesOf(q)
	at := &f.text.Quotations[q]
	for i := first; i >= 0 && i <= last; i++ {
		s := &f.text.Sentences[i]
		if f.claimed(i, at.InnerStart, at.InnerEnd) {
			continue
		}
		c := clauses{Sentence: s, finder: f, index: i}
		set := make([]bool, len(s.Tokens))
		for t := range s.Tokens {
			set[t] = s.Tokens[t].Start >= at.InnerStart && s.Tokens[t].End <= at.InnerEnd
		}
		pieces := c.pieces(set)
		if len(pieces) == 0 {
			continue
		}
		f.continued = append(f.continued, attributed(i, pieces, set))
	}
}

// claimed tells whether a sentence's part of a quotation is attributed already
// by a cue outside it.
func (f *finder) claimed(sentence, start, end int) bool {
	holds := func(a *Attribution) bool {
		return a.Sentence == sentence && !a.Thought && len(a.Sources) > 0 && (a.Cue.Start < start || a.Cue.End > end) &&
			slices.ContainsFunc(a.Content, func(s parley.Span) bool { return s.Start < end && start < s.End })
	}
	for k := f.firstOf(sentence); k < len(f.found) && f.found[k].Sentence == sentence; k++ {
		if holds(&f.found[k]) {
			return true
		}
	}
	for k := len(f.continued) - 1; k >= 0 && f.continued[k].Sentence >= sentence; k-- {
		if holds(&f.continued[k]) {
			return true
		}
	}
	return false
}

// continuation is a sentence without a cue in the words of another's source.
func (f *finder) continuation(owner, sentence int, pieces []parley.Span, set []bool) Attribution {
	from := &f.found[owner]
	if from.Continues >= 0 {
		owner, from = from.Continues, &f.found[from.Continues]
	}
	a := Attribution{
		Sentence: sentence, Content: pieces, Class: "say", Via: from.Via, Quoted: true, Clause: true,
		Continues: owner, Certainty: from.Certainty * 0.95, content: set, source: -1,
	}
	for _, s := range from.Sources {
		a.Sources = append(a.Sources, s.untold())
	}
	return a
}

// sort brings the attributions into the order of the text and keeps what
// Continues points to.
func (f *finder) sort() {
	order := make([]int, len(f.found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if d := f.found[i].Sentence - f.found[j].Sentence; d != 0 {
			return d
		}
		return f.found[i].place() - f.found[j].place()
	})
	moved := make([]int, len(order))
	sorted := make([]Attribution, len(order))
	for to, from := range order {
		moved[from], sorted[to] = to, f.found[from]
	}
	f.found = sorted
	f.renumber(moved)
}
