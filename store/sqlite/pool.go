package sqlite

import (
	"context"
	"database/sql"
	"sync"
)

// readPool reads over several connections. It prepares a statement once for each
// of them: the texts of questions are long and few, what they ask for is in their
// arguments.
type readPool struct {
	*sql.DB
	turn     sync.Mutex
	prepared map[string]*sql.Stmt
}

// readers is how many connections read at once. A sequence that is being
// ranged over holds one.
const readers = 8

// mostPrepared bounds the statements that are kept; any more are prepared each
// time.
const mostPrepared = 200

func newReadPool(db *sql.DB) *readPool {
	db.SetMaxOpenConns(readers)
	db.SetMaxIdleConns(readers) // one that is opened anew has nothing in its cache
	return &readPool{DB: db, prepared: map[string]*sql.Stmt{}}
}

// statement is a question prepared; nil where there are too many.
func (p *readPool) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	p.turn.Lock()
	defer p.turn.Unlock()
	if s, ok := p.prepared[query]; ok || len(p.prepared) >= mostPrepared {
		return s, nil
	}
	s, err := p.PrepareContext(ctx, query)
	if err == nil {
		p.prepared[query] = s
	}
	return s, err
}

// QueryContext implements querier.
func (p *readPool) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := p.statement(ctx, query)
	switch {
	case err != nil:
		return nil, err
	case s == nil:
		return p.DB.QueryContext(ctx, query, args...)
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext implements querier.
func (p *readPool) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := p.statement(ctx, query)
	if err != nil || s == nil {
		return p.DB.QueryRowContext(ctx, query, args...) // which reports the same error
	}
	return s.QueryRowContext(ctx, args...)
}
