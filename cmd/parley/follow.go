package main

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/source/fetch"
	"github.com/parleyrecord/parley/source/follow"
	"github.com/parleyrecord/parley/store"
)

// followFlags say what to follow, and how.
type followFlags struct {
	dossiers     []string
	all, once    bool
	summaries    bool
	every, pause time.Duration
	allow        []string
	json         bool
}

// Bounds of what a user may ask of other people's servers.
const (
	shortestEvery = time.Minute
	shortestPause = 100 * time.Millisecond
	// followers is how many sources are looked at at once; of one host it is one
	// at a time.
	followers = 8
)

func (p *program) followCommand() *cobra.Command {
	flags := &followFlags{}
	cmd := &cobra.Command{
		Use:   "follow [FEED|PAGE|FOLDER...]",
		Short: "Follow feeds, pages and folders; keep what a dossier is about",
		Long: `Follow looks at feeds, news sitemaps, pages and folders again and again, and reads
what is new or was edited: those given here, those of the dossiers, and all that were
given before ('parley feeds' lists them). An article that belongs to none of the
dossiers is passed over before it is read; --all keeps it too. Dossiers are your own
or, where you have none, those that parley brings; --dossier names some of them.

Of an item that comes with a summary only, the page is fetched, where the site allows
it, and looked at again for five days, less and less often, for what the outlet has
edited since. robots.txt is obeyed, each host is asked for one thing at a time, servers that
fail are left alone for longer each time, and addresses of private networks are not
asked, unless --allow names them.

Follow may be stopped or killed at any time, and goes on where it was: nothing is lost
and nothing comes twice. It runs until it is stopped or, with --once, looks at
everything once and ends; the exit code is then 1 where every source failed.`,
		Example: `  parley follow https://post.example/feed.xml
  parley follow --once --dossier russia-ukraine
  parley follow --every 15m --all ~/clippings`,
		RunE: func(cmd *cobra.Command, args []string) error {
			options, err := flags.options()
			if err != nil {
				return err
			}
			return p.follow(cmd.Context(), flags, options, args)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&flags.dossiers, "dossier", nil, "only this dossier, by its id; may be given several times")
	f.BoolVar(&flags.all, "all", false, "keep what belongs to no dossier too")
	f.BoolVar(&flags.once, "once", false, "look at everything once and end")
	f.DurationVar(&flags.every, "every", 30*time.Minute, "how often to look at each source of the web")
	f.BoolVar(&flags.summaries, "summaries", false, "be content with the summaries of feeds; fetch no pages")
	f.DurationVar(&flags.pause, "pause", time.Second, "pause between two requests to one host")
	f.StringSliceVar(&flags.allow, "allow", nil, "a private network that may be reached, such as 192.168.1.0/24; may be given several times")
	f.BoolVar(&flags.json, "json", false, "one JSON object a line for each look and each article")
	return cmd
}

// options are how to fetch.
func (f *followFlags) options() (fetch.Options, error) {
	o := fetch.Options{Agent: "Parley/" + buildVersion() + " (+https://github.com/parleyrecord/parley)", Delay: f.pause}
	if f.every < shortestEvery {
		return o, usageError{fmt.Errorf("--every: %v is too often for other people's servers (write %v or more)", f.every, shortestEvery)}
	}
	if f.pause < shortestPause {
		return o, usageError{fmt.Errorf("--pause: %v is too short for other people's servers (write %v or more)", f.pause, shortestPause)}
	}
	for _, written := range f.allow {
		network, err := netip.ParsePrefix(written)
		if address, problem := netip.ParseAddr(written); problem == nil {
			network, err = netip.PrefixFrom(address, address.BitLen()), nil
		}
		if err != nil {
			return o, usageError{fmt.Errorf("--allow: %q is no network (write 192.168.1.0/24 or 192.168.1.7)", written)}
		}
		o.Allow = append(o.Allow, network)
	}
	return o, nil
}

func (p *program) follow(ctx context.Context, flags *followFlags, options fetch.Options, sources []string) error {
	words, err := p.words()
	if err != nil {
		return err
	}
	set, err := p.dossiersOf(flags.dossiers)
	if err != nil {
		return err
	}
	kept, err := p.openOrMake(ctx)
	if err != nil {
		return err
	}
	defer kept.Close()
	taking, err := p.intake(kept, words, set)
	if err != nil {
		return err
	}
	fetcher := fetch.New(options)
	defer fetcher.Close()
	report := &followReport{p: p, json: flags.json}
	taking.Relevant, taking.Report = !flags.all, report.outcome
	follower := &follow.Follower{
		Fetch: fetcher, Keeper: intake.Followed{Store: kept}, Every: flags.every, Pages: !flags.summaries, Workers: followers,
		ZoneOf: words.ZoneOf, Now: time.Now, Report: report.look,
	}
	if !flags.all {
		follower.Relevant = func(d parley.Document) bool { return len(taking.Dossiers(d)) > 0 }
	}
	if err := p.addSources(ctx, follower, set, sources); err != nil {
		return err
	}
	service := &intake.Service{Follower: follower, Intake: taking, Once: flags.once}
	service.Idle = report.idle
	err = service.Run(ctx)
	if !flags.once && errors.Is(err, context.Canceled) {
		err = nil // to be stopped is how it ends
	}
	report.end()
	if err == nil && flags.once && report.nothing() {
		return errReported
	}
	return err
}

// addSources lets be followed what the command line and the dossiers name.
func (p *program) addSources(ctx context.Context, f *follow.Follower, set *dossier.Set, given []string) error {
	if _, err := f.Add(ctx, given...); err != nil {
		return err
	}
	for _, d := range set.Dossiers() {
		if _, err := f.Add(ctx, d.Feeds...); err != nil {
			return err
		}
	}
	states, err := f.Keeper.States(ctx)
	if err != nil || len(states) > 0 {
		return err
	}
	return &parley.Error{Kind: parley.Empty, Problem: "there is nothing to follow", Mend: "name a feed, as in: parley follow https://post.example/feed.xml"}
}

// taking takes documents into a record by the user's lexicon and dossiers.
func (p *program) taking(into store.Store) (*intake.Intake, error) {
	words, err := p.words()
	if err != nil {
		return nil, err
	}
	set, err := p.dossiers()
	if err != nil {
		return nil, err
	}
	return p.intake(into, words, set)
}

// intake takes documents into a record, and says to which dossiers of a set they
// belong.
func (p *program) intake(into store.Store, words *lexicon.Lexicon, set *dossier.Set) (*intake.Intake, error) {
	reader, err := p.reader()
	if err != nil {
		return nil, err
	}
	return &intake.Intake{
		Store: into, Reader: reader, Lexicon: words, Workers: runtime.GOMAXPROCS(0), Now: time.Now,
		Dossiers: assigned(set),
	}, nil
}
