package parley_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
)

func TestBodyHoldsTheNewlineWithoutATitle(t *testing.T) {
	t.Parallel()
	if got := (parley.Document{Text: "Talks resumed."}).Body(); got != "\nTalks resumed." {
		t.Errorf("Body() = %q", got)
	}
}

func TestVersionChangesWithEveryField(t *testing.T) {
	t.Parallel()
	base := parley.Document{ID: "a", Outlet: "o", URL: "u", Title: "t", Text: "x", Zone: "UTC",
		Published: time.Date(2025, 5, 21, 9, 0, 0, 0, time.UTC)}
	seen := map[string]string{base.Version(): "base"}
	for name, change := range map[string]func(*parley.Document){
		"id":        func(d *parley.Document) { d.ID = "b" },
		"outlet":    func(d *parley.Document) { d.Outlet = "p" },
		"url":       func(d *parley.Document) { d.URL = "v" },
		"published": func(d *parley.Document) { d.Published = d.Published.Add(time.Second) },
		"updated":   func(d *parley.Document) { d.Updated = d.Published.Add(time.Hour) },
		"zone":      func(d *parley.Document) { d.Zone = "Europe/Rome" },
		"title":     func(d *parley.Document) { d.Title = "tx"; d.Text = "" },
		"text":      func(d *parley.Document) { d.Text = "y" },
	} {
		d := base
		change(&d)
		if other, clash := seen[d.Version()]; clash {
			t.Errorf("a change of %s gives the version of %s", name, other)
		}
		seen[d.Version()] = name
	}
	signed := base
	signed.Byline = "Ida Lund"
	if signed.Version() != base.Version() {
		t.Error("a byline makes another version")
	}
	moved := base
	moved.Published = base.Published.In(time.FixedZone("MSK", 3*3600))
	if moved.Version() != base.Version() {
		t.Error("the same instant in another zone is another version")
	}
}

func TestKeyComesApart(t *testing.T) {
	t.Parallel()
	d := parley.Document{ID: "wire-1", Text: "x"}
	if id, version := parley.SplitKey(d.Key()); id != "wire-1" || version != d.Version() {
		t.Errorf("SplitKey(%q) = %q, %q", d.Key(), id, version)
	}
	if id, version := parley.SplitKey("wire-1"); id != "wire-1" || version != "" {
		t.Errorf("SplitKey of a bare id = %q, %q", id, version)
	}
}

func TestSafeID(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"seed 000.txt":           "seed-000.txt",
		"../../etc/passwd":       "etc-passwd",
		"--data":                 "data",
		"Переговоры":             "",
		".hidden":                "hidden",
		"a\x00b":                 "a-b",
		strings.Repeat("x", 500): strings.Repeat("x", 120),
	} {
		if got := parley.SafeID(name); got != want {
			t.Errorf("SafeID(%q) = %q, want %q", name, got, want)
		}
		if got := parley.SafeID(parley.SafeID(name)); got != parley.SafeID(name) {
			t.Errorf("SafeID is not stable on %q", name)
		}
	}
}

func TestDocumentValidate(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		document parley.Document
		kind     parley.ErrorKind
	}{
		{parley.Document{ID: "a", Text: "x"}, ""},
		{parley.Document{ID: "a", Title: "x"}, ""},
		{parley.Document{Text: "x"}, parley.Invalid},
		{parley.Document{ID: "a/b", Text: "x"}, parley.Invalid},
		{parley.Document{ID: "a", Text: " \n"}, parley.Empty},
		{parley.Document{ID: "a", Text: "\xff"}, parley.Invalid},
	} {
		if got := parley.KindOf(test.document.Validate()); got != test.kind {
			t.Errorf("Validate(%+v) is %q, want %q", test.document, got, test.kind)
		}
	}
}

func TestDateGranularity(t *testing.T) {
	t.Parallel()
	for date, want := range map[parley.Date]struct {
		granularity parley.Granularity
		first, last string
	}{
		"2025-05-23": {parley.Day, "2025-05-23", "2025-05-23"},
		"2024-02":    {parley.Month, "2024-02-01", "2024-02-29"},
		"2025":       {parley.Year, "2025-01-01", "2025-12-31"},
		"":           {parley.UnknownGranularity, "0001-01-01", "0001-01-01"},
		"2025-13":    {parley.UnknownGranularity, "0001-01-01", "0001-01-01"},
		"Thursday":   {parley.UnknownGranularity, "0001-01-01", "0001-01-01"},
	} {
		first, last := date.First().Format("2006-01-02"), date.Last().Format("2006-01-02")
		if date.Granularity() != want.granularity || first != want.first || last != want.last {
			t.Errorf("%q: %v from %s to %s, want %+v", date, date.Granularity(), first, last, want)
		}
	}
}

func TestOfficeHeldOn(t *testing.T) {
	t.Parallel()
	minister := parley.Office{Title: "foreign minister", Of: "NOR", From: "2021-10", To: "2023-10-15"}
	for day, want := range map[parley.Date]bool{
		"2021-09-30": false, "2021-10-01": true, "2023-10-15": true, "2023-10-16": false, "": true,
	} {
		if got := minister.HeldOn(day); got != want {
			t.Errorf("held on %q = %v, want %v", day, got, want)
		}
	}
	if !(parley.Office{}).HeldOn("1999-01-01") {
		t.Error("unknown bounds are open")
	}
}

func TestErrorNamesPlaceAndMend(t *testing.T) {
	t.Parallel()
	cause := errors.New("no such month")
	err := fmt.Errorf("add: %w", &parley.Error{Kind: parley.Invalid, Subject: "a.json", Place: "published",
		Problem: `"2025-13" is not a date`, Mend: "write it as 2025-12-31", Err: cause})
	if want := `add: a.json: published: "2025-13" is not a date: no such month (write it as 2025-12-31)`; err.Error() != want {
		t.Errorf("Error() = %q", err)
	}
	if parley.KindOf(err) != parley.Invalid || !errors.Is(err, cause) {
		t.Error("the kind or the cause is lost in wrapping")
	}
}

func TestSpanOf(t *testing.T) {
	t.Parallel()
	if words, err := (parley.Span{Start: 2, End: 4}).Of("abcdef"); err != nil || words != "cd" {
		t.Errorf("Of = %q, %v", words, err)
	}
	for _, s := range []parley.Span{{Start: -1, End: 2}, {Start: 3, End: 2}, {Start: 0, End: 7}} {
		if _, err := s.Of("abcdef"); err == nil {
			t.Errorf("%+v lies inside six bytes", s)
		}
	}
}

func TestToldIsWhenTheWordsWereOut(t *testing.T) {
	t.Parallel()
	published := time.Date(2025, 5, 21, 9, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct{ published, updated, told time.Time }{
		"never changed":     {published, time.Time{}, published},
		"changed":           {published, published.Add(5 * time.Hour), published.Add(5 * time.Hour)},
		"a year later":      {published, published.AddDate(1, 0, 0), published},
		"only the change":   {time.Time{}, published, published},
		"nobody knows":      {time.Time{}, time.Time{}, time.Time{}},
		"before it was out": {published, published.Add(-time.Hour), published},
	} {
		d := parley.Document{ID: "a", Published: c.published, Updated: c.updated, Text: "x"}
		if got := d.Told(); !got.Equal(c.told) {
			t.Errorf("%s: told %v, want %v", name, got, c.told)
		}
		if (d.Version() == parley.Document{ID: "a", Published: c.published, Text: "x"}.Version()) != c.updated.IsZero() {
			t.Errorf("%s: the version does not tell whether it was changed", name)
		}
	}
}
