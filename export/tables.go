package export

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// The tables of views have one row for each line of the view. Dates are
// ISO 8601, lists are parted by "; ", parties are called as name says.

// TimelineTable has a row for each line of a timeline.
func TimelineTable(name func(string) string, lines []view.Line) Table {
	t := Table{Title: "Timeline", Columns: []string{"id", "start", "end", "told", "what", "status", "actors", "recipients", "parties", "place", "about", "words", "sources", "outlets"}}
	for _, l := range lines {
		what, status, place := string(l.Kind), "", ""
		var actors, recipients []string
		_, about := Saying(l.Entry, name)
		switch {
		case l.Meeting != nil:
			m := l.Meeting
			what, status, place, actors = Kind(parley.Consult, m.Mode), StatusWords(view.StatusOf(l.Entry, m.Status), l.Unconfirmed), m.Place, m.Participants
		case l.Event != nil:
			e := l.Event
			what, status, place, actors, recipients = Kind(e.Type, e.Mode), StatusWords(view.StatusOf(l.Entry, e.Status), l.Unconfirmed), e.Place, e.Actors, e.Recipients
		case l.Position != nil:
			actors, status, about = []string{l.Position.Party}, string(l.Position.Change), signed(l.Position.Stance)+" "+Matter(l.Position.Aim, l.Position.Issue)
		case l.Proposal != nil:
			actors, about = l.Proposal.By, l.Proposal.Name
		}
		t.Rows = append(t.Rows, []string{
			l.ID, string(l.Start), string(l.End), stamp(l.Told), what, status, cellOf(actors, name), cellOf(recipients, name), cellOf(l.Parties, name),
			place, about, l.Words, strconv.Itoa(l.Sources), cellOf(l.Outlets, nil),
		})
	}
	return t
}

// MeetingsTable has a row for each meeting.
func MeetingsTable(name func(string) string, meetings []view.Meeting) Table {
	t := Table{Title: "Meetings", Columns: []string{"id", "start", "end", "kind", "status", "participants", "parties", "mediators", "place", "round", "steps", "words", "sources", "documents"}}
	for _, m := range meetings {
		var steps []string
		for _, s := range m.Steps {
			steps = append(steps, strings.TrimSpace(stamp(s.Told)+" "+s.Status+" "+Interval(s.Start, s.End)))
		}
		number := ""
		if m.Round > 0 {
			number = strconv.Itoa(m.Round)
		}
		t.Rows = append(t.Rows, []string{
			m.ID, string(m.Start), string(m.End), m.Kind, StatusWords(m.Status, m.Unconfirmed), cellOf(m.Participants, name), cellOf(m.Parties, name),
			cellOf(m.Mediators, name), m.Place, number, strings.Join(steps, "; "), m.Words, strconv.Itoa(m.Sources), cellOf(m.Documents, nil),
		})
	}
	return t
}

// PositionsTable has a row for each stance.
func PositionsTable(name func(string) string, lines []view.Line) Table {
	t := Table{Title: "Positions", Columns: []string{"id", "party", "issue", "stance", "aim", "told", "until", "change", "holders", "condition", "words", "repeated", "sources", "outlets"}}
	for _, l := range lines {
		s := l.Position
		t.Rows = append(t.Rows, []string{
			l.ID, name(s.Party), string(s.Issue), string(s.Stance), string(s.Aim), stamp(l.Told), stamp(s.Until), string(s.Change), cellOf(s.Holders, nil),
			s.Condition, l.Words, strconv.Itoa(s.Repeated), strconv.Itoa(l.Sources), cellOf(l.Outlets, nil),
		})
	}
	return t
}

// StatementsTable has a row for each statement.
func StatementsTable(name func(string) string, lines []view.Line) Table {
	t := Table{Title: "Statements", Columns: []string{"id", "told", "speaker", "kind", "affiliation", "manner", "cue", "content", "via", "reason", "sources", "outlets"}}
	for _, l := range lines {
		s := l.Statement
		t.Rows = append(t.Rows, []string{
			l.ID, stamp(l.Told), cmp.Or(s.Speaker, s.SpeakerText), string(s.Kind), name(s.Affiliation), string(s.Manner), s.Cue, strings.Join(s.Content, " … "),
			cellOf(s.Via, nil), s.Reason, strconv.Itoa(l.Sources), cellOf(l.Outlets, nil),
		})
	}
	return t
}

// ProposalsTable has a row for each version of each proposal.
func ProposalsTable(name func(string) string, plans []view.Plan) Table {
	t := Table{Title: "Proposals", Columns: []string{"id", "name", "by", "version", "told", "size", "points", "responses", "sources", "outlets"}}
	for _, l := range plans {
		var replies []string
		for _, r := range l.Proposal.Responses {
			replies = append(replies, name(r.Party)+" "+string(r.Response))
		}
		for _, v := range l.Proposal.Versions {
			var points []string
			for _, p := range v.Points {
				points = append(points, string(p.Issue)+": "+p.Quote)
			}
			t.Rows = append(t.Rows, []string{
				l.ID, l.Proposal.Name, cellOf(l.Proposal.By, name), v.Name, stamp(v.Told), strconv.Itoa(v.Size), strings.Join(points, "; "),
				strings.Join(replies, "; "), strconv.Itoa(l.Sources), cellOf(l.Outlets, nil),
			})
		}
	}
	return t
}

// DisputesTable has a row for each account of each dispute.
func DisputesTable(name func(string) string, disputes []view.Dispute) Table {
	t := Table{Title: "Disputes", Columns: []string{"id", "about", "entry", "field", "holder", "claim", "documents"}}
	for _, d := range disputes {
		for _, a := range d.Accounts {
			t.Rows = append(t.Rows, []string{d.ID, d.About, d.Entry, d.Field, name(a.Holder), a.Claim, cellOf(a.Documents, nil)})
		}
	}
	return t
}

// DocumentsTable has a row for each document.
func DocumentsTable(_ func(string) string, documents []view.Document) Table {
	t := Table{Title: "Documents", Columns: []string{"id", "outlet", "published", "title", "url", "group"}}
	for _, d := range documents {
		t.Rows = append(t.Rows, []string{d.ID, d.Outlet, stamp(d.Published), d.Title, d.URL, d.Group})
	}
	return t
}

// ActorsTable has a row for each actor.
func ActorsTable(name func(string) string, actors []view.Actor) Table {
	t := Table{Title: "Actors", Columns: []string{"name", "parties", "meetings", "statements", "events", "positions", "last told"}}
	for _, a := range actors {
		t.Rows = append(t.Rows, []string{
			name(a.Name), cellOf(a.Parties, name), strconv.Itoa(a.Meetings), strconv.Itoa(a.Statements), strconv.Itoa(a.Events), strconv.Itoa(a.Positions), stamp(a.Last),
		})
	}
	return t
}

// ChangesTable has a row for each change.
func ChangesTable(name func(string) string, changes []view.Change) Table {
	t := Table{Title: "Changes", Columns: []string{"id", "change", "kind", "start", "told", "says", "before and now", "words", "why", "sources", "outlets"}}
	for _, c := range changes {
		says := ""
		if c.Change != view.Withdrawn {
			says, _ = Saying(c.Entry, name)
		}
		t.Rows = append(t.Rows, []string{
			c.ID, c.Change, string(c.Kind), string(c.Start), stamp(c.Told), says, Shifted(c, name), c.Words, c.Why, strconv.Itoa(c.Sources), cellOf(c.Outlets, nil),
		})
	}
	return t
}

// CorrectionsTable has a row for each correction.
func CorrectionsTable(_ func(string) string, corrections []view.Correction) Table {
	t := Table{Title: "Corrections", Columns: []string{"id", "when", "who", "what", "note", "in force", "entries", "words"}}
	for _, c := range corrections {
		t.Rows = append(t.Rows, []string{
			c.ID, stamp(c.When), c.Who, CorrectionInWords(c.Correction), c.Note, strconv.FormatBool(c.InForce && !c.Lost), cellOf(c.Entries, nil), c.Words,
		})
	}
	return t
}

// stamp writes a moment as RFC 3339 has it; "" for the zero time.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// cellOf writes several values in one cell, each as name says where it is given.
func cellOf(values []string, name func(string) string) string {
	shown := make([]string, len(values))
	for i, v := range values {
		shown[i] = v
		if name != nil {
			shown[i] = name(v)
		}
	}
	return strings.Join(shown, "; ")
}
