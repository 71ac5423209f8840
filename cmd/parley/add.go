package main

import (
	"context"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/store"
)

func (p *program) addCommand() *cobra.Command {
	flags := &inputFlags{}
	cmd := &cobra.Command{
		Use:   "add FILE...",
		Short: "Read articles and keep them in the record",
		Long: `Add reads articles and keeps what they say: one line for the meeting that nine
outlets reported, with its evidence. FILE is a text, Markdown, JSON or HTML file, a
folder of such files, or - for standard input. Adding an article again changes
nothing; an article that was edited is kept as another version of itself.

Each article is kept as a whole or not at all, so add may be interrupted at any
time. An input that cannot be read is reported and the rest is kept; the exit code
is 1 only where nothing could be.`,
		Example: `  parley add articles/
  parley add --published 2025-12-04 --outlet "Norland Wire" article.txt
  parley add --data talks/ *.html`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			bar := p.progress(false)
			documents, err := p.documents(cmd.Context(), paths, flags, bar)
			if err != nil {
				return err
			}
			return p.add(cmd.Context(), documents, bar)
		},
	}
	flags.add(cmd)
	return cmd
}

// add keeps documents in the record and tells what became of them.
func (p *program) add(ctx context.Context, documents iter.Seq2[parley.Document, error], bar *progress) error {
	b := batch{p: p, bar: bar}
	documents, stop, ok := fromFirst(documents, b.tell)
	defer stop()
	if !ok {
		return b.end() // no record is made for nothing
	}
	kept, err := p.openOrMake(ctx)
	if err != nil {
		return err
	}
	defer kept.Close()
	if err := p.take(ctx, kept, documents, &b); err != nil {
		return err
	}
	if err := b.end(); err != nil {
		return err
	}
	folder, err := p.dataFolder()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "%d kept, %d known before, %d not taken; the record is in %s\n", b.taken-b.known, b.known, b.failed, folder)
	return err
}

// take runs documents into a record.
func (p *program) take(ctx context.Context, into store.Store, documents iter.Seq2[parley.Document, error], b *batch) error {
	taking, err := p.taking(into)
	if err != nil {
		return err
	}
	taking.Report = b.outcome
	_, err = taking.Add(ctx, documents)
	return err
}

// outcome counts what became of one document, and tells of trouble.
func (b *batch) outcome(o intake.Outcome) {
	b.bar.article()
	if o.Err != nil {
		b.tell(o.Err)
		return
	}
	b.taken++
	if !o.Kept {
		b.known++
	}
}
