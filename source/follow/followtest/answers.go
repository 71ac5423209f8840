package followtest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
)

// item is an item of a feed.
type item struct {
	id, title, text string
	summary         bool   // the text is in the description, and there is a page
	date            string // as written; "" means a Monday in November
	link            string // "" means a page named after the id
}

const monday = "Mon, 24 Nov 2025 18:05:00 GMT"

func (i item) rss(root string) string {
	link := i.link
	if link == "" {
		link = root + "/" + i.id
	}
	date := i.date
	if date == "" {
		date = monday
	}
	element := "content:encoded"
	if i.summary {
		element = "description"
	}
	return fmt.Sprintf("<item><guid isPermaLink='false'>%s</guid><title>%s</title><link>%s</link><pubDate>%s</pubDate><%s>%s</%s></item>\n",
		html.EscapeString(i.id), html.EscapeString(i.title), html.EscapeString(link), date, element, html.EscapeString(i.text), element)
}

const (
	rssHead = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Norland Post</title><link>/</link>` + "\n"
	rssTail = "</channel></rss>"
)

func rss(root string, items ...item) string {
	var b strings.Builder
	b.WriteString(rssHead)
	for _, i := range items {
		b.WriteString(i.rss(root))
	}
	return b.String() + rssTail
}

// Three articles that all sites have.
var (
	met    = item{id: "met", title: "Envoys met", text: "The envoys of Norland and Sudmark met in Geneva on Monday."}
	parted = item{id: "parted", title: "Envoys parted", text: "They parted in the evening without an accord, an official of Norland said."}
	again  = item{id: "again", title: "Envoys to meet again", text: "They are to meet again on Friday, Foreign Minister Anna Kovar told reporters."}
)

var titles = []string{met.title, parted.title, again.title}

func allOf(root string) string { return rss(root, again, parted, met) }

const rssType = "application/rss+xml"

// feed answers with the three articles.
func feed(v Visit) { v.text(rssType, allOf(v.Site.Root)) }

func status(code int) func(Visit) { return func(v Visit) { v.WriteHeader(code) } }

// raw answers with bytes that no HTTP library would send.
func raw(answer func(root string) string) func(Visit) {
	return func(v Visit) {
		connection, _, err := http.NewResponseController(v.ResponseWriter).Hijack()
		if err != nil {
			return
		}
		defer connection.Close()
		_, _ = io.WriteString(connection, answer(v.Site.Root))
	}
}

// drip sends a byte every so often, for ever.
func drip(every time.Duration) func(Visit) {
	return func(v Visit) {
		out := http.NewResponseController(v.ResponseWriter)
		for v.Context().Err() == nil {
			if _, err := io.WriteString(v.ResponseWriter, " "); err != nil || out.Flush() != nil {
				return
			}
			time.Sleep(every)
		}
	}
}

func endless(v Visit) {
	for block := bytes.Repeat([]byte("<!-- -->\n"), 10_000); v.Context().Err() == nil; {
		if _, err := v.Write(block); err != nil {
			return
		}
	}
}

func hang(v Visit) { <-v.Context().Done() }

// coded answers in a content coding.
func coded(coding string, pack func([]byte) []byte, body func(root string) string) func(Visit) {
	return func(v Visit) {
		v.Header().Set("Content-Encoding", coding)
		_, _ = v.Write(pack([]byte(body(v.Site.Root))))
	}
}

func zipped(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(data) // into memory
	_ = w.Close()
	return b.Bytes()
}

func brotlied(data []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotli.BestSpeed)
	_, _ = w.Write(data) // into memory
	_ = w.Close()
	return b.Bytes()
}

func unpacked(data []byte) []byte { return data }

// bomb unpacks to more than anybody wants.
func bomb(string) string { return strings.Repeat(" ", 6<<20) }

// redirect sends elsewhere; in the address ROOT stands for the site's own root, PORT
// for its port.
func redirect(code int, to string) func(Visit) {
	return func(v Visit) {
		_, port, _ := net.SplitHostPort(v.Request.Host)
		v.Header().Set("Location", strings.NewReplacer("ROOT", v.Site.Root, "PORT", port).Replace(to))
		v.WriteHeader(code)
	}
}

// inTurn behaves one way in each phase, and in the last way from then on.
func inTurn(ways ...func(Visit)) func(Visit) {
	return func(v Visit) { ways[min(v.Phase, len(ways)-1)](v) }
}

// at answers by path; the way of "" answers all others.
func at(ways map[string]func(Visit)) func(Visit) {
	return func(v Visit) {
		if way := ways[v.URL.Path]; way != nil {
			way(v)
			return
		}
		ways[""](v)
	}
}

func answer(contentType string, body func(root string) string) func(Visit) {
	return func(v Visit) { v.text(contentType, body(v.Site.Root)) }
}

func forbid(path string) func(Visit) {
	return func(v Visit) { v.text("text/plain", "User-agent: *\nDisallow: "+path+"\n") }
}

// page is the page of an article.
func page(title string, paragraphs ...string) string {
	return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" + strings.Join(paragraphs, "</p><p>") + "</p></article></body></html>"
}

// long is a text that a page has and its summary has not.
const long = "The envoys of Norland and Sudmark met in Geneva on Monday, their first talks in nine weeks. They are to meet again on Friday, an official of Norland said, and nobody would rule out an accord. The government of Sudmark said that its offer on the border was on hold."
