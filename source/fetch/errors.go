package fetch

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
)

// ErrRobots is the cause where a site's robots.txt forbids an address, or fails.
var ErrRobots = errors.New("the site's robots.txt does not allow it")

var (
	errTime      = errors.New("the server took too long")
	errSize      = errors.New("the answer is larger than the limit")
	errRedirects = errors.New("it redirects too often")
	errNowhere   = errors.New("it redirects to no address")
	errScheme    = errors.New("it is no http or https address")
)

// Refusal is a server's answer that is none.
type Refusal struct {
	Code       int           // HTTP status
	RetryAfter time.Duration // how long the server wants to be left alone; 0 where it does not say
}

func (r *Refusal) Error() string {
	return strings.TrimSpace(fmt.Sprintf("the server answered %d %s", r.Code, http.StatusText(r.Code)))
}

// Gone tells that the server says that it is over for good.
func (r *Refusal) Gone() bool { return r.Code == http.StatusGone }

// refuse puts a cause into words about an address.
func refuse(address string, err error) error {
	e := &parley.Error{Kind: parley.Unavailable, Subject: Redact(address), Problem: "it cannot be fetched", Err: cause(err)}
	var refusal *Refusal
	switch {
	case errors.Is(err, ErrGuarded):
		e.Mend = "if it is a server of your own, allow its network with --allow"
	case errors.Is(err, errSize):
		e.Kind = parley.TooLarge
	case errors.Is(err, errScheme):
		e.Kind, e.Mend = parley.Invalid, "give an address like https://post.example/feed"
	case errors.As(err, &refusal):
		switch refusal.Code {
		case http.StatusNotFound, http.StatusGone:
			e.Kind, e.Mend = parley.NotFound, "look up the new address on the site"
		case http.StatusUnauthorized, http.StatusForbidden:
			e.Mend = "ask the site for access"
		}
	}
	return e
}

// cause is an error without the address that net/http writes before it, which
// may hold credentials.
func cause(err error) error {
	var about *url.Error
	for errors.As(err, &about) {
		err = about.Err
	}
	var dialling *net.OpError
	if errors.Is(err, ErrGuarded) && errors.As(err, &dialling) { // it says where it was told not to go
		return dialling.Err
	}
	return err
}

// secret are names of parameters that hold credentials.
var secret = regexp.MustCompile(`(?i)(key|token|secret|passw|auth|sign|session|credential)`)

// Redact gives an address without credentials: without user name and password,
// and without the values of parameters that are named like secrets. It is
// for people to see, not for fetching.
func Redact(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "an address that cannot be read"
	}
	if u.User != nil {
		u.User = url.User("…")
	}
	parameters := strings.Split(u.RawQuery, "&")
	for i, p := range parameters {
		if name, _, ok := strings.Cut(p, "="); ok && secret.MatchString(name) {
			parameters[i] = name + "=…"
		}
	}
	u.RawQuery, u.Fragment = strings.Join(parameters, "&"), ""
	return strings.Replace(u.String(), "%E2%80%A6@", "…@", 1)
}

// longestAddress is the length up to which an address is fetched.
const longestAddress = 4096

// webAddress parses an address of the web, without its fragment.
func webAddress(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || len(address) > longestAddress {
		return nil, errScheme
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}
