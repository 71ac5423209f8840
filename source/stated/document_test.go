package stated

import (
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
)

func TestWhatTheDocumentStatesWins(t *testing.T) {
	t.Parallel()
	flags := Defaults{ID: "file", Outlet: "Norland Post", Zone: "Europe/Oslo", Published: time.Date(2025, 11, 20, 0, 0, 0, 0, time.UTC)}
	doc, note := Document{ID: "talks 7", Outlet: "kovar.example", Published: "2025-11-24 18:05", Zone: "Asia/Tokyo", Text: "x"}.Complete(flags)
	if note != nil {
		t.Fatal(note)
	}
	want := parley.Document{ID: "talks-7", Outlet: "kovar.example", Published: time.Date(2025, 11, 24, 9, 5, 0, 0, time.UTC), Zone: "Asia/Tokyo", Text: "x"}
	if doc != want {
		t.Errorf("got %+v, want %+v", doc, want)
	}
	doc, _ = Document{Text: "x"}.Complete(flags)
	if doc.ID != "file" || doc.Outlet != "Norland Post" || doc.Zone != "Europe/Oslo" || !doc.Published.Equal(flags.Published) {
		t.Errorf("the defaults do not fill the gaps: %+v", doc)
	}
}

func TestBylineNamesPeopleNotTheOutlet(t *testing.T) {
	t.Parallel()
	s := Document{URL: "https://tarvikpost.example/7", Byline: "By Ida Lund, Tarvik Post; Norland Wire Online", Text: "x"}
	if doc, _ := s.Complete(Defaults{Outlet: "Norland Wire"}); doc.Byline != "Ida Lund" {
		t.Errorf("byline %q", doc.Byline)
	}
}

func TestHeadlineStaysOnOneLine(t *testing.T) {
	t.Parallel()
	if doc, _ := (Document{Title: "Talks\r\nresume", Text: "x"}).Complete(Defaults{}); doc.Title != "Talks resume" {
		t.Errorf("headline %q", doc.Title)
	}
}

func TestUnknownStaysUnknown(t *testing.T) {
	t.Parallel()
	doc, note := Document{Text: "x"}.Complete(Defaults{ID: "a"})
	if note != nil || !doc.Published.IsZero() || doc.Zone != "" || doc.Outlet != "" {
		t.Errorf("got %+v, %v", doc, note)
	}
}

func TestUnreadableDateIsNotReplaced(t *testing.T) {
	t.Parallel()
	doc, note := Document{Published: "last Thursday", Text: "x", Place: "line 4"}.Complete(Defaults{ID: "a", Published: time.Now()})
	if note == nil || note.Kind != parley.Partial || note.Place != "line 4, published" || !strings.Contains(note.Error(), "last Thursday") {
		t.Errorf("the note is %v", note)
	}
	if !doc.Published.IsZero() {
		t.Errorf("the date became %v", doc.Published)
	}
	if doc, note = (Document{Published: "1970-01-01T00:00:00Z", Text: "x"}).Complete(Defaults{}); note == nil || !doc.Published.IsZero() {
		t.Errorf("the zero of the clock became %v (%v)", doc.Published, note)
	}
	_, note = Document{Zone: "Norland/Capital", Text: "x"}.Complete(Defaults{ID: "a"})
	if note == nil || note.Place != "zone" {
		t.Errorf("the note is %v", note)
	}
}

func TestStatedOffsetNamesTheZone(t *testing.T) {
	t.Parallel()
	for stamp, want := range map[string]string{
		"2025-11-24T18:05:00+03:00": "Etc/GMT-3",
		"2025-11-24T18:05:00-05:00": "Etc/GMT+5",
		"2025-11-24T18:05:00+05:30": "Asia/Kolkata",
		"2025-11-24T18:05:00Z":      "",
		"2025-11-24T18:05:00+00:07": "",
	} {
		doc, note := Document{Published: stamp, Text: "x"}.Complete(Defaults{ID: "a"})
		if note != nil || doc.Zone != want {
			t.Errorf("%s: zone %q, want %q (%v)", stamp, doc.Zone, want, note)
		}
		if want == "" {
			continue
		}
		zone, err := time.LoadLocation(want)
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Published.In(zone).Format(time.RFC3339); got != stamp {
			t.Errorf("%s in %s is %s", stamp, want, got)
		}
	}
}

func TestAddressNamesTheOutlet(t *testing.T) {
	t.Parallel()
	doc, _ := Document{URL: "https://www.Post.example/a", Text: "x"}.Complete(Defaults{ID: "a"})
	if doc.Outlet != "post.example" {
		t.Errorf("outlet %q", doc.Outlet)
	}
}

func TestLongIDsStayApart(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("https://post.example/", 6)
	a, _ := Document{ID: long + "a", Text: "x"}.Complete(Defaults{})
	b, _ := Document{ID: long + "b", Text: "x"}.Complete(Defaults{})
	if a.ID == b.ID || parley.SafeID(a.ID) != a.ID {
		t.Errorf("%q and %q", a.ID, b.ID)
	}
}

func TestPublicationAndUpdateAreKeptApart(t *testing.T) {
	t.Parallel()
	at := func(stamp string) time.Time {
		parsed, err := time.Parse(time.RFC3339, stamp)
		if err != nil {
			t.Fatal(err)
		}
		return parsed
	}
	first, later := "2025-11-24T18:05:00Z", "2025-11-25T09:00:00Z"
	for name, c := range map[string]struct {
		stated             Document
		published, updated time.Time
	}{
		"both":                           {Document{Published: first, Updated: later}, at(first), at(later)},
		"an update that is none":         {Document{Published: first, Updated: first}, at(first), time.Time{}},
		"an update before publication":   {Document{Published: later, Updated: first}, at(later), time.Time{}},
		"an update alone":                {Document{Updated: later}, at(later), time.Time{}},
		"an update that cannot be read":  {Document{Published: first, Updated: "lately"}, at(first), time.Time{}},
		"neither":                        {Document{}, time.Time{}, time.Time{}},
		"an update in the outlet's zone": {Document{Published: first, Updated: "2025-11-24 22:05", Zone: "Europe/Kyiv"}, at(first), at("2025-11-24T20:05:00Z")},
	} {
		if doc, _ := c.stated.Complete(Defaults{}); !doc.Published.Equal(c.published) || !doc.Updated.Equal(c.updated) {
			t.Errorf("%s: published %v, updated %v", name, doc.Published, doc.Updated)
		}
	}
}

func TestZoneOfTheOutletIsForStampsOnly(t *testing.T) {
	t.Parallel()
	outlet := Defaults{ID: "a", OutletZone: "Asia/Kolkata"}
	for name, c := range map[string]struct {
		stated        Document
		hour          int
		zone, because string
	}{
		"a stamp without a zone":  {Document{Published: "2025-11-24 18:05"}, 12, "", "the outlet knows"},
		"an ambiguous one":        {Document{Published: "24 Nov 2025 18:05 IST"}, 12, "", "the outlet knows"},
		"a stamp with its own":    {Document{Published: "2025-11-24T18:05:00+03:00"}, 15, "Etc/GMT-3", "it states one"},
		"a document with its own": {Document{Published: "2025-11-24 18:05", Zone: "Europe/Kyiv"}, 16, "Europe/Kyiv", "it states one"},
	} {
		if doc, _ := c.stated.Complete(outlet); doc.Published.Hour() != c.hour || doc.Zone != c.zone {
			t.Errorf("%s: published %v, zone %q (%s)", name, doc.Published, doc.Zone, c.because)
		}
	}
}
