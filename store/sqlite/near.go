package sqlite

import (
	"strings"

	"github.com/parleyrecord/parley/store"
)

// A question for stretches has room for so many of them at least or for twice as many,
// and so on up to the most, so that few are prepared.
const (
	leastStretches = 8
	mostStretches  = 4096
)

// near is a query for the values of a column of a table of blocks in any of some
// stretches, each as often as it is found there. The stretches are arguments of their
// own: to take them out of JSON takes SQLite longer than to find them. Only more than
// it has room for, as when many articles come in at once, are handed over so.
func near(stretches []store.Near, column, blocks string) (query string, args []any) {
	from, name, first, last := "json_each(?)", "s.value ->> 'Name'", "s.value ->> 'First'", "s.value ->> 'Last'"
	if len(stretches) > mostStretches {
		args = []any{list(stretches)}
	} else {
		room := leastStretches
		for room < len(stretches) {
			room *= 2
		}
		from, name, first, last = "(VALUES (?, ?, ?)"+strings.Repeat(", (?, ?, ?)", room-1)+")", "s.column1", "s.column2", "s.column3"
		args = make([]any, 3*room) // NULL is no block's name
		for i, s := range stretches {
			args[3*i], args[3*i+1], args[3*i+2] = s.Name, s.First, s.Last
		}
	}
	return "SELECT b." + column + " FROM " + from + " s CROSS JOIN " + blocks + " b ON b.name = " + name + " AND b.day BETWEEN " + first + " AND " + last, args
}
