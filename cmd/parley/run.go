package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/lexicon"
)

// The commands stand in the order of a day's work; the setting is the library's
// one for all commands.
func init() { cobra.EnableCommandSorting = false }

// Exit codes.
const (
	done   = 0
	failed = 1 // the request could not be met
	misuse = 2 // the command line makes no sense
)

// errReported is the error of a request that failed for reasons that have been
// told already.
var errReported = errors.New("reported")

// usageError is an error of the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// run runs one command line and returns its exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := &program{in: stdin, out: stdout, err: stderr}
	root := p.rootCommand()
	fitHelp(root, paperFor(stdout, nil).Width)
	root.InitDefaultCompletionCmd()
	sayHowToCall(root)
	root.SetArgs(args)
	return p.exitCode(root.ExecuteContext(ctx))
}

func (p *program) exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return done
	case errors.Is(err, errReported):
		return failed
	case errors.Is(err, syscall.EPIPE):
		return done // the reader of our output has seen enough
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(p.err, "parley: interrupted; what was kept before is whole")
		return failed
	case errors.As(err, &usage):
		fmt.Fprintf(p.err, "parley: %v\nTry 'parley --help'.\n", err)
		return misuse
	}
	for line := range strings.SplitSeq(err.Error(), "\n") { // one for each of several errors
		fmt.Fprintf(p.err, "parley: %s\n", line)
	}
	return failed
}

// program is one run of parley: its streams and the flags that all commands
// share.
type program struct {
	in       io.Reader
	out, err io.Writer
	data     string // where the record lives
	lexicon  string // a folder of the user's own lexicon, "" for none
	loaded   *lexicon.Lexicon
}

func (p *program) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "parley",
		Short: "Read the news about a negotiation and keep its record",
		Long: `Parley reads the news about a negotiation and keeps its record: who met whom,
who said what, what is on the table, where each party stands and since when.
Every line opens the sentence that it came from.

The record lives in the folder that --data names or, without it, in $PARLEY_DATA
or the user's data folder. Exit codes: 0 done, 1 the request failed, 2 the
command line makes no sense.`,
		Example: `  parley demo                       see what it does on the articles it brings
  parley read article.txt           what an article says
  parley add articles/              read articles and keep them
  parley brief                      what changed, what is next, who moved
  parley show 4f2a9c1e07            the sentences behind a line`,
		SilenceErrors: true, // exitCode prints them
		SilenceUsage:  true,
	}
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	root.PersistentFlags().StringVar(&p.data, "data", "", "folder in which the record lives (default $PARLEY_DATA, else the user's data folder)")
	root.PersistentFlags().StringVar(&p.lexicon, "lexicon", "", "folder of your own lexicon files, over those that parley brings")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	for _, group := range []struct {
		title    string
		commands []*cobra.Command
	}{
		{"Read articles:", []*cobra.Command{
			p.readCommand(), p.addCommand(), p.followCommand(), p.feedsCommand(), p.dossierCommand(), p.alertsCommand(), p.demoCommand(),
		}},
		{"Look at the record:", []*cobra.Command{
			p.briefCommand(), p.changesCommand(),
			p.timelineCommand(), p.daysCommand(), p.meetingsCommand(), p.positionsCommand(), p.statementsCommand(), p.proposalsCommand(),
			p.disputesCommand(), p.documentsCommand(), p.showCommand(), p.exportCommand(), p.serveCommand(),
		}},
		{"Put it right:", []*cobra.Command{
			p.queueCommand(), p.acceptCommand(), p.rejectCommand(), p.setCommand(), p.mergeCommand(), p.splitCommand(), p.noteCommand(),
			p.enterCommand(), p.sheetCommand(), p.assignCommand(), p.trustCommand(), p.correctionsCommand(), p.undoCommand(), p.rereadCommand(),
		}},
		{"Keep it safe:", []*cobra.Command{p.backupCommand(), p.restoreCommand(), p.verifyCommand(), p.importCommand()}},
		{"Other commands:", []*cobra.Command{p.evalCommand(), p.benchCommand(), p.versionCommand()}},
	} {
		root.AddGroup(&cobra.Group{ID: group.title, Title: group.title})
		for _, command := range group.commands {
			command.GroupID = group.title
		}
		root.AddCommand(group.commands...)
	}
	root.SetHelpCommandGroupID("Other commands:")
	root.SetCompletionCommandGroupID("Other commands:")
	return root
}

// knownCommand refuses what is no command below another, and names those that come
// near.
func knownCommand(parent *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := parent.SuggestionsFor(args[0]); len(near) > 0 {
		return usageError{fmt.Errorf("there is no command %q (did you mean %s?)", args[0], strings.Join(near, " or "))}
	}
	if !parent.HasParent() {
		return usageError{fmt.Errorf("there is no command %q", args[0])}
	}
	var names []string
	for _, below := range parent.Commands() {
		names = append(names, below.Name())
	}
	return usageError{fmt.Errorf("%s: there is no command %q (choose %s)", parent.Name(), args[0], strings.Join(names, ", "))}
}

// sayHowToCall lets a command that was given too few arguments or too many, and
// the commands below it, answer with the line to write; one that takes no argument
// but a command, with those that there are.
func sayHowToCall(cmd *cobra.Command) {
	for _, below := range cmd.Commands() {
		sayHowToCall(below)
	}
	if cmd.HasSubCommands() && (cmd.Args == nil || cmd.Args(cmd, []string{""}) != nil) {
		cmd.Args, cmd.SuggestionsMinimumDistance = knownCommand, 2
		if !cmd.Runnable() { // it would answer anything with its help
			cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
		return
	}
	check := cmd.Args
	if check == nil {
		return
	}
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if check(cmd, args) == nil {
			return nil
		}
		call := strings.TrimSuffix(cmd.UseLine(), " [flags]")
		for n := range args {
			if check(cmd, args[:n]) == nil {
				return usageError{fmt.Errorf("%s: %q is not expected here; write '%s'", cmd.Name(), strings.Join(args[n:], " "), call)}
			}
		}
		return usageError{fmt.Errorf("%s: something is missing; write '%s'", cmd.Name(), call)}
	}
}
