package intake

import (
	"context"
	"time"

	"github.com/parleyrecord/parley/source/follow"
)

// Service follows sources and takes in what they give: it looks at one while it
// reads what another gave.
type Service struct {
	Follower *follow.Follower
	Intake   *Intake
	// Once ends it when all that is due was looked at and read.
	Once bool
	// Idle, where it is set, is called before it waits, with when it goes on; the
	// zero time where nothing will be due.
	Idle func(until time.Time)
}

// longestWait is after how long it looks for sources that another process added.
const longestWait = 30 * time.Second

// Run runs the service until ctx ends. It fails where the record does, or with
// ctx's error.
func (s *Service) Run(ctx context.Context) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	came := make(chan struct{}, 1)
	came <- struct{}{} // what waited from before
	read := make(chan error, 1)
	go func() { read <- s.read(ctx, came, stop) }()
	report := s.Follower.Report
	s.Follower.Report = func(l follow.Look) {
		if report != nil {
			report(l)
		}
		select {
		case came <- struct{}{}:
		default: // it will be noticed all the same
		}
	}
	defer func() { s.Follower.Report = report }()
	err := s.look(ctx)
	close(came)
	if failure := <-read; failure != nil {
		return failure
	}
	return err
}

// look looks at what is due, again and again.
func (s *Service) look(ctx context.Context) error {
	for {
		next, err := s.Follower.Round(ctx, s.Once)
		if err != nil || s.Once {
			return err
		}
		if s.Idle != nil {
			s.Idle(next)
		}
		wait := longestWait
		if !next.IsZero() {
			wait = min(max(time.Until(next), time.Second), longestWait)
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// read takes in what waits whenever something came.
func (s *Service) read(ctx context.Context, came <-chan struct{}, stop context.CancelCauseFunc) error {
	for range came {
		if _, err := s.Intake.Drain(ctx); err != nil {
			stop(err)
			return err
		}
	}
	return nil
}
