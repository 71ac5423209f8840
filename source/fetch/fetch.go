package fetch

import (
	"context"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// Options say how to fetch. The zero value is ready to use.
type Options struct {
	// Agent is the User-Agent. What stands before its first "/" is the name that
	// robots.txt may use for us. "" means "Parley".
	Agent string
	// Allow are networks that may be reached although they are not of the open
	// web.
	Allow []netip.Prefix
	// Timeout bounds one request from its first byte to its last; 0 means 30
	// seconds.
	Timeout time.Duration
	// Limit is the largest answer that is read, unpacked, in bytes; 0 means 16 MB.
	Limit int64
	// Delay is the pause between two requests to one host; 0 means one second. A
	// site's robots.txt can lengthen it to half a minute.
	Delay time.Duration
	// Resolve gives the addresses of a host; nil asks the system.
	Resolve func(ctx context.Context, host string) ([]netip.Addr, error)
}

const (
	defaultTimeout = 30 * time.Second
	defaultLimit   = 16 << 20
	defaultDelay   = time.Second
	longestDelay   = 30 * time.Second
	connectTime    = 10 * time.Second
	headerLimit    = 64 << 10
	mostRedirects  = 5
)

// Fetcher fetches. It is safe for use by several goroutines, and remembers
// hosts and their rules in bounded memory.
type Fetcher struct {
	options   Options
	transport *http.Transport
	hosts     hosts
	sites     sites
}

// New makes a Fetcher.
func New(o Options) *Fetcher {
	if o.Agent == "" {
		o.Agent = "Parley"
	}
	if o.Timeout == 0 {
		o.Timeout = defaultTimeout
	}
	if o.Limit == 0 {
		o.Limit = defaultLimit
	}
	if o.Delay == 0 {
		o.Delay = defaultDelay
	}
	if o.Resolve == nil {
		o.Resolve = resolve
	}
	f := &Fetcher{options: o, hosts: hosts{known: map[string]*host{}}, sites: sites{known: map[string]*site{}}}
	f.transport = &http.Transport{
		DialContext:            f.dial,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // unpacking has a limit of ours
		MaxResponseHeaderBytes: headerLimit,
		MaxIdleConns:           50,
		IdleConnTimeout:        30 * time.Second,
		TLSHandshakeTimeout:    connectTime,
	}
	return f
}

// Close lets go of idle connections.
func (f *Fetcher) Close() { f.transport.CloseIdleConnections() }

// Request is what to get. ETag and Modified are those of a former Response: a
// server that has nothing newer then says so.
type Request struct {
	Address  string
	ETag     string
	Modified string
}

// Response is what a server gave.
type Response struct {
	Body        []byte // unpacked
	ContentType string // as declared
	ETag        string
	Modified    string
	// NotModified tells that there is nothing newer, and no Body.
	NotModified bool
	// Address is where the body was found, behind all redirects.
	Address string
	// Moved is the address that stands for the one asked for from now on; ""
	// where it has not moved for good.
	Moved string
	// Broken is why the body ends too early; nil where it is whole.
	Broken error
}

// Get fetches an address.
func (f *Fetcher) Get(ctx context.Context, request Request) (Response, error) {
	at, err := webAddress(request.Address)
	if err != nil {
		return Response{}, refuse(request.Address, err)
	}
	moved, forGood := "", true
	for range mostRedirects + 1 {
		if err := f.permitted(ctx, at); err != nil {
			return Response{}, refuse(request.Address, err)
		}
		got, redirect, err := f.ask(ctx, at, request)
		if err != nil {
			return Response{}, refuse(request.Address, err)
		}
		if redirect == nil {
			got.Address, got.Moved = at.String(), moved
			return got, nil
		}
		if forGood = forGood && redirect.forGood; forGood {
			moved = redirect.to.String()
		}
		at = redirect.to
	}
	return Response{}, refuse(request.Address, errRedirects)
}

// name is what robots.txt may call us.
func (f *Fetcher) name() string {
	name, _, _ := strings.Cut(f.options.Agent, "/")
	return name
}
