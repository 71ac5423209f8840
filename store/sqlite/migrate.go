package sqlite

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/parleyrecord/parley"
)

// applicationID marks the file as a record: "Prly" in ASCII.
const applicationID = 0x50726c79

// migrations hold the statements that bring a record from each version to the
// next, in the order of their names. One that has been released never changes.
//
//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the record up to this version, or says why it cannot.
func migrate(ctx context.Context, w *writer, file string) error {
	files, err := migrations.ReadDir("migrations")
	if err != nil {
		return err
	}
	version, err := recordVersion(ctx, w, file, len(files))
	if err != nil || version == len(files) {
		return err
	}
	if err := w.begin(ctx); err != nil {
		return failed(file, "begin", err)
	}
	// Another process may have migrated while this one waited for the lock.
	if version, err = recordVersion(ctx, w, file, len(files)); err != nil {
		return errors.Join(err, w.rollback(ctx))
	}
	for _, f := range files[version:] {
		statements, err := migrations.ReadFile("migrations/" + f.Name())
		if err == nil {
			_, err = w.conn.ExecContext(ctx, string(statements))
		}
		if err != nil {
			return errors.Join(failed(file, "migrate with "+f.Name(), err), w.rollback(ctx))
		}
	}
	header := fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d", applicationID, len(files))
	if _, err := w.conn.ExecContext(ctx, header); err != nil {
		return errors.Join(failed(file, "migrate", err), w.rollback(ctx))
	}
	return failed(file, "migrate", w.commit(ctx))
}

// recordVersion is the number of migrations that the file has been through; an
// error where it is no record, or one of a later version than known.
func recordVersion(ctx context.Context, db querier, file string, known int) (int, error) {
	var version, application, tables int
	for query, value := range map[string]*int{
		"PRAGMA user_version":                &version,
		"PRAGMA application_id":              &application,
		"SELECT count(*) FROM sqlite_schema": &tables,
	} {
		if err := db.QueryRowContext(ctx, query).Scan(value); err != nil {
			return 0, failed(file, "read the header", err)
		}
	}
	switch {
	case application == applicationID && version > known:
		return 0, &parley.Error{Kind: parley.Newer, Subject: file,
			Problem: fmt.Sprintf("it was written by a later version of Parley (record version %d; this one knows up to %d)", version, known),
			Mend:    "use that version of Parley, or another data folder"}
	case version < 0:
		return 0, notARecord(file, nil)
	case application == applicationID, tables == 0 && application == 0 && version == 0:
		return version, nil
	}
	return 0, notARecord(file, nil)
}

// checkVersion wants a record of just this version: one opened for reading
// cannot be migrated.
func checkVersion(ctx context.Context, db querier, file string) error {
	files, err := migrations.ReadDir("migrations")
	if err != nil {
		return err
	}
	version, err := recordVersion(ctx, db, file, len(files))
	if err == nil && version == 0 { // its making was interrupted
		return noRecord(filepath.Dir(file))
	}
	if err == nil && version < len(files) {
		return &parley.Error{Kind: parley.Invalid, Subject: file, Problem: "it was written by an earlier version of Parley", Mend: "bring it up to date by adding to it: parley add FILE…"}
	}
	return err
}
