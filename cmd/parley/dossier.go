package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

func (p *program) dossierCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "dossier",
		Short: "The negotiations that you follow: make, list, look at, check",
		Long: `A dossier is a negotiation that is followed: a small file with its name, its parties,
the words by which its news is known, issues of its own, feeds and alerts. Parley
brings some; yours lie in the folder dossiers of the data folder, and one with the id
of a ready one takes its place. Every view but show and export
takes --dossier.`,
		Example: `  parley dossier list
  parley dossier new norland-sudmark --party NOR --party SWE
  parley dossier show russia-ukraine
  parley dossier check`,
	}
	cmd.AddCommand(p.dossierNewCommand(), p.dossierListCommand(), p.dossierShowCommand(), p.dossierCheckCommand(), p.dossierWhyCommand())
	return cmd
}

func (p *program) dossierNewCommand() *cobra.Command {
	var name, from string
	var parties, watch, feeds []string
	cmd := &cobra.Command{
		Use:   "new ID",
		Short: "Begin a dossier file",
		Long: `New writes a dossier file with what you give and, as comments, what more can be said.
Edit it, then 'parley dossier check', and 'parley reread' to assign what is kept.

--from begins with one that parley brings, to which you add feeds and words. Under its
own id it takes the place of the one that it was copied from.`,
		Example: `  parley dossier new norland-sudmark --name "Norland and Sudmark" --party NOR --party SWE --watch "Lake Accord"
  parley dossier new sudan --from sudan --feed https://post.example/feed.xml`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if from != "" && (name != "" || len(parties)+len(watch) > 0) {
				return usageError{errors.New("--from cannot be had with --name, --party or --watch: edit the copy")}
			}
			if from != "" {
				file, err := dossier.ReadyFile(from, feeds)
				if err != nil {
					return err
				}
				return p.dossierNew(args[0], file)
			}
			if name == "" {
				name = args[0]
			}
			return p.dossierNew(args[0], dossier.Draft(name, parties, watch, feeds))
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&from, "from", "", "begin with a copy of this dossier that parley brings")
	flags.StringVar(&name, "name", "", "what people call it")
	flags.StringArrayVar(&parties, "party", nil, "a party, by code or name; may be given several times")
	flags.StringArrayVar(&watch, "watch", nil, "a phrase that can mean nothing else; may be given several times")
	flags.StringArrayVar(&feeds, "feed", nil, "the address of a feed; may be given several times")
	return cmd
}

func (p *program) dossierNew(id string, content []byte) error {
	folder, err := p.dossierFolder()
	if err != nil {
		return err
	}
	words, err := p.words()
	if err != nil {
		return err
	}
	file := filepath.Join(folder, id+dossier.Ending)
	if _, err := dossier.Parse(file, content, words); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return &parley.Error{Kind: parley.ReadOnly, Subject: folder, Problem: "it cannot be made", Mend: "choose another data folder with --data", Err: err}
	}
	out, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, os.ErrExist) {
		return &parley.Error{Kind: parley.Invalid, Subject: file, Problem: "there is such a dossier already", Mend: "edit it, or choose another id"}
	}
	if err != nil {
		return err
	}
	if _, err = out.Write(content); err != nil {
		return errors.Join(err, out.Close())
	}
	fmt.Fprintln(p.out, file)
	return out.Close()
}

func (p *program) dossierListCommand() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use:   "list",
		Short: "The dossiers, and how much the record has on each",
		Example: `  parley dossier list
  parley dossier list --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			set, err := p.dossiers()
			if err != nil {
				return err
			}
			return p.readIfAny(cmd.Context(), func(r store.Store) error {
				list, err := view.Dossiers(cmd.Context(), r, set.Dossiers())
				if err != nil {
					return err
				}
				if asJSON {
					return export.JSONLines(p.out, list)
				}
				paper, err := p.paper()
				if err != nil {
					return err
				}
				return export.Dossiers(p.out, paper, list)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	return cmd
}

// documentsShown is how many documents of a dossier are shown where nobody asks
// for all.
const documentsShown = 10

func (p *program) dossierShowCommand() *cobra.Command {
	asJSON, all := false, false
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "A dossier, and which articles belong to it and why",
		Example: `  parley dossier show russia-ukraine
  parley dossier show russia-ukraine --all --json`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n := documentsShown
			if all {
				n = math.MaxInt
			}
			return p.dossierShow(cmd.Context(), args[0], n, asJSON)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "every document that belongs to it")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the dossier, then each document, one JSON object a line")
	return cmd
}

func (p *program) dossierShow(ctx context.Context, id string, n int, asJSON bool) error {
	set, err := p.dossiers()
	if err != nil {
		return err
	}
	d, err := set.Find(id)
	if err != nil {
		return err
	}
	return p.readIfAny(ctx, func(r store.Store) error {
		shown, err := view.Dossiers(ctx, r, []dossier.Dossier{d})
		if err != nil {
			return err
		}
		var documents []view.Assigned
		if r != nil {
			if documents, err = view.AssignedTo(ctx, r, set, id, n); err != nil {
				return err
			}
		}
		if asJSON {
			return errors.Join(export.JSONLines(p.out, shown), export.JSONLines(p.out, documents))
		}
		paper, err := p.paper()
		if err != nil {
			return err
		}
		return export.Dossier(p.out, paper, shown[0], documents)
	})
}

func (p *program) dossierCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check [FILE...]",
		Short: "Find the mistakes in dossier files",
		Long: `Check reads dossier files, or all of your own where none is named, and tells each mistake
with its file, row and column and how to mend it.`,
		Example: `  parley dossier check
  parley dossier check norland-sudmark.toml`,
		RunE: func(_ *cobra.Command, files []string) error { return p.dossierCheck(files) },
	}
}

func (p *program) dossierCheck(files []string) error {
	words, err := p.words()
	if err != nil {
		return err
	}
	checked := 0
	var faults []error
	for _, file := range files {
		_, err := dossier.LoadFile(file, words)
		faults = append(faults, err)
		checked++
	}
	if len(files) == 0 {
		list, err := p.allDossiers()
		faults = append(faults, err)
		for _, d := range list {
			if d.Own {
				checked++
			}
		}
	}
	if err := errors.Join(faults...); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "%s, no mistake\n", export.Counted(checked, "dossier"))
	return err
}

func (p *program) dossierWhyCommand() *cobra.Command {
	flags := &inputFlags{}
	asJSON := false
	cmd := &cobra.Command{
		Use:   "why FILE...",
		Short: "To which dossiers articles belong, and by which words",
		Long: `Why tells for each article to which dossiers it belongs and which words say so. FILE is
what 'parley add' takes; nothing is kept.`,
		Example: `  parley dossier why article.txt
  parley dossier why clippings/ --json`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			tell := p.tellWhy
			if asJSON {
				tell = p.whyAsJSON
			}
			return p.whyDossiers(cmd.Context(), paths, flags, tell)
		},
	}
	flags.add(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	return cmd
}

// whyDossiers assigns documents and tells what comes out.
func (p *program) whyDossiers(ctx context.Context, paths []string, flags *inputFlags, tell func(document string, found []dossier.Assignment) error) error {
	set, err := p.dossiers()
	if err != nil {
		return err
	}
	documents, err := p.documents(ctx, paths, flags, nil)
	if err != nil {
		return err
	}
	b := batch{p: p}
	for d, err := range documents {
		if err != nil {
			b.tell(err)
			continue
		}
		b.taken++
		if err := tell(d.ID, set.Assign(d)); err != nil {
			return err
		}
	}
	return b.end()
}

func (p *program) tellWhy(document string, found []dossier.Assignment) (err error) {
	if len(found) == 0 {
		_, err = fmt.Fprintf(p.out, "%s belongs to no dossier\n", document)
	}
	for _, a := range found {
		_, err = fmt.Fprintf(p.out, "%s belongs to %s: %s\n", document, a.Dossier, a.Reason())
	}
	return err
}

func (p *program) whyAsJSON(document string, found []dossier.Assignment) error {
	return export.JSON(p.out, struct {
		ID       string               `json:"id"`
		Dossiers []dossier.Assignment `json:"dossiers"`
	}{document, found})
}
