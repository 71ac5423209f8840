package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// FileName is the record's file inside its data folder.
const FileName = "record.db"

// Store is a record in a data folder.
type Store struct {
	// Folding is told how far a folding of the record anew has come, which any
	// addition or correction may begin. A caller may set it.
	Folding store.Progress

	queries
	pool  *readPool
	turn  sync.Mutex
	write *writer       // nil where opened for reading; turn is held to use it
	base  *sql.DB       // of write
	known remembered    // by write; turn is held to use it
	first *recollection // for the first use of write; nil from then on
	tidy  *checkpointer
}

var _ store.Store = (*Store)(nil)

// Create opens the record in a data folder for reading and writing, making
// folder and record where they are missing.
func Create(ctx context.Context, dir string) (*Store, error) {
	file := filepath.Join(dir, FileName)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, unwritable(dir, err)
	}
	if err := checkHeader(file); err != nil {
		return nil, err
	}
	if !writable(dir) {
		return nil, unwritable(dir, fs.ErrPermission)
	}
	base, err := sql.Open("sqlite", address(file, "_pragma", "synchronous(NORMAL)", "_pragma", "cache_size(-131072)", "_pragma", "wal_autocheckpoint("+pagesALog+")"))
	if err != nil {
		return nil, failed(file, "open", err)
	}
	w, err := newWriter(ctx, base, file)
	if err != nil {
		return nil, errors.Join(err, base.Close())
	}
	s, err := open(file)
	if err != nil {
		return nil, errors.Join(err, w.close(), base.Close())
	}
	s.write, s.base, s.tidy, s.first = w, base, startCheckpoints(base), s.recollect()
	s.Folding = func(int, int) {}
	return s, nil
}

func newWriter(ctx context.Context, base *sql.DB, file string) (*writer, error) {
	conn, err := base.Conn(ctx)
	if err != nil {
		return nil, failed(file, "open", err)
	}
	w := &writer{conn: conn, prepared: map[string]*sql.Stmt{}}
	if err := migrate(ctx, w, file); err != nil {
		w.close()
		return nil, err
	}
	if _, err := conn.ExecContext(ctx, "PRAGMA journal_mode=WAL"); err != nil {
		w.close()
		return nil, failed(file, "open", err)
	}
	return w, nil
}

// Open opens the record in a data folder for reading. Its Update fails with
// ReadOnly. A folder without a record is NotFound.
func Open(ctx context.Context, dir string) (*Store, error) {
	file := filepath.Join(dir, FileName)
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, noRecord(dir)
	}
	if err := checkHeader(file); err != nil {
		return nil, err
	}
	s, err := open(file)
	if err != nil {
		return nil, err
	}
	if err := checkVersion(ctx, s.pool.DB, file); err != nil {
		return nil, errors.Join(err, s.pool.Close())
	}
	return s, nil
}

func open(file string) (*Store, error) {
	db, err := sql.Open("sqlite", readAddress(file))
	if err != nil {
		return nil, failed(file, "open", err)
	}
	pool := newReadPool(db)
	return &Store{queries: queries{db: pool, file: file}, pool: pool}, nil
}

// Close closes every connection.
func (s *Store) Close() error {
	s.turn.Lock()
	defer s.turn.Unlock()
	if s.first != nil {
		s.first.end()
	}
	err := s.pool.Close()
	if s.write != nil {
		s.tidy.stop()
		err = errors.Join(err, s.write.close(), s.base.Close())
	}
	return failed(s.file, "close", err)
}

// Update implements store.Store.
func (s *Store) Update(ctx context.Context, change func(store.Tx) error) (err error) {
	if s.write == nil {
		return &parley.Error{Kind: parley.ReadOnly, Subject: s.file, Problem: "it was opened for reading only", Mend: "make the data folder writable, or choose another with --data"}
	}
	s.turn.Lock()
	defer s.turn.Unlock()
	if err := s.write.begin(ctx); err != nil {
		return failed(s.file, "begin", err)
	}
	committed := false
	defer func() {
		if !committed {
			s.known.forgetAll()
			err = errors.Join(err, failed(s.file, "undo", s.write.rollback(ctx)))
		}
	}()
	t := &tx{queries: queries{db: s.write, file: s.file, known: &s.known}, db: s.write, folding: s.Folding}
	stamp, err := t.Stamp(ctx)
	if err != nil {
		return err
	}
	if s.first != nil {
		s.first.into(&s.known)
		s.first = nil
	}
	s.known.begin(stamp)
	if err := change(t); err != nil {
		return err
	}
	if _, err := s.write.exec(ctx, "UPDATE stamp SET n = n + 1"); err != nil {
		return failed(s.file, "stamp", err)
	}
	if s.known.stamp, err = t.Stamp(ctx); err != nil {
		return err
	}
	if err := s.write.commit(ctx); err != nil {
		return failed(s.file, "commit", err)
	}
	committed = true
	s.tidy.committed(s.write)
	return nil
}
