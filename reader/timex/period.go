package timex

import (
	"time"

	"github.com/parleyrecord/parley"
)

// period is a stretch of the calendar: a unit that holds a day, or a part of a
// day or a moment on it.
type period struct {
	unit  unit
	start time.Time // its first day, midnight UTC
	// detail narrows a day: a part of it ("TEV") or a clock time ("T10:30").
	// A season's detail is its code.
	detail string
}

func dayAt(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// containing is the unit of the calendar that a day lies in. Weeks begin on
// Monday.
func containing(day time.Time, u unit) period {
	y, m := day.Year(), int(day.Month())
	switch u {
	case unitWeek, unitFortnight:
		return period{unit: unitWeek, start: day.AddDate(0, 0, 1-isoWeekday(day))}
	case unitWeekend:
		return period{unit: u, start: day.AddDate(0, 0, 6-isoWeekday(day))}
	case unitMonth:
		return period{unit: u, start: dayAt(y, m, 1)}
	case unitQuarter:
		return period{unit: u, start: dayAt(y, m-(m-1)%3, 1)}
	case unitHalf:
		return period{unit: u, start: dayAt(y, m-(m-1)%6, 1)}
	case unitSeason:
		return seasonOf(day)
	case unitYear:
		return period{unit: u, start: dayAt(y, 1, 1)}
	case unitDecade:
		return period{unit: u, start: dayAt(firstOf(y, 10), 1, 1)}
	case unitCentury:
		return period{unit: u, start: dayAt(firstOf(y, 100), 1, 1)}
	case unitNight:
		return period{unit: unitDay, start: day, detail: "TNI"}
	}
	return period{unit: unitDay, start: day}
}

// firstOf is the first year of the decade or century that a year lies in. Before
// our era years are counted astronomically: 0 is 1 BC.
func firstOf(year, length int) int {
	if year > 0 {
		return year - year%length
	}
	before := 1 - year
	if length == 100 {
		return 1 - ((before-1)/100*100 + 100)
	}
	return 1 - (before/length*length + length - 1)
}

// isPartOfYear tells whether the period is one that every year has alike: a month, a quarter or a half.
func (p period) isPartOfYear() bool {
	return p.unit == unitMonth || p.unit == unitQuarter || p.unit == unitHalf
}

func isoWeekday(day time.Time) int { return (int(day.Weekday())+6)%7 + 1 }

// The northern seasons by the month they begin in.
var seasonMonths = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

func season(year int, code string) period {
	return period{unit: unitSeason, start: dayAt(year, seasonMonths[code], 1), detail: code}
}

func seasonOf(day time.Time) period {
	month := int(day.Month())
	switch {
	case month < 3:
		return season(day.Year()-1, "WI")
	case month < 6:
		return season(day.Year(), "SP")
	case month < 9:
		return season(day.Year(), "SU")
	case month < 12:
		return season(day.Year(), "FA")
	}
	return season(day.Year(), "WI")
}

// shift is the period n of its units later.
func (p period) shift(n int) period {
	switch p.unit {
	case unitDay:
		p.start = p.start.AddDate(0, 0, n)
	case unitWeek, unitWeekend:
		p.start = p.start.AddDate(0, 0, 7*n)
	case unitMonth:
		p.start = p.start.AddDate(0, n, 0)
	case unitQuarter:
		p.start = p.start.AddDate(0, 3*n, 0)
	case unitHalf:
		p.start = p.start.AddDate(0, 6*n, 0)
	case unitYear, unitSeason:
		p.start = p.start.AddDate(n, 0, 0)
	case unitDecade:
		p.start = p.start.AddDate(10*n, 0, 0)
	case unitCentury:
		p.start = p.start.AddDate(100*n, 0, 0)
	}
	return p
}

// last is the last day of the period.
func (p period) last() time.Time {
	switch p.unit {
	case unitDay:
		return p.start
	case unitWeekend:
		return p.start.AddDate(0, 0, 1)
	case unitSeason:
		return p.start.AddDate(0, 3, -1)
	}
	return p.shift(1).start.AddDate(0, 0, -1)
}

// dates are the first and last date that the period covers, as coarse as it is
// itself. Winter has none, since it is told by either of its years.
func (p period) dates() (from, to parley.Date) {
	if p.start.Year() < 2 || p.last().Year() > 9999 {
		return "", ""
	}
	first, last := p.start, p.last()
	switch p.unit {
	case unitDay, unitWeek, unitWeekend:
		return parley.DayOf(first), parley.DayOf(last)
	case unitYear, unitDecade, unitCentury:
		return parley.Date(first.Format("2006")), parley.Date(last.Format("2006"))
	case unitSeason:
		if p.detail == "WI" {
			return "", ""
		}
	}
	return parley.Date(first.Format("2006-01")), parley.Date(last.Format("2006-01"))
}
