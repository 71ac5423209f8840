package parley

import "fmt"

// Span is the unit of evidence: a stretch of a document's Body.
type Span struct {
	// Doc is the key of the document. Inside a Reading it is empty, since
	// every span there lies in the reading's own document.
	Doc string `json:"doc,omitempty"`
	// Start and End are byte offsets into Body; End is exclusive.
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of cuts the span's words out of a document's Body. It returns an error where
// the span does not lie inside it.
func (s Span) Of(body string) (string, error) {
	if s.Start < 0 || s.End < s.Start || s.End > len(body) {
		return "", fmt.Errorf("span %d-%d does not lie in a text of %d bytes", s.Start, s.End, len(body))
	}
	return body[s.Start:s.End], nil
}

// Overlaps tells whether two spans of one document share a byte.
func (s Span) Overlaps(t Span) bool {
	return s.Doc == t.Doc && s.Start < t.End && t.Start < s.End
}

// Covers tells whether t lies inside s.
func (s Span) Covers(t Span) bool {
	return s.Doc == t.Doc && s.Start <= t.Start && t.End <= s.End
}

// Evidence says which words support one field of a Reading's item or of an
// Entry. Where a field is a list, Value says which of its members.
type Evidence struct {
	Field string `json:"field"`
	Value string `json:"value,omitempty"`
	Span
}
