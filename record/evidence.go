package record

import (
	"errors"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
)

// evidence is the spans of one document as an item is kept with them: a line of text, half
// as long as JSON and read several times as fast. Of each span it has the field, where it
// starts and ends, and the value behind its length: "actors 53 61 7 Norland".
type evidence []parley.Evidence

// MarshalText writes the line.
func (e evidence) MarshalText() ([]byte, error) {
	var line []byte
	for _, s := range e {
		line = append(append(line, s.Field...), ' ')
		for _, n := range []int{s.Start, s.End, len(s.Value)} {
			line = append(strconv.AppendInt(line, int64(n), 10), ' ')
		}
		line = append(line, s.Value...)
	}
	return line, nil
}

// UnmarshalText reads it.
func (e *evidence) UnmarshalText(line []byte) error {
	const shortest = len("by 1 9 0 ")
	*e = make(evidence, 0, len(line)/shortest)
	for rest := string(line); rest != ""; {
		var s parley.Evidence
		var numbers [3]int
		s.Field, rest, _ = strings.Cut(rest, " ")
		for i := range numbers {
			var number string
			var err error
			number, rest, _ = strings.Cut(rest, " ")
			if numbers[i], err = strconv.Atoi(number); err != nil {
				return err
			}
		}
		s.Start, s.End = numbers[0], numbers[1]
		if numbers[2] < 0 || numbers[2] > len(rest) {
			return errors.New("evidence ends too early")
		}
		s.Value, rest = rest[:numbers[2]], rest[numbers[2]:]
		*e = append(*e, s)
	}
	return nil
}

// kept is the item as it is kept: its spans stand apart.
func (it item) kept() item {
	switch {
	case it.Event != nil:
		event := *it.Event
		it.Event, it.Evidence, event.Spans = &event, event.Spans, nil
	case it.Statement != nil:
		statement := *it.Statement
		it.Statement, it.Evidence, statement.Spans = &statement, statement.Spans, nil
	case it.Position != nil:
		position := *it.Position
		it.Position, it.Evidence, position.Spans = &position, position.Spans, nil
	case it.Proposal != nil:
		proposal := *it.Proposal
		it.Proposal, it.Evidence, proposal.Spans = &proposal, proposal.Spans, nil
	}
	return it
}

// showEvidence gives what was kept its spans again, each with the document it stands in.
func (it *item) showEvidence(doc string) {
	for i := range it.Evidence {
		it.Evidence[i].Doc = doc
	}
	switch spans := []parley.Evidence(it.Evidence); {
	case it.Event != nil:
		it.Event.Spans = spans
	case it.Statement != nil:
		it.Statement.Spans = spans
	case it.Position != nil:
		it.Position.Spans = spans
	case it.Proposal != nil:
		it.Proposal.Spans = spans
	}
}

// spans are those of an item taken out of its store.
func (it item) spans() []parley.Evidence { return it.Evidence }
