package export

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// Calendar writes meetings as iCalendar (RFC 5545) that programs can subscribe
// to: each as an event of whole days under a UID that stays, whatever becomes of
// it. Meetings whose day is not known are left out: a calendar has no place for
// them. link is the address of a meeting's page.
func Calendar(w io.Writer, title string, name func(party string) string, meetings []view.Meeting, link func(id string) string) error {
	c := calendar{}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Parley//Record of negotiations//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	c.line("X-WR-CALNAME", text5545(title))
	c.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
	c.line("X-PUBLISHED-TTL", "PT1H")
	for _, m := range meetings {
		if m.Start.Granularity() == parley.Day {
			c.meeting(m, name, link(m.ID))
		}
	}
	c.line("END", "VCALENDAR")
	_, err := io.WriteString(w, c.String())
	return err
}

type calendar struct{ strings.Builder }

// longestLine is how many bytes a line may have before it is folded.
const longestLine = 75

// line writes a property, folded where it is long, and never inside a character.
func (c *calendar) line(name, value string) {
	line, room := name+":"+value, longestLine
	for len(line) > room {
		cut := room
		for cut > 0 && line[cut]&0xC0 == 0x80 {
			cut--
		}
		c.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], longestLine-1
	}
	c.WriteString(line + "\r\n")
}

// calendarStatus is what a calendar calls a status.
var calendarStatus = map[string]string{
	"held": "CONFIRMED", "under-way": "CONFIRMED", "planned": "CONFIRMED", "cancelled": "CANCELLED", "denied": "CANCELLED",
}

func (c *calendar) meeting(m view.Meeting, name func(string) string, address string) {
	status := calendarStatus[m.Status]
	if status == "" || m.Unconfirmed {
		status = "TENTATIVE"
	}
	last := m.Start.First()
	if m.End.Granularity() == parley.Day && m.End.Last().After(last) {
		last = m.End.Last()
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", m.ID+"@parley")
	c.line("DTSTAMP", lastStep(m).UTC().Format("20060102T150405Z"))
	c.line("SEQUENCE", strconv.Itoa(max(len(m.Steps)-1, 0)))
	c.line("DTSTART;VALUE=DATE", m.Start.First().Format("20060102"))
	c.line("DTEND;VALUE=DATE", last.AddDate(0, 0, 1).Format("20060102")) // the first day after it
	c.line("SUMMARY", text5545(meetingTitle(m, name)))
	if m.Place != "" {
		c.line("LOCATION", text5545(m.Place))
	}
	c.line("STATUS", status)
	c.line("TRANSP", "TRANSPARENT")
	c.line("CATEGORIES", text5545(m.Kind))
	c.line("DESCRIPTION", text5545(strings.Join(nonEmpty(
		Capitalised(StatusWords(m.Status, m.Unconfirmed))+", "+Counted(m.Sources, "source"), quotation(m.Words), address), "\n")))
	c.line("URL", address)
	c.line("END", "VEVENT")
}

// lastStep is when the meeting was last told to have come further; the epoch
// where nobody knows.
func lastStep(m view.Meeting) time.Time {
	last := time.Unix(0, 0)
	for _, s := range m.Steps {
		if s.Told.After(last) {
			last = s.Told
		}
	}
	return last
}

func meetingTitle(m view.Meeting, name func(string) string) string {
	p := &page{Paper: Paper{Name: name}}
	title := Capitalised(Kind(parley.Consult, parley.Mode(m.Kind)))
	if m.Round > 0 {
		title = Capitalised(round(m.Round)) + " of talks"
	}
	return title + IfSome(": ", fewest(p.whoOf(&parley.Meeting{Participants: m.Participants, Parties: m.Parties})))
}

func nonEmpty(parts ...string) []string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

var escapes5545 = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// text5545 is text as a property of type TEXT holds it.
func text5545(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = Clean(l)
	}
	return escapes5545.Replace(strings.Join(lines, "\n"))
}
