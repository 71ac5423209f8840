package robots

import (
	"strings"
	"testing"
	"time"
)

func TestWhichRuleDecides(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name, file, path string
		allowed          bool
	}{
		{"an empty file", "", "/a", true},
		{"no rule fits", "User-agent: *\nDisallow: /b", "/a", true},
		{"forbidden to all", "User-agent: *\nDisallow: /a", "/a/b", false},
		{"an empty rule", "User-agent: *\nDisallow:", "/a", true},
		{"the named group wins", "User-agent: *\nDisallow: /\n\nUser-agent: Parley\nDisallow: /b", "/a", true},
		{"the name in any letters, with a version", "user-AGENT: parley/9 # us\nDISALLOW: /a", "/a", false},
		{"a longer name is another program", "User-agent: ParleyNews\nDisallow: /", "/a", true},
		{"two names over one group", "User-agent: Other\nUser-agent: Parley\nDisallow: /a", "/a", false},
		{"two groups of one name", "User-agent: Parley\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: Parley\nDisallow: /b", "/b", false},
		{"the longest wins", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true},
		{"of two as long the one that allows", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
		{"a star", "User-agent: *\nDisallow: /*/private", "/x/y/private/z", false},
		{"an end", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false},
		{"an end that is not there", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true},
		{"an end after a star", "User-agent: *\nDisallow: /a*$", "/abc", false},
		{"an end without a star", "User-agent: *\nDisallow: /a$", "/ab", true},
		{"escapes are the same", "User-agent: *\nDisallow: /caf%C3%A9", "/café", false},
		{"the query counts", "User-agent: *\nDisallow: /*?print=", "/a?print=1", false},
		{"rules before any group", "Disallow: /", "/a", true},
		{"rubbish between", "User-agent: *\n<html>\nSitemap: https://post.example/s.xml\nDisallow: /a\x00\nDisallow: /b", "/b", false},
		{"lines that end as on old machines", "User-agent: *\rDisallow: /a\r", "/a", false},
		{"robots.txt itself", "User-agent: *\nDisallow: /", "/robots.txt", true},
	}
	for _, c := range cases {
		if got := Parse([]byte(c.file), "Parley").Allows(c.path); got != c.allowed {
			t.Errorf("%s: %s allowed: %v", c.name, c.path, got)
		}
	}
	if None().Allows("/") || None().Allows("") || !(Rules{}).Allows("/") {
		t.Error("None allows something, or the zero Rules do not allow all")
	}
}

func TestDelay(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]time.Duration{"2": 2 * time.Second, "0.5": 500 * time.Millisecond, "-1": 0, "NaN": 0, "1e99": 0, "soon": 0} {
		if got := Parse([]byte("User-agent: *\nCrawl-delay: "+value), "Parley").Delay; got != want {
			t.Errorf("%s: %v", value, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$\nAllow: /a\nCrawl-delay: 3"), "/ab")
	f.Add([]byte("User-agent: Parley\nDisallow: "+strings.Repeat("*a", 50)), "/"+strings.Repeat("a", 50))
	f.Fuzz(func(t *testing.T, data []byte, path string) {
		rules := Parse(data, "Parley")
		if rules.Delay < 0 {
			t.Errorf("delay %v", rules.Delay)
		}
		rules.Allows(path)
		if !rules.Allows("/robots.txt") {
			t.Error("robots.txt itself is forbidden")
		}
	})
}
