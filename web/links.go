package web

import (
	"html/template"
	"maps"
	"net/url"
	"strings"
)

// kept are the parameters that go along from page to page.
var kept = []string{"dossier", "as-of"}

// link is the address of a page, whose path is given escaped, in the dossier and at the day of
// the visit, with further parameters in pairs; one that is "" is left out.
func (v *visit) link(path string, pairs ...string) template.URL {
	values := url.Values{}
	for _, name := range kept {
		if value := v.params.Get(name); value != "" {
			values.Set(name, value)
		}
	}
	return address(path, values, pairs)
}

// here is the address of the page itself with its filters, some of them changed.
func (v *visit) here(pairs ...string) template.URL {
	return address(v.request.URL.EscapedPath(), v.params, pairs)
}

func address(path string, values url.Values, pairs []string) template.URL {
	fragment := ""
	values = maps.Clone(values)
	if values == nil {
		values = url.Values{}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		switch name, value := pairs[i], pairs[i+1]; {
		case name == "#":
			fragment = "#" + url.PathEscape(value)
		case value == "":
			values.Del(name)
		default:
			values.Set(name, value)
		}
	}
	query := values.Encode()
	if query != "" {
		query = "?" + query
	}
	return template.URL(path + query + fragment)
}

// outside is a web address of a publisher that may be linked to; "" for any
// other scheme.
func outside(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}
