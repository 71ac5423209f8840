package record

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
)

// wordsOf are the words that tell an entry best: of what happens, those of the member
// that says most of it, of others those behind the first span of the field that holds
// them.
func wordsOf(e *parley.Entry, members []*mention) string {
	if e.Meeting != nil || e.Event != nil {
		return wordsOfHappening(e, members)
	}
	field := "quotes"
	if e.Statement != nil {
		field = "content"
	}
	at := slices.IndexFunc(e.Spans, func(s parley.Evidence) bool { return s.Field == field })
	if at < 0 {
		return ""
	}
	for _, m := range members {
		if words, ok := m.wordsAt(field, e.Spans[at].Span); ok {
			return words
		}
	}
	return ""
}

// wordsOfHappening are those of a member that tells of the status to which it has come,
// where one does, and tells its day; of these, those that say most by themselves.
func wordsOfHappening(e *parley.Entry, members []*mention) string {
	telling := map[string]bool{}
	for _, doc := range tellingOfStatus(e) {
		telling[doc] = true
	}
	// The first question parts most of them, and the later ones take longer.
	best := keepMost(members, func(m *mention) int { return ones(telling[m.Doc], m.saysItself(), !m.Aside && !m.sumsUp()) })
	best = keepMost(best, (*mention).saidAtOnce)
	first := slices.MaxFunc(best, func(a, b *mention) int {
		return cmp.Or(cmp.Compare(ones(a.beginsSentence()), ones(b.beginsSentence())), cmp.Compare(a.certainty(), b.certainty()), before(b, a))
	})
	if len(first.Event.Quotes) == 0 {
		return ""
	}
	return first.Event.Quotes[0]
}

// ones reads answers as a binary number, so that the first counts most.
func ones(answers ...bool) (n int) {
	for _, yes := range answers {
		n *= 2
		if yes {
			n++
		}
	}
	return n
}

// saidAtOnce counts what the first words of an event's mention say of it: who, when,
// where, which round.
func (m *mention) saidAtOnce() (n int) {
	words := spanOf(m.Event.Spans, "quotes")
	said := map[string]bool{}
	for _, s := range m.Event.Spans {
		if s.Start >= words.Start && s.End <= words.End && slices.Contains([]string{"actors", "recipients", "mediators", "start", "place", "round"}, s.Field) {
			said[s.Field+" "+s.Value] = true
		}
	}
	return len(said)
}

// beginsSentence tells whether an event's first words begin with a capital: not "where
// he met the envoy".
func (m *mention) beginsSentence() bool {
	if len(m.Event.Quotes) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(m.Event.Quotes[0])
	return unicode.IsUpper(first)
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
