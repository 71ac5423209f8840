package record_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

// doubtful makes an event one that its reader is unsure of.
func doubtful(e parley.Event) parley.Event { e.Certainty = 0.4; return e }

// tellings are as many stories as outlets, each of which tells the same.
func tellings(told int, e parley.Event, outlets ...string) (stories []story) {
	for _, outlet := range outlets {
		stories = append(stories, story{told: told, outlet: outlet, events: []parley.Event{e}})
	}
	return stories
}

func TestWhatAllSpeakOf(t *testing.T) {
	t.Parallel()
	const met, will = parley.Happened, parley.Planned
	call := func(who string, day parley.Date) parley.Event { return talks("call", met, who, day, "", "") }
	three := []string{"courier.example", "herald.example", "post.example"}
	for name, c := range map[string]struct {
		stories []story
		want    []string
	}{
		"of two calls a word of a call without a day follows the one that many tell of": {
			append(tellings(5, call("Anna Kovar, Boris Lund", "2031-03-03"), three...),
				story{told: 5, outlet: "lake.example", events: []parley.Event{call("Anna Kovar, Boris Lund", "2031-03-04")}},
				story{told: 6, outlet: "hill.example", events: []parley.Event{call("Anna Kovar, Boris Lund", "")}}),
			[]string{"NRD-SDL call 2031-03-03..2031-03-03  happened, 4 sources", "NRD-SDL call 2031-03-04..2031-03-04  happened, 1 sources"},
		},
		"what two people discussed follows their call": {
			[]story{{told: 4, events: []parley.Event{call("Anna Kovar, Boris Lund", "2031-03-03")}},
				{told: 4, events: []parley.Event{talks("meeting", met, "Boris Lund, Anna Kovar", "", "", "")}}},
			[]string{"NRD-SDL call 2031-03-03..2031-03-03  happened, 2 sources"},
		},
		"what two people discussed in a town is no call": {
			[]story{{told: 4, events: []parley.Event{call("Anna Kovar, Boris Lund", "2031-03-03")}},
				{told: 4, events: []parley.Event{talks("meeting", met, "Boris Lund, Anna Kovar", "", "", "Oslo")}}},
			[]string{"NRD-SDL call 2031-03-03..2031-03-03  happened, 1 sources", "NRD-SDL meeting .. Oslo happened, 1 sources"},
		},
		"a word of a call of two follows the call of the two, though more spoke on that day": {
			append(tellings(5, call("Anna Kovar, Boris Lund, Carl West", "2031-03-03"), three...),
				append(tellings(5, call("Anna Kovar, Boris Lund", "2031-03-03"), three...),
					story{told: 6, outlet: "hill.example", events: []parley.Event{call("Anna Kovar, Boris Lund", "")}})...),
			[]string{"NRD-SDL call 2031-03-03..2031-03-03  happened, 4 sources", "NRD-SDL-WST call 2031-03-03..2031-03-03  happened, 3 sources"},
		},
		"whom a visitor met, on no day, belongs to the visit": {
			[]story{{told: 20, events: []parley.Event{talks("visit", met, "Anna Kovar, SDL", "2031-03", "", "Oslo"), talks("meeting", met, "Anna Kovar, Boris Lund", "", "", "")}}},
			[]string{"NRD-SDL visit 2031-03..2031-03 Oslo happened, 1 sources"},
		},
		"a first visit is not the first round": {
			[]story{{told: 4, events: []parley.Event{round(1, talks("negotiation", met, "NRD, SDL", "2031-03-03", "", "Oslo"))}},
				{told: 9, events: []parley.Event{round(1, talks("visit", met, "Anna Kovar, Boris Lund", "2031-03-08", "", "Oslo"))}}},
			[]string{"NRD-SDL negotiation 2031-03-03..2031-03-03 Oslo happened, 1 sources", "NRD-SDL visit 2031-03-08..2031-03-08 Oslo happened, 1 sources"},
		},
		"a town before a part of the world": {
			[]story{{told: 4, events: []parley.Event{talks("meeting", met, "NRD, SDL", "2031-03-03", "", "Africa")}}, {told: 4, events: []parley.Event{talks("meeting", met, "NRD, SDL", "2031-03-03", "", "Oslo")}}},
			[]string{"NRD-SDL meeting 2031-03-03..2031-03-03 Oslo happened, 2 sources"},
		},
		"what the same people did when their day had come is what they planned": {
			[]story{{told: 4, events: []parley.Event{talks("meeting", will, "Anna Kovar, Boris Lund", "2031-03-10", "", "Oslo")}},
				{told: 11, events: []parley.Event{talks("visit", met, "Anna Kovar, Boris Lund", "", "", "Oslo")}}},
			[]string{"NRD-SDL meeting 2031-03-10..2031-03-10 Oslo happened, 2 sources"},
		},
		"but not what others did, nor before the day": {
			[]story{{told: 4, events: []parley.Event{talks("meeting", will, "Anna Kovar, Boris Lund", "2031-03-10", "", "")}},
				{told: 8, events: []parley.Event{talks("meeting", met, "Anna Kovar, Boris Lund", "", "", "")}},
				{told: 11, events: []parley.Event{talks("meeting", met, "Olga Brandt, Yusuf al-Harani", "", "", "")}}},
			[]string{"NRD-SDL meeting ..  happened, 1 sources", "NRD-SDL meeting ..  happened, 1 sources", "NRD-SDL meeting 2031-03-10..2031-03-10  planned, 1 sources"},
		},
		"a call stays one where somebody adds a third party to it": {
			[]story{{told: 4, events: []parley.Event{call("Anna Kovar, Boris Lund", "2031-03-03")}},
				{told: 4, events: []parley.Event{talks("negotiation", met, "Anna Kovar, Boris Lund, WST", "2031-03-03", "", "")}},
				{told: 5, events: []parley.Event{call("NRD, SDL", "2031-03-03")}}},
			[]string{"NRD-SDL-WST call 2031-03-03..2031-03-03  happened, 3 sources"},
		},
		"two delegations of one day, named in part, where one report leaves the place open": {
			[]story{{told: 4, events: []parley.Event{talks("meeting", met, "Anna Kovar, Boris Lund", "2031-03-03", "", "Oslo")}},
				{told: 4, events: []parley.Event{talks("visit", met, "Anna Kovar, Yusuf al-Harani", "2031-03-03", "", "")}}},
			[]string{"NRD-SDL meeting 2031-03-03..2031-03-03 Oslo happened, 2 sources"},
		},
		"a doubtful word of talks on no day is nothing by itself": {
			[]story{{told: 4, events: []parley.Event{doubtful(talks("negotiation", will, "NRD, SDL", "", "", ""))}}},
			nil,
		},
		"and follows the talks that it fits": {
			[]story{{told: 4, events: []parley.Event{talks("negotiation", will, "NRD, SDL", "2031-03-20", "", "")}},
				{told: 5, events: []parley.Event{doubtful(talks("negotiation", will, "NRD, SDL", "", "", ""))}}},
			[]string{"NRD-SDL negotiation 2031-03-20..2031-03-20  planned, 2 sources"},
		},
		"a day that one report takes from other talks does not make a plan past": {
			append(tellings(6, round(5, talks("negotiation", will, "NRD, SDL", "2031-03-10", "", "Oslo")), three...),
				story{told: 6, outlet: "lake.example", events: []parley.Event{round(5, talks("negotiation", met, "NRD, SDL", "2031-03-02", "", "Oslo"))}}),
			[]string{"NRD-SDL negotiation 2031-03-10..2031-03-10 Oslo planned, 4 sources"},
		},
		"talks on the day after an arrival are the visit's": {
			[]story{{told: 6, events: []parley.Event{talks("visit", met, "Anna Kovar, SDL", "2031-03-04", "", "Oslo")}},
				{told: 6, events: []parley.Event{talks("negotiation", met, "Anna Kovar, Boris Lund", "2031-03-05", "", "")}}},
			[]string{"NRD-SDL visit 2031-03-04..2031-03-05 Oslo happened, 2 sources"},
		},
		"a visit of several counted days is one that others follow": {
			[]story{{told: 4, events: []parley.Event{talks("visit", will, "Anna Kovar, SDL", "2031-03-18", "2031-03-20", "Oslo")}},
				{told: 5, events: []parley.Event{talks("negotiation", will, "Anna Kovar, Boris Lund", "", "", "")}}},
			[]string{"NRD-SDL visit 2031-03-18..2031-03-20 Oslo planned, 2 sources"},
		},
		"talks that one text tells to go on the next day are one": {
			[]story{{told: 4, events: []parley.Event{talks("negotiation", met, "Anna Kovar, Boris Lund", "2031-03-03", "", "Oslo"), talks("negotiation", met, "NRD, SDL", "2031-03-04", "", "")}}},
			[]string{"NRD-SDL negotiation 2031-03-03..2031-03-04 Oslo happened, 1 sources"},
		},
		"last week's meeting and one on no day between the same people are one": {
			[]story{{told: 12, events: []parley.Event{talks("meeting", met, "Anna Kovar, Boris Lund", "2031-03-03", "2031-03-09", "")}},
				{told: 12, events: []parley.Event{talks("meeting", met, "Boris Lund, Anna Kovar", "", "", "Oslo")}}},
			[]string{"NRD-SDL meeting 2031-03-03..2031-03-09 Oslo happened, 2 sources"},
		},
		"a small group sits down as its members": {
			[]story{{told: 4, events: []parley.Event{talks("negotiation", met, "E3, NRD", "2031-03-03", "", "Geneva")}},
				{told: 4, events: []parley.Event{talks("negotiation", met, "DEU, FRA, GBR, NRD", "2031-03-03", "", "Geneva")}}},
			[]string{"DEU-FRA-GBR-NRD negotiation 2031-03-03..2031-03-03 Geneva happened, 2 sources"},
		},
		"a journey by nobody of a party is no meeting": {
			[]story{{told: 4, events: []parley.Event{talks("visit", met, "a film crew, NRD, SDL", "2031-03-03", "", "Oslo")}}},
			nil,
		},
		"a site stands in its town": {
			[]story{{told: 4, events: []parley.Event{talks("meeting", met, "NRD, SDL", "2031-03-03", "", "White House")}},
				{told: 4, events: []parley.Event{talks("meeting", met, "NRD, SDL", "2031-03-03", "", "Washington")}}},
			[]string{"NRD-SDL meeting 2031-03-03..2031-03-03 White House happened, 2 sources"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := words(recorded(t, parley.MeetingEntry, c.stories...), inWords)
			slices.Sort(found)
			if !slices.Equal(found, c.want) {
				t.Errorf("found %s\nwant  %s", strings.Join(found, "\n      "), strings.Join(c.want, "\n      "))
			}
		})
	}
}

// TestWordsOfAMeeting: those that say most of it by themselves, by who tells its day.
func TestWordsOfAMeeting(t *testing.T) {
	t.Parallel()
	worded := func(words string, e parley.Event) parley.Event {
		e.Quotes = []string{words}
		e.Spans = []parley.Evidence{{Field: "quotes", Span: parley.Span{Start: 10, End: 60}}}
		return e
	}
	dated := talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "Oslo")
	full := worded("Kovar met Lund in Oslo on Monday", dated)
	for _, value := range full.Actors {
		full.Spans = append(full.Spans, parley.Evidence{Field: "actors", Value: value, Span: parley.Span{Start: 10, End: 15}})
	}
	full.Spans = append(full.Spans, parley.Evidence{Field: "place", Span: parley.Span{Start: 20, End: 25}})
	found := recorded(t, parley.MeetingEntry,
		story{told: 4, events: []parley.Event{worded("where they met", dated)}}, story{told: 4, events: []parley.Event{full}},
		story{told: 4, events: []parley.Event{worded("The two shook hands", talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "", "", ""))}})
	if len(found) != 1 || found[0].Words != "Kovar met Lund in Oslo on Monday" {
		t.Errorf("found %q, %q", words(found, inWords), words(found, func(e parley.Entry) string { return e.Words }))
	}
}
