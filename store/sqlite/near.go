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
	from, block, first, last := "json_each(?)", "s.value ->> 0", "s.value ->> 1", "s.value ->> 2"
	if len(stretches) > mostStretches {
		all := make([][3]int64, len(stretches))
		for i, s := range stretches {
			all[i] = [3]int64{blockNumber(s.Name), int64(s.First), int64(s.Last)}
		}
		args = []any{list(all)}
	} else {
		room := leastStretches
		for room < len(stretches) {
			room *= 2
		}
		from, block, first, last = "(VALUES (?, ?, ?)"+strings.Repeat(", (?, ?, ?)", room-1)+")", "s.column1", "s.column2", "s.column3"
		args = make([]any, 3*room) // NULL is no block's number
		for i, s := range stretches {
			args[3*i], args[3*i+1], args[3*i+2] = blockNumber(s.Name), s.First, s.Last
		}
	}
	return "SELECT b." + column + " FROM " + from + " s CROSS JOIN " + blocks + " b ON b.block = " + block + " AND b.day BETWEEN " + first + " AND " + last, args
}
