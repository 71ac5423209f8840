package export

import (
	"strings"
	"testing"
	"time"

	"github.com/rivo/uniseg"

	"github.com/parleyrecord/parley"
)

func laidOut(paper Paper, draw func(*page)) string {
	var b strings.Builder
	draw(newPage(&b, paper))
	return b.String()
}

func TestColumnsWrapBesideEachOther(t *testing.T) {
	t.Parallel()
	got := laidOut(Paper{Width: 40}, func(p *page) {
		p.row(2, cell{text: plain("4–5"), width: 5}, cell{text: plain("the envoys of Norland and Sudland met in Port Amber")})
	})
	want := "" +
		"  4–5    the envoys of Norland and\n" +
		"         Sudland met in Port Amber\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNoLineIsWiderThanThePaper(t *testing.T) {
	t.Parallel()
	words := text{{"Ein ", Plain}, {strings.Repeat("Wort", 40), Bold}, {" 会談は東京で行われた", Dim}, {" e\u0301te\u0301 ", Plain}, {"(", Plain}, {"held", Marked}, {")", Plain}}
	for width := 1; width < 60; width++ {
		for _, line := range wrap(words, width) {
			if wide := uniseg.StringWidth(line.String()); wide > max(width, 2) {
				t.Errorf("width %d: line of %d columns: %q", width, wide, line.String())
			}
		}
	}
}

func TestWrappingLosesNoWord(t *testing.T) {
	t.Parallel()
	words := text{{"The envoys", Bold}, {", it said, ", Plain}, {"“will meet”", Marked}, {" again", Plain}}
	for width := 1; width < 50; width++ {
		var b strings.Builder
		for _, line := range wrap(words, width) {
			b.WriteString(line.String())
		}
		if got, want := strings.ReplaceAll(b.String(), " ", ""), strings.ReplaceAll(words.String(), " ", ""); got != want {
			t.Errorf("width %d: got %q, want %q", width, got, want)
		}
	}
}

func TestStylesOnlyWhereThePaperHasThem(t *testing.T) {
	t.Parallel()
	draw := func(p *page) { p.row(0, cell{text: styled(Bold, "held").with(Plain, " in Port Amber")}) }
	if got, want := laidOut(Paper{Width: 80}, draw), "held in Port Amber\n"; got != want {
		t.Errorf("plain: got %q, want %q", got, want)
	}
	if got, want := laidOut(Paper{Width: 80, Style: true}, draw), "\x1b[1mheld\x1b[0m in Port Amber\n"; got != want {
		t.Errorf("styled: got %q, want %q", got, want)
	}
}

func TestForeignTextCannotSteerTheTerminal(t *testing.T) {
	t.Parallel()
	for _, hostile := range []string{"\x1b[2Jgone", "a\x07b", "\u202Eevil", "x\u0000y", "\u009b31m", "a\r\nb"} {
		got := laidOut(Paper{Width: 80}, func(p *page) { p.row(0, cell{text: plain(hostile)}) })
		if strings.ContainsAny(strings.TrimSuffix(got, "\n"), "\x1b\x07\u202E\x00\u009b\r\n") {
			t.Errorf("%q is printed as %q", hostile, got)
		}
	}
}

func TestInterval(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		start, end parley.Date
		want       string
	}{
		{"", "", ""},
		{"2025-12-04", "2025-12-04", "4 Dec 2025"},
		{"2025-12-04", "", "4 Dec 2025"},
		{"2025-12-20", "2025-12-21", "20–21 Dec 2025"},
		{"2025-11-30", "2025-12-02", "30 Nov – 2 Dec 2025"},
		{"2025-12-28", "2026-01-02", "28 Dec 2025 – 2 Jan 2026"},
		{"2025-05", "2025-05", "May 2025"},
		{"2025", "", "2025"},
		{"", "2025-05", "until May 2025"},
		{"2025-05", "2025-06-03", "May 2025 – 3 Jun 2025"},
	} {
		if got := Interval(c.start, c.end); got != c.want {
			t.Errorf("Interval(%q, %q) = %q, want %q", c.start, c.end, got, c.want)
		}
	}
}

func TestMomentNamesNoHourThatNobodyGave(t *testing.T) {
	t.Parallel()
	for want, told := range map[string]time.Time{
		"undated":                {},
		"22 Dec 2025":            time.Date(2025, 12, 22, 0, 0, 0, 0, time.UTC),
		"21 Dec 2025, 22:30 UTC": time.Date(2025, 12, 22, 0, 30, 0, 0, time.FixedZone("", 2*3600)),
	} {
		if got := Moment(told); got != want {
			t.Errorf("Moment(%v) = %q, want %q", told, got, want)
		}
	}
}

func TestDaysOfALedger(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		start, end parley.Date
		month, day string
	}{
		{"2025-12-04", "2025-12-05", "December 2025", "4–5"},
		{"2025-12-31", "2026-01-02", "December 2025", "31–2.1."},
		{"2025-12-20", "", "December 2025", "20"},
		{"", "2025-12-20", "December 2025", "20"},
		{"2025-12", "2025-12", "December 2025", ""},
		{"2025", "", "2025", ""},
		{"", "", "No date", ""},
	} {
		if month, day := monthAndDay(c.start, c.end); month != c.month || day != c.day {
			t.Errorf("monthAndDay(%q, %q) = %q, %q; want %q, %q", c.start, c.end, month, day, c.month, c.day)
		}
	}
}
