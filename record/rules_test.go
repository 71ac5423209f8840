package record_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// people are those whom the stories below name.
var people = []parley.Actor{
	{ID: "NRD", Name: "NRD", Kind: parley.StateActor, Known: true}, {ID: "SDL", Name: "SDL", Kind: parley.StateActor, Known: true},
	{ID: "WST", Name: "WST", Kind: parley.StateActor, Known: true},
	{ID: "anna-kovar", Name: "Anna Kovar", Kind: parley.PersonActor, Affiliation: "NRD", Known: true},
	{Name: "Olga Brandt", Kind: parley.PersonActor, Affiliation: "NRD"},
	{ID: "boris-lund", Name: "Boris Lund", Kind: parley.PersonActor, Affiliation: "SDL", Known: true},
	{Name: "Yusuf al-Harani", Kind: parley.PersonActor, Affiliation: "SDL"}, {Name: "Yousef Harani", Kind: parley.PersonActor, Affiliation: "SDL"},
	{ID: "carl-west", Name: "Carl West", Kind: parley.PersonActor, Affiliation: "WST", Known: true},
}

// story is one article of a small newsroom: told on a day of March 2031, or on
// no day.
type story struct {
	told       int
	outlet     string
	id         string // else made of its number
	text       string // else its own
	events     []parley.Event
	statements []parley.Statement
	positions  []parley.Position
	proposals  []parley.Proposal
}

// talks is a meeting of parties, told in shorthand: "Anna Kovar, Boris Lund".
func talks(mode parley.Mode, status parley.Status, who string, start, end parley.Date, place string) parley.Event {
	names := strings.Split(who, ", ")
	e := parley.Event{Type: parley.Consult, Mode: mode, Status: status, Actors: names[:1], Recipients: names[1:], Start: start, End: end, Place: place, Certainty: .9}
	if end == "" {
		e.End = start
	}
	e.Spans = []parley.Evidence{{Field: "quotes", Span: parley.Span{End: 20}}}
	return e
}

func by(name string, e parley.Event) parley.Event { e.By = name; return e }

func round(n int, e parley.Event) parley.Event { e.Round = n; return e }

func rounds(n int, e parley.Event) parley.Event { e.Rounds = n; return e }

func attack(start parley.Date, place string, figures ...parley.Figure) parley.Event {
	return parley.Event{Type: parley.Assault, Mode: "drone", Status: parley.Happened, Actors: []string{"NRD"}, Recipients: []string{"SDL"}, Start: start, End: start, Place: place,
		Figures: figures, Certainty: .9, Spans: []parley.Evidence{{Field: "quotes", Span: parley.Span{End: 20}}}}
}

func killed(n float64, claimant string) parley.Figure {
	return parley.Figure{What: "killed", N: n, Qualifier: "exactly", Claimant: claimant}
}

func said(speaker, words string) parley.Statement {
	return parley.Statement{Content: []string{words}, Cue: "said", SpeakerText: speaker, Speaker: speaker, Kind: parley.PersonSource, Certainty: .9,
		Spans: []parley.Evidence{{Field: "content", Span: parley.Span{End: 20}}}}
}

func stands(party, holder string, issue parley.Issue, stance parley.Stance) parley.Position {
	return parley.Position{Party: party, Holder: holder, Issue: issue, Stance: stance, Quotes: []string{"words"}, Certainty: .9,
		Spans: []parley.Evidence{{Field: "quotes", Span: parley.Span{End: 20}}}}
}

func plan(name, by string, size int) parley.Proposal {
	return parley.Proposal{Name: name, By: []string{by}, Size: size, Quotes: []string{"words"}, Certainty: .9,
		Spans: []parley.Evidence{{Field: "quotes", Span: parley.Span{End: 20}}}}
}

// recorded is the record that stories make, its entries of one kind.
func recorded(t *testing.T, kind parley.EntryKind, stories ...story) []parley.Entry {
	t.Helper()
	s := create(t)
	for n, st := range stories {
		d := parley.Document{ID: st.id, Outlet: st.outlet, Title: "News", Text: st.text}
		if d.ID == "" {
			d.ID = fmt.Sprintf("story-%d", n+1)
		}
		if d.Text == "" {
			d.Text = strings.Repeat(fmt.Sprintf("Nothing like story %d stands elsewhere. ", n*7919), 9)
		}
		if st.told > 0 {
			d.Published = time.Date(2031, time.March, st.told, 12, 0, 0, 0, time.UTC)
		}
		doc := store.Document{Document: d, Version: d.Version(), Kept: time.Date(2031, 4, 1, 0, 0, n, 0, time.UTC)}
		add(t, s, article{doc, parley.Reading{Doc: d.ID, Version: doc.Version, Events: st.events, Statements: st.statements, Positions: st.positions, Proposals: st.proposals, Actors: people}})
	}
	var found []parley.Entry
	for e, err := range s.Entries(t.Context(), store.EntryFilter{Kinds: []parley.EntryKind{kind}}) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, e)
	}
	return found
}

// inWords tells a meeting in one line.
func inWords(e parley.Entry) string {
	m := e.Meeting
	return fmt.Sprintf("%s %s %s..%s %s %s, %d sources", strings.Join(m.Parties, "-"), m.Mode, e.Start, e.End, m.Place, m.Status, e.Sources)
}

func TestMeetings(t *testing.T) {
	t.Parallel()
	const met, will, might = parley.Happened, parley.Planned, parley.Proposed
	for name, c := range map[string]struct {
		stories []story
		want    []string
	}{
		"several reports of one meeting are one": {
			[]story{{told: 4, events: []parley.Event{talks("meeting", met, "Anna Kovar, Boris Lund", "2031-03-03", "", "Geneva")}},
				{told: 5, events: []parley.Event{talks("", met, "NRD, SDL", "2031-03-03", "", "Switzerland")}},
				{told: 6, events: []parley.Event{talks("negotiation", met, "Boris Lund, Anna Kovar", "2031-03-03", "", "")}}},
			[]string{"NRD-SDL meeting 2031-03-03..2031-03-03 Geneva happened, 3 sources"},
		},
		"two rounds in one place in one month are two": {
			[]story{{told: 6, events: []parley.Event{talks("negotiation", met, "NRD, SDL", "2031-03-04", "", "Florida")}},
				{told: 23, events: []parley.Event{talks("negotiation", met, "NRD, SDL", "2031-03-20", "2031-03-21", "Miami, Florida")}}},
			[]string{"NRD-SDL negotiation 2031-03-04..2031-03-04 Florida happened, 1 sources", "NRD-SDL negotiation 2031-03-20..2031-03-21 Miami, Florida happened, 1 sources"},
		},
		"sessions on days in a row at one place are one round": {
			[]story{{told: 5, events: []parley.Event{talks("meeting", met, "Anna Kovar, Boris Lund", "2031-03-04", "", "Geneva")}},
				{told: 5, events: []parley.Event{talks("negotiation", parley.Ongoing, "NRD, SDL", "2031-03-05", "", "Geneva")}}},
			[]string{"NRD-SDL meeting 2031-03-04..2031-03-05 Geneva happened, 2 sources"},
		},
		"a call is not the meeting of the same day": {
			[]story{{told: 5, events: []parley.Event{talks("call", met, "Anna Kovar, Boris Lund", "2031-03-04", "", ""), talks("meeting", met, "Olga Brandt, Yusuf al-Harani", "2031-03-04", "", "Oslo")}}},
			[]string{"NRD-SDL call 2031-03-04..2031-03-04  happened, 1 sources", "NRD-SDL meeting 2031-03-04..2031-03-04 Oslo happened, 1 sources"},
		},
		"a call of two is not the call of three on the same day": {
			[]story{{told: 5, events: []parley.Event{talks("call", met, "Anna Kovar, Boris Lund", "2031-03-04", "", "")}},
				{told: 5, events: []parley.Event{talks("call", met, "Anna Kovar, Boris Lund, Carl West", "2031-03-04", "", "")}}},
			[]string{"NRD-SDL call 2031-03-04..2031-03-04  happened, 1 sources", "NRD-SDL-WST call 2031-03-04..2031-03-04  happened, 1 sources"},
		},
		"a vague report follows the only meeting that it can mean": {
			[]story{{told: 4, events: []parley.Event{talks("meeting", met, "Anna Kovar, Boris Lund", "2031-03-03", "", "Geneva")}},
				{told: 9, events: []parley.Event{talks("negotiation", met, "NRD, SDL", "", "", "")}},
				{told: 9, events: []parley.Event{talks("negotiation", met, "NRD, SDL", "2031-03-01", "2031-03-07", "")}}},
			[]string{"NRD-SDL negotiation 2031-03-03..2031-03-03 Geneva happened, 3 sources"},
		},
		"of two meetings a vague report follows the one whose place it names": {
			[]story{{told: 4, events: []parley.Event{talks("meeting", met, "NRD, SDL", "2031-03-03", "", "Geneva")}},
				{told: 8, events: []parley.Event{talks("meeting", met, "NRD, SDL", "2031-03-07", "", "Oslo")}},
				{told: 9, events: []parley.Event{talks("meeting", met, "NRD, SDL", "", "", "Oslo")}},
				{told: 9, events: []parley.Event{talks("meeting", met, "NRD, SDL", "", "", "")}}},
			[]string{"NRD-SDL meeting 2031-03-03..2031-03-03 Geneva happened, 1 sources", "NRD-SDL meeting 2031-03-07..2031-03-07 Oslo happened, 2 sources", "NRD-SDL meeting ..  happened, 1 sources"},
		},
		"a plan does not follow a meeting that is over": {
			[]story{{told: 4, events: []parley.Event{talks("negotiation", met, "NRD, SDL", "2031-03-03", "", "Geneva")}},
				{told: 6, events: []parley.Event{talks("negotiation", might, "NRD, SDL", "", "", "Oslo")}}},
			[]string{"NRD-SDL negotiation 2031-03-03..2031-03-03 Geneva happened, 1 sources", "NRD-SDL negotiation .. Oslo proposed, 1 sources"},
		},
		"a numbered round is one, whenever it is told of": {
			[]story{{told: 2, events: []parley.Event{round(5, talks("negotiation", will, "NRD, SDL", "2031-03-10", "", "Oslo"))}},
				{told: 29, events: []parley.Event{round(5, talks("negotiation", met, "NRD, SDL", "", "", "")), round(6, talks("negotiation", will, "NRD, SDL", "2031-04-02", "", ""))}}},
			[]string{"NRD-SDL negotiation 2031-03-10..2031-03-10 Oslo happened, 2 sources", "NRD-SDL negotiation 2031-04-02..2031-04-02  planned, 1 sources"},
		},
		"a sum of rounds tells of each that is known": {
			[]story{{told: 2, events: []parley.Event{round(1, talks("negotiation", met, "NRD, SDL", "2031-02-03", "", "Oslo"))}},
				{told: 9, events: []parley.Event{rounds(4, talks("negotiation", met, "NRD, SDL", "", "", ""))}}},
			[]string{"NRD-SDL negotiation 2031-02-03..2031-02-03 Oslo happened, 2 sources", "NRD-SDL negotiation ..  happened, 1 sources"},
		},
		"spellings of an unknown name are one person": {
			[]story{{told: 5, events: []parley.Event{talks("call", met, "Anna Kovar, Yusuf al-Harani", "2031-03-04", "", "")}},
				{told: 5, events: []parley.Event{talks("call", met, "Anna Kovar, Yousef Harani", "2031-03-04", "", "")}}},
			[]string{"NRD-SDL call 2031-03-04..2031-03-04  happened, 2 sources"},
		},
		"one side among itself is no meeting": {
			[]story{{told: 5, events: []parley.Event{talks("meeting", met, "Anna Kovar, Olga Brandt", "2031-03-04", "", "Oslo")}}},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var found []string
			for _, e := range recorded(t, parley.MeetingEntry, c.stories...) {
				found = append(found, inWords(e))
			}
			slices.Sort(found)
			slices.Sort(c.want)
			if !slices.Equal(found, c.want) {
				t.Errorf("found %s\nwant  %s", strings.Join(found, "\n      "), strings.Join(c.want, "\n      "))
			}
		})
	}
}

func TestStatusOverALife(t *testing.T) {
	t.Parallel()
	at := func(told int, status parley.Status, by_ string) story {
		return story{told: told, events: []parley.Event{by(by_, talks("meeting", status, "Anna Kovar, Boris Lund", "2031-03-20", "", "Oslo"))}}
	}
	undated := func(told int, status parley.Status, by_ string) story {
		return story{told: told, events: []parley.Event{by(by_, talks("meeting", status, "Anna Kovar, Boris Lund", "", "", ""))}}
	}
	for name, c := range map[string]struct {
		stories []story
		want    parley.Status
	}{
		"held after it was planned":                    {[]story{at(3, parley.Planned, ""), at(21, parley.Happened, "")}, parley.Happened},
		"held, though a plan is told of later":         {[]story{at(21, parley.Happened, ""), at(22, parley.Planned, "")}, parley.Happened},
		"put off after it was planned":                 {[]story{at(3, parley.Planned, ""), at(5, parley.OnHold, "Boris Lund")}, parley.OnHold},
		"planned again after it was put off":           {[]story{at(3, parley.OnHold, ""), at(5, parley.Planned, "Boris Lund")}, parley.Planned},
		"a suggestion does not undo a plan":            {[]story{at(3, parley.Planned, ""), at(5, parley.Proposed, "")}, parley.Planned},
		"denied, and nobody confirms":                  {[]story{at(3, parley.Denied, "Boris Lund")}, parley.Denied},
		"denied by one and held by another's word":     {[]story{at(21, parley.Denied, "Boris Lund"), at(21, parley.Happened, "")}, parley.Happened},
		"spoken of as over before its day":             {[]story{at(3, parley.Planned, ""), at(5, parley.Happened, "")}, parley.Planned},
		"called off by more than say it was held":      {[]story{at(21, parley.Happened, ""), at(21, parley.Cancelled, ""), at(22, parley.Cancelled, "")}, parley.Cancelled},
		"a plan without a day by one who is not in it": {[]story{undated(3, parley.Planned, "Carl West")}, parley.Proposed},
		"a plan without a day by one who is":           {[]story{undated(3, parley.Planned, "Anna Kovar")}, parley.Planned},
		"a refusal against two suggestions":            {[]story{undated(3, parley.Proposed, ""), undated(4, parley.Proposed, ""), undated(5, parley.Cancelled, "")}, parley.Proposed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := recorded(t, parley.MeetingEntry, c.stories...)
			if len(found) != 1 || found[0].Meeting.Status != c.want {
				t.Errorf("found %v, want one meeting, %s", words(found, inWords), c.want)
			}
		})
	}
}

func words(entries []parley.Entry, tell func(parley.Entry) string) (lines []string) {
	for _, e := range entries {
		lines = append(lines, tell(e))
	}
	return lines
}

// TestNobodyAttacksHimself: two attacks of a day with one side's name are two where
// it makes the one and suffers the other.
func TestNobodyAttacksHimself(t *testing.T) {
	t.Parallel()
	by, on := attack("2031-03-03", "Oslo"), attack("2031-03-03", "Oslo")
	by.Actors, by.Recipients = []string{"NRD"}, nil
	on.Actors, on.Recipients = nil, []string{"NRD"}
	if found := recorded(t, parley.EventEntry, story{told: 4, events: []parley.Event{by}}, story{told: 4, events: []parley.Event{on}}); len(found) != 2 {
		t.Errorf("found %d attacks, want 2", len(found))
	}
}

func TestStepsTellWhoSaidWhatWhen(t *testing.T) {
	t.Parallel()
	found := recorded(t, parley.MeetingEntry,
		story{told: 3, events: []parley.Event{by("Anna Kovar", talks("negotiation", parley.Proposed, "NRD, SDL", "2031-03-20", "", ""))}},
		story{told: 4, events: []parley.Event{by("Anna Kovar", talks("negotiation", parley.Proposed, "NRD, SDL", "2031-03-20", "", ""))}},
		story{told: 5, events: []parley.Event{by("Boris Lund", talks("negotiation", parley.Planned, "NRD, SDL", "2031-03-20", "", "Oslo"))}})
	if len(found) != 1 {
		t.Fatalf("%d meetings, want 1", len(found))
	}
	steps := found[0].Meeting.Steps
	if len(steps) != 2 || steps[0].Status != parley.Proposed || steps[0].By != "Anna Kovar" || len(steps[0].Documents) != 2 ||
		steps[1].Status != parley.Planned || steps[1].By != "Boris Lund" || !steps[1].Told.Equal(time.Date(2031, 3, 5, 12, 0, 0, 0, time.UTC)) {
		t.Errorf("steps: %+v", steps)
	}
}

func TestPositionsChange(t *testing.T) {
	t.Parallel()
	at := func(told int, holder string, stance parley.Stance) story {
		return story{told: told, positions: []parley.Position{stands("NRD", holder, "territory", stance)}}
	}
	tell := func(e parley.Entry) string {
		p, until := e.Position, ""
		if !p.Until.IsZero() {
			until = " until " + p.Until.Format("02")
		}
		return strings.TrimSpace(fmt.Sprintf("%s from %s%s %s", p.Stance, e.Told.Format("02"), until, p.Change))
	}
	for name, c := range map[string]struct {
		stories []story
		want    []string
	}{
		"repeated, it is one": {[]story{at(3, "Anna Kovar", parley.Rejects), at(5, "Olga Brandt", parley.Rejects)}, []string{"rejects from 03"}},
		"reversed":            {[]story{at(3, "Anna Kovar", parley.Rejects), at(9, "Anna Kovar", parley.Accepts)}, []string{"rejects from 03 until 09", "accepts from 09 reversed"}},
		"softened":            {[]story{at(3, "", parley.Rejects), at(9, "", parley.Undecided)}, []string{"rejects from 03 until 09", "undecided from 09 softened"}},
		"there and back":      {[]story{at(3, "", parley.Supports), at(9, "", parley.Rejects), at(15, "", parley.Supports)}, []string{"supports from 03 until 09", "rejects from 09 until 15 reversed", "supports from 15 reversed"}},
		"two voices of one day stand side by side":    {[]story{at(3, "Anna Kovar", parley.Rejects), at(3, "Olga Brandt", parley.Accepts)}, []string{"accepts from 03", "rejects from 03"}},
		"another minister speaks beside, not instead": {[]story{at(3, "Anna Kovar", parley.Rejects), at(9, "Olga Brandt", parley.Accepts)}, []string{"rejects from 03", "accepts from 09"}},
		"the party as a whole speaks for all":         {[]story{at(3, "Anna Kovar", parley.Rejects), at(9, "", parley.Accepts)}, []string{"rejects from 03 until 09", "accepts from 09 reversed"}},
		"on another condition":                        {[]story{provided("troops leave the valley", at(3, "Anna Kovar", parley.Conditional)), provided("prisoners come home", at(9, "Anna Kovar", parley.Conditional))}, []string{"conditional from 03 until 09", "conditional from 09 new condition"}},
		"on the same condition in other words":        {[]story{provided("troops leave the valley", at(3, "Anna Kovar", parley.Conditional)), provided("the valley is free", at(9, "Anna Kovar", parley.Conditional))}, []string{"conditional from 03"}},
		"another's account does not end its stance":   {[]story{at(3, "Anna Kovar", parley.Rejects), at(9, "Boris Lund", parley.Accepts)}, []string{"rejects from 03", "accepts from 09"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := words(recorded(t, parley.PositionEntry, c.stories...), tell)
			slices.SortStableFunc(found, func(a, b string) int { return strings.Compare(after(a), after(b)) })
			if !slices.Equal(found, c.want) && !slices.Equal(found, reversed(c.want)) {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
	found := recorded(t, parley.PositionEntry, at(3, "", parley.Supports), at(9, "", parley.Rejects))
	if found[1].Position.Replaces != found[0].ID {
		t.Errorf("the later stance replaces %q, want %s", found[1].Position.Replaces, found[0].ID)
	}
}

func TestAStanceCountsItsVoices(t *testing.T) {
	t.Parallel()
	at := func(told int, outlet, holder string) story {
		return story{told: told, outlet: outlet, positions: []parley.Position{stands("NRD", holder, "territory", parley.Rejects)}}
	}
	found := recorded(t, parley.PositionEntry, at(3, "courier.example", "Anna Kovar"), at(5, "herald.example", "Olga Brandt"), at(6, "post.example", "Anna Kovar"), at(6, "post.example", "Boris Lund"))
	if len(found) != 2 || !found[0].Position.Own || found[1].Position.Own {
		t.Fatalf("found %+v, want the party's own stance and another's account of it", found)
	}
	var voices []string
	for _, v := range found[0].Position.Voices {
		voices = append(voices, fmt.Sprintf("%s ×%d %s..%s", v.Holder, v.Sources, v.First.Format("02"), v.Last.Format("02")))
	}
	if want := []string{"Anna Kovar ×2 03..06", "Olga Brandt ×1 05..05"}; !slices.Equal(voices, want) {
		t.Errorf("voices %q, want %q", voices, want)
	}
}

func provided(condition string, s story) story {
	for i := range s.positions {
		s.positions[i].Condition = condition
	}
	return s
}

func after(line string) string { _, rest, _ := strings.Cut(line, " from "); return rest[:2] }

func reversed(lines []string) []string {
	lines = slices.Clone(lines)
	slices.Reverse(lines)
	return lines
}

func TestDisputes(t *testing.T) {
	t.Parallel()
	denial := said("Boris Lund", "that an envoy was ever sent to the border talks")
	denial.Manner = parley.Denies
	tell := func(e parley.Entry) string {
		var sides []string
		for _, a := range e.Dispute.Accounts {
			sides = append(sides, a.Holder+": "+a.Claim)
		}
		return e.Dispute.Field + " " + strings.Join(sides, "; ")
	}
	for name, c := range map[string]struct {
		stories []story
		want    []string
	}{
		"counts by two claimants": {
			[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, "Boris Lund"))}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(46, "Anna Kovar"))}}},
			[]string{"figures Boris Lund: 36; Anna Kovar: 46"},
		},
		"a claimant's later count is a revision": {
			[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, "Boris Lund"))}}, {told: 5, events: []parley.Event{attack("2031-03-03", "Oslo", killed(46, "Boris Lund"))}}},
			nil,
		},
		"at least three does not contradict five": {
			[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", parley.Figure{What: "killed", N: 3, Qualifier: "at-least"})}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(5, "Anna Kovar"))}}},
			nil,
		},
		"held or not": {
			[]story{{told: 4, events: []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}},
				{told: 4, events: []parley.Event{by("Boris Lund", talks("meeting", parley.Denied, "Anna Kovar, Boris Lund", "2031-03-03", "", ""))}}},
			[]string{"status : happened; Boris Lund: denied"},
		},
		"one says that the other accepted, who says that he did not": {
			[]story{{told: 4, positions: []parley.Position{stands("SDL", "Anna Kovar", "deal", parley.Accepts)}}, {told: 5, positions: []parley.Position{stands("SDL", "Boris Lund", "deal", parley.Rejects)}}},
			[]string{"stance Anna Kovar: accepts; Boris Lund: rejects"},
		},
		"a denial of what somebody claims": {
			[]story{{told: 4, statements: []parley.Statement{against("Anna Kovar", "he sent an envoy", denial)}}},
			[]string{"content Anna Kovar: he sent an envoy; Boris Lund: denied"},
		},
		"a denial alone": {[]story{{told: 4, statements: []parley.Statement{denial}}}, nil},
		"an outlet that takes back what it told": {
			[]story{{told: 4, outlet: "post.example", events: []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}},
				{told: 5, outlet: "post.example", events: []parley.Event{talks("meeting", parley.Denied, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}}},
			nil,
		},
		"the dead of a day and of a war": {
			[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, "Boris Lund"))}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(4600, "Anna Kovar"))}}},
			nil,
		},
		"two attacks of one day in two places": {
			[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, ""))}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Geneva", killed(46, ""))}}},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if found := words(recorded(t, parley.DisputeEntry, c.stories...), tell); !slices.Equal(found, c.want) {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
}

func against(who, claim string, denial parley.Statement) parley.Statement {
	denial.Against, denial.AgainstBy = claim, who
	return denial
}

func TestCopiesAreOneSource(t *testing.T) {
	t.Parallel()
	wire := strings.Repeat("The foreign ministers of Norland and Sudland met in Geneva on Monday for talks on the border crossing. They will meet again. ", 1) +
		"Neither side gave details, but both spoke of progress after a session of four hours that had been put off twice since the winter."
	meeting := []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "Geneva")}
	found := recorded(t, parley.MeetingEntry,
		story{told: 4, outlet: "courier.example", text: wire, events: meeting},
		story{told: 4, outlet: "herald.example", text: wire, events: meeting},
		story{told: 5, outlet: "herald.example", id: "story-2", text: wire + " The talks ended late.", events: meeting},
		story{told: 5, outlet: "post.example", events: meeting})
	if len(found) != 1 || found[0].Sources != 2 || len(found[0].Outlets) != 3 || len(found[0].Members) != 4 {
		t.Errorf("found %+v, want one meeting of 4 members, 3 outlets and 2 independent sources", found)
	}
}

func TestAnOutletIsOneSource(t *testing.T) {
	t.Parallel()
	meeting := []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "Geneva")}
	found := recorded(t, parley.MeetingEntry,
		story{told: 4, outlet: "courier.example", text: "The ministers met for four hours in Geneva.", events: meeting},
		story{told: 5, outlet: "courier.example", text: "A day after Geneva both capitals were silent about results.", events: meeting},
		story{told: 5, outlet: "post.example", text: "Geneva brought no breakthrough, diplomats in Sudland concede.", events: meeting})
	if len(found) != 1 || found[0].Sources != 2 {
		t.Errorf("found %+v, want one meeting of 2 independent sources", found)
	}
}

func TestWhoHandsAReportOnIsNoSourceOfItsOwn(t *testing.T) {
	t.Parallel()
	const words = "the northern crossing will stay closed until prisoners have been exchanged"
	relayed := said("Anna Kovar", words)
	relayed.Via = []string{"Courier News"}
	found := recorded(t, parley.StatementEntry,
		story{told: 4, outlet: "Courier News", statements: []parley.Statement{said("Anna Kovar", words)}},
		story{told: 5, outlet: "herald.example", statements: []parley.Statement{relayed}},
		story{told: 5, outlet: "post.example", statements: []parley.Statement{said("Anna Kovar", words)}})
	if len(found) != 1 || found[0].Sources != 2 || len(found[0].Outlets) != 3 {
		t.Errorf("found %+v, want one statement of 2 independent sources and 3 outlets", found)
	}
}

func TestStatementsInLikeWordsAreOne(t *testing.T) {
	t.Parallel()
	count := func(stories ...story) int { return len(recorded(t, parley.StatementEntry, stories...)) }
	at := func(told int, speaker, words string) story {
		return story{told: told, statements: []parley.Statement{said(speaker, words)}}
	}
	const one, same, other = "the northern crossing will stay closed until prisoners have been exchanged",
		"The northern crossing stays closed until all prisoners are exchanged", "fishing rights in the strait were settled long ago by treaty"
	for name, c := range map[string]struct {
		a, b story
		want int
	}{
		"like words":          {at(4, "Anna Kovar", one), at(5, "Anna Kovar", same), 1},
		"other words":         {at(4, "Anna Kovar", one), at(5, "Anna Kovar", other), 2},
		"another speaker":     {at(4, "Anna Kovar", one), at(5, "Boris Lund", same), 2},
		"two weeks later":     {at(4, "Anna Kovar", one), at(18, "Anna Kovar", one), 2},
		"a name spelt anew":   {at(4, "Yusuf al-Harani", one), at(5, "Yousef Harani", one), 1},
		"in one document too": {at(4, "Anna Kovar", one), story{told: 4, statements: []parley.Statement{said("Anna Kovar", one), said("Anna Kovar", same)}}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			if n := count(c.a, c.b); n != c.want {
				t.Errorf("%d statements, want %d", n, c.want)
			}
		})
	}
}

func TestProposalsKeepTheirVersions(t *testing.T) {
	t.Parallel()
	found := recorded(t, parley.ProposalEntry,
		story{told: 3, proposals: []parley.Proposal{plan("28-point border plan", "NRD", 28)}},
		story{told: 6, proposals: []parley.Proposal{plan("NRD plan", "Anna Kovar", 0)}},
		story{told: 9, proposals: []parley.Proposal{plan("revised border plan", "NRD", 20)}},
		story{told: 9, proposals: []parley.Proposal{plan("grain corridor offer", "SDL", 0)}})
	if len(found) != 2 {
		t.Fatalf("proposals %q, want 2", words(found, func(e parley.Entry) string { return fmt.Sprintf("%+v", *e.Proposal) }))
	}
	p := found[0].Proposal
	if len(p.Versions) != 2 || p.Versions[0].Size != 28 || p.Versions[1].Size != 20 || len(found[0].Members) != 3 {
		t.Errorf("%+v", p)
	}
}

func TestAProposalIsAmendedByAnother(t *testing.T) {
	t.Parallel()
	found := recorded(t, parley.ProposalEntry,
		story{told: 3, proposals: []parley.Proposal{plan("28-point plan", "NRD", 28)}},
		story{told: 9, proposals: []parley.Proposal{answered("SDL", "rejects", plan("revised 20-point framework", "SDL", 20))}},
		story{told: 10, proposals: []parley.Proposal{plan("12-point plan", "WST", 12)}})
	if len(found) != 2 || len(found[0].Proposal.Versions) != 2 {
		t.Fatalf("proposals %q, want 2, the first in two versions", words(found, func(e parley.Entry) string { return fmt.Sprintf("%+v", *e.Proposal) }))
	}
	if r := found[0].Proposal.Answers; len(r) != 1 || r[0].Told.Day() != 9 || len(r[0].Documents) != 1 {
		t.Errorf("replies %+v", r)
	}
}

func answered(party string, with parley.Response, p parley.Proposal) parley.Proposal {
	p.Responses = []parley.Reply{{Party: party, Response: with, Quote: "words"}}
	return p
}

func TestFoldOfNothing(t *testing.T) {
	t.Parallel()
	if found, err := record.Fold(nil); err != nil || len(found) != 0 {
		t.Errorf("found %v, %v", found, err)
	}
	mentions, err := record.Mentions(lexicon.Default(), store.Document{}, parley.Reading{}, nil)
	if err != nil || len(mentions) != 0 {
		t.Errorf("found %v, %v", mentions, err)
	}
}
