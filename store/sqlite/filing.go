package sqlite

import (
	"context"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// filedEntries puts the entries of folds, the second value of each row, into dossiers,
// the first, with what entry_dossiers holds of them beside.
const filedEntries = `INSERT INTO entry_dossiers
	SELECT s.value ->> 0, e.kind, CASE WHEN e.told IS NULL THEN 2 ELSE e.again - e.told > ?2 END, coalesce(e.told, 0), coalesce(e.again, 0),
		e.first IS NULL OR e.last - e.first > ?3, e.first, e.last, e.replaced, e.n
	FROM json_each(?1) s CROSS JOIN entries e ON e.fold = s.value ->> 1`

// A month, as far as telling and lasting go.
const (
	daysOfMonth  = 31
	nanosOfMonth = daysOfMonth * int64(24*time.Hour)
)

// filing says into which dossiers the entries of folds go: those of their members'
// documents, and the one that holds all.
type filing struct {
	folds []int64
	// members are those whose documents' dossiers count, each with its fold.
	members []row
	// standing are the folds that keep the dossiers in which they stand besides.
	standing []int64
}

// fileEntries files the entries of folds, in place of where they were filed before.
func (t *tx) fileEntries(ctx context.Context, f filing) error {
	const doing = "file entries"
	type place struct {
		dossier string
		fold    int64
	}
	places := map[place]bool{}
	for _, fold := range f.folds {
		places[place{"", fold}] = true
	}
	scan := func(s scanner) (p place, err error) { return p, s.Scan(&p.dossier, &p.fold) }
	for query, arg := range map[string]string{
		"SELECT x.dossier, e.fold FROM json_each(?) s CROSS JOIN entries e ON e.fold = s.value CROSS JOIN entry_dossiers x ON x.entry = e.n": list(f.standing),
		`SELECT dd.dossier, s.value ->> 1 FROM json_each(?) s CROSS JOIN mentions m ON m.id = s.value ->> 0
			CROSS JOIN document_dossiers dd ON dd.document = m.document`: list(f.members),
	} {
		for p, err := range rows(ctx, t.queries, doing, query, []any{arg}, scan) {
			if err != nil {
				return err
			}
			places[p] = true
		}
	}
	filed := make([]row, 0, len(places))
	for p := range places {
		filed = append(filed, row{p.dossier, p.fold})
	}
	return t.run(ctx, doing,
		statement{"DELETE FROM entry_dossiers WHERE entry IN (SELECT n FROM entries WHERE fold IN (SELECT value FROM json_each(?)))", []any{list(f.folds)}},
		statement{filedEntries, []any{list(filed), nanosOfMonth, daysOfMonth}})
}

// refile files the entries anew that a document's mentions lead to.
func (t *tx) refile(ctx context.Context, document int64) error {
	var f filing
	scan := func(s scanner) (r row, err error) {
		var member string
		var fold int64
		err = s.Scan(&member, &fold)
		return row{member, fold}, err
	}
	const query = `SELECT member, fold FROM leads WHERE fold IN (SELECT l.fold FROM mentions m JOIN leads l ON l.member = m.id WHERE m.document = ?) ORDER BY fold`
	for r, err := range rows(ctx, t.queries, "file entries", query, []any{document}, scan) {
		if err != nil {
			return err
		}
		f.members = append(f.members, r)
		if fold := r[1].(int64); len(f.folds) == 0 || f.folds[len(f.folds)-1] != fold {
			f.folds = append(f.folds, fold)
		}
	}
	return t.fileEntries(ctx, f)
}

// bounded tells whether a filter asks for what entry_dossiers knows.
func bounded(f store.EntryFilter) bool {
	return f.Dossier != "" || f.Since != "" || f.Until != "" || !f.ToldSince.IsZero() || !f.ToldUntil.IsZero() || !f.ToldAgainSince.IsZero() || !f.StandingAt.IsZero()
}

// filed is a query for the entries that pass the bounds of a filter.
func filed(f store.EntryFilter) (query string, args []any) {
	b := filedBuilder{filter: f, kinds: kindsOf(f)}
	if f.Since != "" || f.Until != "" {
		b.byDay()
	} else {
		b.byTelling()
	}
	return strings.Join(b.parts, " UNION ALL "), b.args
}

// kindsOf are the kinds that a filter passes, as a list of SQL.
func kindsOf(f store.EntryFilter) string {
	kinds := f.Kinds
	if len(kinds) == 0 {
		kinds = parley.EntryKinds
	}
	numbers := make([]string, len(kinds))
	for i, k := range kinds {
		numbers[i] = fmt.Sprint(kindOrder(k))
	}
	return strings.Join(numbers, ", ")
}

// filedBuilder puts the query together: a part for each stretch of an index.
type filedBuilder struct {
	filter store.EntryFilter
	kinds  string
	parts  []string
	args   []any
}

func (b *filedBuilder) part(condition string, args ...any) {
	c := conditions{
		parts: []string{"dossier = ?", "kind IN (" + b.kinds + ")", condition},
		args:  append([]any{b.filter.Dossier}, args...),
	}
	f := b.filter
	c.addIf(!f.ToldSince.IsZero(), "(telling = 2 OR told >= ?)", nanos(f.ToldSince))
	c.addIf(!f.ToldUntil.IsZero(), "(telling = 2 OR told < ?)", nanos(f.ToldUntil))
	c.addIf(!f.ToldAgainSince.IsZero(), "(telling = 2 OR again >= ?)", nanos(f.ToldAgainSince))
	c.addIf(!f.StandingAt.IsZero(), "(replaced IS NULL OR replaced >= ?)", nanos(f.StandingAt))
	where, all := c.where()
	b.parts = append(b.parts, "SELECT kind, telling, told, entry FROM entry_dossiers"+where)
	b.args = append(b.args, all...)
}

// byDay finds what happened within days: what lasts no longer than a month
// begins at most a month before them.
func (b *filedBuilder) byDay() {
	first, last := -math.MaxInt32, math.MaxInt32
	if b.filter.Since != "" {
		first = store.DayNumber(b.filter.Since.First())
	}
	if b.filter.Until != "" {
		last = store.DayNumber(b.filter.Until.Last())
	}
	b.part("lasting = 0 AND first >= ? AND first <= ? AND last >= ?", first-daysOfMonth, last, first)
	b.part("lasting = 1 AND (first IS NULL OR first <= ? AND last >= ?)", last, first)
}

// byTelling finds what was told within a time: what is told again within a
// month at most was first told a month before it is last.
func (b *filedBuilder) byTelling() {
	since, until := int64(math.MinInt64), int64(math.MaxInt64)
	if at := b.filter.ToldSince; !at.IsZero() {
		since = at.UnixNano()
	}
	if at := b.filter.ToldUntil; !at.IsZero() {
		until = at.UnixNano()
	}
	b.part("telling = 1 AND told >= ? AND told < ?", since, until)
	if at := b.filter.ToldAgainSince; !at.IsZero() {
		since = max(since, at.UnixNano()-nanosOfMonth)
	}
	b.part("telling = 0 AND told >= ? AND told < ?", since, until)
	b.part("telling = 2")
}
