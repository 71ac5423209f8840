package main

import (
	"bufio"
	"errors"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

func (p *program) exportCommand() *cobra.Command {
	flags := &lookFlags{}
	var kept, whole bool
	cmd := &cobra.Command{
		Use:   "export",
		Short: "The whole record as JSON Lines",
		Long: `Export writes the documents and entries of the record, one JSON object a line, in
a stable order: two records of the same articles give the same bytes. The times at
which parley took things in are left out unless --kept asks for them.

With --whole it writes what these entries were made from instead: documents with their
readings, corrections, and what the desk remembers. 'parley import' makes the same
record of it.`,
		Example: `  parley export > record.jsonl
  parley export --whole | parley import - --data copy
  parley export --as-of 2025-12-04 | jq 'select(.kind == "meeting")'`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if whole && (kept || flags.asOf != "") {
				return usageError{errors.New("export: --whole goes with neither --kept nor --as-of")}
			}
			if whole {
				return p.exportWhole(cmd.Context())
			}
			return p.look(cmd.Context(), flags, func(r store.Reader, _ view.Look) error {
				out := bufio.NewWriter(p.out)
				if err := export.Record(cmd.Context(), out, r, kept); err != nil {
					return err
				}
				return out.Flush()
			})
		},
	}
	cmd.Flags().StringVar(&flags.asOf, "as-of", "", "the record as it could be known at the end of this day")
	cmd.Flags().BoolVar(&kept, "kept", false, "with the times at which parley took things in")
	cmd.Flags().BoolVar(&whole, "whole", false, "all that the record was made from, for 'parley import' on another machine")
	return cmd
}
