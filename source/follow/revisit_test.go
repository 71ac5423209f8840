package follow_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/fetch"
	"github.com/parleyrecord/parley/source/follow"
)

// newsroom is a site whose feed has summaries, with a page for each.
type newsroom struct {
	mu     sync.Mutex
	pages  []string // in its feed
	words  string   // that all pages end in
	robots string
	asked  map[string][]time.Time
	clock  *clock
	root   string
}

func newNewsroom(t *testing.T, c *clock, pages ...string) *newsroom {
	t.Helper()
	n := &newsroom{pages: pages, asked: map[string][]time.Time{}, clock: c}
	s := httptest.NewServer(n)
	t.Cleanup(s.Close)
	n.root = s.URL
	return n
}

// set changes what the site says.
func (n *newsroom) set(change func(*newsroom)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	change(n)
}

// visits are how often a page was asked for.
func (n *newsroom) visits(page string) []time.Time {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.asked["/"+page]
}

func (n *newsroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.asked[r.URL.Path] = append(n.asked[r.URL.Path], n.clock.now())
	switch r.URL.Path {
	case "/robots.txt":
		fmt.Fprint(w, n.robots)
	case "/feed":
		fmt.Fprint(w, `<rss version="2.0"><channel>`)
		for _, p := range n.pages {
			fmt.Fprintf(w, "<item><title>%s</title><link>%s/%s</link><description>Envoys met.</description></item>", p, n.root, p)
		}
		fmt.Fprint(w, "</channel></rss>")
	default:
		w.Header().Set("Content-Type", "text/html")
		sentence := "The envoys of Norland and Sudmark met in Geneva on Monday, and an official of Norland said that they would meet again on Friday. "
		fmt.Fprintf(w, "<!DOCTYPE html><title>%[1]s</title><article><h1>%[1]s</h1><p>%[2]s</p><p>%[2]s %[3]s</p></article>", strings.Trim(r.URL.Path, "/"), strings.Repeat(sentence, 3), n.words)
	}
}

// revisitor follows a newsroom.
func revisitor(t *testing.T, n *newsroom, m *memory) *follow.Follower {
	t.Helper()
	f := follower(t, m, n.clock, nil)
	f.Fetch = fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}, Delay: time.Microsecond})
	t.Cleanup(f.Fetch.Close)
	if _, err := f.Add(t.Context(), n.root+"/feed"); err != nil {
		t.Fatal(err)
	}
	return f
}

// lookFor looks every half an hour for so long.
func lookFor(t *testing.T, f *follow.Follower, c *clock, d time.Duration) {
	t.Helper()
	for end := c.now().Add(d); c.now().Before(end); c.forward(30 * time.Minute) {
		round(t, f, true)
	}
}

func TestPagesAreLookedAtAgainLessAndLessOften(t *testing.T) {
	t.Parallel()
	c, m := newClock(), newMemory()
	n := newNewsroom(t, c, "talks")
	f := revisitor(t, n, m)
	lookFor(t, f, c, 10*24*time.Hour)
	visits := n.visits("talks")
	if len(visits) != 6 {
		t.Fatalf("the page was fetched %d times in ten days, want 6", len(visits))
	}
	for i, want := range []time.Duration{time.Hour, 3 * time.Hour, 8 * time.Hour, 24 * time.Hour, 48 * time.Hour} {
		if pause := visits[i+1].Sub(visits[i]); pause < want*9/10 || pause > want*11/10+30*time.Minute {
			t.Errorf("pause %d was %v, want some %v", i+1, pause, want)
		}
	}
	if len(m.documents) != 1 {
		t.Errorf("a page that never changed became %d documents", len(m.documents))
	}
}

func TestPageThatChangesAlwaysIsLeftAloneInTheEnd(t *testing.T) {
	t.Parallel()
	c, m := newClock(), newMemory()
	n := newNewsroom(t, c, "talks")
	f := revisitor(t, n, m)
	for i := range 100 {
		n.set(func(n *newsroom) { n.words = fmt.Sprintf("They have met %d times.", i) })
		lookFor(t, f, c, 30*time.Minute)
	}
	if visits := len(n.visits("talks")); visits != 13 || len(m.documents) != visits {
		t.Errorf("fetched %d times, which gave %d documents; want 13 of each", visits, len(m.documents))
	}
	for _, d := range m.documents[1:] {
		if d.ID != m.documents[0].ID || d.Title != "talks" {
			t.Errorf("a later version is %s %q", d.ID, d.Title)
		}
	}
}

func TestOnlyWantedPagesAreLookedAtAgainAndFewAtOnce(t *testing.T) {
	t.Parallel()
	c, m := newClock(), newMemory()
	pages := []string{"sport"}
	for i := range 30 {
		pages = append(pages, fmt.Sprintf("talks%02d", i))
	}
	n := newNewsroom(t, c, pages...)
	f := revisitor(t, n, m)
	f.Relevant = func(d parley.Document) bool { return strings.HasPrefix(d.Title, "talks") }
	round(t, f, true)
	again := func() (times int) {
		for _, p := range pages {
			times += len(n.visits(p)) - 1
		}
		return times
	}
	for i, want := range []int{10, 20, 30, 30} {
		c.forward(2 * time.Hour / time.Duration(i*i+1))
		round(t, f, true)
		if got := again(); got != want {
			t.Errorf("look %d: %d pages in all, want %d", i+1, got, want)
		}
	}
	if len(n.visits("sport")) != 1 {
		t.Error("a page that nobody wants was looked at again")
	}
}

func TestHostIsNotAskedForMoreThanItsShareOfPagesAnHour(t *testing.T) {
	t.Parallel()
	c, m := newClock(), newMemory()
	var pages []string
	for i := range 50 {
		pages = append(pages, fmt.Sprintf("talks%02d", i))
	}
	n := newNewsroom(t, c, pages...)
	f := revisitor(t, n, m)
	round(t, f, true)
	if _, err := f.Add(t.Context(), n.root+"/feed?2"); err != nil { // the same pages once more
		t.Fatal(err)
	}
	round(t, f, true)
	c.forward(2 * time.Hour)
	before := 0
	for _, p := range pages {
		before += len(n.visits(p))
	}
	for range 10 {
		round(t, f, true)
		c.forward(time.Minute)
	}
	after := 0
	for _, p := range pages {
		after += len(n.visits(p))
	}
	if after-before != 60 {
		t.Errorf("%d pages in ten minutes, want 60", after-before)
	}
}

func TestPageThatRobotsForbidSinceIsLeftAlone(t *testing.T) {
	t.Parallel()
	c, m := newClock(), newMemory()
	n := newNewsroom(t, c, "talks")
	round(t, revisitor(t, n, m), true)
	n.set(func(n *newsroom) { n.robots, n.words = "User-agent: *\nDisallow: /talks\n", "They have met twice." })
	f := revisitor(t, n, m) // begun anew, it reads the rules again
	lookFor(t, f, c, 24*time.Hour)
	if visits := len(n.visits("talks")); visits != 1 || len(m.documents) != 1 {
		t.Errorf("fetched %d times, %d documents", visits, len(m.documents))
	}
}

func TestWithoutPagesNoneIsLookedAtAgain(t *testing.T) {
	t.Parallel()
	c, m := newClock(), newMemory()
	n := newNewsroom(t, c, "talks")
	f := revisitor(t, n, m)
	round(t, f, true)
	f.Pages = false
	lookFor(t, f, c, 24*time.Hour)
	if visits := len(n.visits("talks")); visits != 1 {
		t.Errorf("fetched %d times", visits)
	}
}
