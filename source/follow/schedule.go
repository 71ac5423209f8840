package follow

import (
	"errors"
	"math/rand/v2"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/fetch"
)

const longestPause = 24 * time.Hour

// patience is how many failures in a row at the place to which a source moved
// send us back to the address that was given.
const patience = 3

// due tells whether a source is to be looked at. once asks for each whose server
// has not asked for a rest, and which has not failed time and again.
func (s State) due(now time.Time, once bool) bool {
	if s.Gone || now.Before(s.NotBefore) {
		return false
	}
	return once || !now.Before(s.Next)
}

// succeeded notes a look that went well.
func (s *State) succeeded(now time.Time, every time.Duration) {
	s.Tried, s.Succeeded, s.Failures, s.Problem = now, now, 0, ""
	s.NotBefore, s.Next = time.Time{}, now.Add(about(every, 0.1))
}

// failed notes a look that went wrong.
func (s *State) failed(now time.Time, every time.Duration, err error) {
	s.Tried, s.Problem = now, problemOf(err)
	s.Failures++
	pause := longestPause
	if s.Failures < 10 { // beyond, doubling would leave the range of a Duration
		pause = min(every<<(s.Failures-1), longestPause)
	}
	s.Next = now.Add(about(pause, 0.2))
	if s.Failures > 1 { // the first may be chance
		s.NotBefore = s.Next
	}
	if s.Current != "" && s.Failures%patience == 0 {
		s.Current, s.ETag, s.Modified = "", "", ""
	}
	var refusal *fetch.Refusal
	if !errors.As(err, &refusal) {
		return
	}
	s.Gone = refusal.Gone()
	if until := now.Add(refusal.RetryAfter); refusal.RetryAfter > 0 {
		s.NotBefore = until
		if s.Next.Before(until) {
			s.Next = until
		}
	}
}

// problemOf is what an error says beside the address, which stands with it.
func problemOf(err error) string {
	var e *parley.Error
	if !errors.As(err, &e) {
		return err.Error()
	}
	bare := *e
	bare.Subject = ""
	return bare.Error()
}

// about is a duration give or take a part of it, so that many sources do not
// come due at once, nor many followers at one server.
func about(d time.Duration, part float64) time.Duration {
	return time.Duration(float64(d) * (1 + part*(2*rand.Float64()-1)))
}
