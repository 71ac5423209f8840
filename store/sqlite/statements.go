package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// querier is what questions are put to: the reading pool, or the writing
// connection inside a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// writer is the one connection that writes. It prepares each statement once;
// statements whose text is put together for one question are few.
type writer struct {
	conn     *sql.Conn
	prepared map[string]*sql.Stmt
}

func (w *writer) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := w.prepared[query]; ok {
		return s, nil
	}
	s, err := w.conn.PrepareContext(ctx, query)
	if err == nil {
		w.prepared[query] = s
	}
	return s, err
}

func (w *writer) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := w.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

func (w *writer) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := w.statement(ctx, query)
	if err != nil {
		return w.conn.QueryRowContext(ctx, query, args...) // to report the same error
	}
	return s.QueryRowContext(ctx, args...)
}

func (w *writer) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := w.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// begin takes the write lock at once, so that no transaction fails half-way
// because another process got it first.
func (w *writer) begin(ctx context.Context) error {
	_, err := w.exec(ctx, "BEGIN IMMEDIATE")
	return err
}

// commit ends the transaction; rollback undoes it, also where ctx has ended.
func (w *writer) commit(ctx context.Context) error {
	_, err := w.exec(context.WithoutCancel(ctx), "COMMIT")
	return err
}

func (w *writer) rollback(ctx context.Context) error {
	_, err := w.exec(context.WithoutCancel(ctx), "ROLLBACK")
	return err
}

func (w *writer) close() error {
	var err error
	for _, s := range w.prepared {
		err = errors.Join(err, s.Close())
	}
	return errors.Join(err, w.conn.Close())
}
