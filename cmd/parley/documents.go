package main

import (
	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

func (p *program) documentsCommand() *cobra.Command {
	flags := &lookFlags{}
	cmd := &cobra.Command{
		Use:   "documents",
		Short: "What the record was read from",
		Long: `Documents lists the articles in the record by the time of their publication.
Copies of one text share a group. An article of which the record holds several
versions is called id@version. --since and --until bound the days of publication.

--json gives one object a line: id outlet url published updated byline title group edit.`,
		Example: `  parley documents --since 2025-12
  parley documents --json`,
		Args: cobra.NoArgs,
		RunE: listing(p, flags, view.Documents, export.Documents),
	}
	flags.add(cmd, "what was published")
	return cmd
}
