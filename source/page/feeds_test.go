package page

import (
	"slices"
	"testing"
)

func TestFeedsThatAPageNames(t *testing.T) {
	t.Parallel()
	const rss = `<link rel="alternate" type="application/rss+xml" href=`
	head := rss + `"/feed" title="News">` + rss + `"/feed">` + rss + `"/comments/feed">` + rss + `"/x" title="All comments">` + rss + `"javascript:x()">` +
		`<link rel="alternate" type="text/html" href="/de"><link rel="stylesheet alternate" type="Application/Atom+XML" href="https://feeds.example/world">`
	got := Feeds([]byte(htmlOf(head, article(geneva))), "", "https://www.post.example/world/")
	if want := []string{"https://www.post.example/feed", "https://feeds.example/world"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := Feeds([]byte(htmlOf("", article(geneva))), "", "https://www.post.example/"); len(got) > 0 {
		t.Errorf("a page without feeds has %v", got)
	}
}

func TestWhetherAPageSaysThatItIsAnArticle(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]bool{
		"": false,
		`<meta property="og:type" content="website">`:                                    false,
		`<script type="application/ld+json">{"@type":"WebPage"}</script>`:                false,
		`<meta property="og:type" content="article">`:                                    true,
		`<meta property="article:published_time" content="2025-11-24">`:                  true,
		`<script type="application/ld+json">{"@type":["ReportageNewsArticle"]}</script>`: true,
	} {
		if got := IsArticle([]byte(htmlOf(head, article(geneva))), ""); got != want {
			t.Errorf("%q: %t", head, got)
		}
	}
}
