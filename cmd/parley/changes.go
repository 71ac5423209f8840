package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

type changesFlags struct {
	since, reader, dossier string
	peek, json             bool
}

func (p *program) changesCommand() *cobra.Command {
	flags := &changesFlags{}
	cmd := &cobra.Command{
		Use:   "changes",
		Short: "What is new, changed or confirmed since you last looked",
		Long: `Changes lists each entry that is not what it was, once: now confirmed, disputed,
changed, new, withdrawn. It goes by when parley took things in, whenever they happened
or were told.

Without --since it tells what has changed since the same reader last asked, and
remembers that the reader has seen it; --peek does not remember.`,
		Example: `  parley changes
  parley changes --reader night-desk --dossier russia-ukraine
  parley changes --since 2025-12-04T06:00:00Z --json
  parley changes --since 24h`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if flags.since != "" && (flags.reader != "" || flags.peek) {
				return usageError{errors.New("changes: --since goes with neither --reader nor --peek")}
			}
			if flags.since != "" {
				return p.changesSince(cmd.Context(), flags)
			}
			return p.changesForReader(cmd.Context(), flags)
		},
	}
	f := cmd.Flags()
	f.StringVar(&flags.since, "since", "", "what was taken in on this day or later, since a time such as 2025-12-04T06:00:00Z, or over the last hours: 24h")
	f.StringVar(&flags.reader, "reader", "", "whose last look counts (default $PARLEY_BY, else the name of your account)")
	f.StringVar(&flags.dossier, "dossier", "", "only what an article of this dossier tells")
	f.BoolVar(&flags.peek, "peek", false, "do not remember that the reader has seen this")
	f.BoolVar(&flags.json, "json", false, "one JSON object a line")
	return cmd
}

func (p *program) changesSince(ctx context.Context, flags *changesFlags) error {
	at, err := sinceWhen(flags.since)
	if err != nil {
		return usageError{fmt.Errorf("--since: %w", err)}
	}
	return p.look(ctx, &lookFlags{dossier: flags.dossier}, func(r store.Reader, look view.Look) error {
		page, err := p.changes(ctx, r, look, store.Moment{At: at}, flags.json)
		if err != nil {
			return err
		}
		_, err = p.out.Write(page)
		return err
	})
}

// sinceWhen reads a time, the first moment of a day, or so many hours ago.
func sinceWhen(s string) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	if d := parley.Date(s); d.Valid() {
		return d.First(), nil
	}
	if back, err := time.ParseDuration(s); err == nil && back > 0 {
		return time.Now().Add(-back), nil
	}
	return time.Time{}, fmt.Errorf("%q is neither a date, a time nor a stretch of hours (write 2025-12-04, 2025-12-04T18:00:00Z or 24h)", s)
}

// changesForReader tells what a reader has not seen. It is told inside the
// transaction that remembers it: what was not told is told the next time, and
// what was comes no more.
func (p *program) changesForReader(ctx context.Context, flags *changesFlags) error {
	reader, err := (&deskFlags{by: flags.reader}).who()
	if err != nil {
		return err
	}
	look, _, err := (&lookFlags{dossier: flags.dossier}).look()
	if err != nil {
		return err
	}
	if err := p.knownDossier(flags.dossier); err != nil {
		return err
	}
	kept, err := p.openToWrite(ctx)
	if err != nil {
		return err
	}
	defer kept.Close()
	return kept.Update(ctx, func(tx store.Tx) error {
		name := desk.ReaderOf(reader, flags.dossier)
		seen, _, err := desk.LastSeen(ctx, tx, name)
		if err != nil {
			return err
		}
		page, err := p.changes(ctx, tx, look, seen, flags.json)
		if err != nil {
			return err
		}
		if _, err := p.out.Write(page); err != nil || flags.peek {
			return err
		}
		now, err := tx.Latest(ctx)
		if err != nil {
			return err
		}
		return desk.MarkSeen(ctx, tx, name, now)
	})
}

// changes is the page of what changed after a moment.
func (p *program) changes(ctx context.Context, r store.Reader, look view.Look, after store.Moment, asJSON bool) ([]byte, error) {
	changes, err := view.Changes(ctx, r, look, after)
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	if asJSON {
		err = export.JSONLines(&page, changes)
		return page.Bytes(), err
	}
	paper, err := p.paper()
	if err != nil {
		return nil, err
	}
	since := "since the beginning"
	if !after.At.IsZero() {
		since = "since " + export.Moment(after.At)
	}
	err = export.Changes(&page, paper, since, changes)
	return page.Bytes(), err
}
