package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/record"
)

// deskFlags are the flags of the commands that correct the record.
type deskFlags struct {
	by, note string
	json     bool
}

func (f *deskFlags) add(cmd *cobra.Command, withNote bool) {
	flags := cmd.Flags()
	flags.StringVar(&f.by, "by", "", "who answers for it (default $PARLEY_BY, else the name of your account)")
	flags.BoolVar(&f.json, "json", false, "the correction as a JSON object")
	if withNote {
		flags.StringVar(&f.note, "note", "", "why, in your words")
	}
}

// who answers for a correction.
func (f *deskFlags) who() (string, error) {
	if name := cmp.Or(strings.TrimSpace(f.by), strings.TrimSpace(os.Getenv("PARLEY_BY"))); name != "" {
		return name, nil
	}
	if u, err := user.Current(); err == nil {
		if name := cmp.Or(strings.TrimSpace(u.Name), u.Username); name != "" {
			return name, nil
		}
	}
	return "", usageError{errors.New("this account has no name to sign with; give one with --by")}
}

// correct lets somebody make corrections, and tells which.
func (p *program) correct(ctx context.Context, flags *deskFlags, change func(*desk.Desk) ([]parley.Correction, error)) error {
	kept, err := p.openToWrite(ctx)
	if err != nil {
		return err
	}
	defer kept.Close()
	editor, err := p.deskOf(kept, flags)
	if err != nil {
		return err
	}
	made, failure := change(editor)
	for _, c := range made {
		if flags.json {
			err = export.JSON(p.out, c)
		} else {
			_, err = fmt.Fprintf(p.out, "%s; to take it back: parley undo %s\n", export.CorrectionInWords(c), c.ID[:10])
		}
		if err != nil {
			return err
		}
	}
	return failure
}

// one is a single correction as a list.
func one(c parley.Correction, err error) ([]parley.Correction, error) {
	if err != nil {
		return nil, err
	}
	return []parley.Correction{c}, nil
}

// each corrects several things the same way, and stops at the first that
// cannot be.
func each(things []string, change func(string) (parley.Correction, error)) (made []parley.Correction, err error) {
	for _, thing := range things {
		c, err := change(thing)
		if err != nil {
			return made, err
		}
		made = append(made, c)
	}
	return made, nil
}

func (p *program) acceptCommand() *cobra.Command {
	flags := &deskFlags{}
	cmd := &cobra.Command{
		Use:   "accept ENTRY...",
		Short: "Say that entries are right as they stand",
		Long: `Accept says that entries are right as they stand: they leave the queue, and show
carries who accepted them and when.`,
		Example: `  parley accept 4f2a9c1e07
  parley accept 4f2a9c1e07 87e26df838 --note "confirmed by the ministry"`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, entries []string) error {
			return p.correct(cmd.Context(), flags, func(d *desk.Desk) ([]parley.Correction, error) {
				return each(entries, func(e string) (parley.Correction, error) { return d.Accept(cmd.Context(), e, flags.note) })
			})
		},
	}
	flags.add(cmd, true)
	return cmd
}

func (p *program) rejectCommand() *cobra.Command {
	flags := &deskFlags{}
	var documents []string
	cmd := &cobra.Command{
		Use:   "reject ENTRY...",
		Short: "Take out what was read wrong",
		Long: `Reject says that what the articles are read to tell is no such thing: the entries
leave the record. With --document it says so of these articles alone, and the entry
stands without them. A dispute that is rejected is none, and its entry stays.

What other articles tell later comes as an entry of its own.`,
		Example: `  parley reject 4f2a9c1e07 --note "a different Geneva"
  parley reject 4f2a9c1e07 --document courier-2025-10-21-on-hold`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, entries []string) error {
			return p.correct(cmd.Context(), flags, func(d *desk.Desk) ([]parley.Correction, error) {
				return each(entries, func(e string) (parley.Correction, error) { return d.Reject(cmd.Context(), e, documents, flags.note) })
			})
		},
	}
	flags.add(cmd, true)
	cmd.Flags().StringArrayVar(&documents, "document", nil, "only what this article tells; may be given several times")
	return cmd
}

func (p *program) mergeCommand() *cobra.Command {
	flags := &deskFlags{}
	cmd := &cobra.Command{
		Use:   "merge ENTRY ENTRY...",
		Short: "Say that entries are one",
		Long: `Merge says that several meetings, events of one type, statements or proposals are one.
They stay one whatever is read later. Positions are not merged: set their party,
issue or stance, and they join.`,
		Example: `  parley merge 4f2a9c1e07 87e26df838`,
		Args:    cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, entries []string) error {
			return p.correct(cmd.Context(), flags, func(d *desk.Desk) ([]parley.Correction, error) {
				return one(d.Merge(cmd.Context(), entries, flags.note))
			})
		},
	}
	flags.add(cmd, true)
	return cmd
}

func (p *program) splitCommand() *cobra.Command {
	flags := &deskFlags{}
	var documents []string
	cmd := &cobra.Command{
		Use:   "split ENTRY --document DOCUMENT...",
		Short: "Say that some articles of an entry tell of another thing",
		Long: `Split takes what some articles tell of an entry out of it, into an entry of its
own. The two stay apart whatever is read later.`,
		Example: `  parley split 4f2a9c1e07 --document gazette-2025-10-18-white-house`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(documents) == 0 {
				return usageError{errors.New("split: name the articles that tell of another thing with --document")}
			}
			return p.correct(cmd.Context(), flags, func(d *desk.Desk) ([]parley.Correction, error) {
				return one(d.Split(cmd.Context(), args[0], documents, flags.note))
			})
		},
	}
	flags.add(cmd, true)
	cmd.Flags().StringArrayVar(&documents, "document", nil, "an article that tells of another thing; may be given several times")
	return cmd
}

func (p *program) setCommand() *cobra.Command {
	flags := &deskFlags{}
	cmd := &cobra.Command{
		Use:   "set ENTRY FIELD VALUE",
		Short: "Give a field of an entry another value",
		Long: `Set gives a field of an entry the value that you know to be right; "" takes away
what is said. A list (` + strings.Join(settableLists(), ", ") + `) is parted by
semicolons. What the articles say stays behind it: show prints both.

` + fieldsInWords(settable),
		Example: `  parley set 4f2a9c1e07 status cancelled --note "the embassy, by telephone"
  parley set 4f2a9c1e07 start 2025-05-23
  parley set 4f2a9c1e07 participants "Anna Kovar; Ivo Brandt"`,
		Args: cobra.ExactArgs(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.correct(cmd.Context(), flags, func(d *desk.Desk) ([]parley.Correction, error) {
				return one(d.Set(cmd.Context(), args[0], args[1], args[2], flags.note))
			})
		},
	}
	flags.add(cmd, true)
	return cmd
}

// settable are the names of the fields of a kind of entry that can be set.
func settable(kind parley.EntryKind) (names []string) {
	for _, f := range record.Settable(kind) {
		names = append(names, f.Name)
	}
	return names
}

// settableLists are the names of those that are lists.
func settableLists() (names []string) {
	for _, kind := range parley.EntryKinds {
		for _, f := range record.Settable(kind) {
			if f.List && !slices.Contains(names, f.Name) {
				names = append(names, f.Name)
			}
		}
	}
	return names
}

func (p *program) noteCommand() *cobra.Command {
	flags := &deskFlags{}
	cmd := &cobra.Command{
		Use:     "note ENTRY WORDS...",
		Short:   "Put a note beside an entry",
		Long:    `Note puts words of your own beside an entry; show and the pages print them.`,
		Example: `  parley note 4f2a9c1e07 "ask the ministry for the list of delegates"`,
		Args:    cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.correct(cmd.Context(), flags, func(d *desk.Desk) ([]parley.Correction, error) {
				return one(d.Note(cmd.Context(), args[0], strings.Join(args[1:], " ")))
			})
		},
	}
	flags.add(cmd, false)
	return cmd
}

func (p *program) undoCommand() *cobra.Command {
	flags := &deskFlags{}
	cmd := &cobra.Command{
		Use:   "undo CORRECTION...",
		Short: "Take corrections back",
		Long: `Undo takes corrections out of force: the record is again what it would be without
them. CORRECTION is the id that the correction printed, or its first six characters or
more. To undo an undoing brings its correction back; nothing is ever deleted.`,
		Example: `  parley undo 8d1f02c7aa
  parley corrections                what there is to undo`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return p.correct(cmd.Context(), flags, func(d *desk.Desk) ([]parley.Correction, error) {
				return each(ids, func(id string) (parley.Correction, error) { return d.Undo(cmd.Context(), id, flags.note) })
			})
		},
	}
	flags.add(cmd, true)
	return cmd
}
