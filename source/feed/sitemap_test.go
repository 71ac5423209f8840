package feed

import (
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

const newsSitemap = `<?xml version="1.0" encoding="UTF-8"?><!-- made by hand -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://post.example/7</loc><lastmod>2025-11-25</lastmod>
 <image:image><image:loc>https://post.example/7.jpg</image:loc></image:image>
 <news:news><news:publication><news:name>Norland Post</news:name><news:language>en</news:language></news:publication>
 <news:publication_date>2025-11-24T18:05:00+02:00</news:publication_date><news:title>Talks &amp; more</news:title></news:news></url>
<url><loc>/8</loc><lastmod>2025-11-23</lastmod></url>
<url><loc>javascript:alert(1)</loc></url>
</urlset>`

func TestSitemap(t *testing.T) {
	t.Parallel()
	f := mustRead(t, newsSitemap, "", "https://post.example/news.xml")
	if f.Title != "Norland Post" || len(f.Items) != 2 {
		t.Fatalf("got %+v", f)
	}
	a, b := f.Items[0], f.Items[1]
	if a.Title != "Talks & more" || a.URL != "https://post.example/7" || a.Published != "2025-11-24T18:05:00+02:00" || !a.Summary || a.ID == b.ID {
		t.Errorf("the first: %+v", a)
	}
	if b.URL != "https://post.example/8" || b.Updated != "2025-11-23" || b.Title != "" {
		t.Errorf("the second: %+v", b)
	}
	broken, err := Read([]byte(newsSitemap[:strings.Index(newsSitemap, "/8")]), "", "")
	if len(broken.Items) != 1 || parley.KindOf(err) != parley.Partial {
		t.Errorf("broken off: %+v %v", broken, err)
	}
	if none, err := Read([]byte("<urlset><url><loc>"), "", ""); len(none.Items) > 0 || err == nil {
		t.Errorf("nothing but a beginning: %+v %v", none, err)
	}
}

func TestIndexOfSitemaps(t *testing.T) {
	t.Parallel()
	f := mustRead(t, `<sitemapindex><sitemap><loc>https://post.example/a.xml</loc><lastmod>2025-11-24</lastmod></sitemap><sitemap><loc>b.xml</loc></sitemap></sitemapindex>`,
		"", "https://post.example/sitemaps/all.xml")
	if len(f.Sitemaps) != 2 || f.Sitemaps[0].Modified != "2025-11-24" || f.Sitemaps[1].Address != "https://post.example/sitemaps/b.xml" {
		t.Errorf("got %+v", f)
	}
}

func TestNamesThatItemsShare(t *testing.T) {
	t.Parallel()
	item := func(guid, link string) string {
		return "<item><title>Talks</title><guid isPermaLink='false'>" + guid + "</guid><link>https://post.example/" + link + "</link></item>"
	}
	f := mustRead(t, "<rss version='2.0'><channel>"+item("0", "1")+item("0", "2")+item("7", "3")+item("7", "3")+"</channel></rss>", "", "")
	if f.Items[0].ID == f.Items[1].ID || f.Items[2].ID != f.Items[3].ID {
		t.Errorf("ids %s %s, %s %s", f.Items[0].ID, f.Items[1].ID, f.Items[2].ID, f.Items[3].ID)
	}
}

func TestTitleWithoutEnd(t *testing.T) {
	t.Parallel()
	f := mustRead(t, "<rss version='2.0'><channel><item><title>"+strings.Repeat("Talks ", 200_000)+"</title></item></channel></rss>", "", "")
	if got := len(f.Items[0].Title); got > 4*longestHeadline {
		t.Errorf("a title of %d bytes", got)
	}
}
