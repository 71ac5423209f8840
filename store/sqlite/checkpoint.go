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
	// longLog is how many pages the log holds before it is made to begin anew, for which the
	// writer waits: so seldom that hardly one addition in a hundred is held up by it.
	longLog = 48000
	// pagesALog is how many pages it may hold before a commit moves them itself:
	// the bound where readers that take long keep it from beginning anew.
	pagesALog = "64000"
)

// moveLog moves what was committed from the log into the file, as far as no reader is
// in its way (SQLite's checkpoint).
const moveLog = "PRAGMA wal_checkpoint(PASSIVE)"

// checkpointer moves the log on a connection of its own, so that no writer waits for it.
// The log begins anew by itself if all of it has been moved before the next commit. Where
// commits follow one another too fast for that it grows long, and the writer moves the last
// of it, which is little.
type checkpointer struct {
	wake    chan struct{}
	done    chan struct{}
	long    atomic.Bool // the log, of which nearly all has been moved
	commits int         // since it was last woken; the writer's turn guards it
}

func startCheckpoints(base *sql.DB) *checkpointer {
	c := &checkpointer{wake: make(chan struct{}, 1), done: make(chan struct{})}
	go func() {
		defer close(c.done)
		for range c.wake {
			c.move(base)
		}
	}()
	return c
}

// move moves the log in turns, each of which moves what was committed during the one before.
// One that fails, or finds a reader in its way, is made up for by the next.
func (c *checkpointer) move(base *sql.DB) {
	var busy, pages, moved int
	for range 4 {
		_ = base.QueryRowContext(context.Background(), moveLog).Scan(&busy, &pages, &moved)
	}
	c.long.Store(pages > longLog)
}

// committed counts a commit by a writer.
func (c *checkpointer) committed(by *writer) {
	if c.long.CompareAndSwap(true, false) {
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
