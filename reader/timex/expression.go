package timex

import (
	"github.com/parleyrecord/parley"
)

// Type is a TIMEX3 type.
type Type string

// The types of TIMEX3.
const (
	Date     Type = "DATE"     // a calendar date, coarse or fine
	Time     Type = "TIME"     // a time of day, also "Thursday night"
	Duration Type = "DURATION" // a length of time
	Set      Type = "SET"      // times that recur
)

// Signal is the word before an expression that says how an event lies to it.
type Signal string

// The signals; the empty one means the event lies in the time itself.
const (
	Since  Signal = "since"  // from then on
	Until  Signal = "until"  // up to then
	By     Signal = "by"     // then or before
	Before Signal = "before" // earlier than then
	After  Signal = "after"  // later than then
)

// Expression is one time expression of a text.
type Expression struct {
	Start, End int // bytes of the text
	Sentence   int
	// First and Last are the range of tokens that the expression touches;
	// Last is exclusive.
	First, Last int
	Type        Type
	// Value is the TIMEX3 value: "2025-05-23", "2025-W21-WE", "P2D",
	// "PRESENT_REF", "XXXX-WXX-4" where the day cannot be settled.
	Value string
	// Mod is the TIMEX3 modifier: START, MID, END, APPROX, LESS_THAN,
	// MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE; usually empty.
	Mod string
	// From and To are the first and last calendar date that the expression
	// covers, equal for one day. Both are empty where it names no stretch
	// of the calendar or where nothing settles which.
	From, To parley.Date
	// Range tells that the expression is one end of a range ("from March 3
	// to 5"). From and To are then those of the whole range on both ends.
	Range  bool
	Signal Signal
}
