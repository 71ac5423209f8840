package followtest

import (
	"fmt"
	"net/http"
	"strings"
)

func pages() []Case {
	summary := item{id: "page", title: "Envoys met", text: "They met in Geneva.", summary: true}
	feedOf := answer(rssType, func(root string) string { return rss(root, summary) })
	withPage := func(way func(Visit)) func(Visit) {
		return at(map[string]func(Visit){"/feed": feedOf, "": way})
	}
	whole := answer("text/html", func(string) string { return page("Envoys met", long) })
	more := answer("text/html", func(string) string {
		return page("Envoys met", long, "The talks took nine hours, an official of Sudmark said.")
	})
	forbiddenPage := summary
	forbiddenPage.id = "forbidden/page"
	return []Case{
		{Name: "gives a summary, and the page is there", Serve: withPage(whole), Phases: 2, Want: []string{"Envoys met"}},
		{Name: "gives a summary, and robots.txt forbids the page", Robots: forbid("/forbidden"), Serve: answer(rssType, func(root string) string { return rss(root, forbiddenPage) }), Want: []string{"Envoys met"}, Note: "robots.txt"},
		{Name: "gives a summary, and the page redirects out of bounds", Serve: withPage(redirect(http.StatusFound, "http://192.168.0.1/")), Want: []string{"Envoys met"}, Note: "summary is taken"},
		{Name: "gives a summary, and the page fails twice", Phases: 3, Want: []string{"Envoys met"}, Counted: true, Serve: withPage(inTurn(status(http.StatusBadGateway), status(http.StatusBadGateway), whole))},
		{Name: "gives a summary, the page fails, and the item is dropped", Phases: 4, Want: []string{"Envoys met"}, Counted: true, Serve: at(map[string]func(Visit){
			"/feed": inTurn(feedOf, answer(rssType, func(root string) string { return rss(root) })), "": status(http.StatusBadGateway),
		})},
		{Name: "edits a page under an unchanged summary", Phases: 4, Counted: true, Want: []string{"Envoys met", "Envoys met"}, Serve: withPage(inTurn(whole, whole, more))},
		{Name: "edits the headline of a page", Phases: 3, Counted: true, Want: []string{"Envoys met", "Envoys met at last"}, Serve: withPage(inTurn(whole,
			answer("text/html", func(string) string { return page("Envoys met at last", long) })))},
		{Name: "edits a page whose server knows what we have", Phases: 4, Counted: true, Want: []string{"Envoys met", "Envoys met"}, Serve: withPage(func(v Visit) {
			tag := fmt.Sprintf("%q", fmt.Sprint(v.Phase/2))
			v.Header().Set("ETag", tag)
			switch former := v.Request.Header.Get("If-None-Match"); {
			case former == tag:
				v.WriteHeader(http.StatusNotModified)
			case former == "" && v.Phase > 0:
				v.text("text/html", page("It was not asked whether anything changed", long, long))
			default:
				inTurn(whole, whole, more)(v)
			}
		})},
		{Name: "fails when its page is edited", Phases: 4, Counted: true, Want: []string{"Envoys met", "Envoys met"}, Serve: withPage(inTurn(whole, status(http.StatusBadGateway), more))},
		{Name: "puts a wall before a page that was read", Phases: 3, Counted: true, Want: []string{"Envoys met"}, Serve: withPage(inTurn(whole,
			answer("text/html", func(string) string {
				return page("Envoys met", "Subscribe to the Norland Post to read on, or give us your name.")
			}), whole))},
		{Name: "sends away from a page that was read", Phases: 3, Counted: true, Want: []string{"Envoys met"}, Serve: at(map[string]func(Visit){
			"/feed": feedOf, "/": answer("text/html", func(string) string { return page("Norland Post", long, long) }), "": inTurn(whole, redirect(http.StatusFound, "ROOT/")),
		})},
		{Name: "takes a page away that was read", Phases: 2, Counted: true, Want: []string{"Envoys met"}, Note: "no longer there", Serve: withPage(inTurn(whole, status(http.StatusGone)))},
		{Name: "edits a page that is no longer in the feed", Phases: 3, Counted: true, Want: []string{"Envoys met", "Envoys met"}, Serve: at(map[string]func(Visit){
			"/feed": inTurn(feedOf, answer(rssType, func(root string) string { return rss(root) })), "": inTurn(whole, more),
		})},
		{Name: "has a live blog in its feed that grows", Phases: 3, Counted: true, Want: []string{"They met", "They parted", "Friday it is"}, Serve: withPage(liveBlog)},
		{Name: "gives a summary, and the page is none", Serve: withPage(answer("text/html", func(string) string { return strings.Repeat("<div>", 30_000) })), Want: []string{"Envoys met"}},
		{Name: "gives a summary, and the page is not there", Serve: withPage(status(http.StatusNotFound)), Want: []string{"Envoys met"}, Note: "404"},
		{Name: "has a page of one article, which is edited", Path: "/article", Phases: 3, Want: []string{"Envoys met", "Envoys met"}, Serve: inTurn(whole, more)},
		{Name: "has a front page that names its feed", Path: "/", Problem: "follow ROOT/feed", Troubles: "failing", Serve: answer("text/html", func(string) string {
			return strings.Replace(page("Norland Post", long, long), "<head>", `<head><link rel="alternate" type="application/rss+xml" href="/feed">`, 1)
		})},
		{Name: "has an article that names a feed", Path: "/met", Want: []string{"Envoys met"}, Serve: answer("text/html", func(string) string {
			return strings.Replace(page("Envoys met", long, long), "<head>", `<head><meta property="og:type" content="article"><link rel="alternate" type="application/rss+xml" href="/feed">`, 1)
		})},
		{Name: "has a live blog that grows", Path: "/live", Phases: 3, Want: []string{"They met", "They parted", "Friday it is"}, Serve: liveBlog},
		{Name: "has a sitemap for news", Path: "/news.xml", Phases: 2, Want: []string{"Envoys met"}, Serve: at(map[string]func(Visit){
			"/news.xml": answer("application/xml", func(root string) string {
				return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>` + root +
					`/page</loc><news:news><news:title>Envoys met</news:title><news:publication_date>2025-11-24</news:publication_date></news:news></url></urlset>`
			}), "": whole,
		})},
		{Name: "has an index of sitemaps that names itself", Path: "/index.xml", Phases: 2, Want: []string{"Envoys met"}, Serve: at(map[string]func(Visit){
			"/index.xml": answer("application/xml", func(root string) string {
				return `<sitemapindex><sitemap><loc>` + root + `/index.xml</loc></sitemap><sitemap><loc>` + root + `/a.xml</loc></sitemap></sitemapindex>`
			}),
			"/a.xml": answer("application/xml", func(root string) string { return `<urlset><url><loc>` + root + `/page</loc></url></urlset>` }), "": whole,
		})},
	}
}

// liveBlog has one post more in each phase.
func liveBlog(v Visit) {
	posts := []string{"They met", "They parted", "Friday it is"}[:min(v.Phase+2, 3)]
	body := ""
	for i, text := range posts {
		body = fmt.Sprintf(`<article class="post" id="p%d"><time datetime="2025-11-24T1%d:00:00Z">then</time><h2>%s</h2><p>So an official of Norland said.</p></article>`, i, i, text) + body
	}
	v.text("text/html", `<!DOCTYPE html><title>Live</title><main class="live-blog">`+body+"</main>")
}
