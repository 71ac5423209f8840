package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/archive"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
	"github.com/parleyrecord/parley/view"
)

// dataFolder is where the record lives.
func (p *program) dataFolder() (string, error) {
	if p.data != "" {
		return p.data, nil
	}
	if folder := os.Getenv("PARLEY_DATA"); folder != "" {
		return folder, nil
	}
	folder, err := userDataFolder()
	if err != nil {
		return "", &parley.Error{Kind: parley.NotFound, Subject: "data folder", Problem: "this user has none", Mend: "name one with --data", Err: err}
	}
	return filepath.Join(folder, "parley"), nil
}

// userDataFolder is where the programs of a user keep their data: as the XDG
// base directory specification says or, on macOS and Windows, where settings
// live too.
func userDataFolder() (string, error) {
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		return os.UserConfigDir()
	}
	if folder := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return folder, nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}

// words is the lexicon, with the user's own files and the issues of the user's own
// dossiers over it. It is loaded once.
func (p *program) words() (*lexicon.Lexicon, error) {
	if p.loaded != nil {
		return p.loaded, nil
	}
	words, err := p.lexiconWith("")
	if err != nil {
		return nil, err
	}
	if issues := p.ownIssues(words); issues != "" {
		if words, err = p.lexiconWith(issues); err != nil {
			return nil, err
		}
	}
	p.loaded = words
	return words, nil
}

// lexiconWith is the lexicon with the user's own files and a table of issues over it.
func (p *program) lexiconWith(issues string) (*lexicon.Lexicon, error) {
	if p.lexicon == "" {
		if issues == "" {
			return lexicon.Default(), nil
		}
		return lexicon.LoadWithIssues(issues)
	}
	if _, err := os.ReadDir(p.lexicon); err != nil {
		return nil, &parley.Error{Kind: parley.NotFound, Subject: p.lexicon, Problem: "the lexicon cannot be read", Mend: "name a folder with lexicon files", Err: err}
	}
	return lexicon.LoadWithIssues(issues, os.DirFS(p.lexicon))
}

// reader reads documents with the user's words.
func (p *program) reader() (*reader.Reader, error) {
	words, err := p.words()
	if err != nil {
		return nil, err
	}
	engine, err := english.New()
	if err != nil {
		return nil, fmt.Errorf("load the English engine: %w", err)
	}
	return reader.New(engine, words), nil
}

// paper is what the pages of this run are printed on.
func (p *program) paper() (export.Paper, error) {
	words, err := p.words()
	if err != nil {
		return export.Paper{}, err
	}
	return paperFor(p.out, words.PartyName), nil
}

// openToRead opens the record for reading.
func (p *program) openToRead(ctx context.Context) (*sqlite.Store, error) {
	folder, err := p.dataFolder()
	if err != nil {
		return nil, err
	}
	return sqlite.Open(ctx, folder)
}

// readIfAny lets do read the record or, where there is none, do with nil.
func (p *program) readIfAny(ctx context.Context, do func(store.Store) error) error {
	kept, err := p.openToRead(ctx)
	if parley.KindOf(err) == parley.NotFound {
		return do(nil)
	}
	if err != nil {
		return err
	}
	defer kept.Close()
	return do(kept)
}

// openToWrite opens the record for reading and writing; it makes none.
func (p *program) openToWrite(ctx context.Context) (*sqlite.Store, error) {
	folder, err := p.dataFolder()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(folder, sqlite.FileName)); errors.Is(err, fs.ErrNotExist) {
		return sqlite.Open(ctx, folder) // to say that there is none
	}
	return p.openOrMake(ctx)
}

// openOrMake opens the record for reading and writing, and makes it where there is none.
func (p *program) openOrMake(ctx context.Context) (*sqlite.Store, error) {
	folder, err := p.dataFolder()
	if err != nil {
		return nil, err
	}
	kept, err := sqlite.Create(ctx, folder)
	if err != nil {
		return nil, err
	}
	kept.Folding = p.renewal()
	return kept, nil
}

// look opens the record for reading and shows it as the flags ask.
func (p *program) look(ctx context.Context, flags *lookFlags, show func(store.Reader, view.Look) error) error {
	look, before, err := flags.look()
	if err != nil {
		return err
	}
	if err := p.knownDossier(flags.dossier); err != nil {
		return err
	}
	kept, err := p.openToRead(ctx)
	if err != nil {
		return err
	}
	defer kept.Close()
	if before.IsZero() {
		return show(kept, look)
	}
	return show(view.AsOf(kept, before), look)
}

// dossierFolder is where a user's own dossiers lie.
func (p *program) dossierFolder() (string, error) {
	folder, err := p.dataFolder()
	return filepath.Join(folder, archive.DossierFolder), err
}

// ownIssues are the issues that the user's own dossiers add to the lexicon, as a table
// of it; "" where they add none.
func (p *program) ownIssues(words *lexicon.Lexicon) string {
	folder, err := p.dossierFolder()
	if err != nil {
		return "" // without a data folder there are no dossiers of one's own
	}
	// A file with a mistake must not keep anybody from looking at the record: those
	// commands that sort by dossiers tell of it.
	all, _ := dossier.Load(words, folder)
	return dossier.IssueTable(all)
}

// allDossiers are those that parley brings, with the user's own over them.
func (p *program) allDossiers() ([]dossier.Dossier, error) {
	words, err := p.words()
	if err != nil {
		return nil, err
	}
	folder, err := p.dossierFolder()
	if err != nil {
		return nil, err
	}
	return dossier.Load(words, folder)
}

// dossiers are those that documents are assigned to.
func (p *program) dossiers() (*dossier.Set, error) {
	words, err := p.words()
	if err != nil {
		return nil, err
	}
	all, err := p.allDossiers()
	if err != nil {
		return nil, err
	}
	return dossier.NewSet(words, all...), nil
}

// dossiersOf are those with these ids or, where none is asked for, the user's own
// or, where there are none, those that parley brings.
func (p *program) dossiersOf(ids []string) (*dossier.Set, error) {
	whole, err := p.dossiers()
	if err != nil {
		return nil, err
	}
	words, err := p.words()
	if err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		own := slices.DeleteFunc(whole.Dossiers(), func(d dossier.Dossier) bool { return !d.Own })
		if len(own) == 0 {
			return whole, nil
		}
		return dossier.NewSet(words, own...), nil
	}
	var wanted []dossier.Dossier
	for _, id := range ids {
		d, err := whole.Find(id)
		if err != nil {
			return nil, err
		}
		wanted = append(wanted, d)
	}
	return dossier.NewSet(words, wanted...), nil
}

// assigned gives the ids of the dossiers of a set that a document belongs to.
func assigned(set *dossier.Set) func(parley.Document) []string {
	return func(d parley.Document) []string {
		var ids []string
		for _, a := range set.Assign(d) {
			ids = append(ids, a.Dossier)
		}
		return ids
	}
}

// knownDossier says which dossiers there are where an id is none of theirs.
func (p *program) knownDossier(id string) error {
	if id == "" {
		return nil
	}
	set, err := p.dossiers()
	if err != nil {
		return err
	}
	_, err = set.Find(id)
	return err
}
