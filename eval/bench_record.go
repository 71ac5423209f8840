package eval

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/eval/press"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
	"github.com/parleyrecord/parley/view"
)

// BenchRecord measures a record of so many articles of an invented press
// (package press), which it makes in an empty folder, article by article as
// they come in; a record that is there it takes as it is, as one of so many. The
// figures are in milliseconds of one core's time on the wall, if no other is given: of
// adding one article after it has been read, over all articles (add_) and over
// the last tenth of them (add_last_); of each view of one month of one dossier,
// over months drawn at random, and of the busiest month of the largest
// (_busiest). report, where it is not nil, is told how it goes.
func BenchRecord(ctx context.Context, documents int, dir string, report func(line string)) (Scores, error) {
	if report == nil {
		report = func(string) {}
	}
	p := press.New(1, documents)
	file := filepath.Join(dir, sqlite.FileName)
	_, err := os.Stat(file)
	standing := err == nil
	s, err := sqlite.Create(ctx, dir)
	if err != nil {
		return Scores{}, err
	}
	defer s.Close()
	var scores Scores
	if !standing {
		if err := addPress(ctx, s, p, documents, &scores, report); err != nil {
			return Scores{}, err
		}
	}
	if err := lookAtMonths(ctx, s, p.Dossiers(), &scores, report); err != nil {
		return Scores{}, err
	}
	return scores, recordSize(file, documents, &scores)
}

const (
	// atOnce is how many articles are folded together while the record grows.
	atOnce = 500
	// addedSingly is how many of the last articles are added one by one.
	addedSingly = 2000
)

// addPress adds the articles of a press: the last ones each in a transaction of
// its own, and those before many at once, which makes the same record sooner.
func addPress(ctx context.Context, s store.Store, p *press.Press, documents int, scores *Scores, report func(string)) error {
	singly := min(addedSingly, documents)
	var spent []time.Duration
	var waiting []record.Article
	n := 0
	for a := range p.Articles() {
		n++
		waiting = append(waiting, record.Article(a))
		if n <= documents-singly && len(waiting) < atOnce && n < documents-singly {
			continue
		}
		begun := time.Now()
		err := s.Update(ctx, func(tx store.Tx) error { return record.AddAll(ctx, tx, lexicon.Default(), waiting...) })
		if err != nil {
			return fmt.Errorf("add %s: %w", a.Document.Key(), err)
		}
		if took := time.Since(begun); len(waiting) > 1 {
			report(fmt.Sprintf("%d articles: %.1f ms each of %d at once; heap %.0f MB", n, took.Seconds()*1000/float64(len(waiting)), len(waiting), heap()))
		} else {
			spent = append(spent, took)
		}
		waiting = waiting[:0]
	}
	l := spread(spent)
	report(fmt.Sprintf("%d articles: one more in the mean %.1f ms, p50 %.1f, p99 %.1f, most %.1f; heap %.0f MB", n, l.mean, l.at(.5), l.at(.99), l.at(1), heap()))
	setTimes(scores, "add", spent)
	scores.Set("heap_mb", heap())
	scores.Set("peak_rss_mb", peakMemory())
	return nil
}

// heap is what lives on the heap, in MB.
func heap() float64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return float64(stats.HeapAlloc) / (1 << 20)
}

// times are durations in milliseconds, in order.
type times struct {
	sorted []float64
	mean   float64
}

func spread(spent []time.Duration) (l times) {
	for _, d := range spent {
		ms := float64(d.Microseconds()) / 1000
		l.sorted = append(l.sorted, ms)
		l.mean += ms / float64(len(spent))
	}
	slices.Sort(l.sorted)
	return l
}

func (l times) at(part float64) float64 { return l.sorted[int(part*float64(len(l.sorted)-1))] }

func setTimes(scores *Scores, name string, spent []time.Duration) {
	l := spread(spent)
	scores.Set(name+"_ms_mean", l.mean)
	scores.Set(name+"_ms_p50", l.at(.5))
	scores.Set(name+"_ms_p99", l.at(.99))
	scores.Set(name+"_ms_most", l.at(1))
}

// recordViews are the views that are measured, by name.
var recordViews = []struct {
	name string
	show func(ctx context.Context, r store.Reader, look view.Look) error
}{
	{"timeline", shown(view.Timeline)}, {"meetings", shown(view.Meetings)}, {"matrix", shown(view.MatrixOf)},
	{"statements", shown(view.Statements)}, {"proposals", shown(view.Proposals)}, {"disputes", shown(view.Disputes)},
	{"days", shown(func(ctx context.Context, r store.Reader, look view.Look) ([]view.Day, error) {
		return view.Days(ctx, r, look, 10, 2)
	})},
	{"documents", shown(view.Documents)},
	{"brief", shown(func(ctx context.Context, r store.Reader, look view.Look) (view.Brief, error) {
		return view.BriefOf(ctx, r, look, 20)
	})},
}

func shown[T any](of func(context.Context, store.Reader, view.Look) (T, error)) func(context.Context, store.Reader, view.Look) error {
	return func(ctx context.Context, r store.Reader, look view.Look) error {
		_, err := of(ctx, r, look)
		return err
	}
}

// monthsDrawn is how many dossier-months each view is asked for.
const monthsDrawn = 200

// lookAtMonths measures the views.
func lookAtMonths(ctx context.Context, r store.Reader, dossiers []string, scores *Scores, report func(string)) error {
	draw := rand.New(rand.NewPCG(1, 1))
	for _, v := range recordViews {
		busiest, err := timeView(ctx, r, v.show, lookAt(dossiers[0], press.Busiest))
		if err != nil {
			return fmt.Errorf("%s: %w", v.name, err)
		}
		spent := make([]time.Duration, monthsDrawn)
		for i := range spent {
			month := press.From.AddDate(0, draw.IntN(12*(press.Until.Year()-press.From.Year())), 0)
			if spent[i], err = timeView(ctx, r, v.show, lookAt(dossiers[draw.IntN(len(dossiers))], month)); err != nil {
				return fmt.Errorf("%s: %w", v.name, err)
			}
		}
		l := spread(spent)
		scores.Set(v.name+"_ms_p50", l.at(.5))
		scores.Set(v.name+"_ms_p99", l.at(.99))
		scores.Set(v.name+"_ms_busiest", float64(busiest.Microseconds())/1000)
		report(fmt.Sprintf("%s: p50 %.1f ms, p99 %.1f; busiest month %.1f", v.name, l.at(.5), l.at(.99), float64(busiest.Microseconds())/1000))
	}
	return nil
}

// lookAt is a look at one month of one dossier.
func lookAt(dossier string, month time.Time) view.Look {
	last := parley.DayOf(month.AddDate(0, 1, -1))
	return view.Look{Dossier: dossier, Since: parley.DayOf(month), Until: last, Today: last}
}

func timeView(ctx context.Context, r store.Reader, show func(context.Context, store.Reader, view.Look) error, look view.Look) (time.Duration, error) {
	begun := time.Now()
	err := show(ctx, r, look)
	return time.Since(begun), err
}

// recordSize measures the record's files.
func recordSize(file string, documents int, scores *Scores) error {
	var size int64
	for _, name := range []string{file, file + "-wal"} {
		info, err := os.Stat(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("bench record: %w", err)
		}
		size += info.Size()
	}
	scores.Set("kb_per_document", float64(size)/1024/float64(documents))
	return nil
}
