package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"iter"
	"os"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/sample"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

func (p *program) demoCommand() *cobra.Command {
	var serve bool
	var port int
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "See what parley does, on the sample articles that it brings",
		Long: `Demo reads the sample articles that parley brings (written for it, telling public
facts of two negotiations as invented outlets might) into a record of its own, and
prints the brief of the last week in them, the timeline and the positions. The record
is thrown away afterwards, unless --data says where to keep it. --serve shows it in a
browser instead, as on the day of the last thing told in it.`,
		Example: `  parley demo
  parley demo --serve
  parley demo --data sample-record && parley meetings --data sample-record`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if p.data == "" {
				made, err := os.MkdirTemp("", "parley-demo-")
				if err != nil {
					return fmt.Errorf("make a folder for the demo: %w", err)
				}
				defer os.RemoveAll(made)
				p.data = made
			}
			return p.demo(cmd.Context(), func(kept store.Store) error {
				if serve {
					return p.serveDemo(cmd.Context(), kept, port)
				}
				return p.tour(cmd.Context(), kept)
			})
		},
	}
	cmd.Flags().BoolVar(&serve, "serve", false, "show it in a browser on this machine")
	addPort(cmd, &port)
	return cmd
}

// demo makes a record of the sample and shows it.
func (p *program) demo(ctx context.Context, show func(store.Store) error) error {
	kept, err := p.openOrMake(ctx)
	if err != nil {
		return err
	}
	defer kept.Close()
	if err := onlySample(ctx, kept, p.data); err != nil {
		return err
	}
	b := batch{p: p}
	if err := p.take(ctx, kept, sampleDocuments(), &b); err != nil {
		return err
	}
	if err := b.end(); err != nil {
		return err
	}
	return show(kept)
}

// onlySample sees to it that invented articles come into no record that holds others.
func onlySample(ctx context.Context, kept store.Reader, folder string) error {
	of := map[string]bool{}
	for d, err := range sampleDocuments() {
		if err != nil {
			return err
		}
		of[d.ID] = true
	}
	for d, err := range kept.Documents(ctx, store.DocumentFilter{}) {
		if err != nil {
			return err
		}
		if !of[d.ID] {
			return &parley.Error{Kind: parley.Invalid, Subject: folder, Problem: "it holds a record of other articles, which the invented ones of the sample would mix with", Mend: "choose an empty folder with --data, or leave it out"}
		}
	}
	return nil
}

// lastDay is that of the last thing told in a record.
func lastDay(ctx context.Context, kept store.Reader) (parley.Date, error) {
	extent, err := kept.Extent(ctx, "")
	return parley.DayOf(extent.Last.UTC()), err
}

// serveDemo shows the sample as on the day of the last thing told in it.
func (p *program) serveDemo(ctx context.Context, kept store.Store, port int) error {
	today, err := lastDay(ctx, kept)
	if err != nil {
		return err
	}
	editor, err := p.deskOf(kept, &deskFlags{})
	if err != nil {
		return err
	}
	return p.serve(ctx, kept, editor, port, func() parley.Date { return today })
}

// sampleDocuments are the bundled articles.
func sampleDocuments() iter.Seq2[parley.Document, error] {
	return func(yield func(parley.Document, error) bool) {
		names, err := fs.Glob(sample.Files, "articles/*.json")
		if err != nil {
			yield(parley.Document{}, err)
			return
		}
		for _, name := range names {
			var d parley.Document
			content, err := sample.Files.ReadFile(name)
			if err == nil {
				err = json.Unmarshal(content, &d)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// tour prints the views of a record that show most, as on the day of the last
// thing told in it.
func (p *program) tour(ctx context.Context, kept store.Reader) error {
	paper, err := p.paper()
	if err != nil {
		return err
	}
	today, err := lastDay(ctx, kept)
	if err != nil {
		return err
	}
	look := view.Look{Today: today}
	timeline, err := view.Timeline(ctx, kept, look)
	if err != nil {
		return err
	}
	matrix, err := view.MatrixOf(ctx, kept, look)
	if err != nil {
		return err
	}
	for _, write := range []func() error{
		func() error { return p.brief(ctx, kept, look, briefLines, form{}) },
		func() error { return export.Timeline(p.out, paper, timeline) },
		func() error { return export.Matrix(p.out, paper, matrix) },
	} {
		if err := write(); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(p.out); err != nil {
			return err
		}
	}
	return nil
}
