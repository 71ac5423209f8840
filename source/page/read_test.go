package page

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
)

const (
	geneva = "Envoys of Norland and Sudmark met in Geneva on Monday, their first talks in nine weeks. They are to meet again on Friday, an official of Norland said, and nobody would rule out an accord."
	offer  = "The government of Sudmark said that its offer on the border was on hold. It would neither withdraw it nor add to it, Foreign Minister Anna Kovar told reporters in the capital."
	border = "Norland has asked for a border commission since the spring. Sudmark answered with a draft of its own, which speaks of the exchange of prisoners and leaves the border aside."
)

func htmlOf(head, body string) string {
	return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>"
}

func article(paragraphs ...string) string {
	return "<article><p>" + strings.Join(paragraphs, "</p><p>") + "</p></article>"
}

func TestArticleAndWhatThePageSaysOfIt(t *testing.T) {
	t.Parallel()
	head := `<title>Talks resume | Norland Post</title>
		<link rel="canonical" href="https://www.post.example/world/7">
		<meta property="og:site_name" content="Norland Post">
		<meta property="article:published_time" content="2025-11-24T18:05:00+02:00">`
	body := `<nav><a href="/">Home</a> <a href="/world">World</a></nav>
		<article><h1>Talks resume</h1>
		<figure><img src="a.jpg"><figcaption>Anna Kovar on Monday. Picture: Post</figcaption></figure>
		<p>` + strings.Replace(geneva, "Geneva", `<a href="/geneva">Geneva</a>`, 1) + `</p>
		<div>Advertisement</div>
		<h2>The&nbsp;offer</h2><p>` + strings.ReplaceAll(offer, " ", "\n  ") + `</p>
		<script>track("x")</script><p>` + border + `</p>
		<p>Read more: <a href="/8">Sudmark votes</a></p></article>
		<footer>© 2025 Norland Post</footer>`
	doc, err := Read([]byte(htmlOf(head, body)), "")
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Join([]string{geneva, "The offer", offer, border}, "\n\n"); doc.Text != want {
		t.Errorf("text %q, want %q", doc.Text, want)
	}
	if doc.Title != "Talks resume" || doc.Published != "2025-11-24T18:05:00+02:00" || doc.URL != "https://www.post.example/world/7" || doc.Outlet != "post.example" {
		t.Errorf("got %+v", doc)
	}
}

func TestPublicationDate(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ head, body, want string }{
		"linked data":                 {`<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"datePublished":"2025-11-24T18:05:00Z","dateModified":"2025-11-25"}]}</script><meta name="date" content="2025-11-01">`, "", "2025-11-24T18:05:00Z"},
		"broken linked data":          {`<script type="application/ld+json">{"@type": oops</script><meta name="pubdate" content="2025-11-24">`, "", "2025-11-24"},
		"item property":               {`<meta itemprop="datePublished" content="2025-11-24 18:05">`, "", "2025-11-24 18:05"},
		"visible":                     {"", `<aside><time datetime="2025-01-01">Old</time></aside><main><time datetime="2025-11-24">Monday</time></main>`, "2025-11-24"},
		"the first that can be read":  {`<meta property="article:published_time" content="today"><meta name="date" content="2025-11-24">`, "", "2025-11-24"},
		"unreadable is stated":        {`<meta property="article:published_time" content="today">`, "", "today"},
		"a date that is no article's": {"", `<aside><time datetime="2025-01-01">Old</time></aside>`, ""},
	} {
		doc, err := Read([]byte(htmlOf(c.head, c.body+article(geneva, offer, border))), "")
		if err != nil || doc.Published != c.want {
			t.Errorf("%s: published %q, want %q (%v)", name, doc.Published, c.want, err)
		}
	}
}

func TestWhatSitesSetAroundAnArticleIsLeftOut(t *testing.T) {
	t.Parallel()
	body := `<article><h1>Talks resume</h1>
		<p>By Ida Lund</p>
		<div>Published 6:05 pm EST, Monday, November 24, 2025 | Updated November 25, 2025</div>
		<p>` + geneva + `</p>
		<div class="media-caption">Anna Kovar in the capital on Monday</div>
		<p>Photo: Post</p>
		<p><a href="/8">NORLAND VOTES ON SUNDAY</a></p>
		<h2><a href="#offer">The offer</a></h2>
		<p>` + offer + ` <a href="/9">See the draft.</a></p>
		<p>https://post.example/7</p>
		<p>` + border + `</p>
		<p><a href="/statement">“` + border + `”</a></p>
		<div>More from the region</div>
		<ul><li><a href="/1">Storm closes schools</a></li><li><a href="/2">What is a border commission?</a></li></ul></article>`
	doc, err := Read([]byte(htmlOf("", body)), "")
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Join([]string{geneva, "The offer", offer + " See the draft.", border, "“" + border + "”"}, "\n\n"); doc.Text != want {
		t.Errorf("text %q\nwant %q", doc.Text, want)
	}
	if doc.Published != "6:05 pm EST, Monday, November 24, 2025" {
		t.Errorf("published %q", doc.Published)
	}
}

func TestHeadlineLosesTheNameOfTheSite(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Talks resume in Geneva after long break - Norland Post": "Talks resume in Geneva after long break",
		"Talks resume in Geneva after long break":                "Talks resume in Geneva after long break",
		"Kovar – the minister who waits for Norland Post":        "Kovar – the minister who waits for Norland Post",
	} {
		head := `<meta property="og:title" content="` + title + `"><meta property="og:site_name" content="Norland Post">`
		doc, err := Read([]byte(htmlOf(head, article(geneva, offer, border))), "")
		if err != nil || doc.Title != want {
			t.Errorf("%q became %q (%v)", title, doc.Title, err)
		}
	}
}

func TestCharacterSets(t *testing.T) {
	t.Parallel()
	text := strings.ReplaceAll(geneva, "Anna", "") + " “Jörg” said."
	for name, c := range map[string]struct{ head, declared, from, to string }{
		"UTF-8 that says it is Latin": {`<meta charset="iso-8859-1">`, "", "", ""},
		"declared in the page":        {`<meta charset="windows-1251">`, "", "“Jörg” said.", "\xcf\xe5\xf2\xf0"},
		"declared by the carrier":     {"", "text/html; charset=windows-1251", "“Jörg” said.", "\xcf\xe5\xf2\xf0"},
		"not declared":                {"", "", "“Jörg” said.", "\x93J\xf6rg\x94 said."},
	} {
		body := htmlOf(c.head, article(offer, border))
		encoded := strings.ReplaceAll(text, c.from, c.to)
		if c.from == "" {
			encoded = text
		}
		doc, err := Read([]byte(strings.Replace(body, "<article>", "<article><p>"+encoded+"</p>", 1)), c.declared)
		want := text
		if strings.HasPrefix(c.to, "\xcf") {
			want = strings.ReplaceAll(text, c.from, "Петр")
		}
		if err != nil || !strings.HasPrefix(doc.Text, want) {
			t.Errorf("%s: %.300q (%v)", name, doc.Text, err)
		}
	}
}

func TestPageWithoutAnArticleIsAnError(t *testing.T) {
	t.Parallel()
	for _, body := range []string{"", "<nav><a href=/>Home</a></nav>", "<script>1</script>", strings.Repeat("<div>", 2000), strings.Repeat("<p>Talks</p>", maxElements), strings.Repeat("Talks ", maxBytes/6+1)} {
		_, err := Read([]byte(htmlOf("", body)), "")
		var e *parley.Error
		if !errors.As(err, &e) {
			t.Errorf("%.40q: %v", body, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(htmlOf(`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-11-24"}</script>`, article(geneva, offer))), "")
	f.Add([]byte("<p>\x93J\xf6rg\x94"), "text/html; charset=shift_jis")
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		doc, err := Read(data, contentType)
		var e *parley.Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%v is no error of the vocabulary", err)
		}
		if !utf8.ValidString(doc.Text) || !utf8.ValidString(doc.Title) {
			t.Fatalf("not UTF-8: %q %q", doc.Title, doc.Text)
		}
	})
}
