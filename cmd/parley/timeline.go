package main

import (
	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

func (p *program) timelineCommand() *cobra.Command {
	flags := &lookFlags{}
	cmd := &cobra.Command{
		Use:   "timeline",
		Short: "What happened, is under way or is planned, by day",
		Long: `Timeline lists meetings, other events, proposals and positions that moved by the
day on which they happened. What is planned for a day that has passed is marked as
not confirmed. --since and --until bound the days on which things happened.`,
		Example: `  parley timeline --since 2025-12 --until 2025-12-22
  parley timeline --as-of 2025-12-04 --json`,
		Args: cobra.NoArgs,
		RunE: listing(p, flags, view.Timeline, export.Timeline),
	}
	flags.add(cmd, "what happened")
	return cmd
}
