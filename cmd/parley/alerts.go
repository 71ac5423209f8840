package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley/alert"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// deliveryTimeout bounds one delivery.
const deliveryTimeout = 30 * time.Second

// shortestWatch is how often the alerts may look at most.
const shortestWatch = 10 * time.Second

func (p *program) alertsCommand() *cobra.Command {
	var every time.Duration
	cmd := &cobra.Command{
		Use:   "alerts",
		Short: "Tell what the rules in your dossiers ask for, once each",
		Long: `Alerts looks at what has changed since it last ran, and tells what the [[alert]] rules
of the dossiers ask for: a party moves on an issue; a meeting is set, moved or falls
through; a count passes a number; the news falls silent. Each is told once, to a file,
to standard output, by e-mail or to a webhook. What could not be delivered is kept and
tried again the next time. The first time it tells nothing of what is there already.

E-mail goes through the server in $PARLEY_SMTP (smtp://user:password@host:587, or
smtps), from the address in $PARLEY_MAIL_FROM. With --every it goes on until it is
stopped.`,
		Example: `  parley alerts
  parley alerts --every 5m`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if every != 0 && every < shortestWatch {
				return usageError{fmt.Errorf("--every: %v is too often (write %v or more)", every, shortestWatch)}
			}
			return p.alerts(cmd.Context(), every)
		},
	}
	cmd.Flags().DurationVar(&every, "every", 0, "look again after so long, until stopped: 5m")
	return cmd
}

func (p *program) alerts(ctx context.Context, every time.Duration) error {
	kept, err := p.openToWrite(ctx)
	if err != nil {
		return err
	}
	defer kept.Close()
	set, err := p.dossiers()
	if err != nil {
		return err
	}
	paper, err := p.paper()
	if err != nil {
		return err
	}
	watcher := &alert.Watcher{Store: kept, Dossiers: set.Dossiers(), Now: time.Now,
		Say: func(c view.Change) (subject, text string) { return export.ChangeInWords(c, paper.Name) }}
	post := &alert.Post{Out: p.out, Server: os.Getenv("PARLEY_SMTP"), From: os.Getenv("PARLEY_MAIL_FROM"), Client: &http.Client{}, Timeout: deliveryTimeout}
	for {
		if _, err := watcher.Watch(ctx); err != nil {
			return err
		}
		outcomes, err := alert.Deliver(ctx, kept, post, time.Now, every == 0)
		failed := p.tellOutcomes(outcomes)
		if err != nil && !errors.Is(err, context.Canceled) {
			return err
		}
		if every == 0 {
			if failed > 0 {
				return errReported
			}
			return err
		}
		select {
		case <-ctx.Done():
			return nil // to be stopped is how it ends
		case <-time.After(every):
		}
	}
}

// tellOutcomes reports deliveries that failed, and counts them.
func (p *program) tellOutcomes(outcomes []alert.Outcome) (failed int) {
	for _, o := range outcomes {
		if o.Err != nil {
			failed++
			fmt.Fprintf(p.err, "parley: %v\n", o.Err)
		}
	}
	if sent := len(outcomes) - failed; len(outcomes) > 0 {
		fmt.Fprintf(p.err, "%s delivered, %d wait to be tried again\n", export.Counted(sent, "alert"), failed)
	}
	return failed
}
