package web

import (
	"fmt"
	"net/http"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
)

// Config is what a server shows, and to whom.
type Config struct {
	Record  store.Store
	Lexicon *lexicon.Lexicon
	// Dossiers are those that a reader may choose, in the order of the choice.
	Dossiers []dossier.Dossier
	// Desk makes the corrections of the reader; nil where the record is open for
	// reading only.
	Desk *desk.Desk
	// Today is the day that plans are held against.
	Today func() parley.Date
	// Now is the clock for when somebody looks.
	Now func() time.Time
	// Report, where it is set, is told of errors that a reader only sees as
	// "something failed".
	Report func(error)
}

// Server shows one record. It is an http.Handler.
type Server struct {
	Config
	render  *renderer
	past    *pastRecords
	sums    sums
	answers *answers
	handler http.Handler
}

// New prepares a server; an error is one of its own templates.
func New(c Config) (*Server, error) {
	s := &Server{Config: c, past: newPastRecords(), answers: newAnswers()}
	if s.Report == nil {
		s.Report = func(error) {}
	}
	var err error
	if s.render, err = newRenderer(s.Lexicon.PartyName); err != nil {
		return nil, fmt.Errorf("prepare the pages: %w", err)
	}
	s.handler = guarded(s.routes())
	return s, nil
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// HTTP is a server for the handler with limits of time and size.
func (s *Server) HTTP() *http.Server {
	const second = time.Second
	return &http.Server{
		Handler: s, ReadHeaderTimeout: 5 * second, ReadTimeout: 15 * second, WriteTimeout: 60 * second, IdleTimeout: 120 * second,
		MaxHeaderBytes: 32 << 10,
	}
}

// name is what readers call a party: "Russia" for RUS.
func (s *Server) name(party string) string { return s.Lexicon.PartyName(party) }
