package timex

import "time"

// weekday resolves a day of the week. News says "Thursday" for the Thursday that
// is nearest on the side the tense looks to, the day of publication included.
func (r *resolver) weekday(m *meaning) (period, bool) {
	here, known := r.here()
	if !known {
		return period{}, false
	}
	day := m.get(fWeekday)
	if m.has(fUnit) && m.has(fShift) { // "Tuesday of next week"
		week := r.weekFrom(here, m.get(fShift))
		return period{unit: unitDay, start: week.start.AddDate(0, 0, day-1)}, true
	}
	if r.lastForm == formCalendar && r.told.unit == unitWeek && r.hasTold && !m.has(fShift) { // "next week, on Tuesday"
		return period{unit: unitDay, start: r.told.start.AddDate(0, 0, day-1)}, true
	}
	if m.has(fShift) {
		from, _ := r.baseDay(m)
		return period{unit: unitDay, start: whichWeekday(from, day, m)}, true
	}
	if r.narrative && r.hasTold {
		return period{unit: unitDay, start: weekdayOnOrAfter(here, day)}, true
	}
	t := r.tense()
	if yesterday := here.AddDate(0, 0, -1); t == onceFuture && isoWeekday(yesterday) == day {
		return period{unit: unitDay, start: yesterday}, true // "was to meet him on Monday", told on Tuesday
	}
	if t.ahead() {
		return period{unit: unitDay, start: weekdayOnOrAfter(here, day)}, true
	}
	return period{unit: unitDay, start: weekdayOnOrBefore(here, day)}, true
}

// whichWeekday resolves "last Friday", "this Friday", "next Friday". Nobody says
// "last Friday" for yesterday, nor "next Friday" for tomorrow.
func whichWeekday(here time.Time, day int, m *meaning) time.Time {
	switch near := m.has(fNear); {
	case m.get(fShift) == 0:
		return containing(here, unitWeek).start.AddDate(0, 0, day-1)
	case m.get(fShift) < 0 && near:
		return weekdayOnOrBefore(here.AddDate(0, 0, -1), day)
	case m.get(fShift) < 0:
		return weekdayOnOrBefore(here.AddDate(0, 0, -2), day)
	case near:
		return weekdayOnOrAfter(here.AddDate(0, 0, 1), day).AddDate(0, 0, 7*(m.get(fShift)-1)) // "Monday week"
	}
	return containing(here, unitWeek).shift(1).start.AddDate(0, 0, day-1)
}

// weekdayThen is the day of the week that an expression names in the week of a day, or after it
// where it counts in months or years.
func weekdayThen(day time.Time, m *meaning) period {
	if m.unit() <= unitFortnight {
		return period{unit: unitDay, start: containing(day, unitWeek).start.AddDate(0, 0, m.get(fWeekday)-1)}
	}
	return period{unit: unitDay, start: weekdayOnOrAfter(day, m.get(fWeekday))}
}

func weekdayOnOrBefore(day time.Time, weekday int) time.Time {
	return day.AddDate(0, 0, -((isoWeekday(day) - weekday + 7) % 7))
}

func weekdayOnOrAfter(day time.Time, weekday int) time.Time {
	return day.AddDate(0, 0, (weekday-isoWeekday(day)+7)%7)
}
