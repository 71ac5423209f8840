package fetch_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/fetch"
)

const news = "Envoys of Norland and Sudmark met in Geneva on Monday."

// options reach the test server and nothing else that is guarded; times and
// sizes are small.
func options() fetch.Options {
	return fetch.Options{
		Agent: "Parley/test", Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")},
		Timeout: 3 * time.Second, Limit: 100_000, Delay: time.Millisecond,
	}
}

func serve(t *testing.T, handle http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(handle)
	t.Cleanup(s.Close)
	return s
}

// noRobots answers requests for robots.txt with 404.
func noRobots(handle http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		handle(w, r)
	}
}

func get(t *testing.T, o fetch.Options, address string) (fetch.Response, error) {
	t.Helper()
	f := fetch.New(o)
	t.Cleanup(f.Close)
	return f.Get(t.Context(), fetch.Request{Address: address})
}

// raw answers a request with bytes that no http library would send.
func raw(answer string) http.HandlerFunc {
	return noRobots(func(w http.ResponseWriter, _ *http.Request) {
		connection, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			panic(err)
		}
		defer connection.Close()
		io.WriteString(connection, answer)
	})
}

func zipped(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func brotlied(data []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func coded(coding string, body []byte) http.HandlerFunc {
	return noRobots(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", coding)
		w.Write(body)
	})
}

func toAddress(location string, code int) http.HandlerFunc {
	return noRobots(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/end" {
			io.WriteString(w, news)
			return
		}
		w.Header().Set("Location", location)
		w.WriteHeader(code)
	})
}

// TestServersThatMisbehave holds a server of each kind of trouble against what
// must come of it: the body that can be had, or an error that says why not.
func TestServersThatMisbehave(t *testing.T) {
	t.Parallel()
	slow := func(every time.Duration) http.HandlerFunc {
		return noRobots(func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				io.WriteString(w, "x")
				w.(http.Flusher).Flush()
				time.Sleep(every)
			}
		})
	}
	large := bytes.Repeat([]byte("a "), 20<<20)
	cases := []struct {
		name    string
		handle  http.HandlerFunc
		body    string // what must come; "" where nothing may
		broken  bool
		problem string // what the error must say
		kind    parley.ErrorKind
	}{
		{"01 hangs before it answers", noRobots(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }), "", false, "too long", parley.Unavailable},
		{"02 drips a byte now and then", slow(20 * time.Millisecond), "", false, "too long", parley.Unavailable},
		{"03 sends without end", slow(0), "", false, "", ""},
		{"04 packs a bomb with gzip", coded("gzip", zipped(large)), "", false, "larger than the limit", parley.TooLarge},
		{"05 packs a bomb with brotli", coded("br", brotlied(large)), "", false, "larger than the limit", parley.TooLarge},
		{"06 packs twice", coded("gzip, gzip", zipped(zipped([]byte(news)))), "", false, "is not read", parley.Unavailable},
		{"07 packs in a way nobody asked for", coded("zstd", []byte(news)), "", false, "is not read", parley.Unavailable},
		{"08 says gzip and sends plain text", coded("gzip", []byte(news)), news, false, "", ""},
		{"09 packs rightly with gzip", coded("gzip", zipped([]byte(news))), news, false, "", ""},
		{"10 packs rightly with brotli", coded("br", brotlied([]byte(news))), news, false, "", ""},
		{"11 breaks off in the middle of gzip", coded("gzip", zipped(incompressible(9000))[:4000]), "", true, "", ""},
		{"12 promises more than it sends", raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + news), news, true, "", ""},
		{"13 promises less than it sends", raw("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n" + news), news[:6], false, "", ""},
		{"14 promises a negative length", raw("HTTP/1.1 200 OK\r\nContent-Length: -6\r\n\r\n" + news), "", false, "cannot be fetched", parley.Unavailable},
		{"15 sends broken chunks", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n"), "", false, "cannot be fetched", parley.Unavailable},
		{"16 sends headers without end", raw("HTTP/1.1 200 OK\r\n" + strings.Repeat("X-A: "+strings.Repeat("b", 1000)+"\r\n", 200)), "", false, "cannot be fetched", parley.Unavailable},
		{"17 speaks no HTTP", raw("220 mail.example ESMTP\r\n"), "", false, "cannot be fetched", parley.Unavailable},
		{"18 closes without a word", raw(""), "", false, "cannot be fetched", parley.Unavailable},
		{"19 redirects to itself", toAddress("/again", http.StatusFound), "", false, "too often", parley.Unavailable},
		{"20 redirects nowhere", toAddress("", http.StatusFound), "", false, "no address", parley.Unavailable},
		{"21 redirects to a file", toAddress("file:///etc/passwd", http.StatusFound), "", false, "no http or https", parley.Invalid},
		{"22 redirects to the machine itself", toAddress("http://127.0.0.2:80/", http.StatusFound), "", false, "open web: 127.0.0.2", parley.Unavailable},
		{"23 redirects to a private network", toAddress("http://10.1.2.3/", http.StatusMovedPermanently), "", false, "open web: 10.1.2.3", parley.Unavailable},
		{"24 redirects to a cloud's metadata", toAddress("http://169.254.169.254/latest/meta-data/", http.StatusTemporaryRedirect), "", false, "open web: 169.254.169.254", parley.Unavailable},
		{"25 redirects to the same in IPv6", toAddress("http://[::ffff:169.254.169.254]/", http.StatusFound), "", false, "open web: 169.254.169.254", parley.Unavailable},
		{"26 redirects for now", toAddress("/end", http.StatusFound), news, false, "", ""},
		{"27 wants a name and a password", noRobots(status(http.StatusUnauthorized)), "", false, "401", parley.Unavailable},
		{"28 forbids", noRobots(status(http.StatusForbidden)), "", false, "403", parley.Unavailable},
		{"29 has nothing there", noRobots(status(http.StatusNotFound)), "", false, "404", parley.NotFound},
		{"30 is gone for good", noRobots(status(http.StatusGone)), "", false, "410", parley.NotFound},
		{"31 fails", noRobots(status(http.StatusBadGateway)), "", false, "502", parley.Unavailable},
		{"32 answers with a status of its own", noRobots(status(299)), "", false, "299", parley.Unavailable},
		{"33 says nothing new to a first request", noRobots(status(http.StatusNotModified)), "", false, "304", parley.Unavailable},
		{"34 forbids in robots.txt", only("/robots.txt", "User-agent: *\nDisallow: /"), "", false, "robots.txt", parley.Unavailable},
		{"35 fails over robots.txt", status(http.StatusInternalServerError), "", false, "robots.txt", parley.Unavailable},
		{"36 sends robots.txt in circles", toRobots, news, false, "", ""},
		{"37 wants its cookie back", wantsCookie, "", false, "too often", parley.Unavailable},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, c.handle)
			began := time.Now()
			got, err := get(t, options(), s.URL+"/feed")
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
			if c.body == "" && c.problem == "" && !c.broken { // too slow or too large, whichever comes first
				if err == nil {
					t.Errorf("it came to an end: %d bytes", len(got.Body))
				}
				return
			}
			if c.problem == "" {
				if err != nil || (got.Broken != nil) != c.broken || c.body != "" && string(got.Body) != c.body || len(got.Body) == 0 {
					t.Errorf("got %.80q, broken: %v, %v", got.Body, got.Broken, err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.problem) || parley.KindOf(err) != c.kind || !strings.Contains(err.Error(), s.URL) {
				t.Errorf("got %.80q and a %q error: %v", got.Body, parley.KindOf(err), err)
			}
		})
	}
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

// only answers one path, and all others with the news.
func only(path, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == path {
			io.WriteString(w, body)
			return
		}
		io.WriteString(w, news)
	}
}

func toRobots(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/robots") {
		http.Redirect(w, r, "/robots.txt?again", http.StatusFound)
		return
	}
	io.WriteString(w, news)
}

func wantsCookie(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/robots.txt" {
		http.NotFound(w, r)
		return
	}
	if _, err := r.Cookie("seen"); err != nil {
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
		return
	}
	io.WriteString(w, news)
}

// incompressible is a text that packing hardly makes shorter.
func incompressible(n int) []byte {
	var b bytes.Buffer
	for i := uint32(1); b.Len() < n; i = i*1664525 + 1013904223 {
		fmt.Fprintf(&b, "%08x", i)
	}
	return b.Bytes()
}

func TestNameThatResolvesAnewToAPrivateAddress(t *testing.T) {
	t.Parallel()
	s := serve(t, noRobots(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Connection", "close")
		io.WriteString(w, news)
	}))
	var asked atomic.Int32
	o := options()
	o.Resolve = func(context.Context, string) ([]netip.Addr, error) {
		if asked.Add(1) > 2 { // once for robots.txt, once for the page
			return []netip.Addr{netip.MustParseAddr("127.0.0.9")}, nil
		}
		return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
	}
	f := fetch.New(o)
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(s.URL, "http://"))
	address := "http://rebind.example:" + port + "/feed"
	if _, err := f.Get(t.Context(), fetch.Request{Address: address}); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Get(t.Context(), fetch.Request{Address: address}); !errors.Is(err, fetch.ErrGuarded) {
		t.Errorf("the second time it resolved to 127.0.0.9: %v", err)
	}
}

func TestRedirectToWhatRobotsForbid(t *testing.T) {
	t.Parallel()
	fetched := make(chan string, 10)
	other := serve(t, func(w http.ResponseWriter, r *http.Request) {
		fetched <- r.URL.Path
		io.WriteString(w, "User-agent: Parley\nDisallow: /private")
	})
	s := serve(t, toAddress(other.URL+"/private/feed", http.StatusFound))
	if _, err := get(t, options(), s.URL+"/feed"); !errors.Is(err, fetch.ErrRobots) {
		t.Errorf("got %v", err)
	}
	if got := <-fetched; got != "/robots.txt" || len(fetched) > 0 {
		t.Errorf("fetched %s and %d more", got, len(fetched))
	}
}

func TestMovedForGood(t *testing.T) {
	t.Parallel()
	s := serve(t, noRobots(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/a":
			http.Redirect(w, r, "/b", http.StatusMovedPermanently)
		case "/b":
			http.Redirect(w, r, "/c", http.StatusPermanentRedirect)
		case "/c":
			http.Redirect(w, r, "/d", http.StatusFound)
		default:
			io.WriteString(w, news)
		}
	}))
	got, err := get(t, options(), s.URL+"/a")
	if err != nil || got.Moved != s.URL+"/c" || got.Address != s.URL+"/d" {
		t.Errorf("moved to %s, found at %s, %v", got.Moved, got.Address, err)
	}
}

func TestNothingNewIsToldByETagOrDate(t *testing.T) {
	t.Parallel()
	s := serve(t, noRobots(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"7"` && r.Header.Get("If-Modified-Since") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", `"7"`)
		w.Header().Set("Last-Modified", "Mon, 24 Nov 2025 18:05:00 GMT")
		io.WriteString(w, news)
	}))
	f := fetch.New(options())
	first, err := f.Get(t.Context(), fetch.Request{Address: s.URL})
	if err != nil || first.ETag != `"7"` {
		t.Fatal(first, err)
	}
	second, err := f.Get(t.Context(), fetch.Request{Address: s.URL, ETag: first.ETag, Modified: first.Modified})
	if err != nil || !second.NotModified || second.ETag != first.ETag || len(second.Body) > 0 {
		t.Errorf("%+v %v", second, err)
	}
}

func TestServerThatAsksToBeLeftAlone(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		code   int
		header string
		least  time.Duration
	}{
		"429 with seconds":   {429, "120", 119 * time.Second},
		"429 with a date":    {429, time.Now().Add(2 * time.Hour).UTC().Format(http.TimeFormat), 119 * time.Minute},
		"429 without a word": {429, "", 59 * time.Second},
		"503 with seconds":   {503, "60", 59 * time.Second},
		"429 for an age":     {429, "4000000000", 7*24*time.Hour - time.Second},
		"429 with rubbish":   {429, "soon", 59 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var asked atomic.Int32
			s := serve(t, noRobots(func(w http.ResponseWriter, _ *http.Request) {
				asked.Add(1)
				w.Header().Set("Retry-After", c.header)
				w.WriteHeader(c.code)
			}))
			f := fetch.New(options())
			for range 2 {
				_, err := f.Get(t.Context(), fetch.Request{Address: s.URL + "/feed"})
				var refusal *fetch.Refusal
				if !errors.As(err, &refusal) || refusal.RetryAfter < c.least || refusal.RetryAfter > 7*24*time.Hour {
					t.Errorf("got %v, %+v", err, refusal)
				}
			}
			if asked.Load() != 1 {
				t.Errorf("it was asked %d times", asked.Load())
			}
		})
	}
}

func TestOneRequestAtATimeWithAPause(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var began []time.Time
	var under, most int
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		mu.Lock()
		began = append(began, time.Now())
		under++
		most = max(most, under)
		mu.Unlock()
		time.Sleep(5 * time.Millisecond)
		io.WriteString(w, "User-agent: *\nCrawl-delay: 0.05")
		mu.Lock()
		under--
		mu.Unlock()
	})
	f := fetch.New(options())
	var all sync.WaitGroup
	for n := range 4 {
		all.Go(func() {
			if _, err := f.Get(t.Context(), fetch.Request{Address: fmt.Sprint(s.URL, "/", n)}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if len(began) != 5 || most != 1 {
		t.Fatalf("%d requests, %d at a time", len(began), most)
	}
	for i := range began[2:] { // the first pause is ours, since robots.txt was not known
		if pause := began[i+2].Sub(began[i+1]); pause < 45*time.Millisecond {
			t.Errorf("a pause of %v", pause)
		}
	}
}

func TestCredentialsStayWhereTheyBelong(t *testing.T) {
	t.Parallel()
	var leaked atomic.Int32
	other := serve(t, noRobots(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "" || strings.Contains(r.Referer(), "token") {
			leaked.Add(1)
		}
		w.WriteHeader(http.StatusTeapot)
	}))
	s := serve(t, noRobots(func(w http.ResponseWriter, r *http.Request) {
		if user, password, _ := r.BasicAuth(); user != "ida" || password != "geheim" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		http.Redirect(w, r, other.URL, http.StatusFound)
	}))
	_, err := get(t, options(), strings.Replace(s.URL, "http://", "http://ida:geheim@", 1)+"/feed?token=offen&page=2")
	if err == nil || !strings.Contains(err.Error(), "418") || leaked.Load() > 0 {
		t.Fatalf("%v; leaked %d times", err, leaked.Load())
	}
	if text := err.Error(); strings.Contains(text, "geheim") || strings.Contains(text, "ida") || strings.Contains(text, "offen") || !strings.Contains(text, "page=2") {
		t.Errorf("the error says %s", text)
	}
}

func TestConnectionResetBetweenTwoRequests(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	s := serve(t, noRobots(func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1) == 2 { // on the connection that was kept open
			connection, _, _ := http.NewResponseController(w).Hijack()
			connection.(*net.TCPConn).SetLinger(0)
			connection.Close()
			return
		}
		io.WriteString(w, news)
	}))
	f := fetch.New(options())
	for range 2 {
		if got, err := f.Get(t.Context(), fetch.Request{Address: s.URL}); err != nil || string(got.Body) != news {
			t.Errorf("%q %v", got.Body, err)
		}
	}
}

func TestCancelledWhileWaiting(t *testing.T) {
	t.Parallel()
	s := serve(t, noRobots(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	o := options()
	o.Timeout = time.Minute
	f := fetch.New(o)
	if _, err := f.Get(ctx, fetch.Request{Address: s.URL}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}
