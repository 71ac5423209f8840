package timex

import (
	"fmt"
	"testing"
	"time"
)

// TestTablesAreUsed finds classes of words and kinds of numbers that no pattern
// takes.
func TestTablesAreUsed(t *testing.T) {
	t.Parallel()
	g, err := compile()
	if err != nil {
		t.Fatal(err)
	}
	used := map[int]bool{g.cardinal: true, g.ordinal: true, g.ending: true}
	numbers := map[int]bool{}
	for _, r := range g.rules {
		for _, in := range r.pattern {
			switch in.op {
			case opClass:
				used[in.argument] = true
			case opNumeral:
				numbers[in.argument] = true
			}
		}
	}
	for name, class := range g.classes {
		if !used[class] {
			t.Errorf("no pattern takes the class %s", name)
		}
	}
	for name, kind := range numeralKinds {
		if !numbers[int(kind)] {
			t.Errorf("no pattern takes the number %s", name)
		}
	}
}

func TestHolidays(t *testing.T) {
	t.Parallel()
	cases := []struct {
		when string
		year int
		want string
	}{
		{"12-25", 2025, "2025-12-25"},
		{"11/4#4", 2025, "2025-11-27"},
		{"11/4#4+1", 2025, "2025-11-28"},
		{"05/1#-1", 2025, "2025-05-26"},
		{"11/1#1+1", 2024, "2024-11-05"},
		{"easter+0", 2024, "2024-03-31"},
		{"easter-2", 2025, "2025-04-18"},
		{"easter+49", 2038, "2038-06-13"},
	}
	for _, c := range cases {
		h, err := parseHoliday(c.when)
		if err != nil {
			t.Fatal(err)
		}
		if got := h.in(c.year).Format(time.DateOnly); got != c.want {
			t.Errorf("%s in %d is %s, want %s", c.when, c.year, got, c.want)
		}
	}
}

func TestBadLinesOfTablesAreNamed(t *testing.T) {
	t.Parallel()
	g, err := compile()
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		add  func(string) error
		line string
	}{
		{g.addLine, "calendar MONTH"},
		{g.addLine, "gregorian = MONTH"},
		{g.addLine, "calendar = ( MONTH"},
		{g.addLine, "calendar = MONTH )"},
		{g.addLine, "calendar = <moon>"},
		{g.addLine, "calendar = MOON"},
		{g.addLine, "calendar = {moon=1} MONTH"},
		{g.addLine, "calendar [in = MONTH"},
		{g.addWord, "moonday"},
		{g.addWord, "moonday\tWEEKDAY\tweekday=moon"},
		{g.addWord, "moonday\tWEEKDAY\tweekday=1\tsilver"},
		{g.addHoliday, "moon day"},
		{g.addFeast, "moon day\t1\t1980"},
		{g.addFeast, "moon day\tfull\t1980\t01-01"},
		{g.addHoliday, "moon day\tsome time"},
		{g.addOutlook, "sideways\twander"},
	}
	for _, c := range cases {
		if err := c.add(c.line); err == nil {
			t.Errorf("%q was accepted", c.line)
		}
	}
}

func TestValuesOfPeriods(t *testing.T) {
	t.Parallel()
	day := dayAt(2024, 12, 30)
	cases := []struct {
		unit  unit
		shift int
		want  string
	}{
		{unitDay, 0, "2024-12-30 2024-12-30..2024-12-30"},
		{unitWeek, 0, "2025-W01 2024-12-30..2025-01-05"},
		{unitWeekend, -1, "2024-W52-WE 2024-12-28..2024-12-29"},
		{unitMonth, 2, "2025-02 2025-02..2025-02"},
		{unitQuarter, -1, "2024-Q3 2024-07..2024-09"},
		{unitHalf, 1, "2025-H1 2025-01..2025-06"},
		{unitSeason, 0, "2024-WI .."},
		{unitYear, -1, "2023 2023..2023"},
		{unitDecade, 0, "202 2020..2029"},
		{unitCentury, -1, "19 1900..1999"},
	}
	for _, c := range cases {
		p := containing(day, c.unit).shift(c.shift)
		from, to := p.dates()
		if got := fmt.Sprintf("%s %s..%s", p.value(), from, to); got != c.want {
			t.Errorf("unit %s shifted by %d is %s, want %s", unitCodes[c.unit], c.shift, got, c.want)
		}
	}
}
