package record_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// TestCostOfAdding measures what adding one document costs in a record that
// has grown large. It runs where PARLEY_DOCUMENTS says how large.
func TestCostOfAdding(t *testing.T) {
	count, err := strconv.Atoi(os.Getenv("PARLEY_DOCUMENTS"))
	if err != nil {
		t.Skip("PARLEY_DOCUMENTS does not say how many documents to add")
	}
	agency := newAgency(uint64(count))
	s := create(t)
	var spent []time.Duration
	for n := range count {
		a := agency.article(n, count)
		start := time.Now()
		err := s.Update(t.Context(), func(tx store.Tx) error {
			return record.Add(t.Context(), tx, lexicon.Default(), a.doc, a.reading)
		})
		if err != nil {
			t.Fatal(err)
		}
		spent = append(spent, time.Since(start))
		if (n+1)%(count/5) == 0 {
			report(t, n+1, spent[n+1-count/5:])
		}
	}
	var size int64
	for range s.Entries(t.Context(), store.EntryFilter{}) {
		size++
	}
	t.Logf("%d entries", size)
}

func report(t *testing.T, documents int, spent []time.Duration) {
	t.Helper()
	spent = slices.Clone(spent)
	slices.Sort(spent)
	at := func(part float64) time.Duration { return spent[int(part*float64(len(spent)-1))] }
	t.Logf("%d documents: p50 %v, p90 %v, p99 %v, most %v", documents, at(.5), at(.9), at(.99), at(1))
}

// agency makes the articles of twenty dossiers over five years, the largest
// with a fifth of them all and a busiest month.
type agency struct {
	*press
	dossiers [][]parley.Actor
}

func newAgency(seed uint64) *agency {
	a := &agency{press: newPress(seed, 1)}
	for d := range 20 {
		var actors []parley.Actor
		for party := range 4 {
			code := fmt.Sprintf("%c%c%c", 'A'+d, 'A'+party, 'X')
			actors = append(actors, parley.Actor{ID: code, Name: code, Kind: parley.StateActor, Known: true})
			for person := range 4 {
				name := fmt.Sprintf("Person%c Family%c%c", 'a'+person, 'a'+d, 'a'+party)
				actors = append(actors, parley.Actor{ID: fmt.Sprint("p", d, party, person), Name: name, Kind: parley.PersonActor, Affiliation: code, Known: true})
			}
		}
		a.dossiers = append(a.dossiers, actors)
	}
	for i := range 3000 {
		a.words = append(a.words, fmt.Sprintf("topic%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676))
	}
	return a
}

func (a *agency) article(n, count int) article {
	dossier := 0
	if a.IntN(5) > 0 {
		dossier = 1 + a.IntN(19)
	}
	a.actors = a.dossiers[dossier]
	at := a.from.Add(time.Duration(float64(n) / float64(count) * float64(5*365*24*time.Hour)))
	if dossier == 0 && a.IntN(20) == 0 {
		at = a.from.AddDate(2, 6, a.IntN(30))
	}
	p := a.press
	d := parley.Document{ID: fmt.Sprintf("a%06d", n), Outlet: pick(p, "courier.example", "herald.example", "post.example"), Published: at, Title: fmt.Sprintf("Article %d", n), Text: a.longText()}
	made := article{doc: store.Document{Document: d, Version: d.Version(), Kept: at}}
	r := &made.reading
	r.Doc, r.Version, r.Actors = d.ID, made.doc.Version, a.actors
	for range 2 + a.IntN(5) {
		e := a.event(at)
		if e.Start != "" && e.Type == parley.Consult {
			day := at.AddDate(0, 0, -a.IntN(6)) // talks are told of for days
			e.Start, e.End = parley.DayOf(day), parley.DayOf(day)
		}
		e.Place = pick(p, "", "", "Geneva", "Paris", "Vienna", "Oslo", "Doha", "Muscat")
		r.Events = append(r.Events, e)
	}
	for range 12 {
		r.Statements = append(r.Statements, parley.Statement{Content: []string{a.sentence()}, Cue: "said", Speaker: a.actor(), Kind: parley.PersonSource, Certainty: 1, Spans: p.evidence("content", "cue", "speaker")})
	}
	for range 3 {
		party := pick(p, a.actors...)
		r.Positions = append(r.Positions, parley.Position{Party: party.Name, Issue: pick(p, parley.Issues...), Stance: pick(p, parley.Stances...), Quotes: []string{"words"}, Certainty: 1, Spans: p.evidence("quotes", "party")})
	}
	return made
}

func (a *agency) sentence() string {
	s := ""
	for range 12 {
		s += pick(a.press, a.words...) + " "
	}
	return s
}

func (a *agency) longText() string {
	s := ""
	for range 25 {
		s += a.sentence()
	}
	return s
}
