package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/timex"
)

// quotationAt is the innermost quotation that holds the bytes at an offset; ok is false where none
// does.
func (f *finder) quotationAt(offset int) (quotation parley.Span, ok bool) {
	for _, q := range f.in.Text.Quotations {
		if q.Start > offset {
			break
		}
		if offset < q.End {
			quotation, ok = parley.Span{Start: q.Start, End: q.End}, true
		}
	}
	return quotation, ok
}

// outsideWords tells whether an expression stands outside of what somebody is quoted to say, so that
// it does not date what the words within tell: "“They are bombing us,” Kovar said on Monday". Of a
// few words in quotation marks it may.
func (f *finder) outsideWords(s *english.Sentence, token int, e *timex.Expression) bool {
	q, quoted := f.quotationAt(s.Tokens[token].Start)
	if !quoted || q.Start <= e.Start && e.Start < q.End {
		return false
	}
	verb := s.Clause(token)
	subject := s.Child(verb, "nsubj")
	return q.Start <= s.Tokens[verb].Start && s.Tokens[verb].End <= q.End && subject >= 0 && q.Start <= s.Tokens[subject].Start && s.Tokens[subject].End <= q.End
}

// clauseAround is the clause that a word outside of a quotation belongs to, also where a wrong tree
// has hung it on one within, "at a meeting titled “Grain for All” on Monday", or on the participle
// behind the comma that ends its own: "shelled the port two days later, killing four".
func (f *finder) clauseAround(s *english.Sentence, anchor int) int {
	at, clause := s.Tokens[anchor].Start, s.Clause(anchor)
	for over := range s.Ancestors(anchor) {
		q, quoted := f.quotationAt(s.Tokens[over].Start)
		if !quoted || q.Start <= at && at < q.End {
			clause = s.Clause(over)
			break
		}
	}
	if t := &s.Tokens[clause]; anchor < clause && t.XPOS == "VBG" && t.Is("advcl") && t.Head >= 0 && t.Head < anchor &&
		slices.ContainsFunc(s.Tokens[anchor:clause], func(o english.Token) bool { return o.Text == "," }) {
		return t.Head
	}
	if t := &s.Tokens[clause]; t.XPOS == "VBG" && t.Is("conj") && t.Head >= 0 && s.Tokens[t.Head].Is("nsubj") {
		return s.Clause(t.Head) // "Kovar and visiting President Holm on Monday agreed"
	}
	return clause
}
