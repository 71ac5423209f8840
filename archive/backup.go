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
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store/sqlite"
)

// DossierFolder is where a user's dossiers lie inside a data folder.
const DossierFolder = "dossiers"

const manifestName = "manifest.json"

// Manifest says what a backup holds.
type Manifest struct {
	Format int       `json:"format"`
	Made   time.Time `json:"made"`
	Files  []File    `json:"files"`
}

// File is one file of a backup.
type File struct {
	Name   string `json:"name"` // below the data folder, with slashes
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// Backup writes a backup of a data folder into a file, which must not exist yet.
// The record may be read and written meanwhile.
func Backup(ctx context.Context, folder, file string, now time.Time) (m Manifest, err error) {
	if _, err := os.Stat(file); err == nil {
		return m, &parley.Error{Kind: parley.Invalid, Subject: file, Problem: "there is a file of this name already", Mend: "give another name; a backup replaces nothing"}
	}
	if _, err := os.Stat(filepath.Dir(file)); err != nil {
		return m, &parley.Error{Kind: parley.NotFound, Subject: filepath.Dir(file), Problem: "there is no such folder", Mend: "make it first"}
	}
	kept, err := sqlite.Open(ctx, folder)
	if err != nil {
		return m, err
	}
	defer kept.Close()
	work, err := os.MkdirTemp(filepath.Dir(file), ".parley-backup-")
	if err != nil {
		return m, &parley.Error{Kind: parley.ReadOnly, Subject: file, Problem: "it cannot be written", Mend: "choose a folder that can", Err: err}
	}
	defer os.RemoveAll(work)
	snapshot := filepath.Join(work, sqlite.FileName)
	if err := kept.Snapshot(ctx, snapshot); err != nil {
		return m, err
	}
	sources := map[string]string{sqlite.FileName: snapshot}
	if err := dossiersOf(folder, sources); err != nil {
		return m, err
	}
	m = Manifest{Format: format, Made: now.UTC()}
	packed := filepath.Join(work, "backup")
	if err := pack(packed, sources, &m); err != nil {
		return m, err
	}
	return m, os.Rename(packed, file)
}

// dossiersOf adds the user's dossiers to the files of a backup.
func dossiersOf(folder string, sources map[string]string) error {
	files, err := os.ReadDir(filepath.Join(folder, DossierFolder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, f := range files {
		if f.Type().IsRegular() && !strings.HasPrefix(f.Name(), ".") {
			sources[path.Join(DossierFolder, f.Name())] = filepath.Join(folder, DossierFolder, f.Name())
		}
	}
	return err
}

// pack writes files into a zip file, the manifest last, when their hashes are
// known.
func pack(file string, sources map[string]string, m *Manifest) error {
	out, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	z := zip.NewWriter(out)
	var names []string
	for name := range sources {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		packed, err := packFile(z, name, sources[name], m.Made)
		if err != nil {
			return fmt.Errorf("back up %s: %w", name, err)
		}
		m.Files = append(m.Files, packed)
	}
	w, err := z.CreateHeader(&zip.FileHeader{Name: manifestName, Method: zip.Deflate, Modified: m.Made})
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return errors.Join(encoder.Encode(m), z.Close(), out.Sync())
}

func packFile(z *zip.Writer, name, source string, made time.Time) (File, error) {
	in, err := os.Open(source)
	if err != nil {
		return File{}, err
	}
	defer in.Close()
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made})
	if err != nil {
		return File{}, err
	}
	h := sha256.New()
	size, err := io.Copy(io.MultiWriter(w, h), in)
	return File{Name: name, Size: size, SHA256: hex.EncodeToString(h.Sum(nil))}, err
}
