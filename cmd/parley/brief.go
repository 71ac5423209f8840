package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// briefLines is how many lines each part of a brief holds where nobody says.
const briefLines = 12

// trendDays is over how many days an arrow is counted where nobody says.
const trendDays = 14

func (p *program) briefCommand() *cobra.Command {
	flags := &lookFlags{}
	var markdown, html bool
	var lines, days int
	cmd := &cobra.Command{
		Use:   "brief",
		Short: "What changed, what is next, who moved, what is disputed",
		Long: `Brief prints what an editor needs on a morning, each line with its sources. It
covers what was told from --since to --until: without them, the week up to the
last thing told. Each part is shortened to the lines with the most independent
sources; --lines asks for more or fewer.

The arrow is counted: what leads on (a meeting held, an agreement, a stance softened)
and what leads back (a meeting put off, a sanction, a stance hardened), over the last
--days; what it counts stands below it. Fewer than two independent sources give no
arrow.`,
		Example: `  parley brief --since 2025-12-15
  parley brief --as-of 2025-12-04 --markdown > brief.md
  parley brief --dossier russia-ukraine --html --lines 6 > brief.html
  parley brief --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case lines < 1:
				return usageError{fmt.Errorf("--lines: %d is too few (give 1 or more)", lines)}
			case flags.json && markdown || flags.json && html || markdown && html:
				return usageError{errors.New("of --json, --markdown and --html, two cannot both be had")}
			case days < 1:
				return usageError{fmt.Errorf("--days: %d is too few (give 1 or more)", days)}
			}
			return p.look(cmd.Context(), flags, func(r store.Reader, look view.Look) error {
				look.TrendDays = days
				return p.brief(cmd.Context(), r, look, lines, form{json: flags.json, markdown: markdown, html: html})
			})
		},
	}
	flags.add(cmd, "what was told")
	cmd.Flags().Lookup("json").Usage = "one JSON object"
	cmd.Flags().BoolVar(&markdown, "markdown", false, "Markdown, with the sources as notes")
	cmd.Flags().BoolVar(&html, "html", false, "a page in one file, to print or to send")
	cmd.Flags().IntVar(&days, "days", trendDays, "over how many days the arrow is counted")
	cmd.Flags().IntVar(&lines, "lines", briefLines, "how many lines to print of each part at most")
	return cmd
}

// form is how a brief is wanted; text where neither is asked for.
type form struct{ json, markdown, html bool }

func (p *program) brief(ctx context.Context, r store.Reader, look view.Look, lines int, as form) error {
	brief, err := view.BriefOf(ctx, r, look, lines)
	if err != nil {
		return err
	}
	paper, err := p.paper()
	switch {
	case err != nil:
		return err
	case as.json:
		return export.JSON(p.out, brief)
	case as.markdown:
		return export.BriefMarkdown(p.out, paper.Name, brief)
	case as.html:
		pages, err := p.pages(nil, nil, nil)
		if err != nil {
			return err
		}
		return pages.WriteBrief(ctx, p.out, r, look, brief)
	}
	return export.Brief(p.out, paper, brief)
}
