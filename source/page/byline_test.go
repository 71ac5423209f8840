package page

import "testing"

func TestByline(t *testing.T) {
	t.Parallel()
	const linked = `<script type="application/ld+json">`
	for name, c := range map[string]struct{ head, body, want string }{
		"linked data":            {linked + `{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ida Lund"},{"name":"Per Holm"}]}</script><meta name="author" content="Ann Ek">`, "", "Ida Lund, Per Holm"},
		"a name in linked data":  {linked + `{"@type":"NewsArticle","author":"Ida Lund"}</script>`, "", "Ida Lund"},
		"a reference in it":      {linked + `{"@graph":[{"@type":"Article","author":{"@id":"#ida"}},{"@type":"Person","@id":"#ida","name":"Ida Lund"}]}</script>`, "", "Ida Lund"},
		"the first article's":    {linked + `{"@type":"NewsArticle","author":{"@type":"Organization","name":"Tarvik Tidings"},"hasPart":{"@type":"NewsArticle","author":"Per Holm"}}</script>`, "", ""},
		"an organisation's":      {linked + `{"@type":"NewsArticle","author":{"@type":"NewsMediaOrganization","name":"Tarvik Tidings"}}</script>`, "", ""},
		"the publisher's":        {linked + `{"@type":"NewsArticle","author":{"@type":"Person","name":"Tarvik Tidings"},"publisher":{"name":"Tarvik Tidings"}}</script>`, "", ""},
		"the site's":             {`<meta property="og:site_name" content="Tarvik Tidings"><meta name="author" content="Tarvik Tidings">`, "", ""},
		"the host's":             {`<link rel="canonical" href="https://www.tarviktidings.example/7"><meta name="author" content="Tarvik Tidings">`, "", ""},
		"metadata":               {`<meta property="article:author" content="https://www.facebook.com/idalund"><meta name="dc.creator" content="Ida Lund">`, "", "Ida Lund"},
		"a desk, and who wrote":  {`<meta name="author" content="News Desk">`, `<h1>Talks resume</h1><p class="meta">By <a href="/ida">Ida Lund</a><br>Monday, 24 November</p>`, "Ida Lund"},
		"a word and a name":      {"", `<h1>Talks resume</h1><div><span>By</span> <span>Ida Lund</span></div>`, "Ida Lund"},
		"above the headline":     {"", `<p>By Per Holm</p><h1>Talks resume</h1>`, ""},
		"beside the article":     {"", `<h1>Talks resume</h1><aside>By Per Holm</aside>`, ""},
		"a sentence":             {"", `<h1>Talks resume</h1><p>By Friday the envoys of both states will have left the city.</p>`, ""},
		"links of the author's":  {"", `<article><p><a rel="author" href="/ida">Ida Lund</a>, <a rel="author" href="/per">Per Holm</a></p></article><div><a rel="author">Ann Ek</a></div>`, "Ida Lund, Per Holm"},
		"a list of links":        {"", `<article><ul><li><a rel="author">Ida Lund</a></li><li><a rel="author">Per Holm</a></li></ul></article>`, "Ida Lund, Per Holm"},
		"items":                  {"", `<article><div itemprop="author" itemscope><img><span itemprop="name">Ida Lund</span> Reporter</div></article>`, "Ida Lund"},
		"whose of several texts": {"", `<div><a rel="author">Ida Lund</a></div><div><a rel="author">Per Holm</a></div>`, ""},
	} {
		doc, err := Read([]byte(htmlOf(c.head, c.body+article(geneva, offer, border))), "")
		if err != nil || doc.Byline != c.want {
			t.Errorf("%s: %q %v, want %q", name, doc.Byline, err, c.want)
		}
		if doc.Text == "" {
			t.Errorf("%s: no text", name)
		}
	}
}
