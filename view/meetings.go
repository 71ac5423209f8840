package view

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Meeting is a meeting, visit, call or round of talks as a diary shows it.
type Meeting struct {
	ID           string      `json:"id"`
	Participants []string    `json:"participants"`
	Parties      []string    `json:"parties"`
	Mediators    []string    `json:"mediators,omitempty"`
	Kind         string      `json:"kind"` // negotiation, meeting, call, visit, mediation
	Start        parley.Date `json:"start"`
	End          parley.Date `json:"end"`
	Place        string      `json:"place"`
	// Status is one of held, under-way, planned, proposed, undecided, on-hold,
	// cancelled, denied.
	Status    string        `json:"status"`
	Round     int           `json:"round,omitempty"`
	Documents []string      `json:"documents"` // ids, as ShownIDs gives them
	Sources   int           `json:"sources"`   // independent ones
	Steps     []MeetingStep `json:"steps"`
	// Unconfirmed tells that its day has passed and that no source says what
	// became of it.
	Unconfirmed bool   `json:"unconfirmed,omitempty"`
	Words       string `json:"words,omitempty"`
}

// MeetingStep is one change in a meeting's life.
type MeetingStep struct {
	Status    string      `json:"status"`
	By        string      `json:"by"` // "" for the outlets themselves
	Start     parley.Date `json:"start,omitempty"`
	End       parley.Date `json:"end,omitempty"`
	Told      time.Time   `json:"told,omitzero"`
	Documents []string    `json:"documents"`
}

// MeetingStatus is what people call a status when it is a meeting's.
func MeetingStatus(s parley.Status) string {
	switch s {
	case parley.Happened:
		return "held"
	case parley.Ongoing:
		return "under-way"
	}
	return string(s)
}

// StatusOf is what people call a status of an entry: a meeting's of talks, also where it is
// not known who met, so that they are an event of the record and no meeting.
func StatusOf(e parley.Entry, s parley.Status) string {
	if e.Meeting != nil || e.Event != nil && e.Event.Type == parley.Consult {
		return MeetingStatus(s)
	}
	return string(s)
}

// Meetings is the diary: the meetings of the days in the look in the order of
// those days, those without a date last.
func Meetings(ctx context.Context, r store.Reader, look Look) ([]Meeting, error) {
	filter := look.happened(parley.MeetingEntry)
	filter.Part = store.WithoutSpans
	found, err := entries(ctx, r, "meetings", filter)
	if err != nil {
		return nil, err
	}
	return look.diary(ctx, r, found)
}

func (l Look) diary(ctx context.Context, r store.Reader, found []parley.Entry) ([]Meeting, error) {
	lines := l.lines(found)
	var keys []string
	for _, e := range found {
		keys = append(keys, documentsOf(e)...)
		for _, s := range e.Meeting.Steps {
			keys = append(keys, s.Documents...)
		}
	}
	shown, err := ShownIDs(ctx, r, keys)
	if err != nil {
		return nil, err
	}
	meetings := make([]Meeting, len(lines))
	for i, line := range lines {
		meetings[i] = meetingOf(line, shown)
	}
	slices.SortStableFunc(meetings, func(a, b Meeting) int {
		if (a.Start == "") != (b.Start == "") {
			return strings.Compare(string(b.Start), string(a.Start))
		}
		return cmp.Or(a.Start.First().Compare(b.Start.First()), a.End.Last().Compare(b.End.Last()))
	})
	return meetings, nil
}

func meetingOf(line Line, shown map[string]string) Meeting {
	m := line.Meeting
	meeting := Meeting{
		ID: line.ID, Participants: m.Participants, Parties: m.Parties, Mediators: m.Mediators, Kind: string(cmp.Or(m.Mode, "meeting")),
		Start: line.Start, End: line.End, Place: m.Place, Status: MeetingStatus(m.Status), Round: m.Round,
		Documents: named(documentsOf(line.Entry), shown), Sources: line.Sources, Unconfirmed: line.Unconfirmed, Words: line.Words,
	}
	for _, s := range m.Steps {
		meeting.Steps = append(meeting.Steps, MeetingStep{
			Status: MeetingStatus(s.Status), By: s.By, Start: s.Start, End: s.End, Told: s.Told, Documents: named(s.Documents, shown),
		})
	}
	return meeting
}

// documentsOf are the keys of the documents that tell the entry, in canonical
// order.
func documentsOf(e parley.Entry) []string {
	var keys []string
	for _, m := range e.Members {
		if !slices.Contains(keys, m.Doc) {
			keys = append(keys, m.Doc)
		}
	}
	return keys
}

func named(keys []string, shown map[string]string) []string {
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = cmp.Or(shown[key], key)
	}
	return names
}
