package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/eval"
	"github.com/parleyrecord/parley/export"
)

// suites are the evaluations by name.
var suites = map[string]func(paths ...string) (eval.Scores, error){
	"attribution": eval.Attribution,
	"conllu":      eval.CoNLLU,
	"copies":      eval.Copies,
	"dyads":       eval.Dyads,
	"extract":     eval.Extract,
	"ner":         eval.NER,
	"plover":      eval.Plover,
	"coref":       eval.Coref,
	"record":      eval.Record,
	"relevance":   eval.Relevance,
	"sentences":   eval.Sentences,
	"talks":       eval.Talks,
	"timeline":    eval.Timeline,
	"timex":       eval.Timex,
}

func (p *program) evalCommand() *cobra.Command {
	var suite string
	var verbose, asJSON bool
	cmd := &cobra.Command{
		Use:   "eval --suite NAME PATH...",
		Short: "Score parley against gold data",
		Long: `Eval scores parley against annotated data by the field's own definitions.
Suites: ` + strings.Join(slices.Sorted(maps.Keys(suites)), ", ") + `.

--json gives one flat object: fractions from 0 to 1, and figures with their unit in
their name.`,
		Example: `  parley eval --suite conllu en_ewt-ud-dev.conllu
  parley eval --suite ner -v wikigold.conll.txt
  parley eval --suite record --json gold/record`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, paths []string) error {
			score, ok := suites[suite]
			if !ok {
				return usageError{fmt.Errorf("--suite: there is no suite %q (choose %s)", suite, strings.Join(slices.Sorted(maps.Keys(suites)), ", "))}
			}
			scores, err := score(paths...)
			if err != nil {
				return err
			}
			if verbose {
				printErrors(p.err, scores.Errors)
			}
			return p.printScores(scores, asJSON)
		},
	}
	cmd.Flags().StringVar(&suite, "suite", "", "the suite to run")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "list the errors by kind on standard error")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	// The flag exists, so completion for it can be set.
	_ = cmd.RegisterFlagCompletionFunc("suite", cobra.FixedCompletions(slices.Sorted(maps.Keys(suites)), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (p *program) printScores(s eval.Scores, asJSON bool) error {
	if asJSON {
		return export.JSON(p.out, s)
	}
	width := 0
	for _, m := range s.Measures {
		width = max(width, len(m.Name))
	}
	for _, m := range s.Measures {
		digits := 4
		if m.Value > 1 {
			digits = 1
		}
		if _, err := fmt.Fprintf(p.out, "%-*s  %8.*f\n", width, m.Name, digits, m.Value); err != nil {
			return err
		}
	}
	return nil
}

// printErrors lists errors by kind, the most frequent kind first.
func printErrors(w io.Writer, errors []eval.Error) {
	byKind := map[string][]eval.Error{}
	for _, e := range errors {
		byKind[e.Kind] = append(byKind[e.Kind], e)
	}
	kinds := slices.SortedFunc(maps.Keys(byKind), func(a, b string) int {
		if n := len(byKind[b]) - len(byKind[a]); n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	for _, kind := range kinds {
		fmt.Fprintf(w, "%s: %d\n", kind, len(byKind[kind]))
		for _, e := range byKind[kind] {
			fmt.Fprintf(w, "  %s: %s\n", e.Place, e.Text)
		}
	}
}
