package main

import (
	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

func (p *program) proposalsCommand() *cobra.Command {
	flags := &lookFlags{}
	cmd := &cobra.Command{
		Use:   "proposals",
		Short: "Plans, offers and drafts, with their versions, points and replies",
		Long: `Proposals lists each plan with its authors, its versions and how their points
differ, where the parties stand on these, what each party replied, and what became of
it. --since and --until bound the days on which a plan was first
told.`,
		Example: `  parley proposals
  parley proposals --as-of 2025-11-30 --json`,
		Args: cobra.NoArgs,
		RunE: listing(p, flags, view.Plans, export.Proposals),
	}
	flags.add(cmd, "what was told")
	return cmd
}
