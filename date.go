package parley

import "time"

// Date is a calendar date of known granularity: "2025-05-23", "2025-05",
// "2025", or "" where it is not known.
type Date string

const (
	dayLayout   = "2006-01-02"
	monthLayout = "2006-01"
	yearLayout  = "2006"
)

// DayOf is the date of t in t's own zone; "" for the zero time.
func DayOf(t time.Time) Date {
	if t.IsZero() {
		return ""
	}
	return Date(t.Format(dayLayout))
}

// Granularity of a Date.
type Granularity int

const (
	UnknownGranularity Granularity = iota
	Year
	Month
	Day
)

// Granularity tells how much of the date is known. A Date that is not
// well-formed has none.
func (d Date) Granularity() Granularity {
	first, ok := d.parse()
	switch {
	case !ok || first.IsZero():
		return UnknownGranularity
	case len(d) == len(dayLayout):
		return Day
	case len(d) == len(monthLayout):
		return Month
	}
	return Year
}

// Valid tells whether the date is empty or well-formed.
func (d Date) Valid() bool { return d == "" || d.Granularity() != UnknownGranularity }

// First is the first day that the date covers, at midnight UTC; the zero time
// where the date is unknown.
func (d Date) First() time.Time { t, _ := d.parse(); return t }

// Last is the last day that the date covers, at midnight UTC; the zero time
// where the date is unknown.
func (d Date) Last() time.Time {
	t, _ := d.parse()
	switch d.Granularity() {
	case Month:
		return t.AddDate(0, 1, -1)
	case Year:
		return t.AddDate(1, 0, -1)
	}
	return t
}

func (d Date) parse() (time.Time, bool) {
	layout := ""
	switch len(d) {
	case len(dayLayout):
		layout = dayLayout
	case len(monthLayout):
		layout = monthLayout
	case len(yearLayout):
		layout = yearLayout
	default:
		return time.Time{}, false
	}
	t, err := time.Parse(layout, string(d))
	return t, err == nil
}
