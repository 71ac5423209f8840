package record_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

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
		"talks that one side breaks off are on hold": {
			[]story{{told: 5, events: []parley.Event{halted(parley.Happened)}}, {told: 6, events: []parley.Event{halted(parley.Happened)}}},
			[]string{"NRD-SDL negotiation ..  on-hold, 2 sources"},
		},
		"talks that one side may break off go on": {
			[]story{{told: 5, events: []parley.Event{halted(parley.Proposed)}}},
			nil,
		},
		"a journey that each tells in words of his own is one": {
			[]story{{told: 5, events: []parley.Event{talks("visit", met, "Anna Kovar, SDL, WST", "", "", "")}},
				{told: 6, events: []parley.Event{talks("visit", met, "Anna Kovar", "2031-03-01", "2031-03-04", "")}},
				{told: 6, events: []parley.Event{talks("visit", met, "Anna Kovar", "", "", "Europe")}},
				{told: 6, events: []parley.Event{talks("visit", met, "Olga Brandt", "", "", "Europe")}}},
			[]string{"NRD-SDL-WST visit 2031-03-01..2031-03-04 Europe happened, 3 sources"},
		},
		"one host on a journey to a part of the world": {
			[]story{{told: 5, events: []parley.Event{talks("visit", met, "Anna Kovar, SDL", "", "", "Europe")}},
				{told: 6, events: []parley.Event{talks("visit", met, "Anna Kovar", "2031-03-01", "2031-03-04", "")}}},
			[]string{"NRD-SDL visit 2031-03-01..2031-03-04 Europe happened, 2 sources"},
		},
		"what somebody visits at home is not the journey": {
			[]story{{told: 5, events: []parley.Event{talks("visit", met, "Anna Kovar, SDL, WST", "", "", "")}},
				{told: 6, events: []parley.Event{talks("visit", met, "Anna Kovar", "2031-03-05", "", "")}}},
			[]string{"NRD-SDL-WST visit ..  happened, 1 sources"},
		},
		"an ambassador summoned is a meeting, apart from talks": {
			[]story{{told: 4, text: strings.Repeat("Norland summoned the ambassador of Sudland. ", 9), events: []parley.Event{summoned("NRD, WST")}},
				{told: 5, events: []parley.Event{halted(parley.Happened)}}},
			[]string{"NRD-SDL meeting 2031-03-04..2031-03-04  happened, 1 sources", "NRD-SDL negotiation ..  on-hold, 1 sources", "SDL-WST meeting 2031-03-04..2031-03-04  happened, 1 sources"},
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

// TestWhoWasBesideThem: of a meeting whose day one report gives, another may name
// who else was there, if it names two whom the first does.
func TestWhoWasBesideThem(t *testing.T) {
	t.Parallel()
	dated := talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "Geneva")
	fuller := talks("meeting", parley.Happened, "Anna Kovar, Boris Lund, Olga Brandt", "", "", "Geneva")
	found := recorded(t, parley.MeetingEntry, story{told: 4, events: []parley.Event{dated}}, story{told: 4, events: []parley.Event{fuller}})
	if len(found) != 1 || !slices.Equal(found[0].Meeting.Participants, []string{"Anna Kovar", "Boris Lund", "Olga Brandt"}) {
		t.Errorf("found %d meetings, the first of %q; want one of all three", len(found), found[0].Meeting.Participants)
	}
}

// TestNoEvidenceForStrangers: who was only to be sent to a meeting is not among the words
// for those who were there.
func TestNoEvidenceForStrangers(t *testing.T) {
	t.Parallel()
	plan := talks("meeting", parley.Planned, "Anna Kovar, Boris Lund, Olga Brandt", "", "", "Geneva")
	held := talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "Geneva")
	for i, name := range plan.Recipients {
		plan.Spans = append(plan.Spans, parley.Evidence{Field: "recipients", Value: name, Span: parley.Span{Start: i, End: i + 1}})
	}
	found := recorded(t, parley.MeetingEntry, story{told: 2, events: []parley.Event{plan}}, story{told: 4, events: []parley.Event{held}})
	if len(found) != 1 {
		t.Fatalf("found %d meetings, want one", len(found))
	}
	for _, e := range found[0].Spans {
		if e.Value == "Olga Brandt" && slices.Contains([]string{"actors", "recipients"}, e.Field) {
			t.Errorf("%s stands for %s, who is not told to have been there: %v", e.Field, e.Value, found[0].Meeting.Participants)
		}
	}
}

// TestADenialIsOfThoseItNames: "no meeting of Brandt and Lund is planned" does not deny what Kovar and Lund held.
func TestADenialIsOfThoseItNames(t *testing.T) {
	t.Parallel()
	held := story{told: 4, events: []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}}
	denied := func(who string) story {
		return story{told: 4, events: []parley.Event{by("Boris Lund", talks("meeting", parley.Denied, who, "", "", ""))}}
	}
	for who, n := range map[string]int{"Olga Brandt, Boris Lund": 2, "Anna Kovar, Boris Lund": 1} {
		if found := recorded(t, parley.MeetingEntry, held, denied(who)); len(found) != n {
			t.Errorf("beside a denial of %s the record has %v, want %d meetings", who, words(found, inWords), n)
		}
	}
}

// TestAProposalIsOfAsManyAsItNames: a meeting proposed for three is not what two of them held meanwhile.
func TestAProposalIsOfAsManyAsItNames(t *testing.T) {
	t.Parallel()
	held := story{told: 4, events: []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}}
	proposed := story{told: 3, events: []parley.Event{talks("meeting", parley.Proposed, "Anna Kovar, Boris Lund, Carl West", "", "", "")}}
	if found := recorded(t, parley.MeetingEntry, held, proposed); len(found) != 2 {
		t.Errorf("found %v, want what two held and what was proposed for three", words(found, inWords))
	}
}
