package events

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// fewestQuoted is the number of words from which a quote can be told from others
// of its text.
const fewestQuoted = 3

// clause is the shortest stretch that tells the event: the clause of its verb
// without clauses that are told beside it, or the phrase of a noun that no verb
// carries.
func (f *finder) clause(t trigger) parley.Span {
	s := &f.in.Text.Sentences[t.sentence]
	if t.within.last > 0 && !t.within.listed {
		return t.within.told(s)
	}
	head := t.token
	if t.support >= 0 {
		head = t.support
	} else if t.sense.Noun && s.Tokens[t.token].Is("nmod") && s.Tokens[t.token].Head >= 0 && measures(s.Tokens[s.Tokens[t.token].Head].Lemma) {
		head = s.Tokens[t.token].Head
	} else if over := s.Tokens[t.token].Head; over >= 0 && s.Tokens[t.token].Is("nsubj") && s.Child(over, "cop") >= 0 {
		head = over // "the talks were frank"
	}
	first, last := clauseOf(s, head)
	first, last = min(first, t.token), max(last, t.token+1)
	first, last = s.Whole(s.Widen(first, last, fewestQuoted))
	for ; first > 0 && words(s, first, last) < fewestQuoted; first-- {
	}
	return parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End}
}

// untilDay lets the words that tell an event reach to its day, where a verb coordinated
// with its own gives it: "the talks were frank and would go on on Sunday".
func (f *finder) untilDay(m *mention) {
	if m.when == nil || m.when.Sentence != m.sentence || m.when.Start < m.clause.End {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	verb := s.Clause(s.Anchor(m.when.First, m.when.Last))
	if t := &s.Tokens[verb]; t.Is("conj") && t.Head == s.Clause(m.token) {
		m.clause.End = m.when.End
	}
}

// words counts the tokens of a range that are no punctuation.
func words(s *english.Sentence, first, last int) int {
	n := 0
	for _, t := range s.Tokens[first:last] {
		if t.UPOS != "PUNCT" {
			n++
		}
	}
	return n
}

// clauseOf is the token range of a clause or phrase without what is coordinated
// with its head and without the clauses beside it.
func clauseOf(s *english.Sentence, head int) (first, last int) {
	first, last = head, head+1
	for i := range s.Tokens {
		inside := i
		for range s.Tokens {
			t := &s.Tokens[inside]
			beside := t.Is("parataxis") || t.Is("advcl") || t.Is("punct") || t.Is("discourse") || t.Is("ccomp") || t.Head == head && (t.Is("conj") || t.Is("cc") || t.Is("mark"))
			if inside == head || beside || t.Head < 0 {
				break
			}
			inside = t.Head
		}
		if inside == head {
			first, last = min(first, i), max(last, i+1)
		}
	}
	return first, last
}
