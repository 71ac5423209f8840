package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
	"github.com/parleyrecord/parley/web"
)

// servePort is where the pages stand unless the user says otherwise.
const servePort = 7600

func (p *program) serveCommand() *cobra.Command {
	flags := &deskFlags{}
	var port int
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the record in a browser",
		Long: `Serve shows the record as pages for a browser on this machine: the front with what
changed and what is next, timeline, matrix, diary, statements, documents and more, each
line with the sentence it came from. What you correct there is signed with your name. It
listens on the loopback interface only, so that nobody else on the network can look. It
runs until you stop it with Ctrl-C.`,
		Example: `  parley serve
  parley serve --data talks/ --port 8080`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			kept, editor, err := p.toServe(cmd.Context(), flags)
			if err != nil {
				return err
			}
			defer kept.Close()
			return p.serve(cmd.Context(), kept, editor, port, func() parley.Date { return parley.DayOf(time.Now()) })
		},
	}
	addPort(cmd, &port)
	cmd.Flags().StringVar(&flags.by, "by", "", "who answers for corrections (default $PARLEY_BY, else the name of your account)")
	return cmd
}

// toServe opens the record, and a desk for who looks at it; none where the
// record can only be read.
func (p *program) toServe(ctx context.Context, flags *deskFlags) (*sqlite.Store, *desk.Desk, error) {
	kept, err := p.openToWrite(ctx)
	if parley.KindOf(err) == parley.ReadOnly {
		kept, err = p.openToRead(ctx)
		return kept, nil, err
	}
	if err != nil {
		return nil, nil, err
	}
	editor, err := p.deskOf(kept, flags)
	if err == nil {
		err = record.Renew(ctx, kept, editor.Lexicon, time.Now().UTC()) // no page has the time for it
	}
	if err != nil {
		return nil, nil, errors.Join(err, kept.Close())
	}
	return kept, editor, nil
}

// deskOf is a desk at a record for somebody.
func (p *program) deskOf(kept store.Store, flags *deskFlags) (*desk.Desk, error) {
	who, err := flags.who()
	if err != nil {
		return nil, err
	}
	words, err := p.words()
	if err != nil {
		return nil, err
	}
	dossiers, err := p.dossiers()
	if err != nil {
		return nil, err
	}
	return &desk.Desk{Store: kept, Lexicon: words, Who: who, Now: time.Now, Dossiers: assigned(dossiers)}, nil
}

// addPort gives a command --port, and the check of it.
func addPort(cmd *cobra.Command, port *int) {
	cmd.Flags().IntVar(port, "port", servePort, "port to listen on; 0 takes any that is free")
	cmd.PreRunE = func(*cobra.Command, []string) error {
		if *port < 0 || *port > math.MaxUint16 {
			return usageError{fmt.Errorf("--port: %d is no port (choose one up to %d)", *port, math.MaxUint16)}
		}
		return nil
	}
}

// serve shows a record until ctx ends.
func (p *program) serve(ctx context.Context, kept store.Store, editor *desk.Desk, port int, today func() parley.Date) error {
	pages, err := p.pages(kept, editor, today)
	if err != nil {
		return err
	}
	if err := pages.Prepare(ctx); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return &parley.Error{Kind: parley.Unavailable, Subject: fmt.Sprintf("port %d", port), Problem: "it cannot be listened on", Mend: "choose another with --port", Err: err}
	}
	fmt.Fprintf(p.out, "The record is at http://%s/ (Ctrl-C ends it)\n", listener.Addr())
	server := pages.HTTP()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		<-ctx.Done()
		ending, stop := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
		defer stop()
		server.Shutdown(ending)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	<-ended // what is being answered still needs the record
	return nil
}

// pages are those that show a record; without an editor nothing can be corrected
// on them.
func (p *program) pages(kept store.Store, editor *desk.Desk, today func() parley.Date) (*web.Server, error) {
	words, err := p.words()
	if err != nil {
		return nil, err
	}
	dossiers, err := p.dossiers()
	if err != nil {
		return nil, err
	}
	return web.New(web.Config{
		Record: kept, Lexicon: words, Dossiers: dossiers.Dossiers(), Desk: editor, Now: time.Now, Today: today,
		Report: func(err error) { fmt.Fprintln(p.err, "parley:", err) },
	})
}
