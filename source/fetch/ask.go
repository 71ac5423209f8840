package fetch

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// redirect is where a server sends us instead.
type redirect struct {
	to      *url.URL
	forGood bool
}

// ask puts one request to one server, when it is its host's turn.
func (f *Fetcher) ask(ctx context.Context, at *url.URL, request Request) (got Response, to *redirect, err error) {
	leave, err := f.enter(ctx, at)
	if err != nil {
		return Response{}, nil, err
	}
	defer leave()
	ctx, cancel := context.WithTimeoutCause(ctx, f.options.Timeout, errTime)
	defer cancel()
	answer, err := f.send(ctx, at, request)
	if err != nil {
		return Response{}, nil, err
	}
	defer answer.Body.Close()
	switch code := answer.StatusCode; {
	case code == http.StatusNotModified && (request.ETag != "" || request.Modified != ""):
		return Response{NotModified: true, ETag: request.ETag, Modified: request.Modified}, nil, nil
	case code >= 300 && code < 400:
		to, err := redirection(at, answer)
		return Response{}, to, err
	case code != http.StatusOK:
		refusal := &Refusal{Code: code, RetryAfter: retryAfter(answer.Header.Get("Retry-After"), time.Now())}
		f.rest(at, refusal)
		return Response{}, nil, refusal
	}
	got = Response{ContentType: answer.Header.Get("Content-Type"), ETag: header(answer, "ETag"), Modified: header(answer, "Last-Modified")}
	got.Body, got.Broken, err = f.read(ctx, answer)
	if got.Broken != nil { // the next try must not be told that there is nothing newer
		got.ETag, got.Modified = "", ""
	}
	return got, nil, err
}

func (f *Fetcher) send(ctx context.Context, at *url.URL, request Request) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, err
	}
	if at.User != nil {
		password, _ := at.User.Password()
		r.SetBasicAuth(at.User.Username(), password)
	}
	r.Header.Set("User-Agent", f.options.Agent)
	r.Header.Set("Accept", "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5")
	r.Header.Set("Accept-Encoding", "gzip, br")
	if request.ETag != "" {
		r.Header.Set("If-None-Match", request.ETag)
	}
	if request.Modified != "" {
		r.Header.Set("If-Modified-Since", request.Modified)
	}
	answer, err := f.transport.RoundTrip(r)
	if err != nil && context.Cause(ctx) != nil {
		err = context.Cause(ctx)
	}
	return answer, err
}

func redirection(at *url.URL, answer *http.Response) (*redirect, error) {
	code, location := answer.StatusCode, answer.Header.Get("Location")
	switch code {
	case http.StatusMovedPermanently, http.StatusPermanentRedirect, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect:
	default:
		return nil, &Refusal{Code: code}
	}
	// Behind the limit for headers a discarded body could still be endless.
	_, _ = io.CopyN(io.Discard, answer.Body, headerLimit)
	next, err := at.Parse(location)
	if err != nil || location == "" {
		return nil, errNowhere
	}
	if next, err = webAddress(next.String()); err != nil {
		return nil, err
	}
	next.User = nil
	return &redirect{to: next, forGood: code == http.StatusMovedPermanently || code == http.StatusPermanentRedirect}, nil
}

// longestHeader is the length up to which a validator is kept for next time.
const longestHeader = 1000

func header(answer *http.Response, name string) string {
	if value := answer.Header.Get(name); len(value) <= longestHeader {
		return value
	}
	return ""
}

// longestRest is how long a server can make us stay away at one time.
const longestRest = 7 * 24 * time.Hour

// retryAfter reads a Retry-After header, which holds seconds or a date; 0 where
// it says nothing of use.
func retryAfter(value string, now time.Time) time.Duration {
	value = strings.TrimSpace(value)
	if seconds, err := strconv.ParseUint(value, 10, 32); err == nil {
		return min(time.Duration(seconds)*time.Second, longestRest)
	}
	if at, err := http.ParseTime(value); err == nil {
		return min(max(at.Sub(now), 0), longestRest)
	}
	return 0
}
