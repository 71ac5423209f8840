package storetest

import (
	"context"
	"fmt"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// dated is a reading of a document in which sentences of ten bytes name days,
// one after another.
func dated(d store.Document, days ...parley.Date) parley.Reading {
	r := parley.Reading{Doc: d.ID, Version: d.Version, Reader: "test"}
	for i, day := range days {
		r.Dated = append(r.Dated, parley.DatedSentence{Day: day, Span: parley.Span{Start: 10 * i, End: 10*i + 10}})
	}
	return r
}

func tellingsByFilter(t *testing.T, s store.Store) {
	first, second := document("a", 1), document("b", 5)
	first.Dossiers = []string{"port-talks"}
	put(t, s, first, second)
	read := func(r parley.Reading) {
		update(t, s, func(ctx context.Context, tx store.Tx) error { return tx.PutReading(ctx, r, nil) })
	}
	read(dated(first, "1969-12-31", "2031-02-28", "2031-03-01"))
	read(dated(first, "2031-03-01", "2031-02-28", "2031-03-01", "1969-12-31"))
	read(dated(second, "2031-03-01"))
	name := func(found store.Telling) string {
		return fmt.Sprintf("%s %s %d-%d", found.Day, found.Group, found.Start, found.End)
	}
	for _, c := range []struct {
		what   string
		filter store.TellingFilter
		wanted []string
	}{
		{"all", store.TellingFilter{}, []string{"1969-12-31 a 30-40", "2031-02-28 a 10-20", "2031-03-01 a 0-10", "2031-03-01 a 20-30", "2031-03-01 b 0-10"}},
		{"of days", store.TellingFilter{Since: "2031-02", Until: "2031-02-28"}, []string{"2031-02-28 a 10-20"}},
		{"told before", store.TellingFilter{Since: "2031-03", ToldUntil: day(5)}, []string{"2031-03-01 a 0-10", "2031-03-01 a 20-30"}},
		{"of a dossier", store.TellingFilter{Since: "2031-03", Dossier: "port-talks"}, []string{"2031-03-01 a 0-10", "2031-03-01 a 20-30"}},
	} {
		want(t, c.what, all(t, s.Tellings(t.Context(), c.filter)), name, c.wanted...)
	}
	found := all(t, s.Tellings(t.Context(), store.TellingFilter{Since: "2031-03", ToldUntil: day(5)}))
	if len(found) == 0 || found[0].Doc != first.Key() || !found[0].Told.Equal(day(1)) {
		t.Errorf("found %+v, want the key and day of telling of %s", found, first.Key())
	}
}
