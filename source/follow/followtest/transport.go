package followtest

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// cases are all ways to misbehave.
func cases() []Case {
	all := append(answersThatAreNone(), wrongPacking()...)
	all = append(all, redirects()...)
	all = append(all, refusals()...)
	all = append(all, brokenFeeds()...)
	all = append(all, changingFeeds()...)
	return append(all, pages()...)
}

func answersThatAreNone() []Case {
	promise := func(length int, body func(root string) string) func(Visit) {
		return raw(func(root string) string {
			text := body(root)
			return fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s", rssType, length+len(text), text)
		})
	}
	firstTwo := func(root string) string { return rssHead + again.rss(root) + parted.rss(root) + "<item><title>Env" }
	return []Case{
		{Name: "hangs before it answers", Serve: hang, Problem: "too long", Troubles: "failing", Slow: true},
		{Name: "drips a byte now and then", Serve: drip(50 * time.Millisecond), Problem: "too long", Troubles: "failing", Slow: true},
		{Name: "sends without end", Serve: endless, Problem: "larger than the limit", Troubles: "failing"},
		{Name: "promises more than it sends", Serve: promise(900, firstTwo), Want: titles[1:], Note: "broke"},
		{Name: "promises less than it sends", Serve: promise(-120, allOf), Want: titles[1:], Note: "broken"},
		{Name: "promises a negative length", Serve: raw(func(string) string { return "HTTP/1.1 200 OK\r\nContent-Length: -6\r\n\r\nx" }), Problem: "cannot be fetched", Troubles: "failing"},
		{Name: "sends broken chunks", Serve: raw(func(string) string { return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n" }), Problem: "cannot be fetched", Troubles: "failing"},
		{Name: "sends headers without end", Serve: raw(func(string) string {
			return "HTTP/1.1 200 OK\r\n" + strings.Repeat("X-A: "+strings.Repeat("b", 1000)+"\r\n", 200)
		}), Problem: "cannot be fetched", Troubles: "failing"},
		{Name: "speaks no HTTP", Serve: raw(func(string) string { return "220 mail.example ESMTP\r\n" }), Problem: "cannot be fetched", Troubles: "failing"},
		{Name: "closes without a word", Serve: raw(func(string) string { return "" }), Problem: "cannot be fetched", Troubles: "failing"},
		{Name: "sends nothing", Serve: func(Visit) {}, Problem: "no feed", Troubles: "failing"},
		{Name: "sends bytes that mean nothing", Serve: answer(rssType, func(string) string { return strings.Repeat("\x00\xff\xfe\x01", 5000) }), Problem: "no feed", Troubles: "failing"},
		{Name: "calls its feed plain text", Serve: answer("text/plain", allOf), Want: titles},
		{Name: "calls its feed a picture", Serve: answer("image/png", allOf), Want: titles},
	}
}

func wrongPacking() []Case {
	gzipTwice := func(data []byte) []byte { return zipped(zipped(data)) }
	half := func(data []byte) []byte { packed := zipped(data); return packed[:len(packed)*9/10] }
	return []Case{
		{Name: "packs with gzip", Serve: coded("gzip", zipped, allOf), Want: titles},
		{Name: "packs with brotli", Serve: coded("br", brotlied, allOf), Want: titles},
		{Name: "packs a bomb with gzip", Serve: coded("gzip", zipped, bomb), Problem: "larger than the limit", Troubles: "failing"},
		{Name: "packs a bomb with brotli", Serve: coded("br", brotlied, bomb), Problem: "larger than the limit", Troubles: "failing"},
		{Name: "packs twice", Serve: coded("gzip, gzip", gzipTwice, allOf), Problem: "is not read", Troubles: "failing"},
		{Name: "packs in a way nobody asked for", Serve: coded("zstd", unpacked, allOf), Problem: "is not read", Troubles: "failing"},
		{Name: "says gzip and sends plain text", Serve: coded("gzip", unpacked, allOf), Want: titles},
		{Name: "breaks off in the middle of gzip", Serve: coded("gzip", half, func(root string) string {
			return rss(root, again, parted, met) + "<!--" + noise(3000) + "-->"
		}), Want: titles, Note: "broke off"},
	}
}

// noise is a text that packing hardly makes shorter.
func noise(n int) string {
	var b strings.Builder
	for i := uint32(1); b.Len() < n; i = i*1664525 + 1013904223 {
		fmt.Fprintf(&b, "%08x", i)
	}
	return b.String()
}

func redirects() []Case {
	toHTML := answer("text/html", func(string) string {
		return page("Please log in", "Give your name and your password to go on reading.")
	})
	return []Case{
		{Name: "redirects to itself", Serve: redirect(http.StatusFound, "ROOT/again"), Problem: "too often", Troubles: "failing"},
		{Name: "redirects nowhere", Serve: redirect(http.StatusFound, ""), Problem: "no address", Troubles: "failing"},
		{Name: "redirects to a file", Serve: redirect(http.StatusFound, "file:///etc/passwd"), Problem: "no http or https", Troubles: "failing"},
		{Name: "redirects to the machine itself", Serve: redirect(http.StatusFound, "http://"+outOfBounds+":PORT/"), Problem: "open web: " + outOfBounds, Troubles: "failing"},
		{Name: "redirects to a private network", Serve: redirect(http.StatusMovedPermanently, "http://10.1.2.3/"), Problem: "open web: 10.1.2.3", Troubles: "failing"},
		{Name: "redirects to a cloud's metadata", Serve: redirect(http.StatusTemporaryRedirect, "http://169.254.169.254/latest/meta-data/"), Problem: "open web: 169.254.169.254", Troubles: "failing"},
		{Name: "redirects to the same in IPv6", Serve: redirect(http.StatusFound, "http://[::ffff:169.254.169.254]/"), Problem: "open web: 169.254.169.254", Troubles: "failing"},
		{Name: "redirects for now", Serve: at(map[string]func(Visit){"/feed": redirect(http.StatusFound, "ROOT/now"), "": feed}), Want: titles},
		{Name: "has moved for good", Serve: at(map[string]func(Visit){"/feed": redirect(http.StatusMovedPermanently, "ROOT/new"), "": feed}), Phases: 2, Want: titles, Troubles: "moved", Requests: 1},
		{Name: "has moved for good, and the new place is gone", Phases: 5, Want: titles, Troubles: "silent", Counted: true, Serve: at(map[string]func(Visit){
			"/feed": inTurn(redirect(http.StatusMovedPermanently, "ROOT/new"), feed), "": inTurn(feed, status(http.StatusNotFound)),
		})},
		{Name: "moves for good to a page", Phases: 2, Want: titles, Problem: "no feed", Troubles: "failing", Serve: at(map[string]func(Visit){
			"/feed": inTurn(feed, redirect(http.StatusMovedPermanently, "ROOT/login")), "": toHTML,
		})},
		{Name: "redirects to what robots.txt forbids", Robots: forbid("/forbidden"), Serve: redirect(http.StatusFound, "ROOT/forbidden/feed"), Problem: "robots.txt", Troubles: "failing"},
		{Name: "wants its cookie back", Serve: func(v Visit) {
			if _, err := v.Cookie("seen"); err == nil {
				feed(v)
				return
			}
			http.SetCookie(v.ResponseWriter, &http.Cookie{Name: "seen", Value: "1"})
			redirect(http.StatusFound, "ROOT/feed")(v)
		}, Problem: "too often", Troubles: "failing"},
	}
}

func refusals() []Case {
	rest := func(code int, header string) func(Visit) {
		return func(v Visit) {
			v.Header().Set("Retry-After", header)
			v.WriteHeader(code)
		}
	}
	return []Case{
		{Name: "wants a name and a password", Serve: status(http.StatusUnauthorized), Problem: "401", Troubles: "failing"},
		{Name: "forbids", Serve: status(http.StatusForbidden), Problem: "403", Troubles: "failing"},
		{Name: "has nothing there", Serve: status(http.StatusNotFound), Problem: "404", Troubles: "failing"},
		{Name: "is gone for good", Serve: status(http.StatusGone), Phases: 3, Problem: "410", Troubles: "gone", Requests: 1},
		{Name: "fails", Serve: status(http.StatusBadGateway), Problem: "502", Troubles: "failing"},
		{Name: "fails and recovers", Serve: inTurn(status(http.StatusBadGateway), status(http.StatusInternalServerError), feed), Phases: 3, Want: titles, Counted: true},
		{Name: "answers with a status of its own", Serve: status(299), Problem: "299", Troubles: "failing"},
		{Name: "wants to be left alone, in seconds", Serve: rest(http.StatusTooManyRequests, "604800"), Phases: 3, Problem: "429", Troubles: "failing", Requests: 1},
		{Name: "wants to be left alone, to a date", Serve: func(v Visit) {
			rest(http.StatusServiceUnavailable, time.Now().Add(72*time.Hour).UTC().Format(http.TimeFormat))(v)
		}, Phases: 2, Problem: "503", Troubles: "failing", Requests: 1},
		{Name: "wants to be left alone and says rubbish", Serve: rest(http.StatusTooManyRequests, "soon"), Problem: "429", Troubles: "failing"},
		{Name: "says nothing new to a first request", Serve: status(http.StatusNotModified), Problem: "304", Troubles: "failing"},
		{Name: "forbids in robots.txt", Robots: forbid("/"), Serve: feed, Path: "/forbidden", Problem: "robots.txt", Troubles: "failing"},
		{Name: "fails over robots.txt", Robots: status(http.StatusInternalServerError), Serve: feed, Path: "/forbidden", Problem: "robots.txt", Troubles: "failing"},
		{Name: "hangs over robots.txt", Robots: hang, Serve: feed, Path: "/forbidden", Problem: "robots.txt", Troubles: "failing", Slow: true},
		{Name: "sends robots.txt without end", Robots: endless, Serve: feed, Path: "/forbidden", Problem: "robots.txt", Troubles: "failing"},
		{Name: "has rubbish for robots.txt", Robots: answer("text/html", func(string) string { return page("Not found", "There is nothing here.") }), Serve: feed, Want: titles},
	}
}
