package view

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Actor is somebody who meets, speaks, acts or takes a stance, with how often.
type Actor struct {
	Name       string    `json:"name"` // of a person or body, or the code of a party
	Parties    []string  `json:"parties"`
	Meetings   int       `json:"meetings"`
	Statements int       `json:"statements"`
	Events     int       `json:"events"`
	Positions  int       `json:"positions"`
	Last       time.Time `json:"last,omitzero"` // when it was told of last
}

// Entries is in how many entries the actor takes part.
func (a Actor) Entries() int { return a.Meetings + a.Statements + a.Events + a.Positions }

// Tie is how often two actors met.
type Tie struct {
	A, B     string
	Meetings int
}

// Network is who takes part in what was told within a look, and who met whom.
type Network struct {
	Actors []Actor `json:"actors"` // those in most entries first
	Ties   []Tie   `json:"ties"`   // of meetings held or under way, the most first
}

// NetworkOf counts actors and ties.
func NetworkOf(ctx context.Context, r store.Reader, look Look) (Network, error) {
	found, err := entries(ctx, r, "actors", look.told(parley.MeetingEntry, parley.EventEntry, parley.StatementEntry, parley.PositionEntry))
	if err != nil {
		return Network{}, err
	}
	actors, ties := map[string]*Actor{}, map[[2]string]int{}
	for _, e := range found {
		for _, name := range unique(actorsOf(e)) {
			a := actors[name]
			if a == nil {
				a = &Actor{Name: name}
				actors[name] = a
			}
			a.count(e)
		}
		if e.Meeting != nil && tookPlace(e) {
			tie(ties, e.Meeting)
		}
	}
	n := Network{}
	for _, a := range actors {
		n.Actors = append(n.Actors, *a)
	}
	slices.SortFunc(n.Actors, func(a, b Actor) int { return cmp.Or(b.Entries()-a.Entries(), strings.Compare(a.Name, b.Name)) })
	for pair, meetings := range ties {
		n.Ties = append(n.Ties, Tie{pair[0], pair[1], meetings})
	}
	slices.SortFunc(n.Ties, func(a, b Tie) int {
		return cmp.Or(b.Meetings-a.Meetings, strings.Compare(a.A, b.A), strings.Compare(a.B, b.B))
	})
	return n, nil
}

func unique(names []string) []string {
	seen := map[string]bool{"": true}
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		twice := seen[name]
		seen[name] = true
		return twice
	})
}

func (a *Actor) count(e parley.Entry) {
	switch {
	case e.Meeting != nil:
		a.Meetings++
	case e.Event != nil:
		a.Events++
	case e.Statement != nil:
		a.Statements++
		if side := e.Statement.Affiliation; side != "" && !slices.Contains(a.Parties, side) {
			a.Parties = append(a.Parties, side)
		}
	case e.Position != nil:
		a.Positions++
		if side := e.Position.Party; side != a.Name && !slices.Contains(a.Parties, side) {
			a.Parties = append(a.Parties, side)
		}
	}
	if e.Again.After(a.Last) {
		a.Last = e.Again
	}
}

// tie counts each pair of those who met: the people or, where none is named, the
// parties.
func tie(ties map[[2]string]int, m *parley.Meeting) {
	met := unique(m.Participants)
	if len(met) < 2 {
		met = unique(m.Parties)
	}
	for i, a := range met {
		for _, b := range met[i+1:] {
			ties[[2]string{min(a, b), max(a, b)}]++
		}
	}
}

// Part is what an actor takes part in.
type Part struct {
	Actor
	Lines []Line   `json:"lines"` // meetings, events and positions, the latest first
	With  []Tie    `json:"with"`  // whom it met, the most often first
	Posts []Office `json:"posts"` // that texts give it
}

// Office is a post that texts give somebody.
type Office struct {
	parley.Office
	Documents int `json:"documents"` // that say so
}

// mostReadings is in how many readings the posts of an actor are looked for.
const mostReadings = 40

// PartOf is what an actor of this name takes part in; NotFound where the record
// knows none.
func PartOf(ctx context.Context, r store.Reader, look Look, name string) (Part, error) {
	filter := look.told(parley.MeetingEntry, parley.EventEntry, parley.PositionEntry, parley.StatementEntry)
	filter.Part = store.WithoutSpans
	found, err := entries(ctx, r, "an actor", filter)
	if err != nil {
		return Part{}, err
	}
	p := Part{Actor: Actor{Name: name}}
	ties := map[[2]string]int{}
	var shown []parley.Entry
	keys := map[string]bool{}
	for _, e := range found {
		if !slices.Contains(actorsOf(e), name) {
			continue
		}
		p.count(e)
		for _, m := range e.Members {
			keys[m.Doc] = true
		}
		if e.Statement == nil {
			shown = append(shown, e)
		}
		if e.Meeting != nil && tookPlace(e) {
			tie(ties, e.Meeting)
		}
	}
	if p.Entries() == 0 {
		return p, &parley.Error{Kind: parley.NotFound, Subject: name, Problem: "the record knows nobody of this name", Mend: "choose from the list of actors"}
	}
	p.with(ties)
	slices.SortStableFunc(shown, func(a, b parley.Entry) int { return byDay(b, a) })
	p.Lines = look.lines(shown)
	p.Posts, err = postsOf(ctx, r, name, slices.Sorted(maps.Keys(keys)))
	return p, err
}

func (p *Part) with(ties map[[2]string]int) {
	for pair, meetings := range ties {
		switch p.Name {
		case pair[0]:
			p.With = append(p.With, Tie{p.Name, pair[1], meetings})
		case pair[1]:
			p.With = append(p.With, Tie{p.Name, pair[0], meetings})
		}
	}
	slices.SortFunc(p.With, func(a, b Tie) int { return cmp.Or(b.Meetings-a.Meetings, strings.Compare(a.B, b.B)) })
}

// postsOf are the posts by which documents call somebody, the latest first.
func postsOf(ctx context.Context, r store.Reader, name string, keys []string) ([]Office, error) {
	count := map[parley.Office]int{}
	for _, key := range keys[:min(len(keys), mostReadings)] {
		reading, err := r.Reading(ctx, key)
		if parley.KindOf(err) == parley.NotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, a := range reading.Actors {
			if a.Name != name {
				continue
			}
			for _, o := range a.Offices {
				if slices.ContainsFunc(a.Spans, func(s parley.Evidence) bool { return s.Field == "offices" && s.Value == o.Title }) {
					count[o]++
				}
			}
		}
	}
	var posts []Office
	for o, documents := range count {
		posts = append(posts, Office{o, documents})
	}
	slices.SortFunc(posts, func(a, b Office) int {
		return cmp.Or(strings.Compare(string(b.From), string(a.From)), b.Documents-a.Documents, strings.Compare(a.Title, b.Title))
	})
	return posts, nil
}
