package archive

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store/sqlite"
)

// Restore puts a backup back into a folder that holds no record, after holding
// every file against its hash, and the record against its own. Where anything
// is amiss, the folder stays as it was.
func Restore(ctx context.Context, file, folder string) (m Manifest, err error) {
	if _, err := os.Stat(filepath.Join(folder, sqlite.FileName)); err == nil {
		return m, &parley.Error{Kind: parley.Invalid, Subject: folder, Problem: "there is a record in it already", Mend: "restore into another folder with --data; a backup replaces nothing"}
	}
	work, err := os.MkdirTemp(standing(folder), ".parley-restore-")
	if err != nil {
		return m, &parley.Error{Kind: parley.ReadOnly, Subject: folder, Problem: "it cannot be written", Mend: "choose another folder with --data", Err: err}
	}
	defer os.RemoveAll(work)
	if m, _, err = unpackVerified(ctx, file, work); err != nil {
		return m, err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return m, &parley.Error{Kind: parley.ReadOnly, Subject: folder, Problem: "it cannot be made", Mend: "choose another folder with --data", Err: err}
	}
	return m, move(m, work, folder)
}

// standing is a folder, or the nearest above it that is there: on the same disk, so
// that what is unpacked in it can be moved.
func standing(folder string) string {
	for {
		above := filepath.Dir(folder)
		if _, err := os.Stat(folder); err == nil || above == folder {
			return folder
		}
		folder = above
	}
}

// move brings the unpacked files to their places, the record last: a folder is
// restored when it has one. What stands there already is left alone.
func move(m Manifest, work, folder string) error {
	files := slices.Clone(m.Files)
	slices.SortStableFunc(files, func(a, b File) int { return rank(a) - rank(b) })
	for _, f := range files {
		to := filepath.Join(folder, filepath.FromSlash(f.Name))
		if _, err := os.Stat(to); err == nil {
			return &parley.Error{Kind: parley.Invalid, Subject: to, Problem: "there is a file of this name already", Mend: "move it away, or restore into another folder with --data"}
		}
	}
	for _, f := range files {
		to := filepath.Join(folder, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.Rename(filepath.Join(work, filepath.FromSlash(f.Name)), to); err != nil {
			return err
		}
	}
	return nil
}

func rank(f File) int {
	if f.Name == sqlite.FileName {
		return 1
	}
	return 0
}

// Check holds a backup against its hashes, and the record in it against its
// own.
func Check(ctx context.Context, file string) (m Manifest, v Verified, err error) {
	work, err := os.MkdirTemp("", "parley-check-")
	if err != nil {
		return m, v, err
	}
	defer os.RemoveAll(work)
	return unpackVerified(ctx, file, work)
}

// unpackVerified unpacks a backup and checks all of it.
func unpackVerified(ctx context.Context, file, into string) (m Manifest, v Verified, err error) {
	if m, err = unpack(file, into); err != nil {
		return m, v, err
	}
	kept, err := sqlite.Open(ctx, into)
	if err != nil {
		return m, v, fmt.Errorf("%s: %w", file, err)
	}
	defer kept.Close()
	if err := kept.Check(ctx); err != nil {
		return m, v, fmt.Errorf("%s: %w", file, err)
	}
	if v, err = Verify(ctx, kept); err != nil {
		return m, v, fmt.Errorf("%s: %w", file, err)
	}
	return m, v, nil
}

// unpack writes the files of a backup below a folder, each held against the
// manifest.
func unpack(file, into string) (m Manifest, err error) {
	z, err := zip.OpenReader(file)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		return m, parley.Unopened(file, err)
	case err != nil:
		return m, &parley.Error{Kind: parley.Invalid, Subject: file, Problem: "it is no backup, or not whole", Mend: "give a file that 'parley backup' wrote", Err: err}
	}
	defer z.Close()
	if m, err = manifestOf(file, &z.Reader); err != nil {
		return m, err
	}
	for _, f := range m.Files {
		if !filepath.IsLocal(filepath.FromSlash(f.Name)) {
			return m, amiss(file, f.Name, "its place lies outside the data folder", nil)
		}
		if err := unpackFile(file, &z.Reader, f, filepath.Join(into, filepath.FromSlash(f.Name))); err != nil {
			return m, err
		}
	}
	return m, nil
}

func manifestOf(file string, z *zip.Reader) (m Manifest, err error) {
	in, err := z.Open(manifestName)
	if err != nil {
		return m, amiss(file, manifestName, "it is missing", nil)
	}
	defer in.Close()
	if err := json.NewDecoder(in).Decode(&m); err != nil {
		return m, amiss(file, manifestName, "it cannot be read", err)
	}
	switch {
	case m.Format > format:
		return m, &parley.Error{Kind: parley.Newer, Subject: file, Problem: fmt.Sprintf("a later version of Parley wrote it (format %d; this one knows %d)", m.Format, format), Mend: "use that version of Parley"}
	case !slices.ContainsFunc(m.Files, func(f File) bool { return f.Name == sqlite.FileName }):
		return m, amiss(file, sqlite.FileName, "the backup holds no record", nil)
	}
	return m, nil
}

func unpackFile(file string, z *zip.Reader, f File, to string) error {
	in, err := z.Open(f.Name)
	if err != nil {
		return amiss(file, f.Name, "it is missing", nil)
	}
	defer in.Close()
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	h := sha256.New()
	_, err = io.Copy(io.MultiWriter(out, h), io.LimitReader(in, f.Size+1))
	if err := errors.Join(err, out.Sync(), out.Close()); err != nil {
		return amiss(file, f.Name, "it cannot be unpacked", err)
	}
	if hex.EncodeToString(h.Sum(nil)) != f.SHA256 {
		return amiss(file, f.Name, "it is not what was backed up: its hash is another", nil)
	}
	return nil
}

func amiss(file, place, problem string, err error) error {
	return &parley.Error{Kind: parley.Invalid, Subject: file, Place: place, Problem: problem, Mend: "use another backup", Err: err}
}
