package sqlite

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"github.com/parleyrecord/parley"
)

// lockWait is how long a connection waits for another process to let go of the
// record, in milliseconds.
const lockWait = "10000"

// checkHeader sees that a file which exists is SQLite's before SQLite opens it.
func checkHeader(file string) error {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return failed(file, "open", err)
	}
	defer f.Close()
	const magic = "SQLite format 3\x00"
	head := make([]byte, len(magic))
	n, err := f.Read(head)
	if n == 0 {
		return nil
	}
	if err != nil || string(head[:n]) != magic {
		return notARecord(file, nil)
	}
	return nil
}

// readAddress is the address for reading connections. A record in a folder
// that cannot be written is read as it lies, without the log's side files.
func readAddress(file string) string {
	options := []string{"_pragma", "query_only(1)", "_pragma", "cache_size(-8192)"}
	if !writable(filepath.Dir(file)) {
		options = append(options, "mode", "ro", "immutable", "1")
	}
	return address(file, options...)
}

// writable tries to make a file in the folder: permissions alone do not tell
// on a file system mounted read-only.
func writable(dir string) bool {
	f, err := os.CreateTemp(dir, ".parley-*")
	if err != nil {
		return false
	}
	f.Close()
	return os.Remove(f.Name()) == nil
}

func unwritable(dir string, err error) error {
	e := &parley.Error{Kind: parley.Unavailable, Subject: dir, Problem: "the data folder cannot be written", Mend: "make it writable, or choose another with --data", Err: err}
	if errors.Is(err, fs.ErrPermission) {
		e.Kind, e.Err = parley.ReadOnly, nil
	}
	return e
}

func address(file string, options ...string) string {
	values := url.Values{"_pragma": {"busy_timeout(" + lockWait + ")"}}
	for i := 0; i < len(options); i += 2 {
		values.Add(options[i], options[i+1])
	}
	path, err := filepath.Abs(file)
	if err != nil {
		path = file
	}
	return (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: values.Encode()}).String()
}
