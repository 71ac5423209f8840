package timex

import (
	"fmt"
	"time"
)

// amount is a length of time in several units: the two years and a month of "two years, a
// month and a week".
type amount struct {
	months, days, seconds int
	least                 unit // the finest unit so far
}

// carry takes the count over into the units before, so that a finer one can follow; false
// where it cannot be one of several.
func (m *meaning) carry() bool {
	u, count := m.unit(), m.get(fCount)
	if !m.descends() || count == 0 || count%unitsOfCount != 0 {
		return false
	}
	m.more.add(count/unitsOfCount, u)
	m.more.least = u
	m.drop(fCount)
	m.drop(fUnit)
	return true
}

// descends tells whether the unit is finer than those before it: "three days a week" is no
// length of time.
func (m *meaning) descends() bool {
	return !m.has(fPlus) || m.more == amount{} || m.has(fCount) && m.unit() < m.more.least
}

func (a *amount) add(n int, u unit) {
	if s, ok := smaller[u]; ok {
		n, u = n*s.times, s.unit
	}
	switch u {
	case unitSecond:
		a.seconds += n
	case unitMinute:
		a.seconds += n * 60
	case unitHour:
		a.seconds += n * 3600
	case unitWeek:
		a.days += n * 7
	case unitMonth:
		a.months += n
	case unitYear:
		a.months += n * 12
	default:
		a.days += n
	}
}

// from goes so far from a day, to the day.
func (a amount) from(here time.Time, direction int) time.Time {
	return here.AddDate(0, direction*a.months, direction*a.days)
}

// value writes the amount as TIMEX3 does: "P2Y1M", "P1DT6H".
func (a amount) value() string {
	text := "P"
	for _, part := range []struct {
		n    int
		unit string
	}{{a.months / 12, "Y"}, {a.months % 12, "M"}, {a.days, "D"}} {
		if part.n > 0 {
			text += fmt.Sprintf("%d%s", part.n, part.unit)
		}
	}
	if a.seconds == 0 {
		return text
	}
	text += "T"
	for _, part := range []struct {
		n    int
		unit string
	}{{a.seconds / 3600, "H"}, {a.seconds / 60 % 60, "M"}, {a.seconds % 60, "S"}} {
		if part.n > 0 {
			text += fmt.Sprintf("%d%s", part.n, part.unit)
		}
	}
	return text
}
