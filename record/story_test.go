package record_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
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
	title      string // else "News"
	text       string // else its own
	events     []parley.Event
	acts       []parley.Event
	statements []parley.Statement
	positions  []parley.Position
	proposals  []parley.Proposal
	actors     []parley.Actor // else people
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

// halted is the deed of a side that breaks off talks.
func halted(status parley.Status) parley.Event {
	e := talks("", status, "NRD, SDL", "2031-03-04", "", "Oslo")
	e.Type, e.Code = parley.Sanction, "164"
	return e
}

// summoned is the deed of states that summon the ambassador of Sudland.
func summoned(states string) parley.Event {
	e := talks("", parley.Happened, states, "2031-03-04", "", "")
	e.Type, e.Code, e.Actors, e.Recipients = parley.Sanction, "160", strings.Split(states, ", "), []string{"SDL"}
	e.Spans = []parley.Evidence{{Field: "quotes", Span: parley.Span{End: 60}}}
	return e
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
		d := parley.Document{ID: st.id, Outlet: st.outlet, Title: cmp.Or(st.title, "News"), Text: st.text}
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
		if st.actors == nil {
			st.actors = people
		}
		add(t, s, article{doc, parley.Reading{Doc: d.ID, Version: doc.Version, Events: st.events, Acts: st.acts, Statements: st.statements, Positions: st.positions, Proposals: st.proposals, Actors: st.actors}})
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

func words(entries []parley.Entry, tell func(parley.Entry) string) (lines []string) {
	for _, e := range entries {
		lines = append(lines, tell(e))
	}
	return lines
}
