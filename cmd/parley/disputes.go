package main

import (
	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

func (p *program) disputesCommand() *cobra.Command {
	flags := &lookFlags{}
	cmd := &cobra.Command{
		Use:   "disputes",
		Short: "Accounts that cannot all be right, side by side",
		Long: `Disputes lists where sources contradict each other about one fact. Neither
account is averaged away. --since and --until bound the days on which the dispute
was first told.

--json gives one object a line: id about entry field accounts[{holder
claim documents}] words.`,
		Example: `  parley disputes
  parley disputes --json`,
		Args: cobra.NoArgs,
		RunE: listing(p, flags, view.Disputes, export.Disputes),
	}
	flags.add(cmd, "what was told")
	return cmd
}
