package export

import (
	"time"

	"github.com/parleyrecord/parley"
)

// ledger prints lines under the month in which they fall, the day first.
type ledger struct {
	*page
	month string
}

const (
	dayColumn  = 7
	kindColumn = 20
)

// entry prints one line of the ledger: the day, marked where it is only the day
// of telling, what it is, and in the widest column the rest, a row for each text.
func (l *ledger) entry(start, end parley.Date, told bool, what text, rows ...text) {
	month, day := monthAndDay(start, end)
	if told && day != "" {
		day = "~" + day
	}
	if month != l.month {
		l.month = month
		l.gap()
		l.heading(month, "")
	}
	l.row(2, cell{text: plain(day), width: dayColumn}, cell{text: what, width: kindColumn}, cell{text: rows[0], below: rows[1:]})
}

// monthAndDay takes a stretch of days apart: "December 2025" and "20–21"; the
// day is empty where no day is known.
func monthAndDay(start, end parley.Date) (month, day string) {
	if start == "" {
		start = end
	}
	first := start.First()
	switch start.Granularity() {
	case parley.UnknownGranularity:
		return "No date", ""
	case parley.Year:
		return string(start), ""
	case parley.Month:
		return first.Format("January 2006"), ""
	}
	return first.Format("January 2006"), dayColumnOf(first, end)
}

func dayColumnOf(first time.Time, end parley.Date) string {
	last := end.Last()
	from := first.Format("2")
	switch {
	case end.Granularity() != parley.Day || last.Equal(first):
		return from
	case last.Month() == first.Month() && last.Year() == first.Year():
		return from + "–" + last.Format("2")
	}
	return from + "–" + last.Format("2.1.")
}
