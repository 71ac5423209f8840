package main

import (
	"math"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// sentencesShown is how many sentences stand behind each field where nobody
// asks for all.
const sentencesShown = 3

func (p *program) showCommand() *cobra.Command {
	flags := &lookFlags{}
	var all bool
	cmd := &cobra.Command{
		Use:   "show ENTRY|DOCUMENT",
		Short: "The sentences behind an entry, or the versions of a document",
		Long: `Show prints, for each field of an entry, the sentences that support it, with the
words marked: bold and underlined on a terminal, in [[ ]] elsewhere. ENTRY is the id
that other commands print, or its first eight characters or more; the id of any
mention that the entry folds in leads to it too.

Of a document, show prints its versions, with the sentences that each dropped and
added. What a former version said stays in the record.`,
		Example: `  parley show 4f2a9c1e07
  parley show 4f2a9c1e07 --all --json
  parley show wire-2025-12-04`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.look(cmd.Context(), flags, func(r store.Reader, _ view.Look) error {
				evidence, err := view.EvidenceOf(cmd.Context(), r, args[0])
				if parley.KindOf(err) == parley.NotFound {
					versions, none := view.DocumentVersions(cmd.Context(), r, args[0])
					if none == nil {
						return p.showVersions(versions, flags.json)
					}
					if _, missing := r.Entry(cmd.Context(), args[0]); missing != nil && missing.Error() == err.Error() { // and nobody rejected it
						err = &parley.Error{Kind: parley.NotFound, Subject: args[0], Problem: "the record holds no such entry or document",
							Mend: "give the id of an entry, or its first eight characters or more, or a document that 'parley documents' lists"}
					}
				}
				if err != nil {
					return err
				}
				if flags.json {
					return export.JSON(p.out, evidence)
				}
				paper, err := p.paper()
				if err != nil {
					return err
				}
				most := sentencesShown
				if all {
					most = math.MaxInt
				}
				return export.Evidence(p.out, paper, evidence, most)
			})
		},
	}
	cmd.Flags().StringVar(&flags.asOf, "as-of", "", "the entry as it could be known at the end of this day")
	cmd.Flags().BoolVar(&flags.json, "json", false, "one JSON object, with every sentence")
	cmd.Flags().BoolVar(&all, "all", false, "every sentence behind each field")
	return cmd
}

func (p *program) showVersions(versions []view.Document, asJSON bool) error {
	if asJSON {
		return export.JSONLines(p.out, versions)
	}
	paper, err := p.paper()
	if err != nil {
		return err
	}
	return export.Documents(p.out, paper, versions)
}
