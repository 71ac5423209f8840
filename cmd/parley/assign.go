package main

import (
	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
)

func (p *program) assignCommand() *cobra.Command {
	flags := &deskFlags{}
	out := false
	cmd := &cobra.Command{
		Use:   "assign DOCUMENT DOSSIER",
		Short: "Put an article into a dossier, or take it out",
		Long: `Assign says that an article, in all its versions, belongs to a dossier or, with --out,
does not, whatever its words say. An article may belong to several.`,
		Example: `  parley assign courier-2025-10-21-on-hold russia-ukraine
  parley assign courier-2025-10-21-on-hold iran-us --out --note "only a sidebar"`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := p.knownDossier(args[1]); err != nil {
				return err
			}
			return p.correct(cmd.Context(), flags, func(d *desk.Desk) ([]parley.Correction, error) {
				return one(d.Assign(cmd.Context(), args[0], args[1], out, flags.note))
			})
		},
	}
	flags.add(cmd, true)
	cmd.Flags().BoolVar(&out, "out", false, "take it out of the dossier")
	return cmd
}
