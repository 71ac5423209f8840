package reader

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/timex"
)

// datedSentences are the sentences that tell something of a day of the
// calendar, one for each day. Lengths of time and times that recur name none;
// a dateline tells nothing.
func datedSentences(text *english.Text, times []timex.Expression) []parley.DatedSentence {
	var dated []parley.DatedSentence
	for _, e := range times {
		onDay := e.Type == timex.Date || e.Type == timex.Time
		s := &text.Sentences[e.Sentence]
		if !onDay || e.From != e.To || e.From.Granularity() != parley.Day || !predicates(s) {
			continue
		}
		d := parley.DatedSentence{
			Day: e.From, Span: parley.Span{Start: s.Start, End: s.End}, Words: parley.Span{Start: e.Start, End: e.End},
		}
		known := slices.ContainsFunc(dated, func(other parley.DatedSentence) bool { return other.Day == d.Day && other.Span == d.Span })
		if !known {
			dated = append(dated, d)
		}
	}
	return dated
}

// predicates tells whether a sentence says something of something: it has a
// verb.
func predicates(s *english.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t english.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" })
}
