package record_test

import (
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

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
