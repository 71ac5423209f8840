// Package stated holds what an input says of itself, before anything is
// supplied from outside: the words that a file, page or feed uses for its id,
// outlet, address, publication time, zone, headline and text.
//
// Every reader of a format gives these; [Document.Complete] turns one into a
// [parley.Document]. What the input states wins over the defaults handed in;
// what neither knows stays unknown.
package stated

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/byline"
	"github.com/parleyrecord/parley/source/timestamp"
)

// Document is what one document states. Empty fields are not stated.
type Document struct {
	ID        string
	Outlet    string
	URL       string
	Published string // as written; see package timestamp
	Updated   string // when it was changed into this version, as written
	Zone      string // IANA name
	Byline    string // who wrote it, as package byline gives it
	Title     string
	Text      string
	// Place is where in its file the document begins ("line 12"); empty where
	// the file holds this one document.
	Place string
}

// Defaults supply what a document does not state. Each may be empty.
type Defaults struct {
	ID        string
	Outlet    string
	Published time.Time
	Zone      string // IANA name; it must be known to time.LoadLocation
	// OutletZone is that of the document's outlet: stamps that name no zone are
	// read in it where no Zone is known. It does not become the document's, since
	// who reads the document knows its outlet.
	OutletZone string
}

// Complete gives the document with the gaps filled: the id made safe, the
// headline on one line, the times in UTC, the outlet from the address where
// neither document nor defaults name one. A publication time without a zone is read in the
// document's zone, else the defaults', else the outlet's, else UTC. One that states an offset
// gives the document its zone where no other is known: "Etc/GMT-3" for +03:00.
//
// A publication time or zone that cannot be read is left unknown, not replaced;
// note, of kind Partial and without a subject, then says so beside the document.
func (s Document) Complete(d Defaults) (doc parley.Document, note *parley.Error) {
	doc = parley.Document{
		ID: safeID(s.ID), Outlet: first(s.Outlet, d.Outlet, Host(s.URL)), URL: s.URL,
		Title: oneLine.Replace(s.Title), Text: s.Text, Published: d.Published.UTC(), Zone: d.Zone,
	}
	doc.Byline = byline.Of(s.Byline, doc.Outlet, doc.URL)
	if doc.ID == "" {
		doc.ID = d.ID
	}
	if s.Zone != "" {
		if _, err := time.LoadLocation(s.Zone); err != nil || s.Zone == "Local" {
			note = s.note("zone", fmt.Sprintf("%q is no time zone", s.Zone), "use a name such as Europe/Kyiv")
		} else {
			doc.Zone = s.Zone
		}
	}
	if problem := s.date(&doc, first(doc.Zone, d.OutletZone)); problem != nil {
		note = problem
	}
	return doc, note
}

// date reads the times that the document states, in a zone where they name none. Where it states no publication
// but an update, that is when this version was published.
func (s Document) date(doc *parley.Document, in string) (note *parley.Error) {
	zone, err := time.LoadLocation(in)
	if err != nil {
		zone = time.UTC
	}
	if name, written := s.firstDate(); written != "" && (s.Published != "" || doc.Published.IsZero()) {
		at, err := readTime(written, zone)
		if err != nil {
			doc.Published = time.Time{}
			return s.note(name, fmt.Sprintf("the date %s cannot be read, so it stays unknown: %v", quote(written), err),
				"write it like 2025-11-24T18:05:00+02:00 or 2025-11-24")
		}
		doc.Published = at.UTC()
		if doc.Zone == "" && at.Location() != zone {
			doc.Zone = offsetZone(at)
		}
	}
	if at, err := readTime(s.Updated, zone); err == nil && at.After(doc.Published) && !doc.Published.IsZero() {
		doc.Updated = at.UTC()
	}
	return nil
}

func (s Document) firstDate() (name, written string) {
	if s.Published == "" {
		return "updated", s.Updated
	}
	return "published", s.Published
}

func readTime(written string, zone *time.Location) (time.Time, error) {
	at, err := timestamp.Parse(written, zone)
	if err == nil && at.Unix() == 0 {
		err = errors.New("it is the zero of computers' clocks, which stands for a missing date")
	}
	return at, err
}

// oneLine keeps a headline on the first line of a document's body.
var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

// longestID is the length up to which a stated id is kept; two long ones that
// begin alike must not become one.
const longestID = 100

func safeID(id string) string {
	if len(id) <= longestID {
		return parley.SafeID(id)
	}
	sum := sha256.Sum256([]byte(id))
	return parley.SafeID(id[:longestID] + "-" + hex.EncodeToString(sum[:])[:8])
}

func (s Document) note(field, problem, mend string) *parley.Error {
	place := field
	if s.Place != "" {
		place = s.Place + ", " + field
	}
	return &parley.Error{Kind: parley.Partial, Place: place, Problem: problem, Mend: mend}
}

// halfHours names a zone for each offset between full hours that news comes
// with; full hours have names of their own.
var halfHours = map[time.Duration]string{
	-3*time.Hour - 30*time.Minute: "America/St_Johns",
	3*time.Hour + 30*time.Minute:  "Asia/Tehran",
	4*time.Hour + 30*time.Minute:  "Asia/Kabul",
	5*time.Hour + 30*time.Minute:  "Asia/Kolkata",
	5*time.Hour + 45*time.Minute:  "Asia/Kathmandu",
	6*time.Hour + 30*time.Minute:  "Asia/Yangon",
	9*time.Hour + 30*time.Minute:  "Australia/Darwin",
}

// offsetZone names the zone of a stated offset. UTC names none: servers write
// it whatever the outlet's day is.
func offsetZone(at time.Time) string {
	_, seconds := at.Zone()
	offset := time.Duration(seconds) * time.Second
	if offset == 0 || offset%time.Hour != 0 {
		return halfHours[offset]
	}
	// POSIX counts west of Greenwich as positive.
	name := fmt.Sprintf("Etc/GMT%+d", -int(offset/time.Hour))
	if _, err := time.LoadLocation(name); err != nil {
		return ""
	}
	return name
}

// Host is the host of an address, as outlets are known by; "" where it has none.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

func quote(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
