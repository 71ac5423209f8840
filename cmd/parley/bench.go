package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/eval"
)

// benches are the measurements of speed by name.
var benches = map[string]func(paths ...string) (eval.Scores, error){
	"english": eval.BenchEnglish,
	"read":    eval.BenchRead,
}

func (p *program) benchCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "bench english|read [FILE...]",
		Short: "Measure how fast parley reads",
		Long:  `Bench measures speed and memory over the files, or over a sample that parley brings.`,
		Example: `  parley bench read
  parley bench english --json *.txt`,
		Args:      cobra.MinimumNArgs(1),
		ValidArgs: slices.Sorted(maps.Keys(benches)),
		RunE: func(_ *cobra.Command, args []string) error {
			measure, ok := benches[args[0]]
			if !ok {
				return usageError{fmt.Errorf("there is no measurement %q (choose english, read, record or follow)", args[0])}
			}
			scores, err := measure(args[1:]...)
			if err != nil {
				return err
			}
			return p.printScores(scores, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	cmd.AddCommand(p.benchRecordCommand(), p.benchFollowCommand())
	return cmd
}
