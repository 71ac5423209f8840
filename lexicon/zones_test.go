package lexicon

import "testing"

func TestZoneOfAnOutlet(t *testing.T) {
	t.Parallel()
	l := Default()
	for outlet, want := range map[string]string{
		"https://tass.com/politics/1":       "Europe/Moscow", // of the outlets
		"gazette.co.ke":                     "Africa/Nairobi",
		"https://www.herald.example.in/a?b": "Asia/Kolkata",
		"post.example.ie":                   "Europe/Dublin",
		"post.co.uk":                        "Europe/London",
		"post.example.co":                   "", // the whole world uses it
		"post.example":                      "",
		"news.us":                           "", // several zones
		"in":                                "",
		"Norland Post":                      "",
		"":                                  "",
	} {
		if got := l.ZoneOf(outlet); got != want {
			t.Errorf("%q counts its days in %q, want %q", outlet, got, want)
		}
	}
}
