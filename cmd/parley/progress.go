package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long work may last before its progress is shown.
const patience = time.Second

// progress shows on the standard error of a terminal how far long work has
// come. The nil progress shows nothing.
type progress struct {
	bar   *progressbar.ProgressBar
	p     *program
	began time.Time
}

// progress begins to watch work. Where pages go to the terminal as they come,
// they are progress enough.
func (p *program) progress(pages bool) *progress {
	if !isTerminal(p.err) || pages && isTerminal(p.out) {
		return nil
	}
	return &progress{p: p, began: time.Now()}
}

// at tells that work on the n-th of so many files begins.
func (b *progress) at(n, of int) {
	if b == nil || time.Since(b.began) < patience {
		return
	}
	if b.bar == nil {
		b.bar = progressbar.NewOptions(of,
			progressbar.OptionSetWriter(b.p.err), progressbar.OptionSetDescription("reading"), progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
	}
	// Set fails only where n is beyond the end, which it never is.
	_ = b.bar.Set(n - 1)
}

// clear makes room for a line of text; the bar comes back with the next file.
func (b *progress) clear() {
	if b != nil && b.bar != nil {
		_ = b.bar.Clear()
	}
}

func (b *progress) done() {
	if b != nil && b.bar != nil {
		_ = b.bar.Finish()
	}
}
