package sqlite

import (
	"context"
	"database/sql"
)

const (
	// commitsALog is how many commits the log gathers before they are moved into
	// the file beside further work.
	commitsALog = 16
	// pagesALog is how many pages it may hold before a commit moves them itself:
	// the bound where writing goes on faster than moving.
	pagesALog = "16000"
)

// checkpointer moves what was committed from the log into the file (SQLite's
// checkpoint) on a connection of its own, so that no writer waits for it.
type checkpointer struct {
	wake    chan struct{}
	done    chan struct{}
	commits int // since it was last woken; the writer's turn guards it
}

func startCheckpoints(base *sql.DB) *checkpointer {
	c := &checkpointer{wake: make(chan struct{}, 1), done: make(chan struct{})}
	go func() {
		defer close(c.done)
		for range c.wake {
			// One that fails, or finds a reader in its way, is made up for by the
			// next.
			_, _ = base.ExecContext(context.Background(), "PRAGMA wal_checkpoint(PASSIVE)")
		}
	}()
	return c
}

// committed counts a commit.
func (c *checkpointer) committed() {
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
