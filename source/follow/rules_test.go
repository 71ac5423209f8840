package follow_test

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/fetch"
	"github.com/parleyrecord/parley/source/follow"
)

func round(t *testing.T, f *follow.Follower, once bool) time.Time {
	t.Helper()
	next, err := f.Round(t.Context(), once)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
}

func TestFolderThatIsWatched(t *testing.T) {
	t.Parallel()
	folder, m, c := t.TempDir(), newMemory(), newClock()
	var looks []follow.Look
	f := follower(t, m, c, func(l follow.Look) { looks = append(looks, l) })
	if _, err := f.Add(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	round(t, f, true)
	write(t, filepath.Join(folder, "a.txt"), "Envoys met\n\nThey met in Geneva on Monday.")
	write(t, filepath.Join(folder, "north", "a.txt"), "Ministers met\n\nThey met in Oslo on Monday.")
	write(t, filepath.Join(folder, "picture.png"), "\x89PNG")
	write(t, filepath.Join(folder, "many.jsonl"), strings.Repeat(`{"text":"Envoys met again."}`+"\n", 450))
	round(t, f, true)
	round(t, f, true)
	if len(m.documents) != 452 || m.given != 452 || looks[1].New != 452 || looks[2].New != 0 {
		t.Errorf("%d documents, %d given; the looks gave %d and %d", len(m.documents), m.given, looks[1].New, looks[2].New)
	}
	ids := map[string]bool{}
	for _, d := range m.documents {
		ids[d.ID] = true
	}
	if len(ids) != 452 {
		t.Errorf("%d ids: files of one name in two folders pass for one", len(ids))
	}
	write(t, filepath.Join(folder, "a.txt"), "Envoys met\n\nThey met in Geneva on Tuesday.")
	round(t, f, true)
	if last := looks[3]; last.New != 0 || !slices.Equal(last.Edited, []string{"a"}) {
		t.Errorf("an edited file: %d new, edited %v", last.New, last.Edited)
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	round(t, f, true)
	if last := looks[4]; parley.KindOf(last.Err) != parley.NotFound {
		t.Errorf("a folder that is no more: %v", last.Err)
	}
}

func TestFolderThatCannotBeKeptLosesNothing(t *testing.T) {
	t.Parallel()
	folder, m := t.TempDir(), newMemory()
	for _, name := range []string{"a", "b", "c"} {
		write(t, filepath.Join(folder, name+".jsonl"), strings.Repeat(`{"text":"Envoys met again."}`+"\n", 150))
	}
	broken := &failing{memory: m, after: 2} // the state, and one batch
	f := follower(t, m, newClock(), nil)
	f.Keeper = broken
	if _, err := f.Add(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Round(t.Context(), true); err == nil {
		t.Error("what could not be kept was reported as kept")
	}
	f.Keeper = m
	round(t, f, true)
	if len(m.documents) != 450 {
		t.Errorf("%d documents, want 450", len(m.documents))
	}
}

// failing keeps so many times and then no more.
type failing struct {
	*memory
	after int
}

func (k *failing) Keep(ctx context.Context, s follow.State, documents []parley.Document) error {
	if k.after--; k.after < 0 {
		return &parley.Error{Kind: parley.Unavailable, Problem: "the disk is full"}
	}
	return k.memory.Keep(ctx, s, documents)
}

func TestNameThatResolvesAnewToAPrivateAddress(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close")
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Write([]byte(`<rss version="2.0"><channel><item><title>Envoys met</title></item></channel></rss>`))
	}))
	t.Cleanup(s.Close)
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(s.URL, "http://"))
	var asked atomic.Int32
	m, c := newMemory(), newClock()
	var last follow.Look
	f := follower(t, m, c, func(l follow.Look) { last = l })
	f.Fetch = fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}, Delay: time.Microsecond, Resolve: func(context.Context, string) ([]netip.Addr, error) {
		if asked.Add(1) > 2 { // once for robots.txt, once for the feed
			return []netip.Addr{netip.MustParseAddr("10.0.0.1")}, nil
		}
		return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
	}})
	if _, err := f.Add(t.Context(), "http://rebind.example:"+port+"/feed"); err != nil {
		t.Fatal(err)
	}
	round(t, f, true)
	if last.Err != nil || last.New != 1 {
		t.Fatalf("%+v", last)
	}
	c.forward(betweenPhases)
	round(t, f, true)
	if last.Err == nil || !strings.Contains(last.Err.Error(), "open web: 10.0.0.1") {
		t.Errorf("the second time: %v", last.Err)
	}
}

func TestPausesGrowWithFailures(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }))
	t.Cleanup(s.Close)
	m, c := newMemory(), newClock()
	f := follower(t, m, c, nil)
	f.Fetch = fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}, Delay: time.Microsecond})
	if _, err := f.Add(t.Context(), s.URL+"/feed"); err != nil {
		t.Fatal(err)
	}
	seen := map[time.Duration]bool{}
	for n := range 10 {
		next := round(t, f, false)
		pause := next.Sub(c.now())
		usual := min(f.Every<<n, 24*time.Hour)
		if pause < usual*7/10 || pause > usual*13/10 {
			t.Errorf("after failure %d a pause of %v, want some %v", n+1, pause, usual)
		}
		seen[pause] = true
		c.forward(pause)
	}
	if len(seen) < 9 {
		t.Errorf("%d different pauses of 10: they have no jitter", len(seen))
	}
}

func TestWhatIsFollowedAndWhatIsNot(t *testing.T) {
	t.Parallel()
	m := newMemory()
	f := follower(t, m, newClock(), nil)
	for _, given := range []string{"post.example/feed", "ftp://post.example/feed", "file:///etc/passwd", "/no/such/folder", "https://", ""} {
		if _, err := f.Add(t.Context(), given); parley.KindOf(err) != parley.Invalid {
			t.Errorf("%q: %v", given, err)
		}
	}
	for range 2 {
		if _, err := f.Add(t.Context(), "https://ida:geheim@post.example/feed"); err != nil {
			t.Fatal(err)
		}
	}
	states, _ := m.States(t.Context())
	if len(states) != 1 || strings.Contains(follow.Redact(states[0].Address), "geheim") || states[0].PublicAddress() != "https://post.example/feed" {
		t.Errorf("followed: %d, shown as %s", len(states), follow.Redact(states[0].Address))
	}
}
