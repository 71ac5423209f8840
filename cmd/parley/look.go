package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// lookFlags are the flags of the commands that show the record.
type lookFlags struct {
	since, until, asOf, dossier string
	json                        bool
}

// add gives a command these flags. Bound says what --since and --until bound:
// "what happened" or "what was told".
func (f *lookFlags) add(cmd *cobra.Command, bound string) {
	flags := cmd.Flags()
	flags.StringVar(&f.since, "since", "", "only "+bound+" on this day or later: 2025-12-04, 2025-12 or 2025")
	flags.StringVar(&f.until, "until", "", "only "+bound+" on this day or earlier")
	flags.StringVar(&f.asOf, "as-of", "", "the record as it could be known at the end of this day, or at a time such as 2025-12-04T18:00:00Z")
	flags.StringVar(&f.dossier, "dossier", "", "only what an article of this dossier tells ('parley dossier list' names them)")
	flags.BoolVar(&f.json, "json", false, "one JSON object a line, in a stable order")
}

// look reads the flags. Before is the moment from which on --as-of knows
// nothing; the zero time without it. Plans are held against the last day known
// or, without --as-of, against today.
func (f *lookFlags) look() (look view.Look, before time.Time, err error) {
	for name, value := range map[string]string{"since": f.since, "until": f.until} {
		if !parley.Date(value).Valid() {
			return look, before, usageError{fmt.Errorf("--%s: %q is not a date (write 2025-12-04, 2025-12 or 2025)", name, value)}
		}
	}
	look = view.Look{Since: parley.Date(f.since), Until: parley.Date(f.until), Today: parley.DayOf(time.Now()), Dossier: f.dossier, Whole: f.json}
	if look.Since != "" && look.Until != "" && look.Until.Last().Before(look.Since.First()) {
		return look, before, usageError{fmt.Errorf("--until %s lies before --since %s", f.until, f.since)}
	}
	if f.asOf == "" {
		return look, before, nil
	}
	if before, err = moment(f.asOf); err != nil {
		return look, before, usageError{fmt.Errorf("--as-of: %w", err)}
	}
	look.Today = parley.DayOf(before.Add(-time.Nanosecond).UTC())
	return look, before, nil
}

// moment is the first moment of which s knows nothing: just after a time, or
// after a day, month or year in UTC.
func moment(s string) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.Add(time.Nanosecond), nil
	}
	if d := parley.Date(s); d != "" && d.Valid() {
		return d.Last().AddDate(0, 0, 1), nil
	}
	return time.Time{}, fmt.Errorf("%q is neither a date nor a time (write 2025-12-04 or 2025-12-04T18:00:00Z)", s)
}

// listing runs a command that asks the record for a list and prints it, as a
// page or as one JSON object a line.
func listing[T any](
	p *program, flags *lookFlags,
	ask func(context.Context, store.Reader, view.Look) ([]T, error),
	write func(io.Writer, export.Paper, []T) error,
) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) error {
		return p.look(cmd.Context(), flags, func(r store.Reader, look view.Look) error {
			list, err := ask(cmd.Context(), r, look)
			if err != nil {
				return err
			}
			if flags.json {
				return export.JSONLines(p.out, list)
			}
			paper, err := p.paper()
			if err != nil {
				return err
			}
			return write(p.out, paper, list)
		})
	}
}
