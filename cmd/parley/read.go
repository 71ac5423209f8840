package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/export/eventdata"
	"github.com/parleyrecord/parley/intake"
)

func (p *program) readCommand() *cobra.Command {
	flags := &inputFlags{}
	var as readingForm
	cmd := &cobra.Command{
		Use:   "read FILE...",
		Short: "What each article says, without keeping it",
		Long: `Read prints what each article says: statements, events, positions and proposals,
each with its words. FILE is a text, Markdown, JSON or HTML file, a folder of such
files, or - for standard input.

What an input lacks is supplied by flags; what is not known stays unknown. An input
that cannot be read is reported and the rest is read; the exit code is 1 only where
nothing could be read.

--json gives one reading a line, in the shape of docs/reading.schema.json. --to gives
event data, coded from the readings: plover is PLOVER 2.0 as JSON Lines, polecat and
cameo are the columns of POLECAT and of GDELT 2.0, parted by tabs below a line of
names. Behind the standard's fields stand parley's own: its type and status, document,
sentence, and where in the text the words stand. docs/event-data.md explains each.`,
		Example: `  parley read article.txt --published 2025-12-04
  parley read --digest --outlet "Norland Wire" briefs.txt
  parley read --json articles/ > readings.jsonl
  parley read --out readings/ articles/*.json
  parley read --to polecat articles/ > events.tsv`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			write, err := p.readingWriter(as)
			if err != nil {
				return err
			}
			bar := p.progress(as.folder == "")
			documents, err := p.documents(cmd.Context(), paths, flags, bar)
			if err != nil {
				return err
			}
			return p.read(cmd.Context(), documents, bar, write)
		},
	}
	flags.add(cmd)
	cmd.Flags().BoolVar(&as.json, "json", false, "one reading a line")
	cmd.Flags().StringVar(&as.folder, "out", "", "write each reading into this folder, as ID.json")
	cmd.Flags().StringVar(&as.format, "to", "", "event data: "+strings.Join(eventdata.Formats, ", "))
	return cmd
}

// readingForm is how readings are wanted; a page for people where it is empty.
type readingForm struct {
	json           bool
	folder, format string
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
			r, err = intake.ReadSafely(reader, d)
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

func (p *program) readingWriter(as readingForm) (writeReading, error) {
	switch {
	case as.json && as.folder != "":
		return nil, usageError{errors.New("--json and --out cannot both be had")}
	case as.format != "" && (as.json || as.folder != ""):
		return nil, usageError{errors.New("--to cannot be had with --json or --out")}
	case as.format != "":
		return p.eventWriter(as.format)
	case as.json:
		return func(_ parley.Document, r parley.Reading) error { return export.JSON(p.out, r) }, nil
	case as.folder != "":
		return intoFolder(as.folder)
	}
	paper, err := p.paper()
	return func(d parley.Document, r parley.Reading) error { return export.Reading(p.out, paper, d, r) }, err
}

// eventWriter writes readings as event data.
func (p *program) eventWriter(format string) (writeReading, error) {
	if !slices.Contains(eventdata.Formats, format) {
		return nil, usageError{fmt.Errorf("--to %s: no such format; use %s", format, strings.Join(eventdata.Formats, ", "))}
	}
	words, err := p.words()
	if err != nil {
		return nil, err
	}
	engine, err := english.New()
	if err != nil {
		return nil, fmt.Errorf("load the English engine: %w", err)
	}
	w, err := eventdata.NewWriter(p.out, format, &eventdata.Coder{Lexicon: words, Engine: engine})
	if err != nil {
		return nil, err
	}
	return w.Write, nil
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
