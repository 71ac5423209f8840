package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/archive"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/lexicon"
)

// dossierFolder is where a user's own dossiers lie.
func (p *program) dossierFolder() (string, error) {
	folder, err := p.dataFolder()
	return filepath.Join(folder, archive.DossierFolder), err
}

// ownIssues are the issues that the user's own dossiers add to the lexicon, as a
// folder with a table of them; nil where they add none.
func (p *program) ownIssues(words *lexicon.Lexicon) (fs.FS, error) {
	folder, err := p.dossierFolder()
	if err != nil {
		return nil, nil // without a data folder there are no dossiers of one's own
	}
	// A file with a mistake must not keep anybody from looking at the record: those
	// commands that sort by dossiers tell of it.
	all, _ := dossier.Load(words, folder)
	table := dossier.IssueTable(all)
	if table == "" {
		return nil, nil
	}
	var packed bytes.Buffer // an archive in memory is a folder to those who read it
	zipped := zip.NewWriter(&packed)
	file, err := zipped.Create("issues.tsv")
	if err == nil {
		_, err = file.Write([]byte(table))
	}
	if err = errors.Join(err, zipped.Close()); err != nil {
		return nil, fmt.Errorf("gather the issues of dossiers: %w", err)
	}
	return zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
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

func (p *program) dossierWhyCommand() *cobra.Command {
	flags := &inputFlags{}
	cmd := &cobra.Command{
		Use:   "why FILE...",
		Short: "To which dossiers articles belong, and by which words",
		Long: `Why tells for each article to which dossiers it belongs and which words say so. FILE is
what 'parley add' takes; nothing is kept.`,
		Example: `  parley dossier why article.txt
  parley dossier why clippings/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return p.whyDossiers(cmd.Context(), paths, flags)
		},
	}
	flags.add(cmd)
	return cmd
}

func (p *program) whyDossiers(ctx context.Context, paths []string, flags *inputFlags) error {
	set, err := p.dossiers()
	if err != nil {
		return err
	}
	documents, err := p.documents(ctx, paths, flags, nil)
	if err != nil {
		return err
	}
	b := batch{p: p}
	for d, err := range documents {
		if err != nil {
			b.tell(err)
			continue
		}
		b.taken++
		found := set.Assign(d)
		if len(found) == 0 {
			fmt.Fprintf(p.out, "%s belongs to no dossier\n", d.ID)
		}
		for _, a := range found {
			fmt.Fprintf(p.out, "%s belongs to %s: %s\n", d.ID, a.Dossier, a.Reason())
		}
	}
	return b.end()
}
