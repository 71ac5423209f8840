package timestamp

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	// Zones by name are part of what a stamp means; a binary must know them on
	// a machine that has no zone files.
	_ "time/tzdata"
)

// MaxLength is the longest stamp, in bytes, that is read.
const MaxLength = 120

var (
	clockPattern = regexp.MustCompile(`(?i)(?:^|[^0-9:+])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9})\d*)?)?\s*(?:(am|pm)\b)?` + offsetPattern)
	hourPattern  = regexp.MustCompile(`(?i)(?:^|[^0-9:])(\d{1,2})()()()\s?(am|pm)\b` + offsetPattern)
	basicPattern = regexp.MustCompile(`(?i)\dT(\d{2})(\d{2})(\d{2})?()()` + offsetPattern)
	// The offset may stand in brackets and after GMT or UTC: "(UTC+3)".
	offsetSource  = `([+-]\d{1,2}(?::?\d{2})?)`
	offsetPattern = `(?:\s?\(?\s?(?:gmt|utc)?\s?` + offsetSource + `\b\)?)?`
	wordPattern   = regexp.MustCompile(`[a-z]+|[0-9]+`)
	stopPattern   = regexp.MustCompile(`(?i)\b([ap])\.\s?m\.?`)
)

// Parse reads a stamp. The result keeps the zone that the stamp states; where it
// states none, it lies in zone (UTC if zone is nil), and a stamp without a time
// of day is midnight there. The error says what is wrong with the stamp and does
// not repeat it.
func Parse(stamp string, zone *time.Location) (time.Time, error) {
	if zone == nil {
		zone = time.UTC
	}
	text := strings.ToLower(strings.Join(strings.Fields(stamp), " "))
	switch {
	case text == "":
		return time.Time{}, errors.New("it is empty")
	case len(text) > MaxLength:
		return time.Time{}, errors.New("it is too long for a date")
	}
	text = stopPattern.ReplaceAllString(text, "${1}m")
	clock, text, err := cutClock(text)
	if err != nil {
		return time.Time{}, err
	}
	day, text, err := cutDay(text)
	if err != nil {
		return time.Time{}, err
	}
	abbreviation, err := readRest(text)
	if err != nil {
		return time.Time{}, err
	}
	return assemble(day, clock, abbreviation, zone)
}

// clock is a time of day and its offset from UTC, if stated, in seconds.
type clock struct {
	hour, minute, second, nanosecond int
	offset                           int
	hasOffset                        bool
}

func cutClock(text string) (clock, string, error) {
	for _, p := range []*regexp.Regexp{clockPattern, hourPattern, basicPattern} {
		m := p.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		c := clock{hour: number(part(1)), minute: number(part(2)), second: number(part(3))}
		c.nanosecond = number((part(4) + "000000000")[:9])
		if err := c.finish(part(5), part(6)); err != nil {
			return clock{}, "", err
		}
		return c, text[:m[2]] + " " + text[m[1]:], nil
	}
	return clock{}, text, nil
}

func (c *clock) finish(half, offset string) error {
	if half != "" && (c.hour < 1 || c.hour > 12) {
		return fmt.Errorf("there is no %d o'clock %s", c.hour, half)
	}
	if half == "pm" && c.hour < 12 {
		c.hour += 12
	}
	if half == "am" && c.hour == 12 {
		c.hour = 0
	}
	if c.second == 60 { // a leap second
		c.second = 59
	}
	if c.hour > 23 || c.minute > 59 || c.second > 59 {
		return errors.New("there is no such time of day")
	}
	if offset == "" {
		return nil
	}
	hours, minutes := offset[1:], ""
	if before, after, ok := strings.Cut(hours, ":"); ok {
		hours, minutes = before, after
	} else if len(hours) > 2 {
		hours, minutes = hours[:len(hours)-2], hours[len(hours)-2:]
	}
	c.offset, c.hasOffset = number(hours)*3600+number(minutes)*60, true
	if number(hours) > 14 || number(minutes) > 59 {
		return fmt.Errorf("no zone is %s from UTC", offset)
	}
	if offset[0] == '-' {
		c.offset = -c.offset
	}
	return nil
}

type day struct{ year, month, day int }

var dayPatterns = []struct {
	pattern *regexp.Regexp
	read    func(m []string) (day, error)
}{
	{regexp.MustCompile(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|t)`), func(m []string) (day, error) {
		return day{number(m[1]), number(m[2]), number(m[3])}, nil
	}},
	{regexp.MustCompile(`\b(\d{4})(\d{2})(\d{2})(?:\b|t)`), func(m []string) (day, error) {
		return day{number(m[1]), number(m[2]), number(m[3])}, nil
	}},
	{regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})\b`), func(m []string) (day, error) {
		return named(m[2], m[1], m[3])
	}},
	{regexp.MustCompile(`\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?\s?,?\s+(\d{4})\b`), func(m []string) (day, error) {
		return named(m[1], m[2], m[3])
	}},
	{regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`), func(m []string) (day, error) {
		return day{number(m[3]), number(m[2]), number(m[1])}, nil
	}},
	{regexp.MustCompile(`\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b`), func(m []string) (day, error) {
		return slashed(number(m[1]), number(m[2]), number(m[3]))
	}},
}

func cutDay(text string) (day, string, error) {
	var problem error
	for _, p := range dayPatterns {
		m := p.pattern.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		parts := p.pattern.FindStringSubmatch(text)
		d, err := p.read(parts)
		if err != nil {
			problem = err
			continue
		}
		return d, text[:m[0]] + " " + text[m[1]:], d.check()
	}
	if problem == nil {
		problem = errors.New("it names no day, month and year")
	}
	return day{}, "", problem
}

func (d day) check() error {
	if d.year < 1900 || d.year > 2199 {
		return fmt.Errorf("the year %d cannot be right", d.year)
	}
	t := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	if d.month < 1 || d.month > 12 || t.Day() != d.day {
		return errors.New("the calendar has no such day")
	}
	return nil
}

func named(month, dayOfMonth, year string) (day, error) {
	m, ok := months[month]
	if !ok {
		return day{}, fmt.Errorf("%q is no month", month)
	}
	y := number(year)
	if len(year) == 2 { // the window of RFC 2822, section 4.3, moved to POSIX's 69
		y += 1900
		if y < 1969 {
			y += 100
		}
	}
	return day{y, m, number(dayOfMonth)}, nil
}

func slashed(a, b, year int) (day, error) {
	switch {
	case a > 12 && b <= 12:
		return day{year, b, a}, nil
	case b > 12 && a <= 12, a == b:
		return day{year, a, b}, nil
	}
	return day{}, errors.New("day and month cannot be told apart")
}

// readRest takes what is left beside day and clock: a weekday, words such as
// "at", a zone's abbreviation. Anything else means that this is no stamp.
func readRest(text string) (abbreviation string, err error) {
	for _, word := range wordPattern.FindAllString(text, -1) {
		switch {
		case weekdays[word], fillers[word]:
		case abbreviation == "" && isZone(word):
			abbreviation = word
		default:
			return "", fmt.Errorf("%q is no part of a date", word)
		}
	}
	return abbreviation, nil
}

func assemble(d day, c clock, abbreviation string, zone *time.Location) (time.Time, error) {
	at := func(l *time.Location) time.Time {
		return time.Date(d.year, time.Month(d.month), d.day, c.hour, c.minute, c.second, c.nanosecond, l)
	}
	switch {
	case c.hasOffset && c.offset == 0:
		return at(time.UTC), nil
	case c.hasOffset:
		return at(time.FixedZone("", c.offset)), nil
	case abbreviation == "":
		return at(zone), nil
	}
	if name, _ := at(zone).Zone(); strings.EqualFold(name, abbreviation) {
		return at(zone), nil
	}
	offset, ok := zones[abbreviation]
	if !ok {
		return time.Time{}, fmt.Errorf("%s means several zones", strings.ToUpper(abbreviation))
	}
	if offset == 0 {
		return at(time.UTC), nil
	}
	return at(time.FixedZone(strings.ToUpper(abbreviation), offset*60)), nil
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
