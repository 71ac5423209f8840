package web_test

import (
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/web"
)

func TestFrontTellsWhatIsNewSinceTheLastVisit(t *testing.T) {
	t.Parallel()
	record := recordOf(t, sampleDocuments())
	clock := today.First().Add(9 * time.Hour)
	editor := &desk.Desk{Store: record, Lexicon: lexicon.Default(), Who: "Ada Berg", Now: func() time.Time { return clock }}
	s, err := web.New(web.Config{
		Record: record, Lexicon: lexicon.Default(), Dossiers: ready().Dossiers(), Desk: editor,
		Today: func() parley.Date { return today }, Now: func() time.Time { return clock },
		Report: func(err error) { t.Errorf("the server reports: %v", err) },
	})
	if err != nil {
		t.Fatal(err)
	}
	cookie := ""
	look := func() string {
		t.Helper()
		answer := get(t, s, "/?dossier=russia-ukraine", "Cookie", cookie)
		for _, c := range answer.Result().Cookies() {
			cookie = c.Name + "=" + c.Value
		}
		return answer.Body.String()
	}
	if first := look(); strings.Contains(first, "you last looked") || cookie == "" {
		t.Errorf("the first visit is compared with another; the cookie is %q", cookie)
	}
	clock = clock.Add(3 * time.Hour)
	if again := look(); !strings.Contains(again, "Nothing new since you last looked") {
		t.Error("a second visit without changes does not say so")
	}
	meeting := entriesOf(t, record, parley.MeetingEntry)
	if _, err := editor.Set(t.Context(), meeting[len(meeting)-1], "place", "Port Amber", ""); err != nil {
		t.Fatal(err)
	}
	clock = clock.Add(3 * time.Hour)
	if third := look(); !strings.Contains(third, "Since you last looked") || !strings.Contains(third, "Port Amber") {
		t.Error("a change since the last visit is not told")
	}
	clock = clock.Add(10 * time.Minute)
	if same := look(); !strings.Contains(same, "Since you last looked") {
		t.Error("ten minutes later, in the same visit, the change is forgotten")
	}
	wantPage(t, s, "/changes?dossier=russia-ukraine", "Port Amber")
	wantPage(t, s, "/changes.csv?after=1", "before and now")
	if cookie = "visit.russia-ukraine=" + strings.Repeat("9", 30) + ".x"; !strings.Contains(look(), "What changed since") {
		t.Error("a cookie that makes no sense spoils the page")
	}
}

func TestSourcesTellHowTheyFare(t *testing.T) {
	t.Parallel()
	s, _ := looking(t)
	wantPage(t, s, "/health", "Nothing is followed", "46 documents")
}
