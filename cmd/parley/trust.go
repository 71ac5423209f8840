package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

func (p *program) trustCommand() *cobra.Command {
	flags := &deskFlags{}
	cmd := &cobra.Command{
		Use:   "trust [OUTLET|ENTRY GRADE]",
		Short: "Grade sources from A to F and entries from 1 to 6, as analysts do",
		Long: `Trust writes down how far you trust an outlet, from A (completely reliable) to E
(unreliable), F where it cannot be judged; and an entry, from 1 (confirmed) to 5
(improbable), 6 where it cannot be judged. The grades stand beside what parley has
counted, and change nothing of it. Without arguments it lists the grades of the outlets.`,
		Example: `  parley trust "Volga State News" D --note "state-run"
  parley trust 4f2a9c1e07 2
  parley trust`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 1:
				return usageError{errors.New("trust: give a grade too: A to F for an outlet, 1 to 6 for an entry")}
			case len(args) == 0:
				return p.look(cmd.Context(), &lookFlags{}, func(r store.Reader, _ view.Look) error {
					grades, err := view.Grades(cmd.Context(), r)
					if err != nil {
						return err
					}
					if flags.json {
						return export.JSONLines(p.out, grades)
					}
					paper, err := p.paper()
					if err != nil {
						return err
					}
					return export.Grades(p.out, paper, grades)
				})
			}
			return p.correct(cmd.Context(), flags, func(d *desk.Desk) ([]parley.Correction, error) {
				return one(d.Grade(cmd.Context(), args[0], args[1], flags.note))
			})
		},
	}
	flags.add(cmd, true)
	return cmd
}
