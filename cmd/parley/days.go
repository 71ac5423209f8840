package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

func (p *program) daysCommand() *cobra.Command {
	flags := &lookFlags{}
	var days, lines int
	cmd := &cobra.Command{
		Use:   "days",
		Short: "The days that mattered most, each in a sentence or two",
		Long: `Days looks back: of all days that the articles name it lists those that mattered
most, by how many texts name them, how near to their beginnings, and how long after
they still do, and the sentences that tell each day best, verbatim. It counts
whatever an article tells of a day, also what is no meeting, event or position.
--since and --until bound the days.`,
		Example: `  parley days --since 2025-10 --days 20
  parley days --as-of 2025-12-04 --lines 1 --json`,
		Args: cobra.NoArgs,
	}
	ask := func(ctx context.Context, r store.Reader, look view.Look) ([]view.Day, error) {
		return view.Days(ctx, r, look, days, lines)
	}
	show := listing(p, flags, ask, export.Days)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if days < 1 {
			return usageError{fmt.Errorf("--days: %d is too few (give 1 or more)", days)}
		}
		if lines < 1 {
			return usageError{fmt.Errorf("--lines: %d is too few (give 1 or more)", lines)}
		}
		return show(cmd, args)
	}
	flags.add(cmd, "days")
	cmd.Flags().Lookup("since").Usage = "only this day or later: 2025-12-04, 2025-12 or 2025"
	cmd.Flags().Lookup("until").Usage = "only this day or earlier"
	cmd.Flags().IntVar(&days, "days", 10, "how many days")
	cmd.Flags().IntVar(&lines, "lines", 2, "how many sentences for each day at most")
	return cmd
}
