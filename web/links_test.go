package web_test

import (
	"html"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every address that the pages of the sample link to answers: each path is asked for once, of entries, documents and
// their evidence so many, and each kind of page once with each set of parameters.
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
		path, query, _ := strings.Cut(address, "?")
		kind, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
		shape := kind + "?" + strings.Join(parameters(t, query), "&")
		enough := of[kind] >= alike && kind != "actors" && kind != "positions"
		if (seen[path] || enough) && seen[shape] {
			continue
		}
		seen[path], seen[shape] = true, true
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

// parameters are the names of those of a query.
func parameters(t *testing.T, query string) []string {
	t.Helper()
	values, err := url.ParseQuery(query)
	if err != nil {
		t.Errorf("%q is no query: %v", query, err)
	}
	return slices.Sorted(maps.Keys(values))
}
