package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// value is the period as TIMEX3 writes it.
func (p period) value() string {
	year := yearValue(p.start.Year())
	switch p.unit {
	case unitWeek, unitWeekend:
		y, week := p.start.ISOWeek()
		value := fmt.Sprintf("%s-W%02d", yearValue(y), week)
		if p.unit == unitWeekend {
			value += "-WE"
		}
		return value
	case unitMonth:
		return fmt.Sprintf("%s-%02d", year, p.start.Month())
	case unitQuarter:
		return fmt.Sprintf("%s-Q%d", year, (p.start.Month()-1)/3+1)
	case unitHalf:
		return fmt.Sprintf("%s-H%d", year, (p.start.Month()-1)/6+1)
	case unitSeason:
		return year + "-" + p.detail
	case unitYear:
		return year
	case unitDecade:
		return coarseYear(p.last().Year(), 10)
	case unitCentury:
		return coarseYear(p.last().Year(), 100)
	}
	return fmt.Sprintf("%s-%02d-%02d%s", year, p.start.Month(), p.start.Day(), p.detail)
}

func yearValue(year int) string {
	if year < 1 {
		return fmt.Sprintf("BC%04d", 1-year)
	}
	return fmt.Sprintf("%04d", year)
}

// coarseYear writes a decade in three digits, a century in two.
func coarseYear(year, length int) string {
	width := 3
	if length == 100 {
		width = 2
	}
	if year < 1 {
		return fmt.Sprintf("BC%0*d", width, (1-year)/length)
	}
	return fmt.Sprintf("%0*d", width, year/length)
}

// durationUnits are the units as durations write them, after what stands before
// the number.
var durationUnits = [unitCount]struct{ before, after string }{
	unitSecond: {"PT", "S"}, unitMinute: {"PT", "M"}, unitHour: {"PT", "H"}, unitDay: {"P", "D"},
	unitWeekend: {"P", "WE"}, unitWeek: {"P", "W"}, unitFortnight: {"P", "W"}, unitMonth: {"P", "M"},
	unitQuarter: {"P", "Q"}, unitHalf: {"P", "Y"}, unitSeason: {"P", "SE"}, unitYear: {"P", "Y"},
	unitDecade: {"P", "DE"}, unitCentury: {"P", "CE"}, unitNight: {"P", "NI"},
}

// smaller are units that durations count in a smaller one.
var smaller = map[unit]struct {
	unit  unit
	times int
}{
	unitFortnight: {unitWeek, 2}, unitQuarter: {unitMonth, 3}, unitHalf: {unitMonth, 6},
	unitDecade: {unitYear, 10}, unitCentury: {unitYear, 100},
}

// durationValue writes a length of time: "P2D", "PT36H", "P2Y6M", "PXY".
func durationValue(m *meaning) string {
	u := m.unit()
	if m.more != (amount{}) {
		whole := m.more
		whole.add(m.get(fCount)/unitsOfCount, u)
		return whole.value()
	}
	if m.has(fVague) {
		return durationUnits[u].before + "X" + durationUnits[u].after
	}
	count := m.get(fCount)
	if s, ok := smaller[u]; ok {
		u, count = s.unit, count*s.times
	}
	return durationUnits[u].before + countValue(count, u)
}

// halves are how durations write half a unit.
var halves = map[unit]string{unitYear: "6M", unitHour: "30M", unitMinute: "30S"}

// countValue writes a count kept in thousandths with its unit: "2D", "2Y6M",
// "1.25Y".
func countValue(thousandths int, u unit) string {
	whole, rest := thousandths/unitsOfCount, thousandths%unitsOfCount
	after := durationUnits[u].after
	switch {
	case rest == 0:
		return strconv.Itoa(whole) + after
	case rest == unitsOfCount/2 && halves[u] != "" && whole == 0:
		return halves[u]
	case rest == unitsOfCount/2 && halves[u] != "":
		return strconv.Itoa(whole) + after + halves[u]
	}
	return strconv.Itoa(whole) + "." + strings.TrimRight(fmt.Sprintf("%03d", rest), "0") + after
}
