package web

import (
	"context"
	"net"
	"net/http"
	"strings"
	"time"
)

// policy lets a page load the server's own files and nothing else, and nothing
// that stands in the page itself run or style it.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const (
	longestAnswer = 30 * time.Second
	largestForm   = 64 << 10 // bytes
	longestQuery  = 4 << 10
)

// guarded refuses requests that other sites make through the reader's browser,
// and those that are too large, and sets the headers that every answer has.
func guarded(next http.Handler) http.Handler {
	sameOrigin := http.NewCrossOriginProtection()
	next = sameOrigin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		switch {
		case !ownHost(r.Host):
			http.Error(w, "This server answers at localhost only.", http.StatusMisdirectedRequest)
			return
		case foreignFetch(r):
			http.Error(w, "Requests from other sites are refused.", http.StatusForbidden)
			return
		case len(r.URL.RawQuery) > longestQuery || len(r.URL.Path) > longestQuery:
			http.Error(w, "The address is too long.", http.StatusRequestURITooLong)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, largestForm)
		ctx, stop := context.WithTimeout(r.Context(), longestAnswer)
		defer stop()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// ownHost tells whether the request names this machine as the host. A page
// elsewhere whose name was made to lead here names its own.
func ownHost(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	name = strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// foreignFetch tells whether another site's page asks for something in the
// reader's name. Following a link from there is no such thing.
func foreignFetch(r *http.Request) bool {
	site := r.Header.Get("Sec-Fetch-Site")
	return (site == "cross-site" || site == "same-site") && r.Header.Get("Sec-Fetch-Mode") != "navigate"
}
