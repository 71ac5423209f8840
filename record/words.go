package record

import (
	"slices"

	"github.com/parleyrecord/parley"
)

// wordsOf are the words that tell an entry best: those behind its first span of
// the field that holds them. Where the entry has come to a status, words that say
// so go before those that told of an earlier one.
func wordsOf(e *parley.Entry, members []*mention) string {
	field := "quotes"
	if e.Statement != nil {
		field = "content"
	}
	var best *parley.Evidence
	telling := tellingOfStatus(e)
	for i, s := range e.Spans {
		if s.Field == field && (best == nil || slices.Contains(telling, s.Doc) && !slices.Contains(telling, best.Doc)) {
			best = &e.Spans[i]
		}
	}
	if best == nil {
		return ""
	}
	for _, m := range members {
		if words, ok := m.wordsAt(field, best.Span); ok {
			return words
		}
	}
	return ""
}

// tellingOfStatus are the documents that say that the entry has come to its
// status.
func tellingOfStatus(e *parley.Entry) []string {
	var steps []parley.Step
	var status parley.Status
	switch {
	case e.Meeting != nil:
		steps, status = e.Meeting.Steps, e.Meeting.Status
	case e.Event != nil:
		steps, status = e.Event.Steps, e.Event.Status
	}
	for _, step := range slices.Backward(steps) {
		if step.Status == status {
			return step.Documents
		}
	}
	return nil
}

// wordsAt are the item's own words at one of its spans.
func (m *mention) wordsAt(field string, at parley.Span) (words string, ok bool) {
	pieces, n := m.pieces(), 0
	for _, s := range m.spans() {
		if s.Field != field {
			continue
		}
		if s.Span == at && n < len(pieces) {
			return pieces[n], true
		}
		n++
	}
	return "", false
}

// pieces are the words that the item keeps, in the order of their spans.
func (m *mention) pieces() []string {
	switch {
	case m.Event != nil:
		return m.Event.Quotes
	case m.Statement != nil:
		return m.Statement.Content
	case m.Position != nil:
		return m.Position.Quotes
	case m.Proposal != nil:
		return m.Proposal.Quotes
	}
	return nil
}
