package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/parleyrecord/parley/source/stated"
)

// told is what a test says of a post.
func told(p stated.Document) string {
	all := []string{p.Published, p.URL, p.Title, p.Text}
	if p.Byline != "" {
		all = append(all, "by "+p.Byline)
	}
	return strings.Join(all, " | ")
}

func wantPosts(t *testing.T, name, page string, want ...string) {
	t.Helper()
	posts, err := Posts([]byte(page), "")
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	var got []string
	for _, p := range posts {
		got = append(got, told(p))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s:\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const canonical = `<link rel="canonical" href="https://post.example/live/7">`

func TestPostsOfALiveBlogAsLinkedData(t *testing.T) {
	t.Parallel()
	head := canonical + `<script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"Talks in Geneva, live",
		"liveBlogUpdate":[
		 {"@type":"BlogPosting","headline":"They parted","datePublished":"2025-11-24T18:05:00+01:00","url":"https://post.example/live/7#p2","articleBody":"The envoys parted.\nThey meet again on Friday."},
		 {"@type":"BlogPosting","headline":"They met","author":{"name":"Ida Lund"},"datePublished":"2025-11-24T09:00:00+01:00","url":"#p1","articleBody":"<p>The envoys met.</p>"},
		 {"@type":"BlogPosting","headline":"No words","datePublished":"2025-11-24T08:00:00+01:00","articleBody":""},
		 {"@type":"BlogPosting","headline":"No date","articleBody":"Nobody knows when."}]}</script>`
	wantPosts(t, "linked data", htmlOf(head, "<h1>Talks in Geneva, live</h1>"),
		"2025-11-24T18:05:00+01:00 | https://post.example/live/7#p2 | They parted | The envoys parted.\n\nThey meet again on Friday.",
		"2025-11-24T09:00:00+01:00 | https://post.example/live/7#p1 | They met | The envoys met. | by Ida Lund")
	shown := `<div id="p1"><p>` + geneva + `</p><p>` + offer + `</p></div>`
	wantPosts(t, "the page says more than its data", htmlOf(head, shown),
		"2025-11-24T18:05:00+01:00 | https://post.example/live/7#p2 | They parted | The envoys parted.\n\nThey meet again on Friday.",
		"2025-11-24T09:00:00+01:00 | https://post.example/live/7#p1 | They met | "+geneva+"\n\n"+offer+" | by Ida Lund")
}

func TestPostsThatThePageShows(t *testing.T) {
	t.Parallel()
	post := func(id, at, title, text string) string {
		return fmt.Sprintf(`<article class="block" id="%s"><header><time datetime="%s">then</time><time datetime="2025-11-25">updated</time><h2>%s</h2></header><div class="body"><p>%s</p></div></article>`, id, at, title, text)
	}
	posts := post("b2", "2025-11-24T18:05:00Z", "They parted", offer) + post("b1", "2025-11-24T09:00:00Z", "They met", geneva)
	want := []string{"2025-11-24T18:05:00Z | https://post.example/live/7#b2 | They parted | " + offer, "2025-11-24T09:00:00Z | https://post.example/live/7#b1 | They met | " + geneva}
	beside := `<aside><ul class="l"><li><time datetime="2025-01-01">Old</time> Storm closes schools in the north of the country<li><time datetime="2025-01-01">Old</time> Storm<li><time datetime="2025-01-01">Old</time> Storm</ul></aside>`
	for name, body := range map[string]string{
		"in a row":    `<main class="liveblog">` + posts + `</main>` + beside,
		"in frames":   `<main class="liveblog"><div class="day"><div class="frame">` + strings.Replace(posts, "</article>", `</article></div></div><div class="day"><div class="frame">`, 1) + `</div></div></main>`,
		"by the type": `<div itemscope itemtype="https://schema.org/LiveBlogPosting">` + posts + `</div>`,
	} {
		wantPosts(t, name, htmlOf(canonical, body), want...)
	}
	for name, body := range map[string]string{
		"an index of articles":         `<main class="news">` + posts + `</main>`,
		"an article that links to one": `<main>` + posts + `<a class="live-blog" href="/live">Live blog</a></main>`,
		"one post":                     `<main class="liveblog">` + post("b1", "2025-11-24", "They met", geneva) + `</main>`,
		"posts without dates":          `<main class="liveblog">` + strings.ReplaceAll(posts, "datetime", "data-when") + `</main>`,
	} {
		wantPosts(t, name, htmlOf(canonical, body))
	}
}

func FuzzPosts(f *testing.F) {
	f.Add([]byte(htmlOf(canonical, `<main class="liveblog"><article id=a><time datetime=2025-11-24></time>Talks</article><article id=b><time datetime=2025-11-24></time>Talks</article></main>`)))
	f.Add([]byte(htmlOf(`<script type="application/ld+json">{"@type":"LiveBlogPosting","liveBlogUpdate":[{"datePublished":"2025-11-24","articleBody":"x"}]}</script>`, "")))
	f.Fuzz(func(t *testing.T, data []byte) {
		posts, err := Posts(data, "")
		if err != nil && len(posts) > 0 {
			t.Fatalf("%d posts and %v", len(posts), err)
		}
		for _, p := range posts {
			if p.Published == "" || p.Text == "" || p.Place == "" {
				t.Fatalf("%+v", p)
			}
		}
	})
}
