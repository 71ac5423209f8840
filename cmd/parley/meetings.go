package main

import (
	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

func (p *program) meetingsCommand() *cobra.Command {
	flags := &lookFlags{}
	cmd := &cobra.Command{
		Use:   "meetings",
		Short: "Meetings, visits, calls and rounds of talks, with the life of each",
		Long: `Meetings lists the diary: who met or is to meet whom, where and when, how each
meeting came to be (proposed, planned, held, on hold, cancelled, denied) and who
says so. --since and --until bound the days of the meetings.

--json gives one object a line: id participants parties kind start end place
status round documents sources steps[{status by start end told documents}] words.`,
		Example: `  parley meetings --since 2025-05
  parley meetings --json | jq 'select(.status == "on-hold")'`,
		Args: cobra.NoArgs,
		RunE: listing(p, flags, view.Meetings, export.Meetings),
	}
	flags.add(cmd, "what happened")
	return cmd
}
