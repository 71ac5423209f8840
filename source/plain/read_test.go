package plain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/stated"
)

const (
	geneva = "Envoys of Norland and Sudmark met in Geneva on Monday. They are to meet again on Friday, a Norland official said."
	offer  = "The government of Sudmark said on Friday that its offer on the border was on hold."
	long   = "Foreign Minister Anna Kovar of Norland told reporters that her country would not withdraw its troops before a ceasefire was signed, and that the draft on the table \"says nothing of our border.\""
)

func mustRead(t *testing.T, text string, o Options) []stated.Document {
	t.Helper()
	f, err := Read(text, o)
	if err != nil {
		t.Fatal(err)
	}
	return f.Documents
}

func TestArticle(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, text, title, body string }{
		{"headline and text", "Norland and Sudmark resume talks\n\n" + geneva + "\n\n" + offer + "\n", "Norland and Sudmark resume talks", geneva + "\n\n" + offer},
		{"headline on the line before", "Will the talks go on?\n" + geneva, "Will the talks go on?", geneva},
		{"no headline", geneva + "\n" + offer, "", geneva + "\n\n" + offer},
		{"one line alone is text", "Norland and Sudmark resume talks", "", "Norland and Sudmark resume talks"},
		{"headline that ends with initials stands as text", "Envoys meet in the U.S.\n" + geneva, "", "Envoys meet in the U.S.\n\n" + geneva},
		{"line ends of Windows", "Talks resume\r\n\r\n" + geneva + "\r\n", "Talks resume", geneva},
		{"furniture between paragraphs", geneva + "\n\nAdvertisement\n\n" + offer + "\n\nRead more: Sudmark votes\n\n© 2025 Norland Post", "", geneva + "\n\n" + offer},
		{"tail of headlines", geneva + "\n" + offer + "\n\n\nHarbour city votes on new bridge\nStorm closes schools in the north...\nSkiers win in the U.S.\nIs the winter over?\n\n", "", geneva + "\n\n" + offer},
		{"one stray headline further off", geneva + "\n\n" + offer + "\n\n\n\nHarbour city votes on new bridge", "", geneva + "\n\n" + offer},
		{"subheading stays", "Talks resume\n\n" + geneva + "\n\nThe border\n\n" + offer, "Talks resume", geneva + "\n\nThe border\n\n" + offer},
		{"list that a sentence announces stays", geneva + "\n\nThe draft names three points:\n\nA ceasefire\n\nA border commission\n\nAn exchange of prisoners", "",
			geneva + "\n\nThe draft names three points:\n\nA ceasefire\n\nA border commission\n\nAn exchange of prisoners"},
		{"bullets stay", geneva + "\n- a ceasefire\n- a border commission\n- an exchange", "", geneva + "\n\n- a ceasefire\n\n- a border commission\n\n- an exchange"},
		{"lines without full stops stay where nothing else is", "Talks at noon\nDinner at eight\nCall at ten", "Talks at noon", "Dinner at eight\n\nCall at ten"},
		{"broken lines", "Talks resume\n\nEnvoys of Norland and Sudmark met in\nGeneva on Monday to speak about the\nborder and about the exchange of all\nprisoners.\n\nThey parted on Tuesday without\nany accord.\n",
			"Talks resume", "Envoys of Norland and Sudmark met in Geneva on Monday to speak about the border and about the exchange of all prisoners.\n\nThey parted on Tuesday without any accord."},
		{"rule between paragraphs", geneva + "\n\n---\n\n" + offer, "", geneva + "\n\n" + offer},
		{"rule before a line with a colon", geneva + "\n---\nGeneva: " + offer, "", geneva + "\n\nGeneva: " + offer},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			docs := mustRead(t, c.text, Options{})
			if len(docs) != 1 || docs[0].Title != c.title || docs[0].Text != c.body {
				t.Errorf("got %d documents, %+v\nwant title %q, text %q", len(docs), docs[0], c.title, c.body)
			}
		})
	}
}

func TestShownDateIsStated(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Talks resume\n\nBy Ida Lund\nPublished November 24, 2025\n\n" + geneva:               "November 24, 2025",
		"---\npublished: 2025-11-20\n---\nTalks resume\n\nNovember 24, 2025\n\n" + geneva:     "2025-11-20",
		"Talks resume\n\n" + geneva + "\n\n" + offer + "\n\n" + long + "\n\n24 November 2025": "",
	} {
		doc := mustRead(t, text, Options{})[0]
		if doc.Published != want || want != "" && strings.Contains(doc.Text, "November 24") {
			t.Errorf("%q: published %q, want %q; text %q", text, doc.Published, want, doc.Text)
		}
	}
}

func TestBylineIsStatedOrShown(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"---\nauthor: Ida Lund\n---\n" + geneva:                               "Ida Lund",
		"---\nauthor: Ida Lund\nbyline: Per Holm\n---\n" + geneva:             "Per Holm",
		"Talks resume\n\nBy Ida Lund in Tarvik\n\n" + geneva + "\n\n" + offer: "By Ida Lund in Tarvik",
		"Talks resume\n\n" + geneva + "\n\nBy then it was late.":              "",
	} {
		if docs := mustRead(t, text, Options{}); len(docs) != 1 || docs[0].Byline != want {
			t.Errorf("%q: got %+v, want the byline %q", text, docs, want)
		}
	}
}

func TestDigest(t *testing.T) {
	t.Parallel()
	text := geneva + "\nSudmark puts its offer on hold\n" + offer + "\n\nNews in brief\n\nKovar rules out a withdrawal...\n\n" + long + "\n\nStorm closes schools\nHarbour city votes"
	docs := mustRead(t, text, Options{Digest: true})
	want := []stated.Document{
		{Text: geneva, Place: "line 1"},
		{Title: "Sudmark puts its offer on hold", Text: offer, Place: "line 2"},
		{Title: "Kovar rules out a withdrawal...", Text: long, Place: "line 7"},
	}
	if len(docs) != len(want) {
		t.Fatalf("%d briefs, want %d: %+v", len(docs), len(want), docs)
	}
	for i := range want {
		if docs[i] != want[i] {
			t.Errorf("brief %d is %+v, want %+v", i+1, docs[i], want[i])
		}
	}
}

func TestFrontMatter(t *testing.T) {
	t.Parallel()
	t.Run("of an article", func(t *testing.T) {
		docs := mustRead(t, "---\nid: talks-7\noutlet: \"Norland Post\"\nurl: https://post.example/7\ndate: 2025-11-24\nzone: Europe/Oslo\ntags:\n  - talks\nlayout: post\n---\n\nTalks resume\n\n"+geneva, Options{})
		want := stated.Document{ID: "talks-7", Outlet: "Norland Post", URL: "https://post.example/7", Published: "2025-11-24", Zone: "Europe/Oslo", Title: "Talks resume", Text: geneva}
		if len(docs) != 1 || docs[0] != want {
			t.Errorf("got %+v, want %+v", docs, want)
		}
	})
	t.Run("of each brief", func(t *testing.T) {
		text := "---\noutlet: post.example\npublished: 2025-11-24\n---\n" + geneva + "\n---\npublished: 2025-11-28\n---\nSudmark puts its offer on hold\n" + offer + "\n\n" + long
		f, err := Read(text, Options{})
		if err != nil || len(f.Documents) != 2 {
			t.Fatalf("%+v, %v", f, err)
		}
		if d := f.Documents[1]; d.Published != "2025-11-28" || d.Outlet != "" || d.Text != offer+"\n\n"+long {
			t.Errorf("the second brief is %+v", d)
		}
		if docs := mustRead(t, text, Options{Digest: true}); len(docs) != 3 || docs[2].Published != "2025-11-28" || docs[1].Title == "" {
			t.Errorf("as a digest: %+v", docs)
		}
	})
	t.Run("of the whole file", func(t *testing.T) {
		f, err := Read("---\ndigest: true\nid: week\noutlet: post.example\n---\n"+geneva+"\n---\npublished: 2025-11-28\n---\n"+offer+"\n"+long, Options{})
		if err != nil || f.ID != "week" || len(f.Documents) != 3 {
			t.Fatalf("%+v, %v", f, err)
		}
		for i, d := range f.Documents {
			if d.Outlet != "post.example" || d.ID != "" || (d.Published != "") != (i > 0) {
				t.Errorf("brief %d is %+v", i+1, d)
			}
		}
	})
	t.Run("a brief with an id of its own has many paragraphs", func(t *testing.T) {
		docs := mustRead(t, "---\nid: a\n---\n"+geneva+"\n"+offer+"\n---\nid: b\n---\n"+long, Options{Digest: true})
		if len(docs) != 2 || docs[0].ID != "a" || docs[0].Text != geneva+"\n\n"+offer {
			t.Errorf("got %+v", docs)
		}
	})
}

func TestBadFrontMatterIsNamedByItsLine(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"---\npublished: 2025-11-24\n" + geneva:                           "line 3",
		"---\npublished: 2025-11-24\n\n":                                  "line 1",
		"---\nid: a\nid: b\n---\n" + geneva:                               "line 3",
		"---\ndigest: maybe\n---\n" + geneva:                              "line 2",
		geneva + "\n---\nid: a\nnot a pair\n---\n" + offer:                "line 4",
		"---\nid: a\n---\n\n---\nid: b\n---\n\n---\nid: c\n---\n" + offer: "line 5",
		"":                                "line 1",
		"\n \n\n":                         "line 1",
		"---\ndigest: true\n---\n":        "line 1",
		"Advertisement\n\nSubscribe now!": "line 1",
	} {
		_, err := Read(text, Options{})
		e, ok := err.(*parley.Error)
		if !ok || e.Place != want || e.Mend == "" {
			t.Errorf("%q: %v, want an error at %s", text, err, want)
		}
	}
	if _, err := Read("Talks resume\nStorm closes schools", Options{Digest: true}); parley.KindOf(err) != parley.Empty {
		t.Errorf("a digest of headlines: %v", err)
	}
}

func TestMarkdownMarksAreTakenOff(t *testing.T) {
	t.Parallel()
	docs := mustRead(t, "# The Norland talks resumed today.\n\n![Kovar](a.jpg)\n\nForeign Minister **Anna Kovar** met *her* colleague in [Geneva](https://x.example \"map\") on `Monday`.\n\n## Background\n\n> We wait, 2 * 3 * 4.\n\n***\n\n"+offer, Options{Markdown: true})
	want := "Foreign Minister Anna Kovar met her colleague in Geneva on Monday.\n\nBackground\n\nWe wait, 2 * 3 * 4.\n\n" + offer
	if docs[0].Title != "The Norland talks resumed today." || docs[0].Text != want {
		t.Errorf("got %+v", docs[0])
	}
}

// The two texts that the project began from: a digest of briefs, and an article
// with a tail of seventeen headlines.
func TestSeeds(t *testing.T) {
	t.Parallel()
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "seeds", name))
		if err != nil {
			t.Skipf("the seed texts are not here: %v", err)
		}
		return string(data)
	}
	briefs := mustRead(t, read("000_c4cbbd1f81462633.txt"), Options{Digest: true})
	if len(briefs) != 10 || briefs[9].Title == "" || briefs[0].Title != "" {
		t.Errorf("%d briefs, the last under %q", len(briefs), briefs[len(briefs)-1].Title)
	}
	article := mustRead(t, read("002_c48fc87be747963f.txt"), Options{})[0]
	if article.Title != "" || strings.Count(article.Text, "\n\n") != 4 || !strings.HasPrefix(article.Text, "U.S. negotiators met") || strings.Contains(article.Text, "Belgorod") {
		t.Errorf("title %q, text %q", article.Title, article.Text)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Talks resume\n\n"+geneva, false, false)
	f.Add("---\nid: a\n---\n"+geneva+"\n---\nid: b\n---\n# "+offer, true, true)
	f.Fuzz(func(t *testing.T, text string, isDigest, markdown bool) {
		file, err := Read(text, Options{Digest: isDigest, Markdown: markdown})
		if err != nil {
			if e, ok := err.(*parley.Error); !ok || e.Place == "" || e.Mend == "" {
				t.Fatalf("%v names no place or mend", err)
			}
			return
		}
		if len(file.Documents) == 0 {
			t.Fatal("neither documents nor an error")
		}
		for _, d := range file.Documents {
			if strings.TrimSpace(d.Text) == "" {
				t.Fatalf("a document without text: %+v", d)
			}
		}
	})
}
