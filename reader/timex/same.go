package timex

// same resolves what points back at the time last told, as coarse as its own
// unit: "that day", "the same year".
func (r *resolver) same(m *meaning) resolved {
	u := m.unit()
	if m.hasAny(fYear, fShift) {
		return r.sameOfYear(m)
	}
	if u == unitQuarter {
		return r.quarterReported(m)
	}
	if !r.hasTold {
		return resolved{kind: Date, value: unknownDistance(u), mod: m.code(fMod)}
	}
	if u < r.told.unit {
		return resolved{kind: Date, value: r.told.value() + finerUnknown(r.told.unit, u), mod: m.code(fMod)}
	}
	p := containing(r.told.start, u)
	if m.hasAny(fPart, fHour) {
		p.detail = timeOfDay(m)
	}
	return ofPeriod(p, m)
}

// sameOfYear resolves "the 1988 quarter" beside a quarter of another year, and "the same period last
// year" beside a part of this one.
func (r *resolver) sameOfYear(m *meaning) resolved {
	year := m.get(fYear)
	if m.has(fShift) {
		if r.published.IsZero() {
			return resolved{kind: Date, value: unknownValues[unitYear], mod: m.code(fMod)}
		}
		year = r.published.Year() + m.get(fShift)
	}
	p, pointsBack := r.quarter, m.get(fBase) == baseText
	switch {
	case pointsBack && r.stretched.spans:
		return shiftedTo(year, r.stretched)
	case pointsBack && r.told.isPartOfYear():
		p = r.told
	}
	if !p.isPartOfYear() {
		return ofPeriod(period{unit: unitYear, start: dayAt(year, 1, 1)}, m)
	}
	here := p.start
	p.start = dayAt(year, int(here.Month()), 1)
	res := ofPeriod(p, m)
	res.compares = p.start.Before(here)
	return res
}

// shiftedTo is a stretch of one year in another: what "the same period" is to "the first two months"
// and to "from March to May".
func shiftedTo(year int, res resolved) resolved {
	years := year - res.from.start.Year()
	if res.kind == Date {
		res.value = yearValue(year)
	}
	res.from.start, res.to.start = res.from.start.AddDate(years, 0, 0), res.to.start.AddDate(years, 0, 0)
	return res
}

// quarterReported is the quarter that "the quarter" means: the one named before,
// else the last one over.
func (r *resolver) quarterReported(m *meaning) resolved {
	here, known := r.here()
	if r.quarter.unit == unitQuarter {
		return ofPeriod(r.quarter, m)
	}
	if !known {
		return resolved{kind: Date, value: "XXXX-QX"}
	}
	return ofPeriod(containing(here, unitQuarter).shift(-1), m)
}

// finerUnknown says that a unit within a longer one is not known.
func finerUnknown(longer, u unit) string {
	switch {
	case longer == unitMonth && u == unitDay:
		return "-XX"
	case longer == unitYear && u == unitDay:
		return "-XX-XX"
	case longer == unitYear && u == unitMonth:
		return "-XX"
	}
	return ""
}

// follow resolves the rest of a date that the expression before began: the 14 of
// "May 12-14", the 45 of "1941-45".
func (r *resolver) follow(m *meaning) resolved {
	if r.lastForm != formCalendar {
		return resolved{silent: true}
	}
	joined := r.last
	switch {
	case m.has(fDay) && joined.has(fDay) && joined.has(fMonth) && !joined.has(fHour):
		joined.set(fDay, m.get(fDay))
		joined.drop(fWeekday)
	case joined.has(fYear) && !joined.has(fMonth) && m.has(fEra): // "1939-1945"
		joined.set(fYear, m.get(fYear))
		joined.drop(fMod)
	case joined.has(fYear) && !joined.has(fMonth) && m.hasAny(fYear, fDay):
		joined.set(fYear, joined.get(fYear)/100*100+m.get(fYear)%100+m.get(fDay))
	default:
		return resolved{silent: true}
	}
	res := r.calendar(&joined)
	if !res.silent {
		*m = joined
	}
	return res
}
