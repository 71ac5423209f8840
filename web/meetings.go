package web

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// meetingsPage is the diary: what is to come, what is uncertain, what was.
type meetingsPage struct {
	Parts []diaryPart
	Next  choice // the meetings that this page leaves out
	Empty bool
	Asked bool // the reader asked for some days only
}

type diaryPart struct {
	Name, About string
	Months      []meetingMonth
}

type meetingMonth struct {
	Name     string
	Meetings []meetingShown
}

// meetingShown is a meeting with its life.
type meetingShown struct {
	row
	M     view.Meeting
	Steps []stepShown
}

type stepShown struct {
	view.MeetingStep
	Words string
	Mood  string
	For   string // the days, where they are new or moved
}

// meetingsAPage is how many meetings a page holds.
const meetingsAPage = 120

// diaryDays is how far the diary looks back where the reader does not say.
const diaryDays = 180

func meetings(v *visit) (leaf, error) {
	look := v.look
	p := meetingsPage{Asked: look.Since != "" || look.Until != ""}
	if !p.Asked {
		look.Since = v.window(diaryDays).Since
	}
	found, err := view.Meetings(v.ctx, v.record, look)
	if err != nil {
		return leaf{}, err
	}
	slices.SortStableFunc(found, inDiary)
	p.Empty = len(found) == 0
	if found, p.Next, err = paged(v, found, meetingsAPage, "meeting"); err != nil {
		return leaf{}, err
	}
	for len(found) > 0 {
		part, n := diaryPartOf(found[0]), 1
		for n < len(found) && diaryPartOf(found[n]) == part {
			n++
		}
		p.Parts = append(p.Parts, diaryPart{diaryParts[part].name, diaryParts[part].about, v.meetingMonths(found[:n])})
		found = found[n:]
	}
	return leaf{Title: "Diary", Data: p}, nil
}

// diaryParts are the parts of the diary, in their order.
var diaryParts = []struct{ name, about string }{
	{"To come", "planned for a day that has not passed"},
	{"Uncertain", "proposed, on hold, called off, denied, or planned for a day that passed without news"},
	{"Held", "the latest first"},
}

// diaryPartOf is the place among these of the part in which a meeting stands.
func diaryPartOf(m view.Meeting) int {
	switch {
	case m.Status == "held" || m.Status == "under-way":
		return 2
	case m.Unconfirmed || m.Status != "planned" || m.Start == "" && m.End == "":
		return 1
	}
	return 0
}

// inDiary orders meetings by part: those to come as the view has them, the others
// with the latest first.
func inDiary(a, b view.Meeting) int {
	if part := diaryPartOf(a); part == 0 || part != diaryPartOf(b) {
		return part - diaryPartOf(b)
	}
	return strings.Compare(diaryDay(b), diaryDay(a))
}

// diaryDay is the day under which a meeting stands: its own or that of its first
// telling.
func diaryDay(m view.Meeting) string {
	if m.Start == "" && len(m.Steps) > 0 {
		return string(parley.DayOf(m.Steps[0].Told.UTC()))
	}
	return string(m.Start)
}

func (v *visit) meetingMonths(meetings []view.Meeting) []meetingMonth {
	var months []meetingMonth
	for _, m := range meetings {
		shown := v.meetingShown(m)
		_, name := monthOf(shown.row)
		if len(months) == 0 || months[len(months)-1].Name != name {
			months = append(months, meetingMonth{Name: name})
		}
		last := &months[len(months)-1]
		last.Meetings = append(last.Meetings, shown)
	}
	return months
}

func (v *visit) meetingShown(m view.Meeting) meetingShown {
	entry := parley.Entry{ID: m.ID, Kind: parley.MeetingEntry, Start: m.Start, End: m.End, Sources: m.Sources, Meeting: &parley.Meeting{
		Mode: parley.Mode(m.Kind), Participants: m.Participants, Parties: m.Parties, Mediators: m.Mediators, Place: m.Place, Round: m.Round,
	}}
	if len(m.Steps) > 0 {
		entry.Told = m.Steps[0].Told
	}
	shown := meetingShown{row: v.row(view.Line{Entry: entry, Words: m.Words, Unconfirmed: m.Unconfirmed}), M: m}
	shown.Status, shown.Mood = export.StatusWords(m.Status, m.Unconfirmed), statusMoods[m.Status]
	if m.Unconfirmed {
		shown.Mood = "cond"
	}
	shown.Backing = export.Counted(m.Sources, "source") + ", " + export.Counted(len(m.Documents), "document")
	for i, s := range m.Steps {
		step := stepShown{MeetingStep: s, Words: export.StatusWords(s.Status, false), Mood: statusMoods[s.Status]}
		if i == 0 || s.Start != m.Steps[i-1].Start || s.End != m.Steps[i-1].End {
			step.For = export.Interval(s.Start, s.End)
		}
		shown.Steps = append(shown.Steps, step)
	}
	return shown
}
