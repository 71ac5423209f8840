package desk_test

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader"
	"github.com/parleyrecord/parley/sample"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
	"github.com/parleyrecord/parley/view"
)

func create(t testing.TB) store.Store {
	t.Helper()
	s, err := sqlite.Create(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// clock is a clock that moves on by a second each time somebody looks.
type clock struct{ now time.Time }

func (c *clock) tick() time.Time {
	c.now = c.now.Add(time.Second)
	return c.now
}

// reading takes documents into a store as parley does.
func reading(t testing.TB, s store.Store, c *clock) *intake.Intake {
	t.Helper()
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	return &intake.Intake{Store: s, Reader: reader.New(engine, lexicon.Default()), Lexicon: lexicon.Default(), Workers: 2, Now: c.tick}
}

func take(t testing.TB, in *intake.Intake, documents ...parley.Document) {
	t.Helper()
	_, err := in.Add(t.Context(), func(yield func(parley.Document, error) bool) {
		for _, d := range documents {
			if !yield(d, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

func sampleArticles(t testing.TB) (articles []parley.Document) {
	t.Helper()
	names, err := fs.Glob(sample.Files, "articles/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		var d parley.Document
		content, err := sample.Files.ReadFile(name)
		if err == nil {
			err = json.Unmarshal(content, &d)
		}
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, d)
	}
	return articles
}

// may21 are the articles of one day on two negotiations, which are no part of
// the repository.
func may21(t testing.TB) (articles []parley.Document) {
	t.Helper()
	if testing.Short() {
		t.Skip("a real day takes its time")
	}
	file, err := os.Open("../../shared/gold/day/items.jsonl.gz")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the news of 21 May 2025 does not stand in ../shared")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for lines := json.NewDecoder(unpacked); lines.More(); {
		var d parley.Document
		if err := lines.Decode(&d); err != nil {
			t.Fatal(err)
		}
		d.ID = parley.SafeID(d.ID)
		articles = append(articles, d)
	}
	return articles
}

// exported are the entries as an export holds them, by id.
func exported(t testing.TB, r store.Reader) map[string]string {
	t.Helper()
	entries := map[string]string{}
	for e, err := range r.Entries(t.Context(), store.EntryFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		e.Kept = time.Time{}
		line, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		entries[e.ID] = string(line)
	}
	return entries
}

// checkChanges holds what is told to have changed since a moment against the
// difference of two exports: each entry in it is told once, and no other.
func checkChanges(t *testing.T, before, now map[string]string, changes []view.Change) {
	t.Helper()
	told := map[string]int{}
	for _, c := range changes {
		told[c.ID]++
		for _, id := range c.Formerly {
			told[id]++
		}
		if _, stood := before[c.ID]; c.Change == view.New && stood {
			t.Errorf("%s is told as new, and is not", c.ID)
		}
	}
	for id, line := range now {
		if line != before[id] && told[id] != 1 {
			t.Errorf("%s differs and is told %d times:\n%s\nwas\n%s", id, told[id], line, before[id])
		}
		if line == before[id] && told[id] != 0 {
			t.Errorf("%s is as it was, and told", id)
		}
	}
	for id := range before {
		if _, stands := now[id]; !stands && told[id] != 1 {
			t.Errorf("%s is gone, and told %d times", id, told[id])
		}
	}
	for id := range told {
		if before[id] == "" && now[id] == "" {
			t.Errorf("%s is told and never was", id)
		}
	}
}

// TestNoChangeIsToldTwiceAndNoneIsMissing adds articles in so many parts, and
// asks after each what has changed since the one before, and since any earlier
// one.
func TestNoChangeIsToldTwiceAndNoneIsMissing(t *testing.T) {
	t.Parallel()
	const cuts = 30
	for name, articles := range map[string]func(testing.TB) []parley.Document{"the sample": sampleArticles, "21 May 2025": may21} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(21, 5))
			news := articles(t)
			random.Shuffle(len(news), func(i, j int) { news[i], news[j] = news[j], news[i] })
			s, c := create(t), &clock{now: time.Date(2025, 5, 21, 0, 0, 0, 0, time.UTC)}
			in := reading(t, s, c)
			states, moments := []map[string]string{{}}, []store.Moment{{}}
			for cut := range cuts {
				part := news[cut*len(news)/cuts : (cut+1)*len(news)/cuts]
				take(t, in, part...)
				now := exported(t, s)
				for _, since := range slices.Compact([]int{random.IntN(cut + 1), cut}) {
					changes, err := view.Changes(t.Context(), s, view.Look{}, moments[since])
					if err != nil {
						t.Fatal(err)
					}
					checkChanges(t, states[since], now, changes)
				}
				at, err := s.Latest(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				states, moments = append(states, now), append(moments, at)
			}
			if len(states[cuts]) == 0 {
				t.Fatal("nothing was recorded")
			}
			byTime, err := view.Changes(t.Context(), s, view.Look{}, store.Moment{At: moments[cuts/2].At.Add(1)})
			if err != nil {
				t.Fatal(err)
			}
			checkChanges(t, states[cuts/2], states[cuts], byTime)
		})
	}
}
