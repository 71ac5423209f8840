package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
)

const (
	geneva = "Envoys of Norland and Sudmark met in Geneva on Monday. They are to meet again on Friday, a Norland official said."
	offer  = "The government of Sudmark said on Friday that its offer on the border was on hold."
)

// folder writes files into a new folder; names may hold slashes.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func open(t *testing.T, o Options, args ...string) (docs []parley.Document, errs []*parley.Error) {
	t.Helper()
	for doc, err := range Open(context.Background(), args, o) {
		if err == nil {
			docs = append(docs, doc)
			continue
		}
		var e *parley.Error
		if !errors.As(err, &e) || e.Subject == "" || e.Problem == "" {
			t.Fatalf("%v names no subject and problem", err)
		}
		errs = append(errs, e)
	}
	return docs, errs
}

func ids(docs []parley.Document) string {
	var out []string
	for _, d := range docs {
		out = append(out, d.ID)
	}
	return strings.Join(out, " ")
}

func packedText(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(text))
	w.Close()
	return b.String()
}

const htmlPage = `<!DOCTYPE html><html><head><title>Talks resume</title><link rel="canonical" href="https://post.example/7"></head><body><article><h1>Talks resume</h1><p>` +
	geneva + "</p><p>" + offer + "</p><p>" + geneva + "</p></article></body></html>"

func TestEveryFormatGivesItsDocuments(t *testing.T) {
	t.Parallel()
	object := `{"text":"` + geneva + `","title":"Talks"}`
	root := folder(t, map[string]string{
		"a.txt":              "Talks resume\n\n" + geneva,
		"b/c.md":             "# Talks resume\n\n" + geneva,
		"b/d.json":           object,
		"b/e.json":           "[" + object + "," + strings.Replace(object, "{", `{"id":"own id",`, 1) + "]",
		"b/f.jsonl":          object + "\n" + object + "\n",
		"b/g.ndjson.gz":      packedText(object),
		"c/Page one.HTM":     htmlPage,
		"c/saved.txt":        htmlPage,
		"d.txt.gz":           packedText(geneva),
		".hidden/x.txt":      geneva,
		"c/picture.png":      "\x89PNG\r\n\x1a\n",
		"c/.hidden.txt":      geneva,
		"e/Über die Lage.md": geneva,
	})
	docs, errs := open(t, Options{}, root)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	d := regexp.MustCompile(`d-[0-9a-f]{8}`) // d.json and d.txt.gz share a name
	if got := d.ReplaceAllString(ids(docs), "d-#"); got != "a c d-# e-1 own-id f-1 f-2 g-1 Page-one saved d-# ber-die-Lage" {
		t.Errorf("got %s", ids(docs))
	}
	if docs[0].Title != "Talks resume" || docs[0].Text != geneva || docs[1].Title != "Talks resume" || docs[8].Outlet != "post.example" || docs[9].Title != "Talks resume" {
		t.Errorf("got %+v", docs)
	}
}

func TestFeedsGiveTheirItems(t *testing.T) {
	t.Parallel()
	item := "<item><title>Talks resume</title><link>https://post.example/7</link><pubDate>Mon, 24 Nov 2025 18:05 EAT</pubDate><description>" + geneva + "</description></item>"
	feed := "<rss version='2.0'><channel><title>Post</title>" + item
	root := folder(t, map[string]string{
		"a.xml":  feed + "</channel></rss>",
		"b.rss":  feed, // breaks off
		"c.json": `{"version": "https://jsonfeed.org/version/1", "title": "Post", "items": [{"id": "7", "url": "https://post.example/7", "content_text": "` + geneva + `"}]}`,
		"d.atom": "<feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title></feed>",
	})
	docs, errs := open(t, Options{}, root)
	if len(docs) != 3 || len(errs) != 2 || errs[0].Kind != parley.Partial || errs[1].Kind != parley.Empty {
		t.Fatalf("%+v %v", docs, errs)
	}
	if d := docs[0]; d.Outlet != "post.example" || d.Text != geneva || d.Published.Format(time.RFC3339) != "2025-11-24T15:05:00Z" || d.Zone != "Etc/GMT-3" || d != docs[1] || d.ID == docs[2].ID {
		t.Errorf("got %+v", docs)
	}
	docs, errs = open(t, Options{Input: strings.NewReader(feed + "</channel></rss>")}, "-")
	if len(docs) != 1 || len(errs) > 0 || docs[0].Title != "Talks resume" {
		t.Errorf("from standard input: %+v %v", docs, errs)
	}
}

func TestPostsOfALiveBlogAreDocuments(t *testing.T) {
	t.Parallel()
	post := func(at, text string) string {
		return `<article class="post"><time datetime="` + at + `">then</time><p>` + text + `</p></article>`
	}
	dir := folder(t, map[string]string{"talks.html": `<!DOCTYPE html><main class="live-blog">` + post("2025-11-24T18:05:00Z", "They parted.") + post("2025-11-24T09:00:00Z", "They met.") + `</main>`})
	docs, errs := open(t, Options{}, dir)
	if len(errs) > 0 || ids(docs) != "talks-1 talks-2" || docs[1].Text != "They met." || docs[1].Published.Hour() != 9 {
		t.Errorf("got %+v %v", docs, errs)
	}
}

func TestFlagsFillTheGaps(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{
		"digest.txt": "---\npublished: 2025-11-24 18:05\n---\n" + geneva + "\n---\noutlet: own.example\n---\n" + offer,
	})
	at := time.Date(2025, 11, 30, 0, 0, 0, 0, time.UTC)
	docs, errs := open(t, Options{Published: at, Outlet: "post.example", Zone: "Europe/Oslo"}, root)
	if len(errs) > 0 || ids(docs) != "digest-1 digest-2" {
		t.Fatal(ids(docs), errs)
	}
	if got := docs[0].Published.Format(time.RFC3339); got != "2025-11-24T17:05:00Z" || docs[0].Outlet != "post.example" {
		t.Errorf("the first: %+v", docs[0])
	}
	if !docs[1].Published.Equal(at) || docs[1].Outlet != "own.example" || docs[1].Zone != "Europe/Oslo" {
		t.Errorf("the second: %+v", docs[1])
	}
}

func TestStandardInputIsNamedByItsContent(t *testing.T) {
	t.Parallel()
	for input, want := range map[string]string{geneva: "", `[{"text":"` + offer + `"}]`: "-1", htmlPage: ""} {
		docs, errs := open(t, Options{Input: strings.NewReader(input)}, "-")
		if len(errs) > 0 || len(docs) != 1 || len(docs[0].ID) != len("stdin-12345678"+want) || !strings.HasPrefix(docs[0].ID, "stdin-") || !strings.HasSuffix(docs[0].ID, want) {
			t.Errorf("%.20s: %s %v", input, ids(docs), errs)
		}
	}
	docs, _ := open(t, Options{Digest: true, Input: strings.NewReader(geneva + "\n" + offer)}, "-")
	again, _ := open(t, Options{Digest: true, Input: strings.NewReader(geneva + "\n" + offer)}, "-")
	if len(docs) != 2 || ids(docs) != ids(again) || !strings.HasSuffix(docs[1].ID, "-2") {
		t.Errorf("%s and %s", ids(docs), ids(again))
	}
}

func TestNamesDoNotDependOnOrder(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{
		"a/talks.txt": geneva, "b/talks.txt": offer, "c/talks.txt": geneva,
		"a/same.txt": geneva, "b/same.txt": geneva,
		"a/week.txt": "---\ndigest: true\n---\n" + geneva + "\n" + offer, "a/week-1.txt": offer,
	})
	one, errs := open(t, Options{}, filepath.Join(root, "a"), filepath.Join(root, "b"), filepath.Join(root, "c"))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	other, _ := open(t, Options{}, filepath.Join(root, "c"), filepath.Join(root, "b"), filepath.Join(root, "a"))
	texts := func(docs []parley.Document) map[string]string {
		byID := map[string]string{}
		for _, d := range docs {
			if before, ok := byID[d.ID]; ok && before != d.Text {
				t.Errorf("%s names two texts", d.ID)
			}
			byID[d.ID] = d.Text
		}
		return byID
	}
	if fmt.Sprint(texts(one)) != fmt.Sprint(texts(other)) {
		t.Errorf("%s\n%s", ids(one), ids(other))
	}
	if got := texts(one); got["same"] != geneva || got["week-1"] != offer || got["talks"] != "" || len(got) != 6 {
		t.Errorf("got %v", got)
	}
}

func TestEachFileIsReadOnce(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{"a.txt": geneva})
	if docs, errs := open(t, Options{}, root, filepath.Join(root, "a.txt"), root+"/./a.txt"); len(docs) != 1 || len(errs) > 0 {
		t.Errorf("%s %v", ids(docs), errs)
	}
}

func TestBadInputIsNamedAndTheOthersGoOn(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name, content, problem string
		kind                   parley.ErrorKind
	}{
		{"empty.txt", "", "empty", parley.Empty},
		{"blank.txt", " \n\t\n", "empty", parley.Empty},
		{"blank.html", "<html><body></body></html>", "no article", parley.Empty},
		{"program.txt", "\x7fELF\x02\x01\x01\x00\x00", "no text but application/octet-stream", parley.Binary},
		{"paper.html", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "application/pdf", parley.Binary},
		{"late.txt", strings.Repeat(geneva, 20) + "\x00", "no text", parley.Binary},
		{"cyrillic.txt", "\xcf\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xfb \xe2 \xcc\xee\xf1\xea\xe2\xe5", "line 1, column 1: the text is not UTF-8", parley.Invalid},
		{"damaged.txt", "Talks\nEnvoys met in Köln, said M\xfcller.", "line 2, column 27", parley.Invalid},
		{"half.txt", "\xff\xfeT\x00a", "UTF-16", parley.Invalid},
		{"twice.json", `{"text":"a","text":"b"}`, "line 1, column 18", parley.Invalid},
		{"cut.json", `{"text":"a"`, "ends too early", parley.Invalid},
		{"latin.json", "{\"text\":\"M\xfcller\"}", "not UTF-8", parley.Invalid},
		{"no.txt.gz", "no gzip", "unpacked", parley.Invalid},
		{"cut.txt.gz", packedText(geneva)[:40], "unpacked", parley.Invalid},
		{"bomb.txt.gz", packedText(strings.Repeat("a ", 1<<20)), "larger than 1 MB", parley.TooLarge},
		{"long.txt", strings.Repeat("a ", 1<<20), "larger than 1 MB", parley.TooLarge},
	}
	for _, c := range cases {
		root := folder(t, map[string]string{c.name: c.content, "zz.txt": geneva})
		docs, errs := open(t, Options{Limit: 1 << 20}, root)
		if len(docs) != 1 || len(errs) != 1 {
			t.Errorf("%s: %d documents, errors %v", c.name, len(docs), errs)
			continue
		}
		e := errs[0]
		if e.Kind != c.kind || !strings.HasSuffix(e.Subject, c.name) || !strings.Contains(e.Error(), c.problem) || e.Mend == "" {
			t.Errorf("%s: %s error %q", c.name, e.Kind, e)
		}
	}
}

func TestArgumentsThatNameNothing(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{"a.txt": geneva, "empty/.keep": "", "pictures/a.png": "\x89PNG"})
	for arg, kind := range map[string]parley.ErrorKind{"missing.txt": parley.NotFound, "empty": parley.Empty, "pictures": parley.Empty, "a.txt/b": parley.Unavailable} {
		docs, errs := open(t, Options{}, filepath.Join(root, arg), filepath.Join(root, "a.txt"))
		if len(docs) != 1 || len(errs) != 1 || errs[0].Kind != kind {
			t.Errorf("%s: %s %v", arg, ids(docs), errs)
		}
	}
	if docs, errs := open(t, Options{Zone: "Norland/Capital"}, root); len(docs) > 0 || len(errs) != 1 || errs[0].Subject != "zone" {
		t.Errorf("an unknown zone: %s %v", ids(docs), errs)
	}
}

func TestOldEncodingsAreRead(t *testing.T) {
	t.Parallel()
	want := "Minister Jörg Möller said: “We wait – for now.”"
	root := folder(t, map[string]string{
		"bom.txt":   "\ufeff" + want,
		"w1252.txt": "Minister J\xf6rg M\xf6ller said: \x93We wait \x96 for now.\x94",
		"utf16.txt": "\xff\xfe" + utf16LE(want),
		"page.html": `<html><head><meta charset="windows-1252"></head><body><p>Minister J` + "\xf6rg M\xf6ller said: \x93We wait \x96 for now.\x94</p></body></html>",
	})
	docs, errs := open(t, Options{}, root)
	if len(docs) != 4 || len(errs) > 0 {
		t.Fatal(ids(docs), errs)
	}
	for _, d := range docs {
		if d.Text != want {
			t.Errorf("%s: %q", d.ID, d.Text)
		}
	}
}

func utf16LE(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

func TestUnreadableDateIsANoteBesideTheDocument(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{"a.json": `{"text":"` + geneva + `","published":"last Thursday"}`})
	docs, errs := open(t, Options{Published: time.Now()}, root)
	if len(docs) != 1 || !docs[0].Published.IsZero() || len(errs) != 1 || errs[0].Kind != parley.Partial || !strings.Contains(errs[0].Error(), "a.json: published: the date \"last Thursday\"") {
		t.Errorf("%+v %v", docs, errs)
	}
}

func TestHugeTextIsRefusedWithoutReadingIt(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "huge.txt")
	file, err := os.Create(path)
	if err == nil {
		err = errors.Join(file.Truncate(200<<20), file.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	docs, errs := open(t, Options{}, path)
	runtime.ReadMemStats(&after)
	if len(docs) > 0 || len(errs) != 1 || errs[0].Kind != parley.TooLarge {
		t.Fatal(ids(docs), errs)
	}
	// Other tests allocate at the same time; they stay far below the file's size.
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 150<<20 {
		t.Errorf("refusing it took %d bytes", grown)
	}
}

func TestLinesOfAnyNumberPassTheLimitOfOne(t *testing.T) {
	t.Parallel()
	line := `{"text":"` + geneva + `"}` + "\n"
	root := folder(t, map[string]string{"day.jsonl": strings.Repeat(line, 50)})
	if docs, errs := open(t, Options{Limit: 500}, root); len(docs) != 50 || len(errs) > 0 {
		t.Errorf("%d documents, %v", len(docs), errs)
	}
}

func TestOpenStopsWithItsContext(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{"a.txt": geneva, "b.txt": offer})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	read := 0
	for _, err := range Open(ctx, []string{root}, Options{}) {
		cancel()
		if read++; read == 2 && !errors.Is(err, context.Canceled) {
			t.Errorf("went on with %v", err)
		}
	}
	if read != 2 {
		t.Errorf("%d results", read)
	}
}

func FuzzParse(f *testing.F) {
	for i, seed := range []string{geneva, "# Talks\n\n" + offer, `{"text":"a"}`, htmlPage, "<rss><channel><item><title>Talks</title></item></channel></rss>", "\xff\xfeT\x00"} {
		f.Add([]byte(seed), uint8(i), true)
	}
	names := []string{"a.txt", "a.md", "a.json", "a.html", "a.xml", "a"}
	f.Fuzz(func(t *testing.T, data []byte, name uint8, digest bool) {
		o := Options{Digest: digest}
		if err := o.check(); err != nil {
			t.Fatal(err)
		}
		file := &file{path: names[int(name)%len(names)], article: "a", brief: "a"}
		for doc, err := range o.complete(file, o.parse(file, data)) {
			if err == nil {
				err = doc.Validate()
			} else if e, ok := err.(*parley.Error); ok && e.Subject == file.path {
				err = nil
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}
