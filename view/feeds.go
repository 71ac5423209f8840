package view

import (
	"cmp"
	"slices"
	"time"

	"github.com/parleyrecord/parley/source/follow"
)

// Feed is a feed, page or folder that is followed, and how it fares.
type Feed struct {
	Address string      `json:"address"` // without credentials
	Moved   string      `json:"moved,omitempty"`
	Kind    follow.Kind `json:"kind,omitempty"` // "" before the first success
	Title   string      `json:"title,omitempty"`
	// Health is "well", "new" before the first look, or the name of the gravest
	// trouble: gone, failing, silent, shrunk or moved.
	Health   string           `json:"health"`
	Troubles []follow.Trouble `json:"troubles"`
	Items    int              `json:"items"` // in the last answer
	Taken    int              `json:"taken"` // articles in all, versions counted apart
	Pages    int              `json:"pages"` // that are to be fetched and could not be had so far
	Again    int              `json:"again"` // pages that were read and are to be looked at again
	Tried    time.Time        `json:"tried,omitzero"`
	Came     time.Time        `json:"came,omitzero"` // the last good answer
	Newest   time.Time        `json:"newest,omitzero"`
	Next     time.Time        `json:"next,omitzero"`
}

// gravity is the order of troubles, the gravest first.
var gravity = []string{"gone", "failing", "silent", "shrunk", "moved"}

// Feeds are the sources that are followed, those in trouble first, then by
// address.
func Feeds(states []follow.State, now time.Time) []Feed {
	feeds := make([]Feed, len(states))
	for i, s := range states {
		feeds[i] = feedOf(s, now)
	}
	rank := func(f Feed) int {
		if i := slices.Index(gravity, f.Health); i >= 0 {
			return i
		}
		return len(gravity)
	}
	slices.SortStableFunc(feeds, func(a, b Feed) int { return cmp.Or(rank(a)-rank(b), cmp.Compare(a.Address, b.Address)) })
	return feeds
}

func feedOf(s follow.State, now time.Time) Feed {
	f := Feed{
		Address: follow.Redact(s.Address), Kind: s.Kind, Title: s.Title, Health: "well", Troubles: s.Troubles(now), Items: s.Items, Taken: s.Taken, Pages: len(s.Later), Again: len(s.Revisits),
		Tried: s.Tried, Came: s.Succeeded, Newest: s.Newest, Next: s.Next,
	}
	if s.Current != "" {
		f.Moved = follow.Redact(s.Current)
	}
	if s.Tried.IsZero() {
		f.Health = "new"
	}
	if f.Next.Before(s.NotBefore) {
		f.Next = s.NotBefore
	}
	if s.Gone {
		f.Next = time.Time{}
	}
	for _, name := range slices.Backward(gravity) {
		if slices.ContainsFunc(f.Troubles, func(t follow.Trouble) bool { return t.Name == name }) {
			f.Health = name
		}
	}
	return f
}
