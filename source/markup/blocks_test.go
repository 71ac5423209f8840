package markup

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestTextKeepsTheWordsAndTheirParagraphs(t *testing.T) {
	t.Parallel()
	for fragment, want := range map[string]string{
		"Talks\n resume":                         "Talks resume",
		"<p>Talks <b>resume</b>.</p><p>Now.</p>": "Talks resume.\n\nNow.",
		"Envoys met.<br>They parted.":            "Envoys met.\n\nThey parted.",
		"<div>A<div>B</div>C</div>":              "A\n\nB\n\nC",
		"<ul><li>one<li>two</ul>":                "one\n\ntwo",
		"nego&shy;ti&#8203;ate &amp; sign":       "negotiate & sign",
		"<script>x()</script><figure>Kovar<figcaption>Kovar</figcaption></figure><p class='wp-caption-text'>Kovar</p>Talks": "Talks",
		"<p> </p><p>—</p>":               "",
		strings.Repeat("<b>", 600) + "x": "",
	} {
		if got := Text(fragment); got != want {
			t.Errorf("%.60q: %q, want %q", fragment, got, want)
		}
	}
}

func TestBlocksTellHeadingsAndLinks(t *testing.T) {
	t.Parallel()
	root, err := html.Parse(strings.NewReader(`<h2>The offer</h2><p><a href="/1">Storm closes schools</a></p><p>See <a href="/2">the draft</a>.</p>`))
	if err != nil {
		t.Fatal(err)
	}
	want := []Block{{Text: "The offer", Heading: true}, {Text: "Storm closes schools", Linked: true}, {Text: "See the draft."}}
	got := Blocks(root)
	if len(got) != len(want) {
		t.Fatalf("got %+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("block %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}
