package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/archive"
	"github.com/parleyrecord/parley/export"
)

func (p *program) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the record and your dossiers into one file",
		Long: `Backup writes the record, as it is at this moment, and the dossiers in the data folder
into one zip file, with a manifest of the SHA-256 of each. Others may go on reading and
writing meanwhile. An existing file is not replaced.`,
		Example: `  parley backup parley-2025-12-24.zip`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, err := p.dataFolder()
			if err != nil {
				return err
			}
			m, err := archive.Backup(cmd.Context(), folder, args[0], time.Now())
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(p.out, "%s in %s\n", export.Counted(len(m.Files), "file"), args[0])
			return err
		},
	}
}

func (p *program) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup into a folder that has no record",
		Long: `Restore checks a backup, each file by its hash and the record in it by its own, and puts
it into the data folder. That must have no record: nothing is replaced. Where anything
is amiss, the folder stays as it was.`,
		Example: `  parley restore parley-2025-12-24.zip --data restored`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, err := p.dataFolder()
			if err != nil {
				return err
			}
			m, err := archive.Restore(cmd.Context(), args[0], folder)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(p.out, "the record of %s is in %s\n", export.Moment(m.Made), folder)
			return err
		},
	}
}

func (p *program) verifyCommand() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use:   "verify [FILE]",
		Short: "Check the record, or a backup, by its hashes and rules",
		Long: `Verify holds all that is kept against its hashes and rules: the words of each
document, each reading against its document, each correction, and the entries against
a folding of all readings at once. With FILE it checks a backup the same way, and each
file in it by the hash in its manifest.`,
		Example: `  parley verify
  parley verify parley-2025-12-24.zip --json`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			found, err := p.verified(cmd.Context(), args)
			if err != nil {
				return err
			}
			if asJSON {
				return export.JSON(p.out, found)
			}
			_, err = fmt.Fprintf(p.out, "whole: %s, each with its reading, %s, %d entries\n",
				export.Counted(found.Documents, "document"), export.Counted(found.Corrections, "correction"), found.Entries)
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	return cmd
}

func (p *program) verified(ctx context.Context, args []string) (archive.Verified, error) {
	if len(args) == 1 {
		_, found, err := archive.Check(ctx, args[0])
		return found, err
	}
	kept, err := p.openToRead(ctx)
	if err != nil {
		return archive.Verified{}, err
	}
	defer kept.Close()
	if err := kept.Check(ctx); err != nil {
		return archive.Verified{}, err
	}
	return archive.Verify(ctx, kept)
}

func (p *program) importCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE",
		Short: "Take in a whole record that another machine exported",
		Long: `Import takes in what 'parley export --whole' wrote: documents with their readings,
corrections, what is followed and what readers have seen. It folds the same entries
byte for byte. A record that has something already gets it beside that. All of it is
taken in, or nothing. FILE is - for standard input.`,
		Example: `  parley export --whole | parley import - --data copy`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			in := p.in
			if args[0] != "-" {
				file, err := os.Open(args[0])
				if err != nil {
					return parley.Unopened(args[0], err)
				}
				defer file.Close()
				in = file
			}
			return p.importWhole(cmd.Context(), args[0], in)
		},
	}
}

func (p *program) importWhole(ctx context.Context, name string, in io.Reader) error {
	folder, err := p.dataFolder()
	if err != nil {
		return err
	}
	words, err := p.words()
	if err != nil {
		return err
	}
	lines := bufio.NewReader(in)
	if err := archive.Begins(name, lines); err != nil {
		return err // no record is made for nothing
	}
	kept, err := p.openOrMake(ctx)
	if err != nil {
		return err
	}
	defer kept.Close()
	taken, err := archive.Import(ctx, kept, words, name, lines)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "%s and %s taken in; the record is in %s\n", export.Counted(taken.Documents, "document"), export.Counted(taken.Corrections, "correction"), folder)
	return err
}

// exportWhole writes all that the record was made from, as it is at one moment.
func (p *program) exportWhole(ctx context.Context) error {
	kept, err := p.openToWrite(ctx)
	if err != nil {
		return err
	}
	defer kept.Close()
	out := bufio.NewWriter(p.out)
	if err := archive.Export(ctx, out, kept); err != nil {
		return err
	}
	return out.Flush()
}
