package follow

import (
	"fmt"
	"net/url"
	"slices"
	"time"

	"github.com/parleyrecord/parley/source/fetch"
	"github.com/parleyrecord/parley/source/stated"
)

// Kind is what a source turned out to be.
type Kind string

const (
	Feed    Kind = "feed"
	Sitemap Kind = "sitemap"
	Page    Kind = "page"
	Folder  Kind = "folder"
)

// State is all that is known of one source. It is kept as JSON.
type State struct {
	Address string `json:"address"` // as it was given: of the web, or the path of a folder
	Current string `json:"current,omitempty"`
	Kind    Kind   `json:"kind,omitempty"` // "" until the first success
	Title   string `json:"title,omitempty"`
	Site    string `json:"site,omitempty"`

	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`

	Added     time.Time `json:"added"`
	Tried     time.Time `json:"tried,omitzero"`
	Succeeded time.Time `json:"succeeded,omitzero"`
	Newest    time.Time `json:"newest,omitzero"` // when something new last came or, before that, was published
	Next      time.Time `json:"next,omitzero"`   // when to look again
	NotBefore time.Time `json:"not_before,omitzero"`

	Failures int    `json:"failures,omitempty"` // in a row
	Problem  string `json:"problem,omitempty"`  // of the last look; no credentials are in it
	Gone     bool   `json:"gone,omitempty"`

	Items  int           `json:"items,omitempty"`  // in the last answer
	Usual  int           `json:"usual,omitempty"`  // in answers of late
	Rhythm time.Duration `json:"rhythm,omitempty"` // between two items
	Taken  int           `json:"taken,omitempty"`  // documents given in all

	Seen  marks       `json:"seen,omitempty"`
	Later []postponed `json:"later,omitempty"`

	Revisits []revisit `json:"revisits,omitempty"`
}

// postponed is an item that waits for its page, which could not be had.
type postponed struct {
	Document stated.Document `json:"document"`
	Edited   bool            `json:"edited,omitempty"`
	Tries    int             `json:"tries,omitempty"` // in vain
}

// at is where the source is now.
func (s State) at() string {
	if s.Current != "" {
		return s.Current
	}
	return s.Address
}

// PublicAddress is where the source is now, without user name and password.
func (s State) PublicAddress() string {
	u, err := url.Parse(s.at())
	if err != nil {
		return ""
	}
	u.User = nil
	return u.String()
}

// Redact gives an address without credentials, for people to see.
func Redact(address string) string { return fetch.Redact(address) }

// Trouble is something that is the matter with a source.
type Trouble struct {
	Name string `json:"name"` // gone, failing, moved, shrunk, silent
	Text string `json:"text"` // one line
}

// A source is silent where nothing new came for ten times as long as usual, and
// for three days at least; it has shrunk where it gives fewer than half as many
// items as usual, of four at least.
const (
	silentTimes = 10
	silentLeast = 3 * 24 * time.Hour
	fewestUsual = 4
)

// Troubles says what is the matter with the source.
func (s State) Troubles(now time.Time) []Trouble {
	var all []Trouble
	add := func(name, format string, args ...any) { all = append(all, Trouble{name, fmt.Sprintf(format, args...)}) }
	switch {
	case s.Gone:
		add("gone", "gone for good: %s", s.Problem)
	case s.Failures > 0:
		add("failing", "failed %s: %s", times(s.Failures), s.Problem)
	}
	if s.Current != "" {
		add("moved", "moved to %s", Redact(s.Current))
	}
	if s.Usual >= fewestUsual && s.Items*2 < s.Usual {
		add("shrunk", "gives %d items, usually some %d", s.Items, s.Usual)
	}
	if s.Kind == Feed || s.Kind == Sitemap {
		if quiet := now.Sub(s.Newest); !s.Newest.IsZero() && !s.Gone && quiet > max(silentLeast, silentTimes*s.Rhythm) {
			add("silent", "nothing new for %d days", int(quiet.Hours()/24))
		}
	}
	return all
}

// arisen are the troubles of now that were not there before.
func arisen(before, now []Trouble) []Trouble {
	return slices.DeleteFunc(now, func(t Trouble) bool {
		return slices.ContainsFunc(before, func(b Trouble) bool { return b.Name == t.Name })
	})
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times in a row", n)
}
