package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

func (p *program) correctionsCommand() *cobra.Command {
	flags := &lookFlags{}
	cmd := &cobra.Command{
		Use:   "corrections",
		Short: "What people have changed, and whether it is in force",
		Long: `Corrections lists all that people have done to the record, in order, with who and
when, whether it is in force, and the entries that bear it.`,
		Example: `  parley corrections
  parley corrections --json`,
		Args: cobra.NoArgs,
		RunE: listing(p, flags, func(ctx context.Context, r store.Reader, _ view.Look) ([]view.Correction, error) {
			return view.Corrections(ctx, r)
		}, export.Corrections),
	}
	cmd.Flags().BoolVar(&flags.json, "json", false, "one JSON object a line")
	return cmd
}

// queueLines is how many doubts a queue holds where nobody says.
const queueLines = 20

func (p *program) queueCommand() *cobra.Command {
	flags := &lookFlags{}
	lines := 0
	cmd := &cobra.Command{
		Use:   "queue",
		Short: "What to look at first: the least certain, the most consequential",
		Long: `Queue lists the entries that most want a person's eye: how doubtful an entry is, by
the certainty of its readings, its sources and the disputes over it, times how much
depends on it. What you accept, reject or set right leaves the queue.`,
		Example: `  parley queue
  parley queue --since 2025-12-18 --lines 50 --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if lines < 1 {
				return usageError{fmt.Errorf("--lines: %d is too few (give 1 or more)", lines)}
			}
			return listing(p, flags, func(ctx context.Context, r store.Reader, look view.Look) ([]view.Doubt, error) {
				return view.Queue(ctx, r, look, lines)
			}, export.Queue)(cmd, args)
		},
	}
	flags.add(cmd, "what was told")
	cmd.Flags().IntVar(&lines, "lines", queueLines, "how many to print at most")
	return cmd
}
