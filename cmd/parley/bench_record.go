package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/eval"
)

func (p *program) benchRecordCommand() *cobra.Command {
	var documents, until int
	var largest, asJSON bool
	cmd := &cobra.Command{
		Use:   "record",
		Short: "Measure how fast a large record grows and is looked at",
		Long: `Record makes a record of so many articles of an invented press in twenty dossiers over five years, and
measures what adding one article takes, and showing each view of one month of one dossier, in
milliseconds on the wall and (cpu) of the processor. --largest keeps to the largest dossier, which
has a fifth of the articles; --until stops after so many. Progress goes to standard error. Without
--data the record is made in a temporary folder; one that was begun in the folder of --data is gone
on with. A busy processor takes longer for the same work: slowdown says how much.`,
		Example: `  parley bench record --documents 5000
  parley bench record --documents 100000 --data /tmp/large --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if documents < 20 {
				return usageError{fmt.Errorf("--documents: %d is too few (20 at least)", documents)}
			}
			data := p.data
			if data == "" {
				folder, err := os.MkdirTemp("", "parley-bench-*")
				if err != nil {
					return fmt.Errorf("bench record: %w", err)
				}
				defer os.RemoveAll(folder)
				data = folder
			}
			scores, err := eval.BenchRecord(cmd.Context(), eval.RecordBench{
				Documents: documents, Until: until, Largest: largest, Folder: data, Report: func(line string) { fmt.Fprintln(p.err, line) },
			})
			if err != nil {
				return err
			}
			return p.printScores(scores, asJSON)
		},
	}
	cmd.Flags().IntVar(&documents, "documents", 5000, "how many articles")
	cmd.Flags().IntVar(&until, "until", 0, "stop after so many of them (0 for none)")
	cmd.Flags().BoolVar(&largest, "largest", false, "only the articles of the largest dossier")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	return cmd
}
