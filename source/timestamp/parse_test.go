package timestamp

import (
	"testing"
	"time"
)

func TestStampsAreReadInTheirOwnOrTheGivenZone(t *testing.T) {
	t.Parallel()
	cases := []struct{ stamp, zone, want string }{
		{"2025-11-24T18:05:00+02:00", "", "2025-11-24T18:05:00+02:00"},
		{"2025-11-24T18:05:00.250Z", "Europe/Kyiv", "2025-11-24T18:05:00.25Z"},
		{"20251124T180500Z", "", "2025-11-24T18:05:00Z"},
		{"2025-11-24T18:05:00+0200", "", "2025-11-24T18:05:00+02:00"},
		{"2025-11-24T18:05", "Europe/Kyiv", "2025-11-24T18:05:00+02:00"},
		{"2025-11-24 18:05", "", "2025-11-24T18:05:00Z"},
		{"2025-11-24", "America/New_York", "2025-11-24T00:00:00-05:00"},
		{"20251124", "", "2025-11-24T00:00:00Z"},
		{"2025/11/24", "", "2025-11-24T00:00:00Z"},
		{"Mon, 24 Nov 2025 18:05:00 GMT", "Asia/Tokyo", "2025-11-24T18:05:00Z"},
		{"Mon, 24 Nov 2025 18:05:00 -0500", "", "2025-11-24T18:05:00-05:00"},
		{"24 Nov 25 18:05 EST", "", "2025-11-24T18:05:00-05:00"},
		{"Mon Nov 24 18:05:00 2025", "", "2025-11-24T18:05:00Z"},
		{"Monday, November 24th, 2025", "", "2025-11-24T00:00:00Z"},
		{"November 24, 2025 at 6:05 p.m. EST", "", "2025-11-24T18:05:00-05:00"},
		{"Nov. 24, 2025, 12:30 a.m.", "", "2025-11-24T00:30:00Z"},
		{"6:05 PM EST, Mon November 24, 2025", "", "2025-11-24T18:05:00-05:00"},
		{"24 November 2025 - 18:05 (GMT+3)", "", "2025-11-24T18:05:00+03:00"},
		{"Sept. 3, 2025 7 AM", "", "2025-09-03T07:00:00Z"},
		{"24.11.2025 18:05", "Europe/Berlin", "2025-11-24T18:05:00+01:00"},
		{"24/11/2025", "", "2025-11-24T00:00:00Z"},
		{"11/24/2025", "", "2025-11-24T00:00:00Z"},
		{"Mon, 24 Nov 2025 18:05:00 EAT", "", "2025-11-24T18:05:00+03:00"},
		{"Mon, 24 Nov 2025 18:05:00 IST", "Asia/Kolkata", "2025-11-24T18:05:00+05:30"},
		{"Mon, 24 Nov 2025 18:05:00 IST", "Asia/Jerusalem", "2025-11-24T18:05:00+02:00"},
		{"Thu, 24 Jul 2025 18:05:00 IST", "Europe/Dublin", "2025-07-24T18:05:00+01:00"},
		{"Mon, 24 Nov 2025 18:05:00 CST", "Asia/Shanghai", "2025-11-24T18:05:00+08:00"},
		{"2016-12-31T23:59:60Z", "", "2016-12-31T23:59:59Z"},
	}
	for _, c := range cases {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Parse(c.stamp, zone)
		if err != nil {
			t.Errorf("%q in %q: %v", c.stamp, c.zone, err)
			continue
		}
		if s := got.Format(time.RFC3339Nano); s != c.want {
			t.Errorf("%q in %q is %s, want %s", c.stamp, c.zone, s, c.want)
		}
	}
}

func TestWhatCannotBeReadIsAnError(t *testing.T) {
	t.Parallel()
	for _, stamp := range []string{
		"", "yesterday", "Thursday", "18:05", "2025", "2025-11", "2025-11-31", "2025-13-01", "0000-00-00",
		"0001-01-01T00:00:00Z", "03/04/2025", "24 Foo 2025", "2025-11-24T25:00:00Z", "13:30 PM, 24 Nov 2025",
		"Mon, 24 Nov 2025 18:05:00 IST", "2025-11-24T18:05:00+25:00",
		"Talks were held on 24 November 2025 in Vienna",
	} {
		if got, err := Parse(stamp, nil); err == nil {
			t.Errorf("%q was read as %v", stamp, got)
		}
	}
}

func TestLinesThatShowOnlyWhen(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"Published Nov. 24, 2025 | Updated Nov. 25, 2025":               "Nov. 24, 2025",
		"Updated: 25 November 2025; Posted: 24 November 2025 18:05 GMT": "24 November 2025 18:05 GMT",
		"Last updated on 2025-11-25":                                    "",
		"November 24, 2025":                                             "November 24, 2025",
		"FIRST PUBLISHED 2025-11-24":                                    "2025-11-24",
	} {
		if got, ok := Line(line); !ok || got != want {
			t.Errorf("%q: %q %t, want %q", line, got, ok, want)
		}
	}
	for _, line := range []string{"", "Published", "Talks resume", "Published Nov. 24, 2025 in Geneva", "The draft of November 24, 2025 | Talks"} {
		if got, ok := Line(line); ok {
			t.Errorf("%q is read as %q", line, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2025-11-24T18:05:00+02:00", "Mon, 24 Nov 2025 18:05:00 GMT", "6:05 PM EST, Mon November 24, 2025", "24.11.25"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := Parse(s, nil)
		if err != nil {
			return
		}
		if y := got.Year(); y < 1900 || y > 2199 {
			t.Fatalf("%q was read as the year %d", s, y)
		}
		if again, err := Parse(got.Format(time.RFC3339Nano), nil); err != nil || !again.Equal(got) {
			t.Fatalf("%q: %v does not survive writing and reading: %v %v", s, got, again, err)
		}
	})
}
