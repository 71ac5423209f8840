package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/source/follow"
	"github.com/parleyrecord/parley/source/opml"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

func (p *program) feedsCommand() *cobra.Command {
	var asJSON, troubled bool
	cmd := &cobra.Command{
		Use:   "feeds",
		Short: "What is followed, and how it fares",
		Long: `Feeds lists the feeds, pages and folders that 'parley follow' looks at, those in
trouble first: gone for good, failing, silent for far longer than usual, shrunk to fewer
items than usual, moved to another address.

--json gives one object a line: address moved kind title health troubles[{name text}]
items taken pages again tried came newest next.`,
		Example: `  parley feeds
  parley feeds add https://post.example/feed.xml
  parley feeds import subscriptions.opml
  parley feeds export > subscriptions.opml`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.listFeeds(cmd.Context(), troubled, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	cmd.Flags().BoolVar(&troubled, "troubled", false, "only those with which something is the matter")
	cmd.AddCommand(p.feedsAddCommand(), p.feedsRemoveCommand(), p.feedsImportCommand(), p.feedsExportCommand())
	return cmd
}

func (p *program) listFeeds(ctx context.Context, troubled, asJSON bool) error {
	states, err := p.followed(ctx)
	if err != nil {
		return err
	}
	now := time.Now()
	feeds := view.Feeds(states, now)
	if troubled {
		feeds = slices.DeleteFunc(feeds, func(f view.Feed) bool { return len(f.Troubles) == 0 })
	}
	if asJSON {
		return export.JSONLines(p.out, feeds)
	}
	paper, err := p.paper()
	if err != nil {
		return err
	}
	return export.Feeds(p.out, paper, feeds, now)
}

// followed is what the record knows of what is followed; nothing where there is
// no record.
func (p *program) followed(ctx context.Context) (states []follow.State, err error) {
	err = p.readIfAny(ctx, func(kept store.Store) error {
		if kept == nil {
			return nil
		}
		states, err = intake.Followed{Store: kept}.States(ctx)
		return err
	})
	return states, err
}

// changeFollowed opens the record to change what is followed.
func (p *program) changeFollowed(ctx context.Context, change func(*follow.Follower, intake.Followed) error) error {
	kept, err := p.openOrMake(ctx)
	if err != nil {
		return err
	}
	defer kept.Close()
	keeper := intake.Followed{Store: kept}
	return change(&follow.Follower{Keeper: keeper, Now: time.Now}, keeper)
}

func (p *program) feedsAddCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "add ADDRESS|FOLDER...",
		Short: "Follow feeds, pages and folders from now on",
		Long: `Add lets the next 'parley follow' look at these too. One that is followed already, and
failed or is gone, is tried again with the next look.`,
		Example: `  parley feeds add https://post.example/feed.xml ~/clippings`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.changeFollowed(cmd.Context(), func(f *follow.Follower, keeper intake.Followed) error {
				return p.addFeeds(cmd.Context(), f, keeper, args)
			})
		},
	}
}

func (p *program) addFeeds(ctx context.Context, f *follow.Follower, keeper intake.Followed, addresses []string) error {
	added, err := f.Add(ctx, addresses...)
	if err != nil {
		return err
	}
	states, err := keeper.States(ctx)
	if err != nil {
		return err
	}
	again := 0
	for _, s := range states {
		named := slices.ContainsFunc(addresses, func(given string) bool { name, err := follow.Name(given); return err == nil && name == s.Address })
		if !named || !s.Gone && s.Failures == 0 {
			continue
		}
		if err := f.Retry(ctx, s); err != nil {
			return err
		}
		again++
	}
	_, err = fmt.Fprintf(p.out, "%d added, %d to be tried again, %d followed in all\n", len(added), again, len(states))
	return err
}

func (p *program) feedsRemoveCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "remove ADDRESS|FOLDER...",
		Short:   "Follow these no longer",
		Long:    `Remove forgets sources, all or none; the articles that came of them stay in the record.`,
		Example: `  parley feeds remove https://post.example/feed.xml`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.changeFollowed(cmd.Context(), func(_ *follow.Follower, keeper intake.Followed) error {
				names := make([]string, len(args))
				for i, given := range args {
					name, err := follow.Name(given)
					if err != nil {
						return err
					}
					names[i] = name
				}
				if err := keeper.Drop(cmd.Context(), names...); err != nil {
					return err
				}
				_, err := fmt.Fprintf(p.out, "%s removed\n", export.Counted(len(args), "source"))
				return err
			})
		},
	}
}

func (p *program) feedsImportCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "import FILE.opml...",
		Short:   "Follow the feeds on lists that feed readers export",
		Long:    `Import adds the feeds on OPML lists to what is followed.`,
		Example: `  parley feeds import subscriptions.opml`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var addresses []string
			for _, path := range args {
				feeds, err := readOPML(path)
				if parley.KindOf(err) == parley.Partial {
					fmt.Fprintf(p.err, "parley: note: %v\n", err)
				} else if err != nil {
					return err
				}
				for _, f := range feeds {
					addresses = append(addresses, f.Address)
				}
			}
			return p.changeFollowed(cmd.Context(), func(f *follow.Follower, keeper intake.Followed) error {
				return p.addFeeds(cmd.Context(), f, keeper, addresses)
			})
		},
	}
}

// largestOPML is the size in bytes up to which a list of feeds is read.
const largestOPML = 16 << 20

func readOPML(path string) ([]opml.Feed, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, parley.Unopened(path, err)
	}
	if info.Size() > largestOPML {
		return nil, &parley.Error{Kind: parley.TooLarge, Subject: path, Problem: "the list is larger than 16 MB", Mend: "split it"}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, parley.Unopened(path, err)
	}
	feeds, err := opml.Read(data)
	var e *parley.Error
	if errors.As(err, &e) {
		e.Subject = path
	}
	return feeds, err
}

func (p *program) feedsExportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "export",
		Short: "Write the feeds as a list that feed readers import",
		Long: `Export writes the feeds that are followed as OPML. Pages and folders are left out, and
so are user names and passwords in addresses.`,
		Example: `  parley feeds export > subscriptions.opml`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			states, err := p.followed(cmd.Context())
			if err != nil {
				return err
			}
			var feeds []opml.Feed
			for _, s := range states {
				if s.Kind != follow.Folder && s.Kind != follow.Page {
					feeds = append(feeds, opml.Feed{Title: s.Title, Address: s.PublicAddress(), Site: s.Site})
				}
			}
			return opml.Write(p.out, "Followed by Parley", feeds)
		},
	}
}
