package press

import (
	"cmp"
	"iter"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Article is a document with what it is read to say.
type Article struct {
	Document store.Document
	Reading  parley.Reading
}

// Press is an invented press.
type Press struct {
	*rand.Rand
	dossiers []*dossier
	slots    []slot
	words    vocabulary
	zipf     *rand.Zipf // by which words are used
	serial   int
}

const (
	dossiers = 20
	years    = 5
	// One article in so many belongs to the largest dossier, and to its busiest
	// month.
	largest = 5
	busiest = 100
)

// From is the day on which the press begins; Until the one on which it ends.
var (
	From  = time.Date(2031, time.January, 1, 0, 0, 0, 0, time.UTC)
	Until = From.AddDate(years, 0, 0)
	// Busiest is the first day of the busiest month of the first dossier.
	Busiest = time.Date(2033, time.July, 1, 0, 0, 0, 0, time.UTC)
)

// slot is the place of an article to come.
type slot struct {
	dossier        int
	published, put time.Time // put is when it comes in
}

// New makes a press of so many articles.
func New(seed uint64, articles int) *Press {
	p := &Press{Rand: rand.New(rand.NewPCG(seed, uint64(articles)))}
	p.words = newVocabulary(p.Rand)
	p.zipf = rand.NewZipf(p.Rand, 1.07, 8, uint64(len(p.words)-1))
	world := newWorld(p.Rand)
	for i := range dossiers {
		p.dossiers = append(p.dossiers, newDossier(p.Rand, world, i))
	}
	p.plan(articles)
	return p
}

// Dossiers are the ids of the negotiations, the largest first.
func (p *Press) Dossiers() []string {
	ids := make([]string, len(p.dossiers))
	for i, d := range p.dossiers {
		ids[i] = d.id
	}
	return ids
}

// Largest is how many articles the largest dossier has.
func (p *Press) Largest() (n int) {
	for _, s := range p.slots {
		if s.dossier == 0 {
			n++
		}
	}
	return n
}

// plan says when each article comes, in the order in which they come in: a
// few of them late, by up to two months.
func (p *Press) plan(articles int) {
	for n := range articles {
		s := slot{published: p.moment(From, Until)}
		switch {
		case n < articles/busiest:
			s.published = p.moment(Busiest, Busiest.AddDate(0, 1, 0))
		case n >= articles/largest:
			s.dossier = 1 + n%(dossiers-1)
		}
		s.put = s.published
		if p.IntN(33) == 0 {
			s.put = s.put.AddDate(0, 0, p.IntN(60))
		}
		p.slots = append(p.slots, s)
	}
	slices.SortStableFunc(p.slots, func(a, b slot) int { return a.put.Compare(b.put) })
}

func (p *Press) moment(from, until time.Time) time.Time {
	return from.Add(time.Duration(p.Int64N(int64(until.Sub(from))))).Truncate(time.Minute)
}

// Articles are those of the press in the order in which they come in. They can
// be ranged over once.
func (p *Press) Articles() iter.Seq[Article] {
	return func(yield func(Article) bool) {
		for _, s := range p.slots {
			if !yield(p.article(s)) {
				return
			}
		}
	}
}

// pick is one of some values.
func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// some are a few values, each once, in their order.
func some[T any](r *rand.Rand, n int, from []T) []T {
	at := r.Perm(len(from))[:min(n, len(from))]
	slices.Sort(at)
	chosen := make([]T, len(at))
	for i, a := range at {
		chosen[i] = from[a]
	}
	return chosen
}

// vocabulary holds invented words; the first are used most.
type vocabulary []string

func newVocabulary(r *rand.Rand) vocabulary {
	begin := []string{"ba", "co", "de", "fra", "gre", "ha", "li", "mo", "ne", "pa", "re", "sta", "tra", "vo"}
	middle := []string{"bi", "ca", "den", "fer", "gi", "lo", "men", "ni", "pul", "ra", "sen", "tor", "va"}
	end := []string{"ce", "dom", "gen", "let", "ment", "ness", "ring", "sion", "tal", "ty", "ver"}
	var v vocabulary
	for _, b := range begin {
		for _, m := range middle {
			for _, e := range end {
				v = append(v, b+m+e)
			}
		}
	}
	r.Shuffle(len(v), func(i, j int) { v[i], v[j] = v[j], v[i] })
	return v
}

// word is one of the vocabulary by Zipf's law.
func (p *Press) word() string {
	return p.words[p.zipf.Uint64()]
}

func (p *Press) wordsOf(n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = p.word()
	}
	return words
}

// nearest are the values from first to last of a list in the order of time.
func nearest[T any](all []T, at func(T) time.Time, first, last time.Time) []T {
	find := func(t time.Time) int {
		i, _ := slices.BinarySearchFunc(all, t, func(v T, t time.Time) int { return cmp.Compare(at(v).Unix(), t.Unix()) })
		return i
	}
	return all[find(first):find(last)]
}
