package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/source/timestamp"
)

func (p *program) enterCommand() *cobra.Command {
	flags := &deskFlags{}
	f := desk.Finding{}
	var published string
	cmd := &cobra.Command{
		Use:   "enter KIND [FIELD=VALUE...]",
		Short: "Add an entry that no reading has",
		Long: `Enter adds a meeting, event, statement, position or proposal that parley did not find:
one that the words of an article tell (--document and --words, just as they stand there),
or one that you have from elsewhere (--source and --words, your own). It joins what
tells the same, is corrected like any other entry, and undone like a correction.

Lists are parted by semicolons; of somebody whom parley does not know, brackets say
whose side they are on: "Anna Kovar (NOR)".

` + fieldsInWords(desk.Enterable),
		Example: `  parley enter meeting --source "the embassy, by telephone" \
    --published 2025-12-19 --words "Both sides meet in Oslo on Monday." \
    participants="RUS; USA" start=2025-12-22 place=Oslo status=planned
  parley enter position --document courier-2025-10-21-on-hold \
    --words "the Kremlin would not hurry" party=RUS issue=talks stance=rejects`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			f.Kind, f.Fields, f.Note = parley.EntryKind(args[0]), map[string]string{}, flags.note
			for _, arg := range args[1:] {
				field, value, ok := strings.Cut(arg, "=")
				if !ok {
					return usageError{fmt.Errorf("enter: %q is no field with a value; write it as in place=Oslo", arg)}
				}
				f.Fields[field] = value
			}
			if published != "" {
				if f.Published, err = timestamp.Parse(published, time.UTC); err != nil {
					return usageError{fmt.Errorf("--published: %q: %w (write 2025-12-04 or 2025-12-04T18:00:00Z)", published, err)}
				}
			}
			return p.correct(cmd.Context(), flags, func(d *desk.Desk) ([]parley.Correction, error) {
				return one(d.Enter(cmd.Context(), f))
			})
		},
	}
	flags.add(cmd, true)
	cmd.Flags().StringVar(&f.Document, "document", "", "the article that tells it")
	cmd.Flags().StringVar(&f.Words, "words", "", "the words that tell it")
	cmd.Flags().StringVar(&f.Source, "source", "", "a source of your own")
	cmd.Flags().StringVar(&published, "published", "", "when your source told it")
	return cmd
}
