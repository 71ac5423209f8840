package export

import (
	"time"

	"github.com/parleyrecord/parley"
)

// Interval writes from when to when something happened, as far as it is known:
// "20–21 Dec 2025", "May 2025", "28 Dec 2025 – 2 Jan 2026", "from May 2025";
// "" where neither date is.
func Interval(start, end parley.Date) string {
	switch {
	case start == "" && end == "":
		return ""
	case start == "":
		return "until " + date(end)
	case end == "" || end == start:
		return date(start)
	}
	from, to := start.First(), end.Last()
	days := start.Granularity() == parley.Day && end.Granularity() == parley.Day
	switch {
	case days && from.Year() == to.Year() && from.Month() == to.Month():
		return from.Format("2") + "–" + to.Format("2 Jan 2006")
	case days && from.Year() == to.Year():
		return from.Format("2 Jan") + " – " + to.Format("2 Jan 2006")
	}
	return date(start) + " – " + date(end)
}

func date(d parley.Date) string {
	switch d.Granularity() {
	case parley.Day:
		return d.First().Format("2 Jan 2006")
	case parley.Month:
		return d.First().Format("Jan 2006")
	}
	return string(d)
}

// Moment writes when something was told, in UTC and without a clock time that
// nobody gave; "undated" for the zero time.
func Moment(t time.Time) string {
	if t.IsZero() {
		return "undated"
	}
	t = t.UTC()
	if t.Equal(t.Truncate(24 * time.Hour)) {
		return t.Format("2 Jan 2006")
	}
	return t.Format("2 Jan 2006, 15:04 UTC")
}

// Day is a Moment without its clock time.
func Day(t time.Time) string { return Moment(t.UTC().Truncate(24 * time.Hour)) }
