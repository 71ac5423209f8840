package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/parleyrecord/parley/store"
)

// renewal tells on standard error that the record is folded anew, and on a terminal
// how far that has come. What is done within its patience it does not speak of.
func (p *program) renewal() store.Progress {
	var began time.Time
	var bar *progressbar.ProgressBar
	told := false
	return func(done, of int) {
		if done == 0 {
			began, bar, told = time.Now(), nil, false
		}
		if !told && time.Since(began) > patience {
			told = true
			fmt.Fprintln(p.err, "parley: the record is folded anew, as this version does it; of a large one this takes minutes")
			if isTerminal(p.err) {
				bar = newBar(p.err, "folding anew", of)
			}
		}
		if bar != nil {
			_ = bar.Set(done) // the last step ends it
		}
	}
}
