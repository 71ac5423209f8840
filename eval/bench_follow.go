package eval

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader"
	"github.com/parleyrecord/parley/source/fetch"
	"github.com/parleyrecord/parley/source/follow"
	"github.com/parleyrecord/parley/store/sqlite"
)

const (
	// A day of looks at each feed, one every half an hour.
	looksADay = 48
	// feedsFollowed is how many feeds the news comes from.
	feedsFollowed = 100
)

// BenchFollow replays a day on which so many items come in a hundred feeds, one in
// fifty of them of a dossier, from a server on this machine into a record in an empty
// folder: it looks at each feed 48 times and reads what belongs to a dossier. The
// figures, which include the server's own share, are wall_s, cpu_s (0 where the
// system does not tell), peak_rss_mb, record_mb, and how many items were kept
// and passed over.
func BenchFollow(ctx context.Context, items int, dir string, report func(line string)) (Scores, error) {
	news := newNews(items)
	address, stop, err := serveNews(news)
	if err != nil {
		return Scores{}, err
	}
	defer stop()
	kept, err := sqlite.Create(ctx, dir)
	if err != nil {
		return Scores{}, err
	}
	defer kept.Close()
	b := &followBench{news: news, report: report}
	taking, err := b.intake()
	if err != nil {
		return Scores{}, err
	}
	taking.Store = kept
	fetcher := fetch.New(fetch.Options{
		Agent: "Parley/bench", Allow: []netip.Prefix{netip.PrefixFrom(address.Addr(), 32)}, Delay: time.Nanosecond,
		Resolve: func(context.Context, string) ([]netip.Addr, error) { return []netip.Addr{address.Addr()}, nil },
	})
	defer fetcher.Close()
	b.follower = &follow.Follower{Fetch: fetcher, Keeper: intake.Followed{Store: kept}, Every: 30 * time.Minute, Pages: true, Workers: 8, Now: news.now}
	for n := range feedsFollowed {
		if _, err := b.follower.Add(ctx, fmt.Sprintf("http://%s:%d/feed", newsHost(n), address.Port())); err != nil {
			return Scores{}, err
		}
	}
	return b.run(ctx, taking, filepath.Join(dir, sqlite.FileName))
}

type followBench struct {
	news     *news
	follower *follow.Follower
	report   func(string)
	scores   Scores
}

// intake reads what belongs to the dossiers that Parley brings, and to that of the
// invented news.
func (b *followBench) intake() (*intake.Intake, error) {
	words := lexicon.Default()
	engine, err := english.New()
	if err != nil {
		return nil, err
	}
	all, err := dossier.Ready(words)
	if err != nil {
		return nil, err
	}
	set := dossier.NewSet(words, append(all, newsDossier)...)
	return &intake.Intake{
		Reader: reader.New(engine, words), Lexicon: words, Workers: 2, Now: b.news.now, Relevant: true,
		Dossiers: func(d parley.Document) (ids []string) {
			for _, a := range set.Assign(d) {
				ids = append(ids, a.Dossier)
			}
			return ids
		},
	}, nil
}

func (b *followBench) run(ctx context.Context, taking *intake.Intake, file string) (Scores, error) {
	began, busy := time.Now(), cpuSeconds()
	var sum intake.Summary
	for look := range looksADay {
		b.news.enter(look)
		if _, err := b.follower.Round(ctx, true); err != nil {
			return Scores{}, err
		}
		read, err := taking.Drain(ctx)
		if err != nil {
			return Scores{}, err
		}
		sum.Kept, sum.Passed, sum.Failed = sum.Kept+read.Kept, sum.Passed+read.Passed, sum.Failed+read.Failed
		if b.report != nil && look%8 == 7 {
			b.report(fmt.Sprintf("%d looks at each feed: %d kept, %d passed over; %.0f s, peak memory %.0f MB", look+1, sum.Kept, sum.Passed, time.Since(began).Seconds(), peakMemory()))
		}
	}
	wall, cpu := time.Since(began).Seconds(), cpuSeconds()-busy
	b.scores.Set("items", float64(b.news.total))
	b.scores.Set("kept", float64(sum.Kept))
	b.scores.Set("passed", float64(sum.Passed))
	b.scores.Set("failed", float64(sum.Failed))
	b.scores.Set("wall_s", wall)
	b.scores.Set("cpu_s", cpu)
	b.scores.Set("peak_rss_mb", peakMemory())
	size := 0.0
	for _, ending := range []string{"", "-wal"} {
		if info, err := os.Stat(file + ending); err == nil {
			size += float64(info.Size()) / (1 << 20)
		}
	}
	b.scores.Set("record_mb", size)
	if want := b.news.total; sum.Kept+sum.Passed+sum.Failed != want {
		return b.scores, fmt.Errorf("%d items came, %d were taken", want, sum.Kept+sum.Passed+sum.Failed)
	}
	return b.scores, nil
}

// serveNews serves news on this machine until stop is called.
func serveNews(n *news) (address netip.AddrPort, stop func(), err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return address, nil, fmt.Errorf("serve the news: %w", err)
	}
	server := &http.Server{Handler: n, ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(listener) }() // where it fails, the looks fail and say so
	address, err = netip.ParseAddrPort(listener.Addr().String())
	return address, func() { _ = server.Close() }, err
}

// cpuSeconds is the time that this process has had of all processors, where the
// system tells it (proc(5), fields 14 and 15, in hundredths of a second).
func cpuSeconds() float64 {
	data, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, behind, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(behind)
	if len(fields) < 13 {
		return 0
	}
	var user, system float64
	if _, err := fmt.Sscan(fields[11], &user); err != nil {
		return 0
	}
	if _, err := fmt.Sscan(fields[12], &system); err != nil {
		return 0
	}
	return (user + system) / 100
}
