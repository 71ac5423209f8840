package web_test

import (
	"iter"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// hostile are articles that try to run, restyle or leave the page.
func hostile() iter.Seq2[parley.Document, error] {
	const said = `Norland's foreign minister Anna Kovar met Sudland's envoy Ivo Berg in Geneva on Monday. “<img src=x onerror=alert(1)> We reject any limits on our army,” Kovar said. `
	documents := []parley.Document{
		{ID: "script", Outlet: `"><script>alert("outlet")</script>`, URL: `javascript:alert("url")`, Title: `<script>alert("title")</script> Ministers meet`, Text: said},
		{ID: "style", Outlet: "Courier</style><style>body{display:none}", URL: `https://courier.example/"onmouseover="alert(1)`, Title: `</title><style>*{color:red}</style>`,
			Text: said + `</main></body><link rel=stylesheet href=//evil.example/x.css><base href=//evil.example/>`},
		{ID: "bidi", Outlet: "Courier\u202Eelpmaxe", Title: "Talks \u202Edlrow\u202C and \u2066inside", Text: "Anna\u200BKovar\u2060, the foreign minister of Norland, said on Monday that \u202Ethe army\u202C will not leave the har\u00ADbour."},
		{ID: "formula", Outlet: `=HYPERLINK("http://evil.example","x")`, Title: "+1 for talks", Text: `@SUM(1+1)*cmd|' /C calc'!A0 said Norland's foreign minister Anna Kovar on Monday. “-2+3 is what we demand in the talks,” she said.`},
		{ID: "template", Outlet: "{{.}}", Title: "{{template \"frame.html\"}} `${alert(1)}` <!-- --!>", Text: said + "]]> <![CDATA[ \\n BEGIN:VEVENT\r\nEND:VCALENDAR"},
		{ID: "long", Outlet: strings.Repeat("o", 3000), Title: "Long words", Text: "Norland's foreign minister Anna Kovar said on Monday: “We demand " + strings.Repeat("w", 1<<20) + " from Sudland.”"},
	}
	return func(yield func(parley.Document, error) bool) {
		for i, d := range documents {
			d.Published = time.Date(2025, 12, 1+i, 9, 0, 0, 0, time.UTC)
			if !yield(d, nil) {
				return
			}
		}
	}
}

// addresses are all pages of a record, and all that comes out of them.
func addresses(t *testing.T, r store.Reader) []string {
	t.Helper()
	var all []string
	for _, page := range []string{"timeline", "positions", "meetings", "proposals", "statements", "actors", "disputes", "documents"} {
		all = append(all, "/"+page+"?since=2025", "/"+page+".csv", "/"+page+".jsonl", "/"+page+".md")
	}
	all = append(all, "/", "/brief?since=2025", "/brief.html?since=2025", "/brief.md?since=2025", "/brief.json?since=2025", "/meetings.ics", "/front.atom", "/help", "/statements?q=army",
		"/changes?since=2025", "/changes.csv?since=2025", "/changes.jsonl?since=2025", "/changes.md?since=2025", "/review?since=2025", "/corrections", "/corrections.csv", "/health")
	for e, err := range r.Entries(t.Context(), store.EntryFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, "/entries/"+e.ID, "/entries/"+e.ID+"/evidence", "/timeline?since=2025&open="+e.ID, "/statements?open="+e.ID)
		if e.Position != nil {
			all = append(all, "/positions/"+url.PathEscape(e.Position.Party)+"/"+string(e.Position.Issue))
		}
		if e.Statement != nil && e.Statement.Speaker != "" {
			all = append(all, "/actors/"+url.PathEscape(e.Statement.Speaker))
		}
	}
	for d, err := range r.Documents(t.Context(), store.DocumentFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, "/documents/"+url.PathEscape(d.ID))
	}
	return all
}

func TestHostileTextIsShownAndNothingElse(t *testing.T) {
	t.Parallel()
	record := recordOf(t, hostile())
	s := serverOf(t, record)
	for _, address := range addresses(t, record) {
		answer := get(t, s, address)
		if answer.Code != http.StatusOK {
			t.Errorf("%s: status %d", address, answer.Code)
		}
		kind, body := answer.Header().Get("Content-Type"), answer.Body.String()
		for _, hidden := range []string{"\u202E", "\u202C", "\u2066", "\u2060", "\u200B"} {
			if strings.Contains(body, hidden) && !strings.Contains(kind, "json") {
				t.Errorf("%s holds %+q as it came", address, hidden)
			}
		}
		if strings.HasPrefix(kind, "text/html") {
			ownElementsOnly(t, address, body)
		}
		if strings.HasPrefix(kind, "text/csv") {
			for _, cell := range []string{"\n=", ",=", ",\"=", "\n+", ",+", ",@", ",\"@", "\n@"} {
				if strings.Contains(body, cell) {
					t.Errorf("%s holds a cell that begins as a formula: %q", address, cell)
				}
			}
		}
	}
}

// ownElementsOnly checks that each element of a page is one of the templates'.
func ownElementsOnly(t *testing.T, address, body string) {
	t.Helper()
	tokens := html.NewTokenizer(strings.NewReader(body))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			token := tokens.Token()
			attributes := map[string]string{}
			for _, a := range token.Attr {
				attributes[a.Key] = a.Val
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Errorf("%s: <%s> has the attribute %s", address, token.Data, a.Key)
				}
				if (a.Key == "href" || a.Key == "src" || a.Key == "action") && !safe(a.Val) {
					t.Errorf("%s: <%s> leads to %.80q", address, token.Data, a.Val)
				}
			}
			switch {
			case token.Data == "img", token.Data == "base", token.Data == "iframe", token.Data == "object",
				token.Data == "script" && attributes["type"] != "module",
				token.Data == "style" && !strings.HasPrefix(address, "/brief.html"),
				token.Data == "link" && strings.Contains(attributes["href"], "evil"):
				t.Errorf("%s: holds %s", address, token)
			}
		}
	}
}

// safe tells whether an address is one of the server's own or an outlet's on the
// web.
func safe(address string) bool {
	return strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") || strings.HasPrefix(address, "#") ||
		strings.HasPrefix(address, "https://courier.example/")
}

func TestEveryAnswerForbidsWhatIsNotTheServers(t *testing.T) {
	t.Parallel()
	s, record := looking(t)
	for _, address := range append(addresses(t, record)[:60], "/nowhere", "/static/none") {
		h := get(t, s, address).Header()
		policy := h.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: policy %q, %q", address, policy, h.Get("X-Content-Type-Options"))
		}
	}
}

func TestOtherSitesAreRefused(t *testing.T) {
	t.Parallel()
	s, _ := looking(t)
	for what, c := range map[string]struct {
		header []string
		status int
	}{
		"this machine":                {nil, http.StatusOK},
		"this machine by number":      {[]string{"Host", "127.0.0.1:7600"}, http.StatusOK},
		"this machine, IPv6":          {[]string{"Host", "[::1]:7600"}, http.StatusOK},
		"a name that was led here":    {[]string{"Host", "evil.example"}, http.StatusMisdirectedRequest},
		"a name that looks like ours": {[]string{"Host", "localhost.evil.example"}, http.StatusMisdirectedRequest},
		"another site's fetch":        {[]string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"}, http.StatusForbidden},
		"a link from another site":    {[]string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"}, http.StatusOK},
	} {
		if got := get(t, s, "/help", c.header...).Code; got != c.status {
			t.Errorf("%s: status %d, want %d", what, got, c.status)
		}
	}
	r := httptest.NewRequest(http.MethodPost, "/entries/x/corrections", strings.NewReader("action=accept"))
	r.Host = "localhost:7600"
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusForbidden {
		t.Errorf("another site's form: status %d, want 403", w.Code)
	}
	if got := get(t, s, "/statements?q="+strings.Repeat("x", 5000)).Code; got != http.StatusRequestURITooLong {
		t.Errorf("an endless address: status %d, want 414", got)
	}
}
