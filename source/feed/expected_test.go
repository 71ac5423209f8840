package feed

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley/source/markup"
	"github.com/parleyrecord/parley/source/timestamp"
)

// fact is one thing that a test file's authors expect of a feed: of its item of
// that number, or of the feed where it is -1, a field and its value.
type fact struct {
	item         int
	field, value string
}

// holds tells whether what was read says so. What is kept of a feed is text, so
// marks are taken off what is expected.
func (f fact) holds(read Feed) bool {
	text := func(s string) string { return markup.Collapse(strings.ReplaceAll(markup.Text(s), "\n\n", " ")) }
	if f.item < 0 {
		if f.field == "title" {
			return text(f.value) == read.Title
		}
		return sameAddress(f.value, read.Site)
	}
	if f.item >= len(read.Items) {
		return false
	}
	i := read.Items[f.item]
	switch f.field {
	case "title":
		return headline(f.value) == i.Title
	case "link":
		return sameAddress(f.value, i.URL)
	case "id":
		return ItemID(f.value, i.URL) == i.ID || nameItem(strings.TrimSpace(f.value), i.URL, hostOf(read)) == i.ID
	case "published":
		return sameTime(f.value, i.Published)
	case "updated":
		return sameTime(f.value, i.Updated) || i.Updated == "" && sameTime(f.value, i.Published)
	case "author":
		return text(f.value) == i.Author || strings.Contains(i.Author, text(f.value)) || strings.Contains(f.value, i.Author) && i.Author != ""
	}
	return text(f.value) == text(i.Text) || text(f.value) == strings.ReplaceAll(i.Text, "\n\n", " ")
}

// got is what was read in its stead.
func (f fact) got(read Feed) string {
	switch {
	case f.item < 0:
		return read.Title + " " + read.Site
	case f.item >= len(read.Items):
		return "no such item"
	}
	return fmt.Sprintf("%+v", read.Items[f.item])
}

func hostOf(read Feed) *url.URL {
	address, err := url.Parse(read.Address)
	if err != nil {
		return &url.URL{}
	}
	return address
}

func sameAddress(want, got string) bool {
	return strings.TrimSuffix(strings.TrimSpace(want), "/") == strings.TrimSuffix(got, "/")
}

func sameTime(want, got string) bool {
	if want == got {
		return true
	}
	a, errA := timestamp.Parse(want, nil)
	b, errB := timestamp.Parse(got, nil)
	return errA == nil && errB == nil && a.Equal(b)
}

// expectations are what the files of the two archives say of themselves, by field.
type tally struct{ right, all int }

func TestWhatOthersExpectOfFeeds(t *testing.T) {
	t.Parallel()
	files := feedFiles(t)
	for _, c := range []struct {
		name   string
		facts  func(name string, files map[string][]byte) []fact
		least  float64
		fewest int
	}{
		{"gofeed", gofeedFacts, .97, 250},
		{"feedparser", feedparserFacts, .85, 1000},
	} {
		fields, sum := map[string]tally{}, tally{}
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if !strings.Contains(name, "/"+c.name+"/") {
				continue
			}
			facts := c.facts(name, files)
			if len(facts) == 0 {
				continue
			}
			contentType, address := carrier(files[name])
			read, _ := Read(files[name], contentType, address)
			for _, f := range facts {
				field := fields[f.field]
				field.all++
				sum.all++
				if f.holds(read) {
					field.right++
					sum.right++
				} else if os.Getenv("PARLEY_MISSES") != "" {
					t.Logf("%s: %+v got %q", path.Base(name), f, f.got(read))
				}
				fields[f.field] = field
			}
		}
		t.Logf("%s: %d of %d expectations hold, %.1f %%; by field %v", c.name, sum.right, sum.all, 100*float64(sum.right)/float64(sum.all), fields)
		if float64(sum.right) < c.least*float64(sum.all) || sum.all < c.fewest {
			t.Errorf("%s: %d of %d hold, want %.0f %% of %d or more", c.name, sum.right, sum.all, 100*c.least, c.fewest)
		}
	}
}

// feedFiles are the files of the archive of feeds by name.
func feedFiles(t *testing.T) map[string][]byte {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "feeds.tar.gz"))
	if err != nil {
		t.Skipf("the feeds are not here: %v", err)
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for archive := tar.NewReader(packed); ; {
		entry, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		if entry.Typeflag == tar.TypeReg {
			if files[entry.Name], err = io.ReadAll(archive); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// expectedFeed is a feed as the JSON beside a file of gofeed has it: in the model of
// RSS, of Atom, of JSON Feed, or in that to which all are translated.
type expectedFeed struct {
	Title, Link string
	HomePageURL string `json:"home_page_url"`
	Links       json.RawMessage
	Items       []expectedItem
	Entries     []expectedItem
}

type expectedItem struct {
	ID, URL                           string
	Title, Link, PubDate, Description string
	Published, Updated, Summary       string
	DatePublished                     string `json:"date_published"`
	DateModified                      string `json:"date_modified"`
	ContentHTML                       string `json:"content_html"`
	ContentText                       string `json:"content_text"`
	GUID, Content, Author, Links      json.RawMessage
	Authors                           []struct{ Name, Email string }
}

// value is a string, or the member of an object that holds the value.
func value(raw json.RawMessage, keys ...string) string {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	var object map[string]any
	if json.Unmarshal(raw, &object) != nil {
		return ""
	}
	for _, key := range keys {
		if s, ok := object[key].(string); ok && s != "" {
			return s
		}
	}
	return ""
}

// alternate is the link of Atom that leads to the page.
func alternate(raw json.RawMessage) string {
	var links []struct{ Href, Rel string }
	if json.Unmarshal(raw, &links) != nil {
		return ""
	}
	for _, l := range links {
		if l.Rel == "" || l.Rel == "alternate" {
			return l.Href
		}
	}
	return ""
}

// gofeedFacts reads the feed that gofeed expects of a file.
func gofeedFacts(name string, files map[string][]byte) []fact {
	stem := strings.TrimSuffix(name, path.Ext(name))
	expected, ok := files[stem+".json"]
	if path.Ext(name) == ".json" {
		expected, ok = files[stem+"_expected.json"]
	}
	var f expectedFeed
	if !ok || json.Unmarshal(expected, &f) != nil {
		return nil
	}
	facts := []fact{{-1, "title", f.Title}, {-1, "link", first(f.Link, f.HomePageURL, alternate(f.Links))}}
	for n, i := range append(f.Items, f.Entries...) {
		author := value(i.Author, "name", "email")
		if author == "" && len(i.Authors) > 0 {
			author = first(i.Authors[0].Name, i.Authors[0].Email)
		}
		facts = append(facts, fact{n, "title", i.Title}, fact{n, "link", first(i.Link, i.URL, alternate(i.Links))},
			fact{n, "id", first(value(i.GUID, "value"), i.ID)}, fact{n, "published", first(i.Published, i.PubDate, i.DatePublished)},
			fact{n, "updated", first(i.Updated, i.DateModified)}, fact{n, "author", author},
			fact{n, "content", first(value(i.Content, "value"), i.ContentHTML, i.ContentText, i.Description, i.Summary)})
	}
	return slices.DeleteFunc(facts, func(f fact) bool { return strings.TrimSpace(f.value) == "" })
}

var (
	expectLine   = regexp.MustCompile(`(?m)^\s*Expect:\s*(?:not bozo and\s+|bozo and\s+)?(entries\[(\d+)\]|feed)((?:\['?\w+'?\])+) == (.+?)\s*$`)
	headerLine   = regexp.MustCompile(`(?mi)^\s*Header:\s*Content-type:\s*(.+?)\s*$`)
	locationLine = regexp.MustCompile(`(?mi)^\s*Header:\s*Content-Location:\s*(.+?)\s*$`)
	byteEscape   = regexp.MustCompile(`\\x([0-9a-f]{2})`)
	timeNumbers  = regexp.MustCompile(`^\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+),`)
)

// feedparserFields are the keys of feedparser's model that say what ours does.
var feedparserFields = map[string]string{
	"['title']": "title", "['title_detail']['value']": "title", "['link']": "link", "['links'][0]['href']": "link", "['id']": "id", "['guid']": "id",
	"['published']": "published", "['published_parsed']": "published", "['updated']": "updated", "['updated_parsed']": "updated",
	"['content'][0]['value']": "content", "['summary']": "content", "['description']": "content", "['summary_detail']['value']": "content",
	"['author']": "author", "['author_detail']['name']": "author",
}

// feedparserFacts reads the line of Python in which a file of feedparser says what
// is expected of it.
func feedparserFacts(name string, files map[string][]byte) []fact {
	m := expectLine.FindSubmatch(files[name])
	if m == nil {
		return nil
	}
	f := fact{item: -1, field: feedparserFields[string(m[3])]}
	if len(m[2]) > 0 {
		f.item, _ = strconv.Atoi(string(m[2]))
	}
	value, ok := pythonValue(string(m[4]))
	if !ok || f.field == "" || f.item < 0 && f.field != "title" && f.field != "link" {
		return nil
	}
	f.value = value
	return []fact{f}
}

// carrier is what the server declares that the tests of feedparser run: the address
// is that of its test files.
func carrier(data []byte) (contentType, address string) {
	const root = "http://127.0.0.1:8097/"
	if m := headerLine.FindSubmatch(data); m != nil {
		contentType = string(m[1])
	}
	base, err := url.Parse(root)
	if m := locationLine.FindSubmatch(data); m != nil && err == nil {
		if at, err := base.Parse(string(m[1])); err == nil {
			return contentType, at.String()
		}
	}
	return contentType, root
}

// pythonValue reads a string of Python, or a tuple of the parts of a time.
func pythonValue(s string) (string, bool) {
	if m := timeNumbers.FindStringSubmatch(s); m != nil {
		var n [6]int
		for i := range n {
			n[i], _ = strconv.Atoi(m[i+1])
		}
		return time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], 0, time.UTC).Format(time.RFC3339), true
	}
	s = strings.TrimPrefix(s, "u")
	if len(s) < 2 || s[0] != '\'' && s[0] != '"' || s[len(s)-1] != s[0] {
		return "", false
	}
	body := s[1 : len(s)-1]
	if strings.Contains(strings.ReplaceAll(body, `\`+s[:1], ""), s[:1]) {
		return "", false // more than one string
	}
	body = byteEscape.ReplaceAllString(body, `\u00$1`) // a character, where Go has a byte
	body = strings.NewReplacer(`\'`, `'`, `"`, `\"`, `\"`, `\"`).Replace(body)
	value, err := strconv.Unquote(`"` + body + `"`)
	return value, err == nil
}

func ExampleItemID() {
	fmt.Println(ItemID("tag:7", "https://www.post.example/7"))
	// Output: post.example-c2bb070fecb4
}
