package follow_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/fetch"
	"github.com/parleyrecord/parley/source/follow"
	"github.com/parleyrecord/parley/source/follow/followtest"
)

// memory keeps what is followed as a record would: states as JSON, documents by
// key.
type memory struct {
	mu        sync.Mutex
	states    map[string][]byte
	keys      map[string]bool
	documents []parley.Document
	given     int // documents, those that were there already too
}

func newMemory() *memory { return &memory{states: map[string][]byte{}, keys: map[string]bool{}} }

func (m *memory) States(context.Context) ([]follow.State, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []follow.State
	for _, name := range slices.Sorted(maps.Keys(m.states)) {
		var s follow.State
		if err := json.Unmarshal(m.states[name], &s); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func (m *memory) Keep(_ context.Context, s follow.State, documents []parley.Document) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.states[s.Address] = data
	for _, d := range documents {
		m.given++
		if !m.keys[d.Key()] {
			m.keys[d.Key()] = true
			m.documents = append(m.documents, d)
		}
	}
	return nil
}

func (m *memory) titles() []string {
	var all []string
	for _, d := range m.documents {
		all = append(all, cmp.Or(d.Title, d.Text))
	}
	slices.Sort(all)
	return all
}

// clock is a clock that is put forward by hand.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func newClock() *clock { return &clock{at: time.Date(2025, 11, 25, 9, 0, 0, 0, time.UTC)} }

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) forward(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

func follower(t *testing.T, m *memory, c *clock, looks func(follow.Look)) *follow.Follower {
	t.Helper()
	f := fetch.New(fetch.Options{
		Agent: "Parley/test", Allow: []netip.Prefix{followtest.Allowed},
		Timeout: 10 * time.Second, Limit: 4 << 20, Delay: time.Microsecond,
	})
	t.Cleanup(f.Close)
	return &follow.Follower{Fetch: f, Keeper: m, Every: 30 * time.Minute, Pages: true, Workers: 4, Now: c.now, Report: looks}
}

// betweenPhases is longer than any pause after the failures of a few phases.
const betweenPhases = 26 * time.Hour

// TestFollowingSitesThatMisbehave follows each site through its phases. What must
// come comes, once; what must not be fetched is not.
func TestFollowingSitesThatMisbehave(t *testing.T) {
	t.Parallel()
	sites := followtest.New(t)
	if n := len(sites.Sites()); n < 30 {
		t.Errorf("%d sites, want 30 at least", n)
	}
	type following struct {
		site  followtest.Site
		m     *memory
		c     *clock
		f     *follow.Follower
		looks []follow.Look
	}
	var all []*following
	most := 0
	for _, site := range sites.Sites() {
		each := &following{site: site, m: newMemory(), c: newClock()}
		each.f = follower(t, each.m, each.c, func(l follow.Look) { each.looks = append(each.looks, l) })
		if _, err := each.f.Add(t.Context(), site.Address); err != nil {
			t.Fatal(err)
		}
		all = append(all, each)
		most = max(most, site.Phases)
	}
	for phase := range most {
		sites.Enter(phase)
		var rounds sync.WaitGroup
		turns := make(chan struct{}, 8)
		for _, each := range all {
			if phase >= each.site.Phases {
				continue
			}
			rounds.Go(func() {
				turns <- struct{}{}
				defer func() { <-turns }()
				began := time.Now()
				if _, err := each.f.Round(t.Context(), true); err != nil {
					t.Errorf("%s: %v", each.site.Name, err)
				}
				if took := time.Since(began); took > time.Minute {
					t.Errorf("%s: a look took %v", each.site.Name, took)
				}
				each.c.forward(betweenPhases)
			})
		}
		rounds.Wait()
	}
	for _, each := range all {
		t.Run(each.site.Name, func(t *testing.T) {
			want := slices.Sorted(slices.Values(each.site.Want))
			if got := each.m.titles(); !slices.Equal(got, want) {
				t.Errorf("there came %.400q, want %.400q", got, want)
			}
			if each.m.given != len(each.m.documents) {
				t.Errorf("%d documents were given, %d are different", each.m.given, len(each.m.documents))
			}
			checkLook(t, each.site, each.looks[len(each.looks)-1])
			if asked := sites.Asked(each.site.Address); each.site.Requests > 0 && asked > each.site.Requests {
				t.Errorf("it was asked %d times", asked)
			}
			for _, d := range each.m.documents {
				checkDocument(t, d)
			}
			states, _ := each.m.States(t.Context())
			if got := troubles(states[0], each.c.now().Add(-betweenPhases)); got != each.site.Troubles {
				t.Errorf("troubles %q, want %q", got, each.site.Troubles)
			}
		})
	}
	if found := sites.Trespasses(); len(found) > 0 {
		t.Errorf("fetched though it is forbidden: %v", found)
	}
}

func troubles(s follow.State, now time.Time) string {
	var names []string
	for _, trouble := range s.Troubles(now) {
		names = append(names, trouble.Name)
	}
	return strings.Join(names, " ")
}

func checkLook(t *testing.T, site followtest.Site, last follow.Look) {
	t.Helper()
	site.Problem = strings.ReplaceAll(site.Problem, "ROOT", site.Root)
	switch {
	case site.Problem == "" && last.Err != nil:
		t.Errorf("it failed: %v", last.Err)
	case site.Problem != "" && (last.Err == nil || !strings.Contains(last.Err.Error(), site.Problem)):
		t.Errorf("it says %v, want %q", last.Err, site.Problem)
	}
	if notes := fmt.Sprint(last.Notes); !strings.Contains(notes, site.Note) {
		t.Errorf("notes %s, want %q", notes, site.Note)
	}
	if last.Err != nil && parley.KindOf(last.Err) == "" {
		t.Errorf("%v is no error of the vocabulary", last.Err)
	}
}

// checkDocument wants what holds of all documents from outside.
func checkDocument(t *testing.T, d parley.Document) {
	t.Helper()
	if err := d.Validate(); err != nil {
		t.Errorf("%s: %v", d.ID, err)
	}
	if d.Published.Year() > 2025 || strings.Contains(d.Body(), "<script") || strings.Contains(d.Body(), "root:") || strings.Contains(d.Body(), "alert(") {
		t.Errorf("%s has come through: %v %.200q", d.ID, d.Published, d.Body())
	}
}
