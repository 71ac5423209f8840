package main

import (
	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

func (p *program) statementsCommand() *cobra.Command {
	flags := &lookFlags{}
	cmd := &cobra.Command{
		Use:   "statements",
		Short: "Who said what",
		Long: `Statements lists who said what in the order in which it was told, named and
anonymous sources alike. --since and --until bound the days on which it was told.`,
		Example: `  parley statements --since 2025-12-19
  parley statements --json | jq 'select(.statement.kind == "anonymous")'`,
		Args: cobra.NoArgs,
		RunE: listing(p, flags, view.Statements, export.Statements),
	}
	flags.add(cmd, "what was told")
	return cmd
}
