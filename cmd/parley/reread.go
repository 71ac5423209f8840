package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/intake"
)

func (p *program) rereadCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "reread",
		Short: "Read all kept articles anew, with this reader and lexicon",
		Long: `Reread says anew to which dossiers the kept articles belong, folds the record anew, and
reads anew all articles that another version of parley, or one with another lexicon or
other dossiers, has read. Corrections, notes and grades hold as before: each finds its words
again by their place.

It may be interrupted and goes on where it was.`,
		Example: `  parley reread
  parley reread --lexicon ~/desk/lexicon`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			kept, err := p.openToWrite(cmd.Context())
			if err != nil {
				return err
			}
			defer kept.Close()
			bar := p.progress(false)
			b := batch{p: p, bar: bar}
			taking, err := p.taking(kept)
			if err != nil {
				return err
			}
			taking.Report = func(o intake.Outcome) { b.outcome(o) }
			sum, err := taking.Reread(cmd.Context())
			bar.done()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(p.out, "%d read anew, %d as before, %d not read; %d in other dossiers than before\n", sum.Kept, sum.Known, sum.Failed, sum.Moved)
			if err == nil && sum.Failed > 0 && b.taken == 0 {
				return errReported
			}
			return err
		},
	}
}
