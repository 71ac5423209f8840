// Package followtest is a server on which everything is the matter with feeds and
// pages that can be: each [Case] is a site of its own that misbehaves in one way,
// with what must come of following it.
//
//	s := followtest.New(t)
//	for _, site := range s.Sites() { follow(site.Address) }
//
// A site may behave otherwise later on: it is asked in phases, which the test
// counts with [Server.Enter].
package followtest

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Case is a site that misbehaves in one way.
type Case struct {
	Name string
	// Serve answers all requests but those for robots.txt.
	Serve func(Visit)
	// Robots answers requests for robots.txt; nil says that there is none.
	Robots func(Visit)
	// Phases is how many phases it has, 1 where it is 0.
	Phases int
	// Path is where the source is; "" means /feed.
	Path string

	// Want are the titles of the articles that must come in all, each as often as
	// it has versions. An article without a title is told by its text.
	Want []string
	// Problem is what the failure of the last look must say; "" where it may not
	// fail.
	Problem string
	// Note is what a note beside the last look must say.
	Note string
	// Troubles are the names of those that the source must have in the end, parted
	// by blanks.
	Troubles string
	// Requests is how often the source itself may be asked at most in all phases;
	// 0 sets no bound.
	Requests int

	// Slow tells that a client notices only when its time is up, or has much to
	// do. Counted tells that what comes depends on how often it is asked.
	Slow, Counted bool
}

// Visit is a request to a site.
type Visit struct {
	http.ResponseWriter
	*http.Request
	Phase int // from 0
	Site  Site
}

// Write answers with a text.
func (v Visit) text(contentType, body string) {
	v.Header().Set("Content-Type", contentType)
	_, _ = v.Write([]byte(body)) // a client that has gone is what some cases are about
}

// Header is that of the answer.
func (v Visit) Header() http.Header { return v.ResponseWriter.Header() }

// Write writes the answer.
func (v Visit) Write(b []byte) (int, error) { return v.ResponseWriter.Write(b) }

// Site is a case and where it is found.
type Site struct {
	Case
	Address string // of the source
	Root    string // "http://127.0.1.7:8080"
}

// Server is all sites together. Each has a loopback address of its own, so that a
// client tells them apart as hosts.
type Server struct {
	sites  []Site
	byHost map[string]int
	phase  atomic.Int64

	mu    sync.Mutex
	asked map[string]int // requests by address
}

// Allowed is the network in which the sites are. The rest of the loopback network is
// out of bounds.
var Allowed = netip.MustParsePrefix("127.0.1.0/24")

// outOfBounds is an address that no redirect may lead to.
const outOfBounds = "127.0.2.1"

// New starts a server, which ends with the test. The test is skipped where the
// machine has but one loopback address.
func New(t testing.TB) *Server {
	t.Helper()
	s := &Server{byHost: map[string]int{}, asked: map[string]int{}}
	listener, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	probe, err := net.DialTimeout("tcp", net.JoinHostPort("127.0.1.1", port), time.Second)
	if err != nil {
		listener.Close()
		t.Skipf("127.0.1.1 is no address of this machine: %v", err)
	}
	probe.Close()
	address := netip.MustParseAddr("127.0.1.1")
	for i, c := range cases() {
		c.Phases = max(c.Phases, 1)
		if c.Path == "" {
			c.Path = "/feed"
		}
		host := net.JoinHostPort(address.String(), port)
		s.byHost[host] = i
		s.sites = append(s.sites, Site{Case: c, Root: "http://" + host, Address: "http://" + host + c.Path})
		address = address.Next()
	}
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = server.Serve(listener) }() // it ends with Close, and says so
	t.Cleanup(func() { server.Close() })
	return s
}

// Sites are the sites of all cases.
func (s *Server) Sites() []Site { return s.sites }

// Enter begins a phase.
func (s *Server) Enter(phase int) { s.phase.Store(int64(phase)) }

// Asked is how often an address was asked for.
func (s *Server) Asked(address string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[address]
}

// Trespasses are the addresses that were asked for though robots.txt or the
// guard of addresses forbids it.
func (s *Server) Trespasses() (found []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for address := range s.asked {
		if strings.Contains(address, "/forbidden") || strings.Contains(address, outOfBounds) {
			found = append(found, address)
		}
	}
	return found
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked["http://"+r.Host+r.URL.Path]++
	s.mu.Unlock()
	i, ok := s.byHost[r.Host]
	if !ok {
		http.NotFound(w, r)
		return
	}
	v := Visit{ResponseWriter: w, Request: r, Phase: int(s.phase.Load()), Site: s.sites[i]}
	switch {
	case r.URL.Path != "/robots.txt":
		v.Site.Serve(v)
	case v.Site.Robots != nil:
		v.Site.Robots(v)
	default:
		http.NotFound(w, r)
	}
}
