package followtest

import (
	"fmt"
	"net/http"
	"strings"
)

func brokenFeeds() []Case {
	laughs := `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]>`
	outside := `<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY g SYSTEM "http://` + outOfBounds + `/forbidden">]>`
	declaring := func(doctype, entity string) func(Visit) {
		return answer(rssType, func(root string) string {
			body := strings.Replace(allOf(root), `<?xml version="1.0"?>`, `<?xml version="1.0"?>`+doctype, 1)
			return strings.Replace(body, "<title>Norland Post", "<title>"+entity+"Norland Post", 1)
		})
	}
	latin := func(s string) string { return strings.NewReplacer("ö", "\xf6", "é", "\xe9").Replace(s) }
	joerg := item{id: "j", title: "Jörg Kovar in Orlé", text: "Jörg Kovar spoke in Orlé."}
	return []Case{
		{Name: "breaks off in the middle", Serve: answer(rssType, func(root string) string { s := allOf(root); return s[:strings.Index(s, met.title)] }), Want: titles[1:], Note: "broken"},
		{Name: "has a tag that nothing closes", Serve: answer(rssType, func(root string) string {
			return strings.Replace(allOf(root), "<item><guid isPermaLink='false'>met", "<item><oops><guid isPermaLink='false'>met", 1)
		}), Want: titles, Note: "broken"},
		{Name: "holds characters that XML forbids", Serve: answer(rssType, func(root string) string { return strings.ReplaceAll(allOf(root), "Envoys", "En\x01voys") }), Want: titles},
		{Name: "declares entities that grow", Serve: declaring(laughs, "&e;"), Want: titles},
		{Name: "declares entities outside", Serve: declaring(outside, "&f;&g;"), Want: titles},
		{Name: "says UTF-8 and is not", Serve: answer(rssType+"; charset=utf-8", func(root string) string { return latin(rss(root, joerg)) }), Want: []string{joerg.title}},
		{Name: "says Latin-1 and is UTF-8", Serve: answer(rssType+"; charset=iso-8859-1", func(root string) string { return rss(root, joerg) }), Want: []string{joerg.title}},
		{Name: "is in Cyrillic and says so to nobody but the server", Serve: answer(rssType+"; charset=windows-1251", func(root string) string {
			return rss(root, item{id: "c", title: "Envoy \xcf\xe5\xf2\xf0 met them", text: "The envoy \xcf\xe5\xf2\xf0 met them in Geneva on Monday."})
		}), Want: []string{"Envoy Петр met them"}},
		{Name: "nests elements without end", Serve: answer(rssType, func(root string) string {
			return rssHead + met.rss(root) + strings.Repeat("<x>", 200_000)
		}), Want: titles[:1], Note: "broken"},
		{Name: "nests marks without end in a text", Serve: answer(rssType, func(root string) string {
			return rss(root, met, item{id: "deep", title: "Deep", text: strings.Repeat("<b>", 50_000) + "x"})
		}), Want: []string{met.title, "Deep"}},
		{Name: "has a headline of a megabyte", Serve: answer(rssType, func(root string) string {
			return rss(root, item{id: "t", title: strings.Repeat("Talks ", 170_000), text: "x"})
		}), Want: []string{strings.Repeat("Talks ", 83) + "Ta…"}},
		{Name: "has more items than anybody reads", Serve: answer(rssType, func(root string) string {
			var b strings.Builder
			b.WriteString(rssHead)
			for i := range 6000 {
				b.WriteString(item{id: fmt.Sprint("n", i), title: "News", text: "x"}.rss(root))
			}
			return b.String() + rssTail
		}), Slow: true, Want: repeated("News", 5000), Note: "of its 6000 items"},
		{Name: "names an item like a path", Serve: answer(rssType, func(root string) string {
			return rss(root, item{id: "../../../etc/cron.d/x", title: "Path", text: "x", link: root + "/../../x"})
		}), Want: []string{"Path"}},
		{Name: "hides a script in a text", Serve: answer(rssType, func(root string) string {
			return rss(root, item{id: "s", title: "<script>alert(1)</script>Script", text: "<script>alert(2)</script><p onclick='x()'>Envoys met.</p><iframe src='http://" + outOfBounds + "/forbidden'></iframe>"})
		}), Want: []string{"Script"}},
		{Name: "dates an item in the future", Serve: answer(rssType, func(root string) string {
			return rss(root, item{id: "f", title: "Future", text: "x", date: "Mon, 24 Nov 2098 18:05:00 GMT"})
		}), Want: []string{"Future"}, Note: "lies in the future"},
		{Name: "dates an item in no way that can be read", Serve: answer(rssType, func(root string) string {
			return rss(root, item{id: "d", title: "Dateless", text: "x", date: "last Thursday"})
		}), Want: []string{"Dateless"}, Note: "cannot be read"},
		{Name: "lists an item twice", Serve: answer(rssType, func(root string) string { return rss(root, met, met, parted) }), Want: titles[:2]},
		{Name: "gives all items one name", Serve: answer(rssType, func(root string) string {
			return strings.NewReplacer(">met<", ">0<", ">parted<", ">0<", ">again<", ">0<").Replace(allOf(root))
		}), Want: titles},
		{Name: "is JSON that breaks off", Serve: answer("application/feed+json", func(string) string {
			return `{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[{"id":"1","content_te`
		}), Problem: "broken", Troubles: "failing"},
	}
}

func repeated(s string, n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = s
	}
	return all
}

func changingFeeds() []Case {
	edited := met
	edited.text += " The talks took nine hours."
	renamed := func(phase int) func(root string) string {
		return func(root string) string {
			one, other := met, parted
			one.id, other.id = fmt.Sprint("a", phase), fmt.Sprint("b", phase)
			one.link, other.link = root+"/met", root+"/parted"
			return rss(root, one, other)
		}
	}
	return []Case{
		{Name: "says rightly that nothing is new", Phases: 3, Want: titles, Serve: func(v Visit) {
			if v.Request.Header.Get("If-None-Match") == `"7"` {
				v.WriteHeader(http.StatusNotModified)
				return
			}
			v.Header().Set("ETag", `"7"`)
			feed(v)
		}},
		{Name: "gives another ETag each time", Phases: 3, Want: titles, Serve: func(v Visit) {
			v.Header().Set("ETag", fmt.Sprintf("%q", fmt.Sprint(v.Phase)))
			feed(v)
		}},
		{Name: "edits an article", Phases: 3, Want: append([]string{met.title}, titles...), Serve: inTurn(feed, answer(rssType, func(root string) string { return rss(root, again, parted, edited) }))},
		{Name: "dates everything now", Phases: 3, Want: titles[:1], Serve: func(v Visit) {
			now := met
			now.date = fmt.Sprintf("Mon, 24 Nov 2025 18:%02d:00 GMT", v.Phase)
			v.text(rssType, rss(v.Site.Root, now))
		}},
		{Name: "names everything anew each time", Phases: 3, Want: titles[:2], Serve: func(v Visit) { v.text(rssType, renamed(v.Phase)(v.Site.Root)) }},
		{Name: "becomes a page", Phases: 2, Want: titles, Problem: "no feed", Troubles: "failing", Serve: inTurn(feed, answer("text/html", func(string) string { return page("Welcome", long) }))},
		{Name: "shrinks to nothing", Phases: 2, Troubles: "shrunk", Want: append(titles[:3:3], "Extra 0", "Extra 1"), Serve: inTurn(answer(rssType, func(root string) string {
			return rss(root, again, parted, met, item{id: "e0", title: "Extra 0"}, item{id: "e1", title: "Extra 1"})
		}), answer(rssType, func(root string) string { return rss(root) }))},
		{Name: "falls silent", Phases: 14, Counted: true, Want: titles, Troubles: "silent", Serve: feed},
		{Name: "drops what it had and brings it back", Phases: 3, Want: titles, Serve: inTurn(feed, answer(rssType, func(root string) string { return rss(root, again) }), feed)},
		{Name: "changes its format", Phases: 2, Want: titles, Serve: inTurn(feed, answer("application/feed+json", func(root string) string {
			var items []string
			for _, i := range []item{again, parted, met} {
				items = append(items, fmt.Sprintf(`{"id":%q,"url":%q,"title":%q,"content_text":%q,"date_published":"2025-11-24T18:05:00Z"}`, i.id, root+"/"+i.id, i.title, i.text))
			}
			return `{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[` + strings.Join(items, ",") + `]}`
		}))},
	}
}
