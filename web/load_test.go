//go:build unix

package web_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
	"github.com/parleyrecord/parley/web"
)

var (
	loaded   = flag.String("load", "", "data folder of a large record to be asked for pages")
	rate     = flag.Int("rate", 50, "requests a second")
	duration = flag.Duration("for", 30*time.Second, "how long to ask")
)

// TestLoad asks for pages of a large record, of which none has been made, at a steady
// rate, whether or not
// earlier answers have come: 60 % fronts and timelines, 20 % evidence, 10 %
// matrices, 10 % searches, over all dossiers and months at random:
//
//	parley bench record --documents 100000 --data DIR
//	go test ./web -run TestLoad -v -load DIR
func TestLoad(t *testing.T) {
	if *loaded == "" {
		t.Skip("give -load DIR to measure on a large record")
	}
	record, err := sqlite.Create(t.Context(), *loaded)
	if err != nil {
		t.Fatal(err)
	}
	defer record.Close()
	asked := addressesOf(t, record)
	var dossiers []dossier.Dossier
	for _, id := range asked.dossiers {
		dossiers = append(dossiers, dossier.Dossier{ID: id, Name: id})
	}
	extent, err := record.Extent(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	s, err := web.New(web.Config{
		Record: record, Lexicon: lexicon.Default(), Dossiers: dossiers, Now: time.Now,
		Today: func() parley.Date { return parley.DayOf(extent.Last.UTC()) }, Report: func(err error) { t.Error(err) },
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s)
	defer server.Close()
	before := processorTime(t)
	spent := asked.ask(t, server)
	took := processorTime(t) - before
	for _, kind := range []string{"front", "timeline", "evidence", "matrix", "search", "all"} {
		if times := spent[kind]; len(times) > 0 {
			slices.Sort(times)
			at := func(part float64) time.Duration {
				return times[int(part*float64(len(times)-1))].Round(100 * time.Microsecond)
			}
			t.Logf("%-8s %5d requests: p50 %v, p90 %v, p99 %v, most %v", kind, len(times), at(.5), at(.9), at(.99), at(1))
		}
	}
	t.Logf("processor time, of asking too: %v a request", (took / time.Duration(len(spent["all"]))).Round(100*time.Microsecond))
	t.Logf("resident memory: %.0f MB at most", residentMB())
}

// processorTime is what this process has used so far.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// load is what there is to ask for.
type load struct {
	dossiers, entries, words []string
	first, last              time.Time
}

func addressesOf(t *testing.T, r store.Reader) load {
	t.Helper()
	extent, err := r.Extent(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	l := load{first: extent.First, last: extent.Last, words: strings.Fields("talks ceasefire border agreement troops sanctions minister not envoy prisoners")}
	seen := map[string]bool{}
	for d, err := range r.Documents(t.Context(), store.DocumentFilter{Since: extent.Last.AddDate(0, -6, 0)}) {
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range d.Dossiers {
			if !seen[id] {
				seen[id] = true
				l.dossiers = append(l.dossiers, id)
			}
		}
	}
	for e, err := range r.Entries(t.Context(), store.EntryFilter{Kinds: []parley.EntryKind{parley.MeetingEntry, parley.EventEntry, parley.PositionEntry}, ToldSince: extent.Last.AddDate(-1, 0, 0), Part: store.Outline}) {
		if err != nil {
			t.Fatal(err)
		}
		l.entries = append(l.entries, e.ID)
	}
	return l
}

// next is an address to ask for, and of which kind it is.
func (l load) next(draw *rand.Rand) (kind, address string) {
	in := "dossier=" + url.QueryEscape(l.dossiers[draw.IntN(len(l.dossiers))])
	switch n := draw.IntN(100); {
	case n < 30:
		return "front", "/?" + in
	case n < 60:
		month := l.first.AddDate(0, 0, draw.IntN(int(l.last.Sub(l.first).Hours()/24))).Format("2006-01")
		return "timeline", "/timeline?" + in + "&since=" + month + "&until=" + month
	case n < 80:
		return "evidence", "/entries/" + l.entries[draw.IntN(len(l.entries))] + "/evidence"
	case n < 90:
		return "matrix", "/positions?" + in
	}
	return "search", "/statements?" + in + "&q=" + l.words[draw.IntN(len(l.words))] + "+" + l.words[draw.IntN(len(l.words))]
}

// ask sends the requests and waits for all answers.
func (l load) ask(t *testing.T, server *httptest.Server) map[string][]time.Duration {
	t.Helper()
	draw := rand.New(rand.NewPCG(1, 2))
	spent := map[string][]time.Duration{}
	var turn sync.Mutex
	var answers sync.WaitGroup
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	ticks := time.NewTicker(time.Second / time.Duration(*rate))
	defer ticks.Stop()
	ctx, stop := context.WithTimeout(t.Context(), *duration)
	defer stop()
	for ctx.Err() == nil {
		<-ticks.C
		kind, address := l.next(draw)
		answers.Go(func() {
			begun := time.Now()
			answer, err := client.Get(server.URL + address)
			if err != nil {
				t.Errorf("%s: %v", address, err)
				return
			}
			_, err = io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
			took := time.Since(begun)
			if err != nil || answer.StatusCode != http.StatusOK {
				t.Errorf("%s: status %d, %v", address, answer.StatusCode, err)
			}
			turn.Lock()
			spent[kind], spent["all"] = append(spent[kind], took), append(spent["all"], took)
			turn.Unlock()
		})
	}
	answers.Wait()
	return spent
}

// residentMB is the most memory that this process has had, as Linux tells it.
func residentMB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		return float64(stats.Sys) / (1 << 20)
	}
	var kb float64
	for line := range strings.SplitSeq(string(status), "\n") {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			fmt.Sscan(rest, &kb)
		}
	}
	return kb / 1024
}
