package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/web"
)

// correctable shows a record of its own that may be corrected.
func correctable(t *testing.T) (*web.Server, store.Store) {
	t.Helper()
	record := recordOf(t, sampleDocuments())
	s, err := web.New(web.Config{
		Record: record, Lexicon: lexicon.Default(), Dossiers: ready().Dossiers(), Today: func() parley.Date { return today }, Now: time.Now,
		Desk:   &desk.Desk{Store: record, Lexicon: lexicon.Default(), Who: "Ada Berg", Now: time.Now},
		Report: func(err error) { t.Errorf("the server reports: %v", err) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, record
}

// post sends a form as a page of the server does.
func post(t *testing.T, s http.Handler, address string, fields ...string) *httptest.ResponseRecorder {
	t.Helper()
	values := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		values.Add(fields[i], fields[i+1])
	}
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(values.Encode()))
	r.Host = "localhost:7600"
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "http://localhost:7600")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestCorrectionsAreMadeShownAndUndone(t *testing.T) {
	t.Parallel()
	s, record := correctable(t)
	meeting := entriesOf(t, record, parley.MeetingEntry)[0]
	page := "/entries/" + meeting
	wantPage(t, s, page, "It is right", "Set a field")

	set := post(t, s, page+"/corrections", "action", "set", "field", "place", "value", "Port Amber", "note", "seen there <b>")
	if set.Code != http.StatusSeeOther {
		t.Fatalf("setting a place: status %d: %s", set.Code, set.Body)
	}
	body := wantPage(t, s, set.Header().Get("Location"), "Port Amber", "Place set to Port Amber", "Ada Berg", "seen there &lt;b&gt;", "/undo")
	_, after, _ := strings.Cut(body, `action="/corrections/`)
	id, _, _ := strings.Cut(after, "/undo")
	wantPage(t, s, "/corrections", "Place set to Port Amber")
	wantPage(t, s, "/corrections.csv", "Ada Berg")

	if undone := post(t, s, "/corrections/"+id+"/undo"); undone.Code != http.StatusSeeOther {
		t.Fatalf("undoing: status %d: %s", undone.Code, undone.Body)
	}
	if strings.Contains(wantPage(t, s, page), "Port Amber") {
		t.Error("the place that was undone still stands")
	}
	wantPage(t, s, "/corrections", "undone")
}

func TestReviewEndsWithAVerdict(t *testing.T) {
	t.Parallel()
	s, _ := correctable(t)
	body := wantPage(t, s, "/review?since=2025", "one source")
	_, after, _ := strings.Cut(body, `id="e-`)
	id, _, _ := strings.Cut(after, `"`)
	answer := post(t, s, "/entries/"+id+"/corrections", "action", "reject", "back", "/review?since=2025")
	if where := answer.Header().Get("Location"); !strings.HasPrefix(where, "/review?") {
		t.Fatalf("a verdict leads to %q: %s", where, answer.Body)
	}
	if strings.Contains(wantPage(t, s, "/review?since=2025"), `id="e-`+id) {
		t.Error("what was rejected is still in the review")
	}
}

func TestDocumentsArePutIntoDossiers(t *testing.T) {
	t.Parallel()
	s, record := correctable(t)
	const id = "meridian-2025-12-14-berlin"
	if answer := post(t, s, "/documents/"+id+"/dossiers", "action", "in", "dossier", "sudan"); answer.Code != http.StatusSeeOther {
		t.Fatalf("status %d: %s", answer.Code, answer.Body)
	}
	d, err := record.Document(t.Context(), id)
	if err != nil || !strings.Contains(strings.Join(d.Dossiers, " "), "sudan") {
		t.Errorf("the document is in %v (%v)", d.Dossiers, err)
	}
}

func TestCorrectionsThatCannotBeAreRefused(t *testing.T) {
	t.Parallel()
	s, record := correctable(t)
	meeting := entriesOf(t, record, parley.MeetingEntry)[0]
	for what, c := range map[string]struct {
		fields []string
		status int
	}{
		"no such action":   {[]string{"action", "burn"}, http.StatusBadRequest},
		"no such field":    {[]string{"action", "set", "field", "colour", "value", "red"}, http.StatusBadRequest},
		"no such value":    {[]string{"action", "set", "field", "status", "value", "done"}, http.StatusBadRequest},
		"a form too large": {[]string{"action", "note", "note", strings.Repeat("x", 100<<10)}, http.StatusRequestEntityTooLarge},
	} {
		if got := post(t, s, "/entries/"+meeting+"/corrections", c.fields...).Code; got != c.status {
			t.Errorf("%s: status %d, want %d", what, got, c.status)
		}
	}
	if got := post(t, s, "/entries/00000000/corrections", "action", "accept").Code; got != http.StatusNotFound {
		t.Errorf("no such entry: status %d, want 404", got)
	}
	for _, back := range []string{"https://evil.example/", "//evil.example/", `/\evil.example`, "javascript:alert(1)"} {
		if where := post(t, s, "/entries/"+meeting+"/corrections", "action", "accept", "back", back).Header().Get("Location"); strings.Contains(where, "evil") || strings.Contains(where, "javascript") {
			t.Errorf("a form leads out to %q", where)
		}
	}
	readOnly, looked := looking(t)
	if got := post(t, readOnly, "/entries/"+entriesOf(t, looked, parley.MeetingEntry)[0]+"/corrections", "action", "accept").Code; got != http.StatusForbidden {
		t.Errorf("a record that can only be read: status %d, want 403", got)
	}
}
