package opml

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

const feeds = `<?xml version="1.0" encoding="ISO-8859-1"?><opml version="1.0"><head><title>Mine</title></head><body>
<outline text="Norland"><outline type="rss" text="Post" title="Norland Post" xmlUrl="https://post.example/feed?a=1&amp;b=2" htmlUrl="https://post.example/"/>
<outline text="K` + "\xf6" + `ln" XMLURL=" https://koeln.example/rss "></outline></outline>
<outline text="Post again" xmlUrl="https://post.example/feed?a=1&amp;b=2"/>
<outline text="bad" xmlUrl="javascript:alert(1)"/><outline text="file" xmlUrl="file:///etc/passwd"/>
</body></opml>`

func TestRead(t *testing.T) {
	t.Parallel()
	want := []Feed{{"Norland Post", "https://post.example/feed?a=1&b=2", "https://post.example/"}, {"Köln", "https://koeln.example/rss", ""}}
	got, err := Read([]byte(feeds))
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %+v %v", got, err)
	}
	var b bytes.Buffer
	if err := Write(&b, "Mine & others'", want); err != nil {
		t.Fatal(err)
	}
	if again, err := Read(b.Bytes()); err != nil || !slices.Equal(again, want) {
		t.Errorf("written and read again: %+v %v\n%s", again, err, b.String())
	}
}

func TestListsThatAreNone(t *testing.T) {
	t.Parallel()
	for data, kind := range map[string]parley.ErrorKind{
		"": parley.Invalid, "<html></html>": parley.Invalid, "<opml><body/></opml>": parley.Empty, "<opml": parley.Invalid,
		strings.TrimSuffix(feeds, "</body></opml>") + "<outline": parley.Partial,
	} {
		if got, err := Read([]byte(data)); parley.KindOf(err) != kind || (kind == parley.Partial) != (len(got) > 0) {
			t.Errorf("%.20q: %+v %v", data, got, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(feeds))
	f.Add([]byte(`<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><outline xmlUrl="http://&b;/"/></opml>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Read(data)
		if len(got) == 0 && parley.KindOf(err) == "" {
			t.Errorf("no feed, and the error %v", err)
		}
		var b bytes.Buffer
		if err := Write(&b, "", got); err != nil {
			t.Fatal(err)
		}
	})
}
