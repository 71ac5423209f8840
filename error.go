package parley

import (
	"errors"
	"io/fs"
	"strings"
)

// ErrorKind sorts errors by what a caller can do about them.
type ErrorKind string

const (
	Invalid     ErrorKind = "invalid"     // the input breaks a rule that its owner can mend
	Empty       ErrorKind = "empty"       // there is nothing to read
	Binary      ErrorKind = "binary"      // the input is not text
	TooLarge    ErrorKind = "too large"   // the input is over a stated limit
	NotEnglish  ErrorKind = "not English" // the text is in a language that is not read
	NotFound    ErrorKind = "not found"   // no such file, document or entry
	ReadOnly    ErrorKind = "read-only"   // the place cannot be written
	Newer       ErrorKind = "newer"       // written by a later version of Parley
	Unavailable ErrorKind = "unavailable" // the file system or a server failed
	Partial     ErrorKind = "partial"     // read, but for one field: a note beside a document, not a failure
)

// Error names what went wrong, where, and how to mend it. It reads
// "subject: place: problem (mend)".
type Error struct {
	Kind    ErrorKind
	Subject string // the file, document or entry
	Place   string // where in it: "line 3", "published"; may be empty
	Problem string // what is wrong
	Mend    string // what would put it right; may be empty
	Err     error  // the cause; may be nil
}

func (e *Error) Error() string {
	var parts []string
	for _, p := range []string{e.Subject, e.Place, e.Problem} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if e.Err != nil {
		parts = append(parts, e.Err.Error())
	}
	text := strings.Join(parts, ": ")
	if e.Mend != "" {
		text += " (" + e.Mend + ")"
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }

// KindOf is the kind of the first Error in err's chain, or "".
func KindOf(err error) ErrorKind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

// Unopened says why the file or folder at a path could not be opened or read.
func Unopened(path string, err error) error {
	var cause *fs.PathError
	if errors.As(err, &cause) {
		err = cause.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Error{Kind: NotFound, Subject: path, Problem: "there is no such file or folder", Mend: "check the name"}
	case errors.Is(err, fs.ErrPermission):
		return &Error{Kind: Unavailable, Subject: path, Problem: "it may not be read", Mend: "give yourself permission to read it"}
	}
	return &Error{Kind: Unavailable, Subject: path, Problem: "it cannot be read", Err: err}
}
