package feed

import (
	"errors"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Norland Post</title><link>https://www.post.example/</link><language>en-GB</language>
<item><title>Talks &amp;amp; more talks</title><link>https://www.post.example/7?a=1&amp;b=2</link><guid isPermaLink="false">tag:7</guid>
<pubDate>Mon, 24 Nov 2025 18:05:00 EAT</pubDate><dc:creator>Ida Lund</dc:creator>
<description>&lt;p&gt;Envoys met in &lt;b&gt;Geneva&lt;/b&gt;.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Envoys met in <b>Geneva</b>.</p><script>x()</script><p>They parted.</p>]]></content:encoded></item>
<item><title>Sudmark votes</title><guid>https://www.post.example/8</guid><description>On Sunday &mdash; at last.</description></item>
<item><link>https://www.post.example/9</link></item>
</channel></rss>`

func mustRead(t *testing.T, data, contentType, address string) Feed {
	t.Helper()
	f, err := Read([]byte(data), contentType, address)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestRSS(t *testing.T) {
	t.Parallel()
	f := mustRead(t, rss, "", "https://www.post.example/feed")
	if f.Title != "Norland Post" || f.Site != "https://www.post.example/" || f.Address != "https://www.post.example/feed" || f.Language != "en-GB" || len(f.Items) != 3 {
		t.Fatalf("got %+v", f)
	}
	a, b := f.Items[0], f.Items[1]
	if a.Title != "Talks & more talks" || a.URL != "https://www.post.example/7?a=1&b=2" || a.Published != "Mon, 24 Nov 2025 18:05:00 EAT" || a.Author != "Ida Lund" || a.Byline != a.Author || a.Text != "Envoys met in Geneva.\n\nThey parted." || a.Summary {
		t.Errorf("the first: %+v", a)
	}
	if b.URL != "https://www.post.example/8" || b.Text != "On Sunday — at last." || !b.Summary || b.Published != "" {
		t.Errorf("the second: %+v", b)
	}
	if c := f.Items[2]; c.URL != "https://www.post.example/9" || c.Title != "" || c.Text != "" {
		t.Errorf("the third: %+v", c)
	}
	if !strings.HasPrefix(a.ID, "post.example-") || a.ID == b.ID || parley.SafeID(a.ID) != a.ID {
		t.Errorf("ids %q and %q", a.ID, b.ID)
	}
}

func TestAtomAndJSONFeedAndRDF(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ data, published, updated string }{
		"Atom": {`<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><link rel="self" href="/feed"/><link href="/"/>
			<entry><id>urn:7</id><title type="html">Talks &lt;i&gt;resume&lt;/i&gt;</title><link href="/7"/><author><name>Ida Lund</name></author>
			<published>2025-11-24T18:05:00Z</published><updated>2025-11-25T09:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Envoys met.</p></div></content></entry></feed>`,
			"2025-11-24T18:05:00Z", "2025-11-25T09:00:00Z"},
		"JSON Feed": {`{"version":"https://jsonfeed.org/version/1.1","title":"Post","home_page_url":"https://post.example/","items":[{"id":"urn:7","url":"https://post.example/7","title":"Talks resume","content_html":"<p>Envoys met.</p>","date_published":"2025-11-24T18:05:00Z","authors":[{"name":"Ida Lund"}]}]}`,
			"2025-11-24T18:05:00Z", ""},
		"RDF": {`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Post</title><link>https://post.example/</link></channel>
			<item rdf:about="urn:7"><title>Talks resume</title><link>https://post.example/7</link><description>Envoys met.</description><dc:date>2025-11-24T18:05:00Z</dc:date><dc:creator>Ida Lund</dc:creator></item></rdf:RDF>`,
			"2025-11-24T18:05:00Z", "2025-11-24T18:05:00Z"},
	} {
		f := mustRead(t, c.data, "", "https://post.example/feed")
		if len(f.Items) != 1 || f.Title != "Post" || f.Address != "https://post.example/feed" {
			t.Errorf("%s: %+v", name, f)
			continue
		}
		i := f.Items[0]
		if i.Title != "Talks resume" || i.URL != "https://post.example/7" || i.Text != "Envoys met." || i.Author != "Ida Lund" || i.Published != c.published || i.Updated != c.updated {
			t.Errorf("%s: %+v", name, i)
		}
	}
}

func TestBrokenFeedsGiveWhatTheyHave(t *testing.T) {
	t.Parallel()
	item := func(n string) string {
		return "<item><title>Talks " + n + "</title><link>https://post.example/" + n + "</link></item>"
	}
	head := `<rss version="2.0"><channel><title>Post</title>`
	for name, c := range map[string]struct {
		data  string
		items int
		note  bool
	}{
		"whole":                     {head + item("1") + item("2") + "</channel></rss>", 2, false},
		"forbidden characters":      {head + strings.Replace(item("1"), "Talks", "Ta\x0blks", 1) + "</channel></rss>", 1, false},
		"bare ampersand":            {head + strings.Replace(item("1"), "Talks", "Talks & more", 1) + "</channel></rss>", 1, false},
		"breaks off between items":  {head + item("1") + item("2"), 2, true},
		"breaks off in an item":     {head + item("1") + item("2")[:25], 2, true},
		"breaks off in a tag":       {head + item("1") + item("2") + "<ite", 2, true},
		"breaks off in a section":   {head + item("1") + "<item><title><![CDATA[Talks 2", 2, true},
		"wrong tags behind an item": {head + item("1") + "<item><title>x</link></item>" + item("3") + "</channel></rss>", 2, false},
		"a tag that nothing closes": {head + item("1") + "<item><oops><title>x</title></item>" + item("3") + "</channel></rss>", 3, true},
		"deep without end":          {head + item("1") + "<item><title>x</title>" + strings.Repeat("<a>", 100_000) + strings.Repeat("</b>", 100_000), 2, false},
	} {
		f, err := Read([]byte(c.data), "", "")
		if len(f.Items) < c.items || (err != nil) != c.note {
			t.Errorf("%s: %d items, %v", name, len(f.Items), err)
		}
		var e *parley.Error
		if err != nil && (!errors.As(err, &e) || e.Kind != parley.Partial) {
			t.Errorf("%s: %v is no note", name, err)
		}
	}
}

func TestWhatIsNoFeed(t *testing.T) {
	t.Parallel()
	for _, data := range []string{"", "Talks resume", "<html><body>Talks</body></html>", "{}", "[1]", "<rss", "<feed><entry"} {
		if f, err := Read([]byte(data), "", ""); err == nil && len(f.Items) > 0 || err != nil && parley.KindOf(err) == "" {
			t.Errorf("%q: %+v %v", data, f, err)
		}
	}
	bomb := `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>` +
		`<rss version="2.0"><channel><item><title>Talks &b;&f;</title></item></channel></rss>`
	if f, _ := Read([]byte(bomb), "", ""); len(f.Items) > 0 && (strings.Contains(f.Items[0].Title, "aaa") || strings.Contains(f.Items[0].Title, "root")) {
		t.Errorf("an entity was expanded: %q", f.Items[0].Title)
	}
}

func TestCharacterSets(t *testing.T) {
	t.Parallel()
	feed := func(declared, title string) string {
		return `<?xml version="1.0"` + declared + `?><rss version="2.0"><channel><item><title>` + title + `</title></item></channel></rss>`
	}
	wide := func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteByte(byte(r))
			b.WriteByte(byte(r >> 8))
		}
		return b.String()
	}
	for name, c := range map[string]struct{ data, contentType string }{
		"UTF-8 that says it is Latin": {feed(` encoding="iso-8859-1"`, "Jörg"), ""},
		"declared":                    {feed(` encoding="iso-8859-1"`, "J\xf6rg"), ""},
		"Latin that says it is UTF-8": {feed(` encoding="utf-8"`, "J\xf6rg"), ""},
		"the carrier knows":           {feed("", "J\x9arg"), "text/xml; charset=macintosh"},
		"UTF-16 with a mark":          {"\xff\xfe" + wide(feed(` encoding="utf-16"`, "Jörg")), ""},
		"UTF-16 without a mark":       {wide(feed(` encoding="utf-16"`, "Jörg")), ""},
	} {
		f, err := Read([]byte(c.data), c.contentType, "")
		if err != nil || len(f.Items) != 1 || f.Items[0].Title != "Jörg" {
			t.Errorf("%s: %+v %v", name, f.Items, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(rss), "")
	f.Add([]byte(newsSitemap), "")
	f.Add([]byte(rss[:400]), "text/xml; charset=iso-8859-1")
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[{"id":"a"}]}`), "")
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		read, err := Read(data, contentType, "https://post.example/feed")
		var e *parley.Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%v is no error of the vocabulary", err)
		}
		for _, i := range read.Items {
			if i.ID == "" || parley.SafeID(i.ID) != i.ID {
				t.Fatalf("item %+v", i)
			}
		}
	})
}
