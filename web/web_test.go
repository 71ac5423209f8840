package web_test

import (
	"net/http"
	"path"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/parleyrecord/parley"
)

func TestPagesShowTheRecord(t *testing.T) {
	t.Parallel()
	s, record := looking(t)
	meeting := entriesOf(t, record, parley.MeetingEntry)[0]
	for address, words := range map[string][]string{
		"/":                                  {"Talks under way", "Where they stand", "Talks and pressure"},
		"/?dossier=iran-us":                  {"Iran"},
		"/timeline?since=2025-10":            {"October 2025", "Budapest"},
		"/timeline?since=2025&actor=lavrov":  {"Lavrov"},
		"/positions":                         {"Where they stand", "demands"},
		"/positions/UKR/alliance-membership": {"on alliance membership"},
		"/meetings":                          {"Held", "Miami"},
		"/proposals":                         {"plan"},
		"/statements?q=constructive":         {"constructive"},
		"/statements?kind=anonymous":         {"anonymous"},
		"/actors":                            {"Steve Witkoff", "special envoy"},
		"/actors/Steve%20Witkoff":            {"Met", "Jared Kushner"},
		"/disputes":                          {"Disputes"},
		"/documents":                         {"Meridian Wire"},
		"/documents/meridian-2025-12-22-miami-ends":                              {"What was read", "<mark class"},
		"/documents/courier-2025-11-19-ternopil":                                 {"Courier"},
		"/entries/" + entriesOf(t, record, parley.DisputeEntry)[0] + "/evidence": {"<blockquote>"},
		"/entries/" + meeting:                                                    {"The words that say so"},
		"/entries/" + meeting + "/evidence":                                      {"open the article at this sentence"},
		"/brief":                                                                 {"What changed", "Sources"},
		"/help":                                                                  {"Three clocks"},
		"/timeline?since=2025&open=" + meeting:                                   {"open the article at this sentence"},
	} {
		wantPage(t, s, address, words...)
	}
}

// TestTextsCallNobodyWhatTheLexiconKnows wants no office in the words of texts that stands
// in none of them.
func TestTextsCallNobodyWhatTheLexiconKnows(t *testing.T) {
	t.Parallel()
	s, _ := looking(t)
	_, told, _ := strings.Cut(wantPage(t, s, "/actors/Marco%20Rubio", "senator"), "As texts call them")
	told, _, _ = strings.Cut(told, "</section>")
	if strings.Contains(told, "senator") {
		t.Errorf("no article calls him a senator: %s", told)
	}
}

func TestThePastIsShownAsItWasKnown(t *testing.T) {
	t.Parallel()
	s, _ := looking(t)
	now := wantPage(t, s, "/positions?dossier=russia-ukraine")
	then := wantPage(t, s, "/positions?dossier=russia-ukraine&as-of=2025-11-01", "could be known at the end of 1 Nov 2025")
	if strings.Contains(then, "Nov 2025</small>") && strings.Contains(then, "Dec 2025<") {
		t.Error("the matrix of 1 November shows what was told later")
	}
	if now == then {
		t.Error("the matrix of November is that of December")
	}
	if !strings.Contains(then, "as-of=2025-11-01") {
		t.Error("links of a page at another day lose the day")
	}
}

// TestPagesKeepTheirDay wants that what is looked at from another day can be shared
// so, and that its links stay there.
func TestPagesKeepTheirDay(t *testing.T) {
	t.Parallel()
	s, record := looking(t)
	const at = "as-of=2025-12-10"
	meeting := "/entries/" + entriesOf(t, record, parley.MeetingEntry)[0]
	link := regexp.MustCompile(`href="(/[^"]*)"`)
	for _, address := range []string{
		"/", "/timeline", "/positions", "/positions/RUS/talks", "/meetings", "/proposals", "/statements", "/actors", "/actors/Steve%20Witkoff", "/disputes", "/documents",
		"/documents/courier-2025-11-19-ternopil", "/brief", "/review", "/corrections", "/health", "/help", meeting,
		"/timeline.csv", "/positions.jsonl", "/meetings.ics", "/proposals.md", "/statements.csv", "/actors.csv", "/disputes.md", "/documents.jsonl", "/brief.html", "/brief.md", "/front.atom",
	} {
		body := wantPage(t, s, address+"?"+at)
		if path.Ext(address) != "" {
			continue
		}
		if !strings.Contains(body, "at the end of 10 Dec 2025") {
			t.Errorf("%s does not say from which day it is seen", address)
		}
		for _, l := range link.FindAllStringSubmatch(body, -1) {
			if l[1] != address && !strings.HasPrefix(l[1], "/static/") && !strings.Contains(l[1], "as-of=") {
				t.Errorf("%s leads from its day to %s", address, l[1])
			}
		}
	}
}

func TestWhatDoesNotExistIsSaid(t *testing.T) {
	t.Parallel()
	s, _ := looking(t)
	for address, status := range map[string]int{
		"/nowhere": http.StatusNotFound, "/entries/00000000": http.StatusNotFound, "/documents/none": http.StatusNotFound, "/?dossier=none": http.StatusNotFound,
		"/actors/Nobody": http.StatusNotFound, "/?as-of=yesterday": http.StatusBadRequest, "/statements?from=x": http.StatusBadRequest,
	} {
		answer := get(t, s, address)
		if answer.Code != status {
			t.Errorf("%s: status %d, want %d", address, answer.Code, status)
		}
		if !strings.Contains(answer.Body.String(), "To the front") {
			t.Errorf("%s does not lead on", address)
		}
	}
}

func TestAnEmptyRecordSaysWhatToDo(t *testing.T) {
	t.Parallel()
	s := serverOf(t, recordOf(t, func(func(parley.Document, error) bool) {}))
	for _, address := range []string{"/", "/timeline", "/positions", "/meetings", "/proposals", "/statements", "/actors", "/disputes", "/documents", "/brief", "/review", "/changes", "/health", "/meetings.ics", "/front.atom", "/timeline.csv"} {
		wantPage(t, s, address)
	}
	wantPage(t, s, "/", "Nothing has been read so far", "parley add")
	wantPage(t, s, "/?dossier=sudan", "No document of this dossier")
	wantPage(t, s, "/?as-of=2025-01-01", "Nothing had been told by then")
}

func TestManyReadersAtOnceSeeTheSamePage(t *testing.T) {
	t.Parallel()
	_, record := looking(t)
	s := serverOf(t, record) // with nothing made so far
	const readers = 16
	bodies := make([]string, readers)
	var all sync.WaitGroup
	for i := range bodies {
		all.Go(func() { bodies[i] = get(t, s, "/timeline?dossier=russia-ukraine&since=2025-10").Body.String() })
	}
	all.Wait()
	for i, body := range bodies {
		if body != bodies[0] || !strings.Contains(body, "Budapest") {
			t.Errorf("reader %d sees another page", i)
		}
	}
	tag := get(t, s, "/timeline?dossier=russia-ukraine&since=2025-10").Header().Get("ETag")
	if again := get(t, s, "/timeline?dossier=russia-ukraine&since=2025-10", "If-None-Match", tag); again.Code != http.StatusNotModified || again.Body.Len() > 0 {
		t.Errorf("a page that has not changed comes again: status %d, %d bytes", again.Code, again.Body.Len())
	}
}
