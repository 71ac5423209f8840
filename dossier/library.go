package dossier

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

//go:embed data/*.toml
var embedded embed.FS

// Ending is that of dossier files.
const Ending = ".toml"

// Ready are the dossiers that Parley brings.
func Ready(words *lexicon.Lexicon) ([]Dossier, error) {
	folder, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, fmt.Errorf("open the dossiers brought along: %w", err)
	}
	return readFolder(folder, "", words)
}

// Load gives the dossiers that Parley brings and, over them, those of the
// user's folders in turn: a later one of the same id replaces an earlier. A
// folder that is not there holds none. The error joins those of all files.
func Load(words *lexicon.Lexicon, folders ...string) ([]Dossier, error) {
	all, err := Ready(words)
	if err != nil {
		return nil, err
	}
	var faults []error
	for _, folder := range folders {
		found, err := readFolder(os.DirFS(folder), folder, words)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			faults = append(faults, err)
		}
		for _, d := range found {
			d.Own = true
			all = put(all, d)
		}
	}
	return all, errors.Join(faults...)
}

func put(all []Dossier, d Dossier) []Dossier {
	for i := range all {
		if all[i].ID == d.ID {
			all[i] = d
			return all
		}
	}
	return append(all, d)
}

// LoadFile reads the dossier of one file.
func LoadFile(name string, words *lexicon.Lexicon) (Dossier, error) {
	data, err := readLimited(os.DirFS(filepath.Dir(name)), filepath.Base(name), name)
	if err != nil {
		return Dossier{}, err
	}
	d, err := Parse(name, data, words)
	d.Own = true
	return d, err
}

// readFolder reads the dossiers at the root of a folder, which is called name.
func readFolder(folder fs.FS, name string, words *lexicon.Lexicon) ([]Dossier, error) {
	files, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, fmt.Errorf("read the dossiers in %s: %w", name, err)
	}
	var found []Dossier
	var faults []error
	from := map[string]string{}
	for _, f := range files {
		if f.IsDir() || path.Ext(f.Name()) != Ending || strings.HasPrefix(f.Name(), ".") {
			continue
		}
		called := filepath.Join(name, f.Name())
		data, err := readLimited(folder, f.Name(), called)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		d, err := Parse(called, data, words)
		if first, twice := from[d.ID]; err == nil && twice {
			err = &parley.Error{Kind: parley.Invalid, Subject: called, Place: "id", Problem: fmt.Sprintf("%s has the id %q too", first, d.ID), Mend: "give each dossier an id of its own"}
		}
		if err != nil {
			faults = append(faults, err)
			continue
		}
		from[d.ID] = called
		found = append(found, d)
	}
	return found, errors.Join(faults...)
}

// largest is the size of a dossier file, in bytes, up to which it is read.
const largest = 1 << 20

func readLimited(folder fs.FS, file, called string) ([]byte, error) {
	info, err := fs.Stat(folder, file)
	if err != nil {
		return nil, parley.Unopened(called, err)
	}
	if info.Size() > largest {
		return nil, &parley.Error{Kind: parley.TooLarge, Subject: called, Problem: "the dossier is larger than 1 MB", Mend: "split it into several"}
	}
	data, err := fs.ReadFile(folder, file)
	if err != nil {
		return nil, parley.Unopened(called, err)
	}
	return data, nil
}
