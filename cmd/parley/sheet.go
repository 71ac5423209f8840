package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
)

func (p *program) sheetCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "sheet",
		Short: "Take in the spreadsheets you keep, and give them out unchanged",
		Long: `A sheet is a table of comma-separated values that you keep beside the record: each of its
rows becomes an entry that stands on the row's own cells. What the columns hold is said
once, in a mapping file, and remembered. A newer version of a sheet takes the place of
the former. docs/desk.md shows a mapping.`,
		Example: `  parley sheet add talks.csv --map talks.toml
  parley sheet add talks.csv            the next time
  parley sheet list
  parley sheet give talks.csv > copy.csv`,
	}
	cmd.AddCommand(p.sheetAddCommand(), p.sheetListCommand(), p.sheetGiveCommand())
	return cmd
}

func (p *program) sheetAddCommand() *cobra.Command {
	flags := &deskFlags{}
	mapping := ""
	cmd := &cobra.Command{
		Use:   "add FILE",
		Short: "Take a sheet in: all of its rows or, where one has a mistake, none",
		Example: `  parley sheet add talks.csv --map talks.toml
  parley sheet add talks.csv`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			content, err := os.ReadFile(args[0])
			if err != nil {
				return parley.Unopened(args[0], err)
			}
			m, err := p.mappingFor(cmd.Context(), args[0], mapping)
			if err != nil {
				return err
			}
			kept, err := p.openOrMake(cmd.Context())
			if err != nil {
				return err
			}
			defer kept.Close()
			editor, err := p.deskOf(kept, flags)
			if err != nil {
				return err
			}
			taken, err := editor.TakeSheet(cmd.Context(), args[0], content, m)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(p.out, "%s taken in from %s\n", export.Counted(taken.Rows, "row"), taken.Name)
			return err
		},
	}
	cmd.Flags().StringVar(&mapping, "map", "", "the file that says what the columns hold; needed the first time")
	cmd.Flags().StringVar(&flags.by, "by", "", "who answers for it (default $PARLEY_BY, else the name of your account)")
	return cmd
}

// mappingFor is the mapping in a file or, where none is named, the one by which
// the sheet was taken in before.
func (p *program) mappingFor(ctx context.Context, sheet, file string) (m desk.Mapping, err error) {
	if file != "" {
		content, err := os.ReadFile(file)
		if err != nil {
			return m, parley.Unopened(file, err)
		}
		return desk.ParseMapping(file, content)
	}
	unsaid := usageError{errors.New("sheet add: say with --map what the columns hold; docs/desk.md shows how")}
	err = p.readIfAny(ctx, func(kept store.Store) error {
		if kept == nil {
			return unsaid
		}
		former, err := desk.FindSheet(ctx, kept, sheet)
		if parley.KindOf(err) == parley.NotFound {
			return unsaid
		}
		m = former.Mapping
		return err
	})
	return m, err
}

func (p *program) sheetListCommand() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use:   "list",
		Short: "The sheets that were taken in",
		Example: `  parley sheet list
  parley sheet list --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			kept, err := p.openToRead(cmd.Context())
			if err != nil {
				return err
			}
			defer kept.Close()
			sheets, err := desk.Sheets(cmd.Context(), kept)
			if err != nil {
				return err
			}
			if asJSON {
				return export.JSONLines(p.out, sheets)
			}
			for _, s := range sheets {
				fmt.Fprintf(p.out, "%s · %s of the kind %s · %s\n", s.Name, export.Counted(s.Rows, "row"), s.Mapping.Kind, s.Key)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	return cmd
}

func (p *program) sheetGiveCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "give NAME",
		Short:   "Write a sheet out as it was taken in, byte for byte",
		Example: `  parley sheet give talks.csv > copy.csv`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			kept, err := p.openToRead(cmd.Context())
			if err != nil {
				return err
			}
			defer kept.Close()
			content, err := desk.GiveSheet(cmd.Context(), kept, args[0])
			if err != nil {
				return err
			}
			_, err = io.WriteString(p.out, string(content))
			return err
		},
	}
}
