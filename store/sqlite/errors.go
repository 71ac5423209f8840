package sqlite

import (
	"context"
	"errors"
	"io/fs"

	"github.com/parleyrecord/parley"
	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// failed wraps an error of SQLite with the file it concerns and the mend, where
// there is one; nil stays nil, an error that already says so stays as it is.
func failed(file, doing string, err error) error {
	var known *parley.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	e := &parley.Error{Kind: parley.Unavailable, Subject: file, Place: doing, Err: err}
	var sqliteError *driver.Error
	if errors.As(err, &sqliteError) {
		describe(e, sqliteError.Code()&0xff)
	}
	if errors.Is(err, fs.ErrPermission) {
		describe(e, lib.SQLITE_READONLY)
	}
	return e
}

// describe fills in what SQLite's primary result code means to a user.
func describe(e *parley.Error, code int) {
	switch code {
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		e.Kind, e.Problem = parley.ReadOnly, "it cannot be written"
		e.Mend = "make the data folder writable, or choose another with --data"
	case lib.SQLITE_NOTADB:
		*e = *notARecord(e.Subject, e.Err)
	case lib.SQLITE_CORRUPT:
		e.Kind, e.Problem = parley.Invalid, "the record is damaged"
		e.Mend = "put back a copy of the data folder, or add the articles again into a new one"
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		e.Problem = "another process is writing to the record"
		e.Mend = "try again when it has ended"
	case lib.SQLITE_FULL:
		e.Problem, e.Mend = "the disk is full", "make room, then try again; nothing that was kept is lost"
	case lib.SQLITE_CANTOPEN:
		e.Problem, e.Mend = "it cannot be opened", "see that the data folder may be read and written"
	}
}

func notARecord(file string, cause error) *parley.Error {
	return &parley.Error{Kind: parley.Invalid, Subject: file, Problem: "it is not a record of Parley", Mend: "choose another data folder with --data", Err: cause}
}

// mends are what would be found in place of what is not.
var mends = map[string]string{
	"entry":    "give an id that a list prints, or its first eight characters or more",
	"document": "name one that 'parley documents' lists",
}

func notFound(what, id string) error {
	return &parley.Error{Kind: parley.NotFound, Subject: id, Problem: "the record holds no such " + what, Mend: mends[what]}
}

func noRecord(dir string) *parley.Error {
	return &parley.Error{Kind: parley.NotFound, Subject: dir, Problem: "there is no record in it", Mend: "add articles to it first: parley add FILE…"}
}
