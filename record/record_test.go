package record_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
)

// article is a document with what it is read to say.
type article struct {
	doc     store.Document
	reading parley.Reading
}

func create(t testing.TB) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Create(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func add(t testing.TB, s store.Store, articles ...article) {
	t.Helper()
	err := s.Update(t.Context(), func(tx store.Tx) error {
		for _, a := range articles {
			if err := record.Add(t.Context(), tx, lexicon.Default(), a.doc, a.reading); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// addAtOnce folds once for all articles.
func addAtOnce(t testing.TB, s store.Store, articles ...article) {
	t.Helper()
	var together []record.Article
	for _, a := range articles {
		together = append(together, record.Article{Document: a.doc, Reading: a.reading})
	}
	if err := s.Update(t.Context(), func(tx store.Tx) error { return record.AddAll(t.Context(), tx, lexicon.Default(), together...) }); err != nil {
		t.Fatal(err)
	}
}

// export is the record in bytes, without the time when it was kept.
func export(t testing.TB, s store.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	for e, err := range s.Entries(t.Context(), store.EntryFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		write(t, &b, e)
	}
	return b.Bytes()
}

func write(t testing.TB, b *bytes.Buffer, e parley.Entry) {
	t.Helper()
	e.Kept = time.Time{}
	line, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	b.Write(append(line, '\n'))
}

// foldAtOnce is the same by one fold of all mentions.
func foldAtOnce(t testing.TB, s store.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, e := range foldedBefore(t, s, time.Time{}) {
		write(t, &b, e)
	}
	return b.Bytes()
}

// press makes articles at random: few parties, people, places and days, so
// that much of what they tell is the same, nearly the same or contradicts.
type press struct {
	*rand.Rand
	actors []parley.Actor
	from   time.Time
	days   int
	words  []string
}

func newPress(seed uint64, days int) *press {
	p := &press{Rand: rand.New(rand.NewPCG(seed, 7)), from: time.Date(2031, time.March, 1, 8, 0, 0, 0, time.UTC), days: days}
	for _, state := range []string{"NRD", "SDL", "WST", "EST"} {
		p.actors = append(p.actors, parley.Actor{ID: state, Name: state, Kind: parley.StateActor, Known: true})
		for _, name := range []string{"Anna", "Boris"} {
			full := name + " " + state
			p.actors = append(p.actors, parley.Actor{ID: strings.ToLower(full), Name: full, Kind: parley.PersonActor, Affiliation: state})
		}
	}
	for i := range 60 {
		p.words = append(p.words, fmt.Sprintf("word%c%c", 'a'+i%26, 'a'+i/2%26))
	}
	return p
}

func pick[T any](p *press, from ...T) T { return from[p.IntN(len(from))] }

func (p *press) actor() string { return pick(p, p.actors...).Name }

func (p *press) date(told time.Time) parley.Date {
	day := told.AddDate(0, 0, p.IntN(9)-4)
	return pick(p, "", parley.DayOf(day), parley.DayOf(day), parley.Date(day.Format("2006-01")), parley.Date(day.Format("2006")))
}

func (p *press) evidence(fields ...string) (spans []parley.Evidence) {
	start := p.IntN(1000)
	for _, f := range fields {
		spans = append(spans, parley.Evidence{Field: f, Span: parley.Span{Start: start, End: start + 10}})
	}
	return spans
}

func (p *press) text() string {
	var words []string
	for range 40 {
		words = append(words, pick(p, p.words...))
	}
	return strings.Join(words, " ")
}

func (p *press) article(n int) article {
	told := p.from.AddDate(0, 0, p.IntN(p.days)).Add(time.Duration(p.IntN(600)) * time.Minute)
	d := parley.Document{ID: fmt.Sprintf("a%03d", n), Outlet: pick(p, "courier.example", "herald.example", "post.example"), Published: told, Title: fmt.Sprintf("Article %d", n), Text: p.text()}
	if p.IntN(20) == 0 {
		d.Published = time.Time{}
	}
	a := article{doc: store.Document{Document: d, Version: d.Version(), Kept: p.from.AddDate(1, 0, n)}}
	r := &a.reading
	r.Doc, r.Version, r.Actors = d.ID, a.doc.Version, p.actors
	for range 1 + p.IntN(4) {
		r.Events = append(r.Events, p.event(told))
	}
	for range p.IntN(3) {
		r.Statements = append(r.Statements, parley.Statement{Content: []string{strings.Join(strings.Fields(p.text())[:4], " ")}, Cue: "said",
			Speaker: p.actor(), Kind: parley.PersonSource, Manner: pick(p, parley.Says, parley.Denies), Against: pick(p, "", "a claim"), AgainstBy: p.actor(),
			Via: pick(p, nil, []string{"herald.example"}), Certainty: 1, Spans: p.evidence("content", "cue", "speaker")})
	}
	for range p.IntN(3) {
		r.Positions = append(r.Positions, parley.Position{Party: pick(p, "NRD", "SDL"), Holder: pick(p, "", p.actor()), Issue: pick(p, parley.Issues[:2]...),
			Stance: pick(p, parley.Stances...), Condition: pick(p, "", "", "troops leave the valley", "prisoners come home"), Quotes: []string{"words"}, Certainty: 1, Spans: p.evidence("quotes", "party")})
	}
	for range p.IntN(2) {
		r.Proposals = append(r.Proposals, parley.Proposal{Name: pick(p, "28-point plan", "plan", "Norland proposal", "20-point plan", "revised 19-point plan"), By: []string{p.actor()},
			Responses: []parley.Reply{{Party: pick(p, "NRD", "SDL"), Response: pick(p, parley.Responses...), Quote: "words"}}, Quotes: []string{"words"}, Certainty: 1, Spans: p.evidence("quotes", "by")})
	}
	return a
}

func (p *press) event(told time.Time) parley.Event {
	e := parley.Event{Type: pick(p, parley.Consult, parley.Consult, parley.Assault, parley.Sanction), Status: pick(p, parley.Statuses...),
		Actors: []string{p.actor()}, Recipients: []string{p.actor()}, Start: p.date(told), Place: pick(p, "", "", "Geneva", "Paris", "France"),
		Quotes: []string{"words"}, Certainty: 1, Spans: p.evidence("quotes", "actors", "place")}
	if e.Type == parley.Consult {
		e.Mode, e.Round, e.Rounds = pick(p, parley.ModesOf[parley.Consult]...), pick(p, 0, 0, 0, 1, 2), pick(p, 0, 0, 0, 0, 2)
	}
	if e.Start != "" {
		e.End = e.Start
		if e.Start.Granularity() == parley.Day && p.IntN(4) == 0 {
			e.End = parley.DayOf(e.Start.First().AddDate(0, 0, 1+p.IntN(6)))
		}
	}
	if e.Type == parley.Assault {
		e.Figures = []parley.Figure{{What: "killed", N: float64(p.IntN(4)), Qualifier: "exactly", Claimant: pick(p, "", p.actor())}}
	}
	return e
}

// edition makes articles with reprints and later versions among them.
func (p *press) edition(count int) (articles []article) {
	for n := range count {
		a := p.article(n)
		if n > 3 && p.IntN(6) == 0 {
			former := articles[p.IntN(n)]
			a.doc.Text = former.doc.Text
			if p.IntN(2) == 0 {
				a.doc.ID = former.doc.ID
			}
			a.doc.Version = a.doc.Document.Version()
			a.reading.Doc, a.reading.Version = a.doc.ID, a.doc.Version
		}
		articles = append(articles, a)
	}
	return articles
}

func TestRecordDoesNotDependOnOrder(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			p := newPress(seed, 40)
			articles := p.edition(60)
			first := create(t)
			add(t, first, articles...)
			wanted := export(t, first)
			if len(wanted) == 0 {
				t.Fatal("nothing was recorded")
			}
			compare(t, "folded at once", foldAtOnce(t, first), wanted)

			shuffled := slices.Clone(articles)
			p.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			second := create(t)
			for len(shuffled) > 0 {
				n := min(1+p.IntN(9), len(shuffled))
				if p.IntN(2) == 0 {
					add(t, second, misread(shuffled[0], shuffled[len(shuffled)-1])) // to be read again
				}
				addAtOnce(t, second, shuffled[:n]...)
				if p.IntN(3) == 0 {
					add(t, second, articles[p.IntN(len(articles))], shuffled[0]) // some early, some twice
				}
				shuffled = shuffled[n:]
			}
			compare(t, "shuffled, in batches, some twice, some misread at first", export(t, second), wanted)
		})
	}
}

// misread is an article taken to say what another one says.
func misread(a, as article) article {
	doc, version := a.reading.Doc, a.reading.Version
	a.reading = as.reading
	a.reading.Doc, a.reading.Version, a.reading.Reader = doc, version, "another"
	return a
}

func compare(t testing.TB, how string, found, wanted []byte) {
	t.Helper()
	if bytes.Equal(found, wanted) {
		return
	}
	a, b := bytes.Split(found, []byte("\n")), bytes.Split(wanted, []byte("\n"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			t.Fatalf("%s: line %d of %d/%d differs:\n%s\nwant\n%s", how, i+1, len(a), len(b), a[i], b[i])
		}
	}
	t.Fatalf("%s: %d lines, want %d", how, len(a), len(b))
}
