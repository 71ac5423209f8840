package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/parleyrecord/parley"
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
	words, err := p.lexiconWith()
	if err != nil {
		return nil, err
	}
	own, err := p.ownIssues(words)
	if err != nil {
		return nil, err
	}
	if own != nil {
		if words, err = p.lexiconWith(own); err != nil {
			return nil, err
		}
	}
	p.loaded = words
	return words, nil
}

// lexiconWith is the lexicon with the user's own files over it, and others over
// these.
func (p *program) lexiconWith(others ...fs.FS) (*lexicon.Lexicon, error) {
	if p.lexicon == "" && len(others) == 0 {
		return lexicon.Default(), nil
	}
	if p.lexicon == "" {
		return lexicon.Load(others...)
	}
	if _, err := os.ReadDir(p.lexicon); err != nil {
		return nil, &parley.Error{Kind: parley.NotFound, Subject: p.lexicon, Problem: "the lexicon cannot be read", Mend: "name a folder with lexicon files", Err: err}
	}
	return lexicon.Load(append([]fs.FS{os.DirFS(p.lexicon)}, others...)...)
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

// look opens the record for reading and shows it as the flags ask.
func (p *program) look(ctx context.Context, flags *lookFlags, show func(store.Reader, view.Look) error) error {
	look, before, err := flags.look()
	if err != nil {
		return err
	}
	if err := p.knownDossier(flags.dossier); err != nil {
		return err
	}
	folder, err := p.dataFolder()
	if err != nil {
		return err
	}
	kept, err := sqlite.Open(ctx, folder)
	if err != nil {
		return err
	}
	defer kept.Close()
	if before.IsZero() {
		return show(kept, look)
	}
	return show(view.AsOf(kept, before), look)
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
