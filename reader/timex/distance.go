package timex

import (
	"fmt"
	"strings"
	"time"
)

// distance resolves so many units before or after a day: "two weeks ago", "a day
// earlier". The outcome is as coarse as the unit.
func (r *resolver) distance(m *meaning) resolved {
	toward := m.get(fToward)
	if m.has(fVague) && m.unit() < unitDay && m.get(fBase) == baseText && r.hasTold && r.told.unit == unitDay {
		// "hours later": that day, at a time that is not told
		return ofPeriod(period{unit: unitDay, start: r.told.start, detail: "TXX"}, m)
	}
	if m.has(fVague) {
		return resolved{kind: Date, value: vagueDistance(toward), mod: m.code(fMod)}
	}
	if m.hasAny(fOffset, fDay, fWeekday, fHoliday) && !m.has(fNear) {
		return r.distanceFromDay(m, toward)
	}
	if r.isVaguer(m) {
		return resolved{kind: Date, value: r.vaguer(m.unit()), mod: m.code(fMod)}
	}
	here, known := r.baseDay(m)
	if known && m.get(fNear) == nearestDay { // "a year ago Tuesday"
		return ofPeriod(period{unit: unitDay, start: back(weekdayOnOrBefore(here, m.get(fWeekday)), m, toward)}, m)
	}
	if known && m.has(fNear) { // "Monday two weeks ago", "two months from today on Tuesday"
		here = here.AddDate(0, 0, m.get(fOffset))
		return ofPeriod(weekdayThen(back(here, m, toward), m), m)
	}
	if !known {
		return resolved{kind: Date, value: unknownDistance(m.unit()), mod: m.code(fMod)}
	}
	return r.goFrom(here, m, toward)
}

// distanceFromDay resolves a distance from a day that is named, "two weeks after
// May 13", to the day.
func (r *resolver) distanceFromDay(m *meaning, toward int) resolved {
	day := *m
	day.drop(fUnit)
	from, ok := r.whole(&day)
	if !ok || m.get(fCount)%unitsOfCount != 0 {
		return resolved{kind: Date, value: vagueDistance(toward), mod: m.code(fMod)}
	}
	return upTo(from.start, ofPeriod(period{unit: unitDay, start: back(from.start, m, toward)}, m), m)
}

// upTo lets "less than two weeks after May 13" cover the days from that day on.
func upTo(here time.Time, res resolved, m *meaning) resolved {
	toward := m.get(fToward)
	res.spans = m.has(fRest)
	res.from, res.to = period{unit: unitDay, start: here}, res.period.shift(-toward)
	if toward < 0 {
		res.from, res.to = res.to, res.from
	}
	return res
}

func (r *resolver) goFrom(here time.Time, m *meaning, toward int) resolved {
	if m.more != (amount{}) && m.unit() >= unitDay {
		u := unitDay
		if m.unit() >= unitMonth {
			u = unitMonth
		}
		return ofPeriod(containing(back(here, m, toward), u), m)
	}
	thousandths, u := toward*m.get(fCount), m.unit()
	switch u {
	case unitSecond, unitMinute, unitHour:
		return resolved{kind: Duration, value: durationValue(m), mod: m.code(fMod)}
	case unitFortnight:
		thousandths, u = 2*thousandths, unitWeek
	case unitDecade:
		thousandths, u = 10*thousandths, unitYear
	case unitCentury:
		thousandths, u = 100*thousandths, unitYear
	case unitNight:
		u = unitDay
	}
	if thousandths%unitsOfCount != 0 { // "two and a half years ago"
		return resolved{kind: Date, value: vagueDistance(toward), mod: m.code(fMod)}
	}
	n := thousandths / unitsOfCount
	if u == unitYear && toward < 0 && m.get(fCount) == unitsOfCount && r.compared.unit == unitQuarter {
		return r.quarterYearAgo(m)
	}
	p := containing(here, u).shift(n)
	if r.outruns(m, p) {
		return resolved{kind: Date, value: vagueDistance(toward), mod: m.code(fMod)}
	}
	return ofPeriod(p, m)
}

// vaguer is the value of a unit that is counted from a longer one: only its year is near at hand.
func (r *resolver) vaguer(u unit) string {
	if r.told.unit > unitYear {
		return unknownDistance(u)
	}
	return strings.Replace(unknownDistance(u), unknownValues[unitYear], yearValue(r.told.start.Year()), 1)
}

// outruns tells whether a count from a past date told would reach beyond publication in a clause that does
// not look ahead. It then counts from another: "In 1945 … has stood since 2020. Eighty years later …".
func (r *resolver) outruns(m *meaning, p period) bool {
	return r.countsFromTold(m) && !r.narrative && !r.told.start.After(r.published) && p.start.After(r.published) && !r.tense().ahead()
}

// quarterYearAgo reads "a year earlier" in a report on a quarter: it means that
// quarter of the year before.
func (r *resolver) quarterYearAgo(m *meaning) resolved {
	res := ofPeriod(r.compared.shift(-4), m)
	res.compares = true
	return res
}

// within resolves "in two weeks" and "within two weeks".
func (r *resolver) within(m *meaning) resolved {
	if m.has(fToward) { // "in a year's time"
		return r.distance(m)
	}
	if m.has(fVague) || !r.comesWithin(m) {
		return resolved{kind: Duration, value: durationValue(m), mod: m.code(fMod)}
	}
	if m.has(fNear) {
		m.set(fShift, 1)
		res := r.window(m)
		res.from.start, _ = r.here() // "within" begins now
		return res
	}
	m.set(fToward, 1)
	return r.distance(m)
}

// comesWithin tells whether the clause looks ahead, so that "in two weeks" is when something comes. "So many enter the
// country in a year" is a length of time.
func (r *resolver) comesWithin(m *meaning) bool {
	if r.isSpan() {
		return false // "a first trip in four years"
	}
	switch r.tense() {
	case future, onceFuture:
		return true
	case scheduled:
		return m.unit() != unitYear || m.get(fCount) != unitsOfCount
	case likelyFuture:
		return m.has(fNear)
	}
	return false
}

func vagueDistance(toward int) string {
	if toward < 0 {
		return "PAST_REF"
	}
	return "FUTURE_REF"
}

func unknownDistance(u unit) string {
	if value := unknownValues[u]; value != "" {
		return value
	}
	return "XXXX-XX-XX"
}

// window resolves a length of time that ends or begins at a day: "the past two
// weeks", "the next 24 hours". TIMEX3 gives it the value of a duration.
func (r *resolver) window(m *meaning) resolved {
	res := resolved{kind: Duration, value: durationValue(m), mod: m.code(fMod)}
	if m.has(fToward) {
		return r.windowAt(m, res)
	}
	here, known := r.baseDay(m)
	if m.has(fVague) || !known || m.get(fCount)%unitsOfCount != 0 {
		return res
	}
	if m.unit() == unitQuarter {
		return quarters(here, m, res)
	}
	from, to := here, here
	if m.get(fShift) < 0 {
		from = back(here, m, -1)
	} else {
		to = back(here, m, 1)
		if m.unit() >= unitDay && !m.has(fRest) { // "within the next two weeks" begins now
			from = from.AddDate(0, 0, 1)
		}
	}
	res.from, res.to = period{unit: unitDay, start: from}, period{unit: unitDay, start: to}
	res.spans = true
	return res
}

// windowAt resolves a length of time right before or after a day that is named: "the 72 hours
// before Monday", "the two weeks after May 6".
func (r *resolver) windowAt(m *meaning, res resolved) resolved {
	day := *m
	day.drop(fUnit)
	named, ok := r.whole(&day)
	toward := m.get(fToward)
	if !ok || named.unit != unitDay || m.unit() < unitHour || m.get(fCount)%unitsOfCount != 0 {
		return res
	}
	next, last := named.shift(toward), period{unit: unitDay, start: back(named.start, m, toward)}
	res.from, res.to, res.spans = next, last, true
	if toward < 0 {
		res.from, res.to = last, next
	}
	return res
}

// quarters are those before or after the present one: companies count them by
// the calendar.
func quarters(here time.Time, m *meaning, res resolved) resolved {
	n, present := m.get(fCount)/unitsOfCount, containing(here, unitQuarter)
	res.from, res.to, res.spans = present.shift(1), present.shift(n), true
	if m.get(fShift) < 0 {
		res.from, res.to = present.shift(-n), present.shift(-1)
	}
	return res
}

// stretch resolves the first or last so many units of a longer period: "the
// first two weeks of March".
func (r *resolver) stretch(m *meaning) resolved {
	res := resolved{kind: Duration, value: durationValue(m), mod: m.code(fMod)}
	u, n := m.unit(), m.get(fCount)/unitsOfCount
	longer := *m
	longer.drop(fUnit)
	if m.has(fShift) {
		longer.set(fUnit, int(unitYear))
	}
	p, ok := r.whole(&longer)
	if !ok || n == 0 {
		return res
	}
	one, okOne := nthWithin(p, u, m.get(fNth))
	other := one.shift(n - 1)
	if m.get(fNth) < 0 {
		one, other = one.shift(1-n), one
	}
	if okOne {
		res.from, res.to, res.spans = one, other, true
	}
	return res
}

// back goes so many units from a day in a direction, to the day.
func back(here time.Time, m *meaning, direction int) time.Time {
	here = m.more.from(here, direction)
	n := direction * m.get(fCount) / unitsOfCount
	switch m.unit() {
	case unitSecond, unitMinute:
		return here
	case unitHour:
		days := (n + direction*23) / 24
		return here.AddDate(0, 0, days)
	case unitWeek:
		return here.AddDate(0, 0, 7*n)
	case unitFortnight:
		return here.AddDate(0, 0, 14*n)
	case unitMonth:
		return here.AddDate(0, n, 0)
	case unitQuarter:
		return here.AddDate(0, 3*n, 0)
	case unitYear:
		return here.AddDate(n, 0, 0)
	case unitDecade:
		return here.AddDate(10*n, 0, 0)
	case unitCentury:
		return here.AddDate(100*n, 0, 0)
	case unitDay:
		if m.has(fWorking) {
			return workingDay(here, n)
		}
	}
	return here.AddDate(0, 0, n)
}

// workingDay is the nth day from one on that is not of a weekend.
func workingDay(here time.Time, n int) time.Time {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		here = here.AddDate(0, 0, step)
		if isoWeekday(here) < 6 {
			n--
		}
	}
	return here
}

// isOneOfTwo tells whether a weekday is the first or the second of two: "Monday" or "Tuesday nights" in "on Monday and
// Tuesday nights".
func (r *resolver) isOneOfTwo(m *meaning) bool {
	if m.get(fBase) == baseText {
		return true
	}
	return r.last.has(fWeekday) && (r.lastForm == formCalendar || r.last.get(fBase) == baseText)
}

// set resolves times that recur: "daily", "every Monday", "each year".
func (r *resolver) set(m *meaning) resolved {
	if m.has(fPart) && r.isOneOfTwo(m) && r.tense() == past { // "was hit on Monday and Tuesday nights"
		return r.calendar(m)
	}
	res := resolved{kind: Set}
	switch {
	case m.has(fUnit):
		res.value = durationValue(m)
	case m.has(fMonth):
		res.value = fmt.Sprintf("XXXX-%02d", m.get(fMonth))
	case m.has(fSeason):
		res.value = "XXXX-" + m.code(fSeason)
	case m.has(fWeekday):
		res.value = fmt.Sprintf("XXXX-WXX-%d", m.get(fWeekday))
		if m.has(fPart) {
			res.value += "T" + m.code(fPart)
		}
	case m.has(fPart):
		res.value = "XXXX-XX-XXT" + m.code(fPart)
	default:
		res.silent = true
	}
	return res
}
