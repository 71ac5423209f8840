package sample

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// edited is the one article that its outlet published again with changed text.
const edited = "courier-2025-11-19-ternopil"

type article struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Title     string `json:"title"`
	Text      string `json:"text"`
}

// articles returns the bundled articles by file name.
func articles(t *testing.T) map[string]article {
	t.Helper()
	names, err := fs.Glob(Files, "articles/*.json")
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]article, len(names))
	for _, name := range names {
		found[name] = decode(t, name)
	}
	return found
}

func decode(t *testing.T, name string) article {
	t.Helper()
	data, err := Files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(data, &keys); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, key := range []string{"id", "outlet", "url", "published", "title", "text"} {
		if _, ok := keys[key]; !ok {
			t.Errorf("%s: key %q is missing", name, key)
		}
	}
	var read article
	reader := json.NewDecoder(bytes.NewReader(data))
	reader.DisallowUnknownFields()
	if err := reader.Decode(&read); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return read
}

func TestArticlesAreWholeDocuments(t *testing.T) {
	t.Parallel()
	all := articles(t)
	if len(all) < 30 {
		t.Errorf("%d articles, want 30 or more", len(all))
	}
	for name, a := range all {
		if a.ID == "" || a.Outlet == "" || a.Title == "" {
			t.Errorf("%s: id %q, outlet %q or title %q is empty", name, a.ID, a.Outlet, a.Title)
		}
		if _, err := time.Parse(time.RFC3339, a.Published); err != nil {
			t.Errorf("%s: published: %v", name, err)
		}
		if a.URL != "" && !strings.Contains(a.URL, ".example/") {
			t.Errorf("%s: %s is not an address reserved for examples", name, a.URL)
		}
		if words := len(strings.Fields(a.Text)); words < 90 || words > 260 {
			t.Errorf("%s: %d words, want 90 to 260", name, words)
		}
		if !utf8.ValidString(a.Title + a.Text) {
			t.Errorf("%s: not UTF-8", name)
		}
	}
}

func TestOnlyTheEditedArticleSharesAnID(t *testing.T) {
	t.Parallel()
	versions := map[string][]article{}
	for name, a := range articles(t) {
		versions[a.ID] = append(versions[a.ID], a)
		if name != "articles/"+a.ID+".json" && a.ID != edited {
			t.Errorf("%s holds id %s", name, a.ID)
		}
	}
	for id, found := range versions {
		if id != edited && len(found) != 1 {
			t.Errorf("id %s stands %d times", id, len(found))
		}
	}
	pair := versions[edited]
	if len(pair) != 2 {
		t.Fatalf("%d versions of %s, want 2", len(pair), edited)
	}
	if pair[0].URL != pair[1].URL || pair[0].Published == pair[1].Published || pair[0].Text == pair[1].Text {
		t.Errorf("versions of %s must share a url and differ in time and text", edited)
	}
}

func TestSixOutletsOrMore(t *testing.T) {
	t.Parallel()
	var outlets []string
	for _, a := range articles(t) {
		if !slices.Contains(outlets, a.Outlet) {
			outlets = append(outlets, a.Outlet)
		}
	}
	if len(outlets) < 6 {
		t.Errorf("outlets %q, want 6 or more", outlets)
	}
}

var quotation = regexp.MustCompile(`"([^"]*)"|“([^”]*)”`)

// Real people appear in these articles, so nothing longer than a phrase that
// is on the public record may stand between quotation marks.
func TestQuotationsAreFourWordsAtMost(t *testing.T) {
	t.Parallel()
	for name, a := range articles(t) {
		for _, field := range []string{a.Title, a.Text} {
			if strings.Count(field, `"`)%2 != 0 || strings.Count(field, "“") != strings.Count(field, "”") {
				t.Errorf("%s: quotation marks do not pair", name)
			}
			for _, quoted := range quotation.FindAllString(field, -1) {
				if len(strings.Fields(quoted)) > 4 {
					t.Errorf("%s: quotation %s is longer than four words", name, quoted)
				}
			}
		}
	}
}

func TestSourcesNameEveryArticle(t *testing.T) {
	t.Parallel()
	sources, err := os.ReadFile("SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, a := range articles(t) {
		if !strings.Contains(string(sources), "`"+a.ID+"`") {
			t.Errorf("%s: SOURCES.md has no row for %s", name, a.ID)
		}
	}
}

func TestDigestHasFourBriefsAndATail(t *testing.T) {
	t.Parallel()
	digest, err := os.ReadFile("digest.txt")
	if err != nil {
		t.Fatal(err)
	}
	var briefs, short int
	for _, line := range strings.Split(strings.TrimSpace(string(digest)), "\n") {
		switch words := len(strings.Fields(line)); {
		case words > 30:
			briefs++
			short = 0
		case words > 0:
			short++
		}
	}
	if briefs != 4 || short < 5 {
		t.Errorf("%d briefs and a tail of %d headlines, want 4 briefs and 5 headlines or more", briefs, short)
	}
}
