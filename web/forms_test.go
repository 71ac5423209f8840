package web_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	ical "github.com/emersion/go-ical"
	"github.com/mmcdole/gofeed"
)

func TestListsComeOutAsTables(t *testing.T) {
	t.Parallel()
	s, _ := looking(t)
	for _, page := range []string{"/timeline", "/positions", "/meetings", "/proposals", "/statements", "/actors", "/disputes", "/documents"} {
		rows, err := csv.NewReader(strings.NewReader(wantPage(t, s, page+".csv?dossier=russia-ukraine"))).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Errorf("%s.csv has %d rows: %v", page, len(rows), err)
		}
		lines := strings.Split(strings.TrimSpace(wantPage(t, s, page+".jsonl?dossier=russia-ukraine")), "\n")
		for _, line := range lines {
			if !json.Valid([]byte(line)) {
				t.Errorf("%s.jsonl: %.80q is no JSON", page, line)
			}
		}
		if text := wantPage(t, s, page+".md"); !strings.HasPrefix(text, "# ") || !strings.Contains(text, "\n| --- |") {
			t.Errorf("%s.md holds no table: %.80q", page, text)
		}
	}
}

func TestFiltersHoldForEveryForm(t *testing.T) {
	t.Parallel()
	s, _ := looking(t)
	all, some := wantPage(t, s, "/timeline.csv"), wantPage(t, s, "/timeline.csv?type=CONSULT&place=Miami")
	if len(some) >= len(all) || !strings.Contains(some, "Miami") || strings.Contains(some, "Kharkiv") {
		t.Errorf("the filtered table is\n%s", some)
	}
}

func TestCalendarOpensInACalendar(t *testing.T) {
	t.Parallel()
	s, _ := looking(t)
	answer := get(t, s, "/meetings.ics?dossier=russia-ukraine")
	if kind := answer.Header().Get("Content-Type"); !strings.HasPrefix(kind, "text/calendar") {
		t.Errorf("the calendar comes as %s", kind)
	}
	body := answer.Body.String()
	for line := range strings.SplitSeq(body, "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d bytes is not folded: %q", len(line), line)
		}
	}
	calendar, err := ical.NewDecoder(strings.NewReader(body)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	events := calendar.Events()
	if len(events) < 5 {
		t.Fatalf("the calendar has %d events", len(events))
	}
	seen := map[string]bool{}
	for _, e := range events {
		uid, err := e.Props.Text(ical.PropUID)
		if err != nil || seen[uid] {
			t.Errorf("UID %q (%v) is missing or stands twice", uid, err)
		}
		seen[uid] = true
		start, err := e.DateTimeStart(nil)
		end, err2 := e.DateTimeEnd(nil)
		if err != nil || err2 != nil || !end.After(start) {
			t.Errorf("%s: from %v to %v (%v, %v)", uid, start, end, err, err2)
		}
	}
	if again := get(t, s, "/meetings.ics?dossier=russia-ukraine").Body.String(); again != body {
		t.Error("the calendar is not the same twice")
	}
}

func TestFeedOpensInAReader(t *testing.T) {
	t.Parallel()
	s, _ := looking(t)
	feed, err := gofeed.NewParser().ParseString(wantPage(t, s, "/front.atom?dossier=russia-ukraine"))
	if err != nil {
		t.Fatal(err)
	}
	if feed.FeedType != "atom" || len(feed.Items) < 5 {
		t.Fatalf("a feed of type %s with %d items", feed.FeedType, len(feed.Items))
	}
	ids := map[string]bool{}
	for i, item := range feed.Items {
		if ids[item.GUID] || item.GUID == "" {
			t.Errorf("the id %q is missing or stands twice", item.GUID)
		}
		ids[item.GUID] = true
		if item.UpdatedParsed == nil || i > 0 && item.UpdatedParsed.After(*feed.Items[i-1].UpdatedParsed) {
			t.Errorf("%s is not in the order of its time", item.Title)
		}
		if !strings.HasPrefix(item.Link, "http://localhost:7600/entries/") {
			t.Errorf("%s leads to %s", item.Title, item.Link)
		}
	}
}

func TestBriefStandsAlone(t *testing.T) {
	t.Parallel()
	s, _ := looking(t)
	body := wantPage(t, s, "/brief.html?dossier=russia-ukraine", "What changed", "Sources", "<style>")
	for _, outside := range []string{"<script", "src=", "url(", "<link", "href=\"/"} {
		if strings.Contains(body, outside) {
			t.Errorf("the brief needs something beside it: %s", outside)
		}
	}
}
