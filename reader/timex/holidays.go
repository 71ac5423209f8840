package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// holiday is a day that bears a name and falls once a year.
type holiday struct {
	month, day   int
	weekday, nth int // with these the day is the nth such weekday of the month, -1 the last
	fromEaster   bool
	plus         int // days to add
	since        int // with these, the days of the years from one on
	days         []monthDay
	length       int // how many days it lasts
}

// addHoliday reads one line of tables/holidays.tsv and joins its words to the
// part <holiday>.
func (g *grammar) addHoliday(line string) error {
	words, when, ok := strings.Cut(line, "\t")
	if !ok {
		return fmt.Errorf("holiday %q has no date", line)
	}
	h, err := parseHoliday(when)
	if err != nil {
		return fmt.Errorf("holiday %q: %w", words, err)
	}
	return g.nameHoliday(words, h)
}

// addFeast reads one line of tables/feasts.tsv.
func (g *grammar) addFeast(line string) error {
	cells := strings.Split(line, "\t")
	if len(cells) != 4 {
		return fmt.Errorf("feast %q: it wants words, a length, a year and days", line)
	}
	var h holiday
	if _, err := fmt.Sscan(cells[1]+" "+cells[2], &h.length, &h.since); err != nil {
		return fmt.Errorf("feast %q: %w", cells[0], err)
	}
	for day := range strings.FieldsSeq(cells[3]) {
		var d monthDay
		if _, err := fmt.Sscanf(day, "%d-%d", &d.month, &d.day); err != nil {
			return fmt.Errorf("feast %q: %q is no day: %w", cells[0], day, err)
		}
		h.days = append(h.days, d)
	}
	return g.nameHoliday(cells[0], h)
}

// nameHoliday joins the words of a holiday to the part <holiday>.
func (g *grammar) nameHoliday(words string, h holiday) error {
	g.holidays = append(g.holidays, h)
	code, err := g.parse(fmt.Sprintf("%s {holiday=%d}", words, len(g.holidays)-1))
	if before, ok := g.parts["holiday"]; ok {
		code = either(code, before)
	}
	g.parts["holiday"] = code
	return err
}

func parseHoliday(when string) (holiday, error) {
	if rest, ok := strings.CutPrefix(when, "easter"); ok {
		n, err := strconv.Atoi(rest)
		return holiday{fromEaster: true, plus: n}, err
	}
	var h holiday
	if _, err := fmt.Sscanf(when, "%d-%d", &h.month, &h.day); err == nil && h.day > 0 {
		return h, nil
	}
	h = holiday{}
	n, err := fmt.Sscanf(when, "%d/%d#%d+%d", &h.month, &h.weekday, &h.nth, &h.plus)
	if n < 3 {
		return h, fmt.Errorf("%q is no day of the year: %w", when, err)
	}
	return h, nil
}

// in is the day that the holiday falls on in a year, the zero time where nothing tells.
func (h holiday) in(year int) time.Time {
	switch {
	case h.days != nil:
		if year < h.since || year >= h.since+len(h.days) {
			return time.Time{}
		}
		d := h.days[year-h.since]
		return dayAt(year, d.month, d.day)
	case h.fromEaster:
		return easter(year).AddDate(0, 0, h.plus)
	case h.nth != 0:
		return nthWeekday(year, h.month, h.weekday, h.nth).AddDate(0, 0, h.plus)
	}
	return dayAt(year, h.month, h.day)
}

// nthWeekday is the nth such weekday of a month, the last one for -1.
func nthWeekday(year, month, weekday, nth int) time.Time {
	if nth < 0 {
		last := dayAt(year, month+1, 0)
		return last.AddDate(0, 0, -((isoWeekday(last) - weekday + 7) % 7))
	}
	first := dayAt(year, month, 1)
	return first.AddDate(0, 0, (weekday-isoWeekday(first)+7)%7+7*(nth-1))
}

// easter is Western Easter Sunday by the anonymous Gregorian algorithm (Meeus,
// Astronomical Algorithms, chapter 8).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e, f := b/4, b%4, (b+8)/25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayAt(year, n/31, n%31+1)
}
