package web_test

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// Every address that the pages of the sample link to answers: each path is asked for once, and of entries, documents and
// their evidence so many.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	t.Parallel()
	const alike = 40
	s, record := correctable(t)
	open := []string{}
	for _, page := range walked(t, record) {
		open = append(open, page[1])
	}
	href, seen, of := regexp.MustCompile(`href="(/[^"]*)"`), map[string]bool{}, map[string]int{}
	for len(open) > 0 {
		address := open[0]
		open = open[1:]
		path, _, _ := strings.Cut(address, "?")
		kind, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
		if seen[path] || of[kind] >= alike && kind != "actors" && kind != "positions" {
			continue
		}
		seen[path] = true
		of[kind]++
		w := get(t, s, address)
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d", address, w.Code)
			continue
		}
		if kind == "static" || !strings.Contains(w.Header().Get("Content-Type"), "html") {
			continue
		}
		for _, m := range href.FindAllStringSubmatch(w.Body.String(), -1) {
			next, _, _ := strings.Cut(html.UnescapeString(m[1]), "#")
			open = append(open, next)
		}
	}
	if of["actors"] < alike {
		t.Errorf("%d pages of actors are linked to, want more", of["actors"])
	}
}
