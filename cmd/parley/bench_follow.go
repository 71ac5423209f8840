package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/eval"
)

func (p *program) benchFollowCommand() *cobra.Command {
	var items int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "follow",
		Short: "Measure what a day of following feeds costs",
		Long: `Follow replays a day on which so many items come in a hundred feeds, one in fifty
of them of a dossier, from a server on this machine: it looks at each feed every half an
hour, passes over what belongs to no dossier and reads the rest into a record in a
temporary folder. No other machine is asked for anything. The figures include the
server's own share.`,
		Example: `  parley bench follow --items 5000
  parley bench follow --items 50000 --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if items < 100 || items > 200_000 {
				return usageError{fmt.Errorf("--items: %d is out of range (100 to 200000)", items)}
			}
			folder, err := os.MkdirTemp("", "parley-bench-*")
			if err != nil {
				return fmt.Errorf("bench follow: %w", err)
			}
			defer os.RemoveAll(folder)
			scores, err := eval.BenchFollow(cmd.Context(), items, folder, func(line string) { fmt.Fprintln(p.err, line) })
			if err != nil {
				return err
			}
			return p.printScores(scores, asJSON)
		},
	}
	cmd.Flags().IntVar(&items, "items", 50_000, "how many items the day has")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	return cmd
}
