package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"github.com/parleyrecord/parley"
)

// Snapshot writes the record, as it is between two updates, into a file that
// must not exist yet. Others may go on reading and writing meanwhile.
func (s *Store) Snapshot(ctx context.Context, file string) error {
	base, err := sql.Open("sqlite", address(s.file, "mode", "ro"))
	if err != nil {
		return failed(s.file, "open", err)
	}
	_, err = base.ExecContext(ctx, "VACUUM INTO ?", file)
	return failed(s.file, "copy to "+file, errors.Join(err, base.Close()))
}

// Check asks SQLite whether the file is whole. The error names the first thing
// that is not.
func (s *Store) Check(ctx context.Context) error {
	var found string
	if err := s.pool.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&found); err != nil {
		return failed(s.file, "check", err)
	}
	if found != "ok" {
		return &parley.Error{Kind: parley.Invalid, Subject: s.file, Problem: "the record is damaged: " + found, Mend: "restore a backup: parley restore BACKUP --data FOLDER"}
	}
	return nil
}
