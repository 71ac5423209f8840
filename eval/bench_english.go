package eval

import (
	"bufio"
	_ "embed"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/parleyrecord/parley/english"
)

//go:embed testdata/bench.txt
var benchText string

const benchTime = time.Second // for each of the two measurements

// BenchEnglish measures the English engine from raw text to trees and names
// over the given text files, or over a bundled sample: words_per_second_1 on
// one core and words_per_second_all on all of them (words as in Universal
// Dependencies, punctuation counted), peak_rss_mb of the whole process, and
// load_ms, the time to unpack the model where this process had not done so.
func BenchEnglish(paths ...string) (Scores, error) {
	documents := []string{benchText}
	if len(paths) > 0 {
		documents = nil
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return Scores{}, fmt.Errorf("bench english: %w", err)
		}
		documents = append(documents, string(text))
	}
	begun := time.Now()
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	loaded := time.Since(begun)
	return measured(loaded, len(documents), func(i int) int { return countWords(engine.Parse(documents[i])) }), nil
}

// measured are the figures of a bench whose work on an item returns its words.
func measured(loaded time.Duration, items int, work func(item int) int) Scores {
	cores := runtime.GOMAXPROCS(1)
	one := perSecond(items, 1, work)
	runtime.GOMAXPROCS(cores)
	var s Scores
	s.Set("words_per_second_1", one)
	s.Set("words_per_second_all", perSecond(items, cores, work))
	s.Set("peak_rss_mb", peakMemory())
	s.Set("load_ms", float64(loaded.Microseconds())/1000)
	return s
}

// perSecond does work on the items over and over with so many workers, and
// returns how much of what work counts is done in a second.
func perSecond(items, workers int, work func(item int) int) float64 {
	for item := range items { // the first round fills caches
		work(item)
	}
	counts := make([]int, workers)
	begun := time.Now()
	var group sync.WaitGroup
	for worker := range workers {
		group.Go(func() {
			for i := worker; time.Since(begun) < benchTime; i++ {
				counts[worker] += work(i % items)
			}
		})
	}
	group.Wait()
	total := 0
	for _, n := range counts {
		total += n
	}
	return float64(total) / time.Since(begun).Seconds()
}

func countWords(text *english.Text) int {
	n := 0
	for _, s := range text.Sentences {
		n += len(s.Tokens)
	}
	return n
}

// peakMemory returns the largest resident size of this process in MB where
// the system tells it, else what the runtime has asked for.
func peakMemory() float64 {
	if file, err := os.Open("/proc/self/status"); err == nil {
		defer file.Close()
		for lines := bufio.NewScanner(file); lines.Scan(); {
			if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
				if kb, err := strconv.Atoi(strings.Fields(rest)[0]); err == nil {
					return float64(kb) / 1024
				}
			}
		}
	}
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return float64(stats.Sys) / (1 << 20)
}
