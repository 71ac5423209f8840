package storetest

import (
	"context"
	"reflect"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

func documentComesBack(t *testing.T, s store.Store) {
	d := document("a", 1)
	d.Dossiers = []string{"norland", "straits"}
	d.Updated = d.Published.Add(time.Hour)
	d.Byline = "Ida Lund, Per Holm"
	d.Version = d.Document.Version()
	put(t, s, d)
	found, err := s.Document(t.Context(), d.Key())
	must(t, err)
	if !reflect.DeepEqual(found, d) {
		t.Errorf("put  %+v\nback %+v", d, found)
	}
	if found.Document.Version() != d.Version {
		t.Errorf("the document came back as version %s, was %s", found.Document.Version(), d.Version)
	}
}

func documentsByFilter(t *testing.T, s store.Store) {
	first, second, undated := document("a", 1), document("b", 5), document("c", 3)
	undated.Published, undated.Outlet = day(0).AddDate(-5000, 0, 0), "herald.example"
	undated.Document.Published = parley.Document{}.Published
	undated.Version = undated.Document.Version()
	second.Group, second.Dossiers, second.Blocks = "a", []string{"norland"}, []string{"f1", "f2"}
	put(t, s, second, undated, first)
	for what, c := range map[string]struct {
		filter store.DocumentFilter
		ids    []string
	}{
		"no filter":     {store.DocumentFilter{}, []string{"c", "a", "b"}},
		"since":         {store.DocumentFilter{Since: day(2)}, []string{"c", "b"}},
		"until":         {store.DocumentFilter{Until: day(5)}, []string{"c", "a"}},
		"kept":          {store.DocumentFilter{KeptAt: day(4)}, []string{"c", "b"}},
		"outlet":        {store.DocumentFilter{Outlet: "herald.example"}, []string{"c"}},
		"group":         {store.DocumentFilter{Group: "a"}, []string{"a", "b"}},
		"dossier":       {store.DocumentFilter{Dossier: "norland"}, []string{"b"}},
		"block":         {store.DocumentFilter{Blocks: []string{"f2", "f3"}}, []string{"b"}},
		"key and id":    {store.DocumentFilter{Keys: []string{first.Key(), "b"}}, []string{"a", "b"}},
		"keys since":    {store.DocumentFilter{Keys: []string{"a", "b", "c"}, Since: day(2)}, []string{"c", "b"}},
		"keys until":    {store.DocumentFilter{Keys: []string{"a", "b", "c"}, Until: day(5)}, []string{"c", "a"}},
		"two at a time": {store.DocumentFilter{Since: day(2), Outlet: "courier.example"}, []string{"b"}},
	} {
		want(t, what, all(t, s.Documents(t.Context(), c.filter)), func(d store.Document) string { return d.ID }, c.ids...)
	}
	for _, d := range all(t, s.Documents(t.Context(), store.DocumentFilter{Text: true})) {
		if d.Text == "" {
			t.Errorf("%s: the text was asked for and is missing", d.ID)
		}
	}
}

func versionsStandSideBySide(t *testing.T, s store.Store) {
	former, later := document("a", 1), document("a", 2)
	later.Text += " They will meet again."
	later.Version = later.Document.Version()
	put(t, s, later, former)
	latest, err := s.Document(t.Context(), "a")
	must(t, err)
	if latest.Version != later.Version || !latest.Latest {
		t.Errorf("the bare id gives version %s, want the later one, %s", latest.Version, later.Version)
	}
	old, err := s.Document(t.Context(), former.Key())
	must(t, err)
	if old.Text != former.Text || old.Latest {
		t.Errorf("the former version came back as %+v", old)
	}
	if found := all(t, s.Documents(t.Context(), store.DocumentFilter{Latest: true})); len(found) != 1 || found[0].Version != later.Version {
		t.Errorf("latest versions: %+v", found)
	}
}

func dossiersAndGroupsChange(t *testing.T, s store.Store) {
	a, b := document("a", 1), document("b", 2)
	put(t, s, a, b)
	a.Dossiers, a.Title, a.Byline = []string{"norland"}, "put again, the title does not change", "Ida Lund"
	put(t, s, a)
	update(t, s, func(ctx context.Context, tx store.Tx) error { return tx.Regroup(ctx, "a", []string{a.Key(), b.Key()}) })
	a.Byline = "Ann Ek"
	put(t, s, a)
	found, err := s.Document(t.Context(), a.Key())
	must(t, err)
	if !reflect.DeepEqual(found.Dossiers, a.Dossiers) || found.Title != "Ministers meet" || found.Byline != "Ida Lund" {
		t.Errorf("put again, the document came back as %+v", found)
	}
	want(t, "group", all(t, s.Documents(t.Context(), store.DocumentFilter{Group: "a"})), func(d store.Document) string { return d.ID }, "a", "b")
}
