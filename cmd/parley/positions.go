package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

func (p *program) positionsCommand() *cobra.Command {
	flags := &lookFlags{}
	cmd := &cobra.Command{
		Use:   "positions",
		Short: "Where each party stands, since when and in whose words",
		Long: `Positions prints the matrix of parties and issues as it stood at the end of the
time asked for and, below it, the stances told in that time with who voiced them,
in which words, and what they replaced. --since and --until bound the days on which
a stance was first told.

--json gives the stances alone, one object a line.`,
		Example: `  parley positions
  parley positions --as-of 2025-11-30
  parley positions --since 2025-12 --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.look(cmd.Context(), flags, func(r store.Reader, look view.Look) error {
				return p.positions(cmd.Context(), r, look, flags.json)
			})
		},
	}
	flags.add(cmd, "what was told")
	return cmd
}

func (p *program) positions(ctx context.Context, r store.Reader, look view.Look, asJSON bool) error {
	stances, err := view.Positions(ctx, r, look)
	if err != nil {
		return err
	}
	if asJSON {
		return export.JSONLines(p.out, stances)
	}
	matrix, err := view.MatrixOf(ctx, r, look)
	if err != nil {
		return err
	}
	paper, err := p.paper()
	if err != nil {
		return err
	}
	if err := export.Matrix(p.out, paper, matrix); err != nil || len(stances) == 0 {
		return err
	}
	if _, err := p.out.Write([]byte("\n")); err != nil {
		return err
	}
	return export.Positions(p.out, paper, stances)
}
