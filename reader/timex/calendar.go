package timex

import (
	"fmt"
	"time"
)

// calendar resolves what names or points at a stretch of the calendar.
func (r *resolver) calendar(m *meaning) resolved {
	p, ok := r.whole(m)
	if !ok {
		return r.partial(m)
	}
	if m.has(fWiden) {
		p = r.around(p.start, unit(m.get(fWiden)))
	}
	if m.has(fNthUnit) {
		if p, ok = nthWithin(p, m.nthUnit(), m.get(fNth)); !ok {
			return resolved{silent: true}
		}
	}
	if m.hasAny(fPart, fHour) {
		if p.unit != unitDay {
			return resolved{silent: true}
		}
		if m.has(fToward) { // "overnight into Tuesday" begins the day before
			p = p.shift(-1)
		}
		p.detail = timeOfDay(m)
	}
	res := ofPeriod(p, m)
	if m.has(fRest) && p.start.Before(r.published) && !p.last().Before(r.published) {
		res.from, res.to, res.spans = period{unit: unitDay, start: r.published}, period{unit: unitDay, start: p.last()}, true
	}
	if m.has(fHoliday) && p.unit == unitDay && p.detail == "" && r.grammar.holidays[m.get(fHoliday)].length > 1 {
		last := period{unit: unitDay, start: p.start.AddDate(0, 0, r.grammar.holidays[m.get(fHoliday)].length-1)}
		res.from, res.to, res.spans = p, last, true
	}
	if m.has(fOffset) && m.has(fCount) || m.has(fToward) { // "overnight" reaches into the day after
		res.from, res.to, res.spans = p, p.shift(1), true
	}
	return res
}

// whole is the period that the expression names apart from an nth part of it or
// a time of day.
func (r *resolver) whole(m *meaning) (period, bool) {
	switch {
	case m.has(fHoliday):
		return r.holiday(m)
	case m.has(fWeekday) && m.has(fNth):
		return r.countedWeekday(m)
	case m.has(fOffset):
		if m.get(fBase) == baseText && r.hasTold && r.told.unit == unitDay { // "on Friday ... earlier in the day"
			return period{unit: unitDay, start: r.told.start}, true
		}
		day := period{unit: unitDay, start: r.published.AddDate(0, 0, m.get(fOffset))}
		return day, !r.published.IsZero()
	case m.has(fDay):
		if m.has(fWeekday) && m.has(fMonth) {
			m.drop(fShift) // "this Friday, May 23"
		}
		return r.day(m)
	case m.has(fWeekday):
		return r.weekday(m)
	case m.has(fMonth):
		return r.yearly(m, func(year int) (period, bool) {
			return period{unit: unitMonth, start: dayAt(year, m.get(fMonth), 1)}, true
		})
	case m.has(fSeason):
		return r.yearly(m, func(year int) (period, bool) { return season(year, m.code(fSeason)), true })
	case m.has(fQuarter):
		return r.yearly(m, func(year int) (period, bool) { return quarterOf(year, m.get(fQuarter)) })
	case m.has(fDecade):
		return decade(m), true
	case m.has(fCentury):
		return century(m), true
	case m.has(fYear):
		return period{unit: unitYear, start: dayAt(eraYear(m), 1, 1)}, true
	case m.has(fShift):
		return r.shifted(m)
	case m.has(fUnit) && m.unit() == unitWeekend:
		return r.weekend()
	case m.has(fNthUnit):
		return r.bareNth(m)
	case m.hasAny(fPart, fHour):
		return r.sameDay(m)
	}
	return period{}, false
}

// countedWeekday resolves "the second Monday of May" and "Friday of the first week of May".
func (r *resolver) countedWeekday(m *meaning) (period, bool) {
	longer := *m
	longer.drop(fWeekday)
	longer.drop(fNth)
	inWeek := m.has(fNthUnit)
	m.drop(fNthUnit)
	p, ok := r.whole(&longer)
	if !ok || p.unit != unitMonth {
		return period{}, false
	}
	day := nthWeekday(p.start.Year(), int(p.start.Month()), m.get(fWeekday), m.get(fNth))
	if inWeek {
		week, _ := nthWithin(p, unitWeek, m.get(fNth))
		day = week.start.AddDate(0, 0, m.get(fWeekday)-1)
	}
	return period{unit: unitDay, start: day}, inWeek || day.Month() == p.start.Month()
}

func eraYear(m *meaning) int {
	if m.has(fEra) && m.get(fEra) == eraBC {
		return 1 - m.get(fYear)
	}
	return m.get(fYear)
}

func decade(m *meaning) period {
	first := m.get(fDecade)
	if m.has(fEra) && m.get(fEra) == eraBC {
		first = 1 - first - 9
	}
	return period{unit: unitDecade, start: dayAt(first, 1, 1)}
}

func century(m *meaning) period {
	first := m.get(fCentury)
	if m.has(fEra) && m.get(fEra) == eraBC {
		first = 1 - first - 100
	}
	return period{unit: unitCentury, start: dayAt(first, 1, 1)}
}

func (r *resolver) day(m *meaning) (period, bool) {
	if !m.has(fMonth) {
		return r.dayOfMonth(m)
	}
	inYear := func(year int) (period, bool) {
		p := period{unit: unitDay, start: dayAt(year, m.get(fMonth), m.get(fDay))}
		return p, p.start.Day() == m.get(fDay)
	}
	p, ok := r.yearly(m, inYear)
	if year, elsewhere := r.elsewhere(m, p); elsewhere {
		return inYear(year)
	}
	if !ok || m.has(fYear) || r.fitsWeekday(m, p) || r.isNear(p) { // near publication the weekday is the slip
		return p, ok
	}
	for _, year := range []int{p.start.Year() - 1, p.start.Year() + 1} {
		if other, ok := inYear(year); ok && r.fitsWeekday(m, other) {
			return other, true
		}
	}
	return p, true
}

// elsewhere is the year of a day without one that lies more than a month from publication, where
// the text gives that day in full elsewhere, unless it tells a story over many years, or means
// what is known to have happened on it.
func (r *resolver) elsewhere(m *meaning, p period) (year int, ok bool) {
	if m.hasAny(fYear, fShift) || r.isNear(p) {
		return 0, false
	}
	day := monthDay{m.get(fMonth), m.get(fDay)}
	if year, ok = r.meant[day]; ok {
		return year, true
	}
	year, ok = r.named[day]
	return year, ok && !r.narrative
}

// isNear tells whether a day lies within a month of publication.
func (r *resolver) isNear(p period) bool {
	const month = 31
	days := daysBetween(r.published, p.start)
	return days <= month && days >= -month
}

// fitsWeekday lets "Tuesday, May 6" pick the year.
func (r *resolver) fitsWeekday(m *meaning, p period) bool {
	return !m.has(fWeekday) || isoWeekday(p.start) == m.get(fWeekday)
}

// dayOfMonth resolves "the 18th" and "Monday the 21st".
func (r *resolver) dayOfMonth(m *meaning) (period, bool) {
	here, known := r.here()
	if !known {
		return period{}, false
	}
	if m.has(fShift) && m.has(fUnit) {
		month := containing(here, unitMonth).shift(m.get(fShift))
		return dayIn(month, m.get(fDay))
	}
	step := -1
	if r.tense().ahead() {
		step = 1
	}
	month := containing(here, unitMonth)
	for range 12 {
		p, ok := dayIn(month, m.get(fDay))
		late := ok && p.start.After(here)
		early := ok && p.start.Before(here)
		if ok && r.fitsWeekday(m, p) && !(step < 0 && late) && !(step > 0 && early) {
			return p, true
		}
		month = month.shift(step)
	}
	return period{}, false
}

func dayIn(month period, day int) (period, bool) {
	p := period{unit: unitDay, start: month.start.AddDate(0, 0, day-1)}
	return p, p.start.Month() == month.start.Month()
}

func (r *resolver) holiday(m *meaning) (period, bool) {
	h := r.grammar.holidays[m.get(fHoliday)]
	return r.yearly(m, func(year int) (period, bool) {
		day := h.in(year)
		return period{unit: unitDay, start: day}, year > 0 && !day.IsZero()
	})
}

// shifted resolves "last week", "this year", "the following month".
func (r *resolver) shifted(m *meaning) (period, bool) {
	if r.isVaguer(m) {
		if m.get(fShift) != 0 || r.narrative {
			return period{}, false
		}
		m.drop(fBase) // "In the 1990s … the worst of the year"
	}
	here, known := r.baseDay(m)
	if !known {
		return period{}, false
	}
	u := m.unit()
	switch u {
	case unitSecond, unitMinute, unitHour:
		return period{}, false
	}
	p := containing(here, u)
	if u == unitWeekend && m.get(fShift) == 1 && p.start.After(here) {
		return p, true // before it has come, the next weekend is the coming one
	}
	if m.isNewYear() { // the one that begins, or has begun, within half a year
		return containing(here.AddDate(0, 6, 0), unitYear), true
	}
	if u == unitWeek && here.Equal(r.published) {
		return r.weekFrom(here, m.get(fShift)), true
	}
	return p.shift(m.get(fShift)), true
}

// weekFrom is the last, this or next week as seen from a day of writing. On a Sunday the week that
// is ending is the last one already, and what is to come this week comes in the next.
func (r *resolver) weekFrom(here time.Time, shift int) period {
	const sunday = 7
	if isoWeekday(here) == sunday && (shift < 0 || shift == 0 && r.tense().ahead()) {
		shift++
	}
	return containing(here, unitWeek).shift(shift)
}

// weekend is the one that "the weekend" means: the last one that has begun, or
// in a clause that looks ahead the next.
func (r *resolver) weekend() (period, bool) {
	here, known := r.here()
	p := containing(here, unitWeekend)
	if p.start.After(here) && !r.tense().ahead() {
		p = p.shift(-1)
	}
	return p, known
}

func quarterOf(year, quarter int) (period, bool) {
	return period{unit: unitQuarter, start: dayAt(year, quarter*3-2, 1)}, true
}

// bareNth is the year that "the third quarter" lies in where nothing names it.
func (r *resolver) bareNth(m *meaning) (period, bool) {
	nth, u := m.get(fNth), m.nthUnit()
	if u != unitQuarter && u != unitHalf {
		return period{}, false
	}
	p, ok := r.nearest(func(year int) (period, bool) {
		return nthWithin(period{unit: unitYear, start: dayAt(year, 1, 1)}, u, nth)
	})
	return containing(p.start, unitYear), ok
}

// sameDay is the day that a time of day without a day belongs to: the one last told, unless a longer
// stretch has been told since, in another sentence than the one before. Where none was told it is the
// day of publication, but not for "in the morning".
func (r *resolver) sameDay(m *meaning) (period, bool) {
	if !r.lastDay.start.IsZero() && (r.told.unit == unitDay || r.sentence <= r.lastDayIn+1) {
		return period{unit: unitDay, start: r.lastDay.start}, true
	}
	return period{unit: unitDay, start: r.published}, !r.published.IsZero() && m.get(fBase) != baseText
}

// nthWithin is the nth unit of a longer period, the last for -1. A week belongs
// to the month or year that holds its Thursday, as in ISO 8601.
func nthWithin(p period, u unit, nth int) (period, bool) {
	first, last := p.start, p.last()
	if u == unitWeek {
		first, last = first.AddDate(0, 0, 3), last.AddDate(0, 0, -3)
	}
	part := containing(first, u)
	if u == unitWeekend && part.start.Before(p.start) {
		part = part.shift(1)
	}
	if nth < 0 {
		part = containing(last, u).shift(nth + 1)
	} else {
		part = part.shift(nth - 1)
	}
	inside := !part.start.Before(p.start.AddDate(0, 0, -3)) && !part.start.After(p.last())
	return part, inside && u <= p.unit && nth != 0
}

// around is the week or weekend that a day belongs to, or the quarter that it ends. A holiday on a Monday
// belongs to the weekend before it. Companies count their quarters in their own way: "the quarter ended
// July 31" is the one that the text reports on, else the one of the calendar that holds its middle.
func (r *resolver) around(day time.Time, u unit) period {
	const midQuarter = 45 // days
	switch {
	case u == unitQuarter && r.quarter.unit == u:
		return r.quarter
	case u == unitQuarter:
		return containing(day.AddDate(0, 0, -midQuarter), u)
	case u == unitWeekend && isoWeekday(day) <= 2:
		return containing(day, u).shift(-1)
	}
	return containing(day, u)
}

// timeOfDay writes a part of a day or a clock time as TIMEX3 does.
func timeOfDay(m *meaning) string {
	if !m.has(fHour) {
		return "T" + m.code(fPart)
	}
	hour := m.get(fHour)
	part := m.code(fPart)
	afternoon := m.code(fMeridiem) == "PM" || part == "AF" || part == "EV" || part == "NI"
	switch {
	case afternoon && hour < 12:
		hour += 12
	case m.code(fMeridiem) == "AM" && hour == 12:
		hour = 0
	}
	if hour == 24 && !m.has(fMinute) {
		return "T24:00"
	}
	text := fmt.Sprintf("T%02d:%02d", hour, m.get(fMinute))
	if m.has(fSecond) {
		text += fmt.Sprintf(":%02d", m.get(fSecond))
	}
	return text
}

// partial is the value of a calendar expression whose place nothing settles.
func (r *resolver) partial(m *meaning) resolved {
	detail := ""
	if m.hasAny(fPart, fHour) {
		detail = timeOfDay(m)
	}
	kind := Date
	if detail != "" {
		kind = Time
	}
	res := resolved{kind: kind, mod: m.code(fMod)}
	switch {
	case m.has(fMonth) && m.has(fDay):
		year := unknownValues[unitYear]
		if m.has(fYear) { // "February 29, 2025": the text tells a day that there is not
			year = yearValue(eraYear(m))
		}
		res.value = fmt.Sprintf("%s-%02d-%02d%s", year, m.get(fMonth), m.get(fDay), detail)
	case m.has(fMonth):
		res.value = fmt.Sprintf("XXXX-%02d", m.get(fMonth))
	case m.has(fWeekday):
		res.value = fmt.Sprintf("XXXX-WXX-%d%s", m.get(fWeekday), detail)
	case m.has(fSeason):
		res.value = "XXXX-" + m.code(fSeason)
	case m.has(fNthUnit) && m.nthUnit() == unitQuarter:
		res.value = fmt.Sprintf("XXXX-Q%d", m.get(fNth))
	case m.has(fNthUnit) && m.nthUnit() == unitHalf:
		res.value = fmt.Sprintf("XXXX-H%d", m.get(fNth))
	case m.has(fDay):
		res.value = fmt.Sprintf("XXXX-XX-%02d%s", m.get(fDay), detail)
	case m.has(fShift) && r.isVaguer(m):
		res.value = r.vaguer(m.unit())
	case m.has(fShift) && m.has(fUnit):
		res.value = unknownValues[m.unit()]
	case detail != "" || m.has(fOffset) || m.has(fHoliday):
		res.value = "XXXX-XX-XX" + detail
	}
	sometime := m.has(fPart) && m.get(fBase) == baseText && !m.has(fShift) // "prices are lower in the evening"
	res.silent = res.value == "" || sometime
	return res
}

// unknownValues are the values of units of the calendar that nothing places.
var unknownValues = [unitCount]string{
	unitDay: "XXXX-XX-XX", unitWeekend: "XXXX-WXX-WE", unitWeek: "XXXX-WXX", unitMonth: "XXXX-XX",
	unitQuarter: "XXXX-QX", unitYear: "XXXX", unitDecade: "XXX", unitCentury: "XX", unitNight: "XXXX-XX-XXTNI",
}
