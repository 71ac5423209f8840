package eval

import (
	"encoding/json"
	"slices"
)

// yardstick gathers what a fixed piece of work costs each time, in milliseconds of
// the processor.
type yardstick struct{ spent times }

// measure does the piece of work, about a millisecond of decoding.
func (y *yardstick) measure() {
	const text = `{"name": "a piece of work", "words": ["some", "words", "that", "are", "decoded"], "counts": {"one": 1, "two": 2}}`
	before := processorTime()
	for range 300 {
		var piece struct {
			Name   string         `json:"name"`
			Words  []string       `json:"words"`
			Counts map[string]int `json:"counts"`
		}
		if err := json.Unmarshal([]byte(text), &piece); err != nil {
			panic(err) // the text is a constant
		}
	}
	y.spent = append(y.spent, ms(processorTime()-before))
}

// slowdown is how much longer the work took in the middle than at best.
func (y *yardstick) slowdown() float64 {
	slices.Sort(y.spent)
	return y.spent.at(.5) / y.spent.at(0)
}
