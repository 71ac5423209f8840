package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
)

func (p *program) readCommand() *cobra.Command {
	flags := &inputFlags{}
	var json bool
	var folder string
	cmd := &cobra.Command{
		Use:   "read FILE...",
		Short: "What each article says, without keeping it",
		Long: `Read prints what each article says: statements, events, positions and proposals,
each with its words. FILE is a text, Markdown, JSON or HTML file, a folder of such
files, or - for standard input.

What an input lacks is supplied by flags; what is not known stays unknown. An input
that cannot be read is reported and the rest is read; the exit code is 1 only where
nothing could be read.

--json gives one reading a line, in the shape of docs/reading.schema.json.`,
		Example: `  parley read article.txt --published 2025-12-04
  parley read --digest --outlet "Norland Wire" briefs.txt
  parley read --json articles/ > readings.jsonl
  parley read --out readings/ articles/*.json`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			write, err := p.readingWriter(json, folder)
			if err != nil {
				return err
			}
			bar := p.progress(folder == "")
			documents, err := p.documents(cmd.Context(), paths, flags, bar)
			if err != nil {
				return err
			}
			return p.read(cmd.Context(), documents, bar, write)
		},
	}
	flags.add(cmd)
	cmd.Flags().BoolVar(&json, "json", false, "one reading a line")
	cmd.Flags().StringVar(&folder, "out", "", "write each reading into this folder, as ID.json")
	return cmd
}

// writeReading puts a reading where the user wants it.
type writeReading func(parley.Document, parley.Reading) error

func (p *program) read(ctx context.Context, documents iter.Seq2[parley.Document, error], bar *progress, write writeReading) error {
	reader, err := p.reader()
	if err != nil {
		return err
	}
	b := batch{p: p, bar: bar}
	for d, err := range documents {
		var r parley.Reading
		if err == nil {
			r, err = reader.Read(d)
		}
		if err != nil {
			if ctx.Err() != nil {
				return err
			}
			b.tell(err)
			continue
		}
		b.taken++
		bar.article()
		if err := write(d, r); err != nil {
			return err
		}
	}
	return b.end()
}

func (p *program) readingWriter(json bool, folder string) (writeReading, error) {
	switch {
	case json && folder != "":
		return nil, usageError{errors.New("--json and --out cannot both be had")}
	case json:
		return func(_ parley.Document, r parley.Reading) error { return export.JSON(p.out, r) }, nil
	case folder != "":
		return intoFolder(folder)
	}
	paper, err := p.paper()
	return func(d parley.Document, r parley.Reading) error { return export.Reading(p.out, paper, d, r) }, err
}

// intoFolder writes each reading as ID.json. Where a batch holds several
// versions of a document, all but the first are ID@VERSION.json.
func intoFolder(folder string) (writeReading, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, &parley.Error{Kind: parley.Unavailable, Subject: folder, Problem: "the folder cannot be made", Mend: "name a folder that you may write", Err: err}
	}
	version := map[string]string{}
	return func(_ parley.Document, r parley.Reading) error {
		name := r.Doc
		if first, ok := version[r.Doc]; !ok {
			version[r.Doc] = r.Version
		} else if first != r.Version {
			name = r.Key()
		}
		return writeJSONFile(filepath.Join(folder, name+".json"), r)
	}, nil
}

func writeJSONFile(path string, v any) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write a reading: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return export.IndentedJSON(file, v)
}
