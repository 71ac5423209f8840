package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/parleyrecord/parley/source/robots"
)

// remembered is how many hosts, and how many sites' rules, are kept in mind.
const remembered = 2000

// hosts keep requests to one host apart.
type hosts struct {
	mu    sync.Mutex
	known map[string]*host
}

// host lets in one request at a time.
type host struct {
	turn   chan struct{} // holds one token while a request is under way
	users  int           // requests that wait or are under way; guarded by hosts.mu
	next   time.Time     // before which none may begin; guarded by hosts.mu
	delay  time.Duration // that the site asks for; guarded by hosts.mu
	resume time.Time     // until when the server wants to be left alone; guarded by hosts.mu
}

// enter waits for a host's turn. leave must be called when the request is done.
func (f *Fetcher) enter(ctx context.Context, at *url.URL) (leave func(), err error) {
	h := f.host(at.Hostname())
	leave = func() { f.leave(h) }
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		f.hosts.mu.Lock()
		h.users--
		f.hosts.mu.Unlock()
		return nil, context.Cause(ctx)
	}
	f.hosts.mu.Lock()
	pause, rest := time.Until(h.next), time.Until(h.resume)
	f.hosts.mu.Unlock()
	if rest > 0 {
		leave()
		return nil, &Refusal{Code: http.StatusTooManyRequests, RetryAfter: rest}
	}
	select {
	case <-time.After(pause):
		return leave, nil
	case <-ctx.Done():
		leave()
		return nil, context.Cause(ctx)
	}
}

func (f *Fetcher) leave(h *host) {
	f.hosts.mu.Lock()
	h.next = time.Now().Add(max(f.options.Delay, h.delay))
	h.users--
	f.hosts.mu.Unlock()
	<-h.turn
}

// host finds a host, and counts one more user of it.
func (f *Fetcher) host(name string) *host {
	f.hosts.mu.Lock()
	defer f.hosts.mu.Unlock()
	h := f.hosts.known[name]
	if h == nil {
		f.hosts.forget(time.Now())
		h = &host{turn: make(chan struct{}, 1)}
		f.hosts.known[name] = h
	}
	h.users++
	return h
}

// forget makes room where there are too many hosts, among those that nobody
// waits for and that nothing needs to be remembered of.
func (hs *hosts) forget(now time.Time) {
	if len(hs.known) < remembered {
		return
	}
	for name, h := range hs.known {
		if h.users == 0 && h.next.Before(now) && h.resume.Before(now) {
			delete(hs.known, name)
		}
	}
}

// shortRest is for how long a server that is overloaded is left alone where it
// does not say.
const shortRest = time.Minute

// rest leaves the host alone that asks for it.
func (f *Fetcher) rest(at *url.URL, refusal *Refusal) {
	if refusal.Code != http.StatusTooManyRequests && refusal.Code != http.StatusServiceUnavailable {
		return
	}
	if refusal.RetryAfter == 0 && refusal.Code == http.StatusTooManyRequests {
		refusal.RetryAfter = shortRest
	}
	f.hosts.mu.Lock()
	defer f.hosts.mu.Unlock()
	if h := f.hosts.known[at.Hostname()]; h != nil {
		h.resume = time.Now().Add(refusal.RetryAfter)
	}
}

// sites remember what robots.txt said.
type sites struct {
	mu    sync.Mutex
	known map[string]*site
}

// site is one scheme, host and port.
type site struct {
	mu     sync.Mutex // held while its robots.txt is being read
	rules  robots.Rules
	err    error // why the rules are unknown, and all is forbidden
	expire time.Time
}

// How long rules are kept: a day, as RFC 9309 recommends at most, or until an
// ailing server may have recovered.
const (
	rulesKept   = 24 * time.Hour
	failureKept = 15 * time.Minute
)

// permitted asks the rules of a site about an address.
func (f *Fetcher) permitted(ctx context.Context, at *url.URL) error {
	s := f.site(at.Scheme + "://" + at.Host)
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Now().After(s.expire) {
		s.rules, s.err = f.rules(ctx, at)
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		s.expire = time.Now().Add(rulesKept)
		if s.err != nil {
			s.expire = time.Now().Add(failureKept)
		}
	}
	if s.err != nil {
		return s.err
	}
	path := at.EscapedPath()
	if at.RawQuery != "" {
		path += "?" + at.RawQuery
	}
	if !s.rules.Allows(path) {
		return ErrRobots
	}
	if s.rules.Delay > 0 {
		h := f.host(at.Hostname())
		f.hosts.mu.Lock()
		h.delay = min(s.rules.Delay, longestDelay)
		h.users--
		f.hosts.mu.Unlock()
	}
	return nil
}

func (f *Fetcher) site(origin string) *site {
	f.sites.mu.Lock()
	defer f.sites.mu.Unlock()
	s := f.sites.known[origin]
	if s == nil {
		if len(f.sites.known) >= remembered {
			clear(f.sites.known)
		}
		s = &site{}
		f.sites.known[origin] = s
	}
	return s
}

// rules reads the robots.txt that governs an address. One that is not there
// allows all; one that cannot be had forbids all (RFC 9309, section 2.3.1).
func (f *Fetcher) rules(ctx context.Context, of *url.URL) (robots.Rules, error) {
	at := &url.URL{Scheme: of.Scheme, Host: of.Host, Path: "/robots.txt", User: of.User}
	for range mostRedirects + 1 {
		got, to, err := f.ask(ctx, at, Request{})
		var refusal *Refusal
		switch {
		case errors.As(err, &refusal) && refusal.Code >= 400 && refusal.Code < 500 && refusal.Code != http.StatusTooManyRequests:
			return robots.Rules{}, nil
		case errors.As(err, &refusal) && refusal.RetryAfter > 0, errors.Is(err, ErrGuarded):
			return robots.None(), err
		case err != nil:
			return robots.None(), &unknownRules{err}
		case to == nil:
			return robots.Parse(got.Body, f.name()), nil
		}
		at = to.to
	}
	return robots.Rules{}, nil
}

// unknownRules is why a site's rules cannot be had.
type unknownRules struct{ err error }

func (u *unknownRules) Error() string {
	return "its robots.txt cannot be read: " + cause(u.err).Error()
}
func (u *unknownRules) Unwrap() []error { return []error{ErrRobots, u.err} }
