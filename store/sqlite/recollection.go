package sqlite

import (
	"context"
	"database/sql"
)

// recollection remembers the newest mentions of a record, beside what a process does before
// its first transaction: of the mentions that one lacks which remembers nothing, three in
// four are among the newest.
type recollection struct {
	stop context.CancelFunc
	came chan remembered // once, unless something kept it from being whole; then it is closed
}

// recollect begins over the reading connections, so that nobody waits for it.
func (s *Store) recollect() *recollection {
	ctx, stop := context.WithCancel(context.Background())
	r := &recollection{stop, make(chan remembered, 1)}
	go func() {
		defer close(r.came)
		if known, err := s.newest(ctx); err == nil {
			r.came <- known
		}
	}()
	return r
}

// newest are the newest mentions, as many as are remembered as fresh ones, and the stamp of
// the record that has them.
func (s *Store) newest(ctx context.Context) (known remembered, err error) {
	known = newRemembered()
	tx, err := s.pool.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return known, err
	}
	defer tx.Rollback()
	q := queries{db: tx, file: s.file, known: &known}
	if known.stamp, err = q.Stamp(ctx); err != nil {
		return known, err
	}
	const query = mentionQuery + " WHERE m.n IN (SELECT n FROM mentions ORDER BY n DESC LIMIT ?)"
	for _, err := range rows(ctx, q, "list mentions", query, []any{rememberedMentions}, q.scanMention) {
		if err != nil {
			return known, err
		}
	}
	return known, nil
}

// into gives what has been remembered by now to the first transaction, which does not wait
// for the rest.
func (r *recollection) into(known *remembered) {
	select {
	case newest, whole := <-r.came:
		if whole {
			*known = newest
		}
	default:
	}
	r.stop()
}

// end stops it and waits until it has ended.
func (r *recollection) end() {
	r.stop()
	for range r.came {
	}
}
