package storetest

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// said puts three statements, told on three days, the first in a dossier.
func said(t *testing.T, s store.Store) {
	t.Helper()
	for n, c := range []struct {
		id, speaker, content string
		kind                 parley.SourceKind
	}{
		{"11111111aa", "Anna Kovář", "The harbour will not be given up, \"not an inch\" of it.", parley.PersonSource},
		{"22222222bb", "", "Both sides want the harbour demined.", parley.AnonymousSource},
		{"33333333cc", "Anna Kovář", "Talks OR no talks, the grain sails.", parley.PersonSource},
	} {
		d := document(c.id, 2+n)
		if n == 0 {
			d.Dossiers = []string{"norland"}
		}
		m := mention(d, c.id, 3)
		readDocument(t, s, d, m)
		entry := parley.Entry{ID: c.id, Kind: parley.StatementEntry, Told: d.Published, Outlets: []string{d.Outlet}, Members: []parley.Member{member(m)},
			Statement: &parley.Statement{Speaker: c.speaker, Content: []string{c.content}, Kind: c.kind}}
		update(t, s, func(ctx context.Context, tx store.Tx) error {
			return tx.Replace(ctx, day(9), nil, []store.Fold{{Entries: []parley.Entry{entry}, Signature: c.id}})
		})
	}
}

func statementsByFilter(t *testing.T, s store.Store) {
	said(t, s)
	const first, second, third = "11111111aa", "22222222bb", "33333333cc"
	for what, c := range map[string]struct {
		filter store.StatementFilter
		ids    []string
	}{
		"all, the latest first":   {store.StatementFilter{}, []string{third, second, first}},
		"a word":                  {store.StatementFilter{Words: "HARBOUR"}, []string{second, first}},
		"several words":           {store.StatementFilter{Words: "harbour demined"}, []string{second}},
		"a phrase":                {store.StatementFilter{Words: `"given up"`}, []string{first}},
		"a phrase not said":       {store.StatementFilter{Words: `"up given"`}, nil},
		"a beginning":             {store.StatementFilter{Words: "demin*"}, []string{second}},
		"a name without accents":  {store.StatementFilter{Words: "kovar grain"}, []string{third}},
		"what looks like a query": {store.StatementFilter{Words: `talks OR "no`}, []string{third}},
		"no letters":              {store.StatementFilter{Words: `" * - (`}, []string{third, second, first}},
		"a kind's name, no word":  {store.StatementFilter{Words: "anonymous"}, nil},
		"speaker":                 {store.StatementFilter{Speaker: "Anna Kovář"}, []string{third, first}},
		"part of a speaker":       {store.StatementFilter{Speaker: "Anna"}, nil},
		"kind":                    {store.StatementFilter{Kind: parley.AnonymousSource}, []string{second}},
		"told since":              {store.StatementFilter{Since: day(3), Words: "harbour"}, []string{second}},
		"told until":              {store.StatementFilter{Until: day(3)}, []string{first}},
		"dossier":                 {store.StatementFilter{Dossier: "norland", Words: "harbour"}, []string{first}},
	} {
		want(t, what, all(t, s.Statements(t.Context(), c.filter)), entryID, c.ids...)
	}
	update(t, s, func(ctx context.Context, tx store.Tx) error { return tx.Replace(ctx, day(10), []string{second}, nil) })
	want(t, "after one was taken away", all(t, s.Statements(t.Context(), store.StatementFilter{Words: "harbour"})), entryID, first)
}

func recordSummedUp(t *testing.T, s store.Store) {
	before, err := s.Stamp(t.Context())
	must(t, err)
	said(t, s)
	after, err := s.Stamp(t.Context())
	must(t, err)
	if before == after {
		t.Errorf("the stamp is %s before and after a change", before)
	}
	months, err := s.Months(t.Context(), store.EntryFilter{Kinds: []parley.EntryKind{parley.StatementEntry}})
	must(t, err)
	if wanted := []store.Month{{Month: "2031-03", Entries: 3}}; !reflect.DeepEqual(months, wanted) {
		t.Errorf("months are %v, want %v", months, wanted)
	}
	for n, dates := range [][2]parley.Date{{"2015", "2015"}, {"2015", ""}, {"2016-01", "2016-03"}, {"2016-01-01", ""}, {"2017-06", "2019"}} {
		id := fmt.Sprintf("4444444%dee", n)
		entry := parley.Entry{ID: id, Kind: parley.EventEntry, Start: dates[0], End: dates[1], Outlets: []string{}, Members: []parley.Member{}, Event: &parley.Happening{}}
		update(t, s, func(ctx context.Context, tx store.Tx) error {
			return tx.Replace(ctx, day(9), nil, []store.Fold{{Entries: []parley.Entry{entry}, Signature: id}})
		})
	}
	months, err = s.Months(t.Context(), store.EntryFilter{Kinds: []parley.EntryKind{parley.EventEntry}})
	must(t, err)
	if wanted := []store.Month{{Month: "2016-01", Entries: 2}, {Month: "2017-06", Entries: 1}}; !reflect.DeepEqual(months, wanted) {
		t.Errorf("months of what happens in a year, or in months of it, are %v, want %v", months, wanted)
	}
	months, err = s.Months(t.Context(), store.EntryFilter{Kinds: []parley.EntryKind{parley.StatementEntry}, ToldUntil: day(3)})
	must(t, err)
	if wanted := []store.Month{{Month: "2031-03", Entries: 1}}; !reflect.DeepEqual(months, wanted) {
		t.Errorf("months of what was told until a day are %v, want %v", months, wanted)
	}
	for dossier, wanted := range map[string]store.Extent{
		"":        {Documents: 3, Outlets: 1, First: day(2), Last: day(4), Kept: day(5)},
		"norland": {Documents: 1, Outlets: 1, First: day(2), Last: day(2), Kept: day(3)},
		"nowhere": {},
	} {
		extent, err := s.Extent(t.Context(), dossier)
		must(t, err)
		if extent != wanted {
			t.Errorf("the extent of %q is %+v, want %+v", dossier, extent, wanted)
		}
	}
}
