package attribution

import (
	"strings"

	"github.com/parleyrecord/parley"
)

// pieces turns marked tokens into spans: one for each run that other words part,
// without punctuation at its edges and without the "that" that opens a clause.
func (c *clauses) pieces(set []bool) []parley.Span {
	var spans []parley.Span
	for i := 0; i < len(set); i++ {
		if !set[i] {
			continue
		}
		last := i
		for k := i + 1; k < len(set) && (set[k] || c.Tokens[k].UPOS == "PUNCT"); k++ {
			if set[k] {
				last = k
			}
		}
		if span, ok := c.trim(i, last+1); ok {
			spans = append(spans, span)
		}
		i = last
	}
	return spans
}

// trim gives the span of a token range without its outer marks.
func (c *clauses) trim(first, last int) (parley.Span, bool) {
	before := func(at int) bool { return c.edge(at) || c.opens(at) }
	for first < last && (before(first) || first+2 < last && c.lower(first) == "only" && before(first+1)) {
		first++
	}
	for last > first && c.edge(last-1) && !c.keeps(first, last-1) {
		last--
	}
	if first >= last || last-first == 1 && c.Tokens[first].UPOS == "CCONJ" {
		return parley.Span{}, false
	}
	return parley.Span{Start: c.Tokens[first].Start, End: c.Tokens[last-1].End}, true
}

func (c *clauses) edge(token int) bool {
	t := &c.Tokens[token]
	return t.UPOS == "PUNCT" || strings.Trim(t.Text, ".,;:\"'“”‘’«»`-–—…()[]") == ""
}

// opens tells whether a token is the "that" of a clause, also where the parser took it for a pronoun or an
// article before what can have neither: "said on Monday that talks were over", "that its troops had left".
func (c *clauses) opens(token int) bool {
	t := &c.Tokens[token]
	if t.Is("mark") {
		return strings.EqualFold(t.Text, "that")
	}
	if t.Text != "that" || token == 0 || c.edge(token-1) && c.Tokens[token-1].Text != "," || token+1 >= len(c.Tokens) {
		return false
	}
	switch next := &c.Tokens[token+1]; next.XPOS {
	case "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "EX", "CD":
		return true
	case "VBZ":
		return next.Is("nsubj") // a plural noun that looks like a verb
	case "NN":
		return t.XPOS == "WDT"
	}
	return false
}

// keeps tells whether a mark at the end of a piece belongs to it: a question or
// exclamation mark, or one that closes a quotation or bracket inside.
func (c *clauses) keeps(first, token int) bool {
	switch c.Tokens[token].Text {
	case "?", "!":
		return true
	}
	return c.Closes(first, token)
}

// span is the span of a token range as it stands.
func (c *clauses) span(first, last int) parley.Span {
	return parley.Span{Start: c.Tokens[first].Start, End: c.Tokens[last-1].End}
}

// within tells whether most of the spans' bytes stand in double quotation marks.
func (f *finder) within(spans []parley.Span) bool {
	quoted, all := 0, 0
	for _, s := range spans {
		all += s.End - s.Start
		for i, q := range f.text.Quotations {
			if f.speech(i) {
				quoted += max(0, min(s.End, q.End)-max(s.Start, q.Start))
			}
		}
	}
	return all > 0 && quoted*5 >= all*4
}

// double tells whether a quotation that begins at a byte has double marks.
func (f *finder) double(at int) bool {
	rest := f.text.Source[at:]
	for _, mark := range []string{`"`, "“", "”", "''", "``", "«", "„"} {
		if strings.HasPrefix(rest, mark) {
			return true
		}
	}
	return false
}

// speech tells whether a quotation is in double marks or, in single ones, of whole sentences: 'The
// plan is dead. We will not sign,' Kovar said.
func (f *finder) speech(q int) bool {
	at := &f.text.Quotations[q]
	if f.double(at.Start) {
		return true
	}
	if !at.Closed || at.InnerEnd <= at.InnerStart || !strings.ContainsRune(".,?!", rune(f.text.Source[at.InnerEnd-1])) || f.nested(q) {
		return false
	}
	first, _ := f.sentencesOf(q)
	return first >= 0 && f.text.Sentences[first].Start == at.Start
}

// markQuotations notes for every token in which quotation of somebody's speech it stands.
func (f *finder) markQuotations() {
	f.marks = make([][]int16, len(f.text.Sentences))
	next := 0
	for i := range f.text.Sentences {
		s := &f.text.Sentences[i]
		f.marks[i] = make([]int16, len(s.Tokens))
		for next < len(f.text.Quotations) && f.text.Quotations[next].End <= s.Start {
			next++
		}
		for q := next; q < len(f.text.Quotations) && f.text.Quotations[q].Start < s.End; q++ {
			if !f.speech(q) {
				continue
			}
			for t := range s.Tokens {
				if s.Tokens[t].Start >= f.text.Quotations[q].InnerStart && s.Tokens[t].End <= f.text.Quotations[q].InnerEnd {
					f.marks[i][t] = int16(q + 1)
				}
			}
		}
	}
}

// temporal tells whether a phrase says when, or in what medium, something is said.
func (c *clauses) temporal(head int) bool {
	switch lemma := strings.ToLower(c.Tokens[head].Lemma); {
	case knowledge().words["spokenon"][lemma]:
		return true
	case knowledge().words["proviso"][lemma]: // "on condition of anonymity"
		return c.Child(head, "det", "amod", "nummod") < 0 && !c.inPlural(head)
	}
	return c.time(head)
}

// time tells whether a noun is a time.
func (c *clauses) time(head int) bool {
	t := &c.Tokens[head]
	return knowledge().words["time"][strings.ToLower(t.Lemma)] || t.UPOS == "NUM" && t.XPOS == "CD"
}
