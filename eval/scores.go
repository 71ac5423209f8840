package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// Scores is what a suite gives back.
type Scores struct {
	Measures []Measure // in the order they are shown
	Errors   []Error   // in the order of the data
}

// Measure is a named fraction from 0 to 1, or a figure with a unit in its name.
type Measure struct {
	Name  string
	Value float64
}

// Error is one difference from the gold data.
type Error struct {
	Kind  string // what errors are grouped by: a relation, a length, a type
	Place string // file and line, or document and offset
	Text  string // one line that shows the difference
}

// Set adds a measure.
func (s *Scores) Set(name string, value float64) {
	s.Measures = append(s.Measures, Measure{name, value})
}

// Get returns a measure by name; ok is false where the suite has none of that name.
func (s *Scores) Get(name string) (value float64, ok bool) {
	for _, m := range s.Measures {
		if m.Name == name {
			return m.Value, true
		}
	}
	return 0, false
}

// Miss adds an error to the listing.
func (s *Scores) Miss(kind, place, format string, args ...any) {
	s.Errors = append(s.Errors, Error{kind, place, fmt.Sprintf(format, args...)})
}

// MarshalJSON writes one flat object, measures in their order.
func (s Scores) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, m := range s.Measures {
		if i > 0 {
			out.WriteByte(',')
		}
		name, err := json.Marshal(m.Name)
		if err != nil {
			return nil, err
		}
		out.Write(name)
		out.WriteByte(':')
		out.WriteString(strconv.FormatFloat(m.Value, 'f', -1, 64))
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// Counts holds how many items were right, in the gold data and in the answer.
type Counts struct{ Correct, Gold, System int }

// Precision is the part of the answer that is right; 0 for an empty answer.
func (c Counts) Precision() float64 { return ratio(c.Correct, c.System) }

// Recall is the part of the gold data that was found.
func (c Counts) Recall() float64 { return ratio(c.Correct, c.Gold) }

// F1 is the harmonic mean of precision and recall.
func (c Counts) F1() float64 { return ratio(2*c.Correct, c.Gold+c.System) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
