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

// RecordBench says what record to measure.
type RecordBench struct {
	Documents int    // of the invented press
	Until     int    // so many of them come in; 0 for all
	Largest   bool   // only those of its largest dossier, a fifth
	Folder    string // a record that was begun in it is gone on with
	Report    func(line string)

	yardstick *yardstick
	lived     float64 // on the heap before it began, in MB
}

// BenchRecord measures a record of so many articles of an invented press
// (package press), which it makes in a folder, or goes on with. The figures are in
// milliseconds on the wall and, with cpu in their names, of the process: of adding
// one article after it has been read (add_), over the last articles that come in;
// of each view of one month of one dossier, over months drawn at random, and of
// the busiest month of the largest (_busiest). A processor that others use too
// takes longer for the same work: slowdown is how much longer in the middle a fixed
// piece of work took between the measurements than it did at best.
func BenchRecord(ctx context.Context, b RecordBench) (Scores, error) {
	b.yardstick, b.lived = &yardstick{}, heap()
	p := press.New(1, b.Documents)
	file := filepath.Join(b.Folder, sqlite.FileName)
	s, err := sqlite.Create(ctx, b.Folder)
	if err != nil {
		return Scores{}, err
	}
	defer s.Close()
	dossiers := p.Dossiers()
	if b.Largest {
		dossiers = dossiers[:1]
	}
	var scores Scores
	if err := b.addPress(ctx, s, p, dossiers, &scores); err != nil {
		return Scores{}, err
	}
	if err := b.lookAtMonths(ctx, s, dossiers, &scores); err != nil {
		return Scores{}, err
	}
	scores.Set("slowdown", b.yardstick.slowdown())
	return scores, recordSize(ctx, s, file, &scores)
}

const (
	// atOnce is how many articles are folded together while the record grows.
	atOnce = 500
	// addedSingly is how many of the last articles are added one by one.
	addedSingly = 1000
)

// addPress adds the articles of dossiers of a press that the record lacks: the last
// ones each in a transaction of its own, and those before many at once, which makes
// the same record sooner.
func (b RecordBench) addPress(ctx context.Context, s store.Store, p *press.Press, dossiers []string, scores *Scores) error {
	all := b.Documents
	if b.Largest {
		all = p.Largest()
	}
	if b.Until > 0 {
		all = min(all, b.Until)
	}
	stands, err := s.Extent(ctx, "")
	if err != nil {
		return fmt.Errorf("bench record: %w", err)
	}
	var spent []cost
	var waiting []record.Article
	words := lexicon.Default() // which whoever has read an article has loaded
	n := 0
	for a := range p.Articles() {
		if !slices.Contains(dossiers, a.Document.Dossiers[0]) {
			continue
		}
		if n++; n > all {
			break
		}
		if n <= stands.Documents {
			continue
		}
		waiting = append(waiting, record.Article(a))
		if n < all-addedSingly && len(waiting) < atOnce {
			continue
		}
		b.yardstick.measure()
		took, err := timed(func() error {
			return s.Update(ctx, func(tx store.Tx) error { return record.AddAll(ctx, tx, words, waiting...) })
		})
		if err != nil {
			return fmt.Errorf("add %s: %w", a.Document.Key(), err)
		}
		if len(waiting) == 1 {
			spent = append(spent, took)
		} else {
			b.Report(fmt.Sprintf("%d articles: %.1f ms each of %d at once; heap %.0f MB", n, ms(took.wall)/float64(len(waiting)), len(waiting), heap()-b.lived))
		}
		waiting = waiting[:0]
	}
	if len(spent) == 0 {
		return nil
	}
	b.Report(fmt.Sprintf("%d articles: one more takes %s; heap %.0f MB", all, setCosts(scores, "add", spent), heap()-b.lived))
	scores.Set("heap_mb", heap()-b.lived)
	scores.Set("peak_rss_mb", peakMemory())
	return nil
}

// cost is what something took on the wall and of the processor.
type cost struct{ wall, cpu time.Duration }

func timed(do func() error) (c cost, err error) {
	begun, used := time.Now(), processorTime()
	err = do()
	return cost{time.Since(begun), processorTime() - used}, err
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// heap is what lives on the heap, in MB.
func heap() float64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return float64(stats.HeapAlloc) / (1 << 20)
}

// times are milliseconds in order.
type times []float64

func (t times) at(part float64) float64 { return t[int(part*float64(len(t)-1))] }

func (t times) mean() (mean float64) {
	for _, one := range t {
		mean += one / float64(len(t))
	}
	return mean
}

// setCosts sets the measures of some costs and says them in a line.
func setCosts(scores *Scores, name string, spent []cost) string {
	var wall, cpu times
	for _, c := range spent {
		wall, cpu = append(wall, ms(c.wall)), append(cpu, ms(c.cpu))
	}
	slices.Sort(wall)
	slices.Sort(cpu)
	for _, t := range []struct {
		unit string
		times
	}{{"_ms", wall}, {"_cpu_ms", cpu}} {
		scores.Set(name+t.unit+"_mean", t.mean())
		scores.Set(name+t.unit+"_p50", t.at(.5))
		scores.Set(name+t.unit+"_p99", t.at(.99))
	}
	return fmt.Sprintf("p50 %.1f ms, p99 %.1f; of the processor p50 %.1f, p99 %.1f", wall.at(.5), wall.at(.99), cpu.at(.5), cpu.at(.99))
}

// recordViews are the views that are measured, by name.
var recordViews = []struct {
	name string
	show func(ctx context.Context, r store.Reader, look view.Look) error
}{
	{"timeline", shown(view.Timeline)}, {"meetings", shown(view.Meetings)}, {"matrix", shown(view.MatrixOf)},
	{"statements", shown(func(ctx context.Context, r store.Reader, look view.Look) ([]view.Line, error) {
		lines, _, err := view.Search(ctx, r, look, store.StatementFilter{}, 0, statementsAPage)
		return lines, err
	})},
	{"all_statements", shown(view.Statements)}, {"proposals", shown(view.Proposals)}, {"disputes", shown(view.Disputes)},
	{"days", shown(func(ctx context.Context, r store.Reader, look view.Look) ([]view.Day, error) {
		return view.Days(ctx, r, look, 10, 2)
	})},
	{"documents", shown(view.Documents)},
	{"brief", shown(func(ctx context.Context, r store.Reader, look view.Look) (view.Brief, error) {
		return view.BriefOf(ctx, r, look, 20)
	})},
}

// statementsAPage is how many statements a page shows at once.
const statementsAPage = 50

func shown[T any](of func(context.Context, store.Reader, view.Look) (T, error)) func(context.Context, store.Reader, view.Look) error {
	return func(ctx context.Context, r store.Reader, look view.Look) error {
		_, err := of(ctx, r, look)
		return err
	}
}

// monthsDrawn is how many dossier-months each view is asked for.
const monthsDrawn = 200

// lookAtMonths measures the views.
func (b RecordBench) lookAtMonths(ctx context.Context, r store.Reader, dossiers []string, scores *Scores) error {
	draw := rand.New(rand.NewPCG(1, 1))
	extent, err := r.Extent(ctx, "")
	if err != nil {
		return fmt.Errorf("bench record: %w", err)
	}
	months := 1 + 12*(extent.Last.Year()-press.From.Year()) + int(extent.Last.Month()-press.From.Month())
	for _, v := range recordViews {
		busiest, err := timed(func() error { return v.show(ctx, r, lookAt(dossiers[0], press.Busiest)) })
		if err != nil {
			return fmt.Errorf("%s: %w", v.name, err)
		}
		spent := make([]cost, monthsDrawn)
		for i := range spent {
			month := press.From.AddDate(0, draw.IntN(months), 0)
			b.yardstick.measure()
			dossier := dossiers[draw.IntN(len(dossiers))]
			if spent[i], err = timed(func() error { return v.show(ctx, r, lookAt(dossier, month)) }); err != nil {
				return fmt.Errorf("%s: %w", v.name, err)
			}
		}
		line := setCosts(scores, v.name, spent)
		scores.Set(v.name+"_ms_busiest", ms(busiest.wall))
		scores.Set(v.name+"_cpu_ms_busiest", ms(busiest.cpu))
		b.Report(fmt.Sprintf("%s: %s; busiest month %.1f, of the processor %.1f", v.name, line, ms(busiest.wall), ms(busiest.cpu)))
	}
	return nil
}

// lookAt is a look at one month of one dossier.
func lookAt(dossier string, month time.Time) view.Look {
	last := parley.DayOf(month.AddDate(0, 1, -1))
	return view.Look{Dossier: dossier, Since: parley.DayOf(month), Until: last, Today: last}
}

// recordSize measures the record's files.
func recordSize(ctx context.Context, s store.Reader, file string, scores *Scores) error {
	extent, err := s.Extent(ctx, "")
	if err != nil {
		return fmt.Errorf("bench record: %w", err)
	}
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
	scores.Set("documents", float64(extent.Documents))
	scores.Set("kb_per_document", float64(size)/1024/float64(max(extent.Documents, 1)))
	return nil
}
