package sqlite

import (
	"context"
	"database/sql"
	"sync/atomic"
)

const (
	// commitsALog is how many commits the log gathers before they are moved into
	// the file beside further work.
	commitsALog = 16
	// pagesALog is how many pages it may hold before a commit moves them itself:
	// the bound where readers that take long keep it from beginning anew.
	pagesALog = "32000"
)

// moveLog moves what was committed from the log into the file, as far as no reader is
// in its way (SQLite's checkpoint).
const moveLog = "PRAGMA wal_checkpoint(PASSIVE)"

// checkpointer moves the log on a connection of its own, so that no writer waits for it.
// What is committed meanwhile is left, and the log begins anew only once all of it has
// been moved: the writer does that, who has little to move then.
type checkpointer struct {
	wake    chan struct{}
	done    chan struct{}
	moved   atomic.Bool // nearly all of the log
	commits int         // since it was last woken; the writer's turn guards it
}

func startCheckpoints(base *sql.DB) *checkpointer {
	c := &checkpointer{wake: make(chan struct{}, 1), done: make(chan struct{})}
	go func() {
		defer close(c.done)
		for range c.wake {
			// One that fails, or finds a reader in its way, is made up for by the
			// next. Each moves what was committed during the one before.
			for range 4 {
				_, _ = base.ExecContext(context.Background(), moveLog)
			}
			c.moved.Store(true)
		}
	}()
	return c
}

// committed counts a commit by a writer.
func (c *checkpointer) committed(by *writer) {
	if c.moved.CompareAndSwap(true, false) {
		_, _ = by.exec(context.Background(), moveLog)
	}
	if c.commits++; c.commits < commitsALog {
		return
	}
	select {
	case c.wake <- struct{}{}:
		c.commits = 0
	default: // it is at work
	}
}

// stop waits until it has ended.
func (c *checkpointer) stop() {
	close(c.wake)
	<-c.done
}
