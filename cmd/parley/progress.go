package main

import (
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long work may last before its progress is shown.
const patience = time.Second

// progress shows on the standard error of a terminal how far long work has
// come: by files or, where there is but one, by the articles in it. It may be
// used by several goroutines. The nil progress shows nothing.
type progress struct {
	out      io.Writer
	began    time.Time
	mu       sync.Mutex
	bar      *progressbar.ProgressBar
	file     int // the file being read, from 1
	files    int
	articles int
}

// progress begins to watch work. Where pages go to the terminal as they come,
// they are progress enough.
func (p *program) progress(pages bool) *progress {
	if !isTerminal(p.err) || pages && isTerminal(p.out) {
		return nil
	}
	return &progress{out: p.err, began: time.Now()}
}

// at tells that work on the n-th of so many files begins.
func (b *progress) at(n, of int) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.file, b.files = n, of
	b.show()
}

// article tells that work on an article has ended.
func (b *progress) article() {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.articles++
	b.show()
}

// show draws the bar. That it cannot be drawn must not stop the work.
func (b *progress) show() {
	if b.bar == nil {
		if time.Since(b.began) < patience {
			return
		}
		if b.files > 1 {
			b.bar = newBar(b.out, "files", b.files)
		} else {
			b.bar = newBar(b.out, "articles", -1)
		}
	}
	if b.files > 1 {
		_ = b.bar.Set(b.file - 1)
		return
	}
	_ = b.bar.Set(b.articles)
}

// newBar is a bar of so many steps or, for -1, of nobody knows how many.
func newBar(out io.Writer, what string, steps int) *progressbar.ProgressBar {
	options := []progressbar.Option{
		progressbar.OptionSetWriter(out), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100 * time.Millisecond), progressbar.OptionShowCount(), progressbar.OptionSetDescription(what),
	}
	if steps > 0 {
		return progressbar.NewOptions(steps, append(options, progressbar.OptionSetPredictTime(true))...)
	}
	return progressbar.NewOptions(steps, append(options, progressbar.OptionShowIts(), progressbar.OptionSpinnerType(14))...)
}

// clear makes room for a line of text; the bar comes back with the next step.
func (b *progress) clear() {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}

func (b *progress) done() {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.bar != nil {
		_ = b.bar.Finish()
	}
}
