package view

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// newsSources are the documents behind the lines of a brief.
type newsSources struct {
	members   map[string][]parley.Member // of each entry, one for each outlet
	documents map[string]store.Document  // by key
	shown     map[string]string          // what a view calls them, by key
}

// sourcesOf finds the sources of entries told in the brief's time or before.
func (b *briefer) sourcesOf(picked []parley.Entry) (newsSources, error) {
	s := newsSources{members: map[string][]parley.Member{}, documents: map[string]store.Document{}}
	ids := make([]string, len(picked))
	for i, e := range picked {
		ids[i] = e.ID
	}
	whole, err := byIDs(b.ctx, b.r, ids, store.WithoutSpans)
	if err != nil {
		return s, err
	}
	var keys, named []string
	for id, e := range whole {
		s.members[id] = b.perOutlet(e)
		for _, m := range s.members[id] {
			keys = append(keys, m.Doc)
		}
		if e.Dispute != nil {
			for _, a := range e.Dispute.Accounts {
				named = append(named, a.Documents...)
			}
		}
	}
	if s.shown, err = ShownIDs(b.ctx, b.r, append(named, keys...)); err != nil || len(keys) == 0 {
		return s, err
	}
	slices.Sort(keys)
	documents, err := collect("documents", b.r.Documents(b.ctx, store.DocumentFilter{Keys: slices.Compact(keys)}))
	for _, d := range documents {
		s.documents[d.Key()] = d
	}
	return s, err
}

// perOutlet is a member for each outlet, and each that has none: those told in
// the brief's time first, the latest of them, then the earliest before it.
func (b *briefer) perOutlet(e parley.Entry) []parley.Member {
	members := slices.DeleteFunc(slices.Clone(e.Members), func(m parley.Member) bool { return !b.to.IsZero() && !m.Told.Before(b.to) })
	slices.SortStableFunc(members, func(x, y parley.Member) int {
		if b.within(x.Told) != b.within(y.Told) {
			return y.Told.Compare(x.Told)
		}
		return x.Told.Compare(y.Told)
	})
	seen := map[string]bool{}
	return slices.DeleteFunc(members, func(m parley.Member) bool {
		name := "outlet " + m.Outlet
		if m.Outlet == "" {
			name = "document " + m.Doc
		}
		twice := seen[name]
		seen[name] = true
		return twice
	})
}

// of are the sources of an entry.
func (s newsSources) of(id string) []Source {
	var found []Source
	for _, m := range s.members[id] {
		d := s.documents[m.Doc]
		found = append(found, Source{Document: s.shown[m.Doc], Outlet: d.Outlet, Published: d.Published, Title: d.Title, URL: d.URL})
	}
	return found
}
